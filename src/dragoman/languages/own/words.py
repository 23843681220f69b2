"""A user's own words and classes, in the form of languages/*/words/*.yaml and languages/*/classes.yaml."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

from dragoman.languages.contract import Language
from dragoman.languages.grammar import Grammar
from dragoman.languages.lexicon import KEYS, patterns_of
from dragoman.languages.own.acts import SILENCE
from dragoman.languages.own.documents import Located, read_document
from dragoman.languages.own.faults import At, unknown
from dragoman.model.patterns import Pattern

FIELDS = ("act", *KEYS, "actor", "recipient", "where", "unless", "otherwise")
SLOTS = ("subj", "obj", "iobj", "poss", "adj", "mod", "comp", "case", "prev", "next")
"""Slots that are no adposition."""
BUILT_IN = ("any", "verb", "party", "person", "place")
"""Classes that no file lists: they are told by the tree and by who is who."""


@dataclass
class Words:
    """A language's words as far as they are read: whose phrases stand where, and what an entry may name."""

    language: Language
    acts: Collection[str]
    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    patterns: list[Pattern] = field(default_factory=list)
    places: dict[tuple[object, ...], str] = field(default_factory=dict)

    @cached_property
    def slots(self) -> frozenset[str]:
        """Every slot that an entry may name: a language's adpositions are those that its own words and grammar name."""
        patterns = (pattern for rows in self.language.lexicon.patterns.values() for pattern in rows)
        used = {slot for p in patterns for slot in (*p.actor, *p.recipient, *p.where, *p.unless)}
        cases = [getattr(self.language.grammar, f.name) for f in fields(Grammar) if f.name.endswith("_cases")]
        return frozenset(part for slot in used for part in slot.split(".")).union(SLOTS, *cases)

    @property
    def known_classes(self) -> set[str]:
        return {*BUILT_IN, *self.classes, *self.language.lexicon.classes}


def read_classes(at: At, words: Words) -> None:
    raw = read_document(at)
    if raw is not None and not isinstance(raw, Located):
        at.on(1).fault("must be a mapping: a class's name, then a list of words")
    for name, members in raw.items() if isinstance(raw, Located) else ():
        if name in BUILT_IN:
            at.on(raw.lines[name], name).fault("this class is told by the grammar: choose another name")
        elif not _is_words(members):
            at.on(raw.lines[name], name).fault("must be a list of words")
        else:
            words.classes[name] = frozenset(word.lower() for word in members)


def read_words(at: At, words: Words) -> None:
    """Adds the patterns of one file's entries that are right."""
    raw = read_document(at)
    if raw is not None and not isinstance(raw, list):
        at.on(1).fault("must be a list of entries, each beginning with `- act:`")
    for entry in raw if isinstance(raw, list) else ():
        if not isinstance(entry, Located):
            at.fault(f"an entry must be a mapping: {str(entry)[:40]!r}")
            continue
        here = at.on(entry.line, _called(entry))
        causes = list(_causes(entry, words))
        for cause in causes:
            here.fault(cause)
        if not causes:
            _take(here, entry, words)


def _called(entry: Mapping[str, Any]) -> str:
    """An entry's act and its first phrase."""
    phrases = next((entry[key] for key in KEYS if key in entry), None)
    first = phrases[0] if isinstance(phrases, list) and phrases else phrases
    return ", ".join(str(part) for part in (entry.get("act"), first) if part is not None)[:60]


def _take(at: At, entry: Mapping[str, Any], words: Words) -> None:
    speech = words.language
    for pattern in patterns_of(entry, f"own:{speech.code}", speech.grammar):
        conditions = (frozenset(pattern.where.items()), frozenset(pattern.unless.items()))
        key = (pattern.pos, pattern.words, pattern.reflexive, *conditions)
        here = f"{at.file}:{at.line}"
        if words.places.get(key, here) != here:
            at.fault(f"{' '.join(pattern.words)!r} stands there twice: also at {words.places[key]}")
        words.places.setdefault(key, here)
        words.patterns.append(pattern)


def _causes(entry: Mapping[str, Any], words: Words) -> Iterator[str]:
    odd = [unknown("field", name, FIELDS) for name in entry if name not in FIELDS]
    yield from odd
    if not isinstance(entry.get("act"), str):
        yield "lacks act"
    elif entry["act"] not in words.acts and entry["act"] != SILENCE:
        yield unknown("act", entry["act"], words.acts)
    yield from _phrase_causes(entry, words.language) if not odd or set(entry) & set(KEYS) else ()
    for name in ("actor", "recipient"):
        if name in entry:
            yield from _slot_causes(name, entry[name], words.slots)
    for name in ("where", "unless"):
        if name in entry:
            yield from _condition_causes(name, entry[name], words)
    if not isinstance(entry.get("otherwise", False), bool):
        yield "otherwise: must be true or false"
    if entry.get("act") == SILENCE and set(entry) & {"where", "unless", "actor", "recipient"}:
        yield "words of nothing have neither conditions nor parties"


def _phrase_causes(entry: Mapping[str, Any], language: Language) -> Iterator[str]:
    given = [key for key in KEYS if key in entry]
    if len(given) != 1:
        yield f"needs one of {', '.join(KEYS)}" if not given else f"has {' and '.join(given)}: write an entry for each"
        return
    phrases = entry[given[0]]
    if not _is_words(phrases):
        yield f"{given[0]}: must be a list of phrases (a number, true or null in quotation marks)"
        return
    for phrase in phrases:
        if not any(p.words for p in patterns_of({"act": "", given[0]: [phrase]}, "", language.grammar)):
            yield f"{phrase!r} has no word to look for"


def _slot_causes(name: str, value: Any, known: Collection[str]) -> Iterator[str]:
    if not isinstance(value, list) or not all(isinstance(slot, str) for slot in value):
        yield f"{name}: must be a list of slots, such as [subj]"
        return
    yield from (f"{name}: {_no_slot(slot, known)}" for slot in value if not _is_slot(slot, known))


def _condition_causes(name: str, value: Any, words: Words) -> Iterator[str]:
    if not isinstance(value, Located):
        yield f"{name}: must be a mapping from a slot to words, such as {{obj: [house]}}"
        return
    for slot, wanted in value.items():
        if not _is_slot(slot, words.slots):
            yield f"{name}: {_no_slot(slot, words.slots)}"
        if not isinstance(wanted, str) and not _is_words(wanted):
            yield f"{name}: {slot}: must be a word or a list of words"
            continue
        named = [wanted] if isinstance(wanted, str) else wanted
        classes = [word[1:] for word in named if word.startswith("@") and word[1:] not in words.known_classes]
        yield from (f"{name}: {slot}: {unknown('class', one, words.known_classes)}" for one in classes)


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(word, str) and word.strip() for word in value)


def _is_slot(slot: str, known: Collection[str]) -> bool:
    parts: Sequence[str] = slot.split(".")
    return len(parts) <= 3 and all(part in known for part in parts)


def _no_slot(slot: str, known: Collection[str]) -> str:
    return unknown("slot", slot, known, most=0) + f" (a slot is {', '.join(SLOTS[:7])} or a preposition)"
