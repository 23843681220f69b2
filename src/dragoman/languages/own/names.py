"""A user's own parties: names of a language in the form of languages/*/names.tsv, and names of any language in a CSV."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast, get_args

from dragoman.knowledge import name_of, states
from dragoman.knowledge.own.parties import party
from dragoman.languages.names import Entry
from dragoman.languages.own.documents import read_text
from dragoman.languages.own.faults import At, unknown
from dragoman.model.mentions import NameKind, Sector, Sense
from dragoman.model.spelling import pieces

CODE = re.compile(r"[A-Z][A-Z0-9]{1,19}")
NEW = ("state", "organization", "group")
"""Kinds of names that may bring a code that nobody has yet."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "names.tsv": ("code", "kind", "sector", "forms"),
    "parties.csv": ("name", "code", "aliases", "sector", "kind"),
}
NEEDED: Mapping[str, tuple[str, ...]] = {"names.tsv": ("code", "kind", "forms"), "parties.csv": ("name", "code")}
OFFICE = ("office", "from", "to")
"""Columns of an import of knowledge that say nothing about names."""


@dataclass(frozen=True, slots=True)
class Row:
    """A party's forms with all else that its row says, as it is written."""

    at: At
    forms: tuple[str, ...]
    code: str
    kind: str
    sector: str


@dataclass
class Parties:
    """The parties of a folder as far as they are read; `places` tells where a form (by its language, "" for any) stands."""

    codes: dict[str, str] = field(default_factory=dict)
    places: dict[tuple[str, str], str] = field(default_factory=dict)


def read_rows(at: At) -> list[Row]:
    """The rows of a file, by its name; faults of form are noted."""
    text = read_text(at)
    lines = text.splitlines(keepends=True) if text else []
    if not lines:
        return []
    needed, columns = NEEDED[at.file.name], COLUMNS[at.file.name]
    separators = "\t" if at.file.name.endswith(".tsv") else ",;\t"
    header, separator = next(((h, s) for s in separators if set(needed) <= set(h := _cells(lines[0], s))), ([], ""))
    if not header:
        at.on(1).fault(f"no header with the columns {', '.join(needed)}")
        return []
    offices = [name for name in header if name in OFFICE]
    if offices:
        at.on(1).fault(f"column {offices[0]}: offices are knowledge: `dragoman knowledge import` takes this file")
    for name in header:
        if name and name not in (*columns, *OFFICE):
            at.on(1).fault(unknown("column", name, columns))
    return list(_rows(at, header, separator, lines[1:]))


def _cells(line: str, separator: str) -> list[str]:
    try:
        return [cell.strip().lower() for cell in next(csv.reader([line], delimiter=separator), [])]
    except csv.Error:
        return []


def _rows(at: At, header: list[str], separator: str, lines: list[str]) -> Iterator[Row]:
    bare = at.file.name.endswith(".tsv")
    reader = csv.reader(lines, delimiter=separator, strict=True, quoting=csv.QUOTE_NONE if bare else csv.QUOTE_MINIMAL)
    try:
        for cells in reader:
            here = at.on(reader.line_num + 1)
            if not any(cell.strip() for cell in cells) or cells[0].startswith("#"):
                continue
            if len(cells) > len(header):
                here.fault(f"{len(cells)} cells under {len(header)} columns")
                continue
            yield _row(here, dict(zip(header, (cell.strip() for cell in cells), strict=False)))
    except csv.Error as problem:
        at.on(reader.line_num + 1).fault(f"broken CSV: {problem}")


def _row(at: At, cells: Mapping[str, str]) -> Row:
    written = [cells.get("name", ""), *(cells.get("forms") or cells.get("aliases") or "").split("|")]
    forms = tuple(dict.fromkeys(form.strip() for form in written if form.strip()))
    kind = cells.get("kind", "").lower() or ("person" if "name" in cells else "")
    entry = cells.get("name") or (forms[0] if forms else "")
    return Row(at.on(at.line, entry), forms, cells.get("code", ""), kind, cells.get("sector", "").upper())


def learn_codes(rows: list[Row], parties: Parties) -> None:
    """The codes that rows bring, so that any row of the folder may use them."""
    for row in rows:
        if row.kind in NEW and row.forms and CODE.fullmatch(row.code) and party(row.code) is None:
            parties.codes.setdefault(row.code, row.forms[0])


def entries(rows: list[Row], parties: Parties, language: str = "") -> Iterator[Entry]:
    """The names of rows that are right; a fault is noted for each that is not."""
    for row in rows:
        causes = list(_causes(row, parties, language))
        for cause in causes:
            row.at.fault(cause)
        if not causes:
            sense = _sense(row, parties)
            yield from (Entry(form, sense) for form in row.forms)


def _causes(row: Row, parties: Parties, language: str) -> Iterator[str]:
    if not row.forms or (row.at.file.name == "parties.csv" and not row.at.entry):
        yield "no name"
    if not row.code:
        yield "no code"
    elif party(row.code) is None and row.code not in parties.codes:
        yield f"no party has the code {row.code!r} (a new one is in capitals, of kind {', '.join(NEW[:-1])} or {NEW[-1]})"
    if row.kind not in get_args(NameKind):
        yield unknown("kind", row.kind, get_args(NameKind)) if row.kind else "no kind"
    if row.sector and row.sector not in get_args(Sector):
        yield unknown("sector", row.sector, get_args(Sector))
    for form in row.forms:
        if not pieces(form):
            yield f"{form!r} has neither letter nor digit"
        elif place := parties.places.get((language, form)) or parties.places.get(("", form)):
            yield f"{form!r} stands there twice: also at {place}"
        parties.places.setdefault((language, form), f"{row.at.file}:{row.at.line}")


def _sense(row: Row, parties: Parties) -> Sense:
    code = party(row.code) or row.code
    kind = "body" if row.kind == "organization" and code in states() else row.kind  # a firm or a ministry acts for its state
    name = row.forms[0] if kind == "person" else name_of(code) or parties.codes.get(code, code)
    id = "-".join(("own", *pieces(row.forms[0]))) if kind == "person" else code
    return Sense(cast(NameKind, kind), code, name, cast(Sector | None, row.sector or None), id)
