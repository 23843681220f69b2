"""Records for eyes in a notebook: a piece of HTML that needs nothing from outside. All that comes from a text is escaped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from dragoman.pipeline import Coded
from dragoman.showing.evidence import Highlight, Table, highlights, pieces, plain, tables

STYLES = {
    "verbal cooperation": "background:#cdebd0",
    "material cooperation": "background:#7fc98a",
    "verbal conflict": "background:#fde3a7",
    "material conflict": "background:#f4a9a0",
    "statement": "border-bottom:2px solid #7aa6d8",
    "fact": "border-bottom:2px dotted #777",
}
"""The inline style of each quad class, of statements and of facts; dark letters on light grounds in every theme."""


def html(coded: Coded) -> str:
    """One document as HTML: its text with the evidence marked (what it is evidence of, on hovering), and its records."""
    about = " · ".join((coded.document.id, coded.language, coded.published or "publication date unknown"))
    return "".join(("<div>", f"<p><b>{_safe(about)}</b></p>", _text(coded), *map(_table, tables(coded)), "</div>"))


def _text(coded: Coded) -> str:
    parts = (_piece(words, marks) for words, marks in pieces(coded.document.text, highlights(coded)))
    return f'<p style="white-space:pre-wrap">{"".join(parts)}</p>'


def _piece(words: str, marks: Sequence[Highlight]) -> str:
    if not marks:
        return _safe(words)
    style = ";".join(dict.fromkeys(_styles(marks)))
    label = " · ".join(dict.fromkeys(mark.label for mark in marks))
    return f'<span style="{style}" title="{_safe(label)}">{_safe(words)}</span>'


def _styles(marks: Sequence[Highlight]) -> Iterator[str]:
    for mark in marks:
        style = STYLES.get(mark.kind, "font-weight:bold")
        yield f"{style};color:#111" if style.startswith("background") else style


def _table(table: Table) -> str:
    head = "".join(f"<th>{_safe(cell)}</th>" for cell in table.head)
    rows = "".join("<tr>" + "".join(f'<td style="text-align:left">{_safe(cell)}</td>' for cell in row) + "</tr>" for row in table.rows)
    return f"<table><caption><b>{table.title}</b></caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _safe(words: str) -> str:
    return escape(plain(words))
