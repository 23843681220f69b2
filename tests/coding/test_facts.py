"""Offices held, gained and lost, memberships and absences, on texts of our own in both languages."""

from __future__ import annotations

from functools import cache

import pytest

from dragoman import code
from dragoman.languages.facts import FactWords, Phrase, build, load_facts, load_owners
from dragoman.model.records import Fact

WHEN = "2024-05-15"


@cache
def facts(language: str, text: str, published: str = WHEN) -> tuple[Fact, ...]:
    return code(text, language=language, published=published).facts


def tenures(language: str, text: str) -> set[tuple[str | None, str | None, str | None, str | None]]:
    return {(f.person, f.office, f.of, f.change) for f in facts(language, text) if f.kind == "tenure"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le ministre polonais de l'Intérieur, Adam Wolski, a parlé mardi.", ("Adam Wolski", "interior minister", "POL", "holds")),
        ("fr", "Adam Wolski, ministre polonais de la Défense, a parlé mardi.", ("Adam Wolski", "defence minister", "POL", "holds")),
        ("fr", "L'ancien président polonais Adam Wolski a parlé mardi.", ("Adam Wolski", "president", "POL", "left")),
        ("en", "Polish Foreign Minister Adam Wolski spoke on Tuesday.", ("Adam Wolski", "foreign minister", "POL", "holds")),
        ("en", "Former Polish president Adam Wolski spoke on Tuesday.", ("Adam Wolski", "president", "POL", "left")),
        ("en", "Poland's defense minister, Adam Wolski, spoke on Tuesday.", ("Adam Wolski", "defence minister", "POL", "holds")),
    ],
)
def test_a_title_beside_a_name_is_a_tenure(language: str, text: str, expected: tuple[str, ...]) -> None:
    assert tenures(language, text) == {expected}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le ministre a parlé mardi à Varsovie."),
        ("fr", "Les ministres de la Défense se sont réunis mardi à Varsovie."),
        ("en", "The minister spoke on Tuesday in Warsaw."),
        ("en", "A former president was seen on Tuesday in Warsaw."),
    ],
)
def test_a_title_without_a_person_is_none(language: str, text: str) -> None:
    assert facts(language, text) == ()


@pytest.mark.parametrize(
    ("language", "text", "change", "date"),
    [
        ("fr", "Le ministre polonais de l'Intérieur, Adam Wolski, a démissionné lundi.", "left", "2024-05-13"),
        ("fr", "Le ministre polonais de l'Intérieur Adam Wolski a été limogé lundi.", "left", "2024-05-13"),
        ("fr", "Adam Wolski a été nommé lundi ministre polonais de l'Intérieur.", "appointed", "2024-05-13"),
        ("en", "Poland's interior minister, Adam Wolski, resigned on Monday.", "left", "2024-05-13"),
        ("en", "Polish Interior Minister Adam Wolski was dismissed on Monday.", "left", "2024-05-13"),
        ("en", "Adam Wolski was appointed Polish interior minister on Monday.", "appointed", "2024-05-13"),
    ],
)
def test_words_of_change_begin_and_end_a_tenure(language: str, text: str, change: str, date: str) -> None:
    found = [f for f in facts(language, text) if f.person == "Adam Wolski"]
    assert [(f.office, f.of, f.change, f.date) for f in found] == [("interior minister", "POL", change, date)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'opposition a appelé le président polonais Adam Wolski à démissionner."),
        ("fr", "Le président polonais Adam Wolski n'a pas démissionné."),
        ("fr", "Le président polonais Adam Wolski pourrait démissionner."),
        ("en", "The opposition urged Polish President Adam Wolski to resign."),
        ("en", "Polish President Adam Wolski did not resign."),
        ("en", "Polish President Adam Wolski may resign."),
    ],
)
def test_what_is_asked_denied_or_possible_is_no_change(language: str, text: str) -> None:
    assert {change for _, _, _, change in tenures(language, text)} == {"holds"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le ministre polonais de l'Intérieur, Adam Wolski, a été limogé lundi. Il sera remplacé par Jan Nowicki."),
        ("en", "Poland's interior minister, Adam Wolski, was dismissed on Monday. He will be replaced by Jan Nowicki."),
    ],
)
def test_a_successor_takes_the_office_on_the_day_that_it_is_left(language: str, text: str) -> None:
    found = {(f.person, f.change, f.date) for f in facts(language, text)}
    assert found == {("Adam Wolski", "left", "2024-05-13"), ("Jan Nowicki", "appointed", "2024-05-13")}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "L'Italie, membre du G7, s'est abstenue lundi.", (("ITA",), "G7", "member")),
        ("fr", "Londres, membre permanent du Conseil de sécurité, a refusé lundi.", (("GBR",), "UNSC", "permanent member")),
        ("fr", "La Finlande a rejoint l'Otan en avril 2023.", (("FIN",), "NATO", "member")),
        ("fr", "La Serbie, candidate à l'entrée dans l'Union européenne, s'est abstenue lundi.", (("SRB",), "EU", "candidate")),
        ("en", "Japan, a member of the G7, protested on Tuesday.", (("JPN",), "G7", "member")),
        ("en", "Finland joined NATO in April 2023.", (("FIN",), "NATO", "member")),
        ("en", "Britain left the European Union in 2020.", (("GBR",), "EU", "left")),
        ("en", "Lawmakers in Rome backed Georgia's bid to join NATO.", (("GEO",), "NATO", "candidate")),
    ],
)
def test_memberships(language: str, text: str, expected: tuple[tuple[str, ...], str, str]) -> None:
    assert {(f.member, f.organization, f.role) for f in facts(language, text)} == {expected}


@pytest.mark.parametrize(
    ("language", "text", "since"),
    [
        ("fr", "Le général polonais Adam Wolski n'a plus paru en public depuis le 3 mai.", "2024-05-03"),
        ("fr", "Le président polonais Adam Wolski n'a pas été revu depuis le 3 mai.", "2024-05-03"),
        ("en", "Polish President Adam Wolski has not been seen in public since May 3.", "2024-05-03"),
        ("en", "Polish President Adam Wolski disappeared from public view on May 3.", "2024-05-03"),
    ],
)
def test_absences(language: str, text: str, since: str) -> None:
    assert [(f.person, f.code, f.since) for f in facts(language, text) if f.kind == "absence"] == [("Adam Wolski", "POL", since)]


def test_facts_stand_in_the_text_and_keep_their_ids() -> None:
    text = "Adam Wolski, ministre polonais de la Défense, a parlé mardi."
    found = facts("fr", text)
    assert all(text[f.evidence.start : f.evidence.end] == f.evidence.text for f in found)
    assert found == code(text, language="fr", published=WHEN).facts


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_files_of_the_languages_load(language: str) -> None:
    words = load_facts(language)
    assert words.tenures and words.roles and words.absences and words.seats
    assert all(w.new or w.old for rows in words.tenures.values() for w in rows)


def test_phrases_are_read_head_first_longest_first() -> None:
    raw: dict[str, list[dict[str, object]]] = {key: [] for key in FactWords.__annotations__}
    raw["tenures"] = [{"old": "subj", "verbs": ["quitter", "quitter la fonction", "se démettre"]}]
    words = build(raw, frozenset({"la"}))
    assert [w.phrase for w in words.tenures["quitter"]] == [Phrase(("quitter", "fonction")), Phrase(("quitter",))]
    assert words.tenures["démettre"][0].phrase.reflexive


def test_an_office_of_one_owner() -> None:
    assert load_owners().offices["pope"] == "VAT"
