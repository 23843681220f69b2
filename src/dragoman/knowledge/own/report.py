"""What an import took and what it passed over, and the sources that a store holds."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields

from dragoman.knowledge.own.formats.contract import PassedOver

FIRST = 3
"""So many lines of each reason are named."""
_MOST_KEYS = 100
_OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Source:
    """One import. `imported` is an ISO time in UTC; `taken` counts by kind: person, organization, office, tenure."""

    name: str
    format: str
    sha256: str
    bytes: int
    lines: int
    imported: str
    taken: Mapping[str, int]

    def to_json(self) -> str:
        return json.dumps({field.name: getattr(self, field.name) for field in fields(self)}, ensure_ascii=False)

    @property
    def counted(self) -> str:
        """ "2 persons, 1 tenure": what was taken, kinds of which there is nothing left out."""
        return ", ".join(f"{times:,} {kind}{'s' if times > 1 else ''}" for kind, times in self.taken.items() if times)


@dataclass(frozen=True, slots=True)
class Report:
    """What came of an import: `refused` counts lines (or parts) by what is wrong, `first` names some; `unused` counts what has no use."""

    source: Source
    refused: Mapping[str, int]
    unused: Mapping[str, int]
    first: Mapping[str, tuple[PassedOver, ...]]
    replaced: bool = False

    def __str__(self) -> str:
        """What was taken and what has no use, in two or three lines."""
        source = self.source
        told = f"{source.name}: {source.format}, {source.lines:,} lines{', in place of what it was before' if self.replaced else ''}"
        unused = ", ".join(f"{times:,} {what}" for what, times in sorted(self.unused.items(), key=lambda item: (-item[1], item[0])))
        return "\n".join([told, f"taken: {source.counted}", *([f"not used: {unused}"] if unused else [])])

    def __iter__(self) -> Iterator[str]:
        """What is refused, a line a reason, the most frequent first."""
        for reason, times in sorted(self.refused.items(), key=lambda item: (-item[1], item[0])):
            named = ", ".join(f"line {p.line:,}" + (f" ({p.detail})" if p.detail else "") for p in self.first[reason])
            yield f"{times:,} {reason}: {named}" + (" ..." if times > len(self.first[reason]) else "")


@dataclass
class Tally:
    """Counts while an import runs, in bounded memory."""

    refused: Counter[str] = field(default_factory=Counter)
    unused: Counter[str] = field(default_factory=Counter)
    first: defaultdict[str, list[PassedOver]] = field(default_factory=lambda: defaultdict(list))

    def add(self, passed: PassedOver) -> None:
        if passed.unused:
            self.unused[passed.reason if passed.reason in self.unused or len(self.unused) < _MOST_KEYS else _OTHERS] += 1
            return
        self.refused[passed.reason] += 1
        if len(self.first[passed.reason]) < FIRST:
            self.first[passed.reason].append(passed)

    def report(self, source: Source, replaced: bool) -> Report:
        """Most lines first come first: they are found while reading and while joining."""
        first = {reason: tuple(sorted(found, key=lambda p: p.line)) for reason, found in self.first.items()}
        return Report(source, dict(self.refused), dict(self.unused), first, replaced)
