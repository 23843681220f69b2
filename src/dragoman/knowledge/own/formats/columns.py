"""A CSV with a header: name and code, and where wanted office, from, to, aliases, sector and kind. UTF-8; commas, semicolons or tabs."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from dragoman.knowledge.own.dates import date, span
from dragoman.knowledge.own.formats.contract import Broken, Claim, Entity, Format, Kind, Line, PassedOver, Record, Refused
from dragoman.knowledge.own.parties import first_known, sector
from dragoman.knowledge.own.spelling import clean, key, names

NEEDED = ("name", "code")
COLUMNS = (*NEEDED, "office", "from", "to", "aliases", "sector", "kind")
SEPARATORS = (",", ";", "\t")
ALIASES = "|"


def recognises(head: Sequence[bytes]) -> bool:
    return _header(head[0]) is not None


def records(lines: Iterable[Line]) -> Iterator[Record]:
    """A person or an organisation a row, with an office if it has one. Raises `Broken` where a quotation never ends."""
    rows = _Rows(lines)
    separator, header = rows.header()
    reader = csv.reader(rows, delimiter=separator, strict=True)
    for column in header:
        if column and column not in COLUMNS:
            yield PassedOver(1, f"column {column}", unused=True)
    while True:
        begins = rows.number + 1
        try:
            cells = next(reader)
            if any(cell.strip() for cell in cells):
                yield from _row(rows.number, dict(zip(header, cells, strict=False)))
        except StopIteration:
            return
        except Refused as problem:
            yield PassedOver(rows.number, problem.reason, problem.detail)
        except csv.Error as problem:
            if "unexpected end of data" in str(problem):
                raise Broken("cut short: a quotation that begins here has no end", begins) from None
            yield PassedOver(rows.number, "broken CSV", str(problem))


def _row(line: int, row: Mapping[str, str]) -> Iterator[Record]:
    called = names([row.get("name", ""), *row.get("aliases", "").split(ALIASES)])
    if not key(clean(row.get("name", ""))):
        raise Refused("no name")
    code = first_known([row.get("code", "").strip()])
    if code is None:
        raise Refused("no code")
    kind = row.get("kind", "").strip().lower() or "person"
    if kind not in ("person", "organization"):
        raise Refused("unknown kind", repr(kind[:40]))
    id = "-".join((*key(called[0]).split(), code.lower(), *(() if kind == "person" else (kind,))))
    office = clean(row.get("office", ""))
    start, end = span(date(row.get("from", "")), date(row.get("to", "")))
    if office and kind != "person":
        raise Refused("an organization holds no office")
    yield Entity(line, id, cast(Kind, kind), called, code, sector(row.get("sector", "")))
    if office:
        yield Claim(line, id, start, end, title=office, of=code)


class _Rows:
    """The lines of the file as text for the CSV reader; `number` is that of the last one given. Lines that are no UTF-8 are refused."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.number = 0
        self._lines = iter(lines)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        self.number, raw = next(self._lines)
        if raw is None:
            raise Refused("line too long")
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            raise Refused("not UTF-8") from None

    def header(self) -> tuple[str, list[str]]:
        self.number, raw = next(self._lines)
        found = _header(raw or b"")
        if found is None:
            raise Broken("no header with the columns name and code", 1)
        return found


def _header(raw: bytes) -> tuple[str, list[str]] | None:
    """The separator and the columns of a first line that names what is needed."""
    try:
        line = raw.decode("utf-8-sig")
        rows = ((separator, next(csv.reader([line], delimiter=separator), [])) for separator in SEPARATORS)
        named = ((separator, [cell.strip().lower() for cell in cells]) for separator, cells in rows)
        return next(((separator, cells) for separator, cells in named if set(NEEDED) <= set(cells)), None)
    except (UnicodeDecodeError, csv.Error):
        return None


FORMAT = Format("CSV", recognises, records)
