"""Titles of office: they stand for the holder where the text names one, else for whose office it is."""

from __future__ import annotations

from dragoman.knowledge import members
from dragoman.knowledge.people import holders
from dragoman.model.mentions import OfficeMention, Party, Referent
from dragoman.model.text import Sentence, Token
from dragoman.resolving.bodies import partisan
from dragoman.resolving.groups import WORLDWIDE, pair, several
from dragoman.resolving.naming import name, office_country
from dragoman.resolving.people import Person, person_name, sector_of
from dragoman.resolving.possessives import possessor
from dragoman.resolving.reading import Reading

OWNERS = ("adjective", "state", "capital")
"""What joined names of an office's owners are: "the ministers of Peru, Chile and Bolivia"."""
ONE_EACH = (
    "president",
    "head of state",
    "head of government",
    "foreign minister",
    "defence minister",
    "finance minister",
    "prime minister",
)
"""Offices of which a state has one: several are of several states."""


def holder(reading: Reading, sentence: Sentence, noun: Token) -> Referent | None:
    """An office stands for its holder where the text names one, else for whose office it is."""
    office, grammar = reading.office_at.get((sentence.index, noun.index)), reading.language.grammar
    if office is None:
        return None
    if office.person is not None:
        belongs(reading, sentence, office)
        person = reading.referents.get((sentence.index, office.person))
        if person is not None:
            reading.holders[office.office] = person
        return person
    owners = office_countries(reading, sentence, office)
    if not owners and (party := partisan(reading, sentence, noun)):
        owners = (party,)
    if not owners and sentence[office.head].feats.get("Number") == "Plur" and office.office in ONE_EACH:
        together = pair(reading, sentence, noun, grammar) or several(reading, sentence, noun, grammar)
        return together or _union(reading, sentence) or Referent("")
    many = sentence[office.head].feats.get("Number") == "Plur"  # "the ambassadors" are not the one named before
    before = None if many else reading.holders.get(office.office) or _held_alike(reading, office.office)
    if before is not None and (not owners or set(owners) <= set(before.codes)):
        return before
    told = _told_of(reading, office.office, owners[0] if owners else None) if len(owners) < 2 else None
    if told is not None:
        return told
    text = reading.text(sentence.index, office.first, office.last)
    parties = tuple(Party(code, text, sector_of(office)) for code in owners)
    return Referent(text, parties, "office", rule="office") if parties else None


def _union(reading: Reading, sentence: Sentence) -> Referent | None:
    """`les chefs d'État` of nobody beside them: the union of states told of last acts through them."""
    seen = (s.referent for s in reading.focus.recent(sentence.index) if s.referent.kind == "organization")
    return next((r for r in seen if len(r.codes) == 1 and 0 < len(members(r.codes[0])) < WORLDWIDE), None)


def office_countries(reading: Reading, sentence: Sentence, office: OfficeMention) -> tuple[str, ...]:
    """Whose an office is; of a plural one also those joined ("the French and German foreign ministers")."""
    first = office_country(reading, sentence, office)
    if first is None or office.of is None or sentence[office.head].feats.get("Number") != "Plur":
        return (first,) if first else ()
    adjectives = (*sentence.children(sentence[office.head], "amod", "compound"), *listed_behind(reading, sentence, sentence[office.of]))
    beside_it = [*sentence.joined(sentence[office.of]), *adjectives]
    joined = [r for t in beside_it if (r := reading.referents.get((sentence.index, t.index))) and r.kind in OWNERS]
    return tuple(dict.fromkeys((first, *(code for r in joined for code in r.codes))))


def listed_behind(reading: Reading, sentence: Sentence, adjective: Token) -> tuple[Token, ...]:
    """`turc, grec et égyptien`: the nationalities that the words list behind one, however the tree hangs them."""
    found: list[Token] = []
    at = adjective.index + 1
    while at + 1 < len(sentence) and (sentence[at].pos == "CCONJ" or sentence[at].text == ","):
        referent = reading.referents.get((sentence.index, at + 1))
        if referent is None or referent.kind != "adjective":
            break
        found.append(sentence[at + 1])
        at += 2
    return tuple(found)


def _told_of(reading: Reading, office: str, of: str | None) -> Referent | None:
    """Whoever of those told of holds the office on the day, named last: `the Pentagon chief` after Lloyd Austin."""
    holding = {t.person for t in holders(office, of, reading.parsed.published)} if of else frozenset[str]()
    for seen in reversed(reading.focus.passed):
        ids = [party.id for party in seen.referent.parties if party.id and seen.is_person]
        held = (name for id in ids for name in reading.officials.offices.get(id, ()) if of is None)
        if holding & set(ids) or any(name == office or name.endswith(f" {office}") for name in held):
            return seen.referent
    return None


def _held_alike(reading: Reading, office: str) -> Referent | None:
    """`le ministre` after a foreign minister: the last holder whose office ends in the same word."""
    return next((holder for held, holder in reversed(reading.holders.items()) if held.endswith(f" {office}")), None)


def belongs(reading: Reading, sentence: Sentence, office: OfficeMention) -> None:
    """`son porte-parole, X`: whose the title's possessive is, X is too."""
    mention = reading.mention_at.get((sentence.index, office.person or 0))
    person = reading.people.mentions.get((sentence.index, mention.first)) if mention else None
    if person is None or reading.people.known_as(person.name) is None or (reading.people.known_as(person.name) or person).certain:
        return
    owner = possessor(reading, sentence, sentence[office.head])
    if not owner:
        return
    learnt = reading.people.learn(Person(person.name, owner[0].code, person.sector))
    for named in reading.found.mentions:
        if (named.sentence, named.first) in reading.people.mentions:
            text = person_name(reading.parsed.sentences[named.sentence], named)
            if reading.people.known_as(text) == learnt:
                name(reading, named, learnt.referent("person"))
