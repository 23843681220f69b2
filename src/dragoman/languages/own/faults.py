"""What is wrong with a user's files: every fault is told with its file, its line and its entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """`line` counts from 1 and is None for what concerns a whole file; `entry` names an act or quotes a phrase."""

    file: Path
    line: int | None
    entry: str
    cause: str

    def __str__(self) -> str:
        place = str(self.file) if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (place, self.entry, " ".join(self.cause.split())) if part)


@dataclass(frozen=True, slots=True)
class At:
    """A place in a file where faults are noted; all places of a folder share one list."""

    file: Path
    faults: list[Fault] = field(compare=False)
    line: int | None = None
    entry: str = ""

    def fault(self, cause: str) -> None:
        self.faults.append(Fault(self.file, self.line, self.entry, cause))

    def on(self, line: int | None, entry: str = "") -> At:
        return At(self.file, self.faults, line, entry)

    def of(self, file: Path) -> At:
        return At(file, self.faults)


def unknown(kind: str, given: object, known: Iterable[str], most: int = 30) -> str:
    """`no act 'vist': do you mean 'visit'?`, else what there is where that is not too much."""
    there = sorted(known)
    near = get_close_matches(str(given), there, n=1, cutoff=0.75)
    hint = f": do you mean {near[0]!r}?" if near else f" (there is {', '.join(there)})" if 0 < len(there) <= most else ""
    return f"no {kind} {given!r}{hint}"
