"""What the knowledge says of people and places as the resolver asks it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from dragoman.knowledge import states
from dragoman.knowledge.people import Tenure, tenures
from dragoman.knowledge.places import City, find_city
from dragoman.model.mentions import Sense
from dragoman.model.spelling import pieces
from dragoman.model.time import Time

LEADING = frozenset((
    "president", "prime minister", "chancellor", "premier", "supreme leader", "leader", "king", "queen", "emir", "sultan", "crown prince",
    "transitional president", "interim president", "acting president", "interim prime minister", "transitional prime minister",
))  # fmt: skip
"""Offices so high that a holder is told of by surname alone, anywhere."""
LARGE = 300_000
"""A town of a country that the text does not speak of counts only from this many people on."""


@dataclass(frozen=True, slots=True)
class Officials:
    """Who holds an office on a day, by the person's id: whose office it is (`of`), its short English names, and who leads a state."""

    of: Mapping[str, str]
    offices: Mapping[str, Set[str]]
    leaders: Set[str]


@cache
def officials(published: str | None) -> Officials:
    """The officials of a day (EDTF). Where it is not known, `of` has everyone who ever held an office, the rest nobody."""
    held = _held_on(published) if published else []
    offices: dict[str, set[str]] = defaultdict(set)
    for tenure in held:
        offices[tenure.person].add(tenure.office)
    leaders = frozenset(t.person for t in held if t.office in LEADING and t.of in states())
    return Officials({t.person: t.of for t in (held if published else tenures())}, offices, leaders)


def _held_on(published: str) -> list[Tenure]:
    day = Time.parse(published)
    return [t for t in tenures() if t.span.overlaps(day)]


def country_of_leader(surname: str, surnames: Mapping[str, Sequence[Sense]], countries: Mapping[str, int]) -> str | None:
    """Whose leader someone of that surname has ever been; of several states the one that the text speaks of most, if of any."""
    found = pieces(surname)
    senses = surnames.get(found[0], ()) if len(found) == 1 else ()
    codes = {s.code for s in senses if s.id in _leaders_ever() and s.code}
    told = sorted(codes, key=lambda code: countries.get(code, 0))
    return told[-1] if told and (len(told) == 1 or countries.get(told[-1])) else None


@cache
def _leaders_ever() -> Set[str]:
    return frozenset(t.person for t in tenures() if t.office in LEADING and t.of in states())


def country_of_town(name: str, countries: Mapping[str, int]) -> str | None:
    """The country (alpha-3) of a town: one that the text speaks of before others, then a large town's."""
    town = _town(name, countries)
    return town.country if town else None


def country_of_dateline(place: str, senses: tuple[Sense, ...]) -> str | None:
    """The country that a dispatch was filed from, by its dateline's town."""
    named = next((s.code for s in senses if s.kind in ("capital", "state", "region", "city") and s.code), None)
    towns = find_city(place.title() if place.isupper() else place)
    return named or (towns[0].country if towns else None)


def coordinates(name: str, country: str) -> tuple[float, float] | None:
    """Latitude and longitude in degrees of a town by name and country, else of the country's middle."""
    town = next((c for c in find_city(name) if c.country == country), None)
    if town is not None:
        return town.latitude, town.longitude
    state = states().get(country)
    if state is None:
        return None
    at = state.capital if state.capital and state.capital.name == name else None
    return (at.latitude, at.longitude) if at else (state.latitude, state.longitude)


def _town(name: str, countries: Mapping[str, int]) -> City | None:
    found = find_city(name)
    near = [c for c in found if countries.get(c.country)]
    if near:
        return max(near, key=lambda c: (countries[c.country] > 1, c.population))
    return next((c for c in found if c.population >= LARGE), None)
