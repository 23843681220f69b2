"""Which days of its month a dispatch may be of: narrowing leaves out no day that the text allows."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.expressions import Calendar, Cycle, Offset, TimeExpression, When
from dragoman.model.text import Sentence, Token
from dragoman.model.time import Time
from dragoman.resolving.dates import resolve_times

WEEK = 7


def sentence(index: int) -> Sentence:
    """A verb with one word of time."""
    verb = Token(0, "came", "come", "VERB", {}, 0, "root", 0, 4)
    return Sentence(index, index, (verb, Token(1, "then", "then", "ADV", {}, 0, "advmod", 5, 9)))


def told(index: int, value: When, ahead: bool) -> TimeExpression:
    return TimeExpression(index, 1, 1, 1, value, "calendar", "future" if ahead else "past")


@st.composite
def dispatches(draw: st.DrawFn) -> tuple[date, list[tuple[TimeExpression, date, date]]]:
    """A day of publication, and what is told on it: each expression with the first and last day that its writer means.

    What is past is told by its weekday up to six days back, what is to come up to seven ahead; all of it lies in the month, as the codebook
    reads weekdays.
    """
    published = draw(st.dates(date(2022, 1, 1), date(2024, 12, 31)))
    acts = []
    for index in range(draw(st.integers(1, 4))):
        ahead = draw(st.booleans())
        away = draw(st.integers(1, WEEK)) if ahead else -draw(st.integers(0, WEEK - 1))
        day = published + timedelta(days=away)
        if not ahead and day.month != published.month:
            day = published
        month = published.month if day.month == published.month else None
        values: list[When] = [Calendar(weekday=day.weekday())]
        if month:
            values += [Calendar(month=month, day=day.day), Calendar(month=month, day=day.day, weekday=day.weekday())]
        if not ahead:
            values.append(Offset((published - day).days, "day", -1))
        acts.append((told(index, draw(st.sampled_from(values)), ahead), day, day))
    monday = published - timedelta(days=published.weekday())
    if draw(st.booleans()):
        acts.append((told(len(acts), Cycle("week", -1), False), monday - timedelta(days=WEEK), monday - timedelta(days=1)))
    return published, acts


@settings(max_examples=400, deadline=None)
@given(dispatches())
def test_the_day_meant_stays_possible_where_only_the_month_is_known(dispatch: tuple[date, list[tuple[TimeExpression, date, date]]]) -> None:
    published, acts = dispatch
    expressions = [e for e, _, _ in acts]
    sentences = [sentence(e.sentence) for e in expressions]
    month = Time.month(published.year, published.month)
    found = {m.sentence: m.time for m in resolve_times(expressions, sentences, month)}
    for expression, first, last in acts:
        time = found[expression.sentence]
        assert time.contains(Time(first, last)) or time == month or time.approximate, (str(time), first, last)


@given(dispatches())
def test_what_is_known_to_the_day_is_told_to_the_day(dispatch: tuple[date, list[tuple[TimeExpression, date, date]]]) -> None:
    published, acts = dispatch
    expressions = [e for e, _, _ in acts]
    mentions = resolve_times(expressions, [sentence(e.sentence) for e in expressions], Time.day(published))
    assert [(m.time.earliest, m.time.latest) for m in mentions] == [(first, last) for _, first, last in acts]
