"""A language's words for acts (words/*.yaml) and its classes of words (classes.yaml)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dragoman.languages.data import folder, read_yaml
from dragoman.languages.grammar import Grammar, load_grammar
from dragoman.model.patterns import Filter, PartOfSpeech, Pattern

KEYS: Mapping[str, PartOfSpeech] = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}
DEFAULTS: Mapping[PartOfSpeech, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "verb": (("subj",), ("obj", "iobj")),
    "noun": (("poss", "adj", "par", "by", "de", "of"), ("contre", "against")),
    "adjective": (("subj",), ()),
}
FORMS = {"d'": "de", "du": "de", "des": "de", "au": "à", "aux": "à", "qu'": "que", "jusqu'": "jusque"}
WORD = re.compile(r"[^\s']+'?")


@dataclass(frozen=True)
class Lexicon:
    """Patterns by the lemma of their head, and the classes that their conditions name."""

    patterns: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)
    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def headed(self, lemma: str) -> tuple[Pattern, ...]:
        return self.patterns.get(lemma, ())

    def within(self, lemma: str, wanted: Filter) -> bool:
        """Whether a lemma is one of those wanted or in one of the classes wanted."""
        return lemma in wanted or any(lemma in self.classes.get(w[1:], ()) for w in wanted if w.startswith("@"))


def load_lexicon(code: str) -> Lexicon:
    """All words of a language; raises ValueError that names the file for an entry that cannot be read."""
    grammar = load_grammar(code)
    table: dict[str, list[Pattern]] = defaultdict(list)
    for source in sorted(folder(code).joinpath("words").iterdir(), key=lambda f: f.name):
        if source.name.endswith(".yaml"):
            for entry in read_yaml(source) or ():
                if "act" not in entry or not any(key in entry for key in KEYS):
                    raise ValueError(f"{source.name}: an entry needs `act` and one of {', '.join(KEYS)}: {entry}")
                for pattern in patterns_of(entry, code, grammar):
                    table[pattern.words[pattern.head]].append(pattern)
    raw = read_yaml(folder(code).joinpath("classes.yaml"))
    classes = {name: frozenset(str(w).lower() for w in words) for name, words in raw.items()}
    return Lexicon({lemma: tuple(rows) for lemma, rows in table.items()}, classes)


def patterns_of(entry: Mapping[str, Any], code: str, grammar: Grammar) -> Iterator[Pattern]:
    """A pattern for each phrase of an entry that has any word; `code` begins the names of their rules."""
    key = next(k for k in KEYS if k in entry)
    pos = KEYS[key]
    actor, recipient = DEFAULTS[pos]
    recipient = () if "actor" in entry else recipient
    for phrase in entry[key]:
        words, reflexive = _words(str(phrase), grammar.determiners)
        if words:
            yield Pattern(
                act=entry["act"],
                pos=pos,
                words=words,
                head=_head(words, pos, grammar.noun_head),
                reflexive=reflexive,
                actor=tuple(entry.get("actor", actor)),
                recipient=tuple(entry.get("recipient", recipient)),
                where=_filters(entry.get("where")),
                unless=_filters(entry.get("unless")),
                rule=f"{code}:{entry['act']}:{phrase}",
                otherwise=bool(entry.get("otherwise")),
            )


def _words(phrase: str, dropped: frozenset[str]) -> tuple[tuple[str, ...], bool]:
    found = [FORMS.get(w, w) for w in WORD.findall(phrase.lower())]
    reflexive = len(found) > 1 and found[0] in ("se", "s'")
    kept = [w for w in found[reflexive:] if w not in dropped]
    return tuple(kept), reflexive


def _head(words: Sequence[str], pos: PartOfSpeech, noun_head: str) -> int:
    if pos != "noun" or noun_head == "first":
        return 0
    before = next((i for i, w in enumerate(words) if w in ("of", "to", "for", "on", "in", "with", "against", "into") and i), len(words))
    return before - 1


def _filters(raw: Mapping[str, Any] | None) -> dict[str, Filter]:
    return {slot: frozenset([v] if isinstance(v, str) else map(str, v)) for slot, v in (raw or {}).items()}
