"""dragoman reads news dispatches and writes down who did what to whom, when, where, and who says so."""

from importlib.metadata import PackageNotFoundError, version

from dragoman.errors import BadDate, BadInput, BadUsage, DragomanError, UnknownLanguage, Unwritable
from dragoman.model.records import Event, Fact, Statement
from dragoman.model.text import Document
from dragoman.pipeline import Coded, code
from dragoman.reading import read

try:
    __version__ = version("dragoman")
except PackageNotFoundError:  # a checkout that is not installed
    __version__ = "0+unknown"

__all__ = [
    "BadDate",
    "BadInput",
    "BadUsage",
    "Coded",
    "Document",
    "DragomanError",
    "Event",
    "Fact",
    "Statement",
    "UnknownLanguage",
    "Unwritable",
    "code",
    "read",
]
