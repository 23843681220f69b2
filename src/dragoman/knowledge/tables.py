"""The tab-separated tables of identities, read as packaged data."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable


def table(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table of this folder, each as column -> text; a cell left out at the end of a line is empty."""
    return rows(resources.files("dragoman.knowledge").joinpath(name))


def rows(source: Traversable) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated file with a header; lines that begin with # are comments."""
    lines = (line for line in source.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#"))
    columns = next(lines, "").split("\t")
    for line in lines:  # thrice as fast as csv, which counts where a question is one of a kind
        cells = line.split("\t")
        yield dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=False))
