"""What is asked, promised or said, where the French model hangs it on a relative clause or takes it for one.

As in trees.py, each step takes the tokens of a sentence and gives them back with some tags, relations and heads changed.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.languages.moves import below, put
from dragoman.model.text import Token

MARKS = ("de", "d'", "à")
TAKEN_UP = ("obj", "obl", "iobj")


def contents(tokens: list[Token]) -> list[Token]:
    """The sentence with such clauses hung on the verb whose content they are."""
    for verb in [t for t in tokens if t.pos == "VERB"]:
        tokens = _behind_aside(tokens, verb) if verb.feats.get("VerbForm") == "Inf" else _with_no_gap(tokens, verb)
    return tokens


def _with_no_gap(tokens: list[Token], verb: Token) -> list[Token]:
    """`exige de la Syrie qu'elle retire ses chars`: a clause with a subject and an object has no place for a relative `que`."""
    noun = tokens[verb.head]
    above = tokens[noun.head]
    link = next((t for t in below(tokens, verb) if t.lower in ("que", "qu'") and noun.index < t.index), None)
    own = [t for t in below(tokens, verb) if t is not link]
    whole = any(t.relation == "nsubj" for t in own) and any(t.relation == "obj" and t.pos in ("NOUN", "PROPN") for t in own)
    governed = above.pos == "VERB" and noun.relation in TAKEN_UP and above.index < noun.index
    if verb.dep != "acl:relcl" or link is None or not whole or not governed or any(t.lower in ("que", "qu'") for t in own):
        return tokens
    tokens = [replace(t, pos="SCONJ", dep="mark", feats={}) if t.index == link.index else t for t in tokens]
    return put(tokens, verb.index, above.index, "ccomp")


def _behind_aside(tokens: list[Token], verb: Token) -> list[Token]:
    """`demande à Londres, qu'elle accuse de fraude, de rouvrir`: what follows the comma that closes an aside is no part of it."""
    mark = next((t for t in below(tokens, verb) if t.lower in MARKS and t.index < verb.index), None)
    clause = tokens[verb.head]
    noun = tokens[clause.head]
    above = tokens[noun.head]
    closed = mark is not None and tokens[mark.index - 1].text == ","
    aside = clause.dep == "acl:relcl" and above.pos == "VERB" and above.index < noun.index < clause.index < verb.index
    opened = any(t.text == "," for t in tokens[noun.index : clause.index])
    return put(tokens, verb.index, above.index, "xcomp") if closed and aside and opened and noun.relation in TAKEN_UP else tokens
