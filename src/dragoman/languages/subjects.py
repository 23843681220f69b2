"""Subjects that a parser loses in either language: a name parted from its verb by an aside, a name right before a verb that has none."""

from __future__ import annotations

from dataclasses import replace

from dragoman.languages.moves import NOMINAL, ancestors, below, put, with_subject
from dragoman.model.text import Token

LOST = ("conj", "xcomp", "advcl", "ccomp", "parataxis", "acl", "dep")
"""Relations of a finite verb that has no subject of its own."""
CLAUSES = ("advcl", "conj", "ccomp", "parataxis", "dep")
"""Relations of a clause that another word may be the subject of."""
PASSED = ("AUX", "ADV", "PART")


def named_subjects(tokens: list[Token]) -> list[Token]:
    """The tree with such names as their verbs' subjects."""
    tokens = _joined_subject(tokens)
    for verb in [t for t in tokens if t.pos == "VERB"]:
        own = [t for t in below(tokens, verb) if t.relation in ("nsubj", "csubj")]
        for subject in own:
            tokens = _before_aside(tokens, subject, verb)
        if not own and tokens[verb.index].relation in LOST:
            name = _right_before(tokens, verb)
            tokens = tokens if name is None else with_subject(tokens, name.index, verb.index)
    return tokens


def _joined_subject(tokens: list[Token]) -> list[Token]:
    """`Le gouvernement colombien et l'ELN ont repris ...`: a nominal for the root, joined to a subject, is that verb's subject too."""
    root = next((t for t in tokens if t.head == t.index), tokens[0])
    verb = next((t for t in below(tokens, root) if t.dep == "conj" and t.pos == "VERB"), None)
    subject = next((t for t in below(tokens, verb) if t.relation == "nsubj"), None) if verb else None
    if root.pos not in NOMINAL or verb is None or subject is None or not root.index < subject.index < verb.index:
        return tokens
    if any(t.relation in ("case", "cop", "nsubj") for t in below(tokens, root)):
        return tokens
    link = next((t for t in tokens[root.index : subject.index] if t.pos == "CCONJ"), None)
    if link is None or any(t.text in ";:.?!" for t in tokens[root.index : verb.index]):
        return tokens
    tokens = with_subject(tokens, root.index, verb.index)
    places = {subject.index: (root.index, "conj"), link.index: (subject.index, "cc")}
    return [replace(t, head=places[t.index][0], dep=places[t.index][1]) if t.index in places else t for t in tokens]


def clause_behind_and(tokens: list[Token]) -> list[Token]:
    """`..., who was sworn in, and France praised her`: a nominal joined right before a finite verb is that verb's subject.

    A subject from before the conjunction is then the object of the verb before it: `n'a pu combler l'écart, et le roi a blâmé`.
    """
    for token in [t for t in tokens if t.dep in ("conj", "appos") and t.pos in NOMINAL and not _is_cased(tokens, t)]:
        verb = _next_verb(tokens, token)
        link = next((t for t in reversed(tokens[max(0, token.index - 5) : token.index]) if t.relation == "cc"), None)
        clear = link is not None and link.index and tokens[link.index - 1].text == "," and _is_nominal(tokens[link.index + 1 : token.index])
        if verb is None or link is None or not clear or verb.dep not in CLAUSES or verb.head > token.index:
            continue
        crossing = next((t for t in below(tokens, verb) if t.relation == "nsubj" and t.index < link.index), None)
        before = next((t for t in reversed(tokens[: crossing.index]) if t.pos == "VERB"), None) if crossing else None
        if crossing and before:
            tokens = put(tokens, crossing.index, before.index, "obj")
        tokens = put(tokens, token.index, verb.index, "nsubj")
        if not any(t.relation == "mark" for t in below(tokens, verb)):
            tokens = put(tokens, verb.index, verb.head, "conj")
    return tokens


def _is_nominal(words: list[Token]) -> bool:
    return all(t.pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV") or t.text in ("-", "'s") for t in words)


def _next_verb(tokens: list[Token], token: Token) -> Token | None:
    """The finite verb right behind a nominal and what it governs, past auxiliaries and adverbs, with no subject there."""
    at = token.index + 1
    while at < len(tokens) and (tokens[at].pos in PASSED or (token.index in ancestors(tokens, at) and tokens[at].text != ",")):
        at += 1
    verb = tokens[at] if at < len(tokens) else token
    beside = below(tokens, verb)
    finite = verb.feats.get("VerbForm") == "Fin" or any(t.relation == "aux" for t in beside)
    own = any(t.relation == "nsubj" and t.index >= token.index for t in beside)
    return verb if verb.pos == "VERB" and finite and not own else None


def _before_aside(tokens: list[Token], subject: Token, verb: Token) -> list[Token]:
    """`Tokyo, an ally of Washington, said`: between commas behind a name an apposition, however the parser reads it."""
    phrase = [t for t in _subtree(tokens, subject) if t.index < verb.index]
    if not phrase or subject.pos != "NOUN" or subject.index > verb.index:
        return tokens
    first = min(t.index for t in phrase if t.index > _comma_before(tokens, subject))
    closed = any(t.text == "," for t in tokens[subject.index + 1 : verb.index])
    opened = first >= 2 and tokens[first - 1].text == "," and tokens[first - 2].pos == "PROPN"
    if not opened or not closed or any(t.pos == "CCONJ" for t in tokens[first : subject.index]):
        return tokens
    name = tokens[first - 2]
    while tokens[name.head].pos in NOMINAL and name.head < first and name.head != name.index:
        name = tokens[name.head]
    left = min(t.index for t in _subtree(tokens, name) if t.index > _comma_before(tokens, name))
    placed = name.relation == "obl" or _is_cased(tokens, name) or tokens[left].pos == "ADP" or (left and tokens[left - 1].pos == "ADP")
    if placed or name.index == verb.index:
        return tokens
    return put(with_subject(tokens, name.index, verb.index), subject.index, name.index, "appos")


def _right_before(tokens: list[Token], verb: Token) -> Token | None:
    """The bare name right before a finite verb that has no subject: `...; Madrid a annulé`."""
    beside = below(tokens, verb)
    if verb.feats.get("VerbForm") != "Fin" and not any(t.feats.get("VerbForm") == "Fin" for t in beside if t.relation == "aux"):
        return None
    at = verb.index - 1
    while at > 0 and (tokens[at].pos in PASSED or tokens[at].relation in ("iobj", "expl") or _is_clitic(tokens[at])):
        at -= 1
    name = tokens[at] if at >= 0 else None
    if name is None or name.pos != "PROPN":
        return None
    while tokens[name.head].pos in NOMINAL and not _parted(tokens, name.head, name.index):
        name = tokens[name.head]
        if name.head == name.index:
            break
    return None if _is_cased(tokens, name) else name


def _is_clitic(token: Token) -> bool:
    return token.pos == "PRON" and token.relation in ("obj", "obl", "expl")


def _is_cased(tokens: list[Token], token: Token) -> bool:
    return any(t.relation == "case" for t in below(tokens, token))


def _parted(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a mark or a conjunction stands between two words, or the first is behind the second."""
    return first > last or any(t.pos in ("PUNCT", "CCONJ", "SCONJ", "VERB") for t in tokens[first + 1 : last])


def _comma_before(tokens: list[Token], token: Token) -> int:
    return max((t.index for t in tokens[: token.index] if t.text == ","), default=-1)


def _subtree(tokens: list[Token], token: Token) -> list[Token]:
    """The token and all below it."""
    return [t for t in tokens if t.index == token.index or token.index in ancestors(tokens, t.index)]
