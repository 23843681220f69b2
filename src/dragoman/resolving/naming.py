"""Names and people: what each stands for before anything else of the text is read."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace

from dragoman.knowledge import states
from dragoman.knowledge.places import find_city
from dragoman.languages.facts import load_owners
from dragoman.languages.names import genders
from dragoman.model.mentions import Mention, OfficeMention, Party, Referent, Sense
from dragoman.model.spelling import pieces
from dragoman.model.text import Sentence
from dragoman.resolving.namesakes import country_of_apposition
from dragoman.resolving.nationality import APPOSITION, nationality
from dragoman.resolving.own import imported_body, imported_person
from dragoman.resolving.people import Person, as_person, by_surname, longest_first, office_of, person_name, sector_of
from dragoman.resolving.reading import NATIONAL, Reading
from dragoman.resolving.world import LARGE, country_of_town

WITHIN = ("of", "in", "de", "du", "d'", "des")
"""What ties a party or a body to its country."""
SURNAME = 4
"""Letters from which on a surname alone is no common word's first."""


def read_names(reading: Reading) -> None:
    for mention in reading.found.mentions:
        if (mention.sentence, mention.first) in reading.namesakes:
            continue
        sense = choose(reading, mention.senses)
        own = reading.imported.get((mention.sentence, mention.first))
        told = country_of_apposition(mention, reading.mention_at, reading.parsed.sentences[mention.sentence], reading.language.grammar)
        town_in = told or _town_of(reading, mention, sense)
        text = reading.text(mention.sentence, mention.first, mention.last)
        if own and own.kind == "organization":
            name(reading, mention, imported_body(own, text))
        elif town_in and not own:
            name(reading, mention, Referent(text, (), "city", place=town_in, rule="city"))
        elif longer := _runs_on(reading, mention, sense):
            if longer.name:
                name(reading, mention, longer)
        elif elsewhere := _owned_elsewhere(reading, mention, sense):
            name(reading, mention, replace(named(reading, mention, replace(sense, code=elsewhere)), place=elsewhere))
        elif own or sense.kind == "person" or _of_elsewhere(reading, mention, sense):
            continue
        elif sense.code or (sense.kind == "city" and not _is_short(reading, text)):
            name(reading, mention, named(reading, mention, sense))


def _town_of(reading: Reading, mention: Mention, sense: Sense) -> str | None:
    """The country of a name that the tagger takes for a person's: of a town of a country told of where a place stands, of a large town."""
    sentence, text = reading.parsed.sentences[mention.sentence], reading.text(mention.sentence, mention.first, mention.last)
    before = sentence[mention.first - 1].lower if mention.first else ""
    if sense.kind != "person" or sense.id:
        return None
    placed = before in reading.language.grammar.locative_cases
    called = reading.language.names.surnames.keys() | genders().keys()
    large = mention.first == mention.last and not {*pieces(text)} & called
    towns = find_city(text)
    near = next((t.country for t in towns if placed and reading.countries.get(t.country)), None)
    return near or next((t.country for t in towns if large and t.population >= LARGE), None)


def _of_elsewhere(reading: Reading, mention: Mention, sense: Sense) -> bool:
    """Whether a party's name is one in a state that nothing else tells of, in a text on others: Brazil's Workers' Party is not Korea's."""
    if sense.kind != "group" or sense.code not in states() or sense.sector not in ("PTY", "OPP") or mention.first == mention.last:
        return False
    others = [m for m in reading.found.mentions if m != mention and m.kind != "group"]
    codes = {s.code for m in others for s in m.senses if s.kind in NATIONAL or s.kind == "city"} | {reading.dateline}
    return sense.code not in codes and bool(codes - {None})


def _runs_on(reading: Reading, mention: Mention, sense: Sense) -> Referent | None:
    """`Union nationale pour le salut de X (UNSX)`: a name that only begins like one known is what its letters stand for.

    A nameless referent where they say nothing, None where the name does not go on.
    """
    sentence = reading.parsed.sentences[mention.sentence]
    ahead = sentence.tokens[mention.last + 1 : mention.last + 1 + APPOSITION]
    if sense.kind != "group" or mention.first == mention.last or not ahead or ahead[0].lower not in reading.language.grammar.name_links:
        return None
    bracket = next((t for t in ahead if t.text == "("), None)
    letters = reading.mention_at.get((mention.sentence, bracket.index + 1)) if bracket else None
    known = choose(reading, letters.senses) if letters else None
    return named(reading, mention, known) if known and known.code and known.kind == "group" else Referent("")


def _owned_elsewhere(reading: Reading, mention: Mention, sense: Sense) -> str | None:
    """`the Labour Party of Norway`, `Norway's Labour Party`, `the Treasury Department in Ottawa`: by whose a body is here."""
    if sense.kind not in ("group", "body") or sense.code not in states() or mention.first == mention.last:
        return None
    sentence, grammar = reading.parsed.sentences[mention.sentence], reading.language.grammar
    links = grammar.locative_cases if sense.kind == "body" else frozenset(WITHIN)
    behind = [t for t in sentence.tokens[mention.last + 1 : mention.last + 4] if t.pos not in ("DET", "ADP")]
    linked = mention.last + 1 < len(sentence) and sentence[mention.last + 1].lower in links | frozenset(WITHIN)
    place = reading.mention_at.get((mention.sentence, behind[0].index)) if linked and behind else None
    owner = place if place and place.kind in ("state", "capital") else _owning(reading, mention)
    codes = {s.code for s in owner.senses if s.kind in NATIONAL} if owner else set()
    return codes.pop() if len(codes) == 1 and sense.code not in codes else None


def _owning(reading: Reading, mention: Mention) -> Mention | None:
    """The state or nationality right before a name: "Norway's", "Norwegian"."""
    sentence = reading.parsed.sentences[mention.sentence]
    at = mention.first - 1
    own = at >= 1 and sentence[at].text in ("'s", "’s", "'")
    before = reading.mention_at.get((mention.sentence, at - own)) if at >= own else None
    return before if before and (before.kind == "adjective" or (own and before.kind in ("state", "capital"))) else None


def _is_short(reading: Reading, text: str) -> bool:
    """`le Nord`, `the Koreas`, `le Fonds`: what a grammar knows as the short name of a party is no town."""
    grammar = reading.language.grammar
    return any(text.lower() in names for names in (grammar.halves, grammar.joint_names, grammar.short_names))


def choose(reading: Reading, senses: Iterable[Sense]) -> Sense:
    """The sense whose country the text speaks of most, else hints at; the table's order decides where it says nothing."""
    ranked = list(senses)
    if any(s.kind == "state" for s in ranked):  # of the state and a part of another so called, the part only where the text is on the other
        ranked = [s for s in ranked if s.kind != "region" or s.code == reading.home]
    if len(ranked) == 1:
        return ranked[0]
    return max(ranked, key=lambda s: (reading.concerned.get(s.code or "", 0), reading.hints.get(s.code or "", 0), -ranked.index(s)))


def named(reading: Reading, mention: Mention, sense: Sense) -> Referent:
    text = reading.text(mention.sentence, mention.first, mention.last)
    if sense.kind == "city":
        country = sense.code or country_of_town(text, reading.countries)
        return Referent(text, (), "city", place=country, rule="city")
    party = Party(sense.code or "", text, sense.sector or ("GOV" if sense.kind in ("seat", "capital") else None), sense.id)
    place = next((s.code for s in (sense, *mention.senses) if s.kind in ("state", "capital", "region", "city")), None)
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
    persons = [m for m in reading.found.mentions if _is_person(reading, m, held)]
    for mention in longest_first(persons):
        reading.people.mentions[mention.sentence, mention.first] = reading.people.learn(document_person(reading, mention))
    for mention in persons:
        name_person(reading, mention)
    for mention in reading.found.mentions:
        namesake = (mention.sentence, mention.first) in reading.namesakes
        if (namesake or mention.senses[0].code is None) and mention not in persons:
            _recognised(reading, mention)


def read_surnames(reading: Reading) -> None:
    """A word in capitals that is the surname of a person told of in full, though the tagger takes it for no name."""
    full = {pieces(p.name)[-1]: p for p in reading.people.by_piece.values() if len(pieces(p.name)) > 1}
    for sentence in reading.parsed.sentences:
        for token in sentence:
            key = (sentence.index, token.index)
            person = full.get(token.lower) if len(token.text) >= SURNAME and token.text.istitle() else None
            if person and key not in reading.mention_at and key not in reading.referents and token.lower not in reading.small_words:
                reading.referents[key] = person.referent("person")


def _is_person(reading: Reading, mention: Mention, held: Set[tuple[int, int | None]]) -> bool:
    """Whether a name is a person's: by the tables or the tagger, by the user's own knowledge, or because it holds an office here."""
    own = reading.imported.get((mention.sentence, mention.first))
    if own:
        return own.kind == "person"
    before = reading.referents.get((mention.sentence, mention.first))
    if any(s.kind == "person" for s in mention.senses):
        return before is None or before.kind != "city"
    before = reading.referents.get((mention.sentence, mention.first - 1))
    native = before is not None and before.kind == "demonym" and mention.first < mention.last  # "le Sri-Lankais N. R."
    return mention.senses[0].code is None and (native or any((mention.sentence, i) in held for i in range(mention.first, mention.last + 1)))


def _recognised(reading: Reading, mention: Mention) -> None:
    """A name that seemed a place or a body but is a person's: one told of in the text, or in office in a country it speaks of."""
    text = person_name(reading.parsed.sentences[mention.sentence], mention)
    known = reading.people.known_as(text)
    if known is None and mention.senses[0].kind == "organization":
        sense = surnamed(reading, text)
        known = reading.people.learn(as_person(sense, text, "GOV", reading.officials)) if sense else None
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
    return by_surname(reading.language.names.surnames.get(surname[0], ()), reading.officials, reading.countries)


def document_person(reading: Reading, mention: Mention) -> Person:
    sentence = reading.parsed.sentences[mention.sentence]
    name = person_name(sentence, mention)
    office = office_of(mention, reading.found.offices)
    sector = sector_of(office)
    told = office_country(reading, sentence, office)
    senses = [s for s in mention.senses if s.kind == "person" and s.id]
    if senses:
        known = as_person(choose(reading, senses), name, sector, reading.officials)
        return replace(known, code=told) if told else known
    own = reading.imported.get((mention.sentence, mention.first))
    if own:
        known = imported_person(reading.own, own, name, reading.parsed.published, sector)
        return replace(known, code=told) if told else known
    stated = told or nationality(reading, sentence, mention)
    certain = stated is not None
    if stated is None and reading.people.known_as(name) is None:
        sense = surnamed(reading, name)
        if sense:
            return as_person(sense, name, sector, reading.officials)
    if stated is None and reading.people.known_as(name) is None:
        stated = _supposed(reading, sentence, mention, office)
    return Person(name, stated, sector, None, certain)


def _supposed(reading: Reading, sentence: Sentence, mention: Mention, office: OfficeMention | None) -> str | None:
    """Whose a person is of whom the text says nothing: of the place told of, else of the text's own state.

    A name in full without an office counts only in a text on public affairs: nobody in sport, the arts or crime acts for a state.
    """
    if office is not None:
        return reading.scene(sentence) or reading.settings.get(sentence.paragraph) or reading.home
    public = reading.public_home if mention.first < mention.last else None
    return public and (reading.scene(sentence) or reading.settings.get(sentence.paragraph) or public)


def office_country(reading: Reading, sentence: Sentence, office: OfficeMention | None) -> str | None:
    """Whose an office is by the words beside it, else by its name, where only one state or organisation has it."""
    if office is None:
        return None
    referent = reading.referents.get((sentence.index, office.of)) if office.of is not None else None
    told = (referent.codes or (referent.place,))[0] if referent else None
    only = load_owners().offices.get(office.office)
    if only and referent and referent.kind == "adjective":
        return only  # "le pape américain" is a pope from there
    if not told and (few := load_owners().few.get(office.office)):
        return max(few, key=lambda code: reading.concerned.get(code, 0))
    return told or (only if office.change == "holds" else None)


