"""People as answers: who they are, what they held, for whom they act on the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.asking.asked import Asked, source_of, spellings
from dragoman.asking.identities import Holding, Identity
from dragoman.knowledge.people import OPEN, Tenure, people
from dragoman.languages.offices import Change
from dragoman.model.mentions import Sector
from dragoman.model.time import Time

VERBS: Mapping[Change, str] = {"holds": "hold", "left": "have held", "appointed": "be named for"}


def person(asked: Asked, id: str, reading: str, office: str | None = None, of: str | None = None) -> Identity:
    """A person of our tables or of the user's own by id; `office` and `of` where the words describe an office that they hold."""
    tenures = asked.tenures_of(id)
    told = people().get(id)
    own = None if told else asked.own.known(id)
    country = told.country if told else own.code if own else None
    acting = of or acting_for(tenures, asked.day) or country
    held = tuple(Holding(t.office, t.of, t.start, t.end, source_of(t)) for t in tenures)
    sources = ("people.tsv",) if told else (own.source,) if own else ()
    return Identity(
        kind="person",
        name=asked.name_of(id),
        codes=(acting,) if acting else (),
        reading=reading,
        id=id,
        spellings=spellings(id, asked.languages) if told else tuple(n for n in own.names if n != own.name) if own else (),
        sector=_sector(tenures, asked.day) or (own.sector if own else None),
        country=country,
        office=office,
        offices=tuple(sorted(held, key=lambda h: h.start or "", reverse=True)),
        sources=tuple(dict.fromkeys((*sources, *(h.source for h in held)))),
    )


def acting_for(tenures: Sequence[Tenure], day: Time | None) -> str | None:
    """Whose office someone holds on the day (one not ended, without a day); of several the surest, then the latest."""
    held = current(tenures, day)
    return held[0].of if held else None


def current(tenures: Sequence[Tenure], day: Time | None) -> list[Tenure]:
    """What is held on the day, surest first, then latest; without a day what has no known end."""
    when = day or OPEN
    held = [t for t in tenures if (t.span.overlaps(when) if day else t.end is None)]
    return sorted(sorted(held, key=lambda t: t.start or "", reverse=True), key=lambda t: not t.surely_on(when))


def ranked(asked: Asked, ids: Sequence[str]) -> list[str]:
    """Those in office on the day first, then those last in one."""

    def merit(id: str) -> tuple[bool, str]:
        tenures = asked.tenures_of(id)
        return bool(current(tenures, asked.day)), max((t.end or "9999" for t in tenures), default="")

    return sorted(dict.fromkeys(ids), key=merit, reverse=True)


def holding(asked: Asked, office: str, of: str, change: Change = "holds") -> list[Identity]:
    """Whoever holds an office on the day (held it before then, where the words say "former"), surest first, then latest.

    The office itself, with a word on it, where nobody is known to.
    """
    held: dict[str, Tenure] = {}
    for tenure in _former(asked, office, of) if change == "left" else asked.holders(office, of) if change == "holds" else ():
        held.setdefault(tenure.person, tenure)
    found = [person(asked, id, "office", t.office, None if change == "left" else t.of) for id, t in held.items()]
    when = f" on {asked.on}" if asked.on else ""
    if not found:
        note = f"nobody is known to {VERBS[change]} it{when}"
        return [Identity("office", office, (of,), "office", sector="GOV", office=office, note=note)]
    may = "known to have held it before" if change == "left" else "who may have held it" if when else "known to have held it: name a day"
    return [replace(one, note=f"one of {len(found)} {may}{when}") for one in found] if len(found) > 1 else found


def _former(asked: Asked, office: str, of: str) -> list[Tenure]:
    """Those whose tenure had ended by the day, the latest first."""
    earliest = asked.day.earliest if asked.day else None
    ended = ((t, t.span.latest) for t in replace(asked, on=None).holders(office, of))
    return [t for t, last in ended if last and (earliest is None or last < earliest)]


def _sector(tenures: Sequence[Tenure], day: Time | None) -> Sector | None:
    return next((s for t in current(tenures, day) if (s := getattr(t, "sector", None))), None)
