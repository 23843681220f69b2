"""Words and constructions of acts in a sentence, by the language's lexicon."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.languages.grammar import Grammar
from dragoman.languages.lexicon import Lexicon
from dragoman.model.mentions import Predicate
from dragoman.model.patterns import Pattern
from dragoman.model.text import Sentence, Token

WINDOW = 7
"""How many words after its head a construction's other words may stand, where the tree does not join them."""
NEAR = 10
"""How far from its head a word of a construction may stand where the tree joins them."""
ADJACENT = 4
"""How many words may stand between a construction and its particle ("turned the offer down")."""
PARTICLES = ("ADP", "PART", "ADV")
VERBAL = ("VERB", "AUX")
NOMINAL = ("NOUN", "PROPN")


def match_words(sentence: Sentence, head: Token, pattern: Pattern, grammar: Grammar) -> tuple[int, ...] | None:
    """The tokens that a pattern covers with its head at a token; None where its words are not all there."""
    if pattern.pos == "noun":
        return _contiguous(sentence, head, pattern, grammar)
    if pattern.reflexive != _is_reflexive(sentence, head, grammar) and pattern.reflexive:
        return None
    found = [head.index]
    children = sentence.children(head)
    apart = grammar.adverbial_cases - set(pattern.words)
    children = tuple(c for c in children if c.index > head.index or sentence.case(c).split(" ")[0] not in apart)  # "selon des ONG"
    near = (t for c in children for t in (c, *_under(sentence, c)) if abs(t.index - head.index) <= NEAR)
    below = {t.index for t in near if t.index > head.index or t.dep != "nsubj"}  # "strikes go on" is not "go on strike"
    for word in pattern.words[1:]:
        step = _find(sentence, word, head, found, below)
        if step is None:
            return None
        found.append(step)
    return tuple(sorted(found))


def find_predicates(sentence: Sentence, lexicon: Lexicon, grammar: Grammar) -> tuple[Predicate, ...]:
    """Each pattern whose words stand in the sentence; its conditions on arguments are for coding to check."""
    return tuple(_predicates(sentence, lexicon, grammar))


def _predicates(sentence: Sentence, lexicon: Lexicon, grammar: Grammar) -> Iterator[Predicate]:
    for token in sentence:
        for lemma in sorted({token.lemma.lower(), token.lower}):
            for pattern in lexicon.headed(lemma):
                if _right_class(sentence, token, pattern) and not _is_other_verb(sentence, token, pattern, lexicon, grammar):
                    words = match_words(sentence, token, pattern, grammar)
                    if words is not None:
                        yield Predicate(sentence.index, token.index, words, pattern)


def _right_class(sentence: Sentence, token: Token, pattern: Pattern) -> bool:
    if pattern.pos == "verb":
        if token.relation == "aux":
            return False
        return token.pos in VERBAL or (token.pos == "ADJ" and token.feats.get("VerbForm") == "Part") or _odd_verb(sentence, token)
    if pattern.pos == "noun":
        return token.pos in NOMINAL and not _is_half(sentence, token)
    return token.pos in ("ADJ", "ADV", "NOUN", "VERB")


def _is_half(sentence: Sentence, token: Token) -> bool:
    """The first half of a compound is no act of its own: `a strike-bound port`."""
    behind = sentence.tokens[token.index + 1 : token.index + 2]
    return bool(behind) and behind[0].text == "-" and behind[0].start == token.end


def _is_other_verb(sentence: Sentence, token: Token, pattern: Pattern, lexicon: Lexicon, grammar: Grammar) -> bool:
    """`se féliciter de` is not `féliciter`: where the lexicon has the reflexive, the plain verb is not meant."""
    if pattern.pos != "verb" or pattern.reflexive or not grammar.reflexive or len(pattern.words) > 1:
        return False
    return any(p.reflexive for p in lexicon.headed(pattern.words[0])) and _is_reflexive(sentence, token, grammar)


def _odd_verb(sentence: Sentence, token: Token) -> bool:
    """A verb that the tagger took for something else: a form after an auxiliary."""
    return token.pos in ("ADJ", "NOUN", "PROPN") and any(t.relation == "aux" for t in sentence.children(token))


def _is_reflexive(sentence: Sentence, head: Token, grammar: Grammar) -> bool:
    if any(t.lemma.lower() in grammar.passive_governors for t in sentence.children(head, "aux", "dep")):
        return False  # "s'est fait attaquer": the reflexive is the other verb's
    near = (*sentence.children(head), *sentence.tokens[max(0, head.index - 3) : head.index])
    return any(t.lemma.lower() in grammar.reflexive or t.lower in ("s'", "se") for t in near if t.pos in ("PRON", "PART", "X"))


def _find(sentence: Sentence, word: str, head: Token, found: list[int], below: set[int]) -> int | None:
    """Where the next word of a construction stands: soon after the last, or anywhere below the head."""
    last = max(found)
    after = range(last + 1, min(last + 1 + WINDOW, len(sentence)))
    for index in after:
        token = sentence[index]
        if _is(token, word) and not _elsewhere(sentence, token, last):
            return index
        if token.pos == "PUNCT" and token.text in ".;:" or _opens_clause(token):
            break
    free = (i for i in sorted(below) if i not in found and i != head.index and _is(sentence[i], word))
    return next((i for i in free if not _of_time(sentence, sentence[i])), None)


def _under(sentence: Sentence, child: Token) -> tuple[Token, ...]:
    """What hangs on an argument; a clause with a subject of its own has its words to itself: "announced that they would hold talks"."""
    return () if child.pos in VERBAL and sentence.children(child, "nsubj") else sentence.children(child)


def _opens_clause(token: Token) -> bool:
    """Behind `that` or the `to` of an infinitive stands another verb, whose words are its own: `agreed to lift curbs on trade`."""
    return token.relation == "mark" and token.pos in ("SCONJ", "PART")


def _elsewhere(sentence: Sentence, token: Token, last: int) -> bool:
    """A particle or adposition far from the words before it, or before a date, belongs to something else."""
    return token.pos in PARTICLES and (token.index - last > ADJACENT or _of_time(sentence, token))


def _of_time(sentence: Sentence, token: Token) -> bool:
    above = sentence.parent(token)
    return token.pos in PARTICLES and above is not None and (above.entity in ("DATE", "TIME") or above.pos == "NUM")


def _is(token: Token, word: str) -> bool:
    """Whether a token is a further word of a construction; a verb with a subject of its own is not: `X, which backs Y, sent`."""
    finite = token.pos == "VERB" and token.feats.get("VerbForm") == "Fin"
    return not finite and word in (token.lemma.lower(), token.lower)


def _contiguous(sentence: Sentence, head: Token, pattern: Pattern, grammar: Grammar) -> tuple[int, ...] | None:
    """A noun phrase: its words in order, only determiners, adjectives and adverbs between them."""
    found = [head.index]
    for step, words in ((1, pattern.words[pattern.head + 1 :]), (-1, tuple(reversed(pattern.words[: pattern.head])))):
        at = head.index
        for word in words:
            reached = _walk(sentence, at, step, word, grammar)
            if reached is None:
                return None
            found.append(reached)
            at = reached
    return tuple(sorted(found))


def _walk(sentence: Sentence, at: int, step: int, word: str, grammar: Grammar) -> int | None:
    for _ in range(3):
        at += step
        if not 0 <= at < len(sentence):
            return None
        token = sentence[at]
        if _is(token, word):
            return at
        if token.pos not in ("ADJ", "ADV", "DET", "NUM", "PART") and token.lower not in grammar.determiners:
            return None
    return None

