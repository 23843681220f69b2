"""Bytes -> documents. A source is a path (a file or a folder), "-" for standard input, or bytes; each format is one file here."""

from __future__ import annotations

import io
import os
import sys
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import cast

from dragoman.errors import BadInput, Detected
from dragoman.model.text import Document
from dragoman.reading.contract import Format, Notify, Source
from dragoman.reading.decode import MAX_BYTES, MAX_CHARACTERS
from dragoman.reading.header import Header, find_header

__all__ = ["MAX_BYTES", "MAX_CHARACTERS", "Header", "files", "find_header", "read", "read_each"]

_START = 512
"""Bytes looked at to tell the format of what has no known ending."""


def _warn(message: str) -> None:
    warnings.warn(message, Detected, stacklevel=3)


def read(source: str | os.PathLike[str] | bytes, *, notify: Notify = _warn) -> Iterator[Document]:
    """The documents of one source. Raises `BadInput` at the first that cannot be read; `notify` hears of guessed encodings."""
    for document in read_each([source], notify=notify):
        if isinstance(document, BadInput):
            raise document
        yield document


def read_each(sources: Iterable[str | os.PathLike[str] | bytes], *, notify: Notify = _warn) -> Iterator[Document | BadInput]:
    """The documents of all sources in order; one that cannot be read comes as its `BadInput`, and reading goes on."""
    for source in sources:
        if isinstance(source, bytes):
            yield from _documents(Source("<bytes>", "document", io.BufferedReader(io.BytesIO(source)), notify), ending="")
        elif os.fspath(source) == "-":
            yield from _standard_input(notify)
        else:
            yield from _at(Path(source), notify)


def files(folder: Path) -> list[Path]:
    """The files below a folder that have the ending of a format, in the order of their names; hidden ones are left out."""
    endings = {ending for form in _formats() for ending in form.endings}
    found = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in endings and path.is_file())
    return [path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts)]


def _standard_input(notify: Notify) -> Iterator[Document | BadInput]:
    stream: io.BufferedReader = io.BufferedReader(cast(io.RawIOBase, sys.stdin.buffer))
    try:
        yield from _documents(Source("<stdin>", "stdin", stream, notify), ending="")
    finally:
        stream.detach()  # else standard input would be closed with it


def _at(path: Path, notify: Notify) -> Iterator[Document | BadInput]:
    try:
        if not path.is_dir():
            with path.open("rb") as stream:
                yield from _documents(Source(str(path), path.stem, stream, notify), path.suffix.lower())
            return
        found = files(path)
    except (OSError, ValueError) as problem:  # ValueError: a NUL in the name
        yield BadInput((getattr(problem, "strerror", None) or str(problem)).lower(), str(path))
        return
    if not found:
        yield BadInput("no file to read in this folder", str(path))
    for file in found:
        yield from _at(file, notify)


def _documents(source: Source, ending: str) -> Iterator[Document | BadInput]:
    start = source.stream.peek(_START)
    form = next((form for form in _formats() if ending in form.endings), None)
    return (form or next(form for form in _formats() if form.recognises(start))).documents(source)


@cache
def _formats() -> tuple[Format, ...]:
    """The formats in this folder; plain text, which anything may be, comes last."""
    modules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    formats = [form for module in modules if isinstance(form := getattr(module, "FORMAT", None), Format)]
    return tuple(sorted(formats, key=lambda form: form.recognises(b"")))
