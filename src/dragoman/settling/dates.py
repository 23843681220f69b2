"""When an event was, from all that its mentions tell: what they agree on, and of what lasts its whole stay."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from dragoman.model.mentions import Timing
from dragoman.model.time import Time


def united(timings: Sequence[Timing]) -> Time | None:
    """The time of an event: from its first to its last day as far as they are told, else the narrowest time that fits the first told."""
    start = next((t.start for t in timings if t.start), None)
    end = next((t.end for t in timings if t.end), None)
    days = next((t.days for t in timings if t.days), None)
    stay = _stay(start, end, days)
    return stay or reduce(_narrowed, (t.time for t in timings if t.time), None)


def _stay(start: Time | None, end: Time | None, days: int | None) -> Time | None:
    if start is not None and end is not None:
        pairs = [(s, e) for s in _days(start) if (e := next((e for e in _days(end) if not e < s), None))]
    elif start is not None and days:
        pairs = [(s, s.shift(days=days - 1)) for s in _days(start)]
    elif end is not None and days:
        pairs = [(e.shift(days=1 - days), e) for e in _days(end)]
    else:
        return None
    return Time.one_of(Time.between(s, e) for s, e in pairs) if pairs else None


def _days(time: Time) -> tuple[Time, ...]:
    """The alternatives of a time, if each is a day."""
    members = time.members or (time,)
    return members if all(m.is_day for m in members) else ()


def _narrowed(known: Time | None, told: Time) -> Time:
    """What both allow; the first where they contradict each other."""
    return told if known is None else known.intersect(told) or known
