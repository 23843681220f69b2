"""The three kinds of record, and their form as the codebook's section 6 writes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from dragoman.model.mentions import Party
from dragoman.model.text import Span
from dragoman.model.time import Precision, Time

Status = Literal["actual", "planned", "hypothetical", "negated"]
Form = Literal["direct", "indirect", "mixed"]
Polarity = Literal["asserts", "denies"]
Change = Literal["holds", "appointed", "left"]
Membership = Literal["member", "permanent member", "candidate", "invited", "left"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Offsets in the text as read, with the words that stand there."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, span: Span) -> Evidence:
        return cls(span.start, span.end, text[span.start : span.end])

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def as_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happened: ISO alpha-3 country, the words of the text, and coordinates in degrees where known."""

    code: str
    name: str
    lat: float | None = None
    lon: float | None = None

    def as_dict(self) -> dict[str, Any]:
        return {"code": self.code, "name": self.name, "lat": self.lat, "lon": self.lon}


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom. `intensity` is PLOVER's conflict-cooperation score, -10 to 10; `confidence` 0 to 1."""

    id: str
    document: str
    type: str
    mode: str | None
    quad: str
    intensity: float
    act: str
    cameo: str
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    triggers: tuple[Evidence, ...]
    date: str | None
    date_source: Literal["text", "publication"] | None
    place: Place | None
    status: Status
    attribution: tuple[str, ...]
    contexts: tuple[str, ...]
    confidence: float
    rules: tuple[str, ...] = ()
    signs: frozenset[str] = frozenset()
    """What speaks for and against it (docs/confidence.md); not written out."""

    @property
    def date_precision(self) -> Precision | None:
        """How many days the date leaves open: `day`, `week`, `month`, `year`, `longer`, or `open`; None without a date."""
        return Time.parse(self.date).precision if self.date else None

    def as_dict(self) -> dict[str, Any]:
        said_by = list(self.attribution)
        return {
            "record": "event",
            "id": self.id,
            "document": self.document,
            "type": self.type,
            "mode": self.mode,
            "quad": self.quad,
            "intensity": self.intensity,
            "actor": [_party(p) for p in self.actor],
            "recipient": [_party(p) for p in self.recipient],
            "triggers": [t.as_dict() for t in self.triggers],
            "date": self.date,
            "date_source": self.date_source,
            "date_precision": self.date_precision,
            "place": self.place.as_dict() if self.place else None,
            "status": self.status,
            "attribution": (said_by[0] if len(said_by) == 1 else said_by) or None,
            "contexts": list(self.contexts),
            "confidence": self.confidence,
            "act": self.act,
            "cameo": self.cameo,
            "rules": list(self.rules),
        }


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says so: the fullest name in the document (or the body, or the description) and the codes it resolves to."""

    name: str
    code: tuple[str, ...]
    id: str | None = None

    def as_dict(self) -> dict[str, Any]:
        return {"name": self.name, "code": list(self.code), "id": self.id}


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what: `content` without its quotation marks where wholly quoted, `cue` the words that report it."""

    id: str
    document: str
    speaker: Speaker
    content: Evidence
    form: Form
    polarity: Polarity
    cue: Evidence | None
    confidence: float
    rule: str = ""

    def as_dict(self) -> dict[str, Any]:
        return {
            "record": "statement",
            "id": self.id,
            "document": self.document,
            "speaker": self.speaker.as_dict(),
            "content": self.content.as_dict(),
            "form": self.form,
            "polarity": self.polarity,
            "cue": self.cue.as_dict() if self.cue else None,
            "confidence": self.confidence,
            "rule": self.rule,
        }


@dataclass(frozen=True, slots=True)
class Fact:
    """What held over a span of time: a tenure, a membership or an absence; fields of other kinds are None or empty."""

    id: str
    document: str
    kind: Literal["tenure", "membership", "absence"]
    evidence: Evidence
    confidence: float
    rule: str = ""
    person: str | None = None
    office: str | None = None
    office_class: str | None = None
    of: str | None = None
    change: Change | None = None
    date: str | None = None
    member: tuple[str, ...] = field(default=())
    organization: str | None = None
    role: Membership | None = None
    code: str | None = None
    since: str | None = None

    def as_dict(self) -> dict[str, Any]:
        head: dict[str, Any] = {"record": "fact", "id": self.id, "document": self.document, "kind": self.kind}
        body: dict[str, dict[str, Any]] = {
            "tenure": {
                "person": self.person,
                "office": self.office,
                "office_class": self.office_class,
                "of": self.of,
                "change": self.change,
                "date": self.date,
            },
            "membership": {"member": list(self.member), "organization": self.organization, "role": self.role},
            "absence": {"person": self.person, "code": self.code, "since": self.since},
        }
        tail = {"evidence": self.evidence.as_dict(), "confidence": self.confidence, "rule": self.rule}
        return head | body[self.kind] | tail


Record = Event | Statement | Fact


def _party(party: Party) -> dict[str, Any]:
    return {"code": party.code, "sector": party.sector, "name": party.name, "id": party.id}
