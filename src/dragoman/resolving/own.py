"""A user's own knowledge, asked for the names that our tables do not know."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.knowledge import states
from dragoman.knowledge.own import Knowledge, Known
from dragoman.model.mentions import Mention, Party, Referent, Sector
from dragoman.model.spelling import pieces
from dragoman.resolving.people import Person

KINDS = ("person", "organization")


def imported(own: Knowledge, mention: Mention, text: str, day: str | None, countries: Mapping[str, int]) -> Known | None:
    """Who or what a name stands for by what the user imported; None for a name of our tables, and where nothing decides between several.

    Whoever holds an office on the day (EDTF) comes before others, then whose country the text speaks of (`countries`) more. A person of
    one word must be one of these: too many are called so.
    """
    if any(s.code or s.id for s in mention.senses) or not own:
        return None
    found = [k for k in own.find(text) if k.kind in KINDS]
    held = own.in_office(day, (k.id for k in found if k.kind == "person")) if day else {}

    def merit(known: Known) -> tuple[bool, bool, int]:
        alike = (known.kind == "person") == (mention.kind == "person")
        return known.id in held, alike, countries.get(held.get(known.id, known.code), 0)

    ranked = sorted(found, key=merit, reverse=True)
    best = [k for k in ranked if merit(k) == merit(ranked[0])]
    if len({(k.kind, k.code) for k in best}) != 1:
        return None
    told = merit(best[0])[0] or merit(best[0])[2] or best[0].kind != "person" or len(pieces(text)) > 1
    return best[0] if told else None


def imported_person(own: Knowledge, known: Known, name: str, day: str | None, sector: Sector | None) -> Person:
    """A person whom the user imported: who holds an office on the day acts for whose office it is."""
    code = own.in_office(day, [known.id]).get(known.id) if day else None
    held = next((t.sector for t in own.tenures_of(known.id) if code and t.of == code and t.sector), None)
    shown = name if len(pieces(name)) > 1 else known.name
    return Person(shown, code or known.code, sector or held or known.sector or ("GOV" if code else None), known.id)


def imported_body(known: Known, text: str) -> Referent:
    """An organisation of a user's own: a state's, or one for itself."""
    kind = "body" if known.code in states() else "organization"
    return Referent(text, (Party(known.code, text, known.sector, known.id),), kind, rule=f"name:{kind}")
