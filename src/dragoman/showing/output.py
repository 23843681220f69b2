"""Where coded documents go: JSON Lines or the pretty view, to a file or to standard output, a whole document at a time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from rich.console import Console

from dragoman.errors import Unwritable
from dragoman.showing.terminal import show

if TYPE_CHECKING:
    from dragoman.pipeline import Coded

Write = Callable[["Coded"], None]


@contextmanager
def output(to: Path | None, pretty: bool, inputs: Sequence[str] = ()) -> Iterator[Write]:
    """What writes a document. Raises `Unwritable` where the file cannot be written, or would overwrite what is being read."""
    if to and any(_reads(Path(source), to) for source in inputs):
        raise Unwritable(to, "it lies among the inputs")
    try:
        with _stream(to) as stream:
            yield _pretty(stream) if pretty else _lines(stream)
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise Unwritable(to or "standard output", (problem.strerror or str(problem)).lower()) from None


def _reads(source: Path, to: Path) -> bool:
    try:
        return source.resolve() in (to.resolve(), *to.resolve().parents)
    except (OSError, ValueError):  # no such path: reading will say so
        return False


@contextmanager
def _stream(to: Path | None) -> Iterator[TextIO]:
    if to is None:
        yield sys.stdout
        sys.stdout.flush()
        return
    with to.open("w", encoding="utf-8", newline="\n") as stream:
        yield stream


def _pretty(stream: TextIO) -> Write:
    console = Console(file=stream)
    return lambda coded: console.print(show(coded))


def _lines(stream: TextIO) -> Write:
    def write(coded: Coded) -> None:
        lines = coded.to_json_lines()
        stream.write(lines if lines.endswith("\n") or not lines else lines + "\n")
        stream.flush()

    return write
