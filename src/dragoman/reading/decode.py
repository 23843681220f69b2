"""Bytes -> text: UTF-8, else whatever the bytes look like, and it is said so."""

from __future__ import annotations

import codecs
import re
import unicodedata

from charset_normalizer import from_bytes

from dragoman.errors import BadInput
from dragoman.reading.contract import Notify

MAX_BYTES = 8 * 2**20
"""A file of one document, or a line of JSON, may hold so many bytes (8 MiB): far above any dispatch, far below what hurts."""

MAX_CHARACTERS = 1_000_000
"""A document's text may hold so many characters; the parsers take no more."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_WESTERN = "cp1252"


def decode(raw: bytes, name: str, notify: Notify, line: int | None = None) -> str:
    """The text in `raw`; a byte order mark is dropped. Raises `BadInput` for bytes that are no text."""
    try:
        text = raw.decode("utf-16" if raw.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError:
        text, encoding = _guess(raw, name, line)
        place = name if line is None else f"{name}:{line}"
        notify(f"{place}: not UTF-8, read as {encoding}")
    if _CONTROL.search(text) and len(_CONTROL.findall(text)) * 200 > len(text):
        raise BadInput("a binary file, no text", name, line)
    return text


def checked(text: str, name: str, line: int | None = None) -> str:
    """The text if it can be coded, half surrogate pairs replaced one for one. Raises `BadInput` if empty or too long."""
    if not text.strip():
        raise BadInput("empty", name, line)
    if len(text) > MAX_CHARACTERS:
        raise BadInput(f"a text of {len(text)} characters: more than {MAX_CHARACTERS}", name, line)
    return sound(text)


def sound(text: str) -> str:
    """Half surrogate pairs, which no file can hold, replaced one for one."""
    return _SURROGATE.sub("\ufffd", text)


def _guess(raw: bytes, name: str, line: int | None) -> tuple[str, str]:
    """Windows Latin first if it gives plain words: detection errs on short texts, and most of the press that is not UTF-8 is that."""
    if b"\x00" not in raw:
        western = raw.decode(_WESTERN, "replace")
        if "\ufffd" not in western and _plain(western):
            return western, _WESTERN
        best = from_bytes(raw).best()
        if best is not None:
            return str(best), best.encoding
    raise BadInput("a binary file, no text", name, line)


def _plain(text: str) -> bool:
    """Whether letters beyond ASCII stand inside words, few beside the others, as in French or English."""
    strange = [c for c in text if ord(c) > 127]
    letters = sum(unicodedata.category(c).startswith("L") for c in text)
    foreign = sum(unicodedata.category(c).startswith("L") for c in strange)
    odd = sum(unicodedata.category(c) in ("Cc", "So", "Sc", "Sm", "Sk", "No") for c in strange)
    return foreign * 5 <= letters * 2 and odd * 10 <= len(strange) + 5
