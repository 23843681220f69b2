"""Asking a text whom a word of it stands for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.pipeline import trace

StandsFor = Callable[[str, str, str], tuple[str, ...]]


@pytest.fixture
def stands_for() -> StandsFor:
    """The codes, in alphabetical order, that the last place of a word stands for in a text of a language."""

    def codes(code: str, text: str, word: str) -> tuple[str, ...]:
        found = trace(text, language=code, published="2024-03-15")
        places = [(s.index, t.index) for s in found.parsed.sentences for t in s if t.text == word]
        referent = found.cast.at(*places[-1])
        return tuple(sorted(referent.codes)) if referent else ()

    return codes
