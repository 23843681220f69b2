"""Who was at whose: what is done between host and guest while a visit lasts is done at the host's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.story import codes_of
from dragoman.knowledge import states
from dragoman.model.candidates import Candidate


@dataclass(frozen=True, slots=True)
class Hosting:
    """A visit, or talks at one side's: in which sentence it is told, whose guests were where, and whether it is still to come."""

    sentence: int
    host: str
    guests: frozenset[str]
    planned: bool


def hostings(candidates: Sequence[Candidate]) -> tuple[Hosting, ...]:
    """Who was at whose, by the visits and receptions of a text."""
    return tuple(h for c in candidates if (h := _hosting(c)))


def _hosting(candidate: Candidate) -> Hosting | None:
    """The host comes first where talks pool both sides."""
    actor, recipient = candidate.actor, candidate.recipient
    if candidate.mode == "visit" or candidate.act in ("visit", "host-visit"):
        host, guests = recipient, actor
    elif candidate.act == "host-talks":
        host, guests = actor[:1], (*actor[1:], *recipient)
    else:
        return None
    if len(host) != 1 or host[0].code not in states() or candidate.status == "negated":
        return None
    return Hosting(candidate.sentence, host[0].code, codes_of(guests) - {host[0].code}, candidate.status == "planned")


def company(own: frozenset[str], hosting: Hosting) -> str | None:
    """Which of host and guests an act is between; None where neither takes part."""
    host, guests = hosting.host in own, own & hosting.guests
    if host and guests:
        return "and guest" if own <= hosting.guests | {hosting.host} else "and others"
    return "alone" if host else "of actor" if guests else None
