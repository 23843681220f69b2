"""What an answer is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from dragoman.model.mentions import Sector
from dragoman.model.spelling import pieces

IdentityKind = Literal[
    "person",
    "state",
    "organization",
    "group",
    "body",  # a ministry, army, parliament, a seat of government: an organ of a state
    "region",
    "place",  # a town, or whatever else the words name as a location only
    "office",  # an office whose holder nobody knows
    "parties",  # several at once: "les deux Corées"
    "description",  # someone or something of a party, with no name of its own
]


@dataclass(frozen=True, slots=True)
class Holding:
    """That someone holds or held an office of a state or organisation; EDTF dates, None where not known or not ended."""

    office: str
    of: str
    start: str | None
    end: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Belonging:
    """That `member` belongs to `organization` (codes); EDTF dates, None where not known or not ended."""

    organization: str
    member: str
    role: str
    start: str | None
    end: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Who or what some words stand for, in one of their readings.

    - `name`: the usual English one of whatever our tables know, else as the words or the user's own knowledge have it.
    - `codes`: the codebook's. Of a person those of whose office is held on the day, else of the country; none where none is known.
    - `reading`: how the words say it: "name", "short name", "adjective", "demonym", "capital", "seat", "body", "office",
      "description", "town", "exonym" (another language's), "alias" (the user's own knowledge), or the resolver's rule in a text.
    - `office`: the one that the words describe; `offices`: all that a person held or holds, latest first.
    - `memberships`: of a state what it belongs to, of an organisation who belongs to it.
    - `sources`: the tables and imports that it is known from; `note`: what a reader must know besides.
    """

    kind: IdentityKind
    name: str
    codes: tuple[str, ...]
    reading: str
    id: str | None = None
    sector: Sector | None = None
    country: str | None = None
    office: str | None = None
    offices: tuple[Holding, ...] = ()
    memberships: tuple[Belonging, ...] = ()
    spellings: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    note: str | None = None

    @property
    def code(self) -> str | None:
        """The one code; None where there is none or more than one."""
        return self.codes[0] if len(self.codes) == 1 else None

    def as_dict(self) -> dict[str, Any]:
        """Fields that say something, ready for JSON."""
        return {key: value for key, value in _plain(self).items() if value not in (None, [], "")}


def unique(identities: Iterable[Identity]) -> tuple[Identity, ...]:
    """The same one once, in its first reading, with what any source says of it."""
    found: list[Identity] = []
    for one in identities:
        twin = next((n for n, other in enumerate(found) if _same(other, one)), None)
        if twin is None:
            found.append(one)
        else:
            found[twin] = _united(found[twin], one)
    return tuple(found)


def _same(one: Identity, other: Identity) -> bool:
    """By id within our tables; between sources by a common spelling and the same party."""
    if one.kind != other.kind or one.codes != other.codes:
        return False
    if one.id == other.id and one.id is not None:
        return True
    both_ours = one.kind == "person" and "people.tsv" in one.sources and "people.tsv" in other.sources
    return not both_ours and not _spelled(one).isdisjoint(_spelled(other))


def _spelled(one: Identity) -> set[tuple[str, ...]]:
    return {pieces(name) for name in (one.name, *one.spellings)}


def _united(one: Identity, other: Identity) -> Identity:
    told = {(h.office, h.of, h.start) for h in one.offices}
    offices = (*one.offices, *(h for h in other.offices if (h.office, h.of, h.start) not in told))
    return replace(
        one,
        sector=one.sector or other.sector,
        offices=tuple(sorted(offices, key=lambda h: h.start or "", reverse=True)),
        spellings=tuple(s for s in dict.fromkeys((*one.spellings, other.name, *other.spellings)) if s != one.name),
        sources=tuple(dict.fromkeys((*one.sources, *other.sources))),
    )


def _plain(row: Any) -> Mapping[str, Any]:
    return {field.name: _value(getattr(row, field.name)) for field in fields(row)}


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    return dict(_plain(value)) if isinstance(value, (Holding, Belonging)) else value
