"""Names in sentences: the tables' first, then other capitalised runs; none inside another."""

from __future__ import annotations

import pytest

from dragoman.finding.names import find_names
from dragoman.languages import language
from dragoman.model.mentions import Mention, OfficeMention
from dragoman.model.text import Document, Sentence
from dragoman.parsing import parse


def mentions(code: str, text: str, offices: tuple[OfficeMention, ...] = ()) -> tuple[Sentence, tuple[Mention, ...]]:
    sentence = parse(Document("d", text), code).sentences[0]
    return sentence, find_names(sentence, language(code).names, language(code).grammar, offices)


def names(code: str, text: str) -> list[tuple[str, str, str | None]]:
    """(words, kind, code) of the likeliest sense of each."""
    sentence, found = mentions(code, text)
    return [(text[sentence[m.first].start : sentence[m.last].end], m.kind, m.senses[0].code) for m in found]


FRENCH = [
    ("Les Etats-Unis et l'Union européenne négocient.", [("Etats-Unis", "state", "USA"), ("Union européenne", "organization", "EU")]),
    ("La Maison Blanche a salué l'ONU.", [("Maison Blanche", "seat", "USA"), ("ONU", "organization", "UN")]),
    ("Des milliers de Polonais ont manifesté.", [("Polonais", "demonym", "POL")]),
    ("Les soldats érythréens ont quitté Asmara.", [("érythréens", "adjective", "ERI"), ("Asmara", "capital", "ERI")]),
    ("Le Hezbollah a tiré sur Tsahal.", [("Hezbollah", "group", "HEZBOLLAH"), ("Tsahal", "body", "ISR")]),
    ("La Corée du Nord a menacé la Corée du Sud.", [("Corée du Nord", "state", "PRK"), ("Corée du Sud", "state", "KOR")]),
    ("Ahmed ben Rachid al-Tamimi est parti.", [("Ahmed ben Rachid al-Tamimi", "person", None)]),
    ("Le marché s'est tenu dans la rue.", []),
]
ENGLISH = [
    ("The European Union and the African Union met.", [("European Union", "organization", "EU"), ("African Union", "organization", "AU")]),
    ("The White House praised NATO.", [("White House", "seat", "USA"), ("NATO", "organization", "NATO")]),
    ("Turkey ate turkey.", [("Turkey", "state", "TUR")]),
    ("US officials told us nothing.", [("US", "state", "USA")]),
    ("Eritrean soldiers left Asmara.", [("Eritrean", "adjective", "ERI"), ("Asmara", "capital", "ERI")]),
    ("Hezbollah fired at the Pentagon.", [("Hezbollah", "group", "HEZBOLLAH"), ("Pentagon", "body", "USA")]),
    ("North Korea threatened South Korea.", [("North Korea", "state", "PRK"), ("South Korea", "state", "KOR")]),
    (
        "Mr. Okonkwo-Bell thanked Dr. Ahmed bin Rashid al-Tamimi.",
        [("Okonkwo-Bell", "person", None), ("Ahmed bin Rashid al-Tamimi", "person", None)],
    ),
    ("Emmanuel Macron smiled.", [("Emmanuel Macron", "person", "FRA")]),
    ("The market was held in the street.", []),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert names("fr", text) == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert names("en", text) == expected


def test_a_state_within_a_persons_name_is_no_state() -> None:
    assert names("en", "Jordan's king met Michael Jordan.")[1:] == [("Michael Jordan", "person", None)]


def test_a_state_within_a_towns_name_is_no_state() -> None:
    assert names("en", "Puerto Jordan is a town.") == [("Puerto Jordan", "city", None)]


@pytest.mark.parametrize(("code", "text"), [("en", "Brussels agreed."), ("fr", "Bruxelles a accepté.")])
def test_all_senses_are_kept_likeliest_first(code: str, text: str) -> None:
    (mention,) = mentions(code, text)[1]
    assert [s.code for s in mention.senses] == ["EU", "BEL"]


@pytest.mark.parametrize(
    ("code", "text", "head"),
    [
        ("fr", "L'Union européenne négocie.", "Union"),
        ("en", "The European Union met.", "Union"),
        ("en", "Emmanuel Macron smiled.", "Macron"),
    ],
)
def test_the_head_is_the_word_that_hangs_outside(code: str, text: str, head: str) -> None:
    sentence, (mention,) = mentions(code, text)
    assert sentence[mention.head].text == head


def test_a_title_of_office_belongs_to_no_name() -> None:
    text = "Prime Minister Bola Adeyinka resigned."
    office = OfficeMention(0, 0, 1, 1, "prime minister", "government", person=3)
    sentence, found = mentions("en", text, (office,))
    assert [(sentence[m.first].text, sentence[m.last].text) for m in found] == [("Bola", "Adeyinka")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "La Chine, la Russie, l'ONU et Emmanuel Macron ont vu Xi Jinping à New York."),
        ("en", "China, Russia, the UN and Emmanuel Macron met Xi Jinping in New York."),
    ],
)
def test_names_stand_in_order_and_never_overlap(code: str, text: str) -> None:
    found = mentions(code, text)[1]
    assert len(found) == 6
    assert all(a.last < b.first for a, b in zip(found, found[1:], strict=False))
    assert all(m.first <= m.head <= m.last for m in found)
