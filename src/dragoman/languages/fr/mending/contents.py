"""What is asked, promised or said, where the French model hangs it on another clause or takes it for one.

As in trees.py, each step takes the tokens of a sentence and gives them back with some tags, relations and heads changed.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.languages.moves import NOMINAL, ancestors, below, put
from dragoman.model.text import Token

MARKS = ("de", "d'", "à")
TAKEN_UP = ("obj", "obl", "iobj")


def contents(tokens: list[Token]) -> list[Token]:
    """The sentence with such clauses hung on the verb whose content they are."""
    for verb in [t for t in tokens if t.pos == "VERB"]:
        tokens = _behind_aside(tokens, verb) if verb.feats.get("VerbForm") == "Inf" else _with_no_gap(tokens, verb)
        tokens = _beyond_participle(tokens, verb)
        tokens = _joined_participle(tokens, verb)
    return tokens


def _with_no_gap(tokens: list[Token], verb: Token) -> list[Token]:
    """`exige de la Syrie qu'elle retire ses chars`: no relative clause follows a name with no comma, nor has an object beside `que`."""
    noun = tokens[verb.head]
    above = tokens[noun.head]
    link = next((t for t in below(tokens, verb) if t.lower in ("que", "qu'") and noun.index < t.index), None)
    own = [t for t in below(tokens, verb) if t is not link]
    governed = above.pos == "VERB" and noun.relation in TAKEN_UP and above.index < noun.index
    if verb.dep != "acl:relcl" or link is None or not governed or any(t.lower in ("que", "qu'") for t in own):
        return tokens
    whole = any(t.relation == "obj" and t.pos in NOMINAL for t in own) or noun.pos == "PROPN" and link.index == noun.index + 1
    if not whole or not any(t.relation == "nsubj" for t in own):
        return tokens
    tokens = [replace(t, pos="SCONJ", dep="mark", feats={}) if t.index == link.index else t for t in tokens]
    tokens = put(tokens, verb.index, above.index, "ccomp")
    objects = {t.index for t in below(tokens, above) if t.relation == "obj" and t.index > verb.index}
    return [replace(t, head=verb.index) if t.index in objects else t for t in tokens]


def _beyond_participle(tokens: list[Token], verb: Token) -> list[Token]:
    """`a réclamé, dans une note remise à Lima, le droit de ...`: a bare past participle has no object, the verb above it may."""
    bare = verb.feats.get("Tense") == "Past" and not any(t.relation == "aux" for t in below(tokens, verb))
    clauses = (tokens[i] for i in ancestors(tokens, verb.index))
    above = next((t for t in clauses if t.pos == "VERB"), None)
    if verb.relation != "acl" or not bare or above is None or any(t.relation == "obj" for t in below(tokens, above)):
        return tokens
    found = next((t for t in below(tokens, verb) if t.relation == "obj" and t.pos in NOMINAL and t.index > verb.index), None)
    comma = found is not None and any(t.text == "," for t in tokens[verb.index : found.index])
    return put(tokens, found.index, above.index, "obj") if found is not None and comma and above.index < verb.index else tokens


def _joined_participle(tokens: list[Token], verb: Token) -> list[Token]:
    """`a dit avoir remis un texte et exigé que ...`: a participle with a complement is joined to a verb, not to its object."""
    noun = tokens[verb.head]
    above = tokens[noun.head]
    part = verb.dep == "conj" and verb.feats.get("Tense") == "Past" and not any(t.relation in ("aux", "nsubj") for t in below(tokens, verb))
    governed = noun.pos in NOMINAL and noun.relation in TAKEN_UP and above.pos == "VERB" and above.feats.get("Tense") == "Past"
    if not part or not governed or not above.index < noun.index < verb.index - 1 or tokens[verb.index - 1].pos != "CCONJ":
        return tokens
    tokens = put(tokens, verb.index, above.index, "conj")
    content = next((t for t in below(tokens, above) if t.dep == "ccomp" and t.index > verb.index), None)
    return tokens if content is None else put(tokens, content.index, verb.index, "ccomp")


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
