"""On which days a dispatch that is dated only by its month or year may have been published, as far as its own dates tell.

What has happened by a day of the text was not published before it, nor what is to come after it; a day that is just past lies in the month
or year itself, if it can (codebook 2.3). Two times that the text gives one act must be one ("on Tuesday, four days after July 12"). No day
that the text allows is left out because another is likelier.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from dragoman.model.expressions import ADNOMINAL, Bound, Calendar, Cycle, Night, Pair, Range, TimeExpression, When
from dragoman.model.time import Time

Read = Callable[[TimeExpression, Time], Time | None]
"""What an expression means to a reader who takes a time for that of the publication."""
LOOKING_BACK = ("past", "perfect")


def narrowed(published: Time, expressions: Sequence[TimeExpression], read: Read) -> tuple[date, ...]:
    """The days of a month or year, in order, on which a dispatch with these expressions may have been published."""
    days = published.days()
    dated = list(_dated(published, expressions, read))
    past = [t.earliest for e, t in dated if e.outlook in LOOKING_BACK and t.earliest]
    ahead = [t.latest for e, t in dated if e.outlook == "future" and t.latest]
    return tuple(d for d in days if all(p <= d for p in past) and all(d <= a for a in ahead)) or days


def _dated(published: Time, expressions: Sequence[TimeExpression], read: Read) -> Iterator[tuple[TimeExpression, Time]]:
    """The days and months of the period that the text names."""
    for e in expressions:
        named = read(e, published) if _explicit(e.value) and not e.rule.startswith(ADNOMINAL) else None
        if named and not named.members and named != published and published.contains(named):
            yield e, named


def within(days: tuple[date, ...], published: Time, expressions: Sequence[TimeExpression], read: Read) -> tuple[date, ...]:
    """Those of the days from which what is told by its weekday as past lies in the period; all of them if there is none."""
    past = [e for e in expressions if _weekly(e.value) and e.outlook in LOOKING_BACK]
    return tuple(d for d in days if all((t := read(e, Time.day(d))) and published.contains(t) for e in past)) or days


def _explicit(value: When) -> bool:
    """Whether a value names a month, or days of one."""
    match value:
        case Calendar():
            return value.month is not None
        case Range() | Pair():
            return _explicit(value.last)
        case Night():
            return value.of is not None and _explicit(value.of)
    return False


def _weekly(value: When | str | None) -> bool:
    """Whether a value names a day by its weekday alone."""
    match value:
        case Calendar():
            return value.weekday is not None and value.day is None
        case Cycle():
            return value.unit == "weekend" and not value.anchored and not value.offset
        case Range() | Pair():
            return _weekly(value.first) and _weekly(value.last)
        case Bound() | Night():
            return _weekly(value.of)
    return False
