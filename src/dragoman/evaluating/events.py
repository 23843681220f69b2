"""Events are matched one to one, at three levels.

detect  the same type, and triggers that overlap or lie no further than `GAP` apart
dyad    also the same actor and recipient codes (pooled where gold has several actors and no recipient)
full    also the same status, and the same date where gold has one

Among those matched at dyad, single fields are compared; null, and the status "actual", earn nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from dragoman.evaluating.dates import same_date
from dragoman.evaluating.gold import Gold, GoldEvent
from dragoman.evaluating.likeness import codes
from dragoman.evaluating.marks import Mark, Outcome, Record

GAP = 12
"""Characters between two triggers that still name one act ("a effectué" beside "une visite")."""

Level = Literal["detect", "dyad", "full"]
LEVELS: tuple[Level, ...] = ("detect", "dyad", "full")


@dataclass(frozen=True, slots=True)
class _Pair:
    """Gold event `i` and record `j`, near each other and of one type."""

    i: int
    j: int
    gap: int
    gold: GoldEvent
    record: Record

    @property
    def dyad(self) -> bool:
        actor, recipient = codes(self.gold.fields.get("actor")), codes(self.gold.fields.get("recipient"))
        does, suffers = codes(self.record.get("actor")), codes(self.record.get("recipient"))
        if len(actor) > 1 and not recipient:
            return actor == does | suffers
        return (actor, recipient) == (does, suffers)

    @property
    def full(self) -> bool:
        fields = self.gold.fields
        same_status = fields.get("status", "actual") == self.record.get("status")
        return self.dyad and same_status and same_date(fields.get("date"), self.record.get("date"))

    def holds(self, level: Level) -> bool:
        return level == "detect" or (self.dyad if level == "dyad" else self.full)


def mark_events(gold: Gold, records: Sequence[Record]) -> Iterator[Mark]:
    near = _near(gold, records)
    for level in LEVELS:
        matched = _match([pair for pair in near if pair.holds(level)])
        yield Mark(f"events.{level}", "none")
        yield from _mark_gold(level, gold, {pair.i for pair in matched})
        spared = {pair.j for pair in matched} | {pair.j for pair in near if pair.gold.optional}
        yield from _mark_records(level, gold, [record for j, record in enumerate(records) if j not in spared])
        if level == "dyad":
            for pair in matched:
                if not pair.gold.optional:
                    yield from (replace(mark, event=pair.gold.fields) for mark in _mark_fields(pair.gold.fields, pair.record))


def judged(gold: Gold, records: Sequence[Record], level: Level = "dyad") -> Iterator[bool | None]:
    """Whether each event record is right; None for one that counts neither way because what it matches is optional."""
    near = _near(gold, records)
    right = {pair.j: not pair.gold.optional or None for pair in _match([pair for pair in near if pair.holds(level)])}
    spared = dict.fromkeys(pair.j for pair in near if pair.gold.optional)
    verdicts: dict[int, bool | None] = {**dict.fromkeys(range(len(records)), False), **spared, **right}
    yield from verdicts.values()


def _near(gold: Gold, records: Sequence[Record]) -> list[_Pair]:
    return [pair for pair in _pairs(gold, records) if pair.gap <= GAP and pair.gold.type == pair.record["type"]]


def _pairs(gold: Gold, records: Sequence[Record]) -> Iterator[_Pair]:
    for i, event in enumerate(gold.events):
        for j, record in enumerate(records):
            yield _Pair(i, j, _gap(event, record), event, record)


def _gap(event: GoldEvent, record: Record) -> int:
    """Characters between the nearest triggers of the two; 0 or less where they overlap."""
    between = (max(start - t["end"], t["start"] - end) for start, end in event.spans for t in record["triggers"])
    return min(between, default=GAP + 1)


def _match(pairs: Iterable[_Pair]) -> list[_Pair]:
    """One to one, best first: required before optional, then the right parties, then the nearest, then the order of the text."""
    matched: list[_Pair] = []
    for pair in sorted(pairs, key=lambda pair: (pair.gold.optional, not pair.dyad, pair.gap, pair.i, pair.j)):
        if not any(pair.i == other.i or pair.j == other.j for other in matched):
            matched.append(pair)
    return matched


def _mark_gold(level: Level, gold: Gold, found: set[int]) -> Iterator[Mark]:
    for i, event in enumerate(gold.events):
        if event.optional:
            continue
        outcome: Outcome = "tp" if i in found else "fn"
        yield Mark(f"events.{level}", outcome, _tell(event.fields, gold.document.text[slice(*event.spans[0])]), event.fields)
        if level == "dyad":
            yield Mark(f"type.{event.type}", outcome, event=event.fields)


def _mark_records(level: Level, gold: Gold, invented: Iterable[Record]) -> Iterator[Mark]:
    for record in invented:
        first = record["triggers"][0]
        yield Mark(f"events.{level}", "fp", _tell(record, gold.document.text[first["start"] : first["end"]]), record)
        if level == "dyad":
            yield Mark(f"type.{record['type']}", "fp", event=record)


def _mark_fields(gold: Record, record: Record) -> Iterator[Mark]:
    yield from _compare("mode", gold.get("mode"), record.get("mode"))
    yield from _compare("place", _codes(gold.get("place")), _codes(record.get("place")))
    yield from _compare("attribution", _codes(gold.get("attribution")), _codes(record.get("attribution")))
    yield from _compare("status", _unless_actual(gold.get("status")), _unless_actual(record.get("status")))
    yield from _contexts(set(gold.get("contexts") or ()), set(record.get("contexts") or ()))
    if gold.get("date"):
        yield Mark("of matched: date", "right" if same_date(gold["date"], record.get("date")) else "wrong")


def _compare(name: str, gold: object, found: object) -> Iterator[Mark]:
    """A field's part in F1 over the values that say something."""
    figure = f"of matched: {name}"
    yield Mark(figure, "none")
    if gold and gold == found:
        yield Mark(figure, "tp")
        return
    if gold:
        yield Mark(figure, "fn")
    if found:
        yield Mark(figure, "fp")


def _contexts(gold: set[str], found: set[str]) -> Iterator[Mark]:
    yield Mark("of matched: contexts", "none")
    for context in sorted(gold | found):
        outcome: Outcome = "tp" if context in gold & found else "fn" if context in gold else "fp"
        yield Mark("of matched: contexts", outcome)


def _codes(value: Any) -> frozenset[str]:
    return codes(value if isinstance(value, list) else [value] if value else ())


def _unless_actual(status: str | None) -> str | None:
    return None if status == "actual" else status


def _tell(event: Record, words: str) -> str:
    actor, recipient = (",".join(sorted(codes(event.get(side)))) for side in ("actor", "recipient"))
    return f"{event['type']} {actor or '-'} > {recipient or '-'}: {words}"
