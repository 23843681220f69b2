"""Many documents: read, coded one after the other, and what cannot be coded passed over with its reason."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from dragoman.errors import BadInput, DragomanError
from dragoman.knowledge.own import Knowledge
from dragoman.model.text import Document
from dragoman.pipeline import Coded, Lexicon, code, confidence_of, own_lexicon
from dragoman.reading import read_each

__all__ = ["code_each"]


def code_each(
    sources: Iterable[str | os.PathLike[str] | bytes],
    *,
    language: str | None = None,
    published: str | None = None,
    knowledge: Knowledge | None = None,
    lexicon: Lexicon | None = None,
    min_confidence: float = 0.0,
    notify: Callable[[str], None],
) -> Iterator[Coded | BadInput]:
    """Every document of the sources, coded; a `BadInput` in the place of one that could not be read or coded.

    What is wrong with the settings is raised before anything is read (`dragoman.code` tells what may be).
    """
    coder = partial(
        code,
        language=language,
        published=published,
        knowledge=knowledge,
        lexicon=own_lexicon(lexicon),
        min_confidence=confidence_of(min_confidence),
    )
    found = read_each(sources, notify=notify)
    return (document if isinstance(document, BadInput) else _coded(document, coder) for document in found)


def _coded(document: Document, coder: Callable[[Document], Coded]) -> Coded | BadInput:
    try:
        return coder(document)
    except DragomanError as problem:
        return BadInput(str(problem), document.id)
    except Exception as problem:  # a fault of ours in one document must not end a batch of thousands: it is told and counted
        return BadInput(f"a fault in dragoman: {type(problem).__name__}: {' '.join(str(problem).split())}", document.id)
