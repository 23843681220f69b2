"""A fact is found where a record of its kind says the same of the same person or body."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from dragoman.evaluating.dates import same_date
from dragoman.evaluating.gold import Gold
from dragoman.evaluating.likeness import codes, same_name, same_office
from dragoman.evaluating.marks import Mark, Record

_TOLD = ("kind", "person", "office", "of", "change", "date", "member", "organization", "role", "code", "since")


def mark_facts(gold: Gold, records: Sequence[Record]) -> Iterator[Mark]:
    yield Mark("facts", "none")
    left = list(records)
    for fact in gold.facts:
        found = next((record for record in left if _same(fact.fields, record)), None)
        if found is not None:
            left.remove(found)
        if not fact.optional:
            yield Mark("facts", "tp" if found else "fn", _tell(fact.fields))
    for record in left:
        yield Mark("facts", "fp", _tell(record))


def _same(gold: Record, record: Record) -> bool:
    if gold["kind"] != record.get("kind"):
        return False
    return {"tenure": _same_tenure, "membership": _same_membership}.get(gold["kind"], _same_absence)(gold, record)


def _same_tenure(gold: Record, record: Record) -> bool:
    return (
        same_name(gold["person"], record.get("person"))
        and gold["of"] in codes([record.get("of")])
        and gold["change"] == record.get("change")
        and same_office(gold["office"], record.get("office"))
        and same_date(gold.get("date"), record.get("date"))
    )


def _same_membership(gold: Record, record: Record) -> bool:
    same_members = set(gold["member"]) == codes(record.get("member"))
    return same_members and all(gold[key] == record.get(key) for key in ("organization", "role"))


def _same_absence(gold: Record, record: Record) -> bool:
    return same_name(gold["person"], record.get("person")) and same_date(gold.get("since"), record.get("since"))


def _tell(fact: Record) -> str:
    return json.dumps({key: fact[key] for key in _TOLD if fact.get(key)}, ensure_ascii=False)
