"""A language's words for offices gained and lost, memberships and absences (facts.yaml)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from dragoman.languages.data import folder, read_yaml
from dragoman.languages.grammar import load_grammar
from dragoman.model.records import Membership

Words = frozenset[str]
Slot = Literal["subj", "obj", "iobj"]
WORD = re.compile(r"[^\s']+'?")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Lemmas, the head first; the others follow it or hang on it."""

    words: tuple[str, ...]
    reflexive: bool = False

    @property
    def head(self) -> str:
        return self.words[0]


@dataclass(frozen=True, slots=True)
class TenureWord:
    """A word that says whose tenure begins or ends: `new` and `old` are the slots of who comes and who goes.

    With `named` only where the text names the office beside it ("become", "leave"); a `noun` has its holder as possessor.
    """

    phrase: Phrase
    new: Slot | None
    old: Slot | None
    named: bool = False
    noun: bool = False


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A verb of membership: who stands in slot `member` has `role` in the organisation of the same clause."""

    phrase: Phrase
    role: Membership
    member: Slot


@dataclass(frozen=True, slots=True)
class AbsenceWord:
    """A word of absence: who stands in slot `holder` is not seen; with `negated` only under a negation, with `since` only with a time."""

    phrase: Phrase
    holder: Slot
    negated: bool
    since: bool
    noun: bool = False


@dataclass(frozen=True)
class FactWords:
    """What tells facts in one language; tables of phrases go by their head. facts.yaml explains each key."""

    tenures: Mapping[str, tuple[TenureWord, ...]]
    seats: Mapping[str, tuple[tuple[Phrase, str, str], ...]]
    """Phrases that stand for an office, with its short English name and its class."""
    power: Words
    appointing_cases: Words
    leaving_cases: Words
    posts: Words
    since: Words
    until: Words
    then: Words
    member_nouns: Words
    candidate_nouns: Words
    permanent: Words
    as_cases: Words
    bids: Words
    invitations: Words
    roles: Mapping[str, tuple[RoleWord, ...]]
    blocs: Words
    groupings: Mapping[str, tuple[Phrase, ...]]
    absences: Mapping[str, tuple[AbsenceWord, ...]]


@dataclass(frozen=True)
class Owners:
    """Whose an office is that is named without its state: `offices` by its name, `of_organisations` those that only organisations have.

    `few` are those that few states have, the likeliest first.
    """

    offices: Mapping[str, str]
    of_organisations: Words
    few: Mapping[str, tuple[str, ...]]


Entry = TypeVar("Entry")


@cache
def load_owners() -> Owners:
    """The offices of one owner, by their short English names. Raises ValueError for a file that does not parse."""
    raw = read_yaml(resources.files("dragoman.languages").joinpath("owners.yaml"))
    few = {office: tuple(codes) for office, codes in raw["few"].items()}
    return Owners(MappingProxyType(dict(raw["offices"])), frozenset(raw["of_organisations"]), MappingProxyType(few))


@cache
def load_facts(code: str) -> FactWords:
    """The fact words of a language (ISO 639-1). Raises ValueError for a file that does not parse, KeyError for a key that it lacks."""
    return build(read_yaml(folder(code).joinpath("facts.yaml")), load_grammar(code).determiners)


def build(raw: Mapping[str, Any], dropped: Words = frozenset()) -> FactWords:
    """Fact words of the content of a facts.yaml; `dropped` are words that phrases may hold and that count for nothing."""

    def phrase(text: object) -> Phrase:
        return _phrase(str(text), dropped)

    tenures = [TenureWord(phrase(p), e.get("new"), e.get("old"), e.get("named", False), k == "nouns") for e, k, p in _each(raw["tenures"])]
    seats = [(phrase(p), e["office"], e["klass"]) for e, _, p in _each(raw["seats"])]
    roles = [RoleWord(phrase(p), e["role"], e.get("member", "subj")) for e, _, p in _each(raw["roles"])]
    absences = [
        AbsenceWord(phrase(p), e.get("holder", "subj"), e.get("negated", False), e.get("since", False), k == "nouns")
        for e, k, p in _each(raw["absences"])
    ]
    plain = {key: frozenset(str(w).lower() for w in raw[key]) for key, kind in FactWords.__annotations__.items() if kind == "Words"}
    return FactWords(
        tenures=_by_head((w.phrase, w) for w in tenures),
        seats=_by_head((s[0], s) for s in seats),
        roles=_by_head((w.phrase, w) for w in roles),
        groupings=_by_head((phrase(p), phrase(p)) for p in raw["groupings"]),
        absences=_by_head((w.phrase, w) for w in absences),
        **plain,
    )


def _each(entries: Iterable[Mapping[str, Any]]) -> list[tuple[Mapping[str, Any], str, object]]:
    """Every phrase of every entry, with the entry and the key that it stands under."""
    return [(entry, key, text) for entry in entries for key in ("verbs", "nouns") for text in entry.get(key, ())]


def _phrase(text: str, dropped: Words) -> Phrase:
    found = WORD.findall(text.lower())
    reflexive = len(found) > 1 and found[0] in ("se", "s'")
    return Phrase(tuple(w for w in found[reflexive:] if w not in dropped), reflexive)


def _by_head(entries: Iterable[tuple[Phrase, Entry]]) -> Mapping[str, tuple[Entry, ...]]:
    """By head word, longest phrases first."""
    table: defaultdict[str, list[tuple[Phrase, Entry]]] = defaultdict(list)
    for phrase, entry in entries:
        table[phrase.head].append((phrase, entry))
    ranked = {head: sorted(rows, key=lambda row: (-len(row[0].words), not row[0].reflexive)) for head, rows in table.items()}
    return MappingProxyType({head: tuple(entry for _, entry in rows) for head, rows in ranked.items()})
