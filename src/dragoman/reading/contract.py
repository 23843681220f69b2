"""What a format is. A file of this folder that holds a `FORMAT` is one; there is no list to edit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BufferedReader

from dragoman.errors import BadInput
from dragoman.model.text import Document

Notify = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to read: `name` is what messages call it, `stem` the id of a document that brings none."""

    name: str
    stem: str
    stream: BufferedReader
    notify: Notify


@dataclass(frozen=True, slots=True)
class Format:
    endings: tuple[str, ...]
    recognises: Callable[[bytes], bool]  # by the first bytes, where the ending says nothing
    documents: Callable[[Source], Iterator[Document | BadInput]]
