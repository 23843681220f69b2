"""dragoman reads news dispatches and writes down who did what to whom, when, where, and who says so."""

from dragoman.asking import Belonging, Holding, Identity, Moment, when, who
from dragoman.errors import BadDate, BadInput, BadLexicon, BadUsage, DragomanError, UnknownLanguage, Unwritable
from dragoman.knowledge.own import Knowledge
from dragoman.languages.own import OwnLexicon
from dragoman.model.records import Event, Fact, Statement
from dragoman.model.text import Document
from dragoman.pipeline import Coded, code, coder
from dragoman.reading import read

__version__ = coder().split()[-1]

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
