"""A statement is found where its span overlaps gold's by 0.7 (twice the common length over the sum) and its speaker is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.evaluating.gold import Gold, GoldStatement, Offsets
from dragoman.evaluating.likeness import codes, same_name
from dragoman.evaluating.marks import Mark, Record

OVERLAP = 0.7


def mark_statements(gold: Gold, records: Sequence[Record]) -> Iterator[Mark]:
    yield Mark("statements", "none")
    left = dict(enumerate(records))
    for statement in gold.statements:
        overlap, j = max(((_overlap(statement.span, _span(record)), j) for j, record in left.items()), default=(0.0, -1))
        spoken = left[j] if overlap >= OVERLAP else None
        right = spoken is not None and _same_speaker(statement, spoken)
        if not statement.optional:
            yield from _mark_one(statement, spoken, right)
        if right or (spoken and statement.optional):
            del left[j]
    for record in left.values():
        words = gold.document.text[slice(*_span(record))]
        yield Mark("statements", "fp", f"{(record.get('speaker') or {}).get('name')}: {words[:70]}")


def _mark_one(statement: GoldStatement, spoken: Record | None, right: bool) -> Iterator[Mark]:
    fields = statement.fields
    wrong = " (speaker)" if spoken else ""
    yield Mark("statements", "tp" if right else "fn", f"{fields['speaker']}: {fields['content'][:70]}{wrong}")
    if spoken is None:
        return
    yield Mark("of matched: speaker", "right" if right else "wrong")
    if fields.get("polarity") == "denies":
        yield Mark("of matched: denials seen", "right" if spoken.get("polarity") == "denies" else "wrong")


def _same_speaker(statement: GoldStatement, record: Record) -> bool:
    """By name where gold names a person (two capitalised words or more), else by name or by code."""
    wanted, speaker = statement.fields["speaker"], record.get("speaker") or {}
    if same_name(wanted, speaker.get("name")):
        return True
    words = wanted.split()
    person = len(words) > 1 and all(word[0].isupper() for word in words)
    return not person and frozenset(statement.fields["code"] or ["?"]) == codes([speaker])


def _span(record: Record) -> Offsets:
    return record["content"]["start"], record["content"]["end"]


def _overlap(one: Offsets, other: Offsets) -> float:
    common = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return 2 * common / ((one[1] - one[0]) + (other[1] - other[0]) or 1)
