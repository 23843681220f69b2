"""Records for eyes at a terminal: the text with its evidence in colour, then a table for each kind of record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text

from dragoman.showing.evidence import NOTHING, Table, highlights, plain, tables

if TYPE_CHECKING:
    from dragoman.pipeline import Coded

STYLES = {
    "verbal cooperation": "bold green",
    "material cooperation": "bold black on green",
    "verbal conflict": "bold yellow",
    "material conflict": "bold white on red",
    "statement": "italic blue",
    "fact": "underline",
}
"""A style for each quad class of events, for statements and for facts."""
WHOLE = ("kind", "form", "of")
"""Columns whose cells are never broken."""


def show(coded: Coded) -> RenderableType:
    """One document: its name, its text, its records."""
    grids: list[RenderableType] = [_grid(table) for table in tables(coded)]
    return Group(_title(coded), Padding(_text(coded), (1, 2)), *grids or [Text("no event, statement or fact", style="dim")])


def legend() -> Text:
    """What each colour stands for."""
    return Text("  ").join(Text(name, style=style) for name, style in STYLES.items())


def _title(coded: Coded) -> Rule:
    about = (coded.document.id, coded.language, f"published {coded.published or 'on an unknown day'}")
    return Rule(Text(plain(" · ".join(about))), align="left")


def _text(coded: Coded) -> Text:
    text = Text(plain(coded.document.text))
    for mark in highlights(coded):
        text.stylize(STYLES.get(mark.kind, "bold"), mark.start, mark.end)
    return _trimmed(text)


def _trimmed(text: Text) -> Text:
    """Without the blank lines that a text may begin or end with."""
    start = len(text.plain) - len(text.plain.lstrip())
    trimmed = text[start : max(start + 1, len(text.plain.rstrip()))]
    return trimmed if text.plain.strip() else Text()


def _grid(table: Table) -> Grid:
    """A table that stays readable on 80 columns: columns without a value are left out, words break at blanks."""
    grid = Grid(title=table.title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    kept = [n for n in range(len(table.head)) if any(row[n] != NOTHING for row in table.rows)]
    for n in kept:
        grid.add_column(table.head[n], overflow="fold", no_wrap=table.head[n] in WHOLE)
    for row in table.rows:
        grid.add_row(*(Text(row[n]) for n in kept))
    return grid
