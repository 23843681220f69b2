"""What the words of a time expression say before anyone knows when they were written: frozen symbols, resolved in `resolving/dates.py`.

`way` is -1 for "last", 0 for "this", 1 for "next", and None where the tense of the verb decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "year", "decade"]
Stage = Literal["early", "mid", "late"]
Edge = Literal["since", "from", "until", "before", "after"]
Outlook = Literal["past", "perfect", "present", "future"]
Needs = Literal["future", "perfect"] | None
"""The outlook without which the words are a mere duration; "future" counts the present as well."""

ADNOMINAL = "adnominal "
"""Begins the rule's name of an expression that its adposition ties to a noun: "the talks of Monday"."""

REVERSED = "reversed"
"""Begins the rule's name of an expression that dates what follows it, not what it modifies: "on Monday, two days after the vote"."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date by its names and numbers, as many as the text gives; `weekday` counts from Monday 0."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    way: int | None = None
    weeks: int = 0
    """Whole weeks to add: "jeudi en huit" is the Thursday a week after the coming one."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """The unit of the calendar `offset` units away ("last week"), counted from the last date of the text where `anchored`."""

    unit: Unit
    offset: int | None = 0
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class Season:
    """Three months from `month` on, in `year` or as `way` says."""

    month: int
    year: int | None = None
    way: int | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """The `nth` (from 1) of `parts` equal parts of a year or month; of the year that the tense tells where `of` is None."""

    nth: int
    parts: int
    of: When | None = None


@dataclass(frozen=True, slots=True)
class Nth:
    """The `nth` (from 1, or -1 for the last) such weekday of a month or year."""

    nth: int
    weekday: int
    of: When


@dataclass(frozen=True, slots=True)
class Slice:
    """The `nth` (from 1, -1 for the last, 0 for any) day, week or week-end of a month or year: "the last week of August"."""

    nth: int
    unit: Unit
    of: When


@dataclass(frozen=True, slots=True)
class Around:
    """The week, week-end or month that holds a day: "the week of 3 July"."""

    unit: Unit
    of: When


@dataclass(frozen=True, slots=True)
class Following:
    """The nearest such weekday, month or season after (`step` 1) or before (-1) the last date of the text: "the following Friday"."""

    of: Calendar | Season
    step: int


@dataclass(frozen=True, slots=True)
class Within:
    """A date that its frame completes: "Tuesday of last week", "June of last year"."""

    inner: Calendar
    frame: When


@dataclass(frozen=True, slots=True)
class Feast:
    """A named day, by its key in `resolving/feasts.py`."""

    name: str
    year: int | None = None
    way: int | None = None


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years from `year` on; a year below 100 is one of the twentieth century, or of the twenty-first below 20."""

    year: int


@dataclass(frozen=True, slots=True)
class Offset:
    """A point `count` units before (`sign` -1) or after `base`: the publication, the last date of the text or of the sentence, or a date.

    `exact` is "to the day"; words that are a mere duration unless the verb looks ahead ("in three days") need "future".
    """

    count: float
    unit: Unit
    sign: int
    base: When | Literal["publication", "text", "sentence"] = "publication"
    rough: bool = False
    exact: bool = False
    needs: Needs = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """The last (`sign` -1) or next `count` units, up to or from the publication; "for two weeks" needs "perfect"."""

    count: float
    unit: Unit
    sign: int
    rough: bool = False
    needs: Needs = None


@dataclass(frozen=True, slots=True)
class Part:
    """Early, mid or late in something longer."""

    stage: Stage
    of: When


@dataclass(frozen=True, slots=True)
class Range:
    """From one to another; what the first leaves out, the last completes."""

    first: When
    last: When


@dataclass(frozen=True, slots=True)
class Pair:
    """Two dates joined by "and" (`either` False) or "or"."""

    first: When
    last: When
    either: bool = False


@dataclass(frozen=True, slots=True)
class Bound:
    """Open on one side."""

    edge: Edge
    of: When


@dataclass(frozen=True, slots=True)
class About:
    """Approximately."""

    of: When


@dataclass(frozen=True, slots=True)
class Same:
    """The day, week, month or year of the last date of the text: "that day", "since then".

    `soon` is a mere "at once", which tells only that what has happened followed on what was just dated.
    """

    unit: Unit | None = None
    soon: bool = False


@dataclass(frozen=True, slots=True)
class Extent:
    """How many days something lasts: "a three-day visit"; no date of itself."""

    days: int


@dataclass(frozen=True, slots=True)
class Night:
    """The night that begins on a day, or ends on it (`into`); the one just past, or coming, where `of` is None."""

    of: When | None = None
    into: bool = False


When = (
    Calendar
    | Cycle
    | Season
    | Share
    | Nth
    | Slice
    | Around
    | Following
    | Within
    | Feast
    | Decade
    | Offset
    | Stretch
    | Part
    | Range
    | Pair
    | Bound
    | About
    | Same
    | Night
    | Extent
)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression as found: tokens `first` to `last` (inclusive) with their syntactic `head`, and what they say.

    `outlook` is where the governing verb looks; None where there is no verb.
    """

    sentence: int
    first: int
    last: int
    head: int
    value: When
    rule: str
    outlook: Outlook | None = None
