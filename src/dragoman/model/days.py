"""Days of the calendar: which exist, which end a month, how they are written as a day, a month or a year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

Grain = Literal["day", "month", "year"]


class BadTime(ValueError):
    """A string that is no EDTF of the forms in use, or days that no calendar has."""


def day_of(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as e:
        raise BadTime(f"no such day: {year:04d}-{month:02d}-{day:02d}") from e


def written(day: date | None, grain: Grain) -> str:
    if day is None:
        return ".."
    return day.isoformat()[: {"year": 4, "month": 7, "day": 10}[grain]]


def whole_units(first: date, last: date) -> Grain | None:
    """`month` or `year` where the span is some whole number of them."""
    if first.day != 1 or last != month_end(last):
        return None
    return "year" if first.month == 1 and last.month == 12 else "month"


def begins(day: date, grain: Grain) -> bool:
    return grain == "day" or day.day == 1 and (grain == "month" or day.month == 1)


def ends(day: date, grain: Grain) -> bool:
    return grain == "day" or day == month_end(day) and (grain == "month" or day.month == 12)


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def moved(day: date | None, days: int, months: int) -> date | None:
    if day is None:
        return None
    try:
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        moved = date(year, month + 1, 1)
        return moved.replace(day=min(day.day, monthrange(year, month + 1)[1])) + timedelta(days=days)
    except (ValueError, OverflowError) as e:
        raise BadTime(f"{day} moved by {months} months and {days} days is outside the calendar") from e
