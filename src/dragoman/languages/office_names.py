"""A title that stands alone ("Minister of Foreign Affairs of Kazakhstan", as lists of others write it) -> the short English office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.languages.contract import available, language
from dragoman.languages.offices import LINK, OFFICE_LANGUAGE, OfficeTitles, Qualifier, Title, split

_TOKEN = re.compile(r"[\w'’.-]+|[^\w\s()]")


def office_named(title: str) -> tuple[str, str] | None:
    """The office and its class ("foreign minister", "foreign"); None unless every word of the title is understood."""
    codes = sorted(available(), key=lambda code: code != OFFICE_LANGUAGE)
    return next((found for code in codes if (found := _Written(title, language(code).titles).office())), None)


@dataclass(frozen=True, slots=True)
class _Written:
    """A title as the words of a language."""

    text: str
    titles: OfficeTitles

    def office(self) -> tuple[str, str] | None:
        raw = [w for token in _TOKEN.findall(self.text) for w in split(token.removesuffix("'s")) if w not in self.titles.articles]
        words = [self.titles.base.get(w, w) for w in raw]
        at, shape = 0, "{}"
        while at < len(words):
            found = next((t for t, end in self._titles_at(words, at) if self._complete(t, raw, end)), None)
            if found is not None:
                return (shape.format(found.office), found.klass) if found.office and found.change == "holds" else None
            qualifier = self._qualifier_at(words, at)
            past = at + len(qualifier.words) if qualifier else self._past_name(raw, at)
            if past == at or (qualifier and qualifier.change):
                return None
            shape = shape.format(qualifier.office) if qualifier and qualifier.office else shape
            at = past
        return None

    def _titles_at(self, words: Sequence[str], at: int) -> Iterator[tuple[Title, int]]:
        """The titles whose words stand at a place, longest first, with where each ends."""
        for title in self.titles.titles.get(words[at], ()):
            end: int | None = at
            for word in title.words:
                end = self._past_word(words, end, word) if end is not None else None
            if end is not None:
                yield title, end

    def _past_word(self, words: Sequence[str], at: int, word: str) -> int | None:
        if word == LINK:
            past = self._past_links(words, at)
            return past if past > at else None
        return at + 1 if at < len(words) and words[at] == word else None

    def _complete(self, title: Title, raw: Sequence[str], end: int) -> bool:
        """Whether nothing follows a title but, at most, the name of whose it is."""
        if end == len(raw):
            return not title.needs
        start = self._past_links(raw, end)
        return start < len(raw) and self._past_name(raw, start) == len(raw)

    def _past_links(self, words: Sequence[str], at: int) -> int:
        while at < len(words) and words[at] in self.titles.links:
            at += 1
        return at

    def _past_name(self, raw: Sequence[str], at: int) -> int:
        """Past the longest name of a state, organisation or group at a place; the place itself where there is none.

        A region's or a town's is none: its minister of health is not the state's.
        """
        for form in self.titles.names.get(raw[at], ()):
            if form.kind not in ("region", "city", "capital") and list(raw[at : at + len(form.words)]) == list(form.words):
                return at + len(form.words)
        return at

    def _qualifier_at(self, words: Sequence[str], at: int) -> Qualifier | None:
        found = (q for row in self.titles.before.values() for q in row if list(words[at : at + len(q.words)]) == list(q.words))
        return max(found, key=lambda q: len(q.words), default=None)
