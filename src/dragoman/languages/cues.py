"""The words by which a language reports what somebody says (cues.yaml): verbs, nouns, prepositions, and what each takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, cast

from dragoman.languages.data import folder, read_yaml
from dragoman.model.records import Polarity

Takes = Literal["quote", "clause", "bare", "infinitive", "incise", "fragment", "led", "object", "label", "estimate"]
Words = frozenset[str]
Phrases = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ReportVerb:
    """A verb that reports, by lemmas: `head`, then the words that must follow.

    `markers` lead in quoted words ("accuse X of"), `labels` a label or an estimate ("describe X as"); an empty one is no word at all.
    """

    head: str
    rest: tuple[str, ...]
    reflexive: bool
    takes: frozenset[Takes]
    markers: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    polarity: Polarity = "asserts"


@dataclass(frozen=True)
class Cues:
    """What reports speech in one language. Sets hold lower-case lemmas or forms; cues.yaml explains each key."""

    verbs: Mapping[str, tuple[ReportVerb, ...]]
    forms: Mapping[str, tuple[str, str]]
    """Form -> (lemma, VerbForm) of the reporting verbs, for the words that a parser misreads."""
    ambiguous: Words
    nouns: Words
    sources: Phrases
    pronominal_sources: Phrases
    opinions: Words
    opinion_relatives: Phrases
    noun_clauses: Phrases
    not_sources: Words
    people: Words
    complementizers: Words
    compounds: Words
    fillers: Words
    calendar: Words
    negations: Words
    refusals: Words
    generic: Words
    relatives: Words
    demonstratives: Words
    breaks: Words
    articles: Words
    clitics: Words
    questions: Words
    conditions: Words
    infinitive_marks: Words
    afterthoughts: Words
    being: Words
    hearers: Words
    summaries: Words
    places: Words
    documents: Words
    beside: Words
    locals: Words
    nameless: Words
    counters: Words
    pluperfect: Words
    subject_first: bool


@cache
def load_cues(code: str) -> Cues:
    """The cues of a language (ISO 639-1). Raises ValueError for a file that does not parse, KeyError for a key that it lacks."""
    raw = read_yaml(folder(code).joinpath("cues.yaml"))
    return build(raw)


def build(raw: Mapping[str, Any]) -> Cues:
    """Cues of the content of a cues.yaml."""
    made = {f.name: _typed(f.name, raw[f.name]) for f in fields(Cues)}
    made["forms"] = _forms(made["verbs"], raw)
    return Cues(**made)


def _typed(name: str, value: Any) -> Any:
    if name == "verbs":
        return _verbs(value)
    if name in ("sources", "pronominal_sources", "opinion_relatives", "noun_clauses"):
        return tuple(sorted((tuple(str(p).split()) for p in value), key=len, reverse=True))
    return frozenset(str(w).lower() for w in value) if isinstance(value, list) else value


def _verbs(groups: list[Mapping[str, Any]]) -> Mapping[str, tuple[ReportVerb, ...]]:
    """Head lemma -> its verbs, phrases and reflexives first; groups that name the same verb are united."""
    united: dict[tuple[str, Polarity], tuple[set[Takes], set[str], set[str]]] = {}
    for group in groups:
        polarity: Polarity = group.get("polarity", "asserts")
        for verb in group["verbs"]:
            takes, markers, labels = united.setdefault((str(verb), polarity), (set(), set(), set()))
            takes.update(cast("list[Takes]", group["takes"]))
            (markers if "led" in group["takes"] else labels).update(group.get("markers", ()))
    table: defaultdict[str, list[ReportVerb]] = defaultdict(list)
    for (verb, polarity), (takes, markers, labels) in united.items():
        made = _verb(verb, frozenset(takes), frozenset(markers), frozenset(labels), polarity)
        table[made.head].append(made)
    return MappingProxyType({head: tuple(sorted(found, key=_specific)) for head, found in table.items()})


def _forms(verbs: Mapping[str, Any], raw: Mapping[str, Any]) -> Mapping[str, tuple[str, str]]:
    """The forms listed, and those of every other verb by the longest ending of its lemma that is conjugated."""
    table: dict[str, tuple[str, str]] = {}
    for lemma in verbs:
        ending = max((e for e in raw["conjugation"] if lemma.endswith(e)), key=len, default=None)
        if lemma not in raw["forms"] and ending is not None:
            stem = lemma.removesuffix(ending)
            table.update({stem + end: (lemma, kind) for kind, ends in raw["conjugation"][ending].items() for end in ends})
    for lemma, kinds in raw["forms"].items():
        table.update({form: (lemma, kind) for kind, forms in kinds.items() for form in forms})
    return MappingProxyType(table)


def _verb(phrase: str, takes: frozenset[Takes], markers: Words, labels: Words, polarity: Polarity) -> ReportVerb:
    plain = phrase.removeprefix("se ").removeprefix("s'")
    head, *rest = plain.split()
    return ReportVerb(head, tuple(rest), plain != phrase, takes, markers, labels, polarity)


def _specific(verb: ReportVerb) -> tuple[int, bool]:
    return -len(verb.rest), not verb.reflexive
