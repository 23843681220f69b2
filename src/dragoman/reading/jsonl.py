"""JSON Lines: a document a line, `{"id", "text"}` and optional `language`, `published`, `title`, `source`, `url`; the rest is kept.

A line that is broken, too long or without a text is a `BadInput` that names it; the lines after it are read all the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from dragoman.errors import BadInput
from dragoman.model.text import Document
from dragoman.model.time import BadTime, Time
from dragoman.reading.contract import Format, Source
from dragoman.reading.decode import MAX_BYTES, checked, decode, sound

_OWN = ("id", "text", "language", "published", "title", "source", "url")
_CHUNK = 2**20
_TIME_OF_DAY = re.compile(r"(?<=^\d{4}-\d\d-\d\d)[T ]\d.*", re.S)


def documents(source: Source) -> Iterator[Document | BadInput]:
    empty = True
    for number, raw in enumerate(_lines(source.stream), 1):
        if raw is not None and not raw.strip():
            continue
        empty = False
        try:
            yield _document(raw, number, source)
        except BadInput as problem:
            yield problem
    if empty:
        yield BadInput("empty", source.name)


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Each line; None for one over the bound, which is never held in memory."""
    while line := stream.readline(MAX_BYTES + 1):
        if len(line) <= MAX_BYTES or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
            pass
        yield None


def _document(raw: bytes | None, number: int, source: Source) -> Document:
    if raw is None:
        raise BadInput(f"a line of more than {MAX_BYTES} bytes", source.name, number)
    fields = _object(decode(raw, source.name, source.notify, number), number, source)
    text = fields.get("text")
    if not isinstance(text, str):
        raise BadInput("no text in this document" if text is None else '"text" is not a string', source.name, number)
    return Document(
        id=_word(fields, "id") or f"{source.stem}-{number}",
        text=checked(text, source.name, number),
        language=_word(fields, "language"),
        published=_published(_word(fields, "published"), number, source),
        title=_word(fields, "title"),
        source=_word(fields, "source"),
        url=_word(fields, "url"),
        fields={key: value for key, value in fields.items() if key not in _OWN},
    )


def _object(line: str, number: int, source: Source) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as problem:
        cause = f"{problem.msg} at column {problem.colno}" if isinstance(problem, json.JSONDecodeError) else "beyond reading"
        raise BadInput(f"broken JSON: {cause}", source.name, number) from None
    if not isinstance(value, dict):
        raise BadInput("not a JSON object", source.name, number)
    return value


def _word(fields: dict[str, Any], key: str) -> str | None:
    """A field as a string; a number (an id, a year) becomes its digits, all else counts as not given."""
    value = fields.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return sound(value).strip() or None if isinstance(value, str) else None


def _published(value: str | None, number: int, source: Source) -> str | None:
    """A publication date without its time of day."""
    if value is None:
        return None
    day = _TIME_OF_DAY.sub("", value)
    try:
        Time.parse(day)
    except BadTime:
        raise BadInput(f'"published" is not EDTF: {value[:40]!r}', source.name, number) from None
    return day


def recognises(start: bytes) -> bool:
    return start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


FORMAT = Format((".jsonl", ".ndjson"), recognises, documents)
