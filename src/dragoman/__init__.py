"""dragoman reads news dispatches and writes down who did what to whom, when, where, and who says so."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dragoman.asking import Belonging, Holding, Identity, Moment, when, who
from dragoman.errors import BadDate, BadInput, BadLexicon, BadUsage, DragomanError, UnknownLanguage, Unwritable
from dragoman.knowledge.own import Knowledge
from dragoman.languages.own import OwnLexicon
from dragoman.model.records import Event, Fact, Statement
from dragoman.model.text import Document
from dragoman.reading import read

if TYPE_CHECKING:
    from dragoman.pipeline import Coded, code

    __version__: str

__all__ = [
    "BadDate",
    "BadInput",
    "BadLexicon",
    "BadUsage",
    "Belonging",
    "Coded",
    "Document",
    "DragomanError",
    "Event",
    "Fact",
    "Holding",
    "Identity",
    "Knowledge",
    "Moment",
    "OwnLexicon",
    "Statement",
    "UnknownLanguage",
    "Unwritable",
    "code",
    "read",
    "when",
    "who",
]


def __getattr__(name: str) -> Any:
    """The coder loads when it is first asked for: a question of who it is needs nothing of it."""
    if name in ("Coded", "code", "__version__"):
        pipeline = import_module("dragoman.pipeline")
        return pipeline.coder().split()[-1] if name == "__version__" else getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
