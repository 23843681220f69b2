"""Names as they are kept and as they are looked up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from dragoman.model.spelling import pieces

LONGEST = 500
"""No name or id has more characters than this."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+")


def clean(text: str) -> str:
    """Composed (NFC), without control characters and half surrogate pairs, blanks single; empty where it is too long to be a name."""
    if len(text) > LONGEST:
        return ""
    return " ".join(_CONTROL.sub(" ", unicodedata.normalize("NFC", text)).split())


def names(spellings: Iterable[str]) -> tuple[str, ...]:
    """Those that have a letter or a digit, cleaned, each once, in their order."""
    return tuple(name for name in dict.fromkeys(map(clean, spellings)) if key(name))


def key(name: str) -> str:
    """The form under which a name is found: without case, accents, hyphens and stops; empty for what is no name."""
    return " ".join(pieces(unicodedata.normalize("NFC", name)))
