"""States, organisations, groups and their organs as answers, with what they belong to on the day."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.asking.asked import Asked
from dragoman.asking.identities import Belonging, Identity, IdentityKind
from dragoman.knowledge import groups, memberships, name_of, organizations, states
from dragoman.model.mentions import NameKind, Sector, Sense

KINDS: dict[NameKind, IdentityKind] = {"seat": "body", "body": "body", "region": "region", "city": "place"}
"""Names that are not the party's own, but of something of it; every other name stands for the party itself."""
READINGS: dict[NameKind, str] = {"state": "name", "organization": "name", "group": "name", "person": "name"}


def named(asked: Asked, sense: Sense, words: str) -> Identity:
    """What a name of our tables stands for in one of its senses (not a person's); `words` are the name as asked."""
    kind, code = KINDS.get(sense.kind), sense.code or ""
    party_kind = kind_of(code)
    reading = READINGS.get(sense.kind, sense.kind)
    if kind is None or party_kind in ("organization", "group"):
        return party(asked, code, reading, sense.sector)
    country = code if code in states() else None
    return Identity(kind, words, (code,) if code else (), reading, sector=sense.sector, country=country, sources=("names.tsv",))


def party(asked: Asked, code: str, reading: str, sector: Sector | None = None, source: str = "names.tsv") -> Identity:
    """A state, organisation or group by its code."""
    kind = kind_of(code)
    group, body = groups().get(code), organizations().get(code)
    belongs = tuple(_belongings(asked, code))
    return Identity(
        kind=kind,
        name=name_of(code) or code,
        codes=(code,),
        reading=reading,
        id=code,
        sector=sector or (group.sector if group else body.sector if body else None),
        country=group.country if group else None,
        memberships=belongs,
        sources=tuple(dict.fromkeys((source, *(["memberships.tsv"] if belongs else [])))),
    )


def kind_of(code: str) -> IdentityKind:
    return "organization" if code in organizations() else "group" if code in groups() else "state"


def _belongings(asked: Asked, code: str) -> Iterator[Belonging]:
    """On the day; without one whatever is known, ended or not."""
    for m in memberships():
        if code in (m.member, m.organization) and (asked.day is None or m.holds(asked.day)):
            yield Belonging(m.organization, m.member, m.role, m.start, m.end, "memberships.tsv")
