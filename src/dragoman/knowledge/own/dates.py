"""Dates of an office: a year, a month or a day."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.knowledge.own.formats.contract import Refused
from dragoman.model.time import BadTime, Time

_DATE = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ]\d\d:.*)?", re.S)
_LONGEST = 40


def date(text: str) -> str | None:
    """EDTF, its time of day dropped; None for nothing. Raises `Refused` for what is no date."""
    return _read(text.strip()[:_LONGEST]) if text.strip() else None


@lru_cache(maxsize=65_536)
def _read(text: str) -> str:
    match = _DATE.fullmatch(text)
    if match is None:
        raise Refused("no such date", text)
    try:
        return Time.parse(match[1]).edtf
    except BadTime:
        raise Refused("no such date", match[1]) from None


def in_order(start: str | None, end: str | None) -> bool:
    """Whether an office may have begun before it ended, as far as both are known: 2020-05 to 2020 may be, 2020-05 to 2020-04 not."""
    if start is None or end is None:
        return True
    known = min(len(start), len(end))
    return start[:known] <= end[:known]


def span(start: str | None, end: str | None, ended: bool = False) -> tuple[str | None, str | None]:
    """Both dates of an office. Raises `Refused` if they are out of order, or if it has `ended` nobody says when: it must not last."""
    if not in_order(start, end):
        raise Refused("dates out of order", f"{start} to {end}")
    if ended and end is None:
        raise Refused("ended, but not said when")
    return start, end
