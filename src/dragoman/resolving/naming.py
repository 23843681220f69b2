"""Names and people: what each stands for before anything else of the text is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.languages.names import pieces
from dragoman.model.mentions import Mention, OfficeMention, Party, Referent, Sense
from dragoman.model.text import Sentence
from dragoman.resolving.people import Person, as_person, by_surname, longest_first, office_of, person_name, sector_of
from dragoman.resolving.reading import Reading


def read_names(reading: Reading) -> None:
    for mention in reading.found.mentions:
        sense = choose(reading, mention.senses)
        if sense.kind != "person" and (sense.code or sense.kind == "city"):
            name(reading, mention, named(reading, mention, sense))


def choose(reading: Reading, senses: Iterable[Sense]) -> Sense:
    """The sense whose country the text speaks of most; the table's order decides where it says nothing."""
    ranked = list(senses)
    return max(ranked, key=lambda s: (reading.countries.get(s.code or "", 0) if len(ranked) > 1 else 0, -ranked.index(s)))


def named(reading: Reading, mention: Mention, sense: Sense) -> Referent:
    text = reading.text(mention.sentence, mention.first, mention.last)
    if sense.kind == "city":
        country = sense.code or reading.place_of(text, reading.countries)
        return Referent(text, (), "city", place=country, rule="city")
    party = Party(sense.code or "", text, sense.sector or ("GOV" if sense.kind in ("seat", "capital") else None), sense.id)
    place = next((s.code for s in mention.senses if s.kind in ("state", "capital", "region", "city")), None)
    return Referent(text, (party,), sense.kind, place=place, rule=f"name:{sense.kind}")


def name(reading: Reading, mention: Mention, referent: Referent) -> None:
    """Every word of a name stands for what it names, and so does the "M." or "Mrs" before a person's."""
    first = mention.first
    if referent.person and first and reading.parsed.sentences[mention.sentence][first - 1].lower in reading.language.grammar.titles:
        first -= 1
    for index in range(first, mention.last + 1):
        reading.referents[mention.sentence, index] = referent


def read_people(reading: Reading) -> None:
    held = {(o.sentence, o.person) for o in reading.found.offices if o.person is not None}
    persons = [
        m
        for m in reading.found.mentions
        if any(s.kind == "person" for s in m.senses)
        or (m.senses[0].code is None and any((m.sentence, i) in held for i in range(m.first, m.last + 1)))
    ]
    for mention in longest_first(persons):
        reading.people.mentions[mention.sentence, mention.first] = reading.people.learn(document_person(reading, mention))
    for mention in persons:
        name_person(reading, mention)
    for mention in reading.found.mentions:
        if mention.senses[0].code is None and mention not in persons:
            _recognised(reading, mention)


def _recognised(reading: Reading, mention: Mention) -> None:
    """A name that seemed a place or a body but is a person's: one told of in the text, or in office in a country it speaks of."""
    text = person_name(reading.parsed.sentences[mention.sentence], mention)
    known = reading.people.known_as(text)
    if known is None and mention.senses[0].kind == "organization":
        sense = surnamed(reading, text)
        known = reading.people.learn(as_person(sense, text, "GOV", reading.in_office, reading.leaders)) if sense else None
    if known is not None:
        reading.people.mentions[mention.sentence, mention.first] = known
        name(reading, mention, known.referent("person"))


def name_person(reading: Reading, mention: Mention) -> None:
    known = reading.people.mentions[mention.sentence, mention.first]
    name(reading, mention, (reading.people.known_as(known.name) or known).referent("person"))


def surnamed(reading: Reading, name: str) -> Sense | None:
    """A person in office whom the text gives by surname alone."""
    surname = pieces(name)
    if len(surname) != 1:
        return None
    return by_surname(reading.language.names.surnames.get(surname[0], ()), reading.in_office, reading.leaders, reading.countries)


def document_person(reading: Reading, mention: Mention) -> Person:
    sentence = reading.parsed.sentences[mention.sentence]
    name = person_name(sentence, mention)
    office = office_of(mention, reading.found.offices)
    sector = sector_of(office)
    told = office_country(reading, sentence, office)
    senses = [s for s in mention.senses if s.kind == "person" and s.id]
    if senses:
        known = as_person(choose(reading, senses), name, sector, reading.in_office, reading.leaders)
        return replace(known, code=told) if told else known
    stated = told or nationality(reading, sentence, mention)
    certain = stated is not None
    if stated is None and reading.people.known_as(name) is None:
        sense = surnamed(reading, name)
        if sense:
            return as_person(sense, name, sector, reading.in_office, reading.leaders)
    if stated is None and reading.people.known_as(name) is None:
        stated = reading.scene(sentence) or reading.home if office is not None or mention.first < mention.last else None
    return Person(name, stated, sector, None, certain)


def office_country(reading: Reading, sentence: Sentence, office: OfficeMention | None) -> str | None:
    if office is None or office.of is None:
        return None
    referent = reading.referents.get((sentence.index, office.of))
    return (referent.codes or (referent.place,))[0] if referent else None


def nationality(reading: Reading, sentence: Sentence, mention: Mention) -> str | None:
    """`le Kényan William Ruto`, `Turkish striker X`: a nationality on the nouns just before the name."""
    for index in range(mention.first - 1, max(-1, mention.first - 5), -1):
        referent = reading.referents.get((mention.sentence, index))
        if referent and referent.kind in ("adjective", "demonym", "group"):
            return referent.codes[0]
        if sentence[index].pos in ("VERB", "AUX", "PUNCT", "CCONJ", "ADP"):
            return None
    return None
