"""What a symbolic time expression names in a scene: one small resolver a kind of value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dragoman.model.expressions import (
    About,
    Around,
    Bound,
    Calendar,
    Cycle,
    Decade,
    Extent,
    Feast,
    Following,
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
    Slice,
    Stretch,
    Unit,
    When,
    Within,
)
from dragoman.model.time import BadTime, Time
from dragoman.resolving import moments, named
from dragoman.resolving.joined import joined
from dragoman.resolving.scene import Scene, over

YEARS = range(1000, 2200)
DAY = timedelta(days=1)


def resolve(value: When, scene: Scene) -> Time | None:
    """The time that a value names in a scene, or None."""
    try:
        time = _resolve(value, scene)
    except (BadTime, OverflowError):
        return None
    ends = [d.year for d in (time.earliest, time.latest) if d]
    return time if all(y in YEARS for y in ends) else None


def _resolve(value: When, scene: Scene) -> Time:
    return RESOLVERS[type(value)](value, scene)


def _within(value: Within, scene: Scene) -> Time:
    frame, inner = _resolve(value.frame, scene), value.inner
    if frame.earliest is None:
        raise BadTime("within an open interval")
    if inner.weekday is not None and inner.day is None:
        return frame.weekday_after(inner.weekday)
    month = inner.month or frame.earliest.month
    return named.of_year(Calendar(month=month, day=inner.day), frame.earliest.year)


def _nth(value: Nth, scene: Scene) -> Time:
    days = [d for d in _resolve(value.of, scene).days() if d.weekday() == value.weekday]
    place = value.nth - 1 if value.nth > 0 else value.nth
    if place >= len(days):
        raise BadTime(f"no {value.nth}. such day")
    return Time.day(days[place])


def _slice(value: Slice, scene: Scene) -> Time:
    return moments.piece(_resolve(value.of, scene), value.unit, value.nth)


def _around(value: Around, scene: Scene) -> Time:
    return _each(_resolve(value.of, scene), lambda t: moments.unit_at(value.unit, _end(t, -1), 0))


def _following(value: Following, scene: Scene) -> Time:
    weekday = value.of.weekday if isinstance(value.of, Calendar) else None
    anchor = _anchor(400 if weekday is None else 8, value.step, scene)
    if weekday is None:
        return _each(anchor, lambda t: named.beside(value.of, t, value.step))
    return _each(anchor, lambda t: _weekday_from(Time.day(_end(t, value.step)), weekday, value.step))


def _weekday_from(day: Time, weekday: int, step: int) -> Time:
    return (day.weekday_after if step > 0 else day.weekday_before)(weekday, same=False)


# units and distances


def _cycle(c: Cycle, scene: Scene) -> Time:
    if c.anchored:
        anchor = _anchor(moments.LENGTH[c.unit], c.offset or 0, scene)
        step = c.offset or 0
        return _each(anchor, lambda t: c.unit == "day" and moments.days_on(t, step) or moments.unit_at(c.unit, _end(t, step), step))
    if c.unit == "weekend":
        return over(scene, lambda today: moments.weekend(today, scene.direction(c.offset), c.offset), inside=not c.offset)
    return over(scene, lambda today: moments.unit_at(c.unit, today, c.offset or 0))


def _end(time: Time, sign: float) -> date:
    """The end of a bounded time from which one counts on (`sign` positive) or back."""
    end = time.latest if sign > 0 else time.earliest
    if end is None:
        raise BadTime("counted from an open end")
    return end


def _each(time: Time, work: Callable[[Time], Time]) -> Time:
    return Time.one_of(work(m) for m in time.members or (time,))


def _offset(o: Offset, scene: Scene) -> Time:
    _check(o.needs, scene)
    if o.base == "publication":
        found = _from_publication(o, scene.now())
    else:
        base = _base(o, scene)
        found = _each(base, lambda t: moments.away(t, _end(t, o.sign), o.sign * o.count, o.unit))
    return found.about() if o.rough else found


def _check(needs: Needs, scene: Scene) -> None:
    """Raises `BadTime` for words that are a mere duration here."""
    if needs and scene.outlook != needs and not (needs == "future" and scene.outlook == "present"):
        raise BadTime("a duration")


def _base(o: Offset, scene: Scene) -> Time:
    if not isinstance(o.base, str):
        return _resolve(o.base, scene)
    return scene.partner(_reach(o)) if o.base == "sentence" else _anchor(_reach(o), o.sign, scene)


def _anchor(longest: int, sign: float, scene: Scene) -> Time:
    """The date of the text from which one counts; nothing that has happened comes after a publication that alone is there to count from."""
    if sign > 0 and not scene.anchors and not scene.beside and scene.outlook != "future":
        raise BadTime("later than nothing")
    return scene.anchor(longest)


def _reach(o: Offset) -> int:
    return {"day": 8, "week": 8, "month": 32}.get(o.unit, 370)


def _from_publication(o: Offset, now: Time) -> Time:
    """Days and what is said to be exact to the day; weeks to the day, months and years to the month and year, approximately."""
    if now.is_day:
        start = moments.moved(_end(now, -1), o.sign * o.count, o.unit)
        return Time.day(start) if o.exact or o.unit == "day" else moments.blurred(start, o.unit)
    days = now.days()
    middle = moments.moved(days[len(days) // 2], o.sign * o.count, o.unit)
    coarse: Unit = "year" if o.unit == "year" or len(days) > 31 else "month"
    return moments.unit_at(coarse, middle, 0).about()


def _stretch(s: Stretch, scene: Scene) -> Time:
    _check(s.needs, scene)
    now = scene.now()
    far = _from_publication(Offset(s.count, s.unit, s.sign), now)
    far = far.about() if s.rough else far
    return Time.between(far, now) if s.sign < 0 else Time.between(now, far)


def _same(value: Same, scene: Scene) -> Time:
    if value.soon:
        return _soon(scene)
    unit = value.unit or "day"
    if value.unit is None and not (scene.anchors or scene.beside):
        raise BadTime("since then, but since when?")
    anchor = scene.anchor(8 if value.unit == "day" else 400)
    return anchor if unit == "day" else _each(anchor, lambda t: moments.unit_at(unit, _end(t, -1), 0))


def _soon(scene: Scene) -> Time:
    just = scene.beside[-1:] or scene.before[:1]
    if not just or scene.outlook not in ("past", "perfect"):
        raise BadTime("at once, but after what?")
    return just[0]


def _night(n: Night, scene: Scene) -> Time:
    if n.of is None:
        back = scene.direction() <= 0
        return over(scene, lambda today: moments.span(today - back * DAY, today + (not back) * DAY))
    return _each(_resolve(n.of, scene), lambda t: moments.span(_end(t, -1) - n.into * DAY, _end(t, -1) + (not n.into) * DAY))


# open ones


def edge_of(b: Bound, scene: Scene) -> Time | None:
    """The date that bounds an open interval: since a past one; until, before and from a coming one unless the verb looks back."""
    ahead = b.edge != "after" and scene.outlook in ("present", None)
    return resolve(b.of, replace(scene, outlook="past" if b.edge == "since" else "future" if ahead else scene.outlook))


def _bound(b: Bound, scene: Scene) -> Time:
    time = edge_of(b, scene)
    if time is None:
        raise BadTime("open at both ends")
    match b.edge:
        case "since" | "from":
            return time.since()
        case "until":
            return time.until()
        case "before":
            return Time(None, _end(time, -1) - DAY, time.approximate)
        case "after":
            return Time(_end(time, 1) + DAY, None, time.approximate)


def _share(value: Share, scene: Scene) -> Time:
    return named.yearly(value, scene) if value.of is None else moments.share(_resolve(value.of, scene), value.nth, value.parts)


def _no_date(value: Extent, scene: Scene) -> Time:
    raise BadTime("a duration")


RESOLVERS: Mapping[type, Callable[[Any, Scene], Time]] = {
    Calendar: named.calendar,
    Season: named.yearly,
    Feast: named.yearly,
    Share: _share,
    Cycle: _cycle,
    Offset: _offset,
    Stretch: _stretch,
    Range: lambda value, scene: joined(value, scene, _resolve),
    Pair: lambda value, scene: joined(value, scene, _resolve),
    Bound: _bound,
    Night: _night,
    Within: _within,
    Nth: _nth,
    Slice: _slice,
    Around: _around,
    Following: _following,
    Extent: _no_date,
    Same: _same,
    Part: lambda value, scene: moments.part(value.stage, _resolve(value.of, scene)),
    Decade: lambda value, scene: moments.decade(value.year),
    About: lambda value, scene: _resolve(value.of, scene).about(),
}
