"""A language's titles of office (offices.yaml), compiled to patterns over folded words.

A pattern is a tuple of base words in which `LINK` stands for any of the language's linking words ("de", "à", "of", "for"),
however many. Every title of a head with a portfolio or a body ("ministre" x "défense") is written out once when loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar

from dragoman.languages.data import folder, read_table, read_yaml
from dragoman.model import spelling
from dragoman.model.mentions import NameKind

LINK = "~"
OFFICE_LANGUAGE = "en"
"""Office names are short English, and so are the countries in them ("ambassador to France")."""

Words = tuple[str, ...]
Change = Literal["holds", "left", "appointed"]


@dataclass(frozen=True, slots=True)
class Title:
    """A way to write an office, or what only looks like one where `office` is empty.

    `named` is the place in `words` of the state or organisation that it names, if any.

    `of` and `to` make the longer name of the office with a complement; a title that `needs` one stands for no office without it.
    """

    words: Words
    office: str
    klass: str
    change: Change = "holds"
    named: int | None = None
    of: str | None = None
    to: str | None = None
    needs: bool = False
    group: str | None = None
    """What the office is called in an armed group ("chef du Hamas": leader)."""


@dataclass(frozen=True, slots=True)
class Qualifier:
    """Words beside a title: `office` is what they make of its name ("acting {}"), `change` what they say of the tenure."""

    words: Words
    after: bool
    office: str | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class NameForm:
    """One spelling of a state's, organisation's or group's name (names.tsv)."""

    words: Words
    code: str
    kind: NameKind
    first: str
    """Its first word as written, by whose capitals the text is judged."""


Entry = TypeVar("Entry", Title, Qualifier, NameForm)


@dataclass(frozen=True)
class OfficeTitles:
    """All that a language has of titles, each table by the first word of its entries, longest entries first."""

    language: str
    titles: Mapping[str, tuple[Title, ...]]
    before: Mapping[str, tuple[Qualifier, ...]]
    after: Mapping[str, tuple[Qualifier, ...]]
    names: Mapping[str, tuple[NameForm, ...]]
    english: Mapping[str, str]
    links: Mapping[str, str]
    articles: frozenset[str]
    possessives: frozenset[str]
    particles: frozenset[str]
    ranks: frozenset[str]
    not_names: frozenset[str]
    anaphors: frozenset[str]
    containers: frozenset[str]
    settings: frozenset[str]
    joins: frozenset[str]
    places: Mapping[Words, str]
    base: Mapping[str, str]
    adjectives_follow: bool

    @property
    def writes_offices(self) -> bool:
        """Whether office names are in this language, so that a complement may be taken as it is."""
        return self.language == OFFICE_LANGUAGE

    def words(self, text: str) -> Iterator[str]:
        """The folded base words of a token or a form; a possessive mark is a word."""
        if text in self.possessives:
            yield "'s"
            return
        for part in split(text):
            yield self.base.get(part, part)


def fold(text: str) -> str:
    """Lower case without accents, apostrophes straight."""
    return spelling.fold(text.replace("’", "'"))


def split(text: str) -> list[str]:
    """Folded parts of a text between blanks, hyphens and apostrophes."""
    return [part for part in re.split(r"[\s'-]+", fold(text)) if part]


@cache
def load_titles(language_code: str) -> OfficeTitles:
    """The titles of a language; raises KeyError where the file lacks a table, ValueError where it is no YAML."""
    raw = read_yaml(folder(language_code).joinpath("offices.yaml"))
    base = {fold(form): fold(word) for word, forms in raw["inflected"].items() for form in forms}
    links = {fold(w): "of" for w in raw["links"]["of"]} | {fold(w): prep for w, prep in raw["links"]["to"].items()}
    form = _Forms(base, frozenset(links), frozenset(map(fold, raw["articles"])))
    qualifiers = [q for entry in raw["qualifiers"] for q in _qualifiers(entry, form)]
    return OfficeTitles(
        language=language_code,
        titles=_by_first(_first_of_each(t for entry in _written_out(raw) for t in _titles(entry, form))),
        before=_by_last([q for q in qualifiers if not q.after]),
        after=_by_first([q for q in qualifiers if q.after]),
        names=_by_first(list(_names(language_code))),
        english=_english_names(),
        links=links,
        articles=form.articles,
        possessives=frozenset(raw["possessives"]),
        particles=frozenset(map(fold, raw["particles"])),
        ranks=frozenset(map(fold, raw["ranks"])),
        not_names=frozenset(map(fold, raw["not_names"])),
        anaphors=frozenset(map(fold, raw["anaphors"])),
        containers=frozenset(map(fold, raw["containers"])),
        settings=frozenset(map(fold, raw["settings"])),
        joins=frozenset(map(fold, raw["joins"])),
        places={tuple(split(place)): english for place, english in raw["places"].items()},
        base=base,
        adjectives_follow=bool(raw["after"]),
    )


@dataclass(frozen=True, slots=True)
class _Forms:
    """Turns the forms of the file into patterns."""

    base: Mapping[str, str]
    links: frozenset[str]
    articles: frozenset[str]

    def parts(self, form: str) -> list[str]:
        """The words of a form as written, possessive marks and hyphenated parts apart."""
        return [p for p in re.split(r"[\s-]+|(?='s\b)|(?<!^)'(?!s\b)", form.replace("’", "'")) if p]

    def pattern(self, form: str) -> tuple[Words, int | None]:
        """The pattern of a form, and where its first capitalised word stands in it."""
        words: list[str] = []
        named = None
        for part in self.parts(form):
            word = self.base.get(fold(part), fold(part))
            if word in self.articles:
                continue
            if word in self.links and words:
                words += [] if words[-1] == LINK else [LINK]
                continue
            if part[0].isupper() and named is None:
                named = len(words)
            words.append(word)
        return tuple(words), named


def _written_out(raw: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """What only looks like a title, the titles as listed, then every head with every entry of the table that it combines with."""
    yield {"forms": raw["nothing"], "office": "", "klass": ""}
    yield from raw["titles"]
    for head in raw["heads"]:
        for name, complements in raw[head["with"]].items():
            forms = [form.replace("{}", complement) for form in head["forms"] for complement in complements]
            yield {"forms": forms, "office": head["office"].format(name), "klass": head["klass"].format(name)}


def _first_of_each(titles: Iterable[Title]) -> Iterable[Title]:
    """A title that is listed wins over the same words made of a head and its complement."""
    found: dict[Words, Title] = {}
    for title in titles:
        found.setdefault(title.words, title)
    return found.values()


def _titles(entry: Mapping[str, Any], form: _Forms) -> Iterator[Title]:
    for text in entry["forms"]:
        words, named = form.pattern(text)
        rest = {key: entry[key] for key in ("change", "of", "to", "needs", "group") if key in entry}
        yield Title(words, entry["office"], entry["klass"], named=named, **rest)


def _qualifiers(entry: Mapping[str, Any], form: _Forms) -> Iterator[Qualifier]:
    for text in entry["forms"]:
        words = tuple(form.base.get(fold(p), fold(p)) for p in form.parts(text))
        yield Qualifier(words, entry.get("side") == "after", entry.get("office"), entry.get("change"))


def _names(language_code: str) -> Iterator[NameForm]:
    for row in read_table(folder(language_code).joinpath("names.tsv")):
        for form in (row["forms"] or "").split("|"):
            if words := tuple(split(form)):
                yield NameForm(words, row["code"], row["kind"], form.split()[0])  # type: ignore[arg-type]


@cache
def _english_names() -> Mapping[str, str]:
    """State code -> its usual English name."""
    rows = read_table(folder(OFFICE_LANGUAGE).joinpath("names.tsv"))
    return {row["code"]: row["forms"].split("|")[0] for row in rows if row["kind"] == "state"}


def _by_first(entries: Iterable[Entry]) -> Mapping[str, tuple[Entry, ...]]:
    return _indexed(entries, 0)


def _by_last(entries: Iterable[Entry]) -> Mapping[str, tuple[Entry, ...]]:
    return _indexed(entries, -1)


def _indexed(entries: Iterable[Entry], place: int) -> Mapping[str, tuple[Entry, ...]]:
    table: dict[str, list[Entry]] = {}
    for entry in entries:
        table.setdefault(entry.words[place], []).append(entry)
    return {word: tuple(sorted(row, key=lambda e: -len(e.words))) for word, row in table.items()}
