"""When: days, months, years, intervals, open intervals and sets of them, read and written as EDTF (ISO 8601-2).

A `Time` says which days are allowed, from `earliest` to `latest`, both inclusive; `None` is an open end. Nothing here asks the clock.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import total_ordering
from typing import Literal

from dragoman.model.days import BadTime, Grain, begins, day_of, ends, month_end, moved, whole_units, written

__all__ = ["PRECISIONS", "BadTime", "Grain", "Precision", "Time"]

Precision = Literal["day", "week", "month", "year", "longer", "open"]
Side = Literal["both", "start", "end"]

_ONE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T[0-9:.,Z+-]+)?)?)?([~?%]?)")
_DAY = timedelta(days=1)
PRECISIONS: tuple[tuple[Precision, int], ...] = (("day", 1), ("week", 7), ("month", 31), ("year", 366))
"""How many days a time of each precision may span at most."""


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Time:
    """The days from `earliest` to `latest`; `members` are the alternatives of a "one of" set, in order.

    `side` says which end of an interval is approximate or uncertain. `start_grain` and `end_grain` are how an end is written where the
    whole is no round number of months; equality and order look at the days, not at how they are written.
    """

    earliest: date | None
    latest: date | None
    approximate: bool = False
    uncertain: bool = False
    members: tuple[Time, ...] = ()
    side: Side = "both"
    start_grain: Grain = field(default="day", repr=False)
    end_grain: Grain = field(default="day", repr=False)

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise BadTime(f"ends before it begins: {self.earliest} to {self.latest}")

    # making one

    @classmethod
    def parse(cls, edtf: str) -> Time:
        """The time that an EDTF string of the codebook's forms writes; raises `BadTime`."""
        text = edtf.strip()
        if text[:1] in ("[", "{") and text[-1:] in ("]", "}"):
            return cls.one_of(_parse_range(part.strip(), "..") for part in text[1:-1].split(","))
        return _parse_range(text, "/")

    @classmethod
    def day(cls, year: int | date, month: int = 1, day: int = 1) -> Time:
        """One day, by a `date` or by its numbers."""
        chosen = year if isinstance(year, date) else day_of(year, month, day)
        return cls(chosen, chosen)

    @classmethod
    def month(cls, year: int, month: int) -> Time:
        """A whole calendar month."""
        first = day_of(year, month, 1)
        return cls(first, first.replace(day=monthrange(year, month)[1]), start_grain="month", end_grain="month")

    @classmethod
    def year(cls, year: int) -> Time:
        """A whole calendar year."""
        return cls(day_of(year, 1, 1), day_of(year, 12, 31), start_grain="year", end_grain="year")

    @classmethod
    def between(cls, first: Time, last: Time) -> Time:
        """From the start of `first` to the end of `last`; an end keeps its precision and its approximation."""
        rough = (first.approximate, last.approximate)
        doubt = (first.uncertain, last.uncertain)
        side: Side = "both" if all(rough) or all(doubt) else "start" if rough[0] or doubt[0] else "end" if any(rough + doubt) else "both"
        return cls(first.earliest, last.latest, any(rough), any(doubt), (), side, first.start_grain, last.end_grain)

    @classmethod
    def one_of(cls, members: Iterable[Time]) -> Time:
        """One of several times; a set of one is that one. Raises `BadTime` for none."""
        found = tuple(sorted(dict.fromkeys(m for t in members for m in (t.members or (t,)))))
        if not found:
            raise BadTime("a set of no dates")
        if len(found) == 1:
            return found[0]
        earliest = None if any(m.earliest is None for m in found) else min(m.earliest for m in found if m.earliest)
        latest = None if any(m.latest is None for m in found) else max(m.latest for m in found if m.latest)
        return cls(earliest, latest, any(m.approximate for m in found), any(m.uncertain for m in found), found)

    def since(self) -> Time:
        """From its start, open: `2023-09-18/..`."""
        return replace(self, latest=None, members=(), end_grain="day", side="both")

    def until(self) -> Time:
        """Open to its end: `../2023-07`."""
        return replace(self, earliest=None, members=(), start_grain="day", side="both")

    def about(self) -> Time:
        """The same, approximate."""
        return replace(self, approximate=True, side="both", members=tuple(m.about() for m in self.members))

    # what it is

    @property
    def is_day(self) -> bool:
        return self.earliest is not None and self.earliest == self.latest

    @property
    def grain(self) -> Grain | None:
        """`day`, `month` or `year` where it is exactly one such; None for intervals, open ends and sets."""
        if self.members or self.earliest is None or self.latest is None:
            return None
        if self.earliest == self.latest:
            return "day"
        whole = whole_units(self.earliest, self.latest)
        if whole == "year" and self.earliest.year == self.latest.year:
            return "year"
        return "month" if whole and (self.earliest.year, self.earliest.month) == (self.latest.year, self.latest.month) else None

    @property
    def precision(self) -> Precision:
        """The least of a day, seven days, a month and a year that holds every day it allows; `open` where an end is open."""
        if self.earliest is None or self.latest is None:
            return "open"
        days = (self.latest - self.earliest).days + 1
        return next((name for name, most in PRECISIONS if days <= most), "longer")

    @property
    def edtf(self) -> str:
        """The forms of the codebook: round months and years written short."""
        if self.members:
            return "[" + ",".join(m._written("..") for m in self.members) + "]"
        return self._written("/")

    def __str__(self) -> str:
        return self.edtf

    def _written(self, joint: str) -> str:
        start, end = self._grains()
        mark = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}[self.approximate, self.uncertain]
        first = written(self.earliest, start) + (mark if self.earliest and self.side != "end" else "")
        last = written(self.latest, end) + (mark if self.latest and self.side != "start" else "")
        if first == last:
            return first
        if joint == "..":
            return f"{first.strip('.')}..{last.strip('.')}"
        return f"{first}/{last}"

    def _grains(self) -> tuple[Grain, Grain]:
        if self.earliest and self.latest and (whole := whole_units(self.earliest, self.latest)):
            return whole, whole
        start: Grain = self.start_grain if self.earliest and begins(self.earliest, self.start_grain) else "day"
        end: Grain = self.end_grain if self.latest and ends(self.latest, self.end_grain) else "day"
        return start, end

    # comparing

    def _key(self) -> tuple[date, date, bool, bool, tuple[Time, ...]]:
        return self.earliest or date.min, self.latest or date.max, self.approximate, self.uncertain, self.members

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Time) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __lt__(self, other: Time) -> bool:
        return self._key() < other._key()

    def contains(self, other: Time) -> bool:
        """Whether every day that `other` allows is allowed here."""
        if self.members:
            return all(any(mine.contains(theirs) for mine in self.members) for theirs in (other.members or (other,)))
        ours, theirs = self._key(), other._key()
        return ours[0] <= theirs[0] and theirs[1] <= ours[1]

    def overlaps(self, other: Time) -> bool:
        return self.intersect(other) is not None

    def intersect(self, other: Time) -> Time | None:
        """The days that both allow; members of a set that have none are dropped. None where nothing is left."""
        if self.members or other.members:
            pairs = ((a, b) for a in self.members or (self,) for b in other.members or (other,))
            found = [both for a, b in pairs if (both := a.intersect(b))]
            return Time.one_of(found) if found else None
        if self.contains(other):
            return other
        if other.contains(self):
            return self
        first, last = max((self, other), key=lambda t: t._key()[0]), min((self, other), key=lambda t: t._key()[1])
        if first._key()[0] > last._key()[1]:
            return None
        return Time.between(first, last)

    # moving

    def shift(self, days: int = 0, months: int = 0, years: int = 0) -> Time:
        """The same span moved; whole months stay whole, a day that its month lacks becomes the month's last. Raises `BadTime`."""
        if self.members:
            return Time.one_of(m.shift(days, months, years) for m in self.members)
        whole = self.earliest and self.latest and not days and whole_units(self.earliest, self.latest)
        first = moved(self.earliest, days, months + 12 * years)
        last = moved(self.latest, days, months + 12 * years)
        return replace(self, earliest=first, latest=month_end(last) if whole and last else last)

    def weekday_before(self, weekday: int, same: bool = True) -> Time:
        """The latest such weekday (Monday 0) not after the day (`same` counts the day itself); of a longer span, all of them in it."""
        return self._weekday(weekday, -1, same)

    def weekday_after(self, weekday: int, same: bool = True) -> Time:
        """The first such weekday (Monday 0) not before the day; of a longer span, the set of all of them in it."""
        return self._weekday(weekday, 1, same)

    def _weekday(self, weekday: int, step: int, same: bool) -> Time:
        if self.members:
            return Time.one_of(m._weekday(weekday, step, same) for m in self.members)
        if self.earliest is None or self.latest is None:
            raise BadTime("no weekday of an open interval")
        if self.earliest == self.latest:
            away = (self.earliest.weekday() - weekday) % 7 if step < 0 else (weekday - self.earliest.weekday()) % 7
            return self.shift(days=step * (away if away or same else 7))
        return Time.one_of(Time.day(d) for d in self.days() if d.weekday() == weekday)

    def days(self) -> tuple[date, ...]:
        """Every day that it allows, in order, of at most 400 years; raises `BadTime` for an open end."""
        if self.members:
            return tuple(sorted({d for m in self.members for d in m.days()}))
        if self.earliest is None or self.latest is None or (self.latest - self.earliest).days > 146_097:
            raise BadTime("no list of the days of an open or very long interval")
        return tuple(self.earliest + i * _DAY for i in range((self.latest - self.earliest).days + 1))


def _parse_range(text: str, joint: str) -> Time:
    first, found, last = text.partition(joint)
    if not found:
        return _parse_one(text)
    ends = [None if end in ("", "..") else _parse_one(end) for end in (first, last)]
    match ends:
        case [None, None]:
            raise BadTime(f"open at both ends: {text!r}")
        case [Time() as start, None]:
            return start.since()
        case [None, Time() as end]:
            return end.until()
        case [Time() as start, Time() as end]:
            return Time.between(start, end)
    raise BadTime(f"no interval: {text!r}")


def _parse_one(text: str) -> Time:
    match = _ONE.fullmatch(text)
    if not match:
        raise BadTime(f"not EDTF of the forms in use: {text!r}")
    year, month, day, mark = match.groups()
    whole = Time.month(int(year), int(month)) if month else Time.year(int(year))
    found = Time.day(int(year), int(month), int(day)) if day else whole
    return replace(found, approximate=mark in ("~", "%"), uncertain=mark in ("?", "%"))
