"""Relative clauses that the French model breaks: pronouns behind an adposition, and main verbs that it hangs below them.

As in trees.py, each step takes the tokens of a sentence and gives them back with some tags, relations and heads changed.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.languages.fr.mending.subjects import Group, groups, head_of
from dragoman.languages.moves import NOMINAL, ancestors, put
from dragoman.model.text import Token

CONTRACTED = frozenset(["auquel", "auxquels", "auxquelles", "duquel", "desquels", "desquelles"])
OBLIQUE = frozenset(["lequel", "laquelle", "lesquels", "lesquelles"]) | CONTRACTED
OTHERS = frozenset(["qui", "que", "qu'", "dont", "où"])
STOPS = (";", ":", ".", "»", '"')


def relatives(tokens: list[Token]) -> list[Token]:
    """The sentence with such clauses hung on the noun that they say more of."""
    for pronoun in [t for t in tokens if _is_relative(tokens, t)]:
        tokens = _clause(tokens, pronoun.index)
    return tokens


def _is_relative(tokens: list[Token], token: Token) -> bool:
    if token.lower in OBLIQUE:
        return token.lower in CONTRACTED or _adposition(tokens, token.index) is not None
    return token.lower in OTHERS and token.pos == "PRON" and token.index > 0


def _adposition(tokens: list[Token], at: int) -> int | None:
    """The word right before a pronoun that governs it, if any."""
    before = tokens[at - 1] if at else None
    governs = before is not None and (before.pos == "ADP" or (before.lower == "auprès" and tokens[at].lower in CONTRACTED))
    return at - 1 if governs else None


def _clause(tokens: list[Token], at: int) -> list[Token]:
    adposition = _adposition(tokens, at)
    oblique = tokens[at].lower in CONTRACTED or adposition is not None
    opener = at if adposition is None else adposition
    row = [g for g in groups(tokens) if g.first > at and not any(t.text in STOPS for t in tokens[at : g.first])]
    if not row or not opener:
        return tokens
    first, noun = row[0], _noun(tokens, opener, row[0])
    if oblique:
        tokens = _governed(tokens, at, adposition, first)
    elif tokens[at].lower == "dont" and _is_named_subject(tokens, at, first):
        tokens = put(tokens, at, first.verb, "obl:arg")
    if noun is None or tokens[opener - 1].pos == "CCONJ":
        return tokens
    main = next((g for g in row[1:2] if _is_main(tokens, g, first, tokens[opener - 1].text == ",", noun)), None)
    if main is not None and not _is_settled(tokens, noun, first):
        return _parted(tokens, noun, first.verb, main.verb)
    argument = {"que": "obj", "qu'": "obj", "qui": "nsubj"}.get(tokens[at].lower)
    taken_up = oblique or (tokens[at].head == first.verb and tokens[at].relation == argument)
    adrift = taken_up and tokens[first.verb].dep in ("ccomp", "advcl", "dep") and tokens[first.verb].head <= opener
    return put(tokens, first.verb, noun, "acl:relcl") if adrift else tokens


def _is_named_subject(tokens: list[Token], at: int, group: Group) -> bool:
    """`dont Paris exige le départ`: whom a name names is nobody's, so the pronoun is of the verb or of its object."""
    subject = head_of(tokens, at + 1, group.first)
    return subject is not None and subject.pos == "PROPN" and subject.head == group.verb


def _noun(tokens: list[Token], opener: int, group: Group) -> int | None:
    """The noun that the clause says more of: the one that it hangs on, else the last before it."""
    verb = tokens[group.verb]
    if verb.dep == "acl:relcl" and verb.head < opener:
        return verb.head
    last = tokens[opener - 2] if tokens[opener - 1].text == "," and opener > 1 else tokens[opener - 1]
    while last.dep in ("flat:name", "amod", "appos") and tokens[last.head].pos in NOMINAL and last.head < last.index:
        last = tokens[last.head]
    return last.index if last.pos in NOMINAL else None


def _governed(tokens: list[Token], at: int, adposition: int | None, group: Group) -> list[Token]:
    """The pronoun as the verb's oblique, and the nominal behind it as the verb's subject where it has no other."""
    tokens = [replace(t, pos="PRON") if t.index == at else t for t in tokens]
    tokens = put(tokens, at, group.verb, "obl:arg")
    if tokens[at].head != group.verb:
        return tokens
    if adposition is not None:
        tokens = [replace(t, head=at, dep="case", pos="ADP") if t.index == adposition else t for t in tokens]
    subject = head_of(tokens, at + 1, group.first) or _named(tokens, at, group.first)
    own = any(t.head == group.verb and t.relation == "nsubj" and t.index > at for t in tokens)
    return tokens if own or subject is None else put(tokens, subject.index, group.verb, "nsubj")


def _named(tokens: list[Token], at: int, end: int) -> Token | None:
    """A name that the parser takes for a part of the pronoun before it."""
    return next((t for t in tokens[at + 1 : end] if t.head == at and t.pos in NOMINAL), None)


def _is_main(tokens: list[Token], group: Group, clause: Group, comma: bool, noun: int) -> bool:
    """Whether a verb behind the clause's own is that of the sentence: right behind it, with no subject and no conjunction."""
    between = tokens[clause.verb + 1 : group.first]
    linked = any(t.pos in ("CCONJ", "SCONJ") or t.feats.get("PronType") == "Rel" or t.lower in OTHERS for t in between)
    own = any(t.head == group.verb and t.relation == "nsubj" and t.index != noun and t.index < group.first for t in tokens)
    closed = (tokens[group.first - 1].text == ",") == comma
    return closed and not linked and not own


def _is_settled(tokens: list[Token], noun: int, clause: Group) -> bool:
    """Whether the noun has its own place in the tree already, and the clause hangs on it."""
    word = tokens[noun]
    below = noun in ancestors(tokens, clause.verb)
    return below and word.head != noun and word.relation != "nsubj" or (below and word.relation == "nsubj" and word.head > clause.verb)


def _parted(tokens: list[Token], noun: int, clause: int, main: int) -> list[Token]:
    """The main verb above the noun, as its subject, and the clause below the noun."""
    three = (noun, clause, main)
    top = next((tokens[i] for i in three if not set(ancestors(tokens, i)) & (set(three) - {i})), None)
    if top is None:
        return tokens
    above, dep = (main, "root") if top.head == top.index else (top.head, top.dep if top.pos == "VERB" else "parataxis")
    if above in three and above != main:
        return tokens
    places = {main: (above, dep), noun: (main, "nsubj"), clause: (noun, "acl:relcl")}
    changed = [replace(t, head=places[t.index][0], dep=places[t.index][1]) if t.index in places else t for t in tokens]
    sound = all(main in (i, *ancestors(changed, i)) for i in three) and main not in ancestors(changed, above)[:-1]
    return changed if sound else tokens
