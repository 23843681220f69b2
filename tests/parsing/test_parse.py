"""Trees of a whole document: every offset is one of the text as read."""

from __future__ import annotations

import pytest

from dragoman.model.text import Document, Parsed, Span
from dragoman.parsing import parse

MESSY = {
    "fr": "L’am\u00adbassade\u00a0: « Nous par\u200btons\u202f», dit-elle.\r\n\r\nLe port. est fermé",
    "en": "“We will leave,” the\u00a0am\u00adbassador’s aide said.\n\nThe port. is shut",
}


def words(parsed: Parsed) -> list[list[str]]:
    return [[parsed.document.text[t.start : t.end] for t in s] for s in parsed.sentences]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_word_stands_where_the_text_as_read_has_it(language: str) -> None:
    text = MESSY[language]
    parsed = parse(Document("d", text), language)
    shown = [t for s in parsed.sentences for t in s]
    invisible = str.maketrans("’“”", '\'""', "\u00ad\u200b")
    assert [text[t.start : t.end].translate(invisible) for t in shown] == [t.text for t in shown]
    assert all(a.end <= b.start for a, b in zip(shown, shown[1:], strict=False))
    covered = {i for t in shown for i in range(t.start, t.end)}
    assert not [c for i, c in enumerate(text) if i not in covered and c.isalnum()]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_sentences_and_paragraphs_are_numbered(language: str) -> None:
    parsed = parse(Document("d", MESSY[language]), language)
    assert [s.index for s in parsed.sentences] == [0, 1]
    assert [s.paragraph for s in parsed.sentences] == [0, 1]


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Le roi part. La reine reste. Personne ne rit"), ("en", "The king left. The queen stayed. Nobody laughed")],
)
def test_the_models_make_no_boundary_of_their_own(language: str, text: str) -> None:
    parsed = parse(Document("d", text), language)
    assert [text[s.span.start : s.span.end] for s in parsed.sentences] == _parts(text)
    assert {s.paragraph for s in parsed.sentences} == {0}


def _parts(text: str) -> list[str]:
    first, second, third = text.split(". ")
    return [f"{first}.", f"{second}.", third]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_sentence_is_one_tree(language: str) -> None:
    texts = {"fr": "La Chine, où « tout va bien », attend. L'Inde aussi.", "en": 'China, where "all is well", waits. India does too.'}
    for sentence in parse(Document("d", texts[language]), language).sentences:
        roots = [t for t in sentence if t.head == t.index]
        assert roots == [sentence.root]
        assert all(t.index == n and 0 <= t.head < len(sentence) for n, t in enumerate(sentence))
        assert {t.index for t in sentence.subtree(sentence.root)} == set(range(len(sentence)))


def test_nothing_before_the_body_and_nothing_of_the_dateline_is_parsed() -> None:
    text = "date 2024-05 news.example/a OSLO (NTB) — Le ministre part.\nIl revient."
    at = text.index("OSLO")
    parsed = parse(Document("d", text), "fr", "2024-05", body=at, dateline=Span(at, text.index("Le ")))
    assert words(parsed) == [["Le", "ministre", "part", "."], ["Il", "revient", "."]]
    assert parsed.published == "2024-05"


def test_the_words_before_a_dateline_are_parsed() -> None:
    text = "Un accord est signé\n\nOSLO (NTB) — Le ministre part."
    parsed = parse(Document("d", text), "fr", dateline=Span(text.index("OSLO"), text.index("Le ")))
    assert [w[0] for w in words(parsed)] == ["Un", "Le"]


@pytest.mark.parametrize("text", ["", " \n\t", "\u00ad\u200b"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_words_no_sentences(language: str, text: str) -> None:
    assert parse(Document("d", text), language).sentences == ()


def test_a_sentence_is_found_by_an_offset() -> None:
    parsed = parse(Document("d", "The king left. The queen stayed."), "en")
    assert parsed.sentence_at(16) is parsed.sentences[1]
    assert parsed.sentence_at(99) is None


def test_a_language_without_a_folder() -> None:
    with pytest.raises(KeyError):
        parse(Document("d", "Det."), "nb")
