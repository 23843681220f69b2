"""The people of a document: each under the fullest name that it gives, with country and office as far as known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.model.mentions import Mention, OfficeMention, Party, Referent, Sector, Sense
from dragoman.model.spelling import pieces
from dragoman.model.text import Sentence
from dragoman.resolving.world import Officials

SECTORS: Mapping[str, Sector] = {
    "intelligence": "SPY",
    "judicial": "JUD",
    "legislature": "LEG",
    "military": "MIL",
    "opposition": "OPP",
    "organisation": "IGO",
    "party": "PTY",
    "police": "COP",
    "rebel": "REB",
    "religious": "REL",
    "union": "CVL",
}
"""Sectors of classes of office; every other class is government."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a document. `code` is None where nothing tells whose they are."""

    name: str
    code: str | None = None
    sector: Sector | None = None
    id: str | None = None
    certain: bool = True

    def referent(self, rule: str) -> Referent:
        parties = (Party(self.code, self.name, self.sector, self.id),) if self.code else ()
        return Referent(self.name, parties, "person", person=self.name, rule=rule)


@dataclass
class People:
    """The people of a document by the pieces of their names."""

    by_piece: dict[str, Person] = field(default_factory=dict)
    mentions: dict[tuple[int, int], Person] = field(default_factory=dict)

    def known_as(self, name: str) -> Person | None:
        """The person that a name, full or short, stands for in this document."""
        found = [self.by_piece[p] for p in pieces(name) if p in self.by_piece]
        if not found:
            return None
        common, _ = Counter(found).most_common(1)[0]
        wanted, full = set(pieces(name)), set(pieces(common.name))
        return common if wanted <= full or full <= wanted or pieces(name)[-1] == pieces(common.name)[-1] else None

    def learn(self, person: Person) -> Person:
        """Adds a person or what is newly known of one; the fuller name and the first code stay."""
        old = self.known_as(person.name)
        if old is not None:
            name = old.name if len(pieces(old.name)) >= len(pieces(person.name)) else person.name
            better = person if person.code and (old.code is None or (person.certain and not old.certain)) else old
            person = Person(name, better.code, old.sector or person.sector, old.id or person.id, better.certain)
        for piece in pieces(person.name):
            if len(piece) > 1 and (piece not in self.by_piece or self.by_piece[piece] == old):
                self.by_piece[piece] = person
        return person


def person_name(sentence: Sentence, mention: Mention) -> str:
    return " ".join(t.text for t in sentence.tokens[mention.first : mention.last + 1]).replace("' ", "'").replace(" - ", "-")


def office_of(mention: Mention, offices: Iterable[OfficeMention]) -> OfficeMention | None:
    """The office that the text ties to a name."""
    span = range(mention.first, mention.last + 1)
    return next((o for o in offices if o.sentence == mention.sentence and o.person is not None and o.person in span), None)


def sector_of(office: OfficeMention | None) -> Sector | None:
    return SECTORS.get(office.klass, "GOV") if office else None


def as_person(sense: Sense, name: str, sector: Sector | None, officials: Officials) -> Person:
    """A person whom the knowledge holds, under the document's own spelling where it is a full one.

    Who holds an office acts for whose office it is: a commissioner for the Union, not for the country of birth.
    """
    shown = name if len(pieces(name)) > 1 else sense.name
    known = sense.sector or ("GOV" if sense.id in officials.leaders else None)
    return Person(shown, officials.of.get(sense.id or "", sense.code), sector or known, sense.id)


def by_surname(senses: Iterable[Sense], officials: Officials, countries: Mapping[str, int]) -> Sense | None:
    """Who of a surname is meant where nothing more is given: one in office on the day.

    Of a country that the text speaks of (of the one it speaks of most), else the only one of the name who leads a state.
    """
    holders = [s for s in senses if s.id in officials.of and s.code]
    counted = [countries.get(s.code or "", 0) for s in holders]
    most = max(counted, default=0)
    near = [s for s, n in zip(holders, counted, strict=True) if n == most] if most else [s for s in holders if s.id in officials.leaders]
    return near[0] if len(near) == 1 else None


def longest_first(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Full names before short ones, in the order of the text."""
    return iter(sorted(mentions, key=lambda m: (m.first == m.last, m.sentence, m.first)))
