"""Where paragraphs and sentences begin."""

from __future__ import annotations

import pytest

from dragoman.parsing.sentences import paragraphs, sentence_starts


def cut(paragraph: str) -> list[str]:
    starts = [*sentence_starts(paragraph), len(paragraph)]
    return [paragraph[a:b].strip() for a, b in zip(starts, starts[1:], strict=False)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Un.\nDeux.\n\n  Trois.  ", ["Un.", "Deux.", "Trois."]),
        ("  \n \n Un seul", ["Un seul"]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_a_line_is_a_paragraph_without_the_blanks_around_it(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in paragraphs(text)] == found


def test_paragraphs_from_an_offset_on() -> None:
    text = "date 2023-09 Un.\nDeux."
    assert [text[a:b] for a, b in paragraphs(text, text.index("Un"))] == ["Un.", "Deux."]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Le ministre part.", "Il reviendra lundi."],
        ["Part-il ?", "Nul ne le sait !", "On attend…", "Longtemps."],
        ['"We stay."', "He left."],
        ["Il a dit « non. »", "Elle a ri."],
        ["He left (in a hurry).", "She stayed."],
        ["The port is shut.", '"We stay," he said.'],
        ["La route est coupée.", "« Nous restons », dit-elle."],
        ["Ils étaient 40.", "12 sont partis."],
        ["Le vote aura lieu le 3.", "Ensuite, rien."],
        ["They met in Dec.", "The talks failed."],
        ["He saw Ferdinand Marcos Jr.", "The two men did not speak."],
        ["Elle a quitté l'U.E.", "Le vote suit."],
        ["He flew to the U.S.", "The talks failed."],
        ["États divisés.", "Élections en vue."],
    ],
)
def test_sentences_are_parted(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "M. Dubois a vu Mme. Petit avec le Dr. Roux.",
        "Gen. Mark Hill met Sen. Ann Poole on Jan. 4.",
        "Le Col. Bah a rejoint J. K. Amani.",
        pytest.param("Le gén. Bah a rejoint le col. Amani."),
        "Ferdinand Marcos Jr. Tuesday met Sen. Poole on Dec. 30 in St. Kitts.",
        "The U.S. Navy left the U.K. Embassy alone.",
        "Le prix est de 3.5 millions.",
        "une phrase sans majuscule. puis une autre",
        "Rien à la fin",
        "",
    ],
)
def test_a_sentence_is_not_cut_in_two(sentence: str) -> None:
    assert cut(sentence) == [sentence]
