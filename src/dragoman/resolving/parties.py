"""Who every nominal of a document stands for, as of the document's date."""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.own import Knowledge
from dragoman.languages import Language
from dragoman.model.mentions import Cast, Found, Referent
from dragoman.model.text import Parsed, Sentence, Token
from dragoman.resolving.definite import native
from dragoman.resolving.describing import describe
from dragoman.resolving.focus import Seen
from dragoman.resolving.naming import read_names, read_people, read_surnames
from dragoman.resolving.pronouns import gender_of, number_of, pronoun
from dragoman.resolving.reading import Reading
from dragoman.resolving.world import Officials

NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "VERB")


def resolve_parties(parsed: Parsed, found: Found, language: Language, officials: Officials, dateline: str | None, own: Knowledge) -> Cast:
    """The document's cast, with the officials of its day; `dateline` is the country that the dispatch was filed from.

    `own` is what the user has imported. Raises `BadKnowledge` where it cannot be read.
    """
    reading = Reading(parsed, found, language, officials, dateline, own)
    read_names(reading)
    read_people(reading)
    read_surnames(reading)
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
            if token.pos == "NOUN" and token.relation == "nsubj" and token.lemma.lower() in reading.language.grammar.agents:
                reading.focus.strangers.append((sentence.index, token.index))
            return
        reading.referents[key] = referent
    reading.referents[key] = native(reading, sentence, token, reading.referents[key]) or reading.referents[key]
    if token.index and sentence[token.index - 1].lower == "-t":  # "a-t-il dit": two tokens, and either may be the subject
        reading.referents[sentence.index, token.index - 1] = reading.referents[key]
    if token.pos not in ("ADJ", "DET"):
        seen = _seen(reading, sentence, token, reading.referents[key])
        reading.focus.add(seen)
        together = _together(reading, sentence, token)
        if together is not None:
            reading.focus.add(replace(seen, referent=together, number="Plur", gender=None))


def _together(reading: Reading, sentence: Sentence, token: Token) -> Referent | None:
    """At the last of several joined names, all of them as one: what "they" takes up."""
    joined = sentence.joined(token)
    near = [t for t in sentence.tokens[max(0, token.index - 3) : token.index] if t.pos not in ("DET", "ADP")]
    if before := _named_before(reading, sentence, token):
        joined = (before, token)
    elif len(near) > 1 and near[-1].pos == "CCONJ" and near[-2] not in joined and near[-2].pos == token.pos == "PROPN":
        joined = (near[-2], token)  # "exhorte Lima et Santiago", which the model hangs on the verb
    if token != joined[-1] or len(joined) < 2:
        return None
    found = [reading.referents.get((sentence.index, t.index)) for t in joined]
    parties = tuple({p.code: p for r in found if r for p in r.parties}.values())
    if any(r is None or not r.parties or r.kind == "adjective" for r in found) or len(parties) < 2:
        return None
    return Referent(reading.text(sentence.index, joined[0].index, token.index), parties, "pair", rule="joined")


def _named_before(reading: Reading, sentence: Sentence, token: Token) -> Token | None:
    """The last word of the person before an "and" and another's title and name: `le Premier ministre, X, et le président, Y,`."""
    own = reading.referents.get((sentence.index, token.index))
    follows = reading.referents.get((sentence.index, token.index + 1))
    if own is None or own.person is None or token.pos != "PROPN" or (follows and follows.person == own.person):
        return None
    at = token.index - 1
    while at >= 0 and _of_the_title(reading, sentence, at, own):
        at -= 1
    if at < 1 or sentence[at].pos != "CCONJ":
        return None
    before = sentence[at - 1 - (sentence[at - 1].text == ",")]
    referent = reading.referents.get((sentence.index, before.index))
    return before if before.pos == "PROPN" and referent and referent.person and referent.person != own.person else None


def _of_the_title(reading: Reading, sentence: Sentence, at: int, person: Referent) -> bool:
    """Whether a word before a name belongs to it: an article, a mark, the title or whose it is."""
    word, referent = sentence[at], reading.referents.get((sentence.index, at))
    if referent is not None:
        return referent.person == person.person or (referent.person is None and set(referent.codes) <= set(person.codes))
    return word.pos in ("DET", "ADP", "ADJ", "NOUN") or word.text == ","


def _seen(reading: Reading, sentence: Sentence, token: Token, referent: Referent) -> Seen:
    head = sentence[token.head]
    subject = token.relation == "nsubj" or (token.relation == "conj" and head.relation == "nsubj")
    places = reading.language.grammar.locative_cases
    return Seen(
        sentence.index,
        token.index,
        referent,
        subject=subject,
        number=number_of(reading, sentence, token, referent),
        gender=gender_of(reading, sentence, token, referent),
        main=token.relation == "nsubj" and head.head == head.index,
        quoted=any(q.content.start <= token.start < q.content.end for q in reading.found.quotations),
        thing=referent.kind == "description" and token.lemma.lower() not in reading.language.grammar.agents,
        within=token.relation in ("nmod", "compound", "amod", "det") and reading.referents.get((sentence.index, head.index)) is not None,
        located=referent.place is not None and sentence.case(token).split(" ")[0] in places,
    )
