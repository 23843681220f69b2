"""The journey of an import: file -> lines -> records -> stage -> joined tables -> a file of the store."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from dragoman.errors import BadKnowledge, BadUsage
from dragoman.knowledge.own.database import building
from dragoman.knowledge.own.formats import format_of
from dragoman.knowledge.own.formats.contract import Broken, Line
from dragoman.knowledge.own.lines import Lines, Progress, open_lines
from dragoman.knowledge.own.report import Report, Source, Tally
from dragoman.knowledge.own.spelling import LONGEST, clean
from dragoman.knowledge.own.staging import OfficeName, join, stage
from dragoman.knowledge.own.store import Notify, changing, default_folder, file_of, unfinished

_HEAD_LINES, _HEAD_BYTES = 20, 2**24
"""What is looked at to tell the format."""
_UNREADABLE = b"?"
"""Stands there for a line too long to be held."""


def import_file(
    path: Path,
    folder: Path | None = None,
    *,
    name: str | None = None,
    office: OfficeName | None = None,
    progress: Progress = lambda _: None,
    notify: Notify = lambda _: None,
) -> Report:
    """Keeps what a file knows as a source of that name (the file's own by default), in place of what was imported under it before.

    `office` tells what a title is called for short. `progress` hears of bytes read, `notify` of having to wait for another import.
    Raises `BadKnowledge` for a file of the wrong kind, cut short, or with nothing to take; `Unwritable`; nothing is kept or changed then.
    """
    folder = folder or default_folder()
    try:
        with open_lines(path, progress) as lines:
            head, rest = _head(lines)
            form = format_of([_UNREADABLE if raw is None else raw for _, raw in head])
            called = _name(path.name if name is None else name)
            with changing(folder, notify), unfinished(folder, called) as part, building(part) as connection:
                replaced = file_of(folder, called).exists()
                tally = Tally()
                stage(connection, form.records(rest), tally)
                taken = join(connection, tally, office)
                source = Source(called, form.name, lines.sha256, lines.size, lines.count, _now(), taken)
                report = tally.report(source, replaced)
                _check(report)
                _describe(connection, source)
            return report
    except Broken as problem:
        raise BadKnowledge(problem.cause, str(path), problem.line) from None


def _name(given: str) -> str:
    name = clean(given)
    if not name:
        raise BadUsage(f"a source needs a name of at most {LONGEST} characters")
    return name


def _head(lines: Lines) -> tuple[list[Line], Iterator[Line]]:
    """The first lines, and all lines."""
    every = iter(lines)
    head: list[Line] = []
    size = 0
    for line in every:
        head.append(line)
        size += len(line[1] or b"")
        if len(head) >= _HEAD_LINES or size > _HEAD_BYTES:
            break
    return head, chain(head, every)


def _check(report: Report) -> None:
    """Raises `Broken` for a file of which nothing could be taken."""
    if any(report.source.taken.values()):
        return
    reasons = [*report, *(f"{times:,} {kind} not used" for kind, times in report.unused.items())]
    raise Broken("; ".join(["nothing in it could be taken", *reasons[:5]]))


def _describe(connection: sqlite3.Connection, s: Source) -> None:
    row = (s.name, s.format, s.sha256, s.bytes, s.lines, s.imported, json.dumps(dict(s.taken)))
    connection.execute("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
