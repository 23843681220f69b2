"""When two EDTF dates count as the same: their earliest and latest days lie within a day of each other."""

from __future__ import annotations

import datetime as dt

from dragoman.model.time import BadTime, Time

_DAY = dt.timedelta(days=1)
_ABOUT = dt.timedelta(days=16)  # an approximate date forgives about a fortnight


def same_date(gold: str | None, found: str | None) -> bool:
    """Whether a date found is gold's; where gold gives none any will do. What is no EDTF is never the same."""
    if not gold:
        return True
    try:
        wanted, given = Time.parse(gold), Time.parse(found or "")
    except BadTime:
        return False
    if wanted.approximate:
        return _within(wanted, given)
    return _near(wanted.earliest, given.earliest) and _near(wanted.latest, given.latest)


def _near(one: dt.date | None, other: dt.date | None) -> bool:
    return one == other or (one is not None and other is not None and abs(one - other) <= _DAY)


def _within(about: Time, given: Time) -> bool:
    not_before = about.earliest is None or (given.earliest is not None and given.earliest >= about.earliest - _ABOUT)
    return not_before and (about.latest is None or (given.latest is not None and given.latest <= about.latest + _ABOUT))
