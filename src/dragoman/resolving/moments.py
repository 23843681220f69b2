"""Arithmetic of the calendar that one known day allows: the weekday before, the month around, the third quarter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dragoman.model.expressions import Stage, Unit
from dragoman.model.time import BadTime, Time

LENGTH: dict[Unit, int] = {"day": 8, "week": 8, "weekend": 8, "month": 32, "quarter": 93, "half": 185, "year": 400, "decade": 4000}
"""How many days a date may span that units of this kind are counted from."""
MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}

FAR, CLOSE = 300, 62
"""Days: a date that was just here is not meant for the next year, whatever the verb, unless the text says so."""


def span(first: date, last: date) -> Time:
    return Time(first, last)


def month_of(day: date) -> Time:
    return Time.month(day.year, day.month)


def months(year: int, month: int, count: int) -> Time:
    """So many whole months from one on."""
    first = Time.month(year, month)
    return Time.between(first, first.shift(months=count - 1))


def weekday(today: date, number: int, direction: int, way: int | None = None) -> Time:
    """The latest such weekday not after a day; ahead, the first after it; `way` 0 ("this Monday") may be the day itself."""
    now = Time.day(today)
    if today.weekday() == number and not way and (way == 0 or direction <= 0):
        return now
    before, after = now.weekday_before(number, same=False), now.weekday_after(number, same=False)
    if direction:
        return after if direction > 0 else before
    return after if (number - today.weekday()) % 7 < 5 else before


def weekend(today: date, direction: int, way: int | None) -> Time:
    """Saturday and Sunday: those before, around or after a day; "this" week-end may be the one it is."""
    saturday = today - timedelta(days=(today.weekday() - 5) % 7)
    current = span(saturday, saturday + timedelta(days=1))
    within = today.weekday() >= 5
    if way == -1:
        return current.shift(days=-7) if within else current
    if way == 1 or not within and (direction > 0 or direction == 0 and today.weekday() >= 2):
        return current.shift(days=7)
    return current


def choose(times: Sequence[Time], today: date, direction: int, way: int | None = None) -> Time:
    """Of times in order: the latest that has begun, the first that has not ended, or the nearer; "last" is over, "next" has not begun."""
    begun = [t for t in times if t.earliest and t.latest and (t.latest if way == -1 else t.earliest) <= today - timedelta(days=way == -1)]
    coming = [t for t in times if t.earliest and t.latest and (t.earliest if way == 1 else t.latest) >= today + timedelta(days=way == 1)]
    near = begun[-1:] + coming[:1]
    if not near:
        raise BadTime("no such date near")
    if direction > 0 and way is None and _distance(near[-1], today) > FAR and _distance(near[0], today) < CLOSE:
        return near[0]
    if direction:
        return near[-1] if direction > 0 else near[0]
    return min(near, key=lambda t: _distance(t, today))


def _distance(time: Time, today: date) -> int:
    if not time.earliest or not time.latest:
        return 0
    return max((time.earliest - today).days, (today - time.latest).days, 0)


def unit_at(unit: Unit, day: date, offset: int) -> Time:
    """The day, week (Monday to Sunday), month ... around a day, so many units away."""
    match unit:
        case "day":
            return Time.day(day).shift(days=offset)
        case "week":
            monday = day - timedelta(days=day.weekday())
            return span(monday, monday + timedelta(days=6)).shift(days=7 * offset)
        case "weekend":
            return weekend(day, offset, offset)
        case "decade":
            return decade(day.year // 10 * 10 + 10 * offset)
        case "year":
            return Time.year(day.year + offset)
    size = MONTHS[unit]
    return months(day.year, (day.month - 1) // size * size + 1, size).shift(months=size * offset)


def decade(year: int) -> Time:
    """Ten years; "the 80s" are those of the twentieth century, "the 10s" of this one."""
    if year % 10 or 100 <= year < 1000:
        raise BadTime(f"no decade: {year}")
    full = year if year >= 1000 else year + (2000 if year < 20 else 1900)
    return Time.between(Time.year(full), Time.year(full + 9))


def moved(day: date, count: float, unit: Unit) -> date:
    """A day so many units on; a half unit is rounded to whole days or months."""
    if unit in ("day", "week", "weekend"):
        time = Time.day(day).shift(days=round(count * (1 if unit == "day" else 7)))
    else:
        time = Time.day(day).shift(months=round(count * MONTHS[unit]))
    if time.earliest is None:
        raise BadTime("an open day")
    return time.earliest


def blurred(day: date, unit: Unit) -> Time:
    """What so many units ago means: weeks give the day, months the month, years the year, all approximate."""
    if unit in ("week", "weekend", "day"):
        return Time.day(day).about()
    return unit_at("month" if MONTHS[unit] < 12 else "year", day, 0).about()


def days_on(base: Time, count: float) -> Time | None:
    """So many days from what is known only to the month or year: all that these may be, no day of them; None from anything nearer."""
    if base.grain not in ("month", "year") or base.earliest is None or base.latest is None:
        return None
    return span(moved(base.earliest, count, "day"), moved(base.latest, count, "day"))


def away(base: Time, end: date, count: float, unit: Unit) -> Time:
    """So many units from a date of the text, to the precision of that date and of the unit."""
    day = moved(end, count, unit)
    if unit == "day" and (allowed := days_on(base, count)):
        return allowed
    if unit == "week" and base.grain in ("month", "year"):
        return unit_at("month", day, 0).about()
    if unit in ("day", "week", "weekend"):
        return Time.day(day)
    if base.grain == "year" or base.grain == "month" and unit != "year":
        return unit_at(base.grain if MONTHS[unit] >= 12 or base.grain == "month" else "month", day, 0)
    return unit_at("month", day, 0).about()


def share(whole: Time, nth: int, parts: int) -> Time:
    """A quarter or half of a year, or of a month: its days up to the 15th or from the 16th on."""
    if whole.earliest is None or whole.latest is None:
        raise BadTime("part of an open interval")
    size = ((whole.latest.year - whole.earliest.year) * 12 + whole.latest.month - whole.earliest.month + 1) // parts
    if size:
        return months(whole.earliest.year, whole.earliest.month, size).shift(months=(nth - 1) * size)
    if parts != 2:
        raise BadTime("no such part of a month")
    middle = whole.earliest + timedelta(days=14)
    return span(whole.earliest, middle) if nth == 1 else span(middle + timedelta(days=1), whole.latest)


def piece(whole: Time, unit: Unit, nth: int) -> Time:
    """The nth (-1: last; of week-ends 0: any) day, week-end or, approximately, seven days of something longer."""
    days = whole.days()
    if unit == "weekend":
        days = tuple(d for d in days[:-1] if d.weekday() == 5)
        if nth == 0:
            return Time.one_of(span(d, d + timedelta(days=1)) for d in days)
        found = days[_place(nth, len(days))]
        return span(found, found + timedelta(days=1))
    if unit == "day":
        return Time.day(days[_place(nth, len(days))])
    place = _place(nth, len(days) // 7)
    first = len(days) - 7 if nth < 0 else 7 * place
    return span(days[first], days[first + 6]).about()


def _place(nth: int, count: int) -> int:
    if nth > count:
        raise BadTime(f"no {nth}. of {count}")
    return nth - 1 if nth > 0 else count + nth


def part(stage: Stage, whole: Time) -> Time:
    """Early, mid or late: of a year its first, middle or last month, of a decade a third, of anything shorter the whole, approximately."""
    if whole.earliest is None or whole.latest is None or whole.members:
        return whole.about()
    year = whole.earliest.year
    if whole.grain == "year":
        month = {"early": Time.month(year, 1), "mid": months(year, 6, 2), "late": Time.month(year, 12)}
        return month[stage].about()
    if (whole.latest - whole.earliest).days > 3000:
        first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[stage]
        return Time.between(Time.year(year + first), Time.year(year + last)).about()
    return whole.about()
