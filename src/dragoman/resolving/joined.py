"""Two dates in one: from one to another, one and another, one or another; what either leaves out, the other completes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from dragoman.model.expressions import About, Calendar, Feast, Pair, Part, Range, Season, When
from dragoman.model.time import BadTime, Time
from dragoman.resolving import named
from dragoman.resolving.scene import Scene

Resolve = Callable[[When, Scene], Time]


def joined(value: Range | Pair, scene: Scene, resolve: Resolve) -> Time:
    """The time that two dates make; raises `BadTime` where they end before they begin."""
    first, last = value.first, value.last
    if isinstance(first, Calendar) and isinstance(last, Calendar):
        if first.weekday is not None and last.weekday is not None and first.day is None and last.day is None:
            return _weekdays(first.weekday, resolve(last, scene), value)
        start, end = _completed(first, last, scene, resolve)
    else:
        start, end = resolve(_in_same_year(first, last), scene), resolve(last, scene)
    return _put_together([(start, end)], value)


def _weekdays(weekday: int, last: Time, value: Range | Pair) -> Time:
    ends = last.members or (last,)
    return _put_together([(t.weekday_before(weekday, same=False), t) for t in ends], value)


def _in_same_year(first: When, last: When) -> When:
    """ "From late March to early May 2022": the start is of the year that only the end tells, or of the one before."""
    year, month = _year_and_month(last)
    own_year, own_month = _year_and_month(first)
    if year is None or own_year is not None or own_month is None:
        return first
    return _of_year(first, year - (month is not None and own_month > month))


def _year_and_month(value: When) -> tuple[int | None, int | None]:
    match value:
        case Calendar() | Season():
            return value.year, value.month
        case Part() | About():
            return _year_and_month(value.of)
    return None, None


def _of_year(value: When, year: int) -> When:
    match value:
        case Calendar() | Season() | Feast():
            return replace(value, year=year)
        case Part() | About():
            return replace(value, of=_of_year(value.of, year))
    return value


def _completed(first: Calendar, last: Calendar, scene: Scene, resolve: Resolve) -> tuple[Time, Time]:
    """Both ends, each with what only the other says; without any year the range that begins (or, ahead, ends) on the right side of now."""
    last = replace(last, year=last.year or first.year)
    first = replace(first, month=first.month or last.month)
    if last.year is None and scene.direction() <= 0:
        start = resolve(first, scene)
        end = named.existing(last, _first(start).year) if last.month else resolve(last, scene)
        if end is None or _first(end) < _first(start):
            end = named.in_year(last, _first(start).year + 1) if last.month != first.month else end
    else:
        end = resolve(last, scene)
        year = first.year or _first(end).year
        before = first.year is None and first.month is not None and last.month is not None and first.month > last.month
        start = named.in_year(first, year - before) if first.month else resolve(replace(first, year=year), scene)
    if end is None:
        raise BadTime("no such range")
    return start, end


def _first(time: Time) -> date:
    return time.earliest or date.min


def _put_together(pairs: Iterable[tuple[Time, Time]], value: Range | Pair) -> Time:
    def one(start: Time, end: Time) -> Time:
        adjacent = start.latest and end.earliest and (end.earliest - start.latest).days <= 1
        if isinstance(value, Range) or (adjacent and not value.either):
            return Time.between(start, end)
        return Time.one_of((start, end))

    return Time.one_of(one(start, end) for start, end in pairs)
