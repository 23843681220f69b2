"""What a file says, staged as it comes and joined when all of it is there: whom a line speaks of may stand before it or after it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import TypeVar

from dragoman.knowledge.own.dates import in_order
from dragoman.knowledge.own.formats.contract import Claim, Entity, PassedOver, Record, Refused
from dragoman.knowledge.own.report import Tally
from dragoman.knowledge.own.spelling import key

OfficeName = Callable[[str], tuple[str, str] | None]
"""A title -> the short English office and its class; None for a title that it does not know."""
BATCH = 1_000
T = TypeVar("T")

_PARTIES_OF_THOSE_IN_OFFICE = """
UPDATE stage.entity SET
    code = coalesce(code, (SELECT t.of FROM tenure t WHERE t.person = entity.key ORDER BY t.start DESC LIMIT 1)),
    sector = coalesce(
        sector,
        (SELECT t.sector FROM tenure t WHERE t.person = entity.key AND t.sector IS NOT NULL ORDER BY t.start DESC LIMIT 1),
        hint
    )
WHERE kind = 'person' AND (code IS NULL OR sector IS NULL)
"""
_CLAIMS = """
SELECT c.line, c.title, c.of, c.start, c.end, c.post, p.key, p.kind, p.code, p.died, o.key, o.kind, o.name, o.code, o.sector
FROM stage.claim c LEFT JOIN stage.entity p ON p.id = c.person LEFT JOIN stage.entity o ON o.id = c.post ORDER BY c.key
"""
_KNOWN = """
INSERT INTO known SELECT e.key, e.id, e.kind, e.name, e.code, e.sector,
    (SELECT group_concat(n.spelled, char(10)) FROM (SELECT DISTINCT spelled FROM stage.name WHERE id = e.id ORDER BY rowid) n)
FROM stage.entity e
WHERE e.code IS NOT NULL AND (e.kind != 'office' OR e.key IN (SELECT post FROM tenure)) ORDER BY e.key
"""
_NAMES = """
INSERT OR IGNORE INTO name SELECT n.folded, k.key
FROM stage.name n JOIN stage.entity e ON e.id = n.id JOIN known k ON k.key = e.key ORDER BY 1, 2
"""
_WHOSE_IS_UNKNOWN = "SELECT line FROM stage.entity WHERE code IS NULL AND kind != 'office' ORDER BY line"
_UNHELD = "SELECT line FROM stage.entity WHERE kind = 'office' AND key NOT IN (SELECT post FROM tenure WHERE post IS NOT NULL)"
_TWICE = "DELETE FROM stage.entity WHERE EXISTS (SELECT 1 FROM stage.entity e WHERE e.id = entity.id AND e.key < entity.key)"


def stage(connection: sqlite3.Connection, records: Iterable[Record], tally: Tally) -> None:
    """Keeps what a file says by the file's own ids."""
    for batch in _batches(records, BATCH):
        entities = [r for r in batch if isinstance(r, Entity)]
        claims = [r for r in batch if isinstance(r, Claim)]
        for record in batch:
            if isinstance(record, PassedOver):
                tally.add(record)
        connection.executemany(
            "INSERT INTO stage.entity (line, id, kind, name, code, sector, hint, died) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            ((e.line, e.id, e.kind, e.names[0], e.code, e.sector, e.hint, e.died) for e in entities),
        )
        connection.executemany("INSERT INTO stage.name VALUES (?, ?, ?)", ((e.id, key(n), n) for e in entities for n in e.names))
        connection.executemany(
            "INSERT INTO stage.claim (line, person, post, title, of, start, end) VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((c.line, c.person, c.post, c.title, c.of, c.start, c.end) for c in claims),
        )


def join(connection: sqlite3.Connection, tally: Tally, office: OfficeName | None = None) -> dict[str, int]:
    """Fills the tables to be read; returns how many of each kind there are. An id that comes twice is one, as it came first."""
    connection.execute("CREATE INDEX stage.entity_by_id ON entity (id, key)")
    connection.execute("CREATE INDEX stage.name_by_id ON name (id)")
    connection.execute(_TWICE)
    _join_claims(connection, tally, office)
    connection.execute("CREATE INDEX tenure_by_person ON tenure (person, start)")
    connection.execute("CREATE INDEX tenure_by_office ON tenure (office, of)")
    connection.execute(_PARTIES_OF_THOSE_IN_OFFICE)
    connection.execute(_KNOWN)
    connection.execute("CREATE INDEX known_by_id ON known (id)")
    connection.execute(_NAMES)
    for (line,) in connection.execute(_WHOSE_IS_UNKNOWN):
        tally.add(PassedOver(line, "no country"))
    for (line,) in connection.execute(_UNHELD):
        tally.add(PassedOver(line, "office that nobody here holds", unused=True))
    return _counts(connection)


def _join_claims(connection: sqlite3.Connection, tally: Tally, office: OfficeName | None) -> None:
    named = lru_cache(maxsize=65_536)(office or (lambda title: None))
    for batch in _batches(connection.execute(_CLAIMS), BATCH):
        rows = []
        for claim in batch:
            try:
                rows.append(_tenure(claim, named))
            except Refused as problem:
                tally.add(PassedOver(claim[0], problem.reason, problem.detail))
        connection.executemany("INSERT INTO tenure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _tenure(claim: tuple[object, ...], named: OfficeName) -> tuple[object, ...]:
    """A row of `tenure` from a claim with its person and its office; raises `Refused`."""
    _, role, of, start, end, post, person, kind, country, died, place, place_kind, place_name, place_code, sector = claim
    if person is None:
        raise Refused("holder not in the file, or refused")
    if kind != "person":
        raise Refused("holder is no person")
    if post is not None and place is None:
        raise Refused("office not in the file, or refused")
    title = f"{role}, {place_name}" if role and place else str(role or place_name)
    whose = of or place_code or (country if place_kind == "office" else None)
    if whose is None:
        raise Refused("not said whose office it is")
    if end is None and died is not None and in_order(str(start) if start else None, str(died)):
        end = died
    short, klass = named(title) or (title, None)
    return person, place if place_kind == "office" else None, short, klass, title, whose, start, end, sector


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    kinds: dict[str, int] = dict(connection.execute("SELECT kind, count(*) FROM known GROUP BY kind"))
    (tenures,) = connection.execute("SELECT count(*) FROM tenure").fetchone()
    return {"person": 0, "organization": 0, "office": 0, **kinds, "tenure": tenures}


def _batches(records: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(records)
    while batch := list(islice(rest, size)):
        yield batch
