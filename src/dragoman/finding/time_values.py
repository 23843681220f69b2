"""From a rule's captures to a symbolic value: one small builder a rule name of times.yaml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from dragoman.model.expressions import (
    About,
    Bound,
    Calendar,
    Cycle,
    Decade,
    Edge,
    Extent,
    Feast,
    Needs,
    Night,
    Nth,
    Offset,
    Pair,
    Part,
    Range,
    Same,
    Season,
    Share,
    Stretch,
    Unit,
    When,
    Within,
)

Captures = Mapping[str, Any]
Builder = Callable[[Captures], When | None]

ENDS = (Calendar, Season, Part, Cycle, Feast, Offset)
"""What may begin and end a range."""
MONTHS_IN = {"quarter": 3, "half": 6, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Count:
    """How many, and whether only about so many."""

    value: float
    rough: bool = False


@dataclass(frozen=True, slots=True)
class _Amount:
    count: float
    unit: Unit
    rough: bool


def _amount(c: Captures) -> _Amount:
    """A number of units as days, weeks, months or years; hours as the days they reach."""
    n: Count = c.get("n") or Count(3 if _plural(c) else 1, _plural(c))
    unit, value = str(c["unit"]), n.value + (0.5 if "half-more" in c else 0)
    rough = n.rough or "about" in c
    if unit == "hour":
        return _Amount(round(value / 24) if value >= 20 else 0, "day", rough)
    if unit == "fortnight":
        return _Amount(2 * value, "week", rough)
    if unit == "weekend":
        return _Amount(value, "week", True)
    if unit in MONTHS_IN:
        months = value * MONTHS_IN[unit]
        return _Amount(months / 12, "year", rough) if months >= 120 else _Amount(months, "month", rough)
    if unit == "year" and value != int(value):
        return _Amount(round(value * 12), "month", True)
    return _Amount(value, cast(Unit, unit), rough)


def _plural(c: Captures) -> bool:
    return bool(c.get("plural"))


def _way(c: Captures) -> int | None:
    way = c.get("way")
    return None if way is None else int(way)


def _calendar(c: Captures) -> When | None:
    day = c.get("day", c.get("dom"))
    return Calendar(c.get("year"), c.get("month"), day, c.get("weekday"), _way(c))


def _numeric(c: Captures) -> When | None:
    return Calendar(c["year"], c["second"], c["first"])


def _coming_week(c: Captures) -> When | None:
    return Calendar(weekday=c["weekday"], way=1, weeks=c.get("weeks", 1))


def _cycle(c: Captures) -> When | None:
    unit = c["unit"]
    if unit in ("hour", "century", "fortnight"):
        return None
    return Cycle(unit, _way(c))


def _before_last(c: Captures) -> When | None:
    return Calendar(weekday=c["weekday"], way=-1, weeks=-1) if "weekday" in c else _cycle({**c, "way": -2})


def _open_cycle(c: Captures) -> When | None:
    return Cycle(c["unit"], None)


def _bare_cycle(c: Captures) -> When | None:
    """ "The week", "the year": this one; only inside other rules."""
    return None if c["unit"] in ("hour", "century", "fortnight") else Cycle(c["unit"], None if c["unit"] == "weekend" else 0)


def _anchored_cycle(c: Captures) -> When | None:
    step = c.get("previous", 1)
    return None if c["unit"] in ("hour", "century", "fortnight") else Cycle(c["unit"], step, anchored=True)


def _offset(sign: int, base: Any = "publication", needs: Needs = None) -> Builder:
    def build(c: Captures) -> When | None:
        a = _amount(c)
        return Offset(a.count, a.unit, sign, c.get("date", base), a.rough, "exactly" in c, needs)

    return build


def _stretch(sign: int, needs: Needs = None) -> Builder:
    def build(c: Captures) -> When | None:
        a = _amount(c)
        return Stretch(a.count, a.unit, sign, a.rough, needs)

    return build


def _fortnight_ago(c: Captures) -> When | None:
    return Offset(2, "week", -1, "publication", True)


def _anchored(c: Captures) -> When | None:
    step = c["anchored"]
    return Offset(abs(step), "day", 1 if step > 0 else -1, c.get("date", "text"))


def _reversed_anchor(c: Captures) -> When | None:
    """ "The day after the vote" tells when the vote was: the day before what the sentence dates."""
    step = c["anchored"]
    return Offset(abs(step), "day", -1 if step > 0 else 1, "sentence")


def _season(c: Captures) -> When | None:
    return Season(c["season"], c.get("year"), _way(c))


def _share(c: Captures) -> When | None:
    of = c.get("of") or (Calendar(year=c["in"]) if "in" in c else Cycle(c["unit"], 0) if "unit" in c else None)
    nth = c["share"] if c["ordinal"] == -1 else c["ordinal"]
    return Share(nth, c["share"], of) if 1 <= nth <= c["share"] else None


def _half_month(c: Captures) -> When | None:
    nth = 2 if c["ordinal"] == -1 else c["ordinal"]
    return Share(nth, 2, Calendar(c.get("year"), c["month"])) if nth in (1, 2) else None


def _nth(c: Captures) -> When | None:
    of = c.get("frame") or (Cycle(c["unit"], 0) if "unit" in c else Calendar(c.get("year"), c["month"]))
    return Nth(c["ordinal"], c["weekday"], of)


def _within(c: Captures) -> When | None:
    inner = _calendar(c)
    return Within(inner, c["frame"]) if isinstance(inner, Calendar) and isinstance(c["frame"], (Cycle, Same)) else None


def _part(c: Captures) -> When | None:
    of = c.get("item") or _bare_cycle(c)
    fits = isinstance(of, (Season, Decade, Cycle, Within)) or (isinstance(of, Calendar) and of.day is None and of.weekday is None)
    return Part(c["stage"], of) if of is not None and fits else None


def _range(c: Captures) -> When | None:
    first, last = _named(c, "first"), _named(c, "last")
    if isinstance(last, Calendar) and last.day and not (last.month or last.weekday is not None):
        return None
    return Range(first, last) if isinstance(first, ENDS) and isinstance(last, ENDS) else None


def _dated(end: Any, c: Captures) -> When:
    """A captured end of a range: a value already, or a number that the rule's other captures complete."""
    if not isinstance(end, int):
        return cast(When, end)
    if end > 31:
        return Calendar(year=end)
    if "month" in c:
        return Calendar(c.get("year"), c["month"], end)
    return Calendar(day=end)


def _range_days(c: Captures) -> When | None:
    return Range(Calendar(day=c["first"]), Calendar(day=c["last"]))


def _pair(either: bool = False) -> Builder:
    def build(c: Captures) -> When | None:
        first, last = _named(c, "first"), _named(c, "last")
        return Pair(first, last, either) if isinstance(first, Calendar) and isinstance(last, Calendar) else None

    return build


def _named(c: Captures, end: str) -> When:
    """A captured end that may be the number of a weekday or a month."""
    match c[f"kind:{end}"]:
        case "weekday":
            return Calendar(weekday=c[end])
        case "month":
            return Calendar(c.get("year"), c[end])
    return _dated(c[end], c)


def _bound(edge: Edge) -> Builder:
    def build(c: Captures) -> When | None:
        of = c["of"]
        if isinstance(of, str):
            of = _bare_cycle({"unit": of})
        if isinstance(of, Calendar) and of.day and not of.month and of.weekday is None:
            return None
        if of is None or isinstance(of, (Bound, Range, Stretch)):
            return None
        return Bound(edge, of)

    return build


def _bound_day(edge: Edge) -> Builder:
    return lambda c: Bound(edge, Calendar(day=c["day"]))


def _until_end(c: Captures) -> When | None:
    of = _bare_cycle({"unit": c["of"]}) if isinstance(c["of"], str) else c["of"]
    return Bound("until", of) if of is not None else None


def _lasting(c: Captures) -> When | None:
    a = _amount(c)
    return Bound("since", Offset(a.count, a.unit, -1, "publication", a.rough))


def _extent(c: Captures) -> When | None:
    a = _amount(c)
    days = a.count * {"day": 1, "week": 7}.get(a.unit, 0)
    return None if a.rough or not 1 <= days <= 31 or days != int(days) else Extent(int(days))


def _night(c: Captures) -> When | None:
    if "weekday" in c:
        return Night(Calendar(weekday=c["weekday"]))
    return Night(c.get("date"))


def _night_range(c: Captures) -> When | None:
    return Range(_named(c, "first"), _named(c, "last"))


def _about(c: Captures) -> When | None:
    date = c.get("date") or Calendar(year=c["year"])
    return About(date) if isinstance(date, (Calendar, Within, Season)) else None


BUILDERS: Mapping[str, Builder] = {
    "calendar": _calendar,
    "iso": _calendar,
    "numeric": _numeric,
    "coming-week": _coming_week,
    "before-last": _before_last,
    "relative": lambda c: Cycle("day", c["relative"]),
    "cycle": _cycle,
    "year-of": lambda c: None,
    "open-cycle": _open_cycle,
    "bare-cycle": _bare_cycle,
    "anchored-cycle": _anchored_cycle,
    "anchored": _anchored,
    "anchored-of": _anchored,
    "reversed-anchor": _reversed_anchor,
    "reversed-later": _offset(-1, "sentence"),
    "reversed-earlier": _offset(1, "sentence"),
    "same": lambda c: Same(c["same"]),
    "same-as": lambda c: cast(When, c["date"]),
    "ago": _offset(-1),
    "fortnight-ago": _fortnight_ago,
    "ahead": _offset(1),
    "ahead-only": _offset(1, needs="future"),
    "earlier": _offset(-1, "text"),
    "later": _offset(1, "text"),
    "past-stretch": _stretch(-1),
    "next-stretch": _stretch(1),
    "within-days": _stretch(1, "future"),
    "perfect-stretch": _stretch(-1, needs="perfect"),
    "season": _season,
    "share": _share,
    "half-month": _half_month,
    "nth": _nth,
    "within": _within,
    "feast": lambda c: Feast(c["feast"], c.get("year"), _way(c)),
    "decade": lambda c: Decade(c["year"]),
    "part": _part,
    "night-range": _night_range,
    "night": _night,
    "night-into": lambda c: Night(Calendar(weekday=c["weekday"]), into=True),
    "about": _about,
    "and": _pair(),
    "or": _pair(either=True),
    "range": _range,
    "range-days": _range_days,
    "extent": _extent,
    "lasting": _lasting,
    "since": _bound("since"),
    "since-of": _bound("since"),
    "since-day": _bound_day("since"),
    "since-then": lambda c: Bound("since", Same()),
    "until": _bound("until"),
    "until-day": _bound_day("until"),
    "until-end": _until_end,
    "before": _bound("before"),
    "after": _bound("after"),
    "from": _bound("from"),
}


def build(rule: str, captures: Captures) -> When | None:
    """The value of a rule's captures; None where they make no sense together. Raises KeyError for a rule that has no builder."""
    return BUILDERS[rule](captures)
