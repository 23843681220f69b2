"""A folder of a user's own acts, words and parties: read once, checked whole, and laid over ours without changing them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from dragoman.errors import BadLexicon
from dragoman.languages.contract import Language, available, language
from dragoman.languages.lexicon import Lexicon
from dragoman.languages.names import Entry, Names
from dragoman.languages.own import names
from dragoman.languages.own.acts import SILENCE, read_acts
from dragoman.languages.own.extended import Extended, extended_names, extended_words
from dragoman.languages.own.faults import At, Fault
from dragoman.languages.own.words import Words, read_classes, read_words
from dragoman.model.patterns import Pattern
from dragoman.ontology import Act, Ontology, ontology

ACTS, PARTIES, WORDS, CLASSES, NAMES = "acts.yaml", "parties.csv", "words", "classes.yaml", "names.tsv"
NOTES = (".md", ".txt")
"""Endings of files that are for people to read."""


@dataclass(frozen=True)
class OwnLexicon:
    """What a folder adds or overrides. `read` makes one; it may be passed to worker processes, which read the folder again."""

    folder: Path
    acts: Mapping[str, Act]
    patterns: Mapping[str, tuple[Pattern, ...]]
    classes: Mapping[str, Mapping[str, frozenset[str]]]
    names: Mapping[str, tuple[Entry, ...]]
    _made: dict[str, Language] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def read(cls, folder: str | os.PathLike[str]) -> OwnLexicon:
        """Reads and checks a folder. Raises `BadLexicon`, which tells every fault with its file and line."""
        reading = _Reading(Path(folder))
        try:
            made = reading.lexicon()
        except OSError as problem:  # a folder that may not be looked into
            raise BadLexicon([f"{problem.filename}: cannot be read: {(problem.strerror or str(problem)).lower()}"]) from None
        if reading.faults:
            raise BadLexicon([str(fault) for fault in reading.faults])
        return made

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return OwnLexicon.read, (self.folder,)

    @cached_property
    def ontology(self) -> Ontology:
        """Ours, with these acts added or in the place of ours."""
        ours = ontology()
        return Ontology(ours.types, MappingProxyType({**ours.acts, **self.acts}), ours.contexts, ours.refinements)

    def language(self, code: str) -> Language:
        """A language with these words and names. Raises KeyError where there is no such language."""
        if code not in self._made:
            base = language(code)
            words: Lexicon = extended_words(base.lexicon, self.patterns.get(code, ()), self.classes.get(code, {}))
            known: Names = extended_names(base.names, self.names.get(code, ()))
            self._made[code] = Extended(code, words, known)
        return self._made[code]


class _Reading:
    """One reading of a folder; what is wrong with it gathers in `faults`."""

    def __init__(self, folder: Path) -> None:
        self.faults: list[Fault] = []
        self.at = At(folder, self.faults)
        self.folder = folder
        self.parties = names.Parties()

    def lexicon(self) -> OwnLexicon:
        spoken = {path.name: path for path in self._files()}
        acts = read_acts(self.at.of(self.folder / ACTS), ontology()) if (self.folder / ACTS).is_file() else {}
        rows = {code: names.read_rows(self.at.of(file)) for code, file in self._name_files(spoken)}
        for some in rows.values():
            names.learn_codes(some, self.parties)
        found = {code: tuple(names.entries(some, self.parties, code)) for code, some in rows.items()}
        words = {code: self._words(code, path, acts) for code, path in spoken.items()}
        return OwnLexicon(
            self.folder,
            {name: act for name, act in acts.items() if act},
            {code: tuple(one.patterns) for code, one in words.items()},
            {code: one.classes for code, one in words.items()},
            {code: (*found.get(code, ()), *found.get("", ())) for code in available()},
        )

    def _files(self) -> Iterator[Path]:
        """The languages' folders; a fault is noted for everything that would not be read."""
        if not self.folder.is_dir():
            self.at.fault("not a folder" if self.folder.exists() else "no such folder")
            return
        shown = [path for path in sorted(self.folder.iterdir()) if not _is_note(path)]
        for path in shown:
            if path.is_dir() and path.name in available():
                yield path
            elif path.is_dir():
                self.at.of(path).fault(f"no coder for a language of this name (there is {', '.join(available())})")
            elif path.name not in (ACTS, PARTIES):
                self.at.of(path).fault(f"not read: a lexicon has {ACTS}, {PARTIES} and a folder a language ({', '.join(available())})")
        if not shown:
            self.at.fault(f"nothing to read: a lexicon has {ACTS}, {PARTIES} and a folder a language ({', '.join(available())})")

    def _name_files(self, spoken: Mapping[str, Path]) -> Iterator[tuple[str, Path]]:
        if (self.folder / PARTIES).is_file():
            yield "", self.folder / PARTIES
        yield from ((code, path / NAMES) for code, path in spoken.items() if (path / NAMES).is_file())

    def _words(self, code: str, folder: Path, acts: Iterable[str]) -> Words:
        words = Words(language(code), {*ontology().acts, *acts, SILENCE})
        listed = [path for path in sorted(folder.iterdir()) if not _is_note(path)]
        for path in listed:
            if path.name not in (WORDS, CLASSES, NAMES) or path.is_dir() != (path.name == WORDS):
                self.at.of(path).fault(f"not read: a language has {WORDS}/*.yaml, {CLASSES} and {NAMES}")
        if (folder / CLASSES).is_file():
            read_classes(self.at.of(folder / CLASSES), words)
        for path in sorted((folder / WORDS).iterdir()) if (folder / WORDS).is_dir() else ():
            if path.suffix == ".yaml" and path.is_file():
                read_words(self.at.of(path), words)
            elif not _is_note(path):
                self.at.of(path).fault("not read: words stand in files that end in .yaml")
        return words


def _is_note(path: Path) -> bool:
    return path.name.startswith(".") or path.name.endswith("~") or (path.suffix in NOTES and path.is_file())
