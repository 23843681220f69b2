"""A description: an office ("le ministre chinois des Affaires étrangères"), or an organ of a party ("the Chinese government")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.asking.asked import Asked, owner_of
from dragoman.asking.identities import Identity
from dragoman.asking.naming import by_likeness, by_name
from dragoman.asking.parties import named
from dragoman.asking.people import holding
from dragoman.asking.words import sentence_of
from dragoman.finding.names import find_names
from dragoman.finding.offices import find_offices
from dragoman.languages import Language
from dragoman.model.mentions import Mention, OfficeMention
from dragoman.model.text import Sentence


def by_description(asked: Asked) -> list[Identity]:
    """Whom or what the words describe, in the first language in which they describe anyone."""
    for language in asked.languages:
        sentence = sentence_of(asked.text, language)
        if sentence is None:
            return []
        offices = [o for o in find_offices(sentence, language.titles) if o.klass != "relative"]
        names = find_names(sentence, language.names, language.grammar, offices)
        within = asked.within(language)
        found = _offices(within, sentence, offices, names, language) or _organ(within, sentence, names, language)
        if found:
            return found
    return []


def _offices(
    asked: Asked, sentence: Sentence, offices: Sequence[OfficeMention], names: Sequence[Mention], language: Language
) -> list[Identity]:
    """The holders of offices that make up the question, or those named beside them."""
    spoken = {i for o in offices for i in range(o.first, o.last + 1)}
    if not offices or not _told(sentence, spoken, names, language):
        return []
    found: list[Identity] = []
    for office in offices:
        holders = [one for of in _owners(office, names) for one in holding(asked, office.office, of, office.change)]
        found += list(_beside(asked, sentence, office, names, holders)) or holders or [_nobodys(office)]
    return found


def _owners(office: OfficeMention, names: Sequence[Mention]) -> list[str]:
    """Whose the office is: every sense of the names that say so ("Congo"), else the only one that has such an office."""
    inside = (m for m in names if office.of is not None and office.first <= m.first and m.last <= max(office.last, office.of))
    beside = (m for m in names if office.of is not None and m.first <= office.of <= m.last)
    codes = [s.code for m in (*beside, *inside) for s in m.senses if s.code and s.kind != "person"]
    sole = owner_of(office.office)
    return list(dict.fromkeys(codes)) or ([sole] if sole else [])


def _nobodys(office: OfficeMention) -> Identity:
    note = "say of which state or organisation"
    return Identity("office", office.office, (), "office", office=office.office, note=note)


def _beside(
    asked: Asked, sentence: Sentence, office: OfficeMention, names: Sequence[Mention], holders: Sequence[Identity]
) -> Iterator[Identity]:
    """ "le ministre Sergueï Lavrov": whoever is named with the office; one who holds it before others."""
    mention = next((m for m in names if office.person is not None and m.first <= office.person <= m.last), None)
    if mention is None:
        return
    text = asked.text[sentence[mention.first].start : sentence[mention.last].end]
    people = [one for one in (by_name(asked, text) or by_likeness(asked, text)) if one.kind == "person"]
    held = {one.id for one in holders}
    yield from sorted(people, key=lambda one: one.id not in held)


def _organ(asked: Asked, sentence: Sentence, names: Sequence[Mention], language: Language) -> list[Identity]:
    """A common noun for an organ or the people of a party, and whose it is."""
    sectors = [(t, language.grammar.sectors[t.lower]) for t in sentence if t.lower in language.grammar.sectors]
    parties = [m for m in names if m.kind != "person" and m.senses[0].code]
    if len(sectors) != 1 or len(parties) != 1 or not _told(sentence, {sectors[0][0].index}, names, language):
        return []
    found = [named(asked, sense, sense.name) for sense in parties[0].senses if sense.code]
    text = " ".join(t.text for t in sentence if t.pos != "DET" or t.index)
    return [replace(one, kind="body", name=text.strip(), id=None, reading="description", sector=sectors[0][1]) for one in found]


def _told(sentence: Sentence, spoken: set[int], names: Sequence[Mention], language: Language) -> bool:
    """Whether nothing else is in the question: "the dog of the minister" asks for no minister."""
    of_names = {i for m in names for i in range(m.first, m.last + 1)}
    rest = (t for t in sentence if t.index not in spoken | of_names and t.pos not in ("DET", "ADP", "PUNCT", "PART", "CCONJ"))
    return all(t.lower.rstrip(".") in language.titles.ranks for t in rest)
