"""A name: of a state, organisation, group, seat, person, town, in our languages, in others, in the user's own knowledge."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dragoman.asking.asked import Asked
from dragoman.asking.identities import Identity
from dragoman.asking.parties import named, party
from dragoman.asking.people import person, ranked
from dragoman.knowledge.exonyms import find_exonym
from dragoman.knowledge.own import Known
from dragoman.knowledge.people import people
from dragoman.knowledge.places import find_city
from dragoman.languages import Language, available
from dragoman.languages.names import Names
from dragoman.model.mentions import Sense
from dragoman.model.spelling import pieces

TOWNS = 3
"""No more towns of one name than these, the most populous."""
LARGE = 100_000
"""A town of the name of something else counts only from this many people on."""


def by_name(asked: Asked, text: str) -> list[Identity]:
    """All that a whole text may name as it stands, likeliest first: in our tables, in the user's own, and large towns."""
    found = [one for language in asked.languages for one in _tabled(asked.within(language), bare(text, language), language)]
    if asked.tongue and asked.tongue not in available():
        found = [*_foreign(asked, text), *found]
    found += [known(asked, one) for name in _bared(asked, text) for one in asked.own.find(name) if one.kind != "office"]
    return [*found, *towns(asked, text, LARGE)] if found else []


def by_likeness(asked: Asked, text: str) -> list[Identity]:
    """What a text may name less plainly: people by a part of their names, states in any language, towns of any size."""
    found = [one for language in asked.languages for one in _in_short(asked.within(language), bare(text, language), language)]
    return [*(found or _foreign(asked, text)), *towns(asked, text, LARGE if found else 0)]


def bare(text: str, language: Language) -> str:
    """Without an article or a form of address before it."""
    words = text.replace("’", "' ").replace("'", "' ").strip(' .,;:!?"«»“”').split()
    passed = language.grammar.determiners | language.grammar.titles
    while len(words) > 1 and words[0].lower() in passed:
        words = words[1:]
    return " ".join(words).replace("' ", "'")


def known(asked: Asked, one: Known) -> Identity:
    """Someone or something of the user's own knowledge."""
    if one.kind == "person":
        return person(asked, one.id, "alias")
    return Identity("organization", one.name, (one.code,) if one.code else (), "alias", one.id, one.sector, sources=(one.source,))


def _tabled(asked: Asked, text: str, language: Language) -> Iterator[Identity]:
    senses = language.names.exactly(text) or _in_any_case(language.names, text)
    persons = ranked(asked, [s.id for s in senses if s.kind == "person" and s.id])
    yield from (person(asked, id, "name") for id in persons)
    yield from (named(asked, sense, text) for sense in senses if sense.kind != "person")


def _in_any_case(names: Names, text: str) -> tuple[Sense, ...]:
    """Questions are written in haste: "lavrov", "onu"."""
    wanted = pieces(text)
    rows = names.starting(wanted[0]) if wanted else ()
    return tuple(entry.sense for form, entry in rows if form == wanted)


def _in_short(asked: Asked, name: str, language: Language) -> Iterator[Identity]:
    """People by a surname, or by whatever part of the name is given."""
    wanted = pieces(name)
    senses = language.names.surnames.get(wanted[-1], ()) if wanted else ()
    ids = [s.id for s in senses if s.id and set(wanted) <= {p for n in (s.name, people()[s.id].name) for p in pieces(n)}]
    yield from (person(asked, id, "short name") for id in ranked(asked, ids))


def towns(asked: Asked, text: str, smallest: int) -> Iterator[Identity]:
    """The most populous towns of a name from so many people on."""
    found = dict.fromkeys(town for name in _bared(asked, text) for town in find_city(name))
    for town in islice((town for town in found if town.population >= smallest), TOWNS):
        note = f"{town.latitude:+.2f}, {town.longitude:+.2f}; {town.population:,} people"
        yield Identity("place", town.name, (town.country,), "town", country=town.country, sources=("GeoNames",), note=note)


def _bared(asked: Asked, text: str) -> Iterator[str]:
    return iter(dict.fromkeys((text, *(bare(text, language) for language in asked.languages))))


def _foreign(asked: Asked, text: str) -> Iterator[Identity]:
    """States in other languages than ours, in one of them where the question names it."""
    for exonym in find_exonym(text, asked.tongue):
        yield party(asked, exonym.code, "exonym", source=f"CLDR ({', '.join(exonym.languages)})")
