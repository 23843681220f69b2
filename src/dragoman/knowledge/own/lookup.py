"""A user's own knowledge, to be asked."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from pathlib import Path
from typing import Any

from dragoman.knowledge.own.formats.contract import Kind
from dragoman.knowledge.own.report import Source
from dragoman.knowledge.own.spelling import key
from dragoman.knowledge.own.store import default_folder, opened_sources
from dragoman.knowledge.people import OPEN, Tenure
from dragoman.model.mentions import Sector
from dragoman.model.time import Time

_FIND = "SELECT k.id, k.kind, k.name, k.code, k.sector, k.names FROM name n JOIN known k ON k.key = n.known WHERE n.folded = ?"
_KNOWN = "SELECT id, kind, name, code, sector, names FROM known WHERE id = ?"
_TENURES = "SELECT k.id, t.office, t.of, t.start, t.end, t.title, t.klass, t.sector FROM tenure t JOIN known k ON k.key = t.person "
_OF_PERSON = _TENURES + "WHERE k.id = ? ORDER BY t.start"
_OF_OFFICE = _TENURES + "WHERE t.office = ? AND t.of = ?"


@dataclass(frozen=True, slots=True)
class Known:
    """Someone or something imported: `code` is a party of ours, `names` all its spellings, `source` the import it is (first) from."""

    id: str
    name: str
    kind: Kind
    code: str
    sector: Sector | None
    source: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held(Tenure):
    """A tenure from an import: `title` as it was written there, `klass` where the office is one that we know, else None."""

    title: str
    klass: str | None
    sector: Sector | None
    source: str


class Knowledge:
    """What has been imported into a folder, as it was when first asked for; empty where nothing was.

    It may be passed to worker processes and used after a fork: each process opens the files for itself, and only reads them.
    Every question may raise `BadKnowledge` for a folder whose files cannot be read.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or default_folder()
        self._opened: dict[int, tuple[tuple[Source, sqlite3.Connection], ...]] = {}

    def __reduce__(self) -> tuple[type[Knowledge], tuple[Path]]:
        return Knowledge, (self.folder,)

    def __bool__(self) -> bool:
        """Whether anything has been imported."""
        return bool(self._databases())

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(source for source, _ in self._databases())

    def find(self, name: str) -> tuple[Known, ...]:
        """Everyone and everything of a name or alias, whatever its case, accents and hyphens; those it is the usual name of come first."""
        folded = key(name)
        found: dict[tuple[str, str], Known] = {}
        for source, row in self._rows(_FIND, folded) if folded else ():
            new = _known(row, source)
            old = found.get((new.id, new.kind))
            found[new.id, new.kind] = _united(old, new) if old else new
        return tuple(sorted(found.values(), key=lambda known: key(known.name) != folded))

    def known(self, id: str) -> Known | None:
        """Who or what an id stands for; None where nothing was imported under it."""
        found = [_known(row, source) for source, row in self._rows(_KNOWN, id)]
        return reduce(_united, found) if found else None

    def tenures_of(self, id: str) -> tuple[Held, ...]:
        """The offices of a person by id, earliest first; one that several sources tell of alike comes once."""
        found: dict[tuple[object, ...], Held] = {}
        for source, row in self._rows(_OF_PERSON, id):
            held = _held(row, source)
            found.setdefault((held.office, held.of, held.start, held.end), held)
        return tuple(sorted(found.values(), key=lambda held: held.start or ""))

    def holders(self, office: str, of: str, on: str | None = None) -> tuple[Held, ...]:
        """Who held an office on a day, month or year (EDTF), or ever where None; surest first, then latest first. Raises `BadTime`."""
        when = Time.parse(on) if on else OPEN
        found: dict[tuple[object, ...], Held] = {}
        for source, row in self._rows(_OF_OFFICE, office, of):
            held = _held(row, source)
            if held.span.overlaps(when):
                found.setdefault((held.person, held.start, held.end), held)
        return tuple(sorted(found.values(), key=lambda held: _rank(held, when), reverse=True))

    def in_office(self, day: str | None, ids: Iterable[str]) -> Mapping[str, str]:
        """Of these people who holds an office on the day (EDTF; any day where None): id -> whose office, the surest, then the latest.

        Raises `BadTime`.
        """
        when = Time.parse(day) if day else OPEN
        held = {id: [t for t in self.tenures_of(id) if t.span.overlaps(when)] for id in ids}
        return {id: max(tenures, key=lambda t: _rank(t, when)).of for id, tenures in held.items() if tenures}

    def _rows(self, question: str, *values: str) -> Iterator[tuple[str, tuple[Any, ...]]]:
        """The answers of every source, latest import first."""
        for source, connection in self._databases():
            for row in connection.execute(question, values):
                yield source.name, row

    def _databases(self) -> tuple[tuple[Source, sqlite3.Connection], ...]:
        here = os.getpid()
        if here not in self._opened:  # what a parent process opened is kept but not used: SQLite's connections do not survive a fork
            self._opened[here] = tuple(opened_sources(self.folder))
        return self._opened[here]


def _known(row: tuple[Any, ...], source: str) -> Known:
    id, kind, name, code, sector, names = row
    return Known(id, name, kind, code, sector, source, tuple(names.split("\n")))


def _held(row: tuple[Any, ...], source: str) -> Held:
    person, office, of, start, end, title, klass, sector = row
    return Held(person, office, of, start, end, title, klass, sector, source)


def _united(first: Known, other: Known) -> Known:
    """What two sources say of one: the later import decides, names are added."""
    return replace(first, sector=first.sector or other.sector, names=tuple(dict.fromkeys((*first.names, *other.names))))


def _rank(held: Held, when: Time) -> tuple[bool, int]:
    begun = Time.parse(held.start).earliest if held.start else None
    return held.surely_on(when), (begun or date.min).toordinal()
