"""Pronouns that the French model misreads: `que` that takes up a noun, `lui` and `leur` that are datives.

As in trees.py, each step takes the tokens of a sentence and gives them back with some tags, relations and heads changed.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.languages.moves import put
from dragoman.model.text import Token

NOMINAL = ("NOUN", "PROPN")
ANNOUNCED = frozenset(
    [
        "fait", "idée", "annonce", "nouvelle", "hypothèse", "crainte", "espoir", "preuve", "rumeur", "condition", "certitude", "sentiment",
        "impression", "assurance", "promesse", "risque", "affirmation", "conviction", "principe", "thèse", "doute", "information",
    ]
)
"""Nouns whose content `que` may bring in."""

INVERTED = {"-il": ("Masc", "Sing"), "-elle": ("Fem", "Sing"), "-ils": ("Masc", "Plur"), "-elles": ("Fem", "Plur")}
"""Subjects behind their verb, and what they tell of whom they stand for."""
TELLING = frozenset(["avertir", "prévenir", "informer", "assurer", "convaincre", "persuader", "aviser", "alerter"])
"""Verbs that with `que` behind their object say what somebody is told."""


def pronouns(tokens: list[Token]) -> list[Token]:
    """The sentence with such pronouns read anew."""
    tokens = [_inverted(tokens, t) for t in tokens]
    tokens = [_direct(tokens, t) if t.lower in ("que", "qu'") else _dative(tokens, t) for t in tokens]
    for token in list(tokens):
        tokens = _told(tokens, token) if token.lower in ("que", "qu'") else tokens
    for token in tokens:
        if token.lower in ("que", "qu'"):
            tokens = _relative(tokens, token) if token.relation == "mark" else _nearer(tokens, token)
    return tokens


def _inverted(tokens: list[Token], token: Token) -> Token:
    """`ont-elles affirmé`: what a hyphen hangs behind an auxiliary is the subject."""
    feats = INVERTED.get(token.lower.removeprefix("-t"))
    if feats is None or token.pos == "PRON" or tokens[token.head].pos != "VERB":
        return token
    return replace(token, pos="PRON", dep="nsubj", lemma=token.lower, feats=dict(zip(("Gender", "Number"), feats, strict=True)))


def _told(tokens: list[Token], que: Token) -> list[Token]:
    """`a averti Séoul qu'elle riposterait`: behind such a verb's object `que` brings in what is told."""
    clause = tokens[que.head]
    named = tokens[clause.head]
    verb = tokens[named.head]
    relative = clause.dep == "acl:relcl" and named.relation in ("obj", "iobj")
    if not relative or que.index == 0 or tokens[que.index - 1].text == "," or verb.lemma.lower() not in TELLING or verb.index > named.index:
        return tokens
    tokens = [replace(t, pos="SCONJ", dep="mark") if t.index == que.index else t for t in tokens]
    return put(tokens, clause.index, verb.index, "ccomp")


def _direct(tokens: list[Token], que: Token) -> Token:
    """In a relative clause `que` is a pronoun and an object, never to whom."""
    verb = tokens[que.head]
    free = not any(t.head == verb.index and t.relation == "obj" for t in tokens)
    relative = que.relation in ("iobj", "obl") and verb.dep == "acl:relcl" and free
    return replace(que, pos="PRON", dep="obj") if que.relation == "obj" or relative else que


def _dative(tokens: list[Token], token: Token) -> Token:
    """`que Washington lui a imposées`: before a verb `lui` and `leur` are to whom, never whom."""
    before = token.pos == "PRON" and token.lower in ("lui", "leur") and token.index < token.head
    if not before or token.relation not in ("obj", "nsubj", "expl", "obl", "iobj") or tokens[token.head].pos != "VERB":
        return token
    return replace(token, dep="iobj", lemma=token.lower)


def _relative(tokens: list[Token], que: Token) -> list[Token]:
    """`l'aide au Niger, que Paris avait suspendue`: `que` is an object behind a noun and a comma, or where the participle agrees.

    So it is in a relative clause that lacks one.
    """
    verb = tokens[que.head]
    comma = que.index > 0 and tokens[que.index - 1].text == ","
    last = tokens[que.index - 2] if comma and que.index > 1 else tokens[que.index - 1] if que.index else que
    cased = {t.head for t in tokens if t.relation == "case"}
    taken = [t for t in tokens if t.head == verb.index and t.relation in ("obj", "ccomp") and t.index not in cased]
    free = verb.pos == "VERB" and not taken
    relative = comma or verb.dep == "acl:relcl" or _agrees(tokens, verb)
    if last.pos not in (*NOMINAL, "ADJ") or not free or not relative or last.lemma.lower() in ANNOUNCED:
        return tokens
    noun = _antecedent(tokens, que.index - 1 - comma, verb)
    if noun is None:
        return tokens
    tokens = [replace(t, pos="PRON", dep="obj") if t.index == que.index else t for t in tokens]
    return put(tokens, verb.index, noun.index, "acl:relcl")


def _nearer(tokens: list[Token], que: Token) -> list[Token]:
    """`ses désaccords avec l'Algérie, qu'il a accusée`: a participle that cannot agree with a noun is about the name before the comma."""
    verb = tokens[que.head]
    noun, comma = tokens[verb.head], tokens[que.index - 1]
    relative = que.relation == "obj" and verb.dep == "acl:relcl" and que.index > 1 and comma.text == ","
    if not relative or not _agrees(tokens, verb) or all(_fits(noun, verb, k) for k in ("Gender", "Number")):
        return tokens
    name = tokens[que.index - 2]
    return put(tokens, verb.index, name.index, "acl:relcl") if name.pos == "PROPN" else tokens


def _agrees(tokens: list[Token], verb: Token) -> bool:
    """Whether a participle with `avoir` shows the gender or number of an object before it."""
    with_avoir = any(t.head == verb.index and t.relation == "aux" and t.lemma == "avoir" for t in tokens)
    return with_avoir and verb.lower.endswith(("ée", "ées", "és", "ie", "ies", "ise", "ises", "ite", "ites", "ue", "ues", "us"))


def _antecedent(tokens: list[Token], last: int, verb: Token) -> Token | None:
    """The nearest noun before a comma that a participle agrees with, else the nearest."""
    first = max((t.index + 1 for t in tokens[:last] if t.pos in ("VERB", "PUNCT")), default=0)
    nouns = [t for t in reversed(tokens[first : last + 1]) if t.pos in NOMINAL]
    fitting = [t for t in nouns if t.pos == "NOUN" and _agrees(tokens, verb) and all(_fits(t, verb, k) for k in ("Gender", "Number"))]
    return next(iter((*fitting, *nouns)), None)


def _fits(noun: Token, verb: Token, feature: str) -> bool:
    return noun.feats.get(feature) in (None, verb.feats.get(feature))
