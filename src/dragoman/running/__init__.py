"""Many documents: read, coded one after the other, and what cannot be coded passed over with its reason."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from dragoman.errors import BadInput, DragomanError
from dragoman.knowledge.own import Knowledge
from dragoman.model.text import Document
from dragoman.pipeline import Coded, code
from dragoman.reading import read_each

__all__ = ["code_each"]


def code_each(
    sources: Iterable[str | os.PathLike[str] | bytes],
    *,
    language: str | None = None,
    published: str | None = None,
    knowledge: Knowledge | None = None,
    notify: Callable[[str], None],
) -> Iterator[Coded | BadInput]:
    """Every document of the sources, coded; a `BadInput` in the place of one that could not be read or coded."""
    for document in read_each(sources, notify=notify):
        yield document if isinstance(document, BadInput) else _coded(document, language, published, knowledge)


def _coded(document: Document, language: str | None, published: str | None, knowledge: Knowledge | None) -> Coded | BadInput:
    try:
        return code(document, language=language, published=published, knowledge=knowledge)
    except DragomanError as problem:
        return BadInput(str(problem), document.id)
    except Exception as problem:  # a fault of ours in one document must not end a batch of thousands: it is told and counted
        return BadInput(f"a fault in dragoman: {type(problem).__name__}: {' '.join(str(problem).split())}", document.id)
