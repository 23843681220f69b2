"""A user's own knowledge: imported from files of others, kept in a folder, asked by name (docs/knowledge.md)."""

from dragoman.knowledge.own.formats.contract import PassedOver
from dragoman.knowledge.own.importing import import_file
from dragoman.knowledge.own.lookup import Held, Knowledge, Known
from dragoman.knowledge.own.report import Report, Source
from dragoman.knowledge.own.staging import OfficeName
from dragoman.knowledge.own.store import FOLDER_VARIABLE, default_folder, remove, sources

__all__ = [
    "FOLDER_VARIABLE",
    "Held",
    "Knowledge",
    "Known",
    "OfficeName",
    "PassedOver",
    "Report",
    "Source",
    "default_folder",
    "import_file",
    "remove",
    "sources",
]
