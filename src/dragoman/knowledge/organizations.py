"""International organisations and blocs, their members, and the groups that are no state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from dragoman.knowledge.states import states
from dragoman.knowledge.tables import table
from dragoman.model.mentions import Sector
from dragoman.model.time import Time

OrganizationKind = Literal["organization", "bloc", "court", "agency"]
Role = Literal["member", "permanent member", "candidate"]


@dataclass(frozen=True, slots=True)
class Organization:
    """An organisation by its code; `parent` is the organisation it is part of, `start` and `end` are EDTF."""

    code: str
    name: str
    kind: OrganizationKind
    sector: Sector | None
    parent: str | None
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """An armed group, party or movement; `country` (alpha-3) is where it mainly is, None where that is no one country."""

    code: str
    name: str
    country: str | None
    sector: Sector


@dataclass(frozen=True, slots=True)
class Membership:
    """That `member` belongs to `organization`; `start` and `end` are EDTF, None where not known or not ended."""

    organization: str
    member: str
    role: Role
    start: str | None
    end: str | None

    def holds(self, day: Time | None = None) -> bool:
        """Whether it may hold on some day of `day`; without one, whether it has no known end."""
        if day is None:
            return self.end is None
        begins = Time.parse(self.start).earliest if self.start else None
        ends = Time.parse(self.end).latest if self.end else None
        return (begins is None or day.latest is None or begins <= day.latest) and (
            ends is None or day.earliest is None or day.earliest <= ends
        )


@cache
def organizations() -> Mapping[str, Organization]:
    """Every organisation and bloc by its code."""
    return MappingProxyType({row["code"]: _organization(row) for row in table("organizations.tsv")})


@cache
def groups() -> Mapping[str, Group]:
    """Every group by its code."""
    return MappingProxyType({row["code"]: _group(row) for row in table("groups.tsv")})


@cache
def memberships() -> tuple[Membership, ...]:
    """Who belongs to what, and when."""
    return tuple(_membership(row) for row in table("memberships.tsv"))


def members(organization: str, day: Time | None = None, role: Role = "member") -> frozenset[str]:
    """The codes of an organisation's members on a day (today's, as far as known, without one)."""
    found = (m for m in memberships() if m.organization == organization and m.role == role)
    return frozenset(m.member for m in found if m.holds(day))


def name_of(code: str) -> str | None:
    """The English name of a state, organisation or group; None for a code that is none of them."""
    known = states().get(code) or organizations().get(code) or groups().get(code)
    return known.name if known else None


def _organization(row: Mapping[str, str]) -> Organization:
    kind, sector = cast(OrganizationKind, row["kind"]), cast(Sector | None, row["sector"] or None)
    return Organization(row["code"], row["name"], kind, sector, row["parent"] or None, row["from"] or None, row["to"] or None)


def _group(row: Mapping[str, str]) -> Group:
    return Group(row["code"], row["name"], row["country"] or None, cast(Sector, row["sector"]))


def _membership(row: Mapping[str, str]) -> Membership:
    return Membership(row["organization"], row["member"], cast(Role, row["role"]), row["from"] or None, row["to"] or None)
