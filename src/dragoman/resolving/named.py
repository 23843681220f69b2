"""Dates by their names and numbers: weekdays, days and months, seasons, feasts, quarters, in the year or week that the scene tells."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import assert_never

from dragoman.model.expressions import Calendar, Feast, Season, Share
from dragoman.model.time import BadTime, Time
from dragoman.resolving import moments
from dragoman.resolving.feasts import feast
from dragoman.resolving.scene import Scene, over

LEAP = 8
"""Years either way in which 29 February is looked for."""
Yearly = Calendar | Season | Feast | Share


def calendar(c: Calendar, scene: Scene) -> Time:
    if c.day is not None and not 1 <= c.day <= 31 or c.month is not None and not 1 <= c.month <= 12:
        raise BadTime("no such day")
    if c.year is not None:
        return of_year(c, c.year)
    if c.month is not None:
        return yearly(c, scene)
    if c.day is not None:
        return over(scene, lambda today: _day_of_month(c, scene, today), inside=True)
    if c.weekday is None:
        raise BadTime("no date")
    weekday = c.weekday
    return over(scene, lambda today: moments.weekday(today, weekday, scene.direction(c.way), c.way), inside=True).shift(days=7 * c.weeks)


def of_year(c: Calendar, year: int) -> Time:
    if c.month is None:
        return Time.year(year)
    return Time.month(year, c.month) if c.day is None else Time.day(year, c.month, c.day)


def _day_of_month(c: Calendar, scene: Scene, today: date) -> Time:
    """ "Le 14", "Monday the 4th": in the latest or next month that has such a day, on such a weekday if one is given."""
    months = [moments.month_of(today).shift(months=n) for n in range(-12, 13)]
    days = [d for m in months for d in m.days() if d.day == c.day]
    fitting = [d for d in days if c.weekday is None or d.weekday() == c.weekday] or days
    return moments.choose([Time.day(d) for d in fitting], today, scene.direction(c.way))


def yearly(value: Yearly, scene: Scene) -> Time:
    """What comes once a year: in the year named, or the latest or next."""
    way, year = (None, None) if isinstance(value, Share) else (value.way, value.year)
    if year is not None:
        return in_year(value, year)

    @cache
    def around(this: int) -> tuple[Time, ...]:
        reach = LEAP if isinstance(value, Calendar) and value.day == 29 else 2
        times = tuple(t for y in range(this - reach, this + reach + 1) if (t := existing(value, y)))
        return _on_weekday(value, times, this) if isinstance(value, Calendar) else times

    return over(scene, lambda today: moments.choose(around(today.year), today, scene.direction(way), way), inside=True)


def beside(value: Calendar | Season, anchor: Time, step: int) -> Time:
    """The nearest such month or season that begins after an anchor or ends before it."""
    if anchor.earliest is None or anchor.latest is None:
        raise BadTime("counted from an open end")
    year, first, last = anchor.earliest.year, anchor.earliest, anchor.latest
    times = [in_year(value, y) for y in range(year - 1, year + 3)]
    if step > 0:
        return next(t for t in times if t.earliest and t.earliest > last)
    return next(t for t in reversed(times) if t.latest and t.latest < first)


def _on_weekday(c: Calendar, times: tuple[Time, ...], this: int) -> tuple[Time, ...]:
    """Of the days of neighbouring years those on the weekday that the text gives, if there are any."""
    near = [t for t in times if t.earliest and abs(t.earliest.year - this) <= 1 and t.earliest.weekday() == c.weekday]
    return tuple(near) if c.day and near else times


def existing(value: Yearly, year: int) -> Time | None:
    try:
        return in_year(value, year)
    except BadTime:
        return None


def in_year(value: Yearly, year: int) -> Time:
    match value:
        case Calendar():
            return of_year(value, year)
        case Season():
            return moments.months(year, value.month, 3)
        case Feast():
            return Time.day(feast(value.name, year))
        case Share():
            return moments.share(Time.year(year), value.nth, value.parts)
    assert_never(value)
