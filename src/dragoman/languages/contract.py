"""What a language gives: a folder named by its ISO 639-1 code with the same files as every other (docs/languages.md)."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import Protocol

from dragoman.languages.contexts import ContextCues, load_contexts
from dragoman.languages.cues import Cues, load_cues
from dragoman.languages.grammar import Grammar, load_grammar
from dragoman.languages.lexicon import Lexicon, load_lexicon
from dragoman.languages.names import Names, load_names
from dragoman.languages.offices import OfficeTitles, load_titles
from dragoman.languages.pages import load_pages
from dragoman.languages.times import TimeWords, load_times
from dragoman.model.text import Token


class Parser(Protocol):
    """Paragraphs in, Universal Dependencies out.

    `starts[i]` are the offsets in paragraph `i` where a sentence must start; no other boundary may be made.
    Yields for each paragraph its sentences; offsets are relative to the paragraph, `index` and `head` to the sentence.
    """

    def __call__(self, paragraphs: Sequence[str], starts: Sequence[Sequence[int]]) -> Iterator[list[list[Token]]]: ...


@dataclass(frozen=True)
class Language:
    """One language's words and its parser; every table loads when it is first asked for."""

    code: str

    @cached_property
    def parser(self) -> Parser:
        module = importlib.import_module(f"dragoman.languages.{self.code}.parser")
        parser: Parser = module.load()
        return parser

    @cached_property
    def lexicon(self) -> Lexicon:
        return load_lexicon(self.code)

    @cached_property
    def grammar(self) -> Grammar:
        return load_grammar(self.code)

    @cached_property
    def names(self) -> Names:
        return load_names(self.code)

    @cached_property
    def titles(self) -> OfficeTitles:
        return load_titles(self.code)

    @cached_property
    def times(self) -> TimeWords:
        return load_times(self.code)

    @cached_property
    def cues(self) -> Cues:
        return load_cues(self.code)

    @cached_property
    def contexts(self) -> ContextCues:
        return load_contexts(self.code)

    @cached_property
    def pages(self) -> ContextCues:
        return load_pages(self.code)


@cache
def available() -> tuple[str, ...]:
    """The codes of the languages that have a folder, in alphabetical order."""
    folders = resources.files("dragoman.languages").iterdir()
    return tuple(sorted(f.name for f in folders if f.is_dir() and f.joinpath("parser.py").is_file()))


@cache
def language(code: str) -> Language:
    """The language of an ISO 639-1 code; raises KeyError where it has no folder."""
    if code not in available():
        raise KeyError(code)
    return Language(code)
