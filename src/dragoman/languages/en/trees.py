"""English trees as Universal Dependencies: the model's ClearNLP labels mapped to them.

The map follows the UD guidelines (universaldependencies.org): content words are heads, adpositions and copulas depend on them.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.text import Token

LABELS = {
    "acomp": "xcomp",
    "agent": "obl:agent",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "npadvmod": "obl:unmarked",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "pcomp": "advcl",
    "pobj": "obl",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "advmod",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "DET")
PREPOSITIONS = ("prep", "agent", "dative")


def convert(tokens: list[Token]) -> list[Token]:
    """One sentence's ClearNLP tree as a UD tree over the same tokens."""
    heads = [t.head for t in tokens]
    deps = [t.dep for t in tokens]
    for token in tokens:
        if token.dep in PREPOSITIONS:
            _hang_adposition(tokens, token, heads, deps)
    for token in tokens:
        if token.dep in ("attr", "acomp"):
            _promote_predicate(tokens, token, heads, deps)
    for token in tokens:
        _part_from_date(tokens, token, heads, deps)
    labels = (_label(t, deps[t.index]) for t in tokens)
    return [replace(t, head=heads[t.index], dep=dep, lemma=_lemma(t)) for t, dep in zip(tokens, labels, strict=True)]


def _hang_adposition(tokens: list[Token], adposition: Token, heads: list[int], deps: list[str]) -> None:
    """`head -prep-> adposition -pobj-> noun` becomes `head -obl-> noun -case-> adposition`."""
    i = adposition.index
    inner = next((t for t in tokens if heads[t.index] == i and deps[t.index] in ("pobj", "pcomp")), None)
    if inner is None:
        return
    above = heads[i]
    nominal_head = tokens[above].pos in NOMINAL and tokens[above].dep not in ("prep", "agent")
    if deps[inner.index] == "pobj":
        relation = "obl:agent" if adposition.dep == "agent" else "nmod" if nominal_head else "obl"
        mark = "case"
    else:
        relation, mark = ("acl" if nominal_head else "advcl"), "mark"
    for token in tokens:
        if heads[token.index] == i and token.index not in (i, inner.index):
            heads[token.index] = inner.index
    was_root = above == i
    heads[inner.index] = inner.index if was_root else above
    deps[inner.index] = "root" if was_root else relation
    heads[i], deps[i] = inner.index, mark


def _promote_predicate(tokens: list[Token], predicate: Token, heads: list[int], deps: list[str]) -> None:
    """`be -attr-> noun` becomes `noun -cop-> be`, with all that hung on the copula."""
    copula = tokens[predicate.head]
    if copula.lemma.lower() != "be" or heads[predicate.index] != copula.index:
        return
    c, p = copula.index, predicate.index
    deps[p], heads[p] = deps[c], (p if heads[c] == c else heads[c])
    for token in tokens:
        if token.index != p and heads[token.index] == c and token.index != c:
            heads[token.index] = p
    heads[c], deps[c] = p, "cop"


def _part_from_date(tokens: list[Token], token: Token, heads: list[int], deps: list[str]) -> None:
    """`On Monday Turkey closed`: the day is not a part of the name, and the name is the verb's subject."""
    i, verb = token.index, heads[token.index]
    day = tokens[i - 1] if i else None
    if day is None or deps[i] != "obl" or token.entity == "DATE" or token.pos != "PROPN":
        return
    joined = day.entity == "DATE" and heads[day.index] == i and deps[day.index] == "compound"
    subject = any(heads[t.index] == verb and deps[t.index] in ("nsubj", "nsubjpass") for t in tokens)
    if not joined or subject or verb <= i:
        return
    for other in tokens:
        if heads[other.index] == i and deps[other.index] == "case":
            heads[other.index] = day.index
    heads[day.index], deps[day.index], deps[i] = verb, "obl", "nsubj"


def _label(token: Token, dep: str) -> str:
    if dep == "aux" and token.lower == "to":
        return "mark"
    return LABELS.get(dep, dep)


def _lemma(token: Token) -> str:
    return token.lemma if token.pos == "PROPN" else token.lemma.lower()
