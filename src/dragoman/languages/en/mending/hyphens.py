"""Words that the lexicon writes with a hyphen ("sit-in", "test-fire"): one token each, which the model would split in three."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dragoman.languages.data import folder, read_yaml
from dragoman.languages.en.mending.lemmas import gerund_and_past, plural

HYPHENED = re.compile(r"[a-z]+(?:-[a-z]+)+")


def hyphened_forms() -> frozenset[str]:
    """Every form of the lexicon's words with a hyphen, in small letters and with a capital."""
    small = {form for word in _words() for form in (word, plural(word), *gerund_and_past(word))}
    return frozenset(small | {form.capitalize() for form in small})


def _words() -> Iterator[str]:
    yield from read_yaml(folder("en").joinpath("mending", "lemmas.yaml"))["hyphened"]
    for source in folder("en").joinpath("words").iterdir():
        if source.name.endswith(".yaml"):
            for entry in read_yaml(source) or ():
                yield from _of_entry(entry)
    for words in read_yaml(folder("en").joinpath("classes.yaml")).values():
        yield from _with_hyphens(words)


def _of_entry(entry: Any) -> Iterator[str]:
    for key in ("verbs", "nouns", "adjectives"):
        yield from _with_hyphens(entry.get(key, ()))
    for filters in (entry.get("where") or {}, entry.get("unless") or {}):
        for words in filters.values():
            yield from _with_hyphens([words] if isinstance(words, str) else words)


def _with_hyphens(phrases: Any) -> Iterator[str]:
    yield from (word for phrase in phrases for word in str(phrase).split() if HYPHENED.fullmatch(word))
