"""What began on a day and is said further on to last until another."""

from __future__ import annotations

import pytest

import dragoman

CASES = [
    ("fr", "Wang Yi a entamé lundi une visite en Russie. Il sera en Russie jusqu'à jeudi.", ["2023-09-18/2023-09-21"]),
    ("fr", "Wang Yi a entamé lundi une visite en Russie. Il séjournera en Russie jusqu'à jeudi.", ["2023-09-18/2023-09-21"]),
    ("fr", "Wang Yi a entamé lundi une visite en Russie. Le ministre restera à Moscou jusqu'à jeudi.", ["2023-09-18/2023-09-21"]),
    ("en", "Wang Yi began a visit to Russia on Monday. He will be in Russia until Thursday.", ["2023-09-18/2023-09-21"]),
    ("en", "Wang Yi began a visit to Russia on Monday. He will stay until Thursday.", ["2023-09-18/2023-09-21"]),
    ("en", "Wang Yi began a visit to Russia on Monday. Emmanuel Macron will be in Egypt until Thursday.", ["2023-09-18"]),
    ("en", "Wang Yi began a visit to Russia on Monday. The embargo will remain until Thursday.", ["2023-09-18"]),
]


@pytest.mark.parametrize(("language", "text", "dates"), CASES)
def test_a_stay_is_united_with_what_began(language: str, text: str, dates: list[str]) -> None:
    coded = dragoman.code(text, language=language, published="2023-09-18")
    assert [e.date for e in coded.events if e.mode == "visit"] == dates
