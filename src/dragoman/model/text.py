"""Documents, and sentences as Universal Dependencies trees.

Every offset counts Unicode code points of the document's text *as read*; normalisation and repair keep a map back to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the document's text as read: `text[start:end]`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True)
class Document:
    """One dispatch as it was read. `published` is EDTF; `language` ISO 639-1; both `None` where unknown."""

    id: str
    text: str
    language: str | None = None
    published: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a tree. `head` is an index into the sentence's tokens, the token's own where it is the root."""

    index: int
    text: str
    lemma: str
    pos: str
    feats: Mapping[str, str]
    head: int
    dep: str
    start: int
    end: int
    entity: str = ""

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def relation(self) -> str:
        """The relation without its subtype: `nsubj` for `nsubj:pass`."""
        return self.dep.split(":")[0]


@dataclass(frozen=True)
class Sentence:
    """A sentence, its tree and its place: `paragraph` counts from 0 in the document."""

    index: int
    paragraph: int
    tokens: tuple[Token, ...]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    @cached_property
    def span(self) -> Span:
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        rows: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                rows[token.head].append(token)
        return tuple(tuple(row) for row in rows)

    @cached_property
    def root(self) -> Token:
        return next((t for t in self.tokens if t.head == t.index), self.tokens[0])

    def children(self, token: Token, *relations: str) -> tuple[Token, ...]:
        """The dependents of a token in order; only those whose relation (with or without subtype) is given, if any is."""
        found = self._children[token.index]
        if relations:
            found = tuple(t for t in found if t.dep in relations or t.relation in relations)
        return found

    def child(self, token: Token, *relations: str) -> Token | None:
        return next(iter(self.children(token, *relations)), None)

    def parent(self, token: Token) -> Token | None:
        return None if token.head == token.index else self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """From the token's head to the root."""
        seen = {token.index}
        while token.head not in seen:
            token = self.tokens[token.head]
            seen.add(token.index)
            yield token

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """The token and all below it, in the order of the text."""
        found, waiting = [], [token]
        while waiting:
            t = waiting.pop()
            found.append(t)
            waiting.extend(self._children[t.index])
        return tuple(sorted(found, key=lambda t: t.index))

    def joined(self, token: Token) -> tuple[Token, ...]:
        """The token with all that "and" or commas join to it, in order, however the tree nests them; itself where nothing is."""
        while token.relation == "conj":
            token = self.tokens[token.head]
        found, waiting = [], [token]
        while waiting:
            t = waiting.pop()
            found.append(t)
            waiting.extend(self.children(t, "conj"))
        return tuple(sorted(found, key=lambda t: t.index))

    def case(self, token: Token) -> str:
        """The lemma of the adposition that introduces a nominal ("à", "with"), multi-word ones joined; empty if none."""
        marks = self.children(token, "case")
        if not marks:
            return ""
        first = marks[0]
        fixed = [first, *self.children(first, "fixed")]
        return " ".join(t.lemma.lower() for t in sorted(fixed, key=lambda t: t.index))


@dataclass(frozen=True)
class Parsed:
    """A document with its language, its sentences and its publication date as resolved (EDTF)."""

    document: Document
    language: str
    published: str | None
    sentences: tuple[Sentence, ...]
    body: int = 0
    """Offset where the text proper begins, after a crawler's header."""
    dateline: Span | None = None
    """The dateline ("MOSCOU (AP) —"), if any: its tokens belong to no sentence."""

    def sentence_at(self, offset: int) -> Sentence | None:
        return next((s for s in self.sentences if s.span.start <= offset < s.span.end), None)

    def slice(self, span: Span) -> str:
        return self.document.text[span.start : span.end]
