"""What the states are called in other languages than ours.

The table is made by scripts/make_exonyms.py from Unicode CLDR; see NOTICE.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import islice, takewhile

from dragoman.knowledge.places import fold


@dataclass(frozen=True, slots=True)
class Exonym:
    """That a state (by its code) is called so in some languages (ISO 639)."""

    code: str
    languages: tuple[str, ...]


def find_exonym(name: str, language: str | None = None) -> tuple[Exonym, ...]:
    """The states of a name in a language (any, where None), in the order of their codes; none where unknown."""
    rows, start = _rows(), fold(name) + "\t"
    first = bisect_left(rows, start)
    found = map(_exonym, takewhile(lambda row: row.startswith(start), islice(rows, first, None)))
    return tuple(e for e in found if language is None or language in e.languages)


@cache
def exonym_languages() -> frozenset[str]:
    """The languages (ISO 639) that the table has names in."""
    return frozenset(code for row in _rows() for code in _exonym(row).languages)


@cache
def _rows() -> Sequence[str]:
    """The rows as written, in the order of their names."""
    packed = resources.files("dragoman.knowledge").joinpath("exonyms.tsv.gz").read_bytes()
    return sorted(gzip.decompress(packed).decode("utf-8").splitlines()[1:])


def _exonym(row: str) -> Exonym:
    _, code, languages = row.split("\t")
    return Exonym(code, tuple(languages.split(",")))
