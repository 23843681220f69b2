"""Objects that the French model takes for modifiers: behind a date, a place or an aside that stands between them and their verb.

As in trees.py, each step takes the tokens of a sentence and gives them back with some relations and heads changed.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.languages.moves import ancestors, below, put
from dragoman.model.text import Token

NOMINAL = ("NOUN", "PROPN")
MEASURES = frozenset(
    [
        "fois", "kilomètre", "mètre", "km", "reprise", "moment", "instant", "siècle", "décennie", "temps", "degré", "point", "période",
        "date", "seconde", "durant", "façon", "manière", "sorte",
    ]
)
"""Nouns that stand bare beside a verb and are no objects."""
FILLED = ("obj", "ccomp", "xcomp", "cop")
"""What a verb that lacks no object has."""
LOOSE = ("obl:mod", "obl:arg", "obl", "dep")
"""Relations that the model gives to an object that stands far from its verb."""

WITH_DE = frozenset(
    ["parler", "discuter", "convenir", "user", "disposer", "bénéficier", "profiter", "dépendre", "souffrir", "changer", "douter", "juger",
     "manquer", "répondre", "traiter", "écoper", "hériter", "débattre", "décider", "triompher", "témoigner", "abuser", "pâtir", "relever"]
)  # fmt: skip
"""Verbs whose complement has `de`."""


def objects(tokens: list[Token], dates: frozenset[str]) -> list[Token]:
    """The sentence with such objects given back to their verbs; `dates` are nouns that stand bare beside a verb and are none."""
    for token in list(tokens):
        tokens = _indefinite(_article(tokens, token, dates), token)
    cased = {t.head for t in tokens if t.relation == "case" and t.lower in ("de", "d'")}  # "a qualifié l'offre de vaine"
    tokens = [replace(t, dep="nmod") if t.pos == "ADJ" and t.dep == "amod" and t.index in cased else t for t in tokens]
    for token in list(tokens):
        tokens = _clause(_coordinated(tokens, token), token)
    for token in tokens:
        if token.pos == "VERB" and _lacks_object(tokens, token):
            found = next((t for t in below(tokens, token) if _is_delayed(tokens, token, t, dates)), None)
            tokens = tokens if found is None else put(tokens, found.index, token.index, "obj")
    return tokens


def _article(tokens: list[Token], link: Token, dates: frozenset[str]) -> list[Token]:
    """`a livré en avril des couvertures`: a date takes no complement with `des`, so it is an article there."""
    noun = tokens[link.head]
    date = tokens[noun.head]
    verb = tokens[date.head]
    if link.lower != "des" or link.relation != "case" or noun.pos != "NOUN" or not date.index < link.index < noun.index:
        return tokens
    if _is_date(date, dates) and verb.pos == "VERB" and verb.index < date.index and _lacks_object(tokens, verb):
        tokens = [replace(t, pos="DET", lemma="un", dep="det") if t.index == link.index else t for t in tokens]
        return put(tokens, noun.index, verb.index, "obj")
    return tokens


def _indefinite(tokens: list[Token], link: Token) -> list[Token]:
    """`ont violé des femmes`: right behind a verb that takes no `de`, `des` is an article."""
    noun = tokens[link.head]
    verb = tokens[noun.head]
    behind = link.lower == "des" and link.relation == "case" and verb.pos == "VERB" and link.index == verb.index + 1
    compound = any(t.relation == "aux" and t.lemma == "avoir" for t in below(tokens, verb))
    if not behind or not compound or noun.pos != "NOUN" or verb.lemma.lower() in WITH_DE or not _lacks_object(tokens, verb):
        return tokens
    tokens = [replace(t, pos="DET", lemma="un", dep="det") if t.index == link.index else t for t in tokens]
    return put(tokens, noun.index, verb.index, "obj")


def _coordinated(tokens: list[Token], token: Token) -> list[Token]:
    """`capturés en mars et détenus à Lima`: a participle is joined to the participle before it, not to the noun between them."""
    above = tokens[token.head]
    within = (*NOMINAL, "ADJ")  # "a rejeté l'offre russe et exigé"
    joined = token.pos == "VERB" and token.dep in ("conj", "acl") and above.pos in within and _is_bare_participle(tokens, token)
    if not joined or not any(t.relation == "cc" and t.index < token.index for t in below(tokens, token)):
        return tokens
    first = next((i for i in ancestors(tokens, above.index) if tokens[i].pos == "VERB"), None)
    if first is None or first > above.index or not _is_past_participle(tokens[first]):
        return tokens
    return _with_object(put(tokens, token.index, first, "conj"), token)


def _with_object(tokens: list[Token], verb: Token) -> list[Token]:
    """The nominal right behind such a participle is its object, not a complement of what stands before."""
    at = verb.index + 1
    while at < len(tokens) and tokens[at].pos in ("DET", "ADJ", "NUM"):
        at += 1
    if at == verb.index + 1 or at == len(tokens) or tokens[at].pos not in NOMINAL:
        return tokens
    bare = not any(t.relation == "case" for t in below(tokens, tokens[at]))
    return put(tokens, at, verb.index, "obj") if bare and tokens[at].head < verb.index else tokens


def _clause(tokens: list[Token], que: Token) -> list[Token]:
    """`a répondu en avertissant qu'elle prendrait`: what `que` brings in right behind a verb is that verb's."""
    clause, before = tokens[que.head], tokens[que.index - 1]
    brings = que.lower in ("que", "qu'") and que.relation == "mark" and clause.relation == "ccomp"
    if not brings or before.pos != "VERB" or before.index in (clause.head, clause.index) or before.head == before.index:
        return tokens
    return put(tokens, clause.index, before.index, "ccomp")


def _is_bare_participle(tokens: list[Token], token: Token) -> bool:
    return _is_past_participle(token) and not any(t.relation in ("aux", "cop", "nsubj", "obj") for t in below(tokens, token))


def _is_past_participle(token: Token) -> bool:
    return token.feats.get("VerbForm") == "Part" and token.feats.get("Tense") == "Past"


def _lacks_object(tokens: list[Token], verb: Token) -> bool:
    """A verb in the active that has no object, clause or clitic for one."""
    own = below(tokens, verb)
    passive = any(t.dep in ("aux:pass", "nsubj:pass", "obl:agent") for t in own)
    active = not _is_past_participle(verb) or any(t.relation == "aux" and t.lemma == "avoir" for t in own) or verb.relation == "conj"
    return active and not passive and not any(t.relation in FILLED for t in own)


def _is_delayed(tokens: list[Token], verb: Token, token: Token, dates: frozenset[str]) -> bool:
    if token.pos not in NOMINAL or token.dep not in LOOSE or token.index < verb.index or _is_date(token, dates):
        return False
    own = below(tokens, token)
    opened = [t for t in own if t.index < token.index]
    determined = any(t.relation in ("det", "nummod") for t in opened) or token.pos == "PROPN"
    return determined and not any(t.relation in ("case", "mark") for t in opened)


def _is_date(token: Token, dates: frozenset[str]) -> bool:
    words = {token.lower, token.lemma.lower(), token.lower.rstrip("s")}
    return bool(words & dates or words & MEASURES)
