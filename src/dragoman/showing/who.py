"""The answers of `dragoman who` for eyes at a terminal: each reading with its offices, its memberships and where it is known from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from dragoman.asking import Belonging, Holding, Identity
from dragoman.knowledge import name_of
from dragoman.showing.evidence import plain

NOWHERE = "?"
"""An end of a span that is not known; one that has not come yet is left empty."""


def show_identities(found: Sequence[Identity]) -> RenderableType:
    """All readings, likeliest first, numbered where there is more than one."""
    numbers = range(1, len(found) + 1) if len(found) > 1 else ()
    heads = [_head(one, number) for one, number in zip(found, (*numbers, *(None for _ in found)), strict=False)]
    return Group(*(Group(head, *(Padding(part, (0, 0, 0, 2)) for part in _parts(one))) for head, one in zip(heads, found, strict=True)))


def _head(one: Identity, number: int | None) -> Text:
    codes = ", ".join(f"{code} ({name})" if (name := name_of(code)) and name != one.name else code for code in one.codes)
    about = " · ".join(part for part in (one.kind, codes, one.sector, f"read as {one.reading}") if part)
    return Text.assemble(f"{number}. " if number else "", (plain(one.name), "bold"), "  ", plain(about))


def _parts(one: Identity) -> Iterator[RenderableType]:
    if one.note:
        yield Text(plain(one.note), style="yellow")
    if one.spellings:
        yield Text(plain("also " + ", ".join(one.spellings)))
    if one.offices:
        yield _grid(("office", "of", "from", "to", "known from"), map(_office, one.offices))
    if one.memberships:
        head = "members" if one.kind == "organization" else "member of"
        yield Text(plain(f"{head}: " + ", ".join(_belonging(m, one) for m in one.memberships)))
    if one.sources:
        yield Text(plain("known from " + ", ".join(one.sources)), style="dim")


def _office(held: Holding) -> tuple[str, ...]:
    return held.office, held.of, held.start or NOWHERE, held.end or "", held.source


def _belonging(belonging: Belonging, one: Identity) -> str:
    other = belonging.member if belonging.organization in one.codes else belonging.organization
    span = f"{belonging.start or NOWHERE}–{belonging.end or ''}"
    return f"{other} {span}" if belonging.role == "member" else f"{other} {span} ({belonging.role})"


def _grid(head: Sequence[str], rows: Iterator[tuple[str, ...]]) -> Grid:
    grid = Grid(*head, box=box.SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        grid.add_row(*(Text(plain(cell)) for cell in row))
    return grid
