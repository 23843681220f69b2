"""The text cut where evidence begins and ends, and the records as rows: what the terminal and the notebook both show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.mentions import Party
from dragoman.model.records import Event, Evidence, Fact, Statement

if TYPE_CHECKING:
    from dragoman.pipeline import Coded

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

NOTHING = "–"
"""What a cell without a value shows."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """Evidence to colour: `kind` is an event's quad class, "statement" or "fact"; `label` says what it is evidence of."""

    start: int
    end: int
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def plain(text: str) -> str:
    """The text with control characters, which could play tricks on a terminal, replaced one for one."""
    return _CONTROL.sub("\ufffd", text.replace("\r", " "))


def highlights(coded: Coded) -> list[Highlight]:
    """All evidence of a document, wide before narrow so that the narrow is coloured last."""
    found = [
        *(_mark(e.content, "statement", e.speaker.name) for e in coded.statements),
        *(_mark(e.evidence, "fact", what(e)) for e in coded.facts),
        *(_mark(trigger, e.quad, kind_of(e)) for e in coded.events for trigger in e.triggers),
    ]
    return sorted(found, key=lambda h: (h.kind not in ("statement", "fact"), h.kind == "fact", h.start - h.end, h.start))


def pieces(text: str, marks: Sequence[Highlight]) -> Iterator[tuple[str, tuple[Highlight, ...]]]:
    """The text in stretches over which the same evidence holds."""
    cuts = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    for start, end in zip(cuts, cuts[1:], strict=False):
        yield text[start:end], tuple(m for m in marks if m.start <= start and end <= m.end)


def tables(coded: Coded) -> list[Table]:
    """Events, statements and facts as rows of words; kinds of which there are none are left out."""
    events = Table("Events", ("what", "who → whom", "when", "words", "how"), tuple(map(_event_row, coded.events)))
    statements = Table("Statements", ("who", "of", "form", "says"), tuple(map(_statement_row, coded.statements)))
    facts = Table("Facts", ("kind", "what", "when", "words"), tuple(map(_fact_row, coded.facts)))
    return [table for table in (events, statements, facts) if table.rows]


def kind_of(event: Event) -> str:
    return f"{event.type}/{event.mode}" if event.mode else event.type


def what(fact: Fact) -> str:
    """A fact in a line: "Qin Gang left foreign minister of CHN"."""
    if fact.kind == "tenure":
        return f"{fact.person} {fact.change} {fact.office} of {fact.of}"
    if fact.kind == "membership":
        return f"{', '.join(fact.member)}: {fact.role} of {fact.organization}"
    return f"{fact.person} ({fact.code or '?'}) not seen"


def _mark(evidence: Evidence, kind: str, label: str) -> Highlight:
    return Highlight(evidence.start, evidence.end, kind, label)


def _event_row(event: Event) -> tuple[str, ...]:
    date = _date(event.date)
    return (
        "\n".join(filter(None, (event.type, event.mode))),
        " → ".join(filter(None, (_parties(event.actor) or NOTHING, _parties(event.recipient)))),
        f"({date})" if event.date_source == "publication" else date,
        _short(" … ".join(trigger.text for trigger in event.triggers)),
        ", ".join(_circumstances(event)),
    )


def _circumstances(event: Event) -> Iterator[str]:
    """Status, place and source where there is something to say, and always the confidence."""
    if event.status != "actual":
        yield event.status
    if event.place:
        yield f"in {event.place.code}"
    if event.attribution:
        yield f"says {' and '.join(event.attribution)}"
    yield f"{event.confidence:.2f}"


def _statement_row(statement: Statement) -> tuple[str, ...]:
    form = f"{statement.form}, denies" if statement.polarity == "denies" else statement.form
    speaker = statement.speaker
    return plain(speaker.name), ", ".join(speaker.code) or NOTHING, form, _short(statement.content.text, 200)


def _fact_row(fact: Fact) -> tuple[str, ...]:
    return fact.kind, plain(what(fact)), _date(fact.date or fact.since), _short(fact.evidence.text)


def _date(edtf: str | None) -> str:
    """A date for eyes: of a long set only how many it holds, the first and the last."""
    if edtf is None or not edtf.startswith("[") or edtf.count(",") < 2:
        return edtf or NOTHING
    members = edtf.strip("[]").split(",")
    return f"one of {len(members)}, {members[0].split('..')[0]} to {members[-1].split('..')[-1]}"


def _parties(side: Sequence[Party]) -> str:
    return ", ".join(f"{party.code} {party.sector}" if party.sector else party.code for party in side)


def _short(words: str, most: int = 60) -> str:
    line = " ".join(plain(words).split())
    return line if len(line) <= most else line[: most - 1] + "…"
