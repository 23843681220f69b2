"""Named days: fixed ones, and those that follow Easter. Easter by Meeus, Astronomical Algorithms (1991), chapter 8."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.model.time import BadTime

FIXED = {
    "new-year": (1, 1),
    "epiphany": (1, 6),
    "orthodox-christmas": (1, 7),
    "valentine": (2, 14),
    "womens-day": (3, 8),
    "saint-patrick": (3, 17),
    "may-day": (5, 1),
    "saint-john": (6, 24),
    "fourth-of-july": (7, 4),
    "bastille-day": (7, 14),
    "assumption": (8, 15),
    "halloween": (10, 31),
    "all-saints": (11, 1),
    "armistice": (11, 11),
    "christmas-eve": (12, 24),
    "christmas": (12, 25),
    "boxing-day": (12, 26),
    "new-year-eve": (12, 31),
}
AFTER_EASTER = {
    "shrove-tuesday": -47,
    "ash-wednesday": -46,
    "palm-sunday": -7,
    "maundy-thursday": -3,
    "good-friday": -2,
    "easter": 0,
    "easter-monday": 1,
    "ascension": 39,
    "pentecost": 49,
    "whit-monday": 50,
}
# The fourth Thursday of November, and the day after it (United States).
AFTER_THANKSGIVING = {"thanksgiving": 0, "black-friday": 1}


def feast(name: str, year: int) -> date:
    """The day of a named feast in a year; raises `BadTime` for a name that is not known."""
    if name in FIXED:
        return date(year, *FIXED[name])
    if name in AFTER_EASTER:
        return easter(year) + timedelta(days=AFTER_EASTER[name])
    if name in AFTER_THANKSGIVING:
        first = date(year, 11, 1)
        return first + timedelta(days=(3 - first.weekday()) % 7 + 21 + AFTER_THANKSGIVING[name])
    if name == "orthodox-easter":
        return orthodox_easter(year)
    raise BadTime(f"no such feast: {name}")


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, as a Gregorian date."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
