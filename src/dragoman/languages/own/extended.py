"""Our words and names with a user's laid over them; ours stay as they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from dragoman.languages.contexts import ContextCues
from dragoman.languages.contract import Language, Parser, language
from dragoman.languages.cues import Cues
from dragoman.languages.grammar import Grammar
from dragoman.languages.lexicon import Lexicon
from dragoman.languages.names import Entry, Names, Row, organizations_of, rows_of
from dragoman.languages.offices import OfficeTitles
from dragoman.languages.own.acts import SILENCE
from dragoman.languages.times import TimeWords
from dragoman.model.patterns import Pattern


@dataclass(frozen=True)
class Extended(Language):
    """A language with words and names of a user's own; everything else is the language's, loaded once for all."""

    own_words: Lexicon = field(default_factory=Lexicon)
    own_names: Names = field(default_factory=Names)

    @cached_property
    def lexicon(self) -> Lexicon:
        return self.own_words

    @cached_property
    def names(self) -> Names:
        return self.own_names

    @cached_property
    def parser(self) -> Parser:
        return language(self.code).parser

    @cached_property
    def grammar(self) -> Grammar:
        return language(self.code).grammar

    @cached_property
    def titles(self) -> OfficeTitles:
        return language(self.code).titles

    @cached_property
    def times(self) -> TimeWords:
        return language(self.code).times

    @cached_property
    def cues(self) -> Cues:
        return language(self.code).cues

    @cached_property
    def contexts(self) -> ContextCues:
        return language(self.code).contexts


def extended_words(base: Lexicon, own: Iterable[Pattern], classes: Mapping[str, frozenset[str]]) -> Lexicon:
    """A phrase without conditions takes the place of ours; one with conditions stands beside ours and wins where they hold."""
    mine: dict[str, list[Pattern]] = defaultdict(list)
    for pattern in own:
        mine[pattern.words[pattern.head]].append(pattern)
    patterns = dict(base.patterns)
    for lemma, rows in mine.items():
        replaced = {_phrase(p) for p in rows if not p.where and not p.unless}
        kept = [p for p in base.headed(lemma) if _phrase(p) not in replaced]
        patterns[lemma] = (*(_raised(p, base) for p in rows if p.act != SILENCE), *kept)
    joined = {name: base.classes.get(name, frozenset()) | members for name, members in classes.items()}
    return Lexicon(patterns, {**base.classes, **joined})


def _phrase(pattern: Pattern) -> tuple[object, ...]:
    return pattern.pos, pattern.words, pattern.reflexive


def _raised(pattern: Pattern, base: Lexicon) -> Pattern:
    """A pattern that outweighs ours of the same phrase."""
    ours = [p.weight for p in base.headed(pattern.words[pattern.head]) if _phrase(p) == _phrase(pattern)]
    return replace(pattern, raised=max(0, max(ours, default=0) + 1 - pattern.weight))


def extended_names(base: Names, own: Iterable[Entry]) -> Names:
    """A form of a name takes the place of ours; all else that ours may stand for stays."""
    mine = rows_of(own)
    table = dict(base.table)
    for first, rows in mine.items():
        forms = {entry.form for _, entry in rows}
        table[first] = sorted((*rows, *(row for row in base.starting(first) if row[1].form not in forms)), key=_longest)
    words = organizations_of(mine)
    return Names(table, base.surnames, {**base.organizations, **{w: base.organizations.get(w, frozenset()) | c for w, c in words.items()}})


def _longest(row: Row) -> int:
    return -len(row[0])
