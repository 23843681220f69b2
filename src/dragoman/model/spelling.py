"""Names folded for comparison: they are written with and without accents, hyphens and capitals."""

from __future__ import annotations

import re
import unicodedata

PIECE = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case without accents: names are written with and without them, and in capitals."""
    if text.isascii():  # most words, and tables of 20,000 names are folded when they are loaded
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def pieces(text: str) -> tuple[str, ...]:
    """The folded runs of letters and digits of a text: `États-Unis` is (`etats`, `unis`)."""
    return tuple(fold(p) for p in PIECE.findall(text))
