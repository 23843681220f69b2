"""Several parties by a number: `les deux pays`, `both sides`, `the four governments`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Set
from functools import cache
from itertools import combinations

from dragoman.knowledge import members, organizations
from dragoman.knowledge.relations import neighbours
from dragoman.languages.grammar import Grammar
from dragoman.model.mentions import Party, Referent
from dragoman.model.text import Sentence, Token
from dragoman.resolving.pronouns import beside
from dragoman.resolving.reading import ACTORS, Reading

NOMINAL = ("NOUN", "PROPN")
TOGETHER = 3
"""What a joint mention of two adds to how often they are told of."""
CANDIDATES = 6
"""Of how many parties told of most a pair is made."""
WORLDWIDE = 60
"""Members from which on an organisation takes no side."""
PASSING = 4
"""A pair told of so many times less than the two that the text is about is only passed by."""
REACH = 5
"""Sentences that may hold an enumeration which a later number takes up, this one included."""


def pair(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`les deux pays`, `both sides`, `the two`: the two parties spoken of last."""
    around = sentence.children(noun)
    definite = any(_points(t) for t in around)
    alone = noun.lower in grammar.pair_words | grammar.both_words and noun.relation in ("nsubj", "obj", "iobj", "obl")
    two = alone or any(t.lower in grammar.pair_words for t in around)
    both = any(t.lower in grammar.both_words for t in (noun, *around)) or (two and definite)
    facing = noun.feats.get("Number") == "Plur" and definite and _mutual(sentence, noun, grammar)
    if both and not alone and noun.lemma.lower() in grammar.people_words and (people := _two_people(reading, sentence, noun)):
        return people
    if not facing and (not both or not (alone or noun.lemma.lower() in grammar.pair_heads)):
        return None
    return last(reading, sentence, noun, 2)


def _two_people(reading: Reading, sentence: Sentence, noun: Token) -> Referent | None:
    """`les deux hommes`, `the two engineers`: the two persons told of last, nobody where the text does not tell whose they are."""
    told = {s.referent.person: s.referent for s in reading.focus.recent(sentence.index) if s.is_person}
    if len(told) < 2:
        return None
    parties = {p.code: p for r in reversed(list(told.values())[:2]) for p in r.parties}
    return Referent(reading.phrase(sentence, noun), tuple(parties.values()), "pair", rule="two people")


def _points(mark: Token) -> bool:
    """A definite article, a demonstrative; before a number any plural article is the definite one in its adposition ("des deux pays")."""
    plural = mark.feats.get("PronType") == "Art" and mark.feats.get("Number") == "Plur"
    return mark.feats.get("Definite") == "Def" or mark.feats.get("PronType") == "Dem" or plural


def _mutual(sentence: Sentence, noun: Token, grammar: Grammar) -> bool:
    """`les belligérants`, `the rival generals`, `the warring sides`: two by their relation, without a number."""
    lemma, marks = noun.lemma.lower(), {t.lemma.lower() for t in sentence.children(noun, "amod", "compound")}
    opposed = bool(marks & grammar.opposed) and lemma in grammar.pair_heads | grammar.sides
    return (lemma in grammar.mutual or opposed) and not sentence.children(noun, "nmod", "nmod:poss", "nummod", "appos")


def several(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`the four governments`, `les trois pays`: as many parties as the number says, those spoken of last."""
    numbers = [grammar.numbers[t.lower] for t in sentence.children(noun, "nummod", "det", "amod") if t.lower in grammar.numbers]
    definite = any(_points(t) for t in sentence.children(noun, "det", "case"))
    marks = {t.lemma.lower() for t in (noun, *sentence.children(noun, "amod", "compound", "acl", "nmod", "appos"))}
    if numbers and marks & grammar.mediating:
        return _mediators(reading, sentence, noun, numbers[0])
    return last(reading, sentence, noun, numbers[0]) if numbers and definite and noun.lemma.lower() in grammar.pair_heads else None


def _mediators(reading: Reading, sentence: Sentence, noun: Token, number: int) -> Referent | None:
    """`les trois pays médiateurs`: the parties named where the text tells of a mediation, but for the two between whom it is."""
    words = reading.language.grammar.mediating
    told = {s.index for s in reading.parsed.sentences[: sentence.index] if any(t.lemma.lower() in words for t in s)}
    sides = {p.code for p in foremost(reading, 2, (), states=False)}
    seen = (s.referent for s in reading.focus.passed if s.sentence in told and s.referent.kind in ACTORS)
    parties = {p.code: p for r in seen for p in r.parties if p.code not in sides}
    return Referent(reading.phrase(sentence, noun), tuple(parties.values()), "pair", rule="pair") if len(parties) == number else None


def last(reading: Reading, sentence: Sentence, noun: Token, number: int) -> Referent | None:
    """As many parties as have just been told together ("Poland and Lithuania"), else those that the text has spoken of most."""
    barred = {code for r in beside(reading, sentence, noun) for code in r.codes}
    states = noun.lemma.lower() in reading.language.grammar.country_words
    together = _told_together(reading, sentence, noun, number, barred)
    lemma, relations = noun.lemma.lower(), reading.language.grammar.counterpart
    most = foremost(reading, number, barred, states, lemma in relations["neighbour"], lemma in relations["neighbour"] | relations["other"])
    passing = number == 2 and len(most) == 2 and PASSING * _weight(reading, together) < _weight(reading, most)
    parties = most if not together or (passing and _left(reading, together, barred)) else together
    return Referent(reading.phrase(sentence, noun), parties, "pair", rule="pair") if len(parties) == number else None


def _left(reading: Reading, parties: Iterable[Party], barred: Set[str]) -> bool:
    """Whether someone else has been named since."""
    told = {p.code for p in parties}
    for seen in reversed(reading.focus.passed):
        if told & set(seen.referent.codes):
            return False
        if seen.referent.kind in ACTORS and seen.referent.kind != "body" and not barred & set(seen.referent.codes):
            return True
    return False


def _weight(reading: Reading, parties: Iterable[Party]) -> int:
    """How often the text tells of the least of them."""
    return min((reading.concerned[p.code] for p in parties), default=0)


def _told_together(reading: Reading, sentence: Sentence, noun: Token, number: int, barred: Set[str]) -> tuple[Party, ...]:
    """The parties of a coordinated subject of this sentence or the one before; three or more wherever they stand."""
    for index in range(sentence.index, max(-1, sentence.index - (2 if number == 2 else REACH)), -1):
        earlier = reading.parsed.sentences[index]
        end = noun.index if index == sentence.index else len(earlier)
        for token in reversed(earlier.tokens[:end]):
            parties = _coordination(reading, earlier, token, end, anywhere=number > 2)
            if len(parties) == number and not barred & {p.code for p in parties}:
                return parties
    return ()


def _coordination(reading: Reading, sentence: Sentence, token: Token, end: int, anywhere: bool) -> tuple[Party, ...]:
    """The parties of a nominal and of those that "and" joins to it, each code once; nothing where none is joined."""
    grammar, case = reading.language.grammar, sentence.case(token)
    placed = grammar.locative_cases - {case}  # "..., and in Geneva"
    joined = [t for t in sentence.children(token, "conj") if t.index < end and t.pos in NOMINAL and sentence.case(t) not in placed]
    company = case in grammar.company_cases
    if not joined or token.pos not in NOMINAL or not (anywhere or company or token.relation == "nsubj"):
        return ()
    referents = [reading.referents.get((sentence.index, t.index)) for t in (token, *joined)]
    parties = {p.code: p for r in referents if r for p in r.parties}
    return tuple(parties.values())


def foremost(
    reading: Reading, number: int, barred: Collection[str], states: bool, bordering: bool = False, related: bool = False
) -> tuple[Party, ...]:
    """The parties told of most up to here, in the order in which they were first named; of two, those told of together before others."""
    counts: Counter[str] = Counter()
    named: dict[str, Party] = {}
    joint: Counter[frozenset[str]] = Counter({two: TOGETHER * times for two, times in reading.related.items()})
    for seen in reading.focus.passed:
        codes = frozenset(seen.referent.codes)
        joint[codes] += TOGETHER * (seen.referent.rule == "joined")
        for party in seen.referent.parties:
            if party.code not in barred and _may_face(party.code) and not (states and len(party.code) != 3):
                counts[party.code] += 1 if seen.located else 2 + seen.subject - seen.quoted - (party.code in organizations())
                named.setdefault(party.code, party)
    most = [code for code, _ in counts.most_common(number if number != 2 else CANDIDATES)]
    if number == 2 and len(most) > 2:
        pairs = [two for two in combinations(most, 2) if not bordering or two[0] in neighbours(two[1])]
        pairs = [two for two in pairs if related and frozenset(two) in reading.related] or pairs
        most = list(max(pairs, key=lambda two: counts[two[1]] + joint[frozenset(two)], default=()))
    return tuple(party for code, party in named.items() if code in most)


@cache
def _may_face(code: str) -> bool:
    """Whether it may be one of two sides: a state, a group, a union of some states; no court, and no organisation of the whole world."""
    organization = organizations().get(code)
    return organization is None or (organization.kind != "court" and organization.parent is None and 0 < len(members(code)) < WORLDWIDE)
