"""Figures by groups: of what type, language or country the events are that are coded well or badly.

What was found or missed belongs to the groups of gold's event, what was invented to those of the record.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dragoman.evaluating.gold import Gold
from dragoman.evaluating.likeness import codes
from dragoman.evaluating.marks import Mark, Record
from dragoman.knowledge import states
from dragoman.ontology import ontology

Figure = dict[str, float]
NONE = "–"


class Grouping(StrEnum):
    """What events may be told apart by; an event of several countries or parties counts for each."""

    type = "type"
    mode = "mode"
    quad = "quad"
    status = "status"
    language = "language"
    country = "country"
    party = "party"
    document = "document"


@dataclass(frozen=True)
class Groups:
    """The figures of each group, by its name."""

    figures: Mapping[str, Mapping[str, Figure]]

    def to_json(self) -> str:
        return json.dumps(self.figures, indent=1)

    def __str__(self) -> str:
        """A line a group: how many events gold has and how many were coded, and how well at each level."""
        head = ("", "gold", "coded", *(f"{level} {part}" for level in ("detect", "dyad", "full") for part in ("p", "r", "f1")))
        table = [head, *(tuple(_row(name, figures)) for name, figures in self.figures.items() if "events.detect" in figures)]
        widths = [max(len(row[n]) for row in table) for n in range(len(head))]
        return "\n".join(_line(row, widths) for row in table)


def _row(name: str, figures: Mapping[str, Figure]) -> Iterator[str]:
    detect = figures["events.detect"]
    yield name
    yield f"{detect['tp'] + detect['fn']:g}"
    yield f"{detect['tp'] + detect['fp']:g}"
    for level in ("detect", "dyad", "full"):
        yield from (f"{figures[f'events.{level}'][part]:.3f}" for part in ("p", "r", "f1"))


def _line(row: Iterable[str], widths: Iterable[int]) -> str:
    name, *numbers = (cell.ljust(width) if n == 0 else cell.rjust(width) for n, (cell, width) in enumerate(zip(row, widths, strict=True)))
    return "  ".join((name, *numbers))


def groups_of(gold: Gold, mark: Mark, by: Grouping) -> tuple[str, ...]:
    """The groups that a mark belongs to; none for what is no event, where only events have such groups."""
    if by is Grouping.language:
        return (gold.document.language or NONE,)
    if by is Grouping.document:
        return (gold.document.id,)
    return tuple(_of_event(mark.event, by)) if mark.event else ()


def _of_event(event: Record, by: Grouping) -> Iterator[str]:
    kind = event["type"]
    if by is Grouping.mode:
        yield f"{kind} {event.get('mode') or NONE}"
    elif by is Grouping.quad:
        yield from (one.quad for one in (ontology().types.get(kind),) if one)
    elif by is Grouping.status:
        yield event.get("status") or "actual"
    elif by in (Grouping.country, Grouping.party):
        found = codes(event.get("actor")) | codes(event.get("recipient"))
        yield from sorted(code for code in found if by is Grouping.party or code in states())
    else:
        yield kind
