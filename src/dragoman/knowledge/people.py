"""People with dated offices (people.tsv, tenures.tsv), and what an office is called in one country or another (offices.tsv)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from dragoman.knowledge.tables import table
from dragoman.model.time import Time

Gender = Literal["m", "f"]
OPEN = Time(None, None)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone by a usual English spelling; `country` is ISO alpha-3 or the code of an unrecognised state."""

    id: str
    name: str
    country: str
    gender: Gender


@dataclass(frozen=True, slots=True)
class Tenure:
    """That a person held an office of a state or organisation. Dates are EDTF (year, month or day), None where not known.

    A `start` without an `end` means that the person still holds it as far as is known.
    """

    person: str
    office: str
    of: str
    start: str | None
    end: str | None

    @property
    def span(self) -> Time:
        """From the earliest day on which it may have begun to the latest on which it may have ended."""
        return _span(self.start, self.end)

    def surely_on(self, when: Time) -> bool:
        """Whether the office was held on every day of `when`, whichever days within their precision it began and ended on."""
        begun = Time.parse(self.start).latest if self.start else None
        ended = Time.parse(self.end).earliest if self.end else None
        first, last = when.earliest or date.min, when.latest or date.max
        return begun is not None and begun <= first and (ended is None or last <= ended)


@cache
def _span(start: str | None, end: str | None) -> Time:
    return Time(Time.parse(start).earliest if start else None, Time.parse(end).latest if end else None)


@cache
def people() -> Mapping[str, Person]:
    """Everyone by id."""
    rows = table("people.tsv")
    return MappingProxyType({r["id"]: Person(r["id"], r["name"], r["country"], cast(Gender, r["gender"])) for r in rows})


@cache
def tenures() -> tuple[Tenure, ...]:
    """Every tenure, in the order of the table."""
    rows = table("tenures.tsv")
    return tuple(Tenure(r["person"], r["office"], r["of"], r["from"] or None, r["to"] or None) for r in rows)


def person(id: str) -> Person:
    """The person of an id; raises KeyError where there is none."""
    return people()[id]


def tenures_of(person_id: str) -> tuple[Tenure, ...]:
    """The offices of a person, in the order of the table; none for someone unknown."""
    return _by_person().get(person_id, ())


def holders(office: str, of: str, on: str | None = None) -> tuple[Tenure, ...]:
    """Who held an office on a day, month or year (EDTF), or ever where None; surest first, then latest first.

    An office that the state has by another name is found by that one ("foreign minister" of USA: the secretary of state; "leader":
    whoever leads the state). Raises `BadTime` where `on` is no EDTF.
    """
    when = Time.parse(on) if on else OPEN
    for name in dict.fromkeys((office, *_same_office(office, of))):
        found = [t for t in _by_office().get((name, of), ()) if t.span.overlaps(when)]
        if found:
            return tuple(sorted(found, key=lambda t: (not t.surely_on(when), _backwards(t.start))))
    return ()


def office_in(office: str, of: str | None) -> str:
    """What an office is usually called in English in the state or organisation: "vice premier" for a deputy prime minister of CHN."""
    if of is None:
        return office
    return next((r["called"] for r in _offices() if r["of"] == of and r["office"] == office and r["named"]), office)


def _same_office(office: str, of: str) -> Iterator[str]:
    """Other names under which the same office of that state may stand, its own first, then what holds everywhere."""
    for row in _offices():
        if row["of"] == of and row["office"] == office:
            yield row["called"]
    for row in _offices():
        if row["of"] == "*" and row["office"] == office:
            yield row["called"]


def _backwards(start: str | None) -> int:
    first = Time.parse(start).earliest if start else None
    return -first.toordinal() if first else 0


@cache
def _offices() -> tuple[Mapping[str, str], ...]:
    return tuple(table("offices.tsv"))


@cache
def _by_person() -> Mapping[str, tuple[Tenure, ...]]:
    found: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in tenures():
        found[tenure.person].append(tenure)
    return {key: tuple(row) for key, row in found.items()}


@cache
def _by_office() -> Mapping[tuple[str, str], tuple[Tenure, ...]]:
    found: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in tenures():
        found[tenure.office, tenure.of].append(tenure)
    return {key: tuple(row) for key, row in found.items()}
