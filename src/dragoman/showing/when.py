"""The answers of `dragoman when` for eyes at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import RenderableType
from rich.table import Table as Grid
from rich.text import Text

from dragoman.asking import Moment
from dragoman.showing.evidence import plain


def show_moments(found: Sequence[Moment]) -> RenderableType:
    """The words, their date, how precise it is, and the rule that read them."""
    grid = Grid("words", "date", "precision", "rule", box=box.SIMPLE_HEAD, pad_edge=False)
    for one in found:
        grid.add_row(*(Text(plain(cell)) for cell in (one.text, one.date, one.precision, one.rule)))
    return grid
