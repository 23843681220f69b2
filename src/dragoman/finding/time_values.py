"""From a rule's captures to a symbolic value: one small builder a rule name of times.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from dragoman.finding.time_amounts import (
    NO_CYCLE,
    Builder,
    Captures,
    Count,
    ago_within,
    bare_cycle,
    extent,
    fortnight,
    lasting,
    offset,
    past_week,
    stretch,
    way,
)
from dragoman.finding.time_ranges import bound, bound_day, named, pair, range_of, range_of_days, until_end
from dragoman.model.expressions import (
    About,
    Around,
    Bound,
    Calendar,
    Cycle,
    Decade,
    Feast,
    Following,
    Night,
    Nth,
    Offset,
    Part,
    Range,
    Same,
    Season,
    Share,
    Slice,
    When,
    Within,
)

MONTHS = 12


def _calendar(c: Captures) -> When | None:
    day = c.get("day", c.get("dom"))
    return Calendar(c.get("year"), c.get("month"), day, c.get("weekday"), way(c))


def _numeric(day_first: bool) -> Builder:
    """Three numbers; a month that no year has shows that they stand in the other order."""

    def build(c: Captures) -> When | None:
        first, second = (c["first"], c["second"]) if day_first else (c["second"], c["first"])
        return Calendar(c["year"], first, second) if second > MONTHS >= first else Calendar(c["year"], second, first)

    return build


def _landmark(c: Captures) -> When | None:
    day = c["landmark"]
    return Calendar(day.year, day.month, day.day)


def _coming_week(c: Captures) -> When | None:
    return Calendar(weekday=c["weekday"], way=1, weeks=c.get("weeks", 1))


def _cycle(c: Captures) -> When | None:
    unit, step = c["unit"], way(c)
    return None if unit in NO_CYCLE or unit == "day" and step else Cycle(unit, step)


def _before_last(c: Captures) -> When | None:
    return Calendar(weekday=c["weekday"], way=-1, weeks=-1) if "weekday" in c else _cycle({**c, "way": -2})


def _open_cycle(c: Captures) -> When | None:
    return Cycle(c["unit"], None)


def _anchored_cycle(c: Captures) -> When | None:
    step = c.get("previous", 1)
    return None if c["unit"] in NO_CYCLE else Cycle(c["unit"], step, anchored=True)


def _anchored(c: Captures) -> When | None:
    step = c["anchored"]
    return Offset(abs(step), "day", 1 if step > 0 else -1, c.get("date", "text"))


def _reversed_anchor(c: Captures) -> When | None:
    """ "The day after the vote" tells when the vote was: the day before what the sentence dates."""
    step = c["anchored"]
    return Offset(abs(step), "day", -1 if step > 0 else 1, "sentence")


def _season(c: Captures) -> When | None:
    return Season(c["season"], c.get("year"), way(c))


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


def _slice(c: Captures) -> When | None:
    of = bare_cycle({"unit": c["frame"]}) if "frame" in c else Calendar(c.get("year"), c["month"])
    return Slice(c["ordinal"], c["unit"], of) if of is not None and c["unit"] in ("day", "week", "weekend") else None


def _around(c: Captures) -> When | None:
    of = c["date"]
    day = isinstance(of, Calendar) and of.day is not None and of.month is not None
    return Around(c["unit"], of) if day and c["unit"] in ("week", "weekend") else None


def _following(c: Captures) -> When | None:
    of = Season(c["season"]) if "season" in c else Calendar(month=c.get("month"), weekday=c.get("weekday"))
    return Following(of, c.get("previous", 1))


def _near(c: Captures) -> When | None:
    """ "Shortly before Christmas": in its month."""
    of = c["date"]
    day = isinstance(of, Feast) or isinstance(of, Calendar) and None not in (of.day, of.month)
    return About(Around("month", of)) if day else None


def _unit_end(c: Captures) -> When | None:
    of = bare_cycle(c)
    return Part("late", of) if of is not None else None


def _within(c: Captures) -> When | None:
    inner = _calendar(c)
    return Within(inner, c["frame"]) if isinstance(inner, Calendar) and isinstance(c["frame"], (Cycle, Same)) else None


def _decade(c: Captures) -> When | None:
    told = c["year"]
    return Decade(int(told.value) if isinstance(told, Count) else told)


def _part(c: Captures) -> When | None:
    of = c.get("item") or bare_cycle(c)
    fits = isinstance(of, (Season, Decade, Cycle, Within)) or (isinstance(of, Calendar) and of.day is None and of.weekday is None)
    return Part(c["stage"], of) if of is not None and fits else None


def _night(c: Captures) -> When | None:
    if "weekday" in c:
        return Night(Calendar(weekday=c["weekday"]))
    return Night(c.get("date"))


def _night_range(c: Captures) -> When | None:
    return Range(named(c, "first"), named(c, "last"))


def _about(c: Captures) -> When | None:
    date = c.get("date") or Calendar(year=c["year"])
    return About(date) if isinstance(date, (Calendar, Within, Season)) else None


BUILDERS: Mapping[str, Builder] = {
    "calendar": _calendar,
    "iso": _calendar,
    "numeric": _numeric(day_first=True),
    "numeric-month-first": _numeric(day_first=False),
    "landmark": _landmark,
    "coming-week": _coming_week,
    "before-last": _before_last,
    "after-next": lambda c: _cycle({**c, "way": 2}),
    "that-weekday": lambda c: Within(Calendar(weekday=c["weekday"]), Same("week")),
    "relative": lambda c: Cycle("day", c["relative"]),
    "cycle": _cycle,
    "year-of": lambda c: None,
    "open-cycle": _open_cycle,
    "bare-cycle": bare_cycle,
    "anchored-cycle": _anchored_cycle,
    "anchored": _anchored,
    "anchored-of": _anchored,
    "reversed-anchor": _reversed_anchor,
    "reversed-later": offset(-1, "sentence"),
    "reversed-earlier": offset(1, "sentence"),
    "same": lambda c: Same(c["same"]),
    "same-as": lambda c: cast(When, c["date"]),
    "ago": offset(-1),
    "fortnight-ago": fortnight(-1),
    "within-fortnight": fortnight(1, "future"),
    "past-week": past_week,
    "ago-within": ago_within,
    "ahead": offset(1),
    "ahead-only": offset(1, needs="future"),
    "earlier": offset(-1, "text"),
    "later": offset(1, "text"),
    "past-stretch": stretch(-1),
    "next-stretch": stretch(1),
    "within-days": stretch(1, "future"),
    "perfect-stretch": stretch(-1, needs="perfect"),
    "season": _season,
    "share": _share,
    "short-share": lambda c: _share({**c, "share": 4}),
    "half-month": _half_month,
    "weekends": lambda c: Slice(0, "weekend", Calendar(c.get("year"), c["month"])),
    "nth": _nth,
    "slice": _slice,
    "week-of": _around,
    "unit-end": _unit_end,
    "following": _following,
    "near": _near,
    "then": lambda c: Same(soon=True),
    "within": _within,
    "feast": lambda c: Feast(c["feast"], c.get("year"), way(c)),
    "decade": _decade,
    "part": _part,
    "night-range": _night_range,
    "night": _night,
    "night-into": lambda c: Night(Calendar(weekday=c["weekday"]), into=True),
    "about": _about,
    "and": pair(),
    "or": pair(either=True),
    "range": range_of,
    "range-days": range_of_days,
    "extent": extent,
    "lasting": lasting,
    "since": bound("since"),
    "since-of": bound("since"),
    "since-day": bound_day("since"),
    "since-then": lambda c: Bound("since", Same()),
    "until": bound("until"),
    "until-day": bound_day("until"),
    "until-end": until_end,
    "by": bound("until"),
    "by-day": bound_day("until"),
    "by-end": until_end,
    "before": bound("before"),
    "after": bound("after"),
    "from": bound("from"),
}


def build(rule: str, captures: Captures) -> When | None:
    """The value of a rule's captures; None where they make no sense together. Raises KeyError for a rule that has no builder."""
    return BUILDERS[rule](captures)
