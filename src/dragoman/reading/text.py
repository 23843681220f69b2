"""Plain text: one document a file."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.errors import BadInput
from dragoman.model.text import Document
from dragoman.reading.contract import Format, Source
from dragoman.reading.decode import MAX_BYTES, checked, decode


def documents(source: Source) -> Iterator[Document | BadInput]:
    try:
        yield Document(source.stem, _text(source))
    except BadInput as problem:
        yield problem


def _text(source: Source) -> str:
    raw = source.stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise BadInput(f"more than {MAX_BYTES} bytes: not one dispatch", source.name)
    return checked(decode(raw, source.name, source.notify), source.name)


FORMAT = Format((".txt", ".text"), lambda start: True, documents)
