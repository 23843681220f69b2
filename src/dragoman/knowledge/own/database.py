"""The tables of one source: an SQLite file that is written once, as a whole, and then only read.

`stage` is a temporary database beside it that SQLite deletes by itself: what the file says, by the file's own ids, before it is joined.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VERSION = 1
"""Of the tables; a file with another is none of ours, or of another version of the program."""
TABLES = """
CREATE TABLE source (name TEXT, format TEXT, sha256 TEXT, bytes INTEGER, lines INTEGER, imported TEXT, taken TEXT);
CREATE TABLE known (key INTEGER PRIMARY KEY, id TEXT, kind TEXT, name TEXT, code TEXT, sector TEXT, names TEXT);
CREATE TABLE name (folded TEXT, known INTEGER, PRIMARY KEY (folded, known)) WITHOUT ROWID;
CREATE TABLE tenure (
    person INTEGER, post INTEGER, office TEXT, klass TEXT, title TEXT, of TEXT, start TEXT, end TEXT, sector TEXT
);
CREATE TABLE stage.entity (
    key INTEGER PRIMARY KEY, line INTEGER, id TEXT, kind TEXT, name TEXT, code TEXT, sector TEXT, hint TEXT, died TEXT
);
CREATE TABLE stage.name (id TEXT, folded TEXT, spelled TEXT);
CREATE TABLE stage.claim (
    key INTEGER PRIMARY KEY, line INTEGER, person TEXT, post TEXT, title TEXT, of TEXT, start TEXT, end TEXT
);
"""
_CACHE = -65_536
"""Memory for pages of each database: KiB where negative."""
_STEPS = 200_000
"""Steps of SQLite after which Python may look whether Ctrl-C was pressed: some ten times a second."""


@contextmanager
def building(path: Path) -> Iterator[sqlite3.Connection]:
    """A new file with its stage, all one transaction that is committed at the end. Ctrl-C is KeyboardInterrupt within a statement too."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA temp_store = FILE")
        connection.execute("ATTACH '' AS stage")
        for database in ("main", "stage"):
            for setting in (f"cache_size = {_CACHE}", "journal_mode = OFF", "synchronous = OFF"):
                connection.execute(f"PRAGMA {database}.{setting}").fetchall()
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.set_progress_handler(lambda: 0, _STEPS)
        connection.execute("BEGIN")
        for statement in TABLES.split(";"):
            connection.execute(statement)
        yield connection
        connection.execute("COMMIT")
    except sqlite3.OperationalError as problem:
        if problem.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise KeyboardInterrupt from None
        raise
    finally:
        connection.close()


def opened(path: Path) -> sqlite3.Connection:
    """A finished file to read, without locks: it never changes. Raises sqlite3.DatabaseError for what is none of this version."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version != VERSION:
        connection.close()
        raise sqlite3.DatabaseError("kept by another version of dragoman: import it again")
    return connection
