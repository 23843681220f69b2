"""A language's words for time (times.yaml): a lexicon by category, and rules whose templates are built of them.

A template is a row of elements: `word`, `one|other`, `{category}`, `{category:name}`; a trailing `?` makes an element optional. What a
category holds is either listed under `words` (phrase -> value) or built by the rules of that name under `rules`; `{n}` (how many), `{day}`
(of a month), `{dom}` (the same, standing alone), `{year}`, `{short}` (a year's last two digits), `{num}`, `{gap}` (a few words) and
`{nominal}` (no words, but a noun phrase or a clause follows) are read by `finding/times.py` itself. A rule's name is that of the builder of
its value in `finding/time_values.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from dragoman.languages.data import folder, read_yaml

NUMERIC = frozenset({"n", "day", "dom", "year", "short", "num"})
WIDE = frozenset({"gap", "nominal"})
DIGITS = "#"
ANY = "*"
SETS = (
    "suffixes",
    "future_auxiliaries",
    "perfect_auxiliaries",
    "future_endings",
    "awaited",
    "announcing",
    "accomplished",
    "repeated",
    "capital",
    "naming",
    "between",
    "articles",
    "linking",
    "beginning",
    "ending",
    "staying",
    "intended",
    "preceding",
    "moments",
    "together",
    "gerundial",
    "during",
    "setting",
    "barring",
    "witnessing",
    "aftermath",
)
TELLING = (
    "weekday",
    "month",
    "unit",
    "season",
    "feast",
    "relative",
    "anchored",
    "hinge",
    "same",
    "night",
    "half-month",
    "short-quarter",
    "decade-word",
    "then",
    "lone",
)
FUNCTIONAL = ("the", "of", "in", "about", "this", "these", "stage")

_WORD = re.compile(r"'s\b|[^\W\d_]+'(?!s\b)|[^\W\d_]+|\d+|[^\w\s]|_")


@lru_cache(maxsize=1 << 15)
def split(text: str) -> tuple[str, ...]:
    """The words of a stretch of text, lower case; hyphens are dropped but for those between digits ("mi-août" is two words)."""
    parts = _WORD.findall(text.lower().replace("’", "'"))
    return tuple(p for i, p in enumerate(parts) if p not in "-–" or _joins_digits(parts, i))


def _joins_digits(parts: Sequence[str], i: int) -> bool:
    return len(parts) == 1 or (0 < i < len(parts) - 1 and parts[i - 1].isdecimal() and parts[i + 1].isdecimal())


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a template: some words, or a category whose value is captured under `name`."""

    words: frozenset[str] = frozenset()
    category: str = ""
    name: str = ""
    optional: bool = False


@dataclass(frozen=True)
class Rule:
    """A template and the builder that makes its value."""

    name: str
    elements: tuple[Element, ...]

    @cached_property
    def literal(self) -> frozenset[str]:
        """Words one of which it cannot do without; none where it has no such."""
        return next((e.words for e in self.elements if e.words and not e.optional), frozenset())


Start = tuple[Rule, frozenset[str]]
"""A rule, and the words that may come second where it begins with a certain word."""


@dataclass(frozen=True)
class TimeWords:
    """Words by category and first word, rules by category, and the lemmas that tell past from future."""

    lexicon: Mapping[str, Mapping[str, tuple[tuple[tuple[str, ...], Any], ...]]]
    rules: Mapping[str, tuple[Rule, ...]]
    numbers: Mapping[str, float] = field(default_factory=dict)
    suffixes: frozenset[str] = frozenset()
    """What follows a day's digits: er, st, nd, rd, th."""
    future_auxiliaries: frozenset[str] = frozenset()
    perfect_auxiliaries: frozenset[str] = frozenset()
    """Auxiliaries that set an act before, where the parser has no relation of its own for them."""
    future_endings: frozenset[str] = frozenset()
    """What future forms add to the infinitive."""
    awaited: frozenset[str] = frozenset()
    """Lemmas (participles, adjectives) of what is still to come: prévoir, attendre, due, schedule."""
    announcing: frozenset[str] = frozenset()
    """Verbs whose object is still to come: call for, annoncer."""
    accomplished: frozenset[str] = frozenset()
    """Lemmas whose infinitive happened when they did: pouvoir, finir, manage, force."""
    repeated: frozenset[str] = frozenset()
    """Words before a weekday that make it a habit: chaque, every."""
    capital: frozenset[str] = frozenset()
    """Words that are a month or a weekday only with a capital: may, march."""
    naming: frozenset[str] = frozenset()
    """Words beside a weekday that make it a name: Bloody Sunday, jeudi noir."""
    between: frozenset[str] = frozenset()
    """What stands between two numbers of which one is meant: two or three weeks."""
    linking: frozenset[str] = frozenset()
    """Adpositions that tie a date to a noun rather than to the verb: de, of."""
    beginning: frozenset[str] = frozenset()
    """Verbs whose time is the first day of what they begin: entamer, arrive."""
    ending: frozenset[str] = frozenset()
    """Verbs whose time is the last day of what they end: achever, leave."""
    staying: frozenset[str] = frozenset()
    """Verbs of being somewhere or going on, as long as until a day: rester, last."""
    intended: frozenset[str] = frozenset()
    """Verbs that, in the past, tell what was to come then: devait, was to."""
    preceding: frozenset[str] = frozenset()
    """What before an infinitive tells what came next: avant de."""
    moments: frozenset[str] = frozenset()
    """What opens a clause of the same moment: when, lorsque."""
    together: frozenset[str] = frozenset()
    """What opens a clause of the same scene, if it goes on in the same tense: where, as, où."""
    gerundial: frozenset[str] = frozenset()
    """What opens a participle that goes with the main act: by, en."""
    during: frozenset[str] = frozenset()
    """Adpositions of the occasion of an act: during, lors."""
    setting: frozenset[str] = frozenset()
    """Verbs whose participle opens the scene of what is told next: arrivé, asked."""
    barring: frozenset[str] = frozenset()
    """Verbs of preventing, whose complement never was at another time."""
    witnessing: frozenset[str] = frozenset()
    """Verbs of watching, whose complement is of the same moment."""
    aftermath: frozenset[str] = frozenset()
    """What opens a clause of what came shortly before: after, après."""
    articles: frozenset[str] = frozenset()
    """Words for "one" that are articles as well, and so no day of a month."""
    idiom_days: Mapping[int, int] = field(default_factory=dict)
    """Numbers of days that mean whole weeks: quinze jours."""
    day_first: bool = True
    """Whether 3/4/2023 is in April."""

    @cached_property
    def starts(self) -> Mapping[str, Mapping[str, tuple[Start, ...]]]:
        """For each category of rules, the rules by the words that may begin them, each with what may come second; DIGITS is any number."""
        table: dict[str, dict[str, list[Start]]] = {}
        for category, rules in self.rules.items():
            rows = table.setdefault(category, {})
            for rule in rules:
                for word in self._first_words(rule.elements, frozenset()):
                    rows.setdefault(word, []).append((rule, self._second_words(rule.elements, word)))
        return {c: {w: tuple(r) for w, r in rows.items()} for c, rows in table.items()}

    def _second_words(self, elements: Sequence[Element], word: str) -> frozenset[str]:
        """What may follow the first word of a template; ANY where that is not told by its words alone."""
        found: set[str] = set()
        for k, element in enumerate(elements):
            rest = elements[k + 1 :]
            after = self._first_words(rest, frozenset()) | (set() if any(not e.optional for e in rest) else {ANY})
            if element.words:
                found |= after if word in element.words else set()
            elif element.category in self.rules or element.category in WIDE:
                found |= {ANY}
            elif element.category in NUMERIC:
                found |= after | self._number_goes_on(word)
            else:
                for phrase, _ in self.lexicon[element.category].get(word, ()):
                    found |= {phrase[1]} if len(phrase) > 1 else after
            if not element.optional:
                break
        return frozenset(found)

    def _number_goes_on(self, word: str) -> set[str]:
        """What may follow the first word of a number and be of it."""
        rows = (row for category in ("count", "ordinal") for row in self.lexicon.get(category, {}).get(word, ()))
        return {*self.numbers, *self.suffixes, *self.between, *(phrase[1] for phrase, _ in rows if len(phrase) > 1)}

    @cached_property
    def openings(self) -> Mapping[str, frozenset[str]]:
        """For every category the words that may begin it, DIGITS and ANY included."""
        categories = {*self.lexicon, *self.rules, *NUMERIC, *WIDE}
        return {c: frozenset(self._category_starts(c, frozenset())) for c in categories}

    def _first_words(self, elements: Sequence[Element], seen: frozenset[str]) -> set[str]:
        found: set[str] = set()
        for element in elements:
            found |= element.words or self._category_starts(element.category, seen)
            if not element.optional:
                break
        return found

    def _category_starts(self, category: str, seen: frozenset[str]) -> set[str]:
        if category in NUMERIC:
            spelled = {*self.numbers, *self.lexicon.get("count", {}), *self.lexicon.get("ordinal", {})}
            return {DIGITS} | (spelled if category in ("n", "day") else set())
        if category in WIDE:
            return {ANY}
        found = set(self.lexicon.get(category, {}))
        if category in self.rules and category not in seen:
            for rule in self.rules[category]:
                found |= self._first_words(rule.elements, seen | {category})
        return found

    @cached_property
    def signals(self) -> frozenset[str]:
        """Words one of which every time expression holds, unless it holds digits: of each phrase the longest that is no function word."""
        common = frozenset(w for category in FUNCTIONAL for phrase in self._phrases(category) for w in phrase)
        telling = (max(phrase, key=lambda w: (w not in common, len(w))) for category in TELLING for phrase in self._phrases(category))
        return frozenset(telling)

    @cached_property
    def members(self) -> frozenset[str]:
        """All words that a time expression may hold, but for those of a gap."""
        literal = (w for rules in self.rules.values() for rule in rules for e in rule.elements for w in e.words)
        listed = (w for category in self.lexicon for phrase in self._phrases(category) for w in phrase)
        return frozenset({*literal, *listed, *self.numbers, *self.between, *self.suffixes})

    @cached_property
    def gap_openings(self) -> frozenset[str]:
        """The words that may begin an expression with any words in it."""
        wide = (rule for rules in self.rules.values() for rule in rules if any(e.category in WIDE for e in rule.elements))
        return frozenset(w for rule in wide for w in self._first_words(rule.elements, frozenset()))

    def _phrases(self, category: str) -> Iterator[tuple[str, ...]]:
        for rows in self.lexicon.get(category, {}).values():
            yield from (phrase for phrase, _ in rows)


def load_times(code: str) -> TimeWords:
    """The words of a language; raises ValueError where a template names a category that is not there."""
    raw = read_yaml(folder(code).joinpath("times.yaml"))
    lexicon = {category: _index(entries) for category, entries in raw["words"].items()}
    rules = {category: tuple(_rules(named)) for category, named in raw["rules"].items()}
    plain: dict[str, Any] = {key: raw[key] for key in ("numbers", "idiom_days", "day_first")}
    plain |= {key: frozenset(raw[key]) for key in SETS}
    words = TimeWords(lexicon=lexicon, rules=rules, **plain)
    _check(words)
    return words


def _index(entries: Mapping[Any, Any] | Sequence[Any]) -> dict[str, tuple[tuple[tuple[str, ...], Any], ...]]:
    """By first word, the longest phrase first. A list gives the value None to all its phrases; a value may be a list of phrases."""
    rows: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
    for phrase, value in _pairs(entries):
        words = split(str(phrase))
        rows.setdefault(words[0], []).append((words, value))
    return {first: tuple(sorted(found, key=lambda row: -len(row[0]))) for first, found in rows.items()}


def _pairs(entries: Mapping[Any, Any] | Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    if not isinstance(entries, Mapping):
        yield from ((phrase, None) for phrase in entries)
        return
    for value, phrases in entries.items():
        yield from ((phrase, value) for phrase in (phrases if isinstance(phrases, list) else [phrases]))


def _rules(named: Mapping[str, Sequence[str]]) -> Iterator[Rule]:
    for name, templates in named.items():
        for template in templates:
            yield Rule(name, tuple(_element(part) for part in template.split()))


def _element(part: str) -> Element:
    optional = part.endswith("?") and len(part) > 1
    body = part[:-1] if optional else part
    if body.startswith("{"):
        category, _, name = body[1:-1].partition(":")
        return Element(category=category, name=name or category, optional=optional)
    return Element(words=frozenset(body.split("|")), optional=optional)


def _check(words: TimeWords) -> None:
    known = {*words.lexicon, *words.rules, *NUMERIC, *WIDE}
    used = {e.category for rules in words.rules.values() for r in rules for e in r.elements if e.category}
    if used - known:
        raise ValueError(f"times.yaml: no such category: {', '.join(sorted(used - known))}")
