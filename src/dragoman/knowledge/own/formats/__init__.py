"""The formats of a user's own knowledge, one file each, recognised by what stands in them and never by their names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from dragoman.knowledge.own.formats.contract import Broken, Format

NONE = "neither FollowTheMoney nor Wikidata JSON lines, nor a CSV with the columns name and code"


def format_of(head: Sequence[bytes]) -> Format:
    """The format of a file by its first lines; raises `Broken` with what it looks like instead."""
    start = b"".join(head).removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        raise Broken("empty")
    if b"\x00" in start or start.startswith((b"PK\x03\x04", b"%PDF")):
        raise Broken("a binary file, no knowledge")
    found = next((form for form in _formats() if form.recognises(head)), None)
    if found is None:
        raise Broken(f"HTML or XML: {NONE}" if start.startswith(b"<") else NONE)
    return found


@cache
def _formats() -> tuple[Format, ...]:
    modules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    return tuple(form for module in modules if isinstance(form := getattr(module, "FORMAT", None), Format))
