"""Descriptions: common nouns that stand for a party by what modifies them or by what was said before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.languages.grammar import Grammar
from dragoman.model.mentions import OfficeMention, Party, Referent
from dragoman.model.text import Sentence, Token
from dragoman.resolving.naming import name, office_country
from dragoman.resolving.people import Person, person_name, sector_of
from dragoman.resolving.pronouns import beside, possessor
from dragoman.resolving.reading import Reading

OF = ("de", "of", "du", "d'", "à")
WITHIN_ADJECTIVE = ("amod", "compound", "obl", "advmod")
"""Where the nationality stands in "Saudi-led", "Greek-owned"."""


def describe(reading: Reading, sentence: Sentence, noun: Token, depth: int = 3) -> Referent | None:
    """What a nominal stands for by the first of these rules that says so."""
    key = (sentence.index, noun.index)
    if key in reading.referents or depth == 0:
        return reading.referents.get(key)
    grammar = reading.language.grammar
    if noun.pos not in ("NOUN", "PROPN", "NUM", "ADJ"):
        return None
    return (
        holder(reading, sentence, noun)
        or pair(reading, sentence, noun, grammar)
        or several(reading, sentence, noun, grammar)
        or named_beside(reading, sentence, noun, grammar)
        or antecedent(reading, sentence, noun, grammar)
        or other(reading, sentence, noun, grammar)
        or modified(reading, sentence, noun, depth)
        or definite(reading, sentence, noun, grammar)
        or body(reading, sentence, noun, grammar)
    )


def holder(reading: Reading, sentence: Sentence, noun: Token) -> Referent | None:
    """An office stands for its holder where the text names one beside it, else for whose office it is."""
    office = reading.office_at.get((sentence.index, noun.index))
    if office is None:
        return None
    if office.person is not None:
        belongs(reading, sentence, office)
        person = reading.referents.get((sentence.index, office.person))
        if person is not None:
            reading.holders[office.office] = person
        return person
    country = office_country(reading, sentence, office)
    before = reading.holders.get(office.office) or _held_alike(reading, office.office)
    if before is not None and (country is None or country in before.codes):
        return before
    if country is None:
        return None
    text = reading.text(sentence.index, office.first, office.last)
    return Referent(text, (Party(country, text, sector_of(office)),), "office", rule="office")


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


def pair(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`les deux pays`, `both sides`, `the two`: the two parties spoken of last."""
    around = sentence.children(noun)
    definite = any(t.feats.get("Definite") == "Def" or t.feats.get("PronType") == "Dem" for t in around)
    alone = noun.lower in grammar.pair_words and noun.relation in ("nsubj", "obj", "iobj", "obl")
    two = alone or any(t.lower in grammar.pair_words for t in around)
    both = any(t.lower in grammar.both_words for t in around) or (two and definite)
    if not both or not (alone or noun.lemma.lower() in grammar.pair_heads):
        return None
    return last(reading, sentence, noun, 2)


def several(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`the four governments`, `les trois pays`: as many parties as the number says, those spoken of last."""
    numbers = [grammar.numbers[t.lower] for t in sentence.children(noun, "nummod", "det", "amod") if t.lower in grammar.numbers]
    definite = any(t.feats.get("Definite") == "Def" for t in sentence.children(noun, "det"))
    return last(reading, sentence, noun, numbers[0]) if numbers and definite and noun.lemma.lower() in grammar.pair_heads else None


def last(reading: Reading, sentence: Sentence, noun: Token, number: int) -> Referent | None:
    group = reading.focus.last_group(sentence.index, number, beside(reading, sentence, noun))
    parties = tuple(p for r in group for p in r.parties)
    return Referent(reading.phrase(sentence, noun), parties, "pair", rule="pair") if len(parties) == number else None


def named_beside(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`le groupe de mercenaires Wagner`, `the rebel group M23`: the name that a common noun introduces."""
    for token in sentence.children(noun, "appos", "flat", "nmod", "compound"):
        referent = reading.referents.get((sentence.index, token.index))
        named = token.pos == "PROPN" and not sentence.case(token) and token.index > noun.index
        if named and referent and referent.parties and referent.kind in ("group", "organization", "person", "body"):
            return referent
    return None


def antecedent(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`Washington, dont les troupes ...`, `Rwanda, whose army ...`: the noun belongs to the antecedent."""
    before = [t for t in sentence.tokens[max(0, noun.index - 4) : noun.index] if t.lower in grammar.relative_pronouns["of"]]
    if not before or noun.lemma.lower() not in grammar.sectors:
        return None
    for index in range(before[-1].index - 1, max(-1, before[-1].index - 8), -1):
        referent = reading.referents.get((sentence.index, index))
        if referent and referent.parties:
            text = reading.phrase(sentence, noun)
            sector = grammar.sectors.get(noun.lemma.lower())
            owners = [*referent.parties, *joined_before(reading, sentence, index)]
            return Referent(text, tuple(Party(p.code, text, sector) for p in owners), "description", rule="whose")
    return None


def joined_before(reading: Reading, sentence: Sentence, index: int) -> tuple[Party, ...]:
    """The parties that "and" joins to a name from the left."""
    while index > 0 and reading.referents.get((sentence.index, index - 1)) is reading.referents[sentence.index, index]:
        index -= 1
    if index < 2 or sentence[index - 1].pos != "CCONJ":
        return ()
    before = reading.referents.get((sentence.index, index - 2))
    return before.parties if before else ()


def other(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`son voisin`, `its rival`, `her host`: not the possessor but the other party spoken of."""
    if noun.lemma.lower() not in grammar.counterpart or any(
        reading.referents.get((sentence.index, t.index)) for t in sentence.children(noun, "amod", "compound", "nmod", "appos", "flat")
    ):
        return None
    own = {p.code for p in possessor(reading, sentence, noun)}
    if not own:
        return None
    arguments = beside(reading, sentence, noun)
    for seen in reading.focus.recent(sentence.index):
        codes = set(seen.referent.codes)
        if codes and not codes & own and seen.referent not in arguments and seen.referent.kind != "adjective":
            return Referent(reading.phrase(sentence, noun), seen.referent.parties, "description", rule="other")
    return None


def modified(reading: Reading, sentence: Sentence, noun: Token, depth: int) -> Referent | None:
    """Nationality adjectives, noun modifiers, possessives, and the noun's `de`/`of`."""
    adjectives = [t for t in sentence.children(noun, "amod", "compound", "nmod:poss", "nmod:unmarked") if t.pos != "PRON"]
    led = [c for t in adjectives if t.pos in ("VERB", "ADJ") for c in sentence.children(t, *WITHIN_ADJECTIVE)]
    parties = parties_of(reading, sentence, [*adjectives, *led], depth) or combined(reading, adjectives)
    if parties:
        return _described(reading, sentence, noun, parties, "modifier")
    parties = possessor(reading, sentence, noun)
    if parties:
        return _described(reading, sentence, noun, parties, "possessive")
    return _described(reading, sentence, noun, owners(reading, sentence, noun, depth), "of")


def owners(reading: Reading, sentence: Sentence, noun: Token, depth: int) -> tuple[Party, ...]:
    """The parties of a noun's `de`/`of`: named ones of any noun, described ones only of people, organs and quantities."""
    grammar, lemma = reading.language.grammar, noun.lemma.lower()
    found = [t for t in sentence.children(noun, "nmod", "obl") if sentence.case(t).split(" ")[0] in OF]
    return parties_of(reading, sentence, found, depth if lemma in grammar.sectors or lemma in grammar.quantity_words else 0, towns=True)


def _described(reading: Reading, sentence: Sentence, noun: Token, parties: tuple[Party, ...], rule: str) -> Referent | None:
    if not parties:
        return None
    lemma = noun.lemma.lower()
    sector = reading.language.grammar.sectors.get(lemma)
    text = reading.phrase(sentence, noun)
    referent = Referent(text, tuple(Party(p.code, text, sector or p.sector) for p in parties), "description", rule=rule)
    if sector:
        reading.bodies[lemma] = referent
    return referent


def parties_of(reading: Reading, sentence: Sentence, tokens: Iterable[Token], depth: int, towns: bool = False) -> tuple[Party, ...]:
    found: list[Party] = []
    for token in with_conjuncts(sentence, tokens):
        referent = reading.referents.get((sentence.index, token.index)) or describe(reading, sentence, token, depth - 1)
        if referent is None:
            continue
        found.extend(referent.parties)
        if towns and not referent.parties and referent.place:
            found.append(Party(referent.place, referent.name))
    return tuple({p.code: p for p in found}.values())


def combined(reading: Reading, adjectives: Iterable[Token]) -> tuple[Party, ...]:
    """`sino-russe`, `franco-allemand`: a combining form and an adjective."""
    for token in adjectives:
        parts = token.lower.split("-")
        first = reading.language.grammar.combining.get("-".join(parts[:-1]))
        if len(parts) < 2 or first is None:
            continue
        last = [s.code for s in reading.language.names.exactly(parts[-1]) or reading.language.names.exactly(parts[-1].title()) if s.code]
        if last:
            return (Party(first, token.text), Party(last[0], token.text))
    return ()


def body(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`le gouvernement`, `the army` with no country: the one spoken of before, else the country of the dispatch."""
    lemma = noun.lemma.lower()
    sector = grammar.sectors.get(lemma)
    if sector is None or noun.pos == "ADJ":
        return None
    before = reading.bodies.get(lemma)
    beside_it = _of_the_person(reading, sentence) if lemma in grammar.ministry_words else None
    code = beside_it or reading.scene(sentence) or (before.codes[0] if before and before.codes else reading.home)
    if code is None or is_generic(sentence, noun):
        return None
    text = reading.phrase(sentence, noun)
    return Referent(text, (Party(code, text, sector),), "body", rule="body")


def _of_the_person(reading: Reading, sentence: Sentence) -> str | None:
    """A ministry named beside a named official is that official's."""
    for token in sentence:
        referent = reading.referents.get((sentence.index, token.index))
        if referent and referent.person and len(referent.codes) == 1 and referent.parties[0].sector == "GOV":
            return referent.codes[0]
    return None


def definite(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`le pays`, `the bloc`, `le groupe`: the state, organisation or group spoken of last."""
    lemma = noun.lemma.lower()
    definite = any(t.feats.get("Definite") == "Def" or t.feats.get("PronType") == "Dem" for t in sentence.children(noun, "det"))
    kinds = [
        kinds
        for words, kinds in (
            (grammar.country_words, ("state", "capital")),
            (grammar.organisation_words, ("organization",)),
            (grammar.group_words, ("group",)),
        )
        if lemma in words
    ]
    if not definite or not kinds or noun.feats.get("Number") == "Plur":
        return None
    wanted = {k for row in kinds for k in row}
    seen = next((s for s in reading.focus.recent(sentence.index) if s.referent.kind in wanted), None)
    return seen.referent if seen else None


def is_generic(sentence: Sentence, noun: Token) -> bool:
    """A bare singular ("contre personne", "au pouvoir"): no one in particular."""
    bare = not sentence.children(noun, "det", "nummod", "amod", "nmod:poss", "compound")
    return bare and noun.feats.get("Number") != "Plur" and sentence.case(noun) != ""


def with_conjuncts(sentence: Sentence, tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from sentence.children(token, "conj")
