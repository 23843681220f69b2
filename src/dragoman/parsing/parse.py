"""Normalise, cut, parse, and set every offset back to the text as read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.languages import language as language_of
from dragoman.model.text import Document, Parsed, Sentence, Span, Token
from dragoman.parsing.normalised import Normalised, normalise
from dragoman.parsing.sentences import paragraphs, sentence_starts


def parse(document: Document, language: str, published: str | None = None, body: int = 0, dateline: Span | None = None) -> Parsed:
    """The trees of a document's text from offset `body` on, its dateline left out.

    Raises KeyError for a language that has no folder.
    """
    source = normalise(document.text)
    if dateline:
        source = source.without(source.at_or_after(dateline.start), source.at_or_after(dateline.end))
    spans = list(paragraphs(source.text, source.at_or_after(body)))
    texts = [source.text[a:b] for a, b in spans]
    trees = language_of(language).parser(texts, [sentence_starts(t) for t in texts])
    rows = ((n, spans[n][0], tokens) for n, found in enumerate(trees) for tokens in found if tokens)
    sentences = tuple(_numbered(source, rows))
    return Parsed(document, language, published, sentences, body, dateline)


def _numbered(source: Normalised, rows: Iterator[tuple[int, int, list[Token]]]) -> Iterator[Sentence]:
    for index, (paragraph, start, tokens) in enumerate(rows):
        yield Sentence(index, paragraph, tuple(_placed(source, start, t) for t in tokens))


def _placed(source: Normalised, start: int, token: Token) -> Token:
    first, last = source.as_read(start + token.start, start + token.end)
    return replace(token, start=first, end=last)
