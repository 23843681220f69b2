"""How many units: builders of values that count days, weeks, months or years (rules of times.yaml)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from dragoman.model.expressions import Bound, Calendar, Cycle, Extent, Needs, Offset, Stretch, Unit, When

Captures = Mapping[str, Any]
Builder = Callable[[Captures], When | None]

NO_CYCLE = ("hour", "century", "fortnight")
"""Units that are no unit of the calendar."""
MONTHS_IN = {"quarter": 3, "half": 6, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Count:
    """How many, and whether only about so many."""

    value: float
    rough: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    count: float
    unit: Unit
    rough: bool


def amount(c: Captures) -> Amount:
    """A number of units as days, weeks, months or years; hours as the days they reach."""
    n: Count = c.get("n") or Count(3 if _plural(c) else 1, _plural(c))
    unit, value = str(c["unit"]), n.value + (0.5 if "half-more" in c else 0)
    rough = n.rough or "about" in c
    if unit == "hour":
        return Amount(round(value / 24) if value >= 20 else 0, "day", rough)
    if unit == "fortnight":
        return Amount(2 * value, "week", rough)
    if unit == "weekend":
        return Amount(value, "week", True)
    if unit in MONTHS_IN:
        months = value * MONTHS_IN[unit]
        return Amount(months / 12, "year", rough) if months >= 120 else Amount(months, "month", rough)
    if unit == "year" and value != int(value):
        return Amount(round(value * 12), "month", True)
    return Amount(value, cast(Unit, unit), rough)


def _plural(c: Captures) -> bool:
    return bool(c.get("plural"))


def way(c: Captures) -> int | None:
    told = c.get("way")
    return None if told is None else int(told)


def offset(sign: int, base: Any = "publication", needs: Needs = None) -> Builder:
    def build(c: Captures) -> When | None:
        a = amount(c)
        return Offset(a.count, a.unit, sign, c.get("date", base), a.rough, "exactly" in c, needs)

    return build


def stretch(sign: int, needs: Needs = None) -> Builder:
    def build(c: Captures) -> When | None:
        a = amount(c)
        if c["unit"] == "weekend" and "n" not in c:
            return None
        return Stretch(a.count, a.unit, sign, a.rough, needs)

    return build


def fortnight(sign: int, needs: Needs = None) -> Builder:
    """Two weeks, which some languages have one word for."""
    value = Offset(2, "week", -1, "publication", True) if sign < 0 else Stretch(2, "week", 1, True, needs)
    return lambda c: value


def past_week(c: Captures) -> When | None:
    """ "A week ago Friday": so many weeks before the last one."""
    a = amount(c)
    return Calendar(weekday=c["weekday"], way=-1, weeks=-int(a.count)) if a.unit == "week" else None


def ago_within(c: Captures) -> When | None:
    """ "Two years ago this month"."""
    a, frame = amount(c), bare_cycle({"unit": c["frame"]})
    return Offset(a.count, a.unit, -1, frame, a.rough) if frame is not None else None


def lasting(c: Captures) -> When | None:
    a = amount(c)
    return Bound("since", Offset(a.count, a.unit, -1, "publication", a.rough))


def extent(c: Captures) -> When | None:
    a = amount(c)
    days = a.count * {"day": 1, "week": 7}.get(a.unit, 0)
    return None if a.rough or not 1 <= days <= 31 or days != int(days) else Extent(int(days))


def bare_cycle(c: Captures) -> When | None:
    """ "The week", "the year": this one; only inside other rules."""
    return None if c["unit"] in NO_CYCLE else Cycle(c["unit"], None if c["unit"] == "weekend" else 0)
