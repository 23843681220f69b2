"""A question as a sentence without a parser: the words of a title or a name tell enough."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.languages import Language
from dragoman.languages.offices import fold
from dragoman.model.text import Sentence, Token

WORD = re.compile(r"['’]s\b|[^\W\d_]{1,2}['’](?!s\b)(?=\w)|\w(?:[\w.-]*\w)?|[^\w\s]")
"""A possessive, an elided word ("l'", "d'"), a word with its hyphens and stops, a mark."""


def sentence_of(text: str, language: Language) -> Sentence | None:
    """The words on one flat tree under the first; None for a text without any."""
    tokens = tuple(_tokens(text, language))
    return Sentence(0, 0, tokens) if tokens else None


def _tokens(text: str, language: Language) -> Iterator[Token]:
    for n, word in enumerate(WORD.finditer(text)):
        pos = _pos(word[0], language)
        yield Token(n, word[0], word[0].lower(), pos, {}, 0, "root" if n == 0 else "dep", word.start(), word.end())


def _pos(word: str, language: Language) -> str:
    titles, folded = language.titles, fold(word).rstrip("'")
    if not word[0].isalnum():
        return "PART" if word in titles.possessives else "PUNCT"
    if folded in titles.articles:
        return "DET"
    if folded in titles.links:
        return "ADP"
    if folded in titles.joins:
        return "CCONJ"
    return "PROPN" if word[0].isupper() else "NOUN"
