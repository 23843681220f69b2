"""A derivation names the words, who they mean, the acts with their rules, and what became of them."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from dragoman.pipeline import trace
from dragoman.showing.derivation import explain


def explained(text: str, language: str) -> str:
    console = Console(file=io.StringIO(), width=200)
    console.print(explain(trace(text, language=language, published="2024-03-15")))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "La Norvège a condamné vendredi les frappes russes contre Kiev.", ["NOR", "UKR", "condamner", "2024-03-15"]),
        ("en", "Norway on Friday condemned Russian air strikes on Kyiv.", ["NOR", "UKR", "condemn", "2024-03-15"]),
    ],
)
def test_every_step_is_told(language: str, text: str, words: list[str]) -> None:
    shown = explained(text, language)
    for title in ("1. Words and tree", "2. What is mentioned", "3. Who is meant", "4. Acts", "5. Records"):
        assert title in shown
    for word in (*words, "event ACCUSE/disapprove", "status: actual", "rule: "):
        assert word in shown, word


def test_a_text_of_nothing_is_told_too() -> None:
    assert explained("Il pleut.", "fr").count("nothing") >= 3
