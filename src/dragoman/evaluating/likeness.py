"""When two names, two offices and two sides of an event count as the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

_EMPTY = frozenset({"of", "the", "s", "for", "and"})


def fold(name: str | None) -> list[str]:
    """The words of a name without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", name or "").replace("’", "'")
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", letters.lower()).split()


def same_name(one: str | None, other: str | None) -> bool:
    """Two names of one person: one holds every word of the other, or they share their last."""
    left, right = fold(one), fold(other)
    if not left or not right:
        return False
    if set(left) <= set(right) or set(right) <= set(left):
        return True
    return left[-1] == right[-1] and len(left[-1]) > 2


def same_office(one: str | None, other: str | None) -> bool:
    """Two offices share six words in ten, articles and prepositions apart."""
    left, right = set(fold(one)) - _EMPTY, set(fold(other)) - _EMPTY
    return 2 * len(left & right) >= 0.6 * (len(left) + len(right)) > 0


def codes(side: Iterable[Any] | None) -> frozenset[str]:
    """The codes of a side: a list of codes, of parties {"code": ...}, or of parties with several codes."""
    given = (one.get("code") if isinstance(one, dict) else one for one in side or ())
    flat = (code for one in given for code in (one if isinstance(one, list) else [one]))
    return frozenset(code for code in flat if code)
