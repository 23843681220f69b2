"""Descriptions: common nouns that stand for a party by what modifies them or by what was said before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.languages.grammar import Grammar
from dragoman.model.mentions import Party, Referent
from dragoman.model.text import Sentence, Token
from dragoman.resolving.bodies import body
from dragoman.resolving.definite import bloc_of_region, court_of, definite, fighters, former_land, joint
from dragoman.resolving.focus import OUT
from dragoman.resolving.groups import pair, several
from dragoman.resolving.possessives import possessor
from dragoman.resolving.pronouns import pronoun
from dragoman.resolving.reading import Reading
from dragoman.resolving.relations import is_relation, relation, unowned
from dragoman.resolving.titled import holder, listed_behind
from dragoman.resolving.world import country_of_leader

OF = ("de", "of", "du", "d'", "à")
FROM = ("from",)
"""What besides brings in whose people and organs are: "ambassadors from Peru and Chile"."""
WITHIN_ADJECTIVE = ("amod", "compound", "obl", "advmod")
"""Where the nationality stands in "Saudi-led", "Greek-owned"."""


def describe(reading: Reading, sentence: Sentence, noun: Token, depth: int = 3) -> Referent | None:
    """What a nominal stands for by the first of these rules that says so."""
    key = (sentence.index, noun.index)
    if key in reading.referents or depth == 0:
        return reading.referents.get(key)
    grammar = reading.language.grammar
    if noun.pos in ("PRON", "DET") and noun.lower in grammar.both_words:
        return pair(reading, sentence, noun, grammar)
    if (those := those_of(reading, sentence, noun, depth)) is not None:
        return those
    if noun.pos == "PRON" and noun.lower in grammar.pronouns["some"]:
        return some_of(reading, sentence, noun, depth)
    if noun.pos not in ("NOUN", "PROPN", "NUM", "ADJ", "VERB"):
        return None
    if noun.pos == "VERB":  # a name that the tagger does not know
        return joint(reading, sentence, noun, grammar)
    if is_relation(reading, sentence, noun, grammar):
        return holder(reading, sentence, noun) or relation(reading, sentence, noun, grammar)
    return (
        of_both(reading, noun)
        or apposed(reading, sentence, noun, grammar)
        or holder(reading, sentence, noun)
        or joint(reading, sentence, noun, grammar)
        or bloc_of_region(reading, sentence, noun, grammar)
        or pair(reading, sentence, noun, grammar)
        or several(reading, sentence, noun, grammar)
        or of_a_leader(reading, sentence, noun, grammar)
        or named_beside(reading, sentence, noun, grammar)
        or antecedent(reading, sentence, noun, grammar)
        or unowned(reading, sentence, noun, grammar)
        or former_land(reading, sentence, noun, grammar)
        or fighters(reading, sentence, noun, grammar)
        or led(reading, sentence, noun)
        or modified(reading, sentence, noun, depth)
        or definite(reading, sentence, noun, grammar)
        or body(reading, sentence, noun, grammar)
    )


def apposed(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`Bathily, a Senegalese diplomat`: what stands in apposition to a person is that person."""
    before = reading.referents.get((sentence.index, noun.head)) if noun.relation == "appos" and noun.head < noun.index else None
    singular = noun.pos == "NOUN" and noun.feats.get("Number") != "Plur" and noun.lemma.lower() in grammar.agents
    titled = (sentence.index, noun.index) in reading.office_at  # a title may begin the next name of a list
    return before if before and before.person and before.parties and singular and not titled else None


def of_a_leader(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`l'administration Obama`, `the Johnson government`: whom a state had for its leader, be it long ago."""
    if grammar.sectors.get(noun.lemma.lower()) != "GOV" or (sentence.index, noun.index) in reading.office_at:
        return None
    for index in (noun.index - 1, noun.index + 1):
        mention = reading.mention_at.get((sentence.index, index))
        named = reading.referents.get((sentence.index, index))
        if mention and mention.kind in ("person", "organization") and mention.first == mention.last and not (named and named.parties):
            code = country_of_leader(sentence[index].text, reading.language.names.surnames, reading.concerned)
            if code:
                text = reading.phrase(sentence, noun)
                return Referent(text, (Party(code, text, "GOV"),), "description", rule="leader's")
    return None


def those_of(reading: Reading, sentence: Sentence, word: Token, depth: int) -> Referent | None:
    """`ceux de la Norvège`, `those of Norway`: of whomever it names."""
    demonstrative = word.feats.get("PronType") == "Dem" or word.lower in reading.language.grammar.pronouns["latter"]
    if word.pos != "PRON" or not demonstrative:
        return None
    of = [t for t in sentence.children(word, "nmod", "obl") if sentence.case(t).split(" ")[0] in OF and t.index > word.index]
    parties = parties_of(reading, sentence, of, depth)
    return Referent(reading.phrase(sentence, word), parties, "description", rule="those of") if parties else None


def named_beside(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`le groupe de mercenaires Wagner`, `the rebel group M23`: the name that a common noun introduces."""
    for token in sentence.children(noun, "appos", "flat", "nmod", "compound"):
        referent = reading.referents.get((sentence.index, token.index))
        named = token.pos == "PROPN" and not sentence.case(token) and token.index > noun.index
        related = token.relation == "appos" and noun.lemma.lower() in grammar.counterparts | grammar.country_words  # "its ally, Japan,"
        kinds = ("group", "organization", "person", "body", *(("state", "capital") if related else ()))
        if named and referent and referent.parties and referent.kind in kinds:
            return referent
    return None


def antecedent(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`Washington, dont les troupes ...`, `Rwanda, whose army ...`: the noun belongs to the antecedent."""
    before = [t for t in sentence.tokens[max(0, noun.index - 4) : noun.index] if t.lower in grammar.relative_pronouns["of"]]
    lemma = noun.lemma.lower()
    if not before or not (lemma in grammar.sectors or lemma in grammar.country_words):
        return None
    for index in range(before[-1].index - 1, max(-1, before[-1].index - 8), -1):
        referent = reading.referents.get((sentence.index, index))
        if referent and referent.parties:
            text = reading.phrase(sentence, noun)
            sector = grammar.sectors.get(lemma)
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


def modified(reading: Reading, sentence: Sentence, noun: Token, depth: int) -> Referent | None:
    """Nationality adjectives, noun modifiers, possessives, and the noun's `de`/`of`."""
    adjectives = [t for t in sentence.children(noun, "amod", "compound", "nmod:poss", "nmod:unmarked") if t.pos != "PRON"]
    not_own = reading.language.grammar.not_own
    if adjectives and noun.feats.get("Number") == "Plur" and noun.index < adjectives[0].index:
        adjectives += [t for a in list(adjectives) for t in listed_behind(reading, sentence, a) if t not in adjectives]
    participles = [t for t in adjectives if t.pos in ("VERB", "ADJ") and t.lemma.lower() not in not_own]
    beneath = [c for t in participles for c in sentence.children(t, *WITHIN_ADJECTIVE)]
    parties = parties_of(reading, sentence, [*adjectives, *beneath], depth) or combined(reading, adjectives)
    for rule, found in (
        ("modifier", parties),
        ("possessive", possessor(reading, sentence, noun) if not parties else ()),
        ("of", owners(reading, sentence, noun, depth)),
    ):
        if found:
            return _described(reading, sentence, noun, court_of(reading, sentence, noun, found), rule)
    return None


def owners(reading: Reading, sentence: Sentence, noun: Token, depth: int) -> tuple[Party, ...]:
    """The parties of a noun's `de`/`of`: named ones of any noun, described ones only of people, organs and quantities."""
    grammar, lemma = reading.language.grammar, noun.lemma.lower()
    cases = (*OF, *FROM) if lemma in grammar.agents else OF
    found = [t for t in sentence.children(noun, "nmod", "obl") if sentence.case(t).split(" ")[0] in cases]
    of = parties_of(reading, sentence, found, depth if lemma in grammar.sectors or lemma in grammar.quantity_words else 0, towns=True)
    return of or come_from(reading, sentence, noun)


def come_from(reading: Reading, sentence: Sentence, noun: Token) -> tuple[Party, ...]:
    """`des hommes venus de Syrie`, `men landed from a Chinese ship`: people are whose the place is that they came from."""
    grammar = reading.language.grammar
    if noun.lemma.lower() not in grammar.agents:
        return ()
    came = [t for t in sentence.children(noun, "acl", "amod") if t.lemma.lower() in grammar.origin_verbs]
    places = [p for t in came for p in sentence.subtree(t) if p.index > t.index and sentence.case(p).split(" ")[0] in (*OF, *FROM)]
    return parties_of(reading, sentence, places[:1], 2, towns=True)


def led(reading: Reading, sentence: Sentence, noun: Token) -> Referent | None:
    """`the donors, headed by Oslo and Seoul`, `une coalition menée par Riyad`: who leads stands for them."""
    grammar, lemma = reading.language.grammar, noun.lemma.lower()
    several = noun.feats.get("Number") == "Plur" and lemma not in grammar.sectors
    if lemma not in grammar.agents or not (several or lemma in grammar.organisation_words):
        return None
    apposed = noun.relation == "appos" and reading.referents.get((sentence.index, noun.head)) is not None
    leading = [] if apposed else [t for t in sentence.children(noun, "acl", "amod", "appos") if t.lemma.lower() in grammar.leading]
    agents = [a for t in leading for a in sentence.children(t, "obl", "nmod") if sentence.case(a).split(" ")[0] in grammar.agent_cases]
    return _described(reading, sentence, noun, parties_of(reading, sentence, agents, 2), "led")


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
    """`sino-russe`, `Franco-German`, `Kenyan-Ugandan`: a combining form or an adjective, and an adjective."""
    for token in adjectives:
        before, _, behind = token.text.rpartition("-")
        first = reading.language.grammar.combining.get(before.lower()) or (_adjective(reading, before) if before else None)
        last = _adjective(reading, behind) if first else None
        if first and last:
            return (Party(first, token.text), Party(last, token.text))
    return ()


def _adjective(reading: Reading, word: str) -> str | None:
    """Of whom an adjective is, whatever its first letter."""
    senses = (s for spelled in (word, word.title()) for s in reading.language.names.exactly(spelled))
    return next((s.code for s in senses if s.code and s.kind in ("adjective", "demonym")), None)


def of_both(reading: Reading, adjective: Token) -> Referent | None:
    """`sino-russe` as a word for itself."""
    parties = combined(reading, [adjective]) if adjective.pos in ("ADJ", "PROPN") else ()
    return Referent(adjective.text, parties, "adjective", rule="combined") if parties else None


def some_of(reading: Reading, sentence: Sentence, some: Token, depth: int) -> Referent | None:
    """`l'un de ses députés`, `many of the Serbs`: of those named behind; `some`, `aucun` alone: of the people told of last."""
    of = [t for t in sentence.children(some, "nmod", "obl") if sentence.case(t).split(" ")[0] in OF]
    taken_up = (r for t in of if (r := pronoun(reading, sentence, t)))
    parties = parties_of(reading, sentence, of, depth) or next(taken_up, Referent("")).parties
    if of:
        return Referent(reading.phrase(sentence, some), parties, "description", rule="some") if parties else None
    return reading.focus.antecedent(sentence.index, "Plur", None, lambda seen: 1 if seen.number == "Plur" and not seen.thing else OUT)


def with_conjuncts(sentence: Sentence, tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from sentence.children(token, "conj")
