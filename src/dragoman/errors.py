"""Every exception, the tree on top. Each message is one line that a user can act on.

    DragomanError
    ├── BadInput           a document that cannot be read or coded; a batch passes it over and goes on
    │   ├── UnknownLanguage    "no coder for language xx"
    │   └── BadKnowledge       a file of the user's own knowledge that is refused as a whole
    └── BadUsage           the caller asked for something that makes no sense
        ├── BadDate            not one of the codebook's EDTF forms
        ├── BadLexicon         a folder of the user's own acts, words and parties that is wrong: a line a fault
        ├── UnknownSource      nothing was imported under that name
        └── Unwritable         the output cannot be written

    Detected (a warning): the bytes were not UTF-8 and were read by detection
"""

from __future__ import annotations

from collections.abc import Sequence


class DragomanError(Exception):
    """The base of all."""


class BadInput(DragomanError):
    """A document that cannot be read or coded. `source` is the file (or "<stdin>"), `line` counts from 1."""

    def __init__(self, cause: str, source: str | None = None, line: int | None = None) -> None:
        self.cause = cause
        self.source = source
        self.line = line
        place = ":".join(str(part) for part in (source, line) if part is not None)
        super().__init__(f"{place}: {cause}" if place else cause)


class UnknownLanguage(BadInput):
    """No folder under `languages/` codes this language (ISO 639-1, or None where it could not be told)."""

    def __init__(self, language: str | None, source: str | None = None) -> None:
        self.language = language
        super().__init__(f"no coder for language {language}" if language else "the language could not be told: name it", source)


class BadKnowledge(BadInput):
    """A file of the user's own knowledge that is refused as a whole: nothing of it is kept."""


class BadUsage(DragomanError):
    """The caller asked for something that makes no sense."""


class BadDate(BadUsage):
    """A date that is not one of the codebook's EDTF forms."""

    def __init__(self, value: str) -> None:
        self.value = value
        super().__init__(f"not an EDTF date: {value!r} (write 2023, 2023-09, 2023-09-18, 2023-09-18/2023-09-21 ...)")


class BadLexicon(BadUsage):
    """A folder of the user's own acts, words and parties that is refused as a whole; `faults` tell file, line, entry and cause."""

    def __init__(self, faults: Sequence[str], most: int = 20) -> None:
        self.faults = tuple(faults)
        left = len(self.faults) - most
        super().__init__("\n".join((*self.faults[:most], *([f"and {left} more"] if left > 0 else ()))))


class UnknownSource(BadUsage):
    """Nothing was imported under that name; `known` are the names under which something was."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        self.name = name
        there = f"there is {', '.join(map(repr, known))}" if known else "nothing was imported"
        super().__init__(f"no source named {name!r}: {there}")


class Unwritable(BadUsage):
    """The output cannot be written."""

    def __init__(self, path: object, cause: str) -> None:
        super().__init__(f"{path}: cannot be written: {cause}")


class Detected(UserWarning):
    """The bytes were not UTF-8; the message says as what they were read."""
