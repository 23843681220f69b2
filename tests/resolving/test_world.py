"""What the knowledge says of people and places, as of a day."""

from __future__ import annotations

import pytest

from dragoman.languages import language
from dragoman.resolving.world import coordinates, country_of_dateline, country_of_town, officials


@pytest.mark.parametrize(
    ("day", "holds", "does_not", "of"),
    [
        ("2015-03-15", "francois-hollande", "donald-trump", "FRA"),
        ("2018-03-15", "donald-trump", "francois-hollande", "USA"),
        ("2022-03-15", "joe-biden", "donald-trump", "USA"),
        ("2025-03", "donald-trump", "joe-biden", "USA"),
    ],
)
def test_who_holds_an_office_depends_on_the_day(day: str, holds: str, does_not: str, of: str) -> None:
    offices = officials(day).of
    assert offices[holds] == of
    assert does_not not in offices


def test_both_holders_count_in_the_month_of_the_change() -> None:
    assert {"donald-trump", "joe-biden"} <= officials("2021-01").of.keys()


def test_without_a_day_everybody_counts_who_ever_held_an_office() -> None:
    assert {"francois-hollande", "joe-biden"} <= officials(None).of.keys()


def test_leaders_lead_a_state_on_the_day() -> None:
    assert {"francois-hollande"} <= officials("2015-03-15").leaders
    assert not {"joe-biden", "ursula-von-der-leyen"} & officials("2015-03-15").leaders
    assert officials(None).leaders == frozenset()


def test_a_commissioner_acts_for_the_union() -> None:
    assert officials("2024-03-15").of["ursula-von-der-leyen"] == "EU"


@pytest.mark.parametrize(
    ("town", "spoken_of", "country"),
    [
        ("Lyon", {}, "FRA"),
        ("Tripoli", {"LBN": 3}, "LBN"),
        ("Tripoli", {"LBY": 3}, "LBY"),
        ("Hyderabad", {"PAK": 2}, "PAK"),
        ("Hyderabad", {}, "IND"),
        ("Qwertyville", {}, None),
        ("", {}, None),
    ],
)
def test_a_town_is_in_a_country_that_the_text_speaks_of_else_a_large_one(town: str, spoken_of: dict[str, int], country: str | None) -> None:
    assert country_of_town(town, spoken_of) == country


@pytest.mark.parametrize(
    ("code", "place", "country"),
    [
        ("fr", "ALGER", "DZA"),
        ("en", "NEW DELHI", "IND"),
        ("en", "SHANGHAI", "CHN"),
        ("en", "QWERTYVILLE", None),
        pytest.param(
            *("en", "GENEVA", "CHE")
        ),
    ],
)
def test_the_country_of_a_dateline(code: str, place: str, country: str | None) -> None:
    assert country_of_dateline(place, language(code).names.exactly(place)) == country


@pytest.mark.parametrize(
    ("name", "country", "near"),
    [("Shanghai", "CHN", (31, 121)), ("Moscow", "RUS", (56, 38)), ("Nowhere", "NOR", (62, 10)), ("Tripoli", "LBN", (34, 36))],
)
def test_coordinates_are_the_towns_else_the_countrys(name: str, country: str, near: tuple[int, int]) -> None:
    found = coordinates(name, country)
    assert found is not None
    assert abs(found[0] - near[0]) < 3
    assert abs(found[1] - near[1]) < 4


def test_no_coordinates_for_what_is_no_state() -> None:
    assert coordinates("Brussels", "EU") is None
