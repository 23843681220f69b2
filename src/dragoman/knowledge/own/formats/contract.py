"""What a format is, and what it yields. A file of this folder that holds a `FORMAT` is one; there is no list to edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.model.mentions import Sector

Kind = Literal["person", "organization", "office"]
Line = tuple[int, bytes | None]
"""A line's number, counted from 1, and its bytes; None for a line too long to be held."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something of the file by its id there; of `names` the first is the usual one.

    `code` is a party of ours, None where the file does not say whose it is; `hint` is a sector to take where nothing else tells.
    """

    line: int
    id: str
    kind: Kind
    names: tuple[str, ...]
    code: str | None = None
    sector: Sector | None = None
    hint: Sector | None = None
    died: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """That a person (by id) held an office: one of the file (`post`, by id), or `title` of the party `of`, or a `title` within `post`."""

    line: int
    person: str
    start: str | None
    end: str | None
    post: str | None = None
    title: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A line, or a part of one, that was not taken. `unused` where nothing is wrong with it but that we have no use for it."""

    line: int
    reason: str
    detail: str = ""
    unused: bool = False


Record = Entity | Claim | PassedOver


class Refused(ValueError):
    """What is wrong with a line: a `reason` to count by, and the value that it was found in."""

    def __init__(self, reason: str, detail: object = "") -> None:
        self.reason = reason
        self.detail = str(detail)
        super().__init__(reason)


class Broken(ValueError):
    """What is wrong with a file as a whole, and at which line."""

    def __init__(self, cause: str, line: int | None = None) -> None:
        self.cause = cause
        self.line = line
        super().__init__(cause)


@dataclass(frozen=True, slots=True)
class Format:
    name: str
    recognises: Callable[[Sequence[bytes]], bool]
    """By the first lines of the file."""
    records: Callable[[Iterable[Line]], Iterator[Record]]
    """In the order of the file; raises `Broken` for a file that ends before its end."""
