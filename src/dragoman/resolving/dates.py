"""Symbolic time expressions to `Time`, relative to the publication, the tense of the verb, and the dates of the text before them.

Where the publication is known only to the month or year, what depends on its day is worked out for every day that it may have been, and
the results make a set; too many of them make the publication's own month or year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.model.expressions import ADNOMINAL, REVERSED, Bound, Decade, Offset, Stretch, TimeExpression
from dragoman.model.mentions import Coincidence, TimeMention
from dragoman.model.text import Sentence
from dragoman.model.time import Time
from dragoman.resolving.coincidence import agree, coincident, named_after
from dragoman.resolving.publication import narrowed, within
from dragoman.resolving.scene import Scene
from dragoman.resolving.values import edge_of, resolve

DUE = ("by", "before")
"""Begin the names of the rules of what is to happen before a date; "until" is what lasts so long."""
ANCHOR_REACH = 3
"""How many paragraphs on "the day before" may still count from a date."""


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
        beside, before = (tuple(t for s, t in near if s == n) for n in (e.sentence, e.sentence - 1))
        scene = Scene(day, tuple(t for _, t in near), beside, e.outlook, period, before)
        named = named_after(e, expressions, by_index[e.sentence])
        time = _counted(e, named, scene) if named else resolve(e.value, scene)
        if time is None:
            continue
        rule = e.rule.removeprefix(f"{REVERSED}-") if named else e.rule
        anchor = edge_of(e.value, scene) if isinstance(e.value, Bound) else time
        edge = anchor if isinstance(e.value, Bound) else None
        last = named.last if named else e.last
        yield TimeMention(e.sentence, e.first, last, e.head, time, rule, edge, _ahead(time, rule, scene))
        if anchor and anchor.earliest and anchor.latest and not isinstance(e.value, (Stretch, Decade)):
            anchors.append((e.sentence, anchor))


def _ahead(time: Time, rule: str, scene: Scene) -> Time | None:
    """What is to happen by a date was not there when it was written: "will be flown in by the weekend"."""
    due = rule.removeprefix(ADNOMINAL).startswith(DUE) and scene.outlook in ("future", "present")
    now = scene.published
    if not due or time.earliest or not (now and now.earliest and time.latest and now.earliest <= time.latest):
        return None
    return Time.between(now.members[0] if now.members else now, time)


def _counted(e: TimeExpression, named: TimeExpression, scene: Scene) -> Time | None:
    """So long before or after a date that the phrase tells further on."""
    base = named.value.of if isinstance(named.value, Bound) else named.value
    if not isinstance(e.value, Offset):
        return None
    return resolve(replace(e.value, sign=-e.value.sign, base=base), replace(scene, outlook=named.outlook))
