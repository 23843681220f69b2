"""What page a text stands on, and what counts there."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.coding.pages import Page, page_of
from dragoman.languages import language
from dragoman.languages.contexts import build
from dragoman.model.text import Document
from dragoman.parsing import parse

MATCH = "The striker scored twice in the second half. The referee waved away a penalty. The coach praised his team after the match."
TALKS = "The foreign minister met the ambassador. The government wants a truce. The army said that two soldiers died."
NOVEL = "The novel tells of a siege. Its hero, a soldier, shells the town. The author won a prize for her first book."


def page(text: str, code: str = "en") -> Page:
    return page_of(parse(Document("text", text), code).sentences, language(code).pages)


def types(text: str, code: str = "en") -> list[str]:
    records = dragoman.code(text, language=code, published="2024-03-01").records()
    return [record["type"] for record in records if record["record"] == "event"]


def test_words_tell_the_page() -> None:
    assert page(MATCH).ordinary and page(MATCH).sport
    assert not page(TALKS).ordinary
    assert page(NOVEL).ordinary and page(NOVEL).works


def test_one_sentence_must_say_it_clearly() -> None:
    assert not page("Kenya beat Ghana in the final.").ordinary
    assert page("The striker missed a penalty in the second half of the match.").ordinary


def test_a_long_text_that_says_nothing_of_public_affairs_is_ordinary() -> None:
    assert page("It was late. The lamp burned low. Nobody spoke. A dog barked.").ordinary


def test_law_and_crime_tell_nothing_of_the_page() -> None:
    cues = build({"state": [["minister"]], "force": [[]], "public": [[]], "law": [["police"]], "crime": [["thief"]], "work": [[]]})
    sentences = parse(Document("text", "Police caught the thief. The minister thanked the police."), "en").sentences
    assert not page_of(sentences, cues).ordinary


@pytest.mark.parametrize(
    "told",
    [
        f"{MATCH} Italy attacked Spain from the left.",
        f"{MATCH} The Spanish captain accused the Italian goalkeeper of cheating.",
        f"{NOVEL} A Russian general arrests the Polish spy.",
    ],
)
def test_teams_players_and_heroes_do_nothing_on_ordinary_pages(told: str) -> None:
    assert types(told) == []


def test_the_state_police_and_courts_act_on_any_page() -> None:
    assert "ACCUSE" in types(f"{MATCH} The Spanish government condemned Italy.")
    assert "COERCE" in types(f"{MATCH} Italian police arrested twelve fans.")
    assert "COERCE" in types(f"{MATCH} Iran arrested the goalkeeper.")
    assert "SANCTION" in types(f"{NOVEL} An Italian court sentenced the man to prison.")


def test_workers_strike_on_any_page() -> None:
    text = "French train drivers went on strike on Friday. Tourists were stranded on beaches and in hotels. Cooks served soup."
    assert types(text) == ["PROTEST"]


def test_animals_and_weather_act_for_nobody() -> None:
    assert types("A French dog attacked a German minister.") == []
    assert types("A Chinese virus attacked the government.") == []
