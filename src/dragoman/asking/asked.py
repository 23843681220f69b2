"""A question with all that it is answered from: the day, the languages, the tables, the user's own knowledge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from dragoman.knowledge.own import Held, Knowledge
from dragoman.knowledge.people import Tenure, holders, people, tenures_of
from dragoman.languages import Language
from dragoman.languages.data import folder, read_table
from dragoman.languages.facts import load_owners
from dragoman.model.time import Time


@dataclass(frozen=True)
class Asked:
    """`on` is EDTF or None; `languages` are asked in their order; `tongue` (ISO 639) is the one that the words are in, where told."""

    text: str
    on: str | None
    languages: tuple[Language, ...]
    own: Knowledge
    tongue: str | None = None

    @property
    def day(self) -> Time | None:
        return Time.parse(self.on) if self.on else None

    def within(self, language: Language) -> Asked:
        """The same, with names in that language before others."""
        return replace(self, languages=(language, *(one for one in self.languages if one != language)))

    def holders(self, office: str, of: str) -> tuple[Tenure, ...]:
        """Who held an office on the day (ever, without one), by our tables and then the user's own; surest first, then latest first."""
        ours = holders(office, of, self.on)
        told = {(self.name_of(t.person), t.start) for t in ours}
        new = [t for t in self.own.holders(office, of, self.on) if (self.name_of(t.person), t.start) not in told]
        return (*ours, *new)

    def tenures_of(self, person: str) -> tuple[Tenure, ...]:
        return tenures_of(person) if person in people() else self.own.tenures_of(person)

    def name_of(self, person: str) -> str:
        """The usual English name of a person by id; the id where nobody knows it."""
        if person in people():
            return people()[person].name
        known = self.own.known(person)
        return known.name if known else person


def source_of(tenure: Tenure) -> str:
    """Where a tenure is known from."""
    return tenure.source if isinstance(tenure, Held) else "tenures.tsv"


def spellings(person: str, languages: tuple[Language, ...]) -> tuple[str, ...]:
    """Further spellings of the name of a person of our tables in the languages."""
    forms = (form for language in languages for form in _local_names(language).get(person, ()))
    return tuple(form for form in dict.fromkeys(forms) if form != people()[person].name)


def owner_of(office: str) -> str | None:
    """Whose an office is that only one state or organisation has: the pope's, the Kremlin spokesperson's."""
    return load_owners().offices.get(office)


@cache
def _local_names(language: Language) -> Mapping[str, tuple[str, ...]]:
    rows = read_table(folder(language.code).joinpath("people.tsv"))
    return {row["id"]: tuple(row["forms"].split("|")) for row in rows}
