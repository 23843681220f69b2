"""From one to another, since, until, both: builders of values that join or bound other values (rules of times.yaml)."""

from __future__ import annotations

from typing import Any, cast

from dragoman.finding.time_amounts import Builder, Captures, bare_cycle
from dragoman.model.expressions import Bound, Calendar, Cycle, Edge, Feast, Offset, Pair, Part, Range, Season, Stretch, When

ENDS = (Calendar, Season, Part, Cycle, Feast, Offset)
"""What may begin and end a range."""


def range_of(c: Captures) -> When | None:
    first, last = named(c, "first"), named(c, "last")
    if isinstance(last, Calendar) and last.day and not (last.month or last.weekday is not None):
        return None
    return Range(first, last) if isinstance(first, ENDS) and isinstance(last, ENDS) else None


def _dated(end: Any, c: Captures) -> When:
    """A captured end of a range: a value already, or a number that the rule's other captures complete."""
    if not isinstance(end, int):
        return cast(When, end)
    if end > 31:
        return Calendar(year=end)
    if c["kind:first"] == "year" and c["kind:last"] == "num":
        return Calendar(year=c["first"] // 100 * 100 + end)
    if "month" in c:
        return Calendar(c.get("year"), c["month"], end)
    return Calendar(day=end)


def range_of_days(c: Captures) -> When | None:
    return Range(Calendar(day=c["first"]), Calendar(day=c["last"]))


def pair(either: bool = False) -> Builder:
    def build(c: Captures) -> When | None:
        first, last = named(c, "first"), named(c, "last")
        return Pair(first, last, either) if isinstance(first, ENDS) and isinstance(last, ENDS) else None

    return build


def named(c: Captures, end: str) -> When:
    """A captured end that may be the number of a weekday or a month."""
    match c[f"kind:{end}"]:
        case "weekday":
            return Calendar(weekday=c[end])
        case "month":
            return Calendar(c.get("year"), c[end])
    return _dated(c[end], c)


def bound(edge: Edge) -> Builder:
    def build(c: Captures) -> When | None:
        of = c["of"]
        if isinstance(of, str):
            of = bare_cycle({"unit": of})
        if isinstance(of, Calendar) and of.day and not of.month and of.weekday is None:
            return None
        if of is None or isinstance(of, (Bound, Range, Stretch)):
            return None
        return Bound(edge, of)

    return build


def bound_day(edge: Edge) -> Builder:
    return lambda c: Bound(edge, Calendar(day=c["day"]))


def until_end(c: Captures) -> When | None:
    of = bare_cycle({"unit": c["of"]}) if isinstance(c["of"], str) else c["of"]
    return Bound("until", of) if of is not None else None
