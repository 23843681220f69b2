"""Titles as lists of offices write them, and the short names they come to."""

from __future__ import annotations

import pytest

from dragoman.languages.office_names import office_named


@pytest.mark.parametrize(
    ("title", "office", "klass"),
    [
        ("Minister of Foreign Affairs", "foreign minister", "foreign"),
        ("Minister of Foreign Affairs of Kazakhstan", "foreign minister", "foreign"),
        ("Minister for Foreign Affairs (Sweden)", "foreign minister", "foreign"),
        ("Kazakh foreign minister", "foreign minister", "foreign"),
        ("Deputy Minister of Defence of Russia", "deputy defence minister", "defence"),
        ("Prime Minister of the United Kingdom", "prime minister", "government"),
        ("Secretary General of NATO", "secretary-general", "organisation"),
        ("ministre des Affaires étrangères de la France", "foreign minister", "foreign"),
    ],
)
def test_a_title_of_which_every_word_is_known(title: str, office: str, klass: str) -> None:
    assert office_named(title) == (office, klass)


@pytest.mark.parametrize(
    "title",
    ["", "!", "'s", "Minister of Fisheries and Oceans", "former President of France", "Governor of Texas", "head coach", "Head of Sales"],
)
def test_any_other_stays_as_it_is(title: str) -> None:
    assert office_named(title) is None
