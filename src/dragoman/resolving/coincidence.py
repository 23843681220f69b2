"""Times that the text gives to one act, and that therefore must be one: "on Monday, two weeks after the mine closed on May 3"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.model.expressions import REVERSED, Bound, Calendar, Offset, Stretch, TimeExpression, Unit, When
from dragoman.model.mentions import Coincidence, TimeMention
from dragoman.model.text import Sentence
from dragoman.model.time import Time

SLACK: dict[Unit, int] = {"day": 0, "week": 3, "weekend": 3, "month": 16}
"""Days by which a date may miss what so many units of it say."""


def coincident(expressions: Sequence[TimeExpression], sentences: Sequence[Sentence]) -> tuple[Coincidence, ...]:
    """The pairs of expressions that date one act, or of which one explains the other."""
    by_index = {s.index: s for s in sentences}
    return tuple(_pairs(expressions, by_index))


def agree(pairs: Sequence[Coincidence], mentions: Sequence[TimeMention]) -> bool:
    """Whether every pair is one time."""
    times = {m.place: m.time for m in mentions}
    return all(_meet(times.get(p.one), times.get(p.other), p.slack) for p in pairs)


def _meet(one: Time | None, other: Time | None, slack: int) -> bool:
    if one is None or other is None or not (one.earliest and one.latest and other.earliest and other.latest):
        return True
    return (one.earliest - other.latest).days <= slack and (other.earliest - one.latest).days <= slack


def named_after(e: TimeExpression, expressions: Sequence[TimeExpression], sentence: Sentence) -> TimeExpression | None:
    """The date that a distance counts from where its own phrase tells it further on: "two weeks after the mine closed on May 3"."""
    if not e.rule.startswith(REVERSED):
        return None
    later = next((f for f in expressions if f.sentence == e.sentence and f.first > e.last), None)
    if later is None or not isinstance(e.value, Offset) or not _fine(later.value, e.value.unit):
        return None
    between = range(e.last + 1, later.first)
    within = any(t.index in between for t in sentence.ancestors(sentence[later.head]))
    return later if within and not any(sentence[i].relation == "punct" for i in between) else None


def _fine(value: When, unit: Unit) -> bool:
    """Whether a date is named as finely as the unit counts."""
    value = value.of if isinstance(value, Bound) else value
    if not isinstance(value, Calendar):
        return False
    day = value.day is not None or value.weekday is not None
    return day or unit == "year" or unit == "month" and value.month is not None


def _pairs(expressions: Sequence[TimeExpression], sentences: dict[int, Sentence]) -> Iterator[Coincidence]:
    for i, e in enumerate(expressions):
        for other in expressions[i + 1 :]:
            if other.sentence != e.sentence:
                break
            sentence = sentences[e.sentence]
            if _explains(sentence, e, other):
                unit: Unit = e.value.unit if isinstance(e.value, Offset) else "day"
                yield Coincidence((e.sentence, e.first), (other.sentence, other.first), SLACK.get(unit, 200))
            elif (verb := _dated(sentence, e, expressions)) is not None and verb == _dated(sentence, other, expressions):
                yield Coincidence((e.sentence, e.first), (other.sentence, other.first))


def _explains(sentence: Sentence, e: TimeExpression, other: TimeExpression) -> bool:
    """ "Two weeks earlier, on 4 April"."""
    between = sentence.tokens[e.last + 1 : other.first]
    beside = all(t.relation == "punct" or t.pos in ("ADP", "DET") for t in between) and len(between) <= 3
    return beside and isinstance(e.value, Offset) and isinstance(other.value, Calendar) and not e.rule.startswith(REVERSED)


def _dated(sentence: Sentence, e: TimeExpression, expressions: Sequence[TimeExpression]) -> int | None:
    """The verb that an expression hangs on, or that the phrase hangs on which it opens."""
    if isinstance(e.value, (Bound, Stretch)):
        return None
    named = named_after(e, expressions, sentence)
    if e.rule.startswith(REVERSED) and named is None:
        return None
    outside = (t for t in sentence.ancestors(sentence[e.head]) if named is None or not e.first <= t.index <= named.last)
    above = next(outside, None)
    return above.index if above is not None and above.pos == "VERB" else None
