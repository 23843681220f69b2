"""Symbolic time expressions to `Time`, relative to the publication, the tense of the verb, and the dates of the text before them.

Where the publication is known only to the month or year, what depends on its day is worked out for every day that it may have been, and
the results make a set; too many of them make the publication's own month or year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dragoman.model.expressions import (
    REVERSED,
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
    TimeExpression,
    Unit,
    When,
    Within,
)
from dragoman.model.mentions import Coincidence, TimeMention
from dragoman.model.text import Sentence
from dragoman.model.time import BadTime, Time
from dragoman.resolving import moments, named
from dragoman.resolving.coincidence import agree, coincident, named_after
from dragoman.resolving.joined import joined
from dragoman.resolving.publication import narrowed, within
from dragoman.resolving.scene import Scene, over

ANCHOR_REACH = 3
"""How many paragraphs on "the day before" may still count from a date."""
YEARS = range(1000, 2200)
DAY = timedelta(days=1)


def resolve_times(
    expressions: Sequence[TimeExpression], sentences: Sequence[Sentence], published: Time | None, known: Sequence[Coincidence] = ()
) -> tuple[TimeMention, ...]:
    """The expressions of a document, in the order of its text, as mentions; those that name no day of any calendar are left out.

    `known` are expressions that tell one time though the grammar does not say so: those of one event.
    """
    day = _publication(expressions, sentences, published, known) if published and not published.is_day else published
    return tuple(_mentions(expressions, sentences, day, published))


def _publication(
    expressions: Sequence[TimeExpression], sentences: Sequence[Sentence], published: Time, known: Sequence[Coincidence]
) -> Time:
    """The days, within a month or year, that the text allows for its publication."""
    if published.grain is None:
        return published

    def read(e: TimeExpression, day: Time) -> Time | None:
        return resolve(e.value.of if isinstance(e.value, Bound) else e.value, Scene(day, outlook=e.outlook, period=published))

    days = narrowed(published, expressions, read)
    pairs = (*coincident(expressions, sentences), *known)
    if pairs:
        days = tuple(d for d in days if agree(pairs, tuple(_mentions(expressions, sentences, Time.day(d), published)))) or days
    days = within(days, published, expressions, read)
    return published if days == published.days() else Time.one_of(map(Time.day, days))


def _mentions(
    expressions: Sequence[TimeExpression], sentences: Sequence[Sentence], day: Time | None, period: Time | None
) -> Iterator[TimeMention]:
    by_index = {s.index: s for s in sentences}
    anchors: list[tuple[int, Time]] = []
    for e in expressions:
        near = [(s, t) for s, t in anchors if by_index[e.sentence].paragraph - by_index[s].paragraph <= ANCHOR_REACH]
        scene = Scene(day, tuple(t for _, t in near), tuple(t for s, t in near if s == e.sentence), e.outlook, period)
        named = named_after(e, expressions, by_index[e.sentence])
        time = _counted(e, named, scene) if named else resolve(e.value, scene)
        if time is None:
            continue
        rule = e.rule.removeprefix(f"{REVERSED}-") if named else e.rule
        anchor = _edge(e.value, scene) if isinstance(e.value, Bound) else time
        edge = anchor if isinstance(e.value, Bound) else None
        yield TimeMention(e.sentence, e.first, named.last if named else e.last, e.head, time, rule, edge)
        if anchor and anchor.earliest and anchor.latest and not isinstance(e.value, (Stretch, Decade)):
            anchors.append((e.sentence, anchor))


def _counted(e: TimeExpression, named: TimeExpression, scene: Scene) -> Time | None:
    """So long before or after a date that the phrase tells further on."""
    base = named.value.of if isinstance(named.value, Bound) else named.value
    if not isinstance(e.value, Offset):
        return None
    return resolve(replace(e.value, sign=-e.value.sign, base=base), replace(scene, outlook=named.outlook))


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
    anchor = _anchor(8, value.step, scene)
    return _each(anchor, lambda t: _weekday_from(Time.day(_end(t, value.step)), value))


def _weekday_from(day: Time, value: Following) -> Time:
    return (day.weekday_after if value.step > 0 else day.weekday_before)(value.weekday, same=False)


# units and distances


def _cycle(c: Cycle, scene: Scene) -> Time:
    if c.anchored:
        anchor = _anchor(moments.LENGTH[c.unit], c.offset or 0, scene)
        return _each(anchor, lambda t: moments.unit_at(c.unit, _end(t, c.offset or 0), c.offset or 0))
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
    unit = value.unit or "day"
    if value.unit is None and not (scene.anchors or scene.beside):
        raise BadTime("since then, but since when?")
    anchor = scene.anchor(8 if value.unit == "day" else 400)
    return anchor if unit == "day" else _each(anchor, lambda t: moments.unit_at(unit, _end(t, -1), 0))


def _night(n: Night, scene: Scene) -> Time:
    if n.of is None:
        back = scene.direction() <= 0
        return over(scene, lambda today: moments.span(today - back * DAY, today + (not back) * DAY))
    return _each(_resolve(n.of, scene), lambda t: moments.span(_end(t, -1) - n.into * DAY, _end(t, -1) + (not n.into) * DAY))


# open ones


def _edge(b: Bound, scene: Scene) -> Time | None:
    """The date that bounds an open interval: since a past one; until, before and from a coming one unless the verb looks back."""
    ahead = b.edge != "after" and scene.outlook in ("present", None)
    return resolve(b.of, replace(scene, outlook="past" if b.edge == "since" else "future" if ahead else scene.outlook))


def _bound(b: Bound, scene: Scene) -> Time:
    time = _edge(b, scene)
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
