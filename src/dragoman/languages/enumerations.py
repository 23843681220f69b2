"""Enumerations of names that a parser breaks: `of A, B and C`, `de A, de B et de C`, `A, which ..., B and C met`.

The words themselves show them (names parted by commas, the last after "and"), so they are read from the row of words, not from the tree.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.languages.moves import NOMINAL, ancestors, below, put, with_subject
from dragoman.model.text import Token

TABLED = ("LOC", "GPE", "ORG", "NORP", "PER", "PERSON")
PLACES = ("LOC", "GPE")
LONGEST = 8
"""Words of a name with its article and adposition."""


@dataclass(frozen=True, slots=True)
class Element:
    """A name of an enumeration: tokens `first` to `last`, its head, the adposition it has (empty if none), whether it has an article."""

    first: int
    last: int
    head: int
    case: str
    article: bool


def enumerations(tokens: list[Token], repeated: frozenset[str] = frozenset()) -> list[Token]:
    """The tree with the names of each enumeration joined to its first; `repeated` are adpositions that every name of one must have."""
    for link in [t.index for t in tokens if t.pos == "CCONJ"]:
        row = _row(tokens, link, repeated)
        if row:
            tokens = _joined(_cased(tokens, row), row)
    return _behind_aside(tokens)


def _row(tokens: list[Token], link: int, repeated: frozenset[str]) -> list[Element]:
    """The names before and after a conjunction, in order; empty where it joins none."""
    last = _starting(tokens, link + 1)
    end = link - 1 if link and tokens[link - 1].text == "," else link
    found = [last] if last else []
    while found and (element := _ending(tokens, end)) is not None:
        found.insert(0, element)
        end = element.first - 1
        if end < 0 or tokens[end].text != ",":
            break
    if len(found) < 2 or (tokens[link - 1].text == "," and len(found) < 3):
        return []
    return _of_one_kind(tokens, found, repeated)


def _of_one_kind(tokens: list[Token], row: list[Element], repeated: frozenset[str]) -> list[Element]:
    """Without a first that stands apart: `At the UN, Russia and China vetoed`; empty where adpositions differ, or two names have none."""
    first, others = row[0], row[1:]
    cases = {e.case for e in others}
    subject = any(tokens[e.head].relation == "nsubj" and tokens[e.head].head > row[-1].last for e in others)
    if first.case and cases == {""} and (subject or first.case in repeated):
        return others
    alike = len(cases) == 1 and (cases == {""} or cases == {first.case})
    clauses = subject and tokens[first.head].head < first.first and not any(e.head == tokens[first.head].head for e in others)
    telling = len(row) > 2 or bool(first.case and first.case == others[0].case)
    return row if telling and alike and not clauses else []


def _starting(tokens: list[Token], at: int) -> Element | None:
    """The name that begins at a token."""
    first, case, article = at, "", False
    if at < len(tokens) and tokens[at].pos == "ADP":
        case, at = tokens[at].lemma.lower(), at + 1
    if at < len(tokens) and tokens[at].pos == "DET":
        article, at = True, at + 1
    last = at
    while last < len(tokens) and _in_name(tokens, at, last):
        last += 1
    while last > at and not _is_named(tokens[last - 1]):
        last -= 1
    return Element(first, last - 1, _head(tokens, at, last), case, article) if last > at else None


def _ending(tokens: list[Token], end: int) -> Element | None:
    """The name that ends right before a token: the longest of those that fill the room, with the adposition and article before it."""
    for first in range(max(0, end - LONGEST), end):
        before = tokens[first - 1] if first else None
        opened = tokens[first].pos in ("ADP", "DET") or before is None or before.pos not in ("ADP", "DET", "PROPN", "ADJ")
        element = _starting(tokens, first) if opened else None
        if element is not None and element.last == end - 1:
            return element
    return None


def _in_name(tokens: list[Token], first: int, at: int) -> bool:
    """Whether a word goes on with a name begun: `Côte d'Ivoire`, `République démocratique du Congo`."""
    token = tokens[at]
    if at == first:
        return _is_named(token)
    inside = bool(token.entity) and token.entity == tokens[first].entity
    linked = token.pos == "ADJ" or (token.pos in ("ADP", "DET") and token.entity in PLACES)
    return _is_named(token) or (inside and linked)


def _is_named(token: Token) -> bool:
    capital = token.text[:1].isupper()
    return capital and (token.pos == "PROPN" or (token.entity in TABLED and token.pos in ("NOUN", "ADJ", "X")))


def _head(tokens: list[Token], first: int, end: int) -> int:
    outer = [t for t in tokens[first:end] if not first <= t.head < end or t.head == t.index]
    return next((t.index for t in outer if t.pos in (*NOMINAL, "X", "ADJ")), first)


def _joined(tokens: list[Token], row: list[Element]) -> list[Token]:
    """The first name where the enumeration stands in the tree, the others joined to it."""
    heads = [e.head for e in row]
    first = heads[0]
    verb = next(
        (tokens[h].head for h in heads if tokens[h].relation == "nsubj" and tokens[h].head > row[-1].last), _verb_behind(tokens, row)
    )
    if verb is not None and tokens[first].head != verb:
        tokens = with_subject(tokens, first, verb)
    elif tokens[first].head in heads:
        outer = next((tokens[h] for h in heads if tokens[h].head not in heads), None)
        if outer is None or first in ancestors(tokens, outer.head):
            return tokens
        tokens = put(tokens, first, outer.head, outer.dep)
    top = tokens[first].head if tokens[first].dep == "conj" else first
    for head in heads[1:]:
        tokens = put(tokens, head, top, "conj")
    return tokens


def _verb_behind(tokens: list[Token], row: list[Element]) -> int | None:
    """The verb with no subject right behind bare names that begin the sentence or a clause, where the parser hangs them loosely."""
    opened = row[0].first == 0 or tokens[row[0].first - 1].text in (",", ";", ":", '"', "«")
    loose = tokens[row[0].head].dep in ("obl:unmarked", "dep", "parataxis", "root", "appos", "flat:name")
    if row[0].case or not opened or not loose:
        return None
    at = row[-1].last + 1
    while at < len(tokens) and tokens[at].pos in ("AUX", "ADV", "PART"):
        at += 1
    verb = tokens[at] if at < len(tokens) and tokens[at].pos == "VERB" else None
    return verb.index if verb and not any(t.relation == "nsubj" for t in below(tokens, verb)) else None


def _cased(tokens: list[Token], row: list[Element]) -> list[Token]:
    """With each adposition on its name: `de l'Allemagne` has no partitive article."""
    heads = {e.first: e.head for e in row if e.case}
    return [replace(t, head=heads[t.index], dep="case") if t.index in heads else t for t in tokens]


# -- behind an aside -------------------------------------------------------------------------------------------------------


def _behind_aside(tokens: list[Token]) -> list[Token]:
    """`Togo, a member of the African Union, Benin and Ghana met`: with no comma before the verb, the aside ends where names follow."""
    for subject in [t for t in tokens if t.relation == "nsubj" and t.pos == "PROPN"]:
        aside = next((t for t in below(tokens, subject) if t.dep == "appos" and t.index > subject.index + 1), None)
        closed = tokens[_group(tokens, subject.head) - 1].text == ","
        if aside is None or closed or subject.head < subject.index:
            continue
        for token in [t for t in tokens[aside.index : subject.head] if t.dep == "conj" and t.pos == "PROPN"]:
            start = min(t.index for t in (token, *below(tokens, token)) if t.relation in ("det", "compound", "amod") or t is token)
            inside = aside.index in ancestors(tokens, token.index)
            if inside and tokens[start - 1].text == ",":
                return _rejoined(tokens, subject, aside, token)
    return tokens


def _rejoined(tokens: list[Token], subject: Token, aside: Token, first: Token) -> list[Token]:
    """Names from one on, joined to the subject."""
    for token in tokens[first.index : subject.head]:
        if (
            token.dep == "conj"
            and token.pos in NOMINAL
            and aside.index in ancestors(tokens, token.index)
            and tokens[token.head].index <= first.index
        ):
            tokens = put(tokens, token.index, subject.index, "conj")
    return tokens


def _group(tokens: list[Token], verb: int) -> int:
    """Where a verb with its auxiliaries begins."""
    return min([verb, *(t.index for t in below(tokens, tokens[verb]) if t.relation == "aux" and t.index < verb)])
