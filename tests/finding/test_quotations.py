"""Quotations of every kind of mark, as text."""

from __future__ import annotations

import pytest

from dragoman.finding.quotations import find_quotations


def contents(text: str) -> list[str]:
    return [text[q.content.start : q.content.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il a dit : « Nous partons. »", ["Nous partons."]),
        ("« Oui », dit-il.", ["Oui"]),
        ("“We go,” she said. “Now.”", ["We go,", "Now."]),
        ('"We go," she said. "Now."', ["We go,", "Now."]),
        ("‘We go,’ she said.", ["We go,"]),
        ("'We go,' she said, 'now.'", ["We go,", "now."]),
        ("„Wir gehen“, sagte er.", ["Wir gehen"]),
        ("Un acte d'« insulte » et un taux qu'“on” dit bas.", ["insulte", "on"]),
        ('Il parle d\'"abandon".', ["abandon"]),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert contents(text) == expected


@pytest.mark.parametrize(
    "text", ["The workers' strike isn't over, he's sure.", "L’État n’a rien dit aujourd’hui.", "A 5\" pipe of the '90s.", ""]
)
def test_apostrophes_and_inches_are_no_marks(text: str) -> None:
    assert contents(text) == []


def test_an_apostrophe_inside_single_marks_does_not_close_them() -> None:
    assert contents("‘It’s ours,’ he said.") == ["It’s ours,"]


def test_nested_quotations_come_after_the_one_around_them() -> None:
    assert contents("« Il a crié “assez” hier », dit-elle.") == ["Il a crié “assez” hier", "assez"]


def test_a_quotation_reopened_at_each_paragraph_is_one() -> None:
    (found,) = find_quotations("“First.\n\n“Second,” she said.")
    assert found.closed
    assert (found.whole.start, found.whole.end) == (0, 18)


def test_a_quotation_that_nothing_closes_ends_with_its_sentence() -> None:
    text = "« Nous partons demain. Le ministre est resté.\nAutre paragraphe."
    (found,) = find_quotations(text)
    assert not found.closed
    assert text[found.content.start : found.content.end] == "Nous partons demain."


def test_offsets_are_of_the_text_as_read_and_begin_where_told() -> None:
    text = "date « 2020 » Il crie «\u202fassez\u202f»."
    (found,) = find_quotations(text, 14)
    assert text[found.content.start : found.content.end] == "assez"
    assert text[found.whole.start : found.whole.end] == "«\u202fassez\u202f»"
