"""Who every nominal of a document stands for, as of the document's date."""

from __future__ import annotations

from collections.abc import Mapping, Set

from dragoman.languages import Language
from dragoman.model.mentions import Cast, Found, Referent
from dragoman.model.text import Parsed, Sentence, Token
from dragoman.resolving.describing import describe
from dragoman.resolving.focus import Seen
from dragoman.resolving.naming import read_names, read_people
from dragoman.resolving.pronouns import gender_of, number_of, pronoun
from dragoman.resolving.reading import FindPlace, Reading

NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM")


def resolve_parties(
    parsed: Parsed,
    found: Found,
    language: Language,
    in_office: Mapping[str, str],
    leaders: Set[str],
    place_of: FindPlace,
    dateline: str | None,
) -> Cast:
    """The document's cast.

    `in_office` maps the id of each person who holds an office on the day to whose it is, and `leaders` are those of them who lead a
    state; `place_of` gives the country of a town by its name and the countries that the text speaks of; `dateline` is the country
    that the dispatch was filed from.
    """
    reading = Reading(parsed, found, language, in_office, leaders, place_of, dateline)
    read_names(reading)
    read_people(reading)
    for sentence in parsed.sentences:
        for token in sentence:
            _read(reading, sentence, token)
    return Cast(reading.referents, reading.home)


def _read(reading: Reading, sentence: Sentence, token: Token) -> None:
    """Names, descriptions and pronouns in the order of the text, so that each finds what was said before it."""
    key = (sentence.index, token.index)
    if key not in reading.referents:
        referent = pronoun(reading, sentence, token) or (describe(reading, sentence, token) if token.pos in NOMINAL else None)
        if referent is None:
            return
        reading.referents[key] = referent
    if token.pos not in ("ADJ", "DET"):
        reading.focus.add(_seen(reading, sentence, token, reading.referents[key]))


def _seen(reading: Reading, sentence: Sentence, token: Token, referent: Referent) -> Seen:
    head = sentence[token.head]
    subject = token.relation == "nsubj" or (token.relation == "conj" and head.relation == "nsubj")
    places = reading.language.grammar.locative_cases
    return Seen(
        sentence.index,
        token.index,
        referent,
        subject=subject,
        number=number_of(token, referent),
        gender=gender_of(sentence, token),
        main=token.relation == "nsubj" and head.head == head.index,
        quoted=any(q.content.start <= token.start < q.content.end for q in reading.found.quotations),
        located=referent.place is not None and sentence.case(token).split(" ")[0] in places,
    )
