"""Nouns that say what one party is to another: `son voisin`, `her host`, `its old rival`, `the former colonial power`, `the other side`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Set

from dragoman.knowledge import states
from dragoman.knowledge.relations import former_power, neighbours
from dragoman.languages.grammar import Grammar
from dragoman.model.mentions import Party, Referent
from dragoman.model.text import Sentence, Token
from dragoman.resolving.definite import has_article
from dragoman.resolving.focus import Seen
from dragoman.resolving.groups import foremost
from dragoman.resolving.possessives import possessor
from dragoman.resolving.pronouns import beside
from dragoman.resolving.reading import Reading

CLEARLY = 1.5
"""How much more often than any other a party must be told of to be the one that a bare relation means."""
TOLD = 3
"""How often at least."""


def is_relation(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> bool:
    """Whether a noun names its party only by a relation: `son allié`, not `son allié russe`, `son hôte, Lula`, `les alliés de Paris`."""
    if noun.lemma.lower() not in grammar.counterparts or not _possessive(sentence, noun, grammar):
        return False
    around = sentence.children(noun, "amod", "compound", "nmod", "appos", "flat")
    return not any(_tells(reading, sentence, t, grammar) for t in around)


def _possessive(sentence: Sentence, noun: Token, grammar: Grammar) -> bool:
    marks = sentence.children(noun, "det", "nmod:poss")
    return any(t.lemma.lower() in grammar.possessive_lemmas or t.feats.get("Poss") == "Yes" for t in marks)


def _tells(reading: Reading, sentence: Sentence, token: Token, grammar: Grammar) -> bool:
    """Whether a word beside the noun names who it is: any name but that of a quarter of the sky (`le voisin occidental`)."""
    return (sentence.index, token.index) in reading.referents and token.lemma.lower() not in grammar.directions


def relation(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """Whom a relation with a possessive means; nobody where the text does not tell."""
    owners = frozenset(p.code for p in possessor(reading, sentence, noun))
    own = _subject(reading, sentence, noun) or owners
    kind = next((k for k, words in grammar.counterpart.items() if noun.lemma.lower() in words), "")
    several = noun.feats.get("Number") == "Plur"
    if not own or (several and kind not in ("host", "guest")):
        return None
    barred = {code for r in beside(reading, sentence, noun) for code in r.codes} | own
    ways: dict[str, Callable[[], str | None]] = {
        "neighbour": lambda: _neighbour(reading, own, barred),
        "host": lambda: _host(reading, sentence, barred),
        "guest": lambda: _most(reading, barred, lambda seen, code: seen.is_person),
        "other": lambda: _most(reading, barred, lambda seen, code: _alike(code, own)),
    }
    code = ways[kind]() if kind in ways else None
    if code is None and kind in ("same", "host", "guest"):
        return _nearest(reading, sentence, noun, own)
    if code and kind in ("host", "guest") and (someone := _person_of(reading, code)):
        return someone
    reading.related.update(frozenset((mine, code)) for mine in own if code and kind in ("neighbour", "other"))
    return _standing(reading, sentence, noun, code)


def unowned(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """A relation to whom the sentence is about: `le voisin`, `the neighbouring kingdom`, `the former colonial power`, `the other side`."""
    if noun.feats.get("Number") == "Plur" or not has_article(sentence, noun):
        return None
    lemma, marks = noun.lemma.lower().removeprefix("ex-"), {t.lemma.lower() for t in sentence.children(noun, "amod", "compound", "det")}
    if any(_tells(reading, sentence, t, grammar) for t in sentence.children(noun, "amod", "compound", "nmod", "appos", "flat")):
        return None
    own = _spoken_of(reading, sentence, noun)
    past = bool(marks & grammar.past_adjectives) or lemma != noun.lemma.lower()
    code = None
    if past and lemma in grammar.colonial["ruler"] and (marks | {lemma}) & grammar.colonial["mark"]:
        powers = {power for code in own if (power := former_power(code))}
        code = powers.pop() if len(powers) == 1 else None
    elif lemma in grammar.counterpart["neighbour"] or (lemma in grammar.country_words and marks & grammar.neighbouring):
        code = _neighbour(reading, own, own)
    elif lemma in grammar.sides and marks & grammar.opposed:
        pair = {p.code for p in foremost(reading, 2, (), states=False)}
        code = (pair - own).pop() if len(pair & own) == 1 else None
    return _standing(reading, sentence, noun, code)


def _person_of(reading: Reading, code: str) -> Referent | None:
    """The person of a party who was told of last: a guest who is named."""
    recent = reading.focus.recent(reading.focus.passed[-1].sentence)
    return next((s.referent for s in recent if s.is_person and s.referent.codes == (code,)), None)


def _standing(reading: Reading, sentence: Sentence, noun: Token, code: str | None) -> Referent | None:
    text = reading.phrase(sentence, noun)
    return Referent(text, (Party(code, text),), "description", rule="relation") if code else None


def _spoken_of(reading: Reading, sentence: Sentence, noun: Token) -> Set[str]:
    """Whom the sentence has as its subject; else where the paragraph plays."""
    home = reading.settings.get(sentence.paragraph) or reading.home
    return _subject(reading, sentence, noun) or ({home} if home else set())


def _subject(reading: Reading, sentence: Sentence, noun: Token) -> Set[str]:
    """Whom the noun's own clause, or the nearest above it, has as its subject, or what it hangs on as a participle."""
    for verb in sentence.ancestors(noun):
        clause = reading.found.clauses.get((sentence.index, verb.index))
        told = clause.subj if clause and clause.subj else (verb.head,) if verb.relation == "acl" else ()
        subjects = (reading.referents.get((sentence.index, i)) for i in told if i < noun.index)
        codes = {code for r in subjects if r for code in r.codes}
        if codes:
            return codes
    return set()


def _neighbour(reading: Reading, own: Set[str], barred: Collection[str]) -> str | None:
    """The state on their border that the text tells of: the one that it tells of most, else the one told of last."""
    near = {code for mine in own for code in neighbours(mine)} - set(barred)
    counts = {code: reading.told[code] for code in near if reading.told[code]}
    return _clearly(counts) or next((code for code in _backwards(reading) if code in counts), None)


def _host(reading: Reading, sentence: Sentence, barred: Collection[str]) -> str | None:
    """The state where the sentence, or the dispatch, has the meeting take place."""
    places = (reading.scene(sentence), reading.dateline)
    return next((place for place in places if place and place not in barred), None)


def _most(reading: Reading, barred: Collection[str], wants: Callable[[Seen, str], bool]) -> str | None:
    """Of those said so far that would do, the party that the whole text tells of most, by a clear margin."""
    said = ((s, code) for s in reading.focus.passed if s.referent.kind != "adjective" for code in s.referent.codes)
    found = {code for s, code in said if wants(s, code)}
    return _clearly({code: n for code in found if code not in barred and (n := reading.told[code]) >= TOLD})


def _clearly(counts: dict[str, int]) -> str | None:
    ranked = sorted(counts, key=lambda code: -counts[code])
    clear = bool(ranked) and (len(ranked) == 1 or counts[ranked[0]] >= CLEARLY * counts[ranked[1]])
    return ranked[0] if clear else None


def _alike(code: str, own: Set[str]) -> bool:
    """States have states for rivals and allies, groups have groups."""
    return any((code in states()) == (mine in states()) for mine in own)


def _backwards(reading: Reading) -> Iterator[str]:
    return (code for seen in reversed(reading.focus.passed) for code in seen.referent.codes)


def _nearest(reading: Reading, sentence: Sentence, noun: Token, own: Set[str]) -> Referent | None:
    """The party spoken of last that is not the possessor."""
    arguments = beside(reading, sentence, noun)
    for seen in reading.focus.recent(sentence.index):
        codes = set(seen.referent.codes)
        if seen.referent.kind in ("adjective", "region") or not codes:
            continue
        if len(codes) == 2 and len(codes - own) == 1:  # "les présidents turc et égyptien"
            return _standing(reading, sentence, noun, (codes - own).pop())
        if not (seen.located or seen.within or codes & own or seen.referent in arguments):
            return Referent(reading.phrase(sentence, noun), seen.referent.parties, "description", rule="relation")
    return None
