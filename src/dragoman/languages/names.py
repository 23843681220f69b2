"""A language's names of parties and places (names.tsv, people.tsv), as a look-up over the pieces of words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple, cast

from dragoman.knowledge import name_of
from dragoman.knowledge.people import people
from dragoman.languages.data import folder, read_table, read_yaml
from dragoman.model.mentions import NameKind, Sector, Sense
from dragoman.model.spelling import PIECE, pieces

FAMILY_FIRST = ("CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "VNM", "KHM", "SGP")
ROMAN = re.compile(r"[ivx]+")
"""The number of a king or pope, folded."""


class Entry(NamedTuple):
    """A form of a name as written in the table, and what it stands for."""

    form: str
    sense: Sense

    def fits(self, text: str) -> bool:
        """Whether the case of the words allows it: `US` is not `us`, `the West` not `the west`, `russe` not `Russe`."""
        if len(self.form) > 1 and self.form.isupper() and len(self.form) <= 6:
            return text.isupper()
        if text.isupper():
            return True
        if not self.form[0].isupper() and text[0].isupper():
            return False
        words, shown = PIECE.findall(self.form), PIECE.findall(text)
        return len(words) == len(shown) and all(s[0].isupper() for w, s in zip(words, shown, strict=True) if w[0].isupper())


Row = tuple[tuple[str, ...], Entry]
"""An entry with the folded pieces of its form."""


@dataclass(frozen=True)
class Names:
    """Names by their first piece, longest first; people by the pieces of their surname."""

    table: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    surnames: Mapping[str, tuple[Sense, ...]] = field(default_factory=dict)
    organizations: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The codes of the organisations that have a word (lower case) in their name."""

    def starting(self, piece: str) -> Sequence[Row]:
        return self.table.get(piece, ())

    def exactly(self, text: str) -> tuple[Sense, ...]:
        """All that a whole text may stand for, likeliest first."""
        wanted = pieces(text)
        rows = self.starting(wanted[0]) if wanted else ()
        return tuple(entry.sense for form, entry in rows if form == wanted and entry.fits(text))


@cache
def genders() -> Mapping[str, Literal["Masc", "Fem"]]:
    """The gender that a given name (folded) tells of its bearer."""
    raw = read_yaml(resources.files("dragoman.languages").joinpath("given_names.yaml"))
    return dict.fromkeys(raw["masculine"], "Masc") | dict.fromkeys(raw["feminine"], "Fem")


def load_names(code: str) -> Names:
    """The names of a language with the identities of `knowledge/` behind them."""
    table = rows_of((*_parties(code), *_people(code)))
    # "Brussels" is the Union before it is Belgium: who is named by a seat comes before the town.
    ordered = {first: sorted(rows, key=lambda row: (-len(row[0]), row[1].sense.kind != "seat")) for first, rows in table.items()}
    return Names(ordered, _surnames(table), organizations_of(table))


def rows_of(entries: Iterable[Entry]) -> dict[str, list[Row]]:
    """Entries by the first piece of their form."""
    table: dict[str, list[Row]] = defaultdict(list)
    for entry in entries:
        form = pieces(entry.form)
        if form:
            table[form[0]].append((form, entry))
    return table


def _parties(code: str) -> Iterator[Entry]:
    for row in read_table(folder(code).joinpath("names.tsv")):
        sector = cast(Sector | None, row["sector"] or None)
        name = name_of(row["code"]) or row["code"]
        sense = Sense(cast(NameKind, row["kind"]), row["code"], name, sector, row["code"])
        yield from (Entry(form, sense) for form in row["forms"].split("|") if form)


def _people(code: str) -> Iterator[Entry]:
    local = {row["id"]: row["forms"].split("|") for row in read_table(folder(code).joinpath("people.tsv"))}
    for person in people().values():
        names = local.get(person.id, [])
        best = names[0] if names else person.name
        sense = Sense("person", person.country, best, None, person.id)
        yield from (Entry(form, sense) for form in dict.fromkeys((*names, person.name)) if form)


def _surnames(table: Mapping[str, Sequence[Row]]) -> dict[str, tuple[Sense, ...]]:
    found: dict[str, list[Sense]] = defaultdict(list)
    for rows in table.values():
        for form, entry in rows:
            if entry.sense.kind == "person" and len(form) > 1:
                for piece in _family_names(form, entry.sense.code):
                    if entry.sense.id not in {s.id for s in found[piece]}:
                        found[piece].append(entry.sense)
    return {piece: tuple(senses) for piece, senses in found.items()}


def _family_names(form: tuple[str, ...], country: str | None) -> set[str]:
    """The pieces of a full name by which alone one is called: the last, and the first where family names come first."""
    pieces = {form[-1], form[0]} if country in FAMILY_FIRST else {form[-1]}
    return {piece for piece in pieces if not ROMAN.fullmatch(piece)}


def organizations_of(table: Mapping[str, Sequence[Row]]) -> dict[str, frozenset[str]]:
    """The codes of organisations by the words (lower case) of their names."""
    found: dict[str, set[str]] = defaultdict(set)
    for rows in table.values():
        for _, entry in rows:
            if entry.sense.kind == "organization" and entry.sense.code:
                for word in PIECE.findall(entry.form):
                    found[word.lower()].add(entry.sense.code)
    return {word: frozenset(codes) for word, codes in found.items()}
