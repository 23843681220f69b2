"""Wikidata entities, a line of JSON each, as in the dumps: with or without the brackets and commas of a list.

People (P31 Q5) with their citizenship (P27) and the positions they held (P39 with P580 and P582); positions with whose they are.
Data model: https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dragoman.knowledge.own.dates import date, span
from dragoman.knowledge.own.formats.contract import Claim, Entity, Format, Line, PassedOver, Record, Refused
from dragoman.knowledge.own.formats.objects import Fields, fields, first_objects, items, records
from dragoman.knowledge.own.parties import by_item, first_known
from dragoman.knowledge.own.spelling import names

INSTANCE, HUMAN = "P31", "Q5"
CITIZENSHIP, DEATH = "P27", "P570"
POSITION, START, END = "P39", "P580", "P582"
JURISDICTION = ("P1001", "P17")
"""Applies to jurisdiction; country."""
OFFICE = ("P279", "P1001", "P1308", "P2389")
"""Subclass of, applies to jurisdiction, officeholder, organisation directed by the office: an item without any is no office."""
POSITIONS = ("Q4164871", "Q294414")
PRECISION = {9: 4, 10: 7, 11: 10}
"""Characters of a time that are known, by its precision: year, month, day."""
_ITEM = re.compile(r"[QPL][1-9]\d*")
_TIME = re.compile(r"\+(\d{4}-\d\d-\d\d)T.*")


def recognises(head: Sequence[bytes]) -> bool:
    return any(_ITEM.fullmatch(str(o.get("id"))) and ("labels" in o or "claims" in o) for o in first_objects(head))


def read(line: int, entity: Fields) -> Iterator[Record]:
    """What one entity comes to; raises `Refused`."""
    id = entity.get("id")
    if not isinstance(id, str) or not _ITEM.fullmatch(id):
        raise Refused("no id")
    kinds = _items(entity, INSTANCE)
    if HUMAN in kinds:
        yield from _person(line, id, entity)
    elif any(_statements(entity, mark) for mark in OFFICE) or any(kind in POSITIONS for kind in kinds):
        yield Entity(line, id, "office", _names(entity), first_known(_whose(entity), by_item()))
    else:
        yield PassedOver(line, "item that is neither a person nor an office", unused=True)


def _person(line: int, id: str, entity: Fields) -> Iterator[Record]:
    countries = sorted(_statements(entity, CITIZENSHIP), key=lambda s: bool(_qualifiers(s, END)))
    codes = [item for s in countries if (item := _item(s.get("mainsnak")))]
    died = next((_time(s.get("mainsnak")) for s in _statements(entity, DEATH)), None)
    yield Entity(line, id, "person", _names(entity), first_known(codes, by_item()), died=died)
    for statement in _statements(entity, POSITION):
        try:
            yield from _claim(line, id, statement)
        except Refused as problem:
            yield PassedOver(line, problem.reason, problem.detail)


def _claim(line: int, person: str, statement: Fields) -> Iterator[Claim]:
    post = _item(statement.get("mainsnak"))
    if post is None:
        raise Refused("not said who, or what office")
    starts, ends = _qualifiers(statement, START), _qualifiers(statement, END)
    ended = any(snak.get("snaktype") != "novalue" for snak in ends)
    start, end = span(_time(starts[0]) if starts else None, _time(ends[-1]) if ends else None, ended)
    whose = [item for property in JURISDICTION for snak in _qualifiers(statement, property) if (item := _item(snak))]
    yield Claim(line, person, start, end, post, of=first_known(whose, by_item()))


def _names(entity: Fields) -> tuple[str, ...]:
    """The label in English, else in all languages' own row, else in French, else any; then all labels and aliases."""
    labels = {language: _text(label) for language, label in fields(entity.get("labels")).items()}
    aliases = [_text(alias) for row in fields(entity.get("aliases")).values() for alias in items(row)]
    found = names([*(labels.get(language, "") for language in ("en", "mul", "fr")), *labels.values(), *aliases])
    if not found:
        raise Refused("no name")
    return found


def _whose(entity: Fields) -> Iterator[str]:
    return (item for property in JURISDICTION for item in _items(entity, property))


def _items(entity: Fields, property: str) -> list[str]:
    return [item for s in _statements(entity, property) if (item := _item(s.get("mainsnak")))]


def _statements(entity: Fields, property: str) -> list[Fields]:
    """Those not deprecated, preferred ones first."""
    found = [fields(s) for s in items(fields(entity.get("claims")).get(property))]
    valid = (s for s in found if s.get("rank") != "deprecated")
    return sorted(valid, key=lambda s: s.get("rank") != "preferred")


def _qualifiers(statement: Fields, property: str) -> list[Fields]:
    return [fields(snak) for snak in items(fields(statement.get("qualifiers")).get(property))]


def _value(snak: Any) -> Fields:
    return fields(fields(fields(snak).get("datavalue")).get("value"))


def _item(snak: Any) -> str | None:
    id = _value(snak).get("id")
    return id if isinstance(id, str) else None


def _time(snak: Any) -> str | None:
    """EDTF; None where it is not known, or no better than to the decade. Raises `Refused` for what is no date of our era."""
    value = _value(snak)
    known = PRECISION.get(value.get("precision", 0)) if isinstance(value.get("precision"), int) else None
    if known is None:
        return None
    match = _TIME.fullmatch(str(value.get("time")))
    if match is None:
        raise Refused("no such date", str(value.get("time"))[:40])
    return date(match[1][:known])


def _text(value: Any) -> str:
    text = fields(value).get("value")
    return text if isinstance(text, str) else ""


def _records(lines: Iterable[Line]) -> Iterator[Record]:
    return records(lines, read)


FORMAT = Format("Wikidata", recognises, _records)
