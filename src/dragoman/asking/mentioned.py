"""Who is meant by some words of a dispatch, as the resolver reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.asking.asked import Asked, owner_of
from dragoman.asking.identities import Identity, IdentityKind
from dragoman.asking.naming import LARGE, towns
from dragoman.asking.parties import kind_of, named, party
from dragoman.asking.people import current, holding, person
from dragoman.errors import BadUsage
from dragoman.knowledge.people import people
from dragoman.languages import language as language_of
from dragoman.model.mentions import OfficeMention, Referent, Sense
from dragoman.model.text import Sentence, Token
from dragoman.pipeline import Trace, trace

KINDS: Mapping[str, IdentityKind] = {"body": "body", "seat": "body", "region": "region"}
"""What a referent of one party is where it is not the party itself; whatever else is described."""
SMALL = ("DET", "ADP", "PUNCT", "CCONJ", "PART")


def by_mention(asked: Asked, start: int, end: int) -> list[Identity]:
    """The readings of `text[start:end]`, the resolver's own first, then what else the name may stand for.

    Raises BadUsage where that is no stretch of the text.
    """
    if not 0 <= start < end <= len(asked.text):
        raise BadUsage(f"no stretch of the text: {start} to {end} of {len(asked.text)} characters")
    traced = trace(asked.text, language=asked.tongue, published=asked.on, knowledge=asked.own)
    asked = replace(asked.within(language_of(traced.parsed.language)), on=traced.parsed.published)
    words = _words(traced, asked, start, end)
    if words is None:
        return []
    chosen = _chosen(words) or list(_towns(words))
    return [*chosen, *(one for one in _senses(words) if one.codes and one.codes not in {c.codes for c in chosen})]


@dataclass(frozen=True)
class _Words:
    """The words asked about: their sentence, their tokens from the head on, and what they stand for."""

    asked: Asked
    traced: Trace
    sentence: Sentence
    tokens: tuple[Token, ...]
    referent: Referent | None
    office: OfficeMention | None

    def at(self, token: int) -> Referent | None:
        return self.traced.cast.at(self.sentence.index, token)


def _words(traced: Trace, asked: Asked, start: int, end: int) -> _Words | None:
    sentence = next((s for s in traced.parsed.sentences if s.span.start < end and start < s.span.end), None)
    inside = [t for t in sentence if t.start < end and start < t.end] if sentence else []
    if sentence is None or not inside:
        return None
    tokens = tuple(sorted(inside, key=lambda t: (t.pos in SMALL, _depth(sentence, t, inside), t.index)))
    told = ((t, traced.cast.at(sentence.index, t.index)) for t in tokens)
    referent = next((r for _, r in told if r is not None), None)
    heads = {t.index for t in tokens if t.pos not in SMALL}
    offices = (o for o in traced.found.offices if o.sentence == sentence.index and o.head in heads)
    return _Words(asked, traced, sentence, tokens, referent, next(offices, None))


def _depth(sentence: Sentence, token: Token, inside: Sequence[Token]) -> int:
    """How far below the head of the words a token hangs."""
    return sum(above in inside for above in sentence.ancestors(token))


def _chosen(words: _Words) -> list[Identity]:
    """What the resolver made of the words; of an office that names no holder, whoever held it on the day."""
    referent, office = words.referent, words.office
    if office is not None and (referent is None or referent.person is None):
        return _holders(words, office)
    if referent is None:
        return []
    if referent.person is not None:
        return [_person(words.asked, referent)]
    parties = _parties(words.asked, referent)
    place = _place(words.asked, referent) if referent.place else None
    if place is None:
        return parties
    return [place, *parties] if not parties or _happens_there(words) else [*parties, place]


def _holders(words: _Words, office: OfficeMention) -> list[Identity]:
    asked, referent = words.asked, words.referent
    title = _counterpart(words) if office.klass == "relative" else office.office
    codes = _owners(words, office)
    if not codes or not title:
        return _parties(asked, referent) if referent else []
    found = [one for code in codes for one in _told(asked, holding(asked, title, code, office.change))]
    if len(codes) == 1:
        return found
    return [Identity("parties", referent.name if referent else title, codes, "office", sector="GOV", office=title), *found]


def _owners(words: _Words, office: OfficeMention) -> tuple[str, ...]:
    """Whose the office is: all that its words name where it is of several, else whose the resolver says, or the only one that has it."""
    named = [r for i in range(office.first, office.last + 1) if (r := words.at(i)) and r.rule.startswith("name:")]
    stated = words.at(office.of) if office.of is not None else None
    if words.sentence[office.head].feats.get("Number") == "Plur" and named:
        return tuple(dict.fromkeys(code for r in named for code in r.codes))
    if stated is not None and stated.codes and stated.rule != "body":  # a body's state is a guess
        return stated.codes[:1]
    owner = owner_of(office.office)
    return (owner,) if owner else words.referent.codes if words.referent else ()


def _told(asked: Asked, found: list[Identity]) -> list[Identity]:
    """As of an unknown day, or as one of several who held it before, an office tells no holder."""
    if len(found) == 1 or not any("known to have" in (one.note or "") for one in found):
        return found
    first = found[0]
    return [Identity("office", first.office or first.name, first.codes, "office", sector="GOV", office=first.office), *found]


def _counterpart(words: _Words) -> str | None:
    """The office of whoever's counterpart it is: the possessor, else someone told of in the sentence."""
    own = words.referent.codes if words.referent else ()
    marks = words.sentence.children(words.tokens[0], "det", "nmod:poss")
    others = sorted(words.sentence, key=lambda t: (t not in marks, t.index))
    for token in others:
        referent = words.at(token.index)
        if referent is None or not referent.codes or referent.codes == own:
            continue
        offices = [o for o in words.traced.found.offices if o.sentence == words.sentence.index and token.index in (o.head, o.person)]
        known = [p.id for p in referent.parties if p.id and p.id in people()] if referent.person else []
        held = [t.office for id in known for t in current(words.asked.tenures_of(id), words.asked.day)]
        title = next((o.office for o in offices if o.klass != "relative"), None) or next(iter(held), None)
        if title:
            return title
    return None


def _person(asked: Asked, referent: Referent) -> Identity:
    """A person under the fullest name in the text, with what is known of them."""
    first = next(iter(referent.parties), None)
    if first and first.id and (first.id in people() or asked.own.known(first.id)):
        known = person(asked, first.id, referent.rule)
        return replace(known, codes=referent.codes or known.codes, sector=first.sector or known.sector)
    return Identity("person", referent.name, referent.codes, referent.rule, sector=first.sector if first else None)


def _parties(asked: Asked, referent: Referent) -> list[Identity]:
    """One party by its own name; several at once, or a description, under the words of the text."""
    if not referent.parties:
        return []
    first = referent.parties[0]
    if len(referent.codes) > 1:
        return [Identity("parties", referent.name, referent.codes, referent.rule, sector=first.sector)]
    if referent.rule.startswith("name:") and referent.kind not in ("seat", "body", "region"):
        return [party(asked, first.code, referent.kind, first.sector)]
    if referent.kind in ("organization", "group") or kind_of(first.code) != "state":
        return [party(asked, first.code, referent.rule, first.sector)]
    kind = KINDS.get(referent.kind, "description")
    return [Identity(kind, referent.name, referent.codes, referent.rule, sector=first.sector, country=first.code)]


def _place(asked: Asked, referent: Referent) -> Identity:
    country = str(referent.place)
    return Identity("place", referent.name, (country,), "place", country=country)


def _happens_there(words: _Words) -> bool:
    """Whether the words only say where: "in Brussels", "à Paris"."""
    speech = language_of(words.traced.parsed.language)
    return words.sentence.case(words.tokens[0]).split(" ")[0] in speech.grammar.locative_cases


def _towns(words: _Words) -> Iterator[Identity]:
    """A name of which the resolver made nothing may be a town's that only hosts what is told."""
    if (words.referent is None or words.referent.kind == "city") and words.tokens[0].pos == "PROPN":
        ordered = sorted(t.index for t in words.tokens if t.pos not in SMALL)
        name = words.asked.text[words.sentence[ordered[0]].start : words.sentence[ordered[-1]].end]
        yield from towns(words.asked, name, LARGE)


def _senses(words: _Words) -> Iterator[Identity]:
    """What else the name may stand for."""
    indices = {t.index for t in words.tokens if t.pos not in SMALL}
    for mention in words.traced.found.mentions:
        if mention.sentence == words.sentence.index and indices <= set(range(mention.first, mention.last + 1)):
            yield from (_sense(words.asked, sense) for sense in mention.senses if sense.code)


def _sense(asked: Asked, sense: Sense) -> Identity:
    return person(asked, sense.id, "name") if sense.kind == "person" and sense.id else named(asked, sense, sense.name)
