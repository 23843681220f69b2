"""The folder where a user's own knowledge is kept: a file a source, put there whole or not at all."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from platformdirs import user_data_path

from dragoman.errors import BadKnowledge, UnknownSource, Unwritable
from dragoman.knowledge.own.database import opened
from dragoman.knowledge.own.report import Source

FOLDER_VARIABLE = "DRAGOMAN_KNOWLEDGE"
ENDING, UNFINISHED = ".knowledge", ".part"
_LOCK = "lock"
_PAUSE = 0.2
Notify = Callable[[str], None]


def default_folder() -> Path:
    """Where knowledge is kept if nobody says otherwise: what DRAGOMAN_KNOWLEDGE names, else the user's data folder."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else user_data_path("dragoman", appauthor=False) / "knowledge"


def file_of(folder: Path, name: str) -> Path:
    """Where a source is kept: any name may be given to one, not any to a file."""
    return folder / (sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:24] + ENDING)


def opened_sources(folder: Path) -> Iterator[tuple[Source, sqlite3.Connection]]:
    """Every source of a folder with a connection to read it, latest import first. Raises `BadKnowledge` for a file that is none."""
    found = []
    for path in sorted(folder.glob(f"*{ENDING}")):
        try:
            connection = opened(path)
            name, form, checksum, size, lines, imported, taken = connection.execute("SELECT * FROM source").fetchone()
            found.append((Source(name, form, checksum, size, lines, imported, json.loads(taken)), connection))
        except (sqlite3.Error, TypeError, ValueError) as problem:
            if not path.exists():  # removed or replaced this very moment
                continue
            raise BadKnowledge(f"cannot be read: {problem}: remove the file and import its source again", str(path)) from None
    return iter(sorted(found, key=lambda pair: pair[0].imported, reverse=True))


def sources(folder: Path | None = None) -> tuple[Source, ...]:
    """What has been imported, latest first; nothing where there is no such folder. Raises `BadKnowledge`."""
    found = []
    for source, connection in opened_sources(folder or default_folder()):
        connection.close()
        found.append(source)
    return tuple(found)


def remove(name: str, folder: Path | None = None, *, notify: Notify = lambda _: None) -> None:
    """Takes a source out wholly. Raises `UnknownSource` or `Unwritable`."""
    folder = folder or default_folder()
    path = file_of(folder, name)
    if not path.exists():
        raise UnknownSource(name, [source.name for source in sources(folder)])
    with changing(folder, notify), _written(folder):
        path.unlink(missing_ok=True)


@contextmanager
def changing(folder: Path, notify: Notify) -> Iterator[None]:
    """Nobody else changes the folder meanwhile: who comes second waits, and is told so. Raises `Unwritable`."""
    with _written(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(folder / _LOCK, isolation_level=None, timeout=0)
    try:
        with _written(folder):
            _wait(lock, folder, notify)
            for left in folder.glob(f"*{UNFINISHED}"):  # of an import that was killed: whoever has the lock is the only one to write
                left.unlink(missing_ok=True)
        yield
    finally:
        lock.close()


@contextmanager
def unfinished(folder: Path, name: str) -> Iterator[Path]:
    """A path to write a source to: it takes the place of what was there when all is well, and is gone when not. Raises `Unwritable`."""
    target = file_of(folder, name)
    part = target.with_suffix(UNFINISHED)
    try:
        with _written(folder):
            yield part
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            part.replace(target)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@contextmanager
def _written(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as problem:
        cause = getattr(problem, "strerror", None) or str(problem)
        raise Unwritable(folder, cause.lower()) from None


def _wait(lock: sqlite3.Connection, folder: Path, notify: Notify) -> None:
    told = False
    while True:
        try:
            lock.execute("BEGIN EXCLUSIVE")
            return
        except sqlite3.OperationalError as problem:
            if problem.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
        if not told:
            notify(f"{folder}: another import is under way: waiting for it to end")
            told = True
        time.sleep(_PAUSE)
