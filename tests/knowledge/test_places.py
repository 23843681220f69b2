"""Towns by name."""

from __future__ import annotations

import time

import pytest

from dragoman.knowledge import places, states
from dragoman.knowledge.check import check_cities
from dragoman.knowledge.places import find_city, fold


@pytest.mark.parametrize(
    ("name", "country", "latitude", "longitude"),
    [
        ("Londres", "GBR", 51.5, -0.1),
        ("London", "GBR", 51.5, -0.1),
        ("Moscou", "RUS", 55.8, 37.6),
        ("Kharkov", "UKR", 50.0, 36.2),
        ("SAINT-PETERSBOURG", "RUS", 59.9, 30.3),
        ("Le Caire", "EGY", 30.1, 31.2),
        ("Goma", "COD", -1.7, 29.2),
        ("Alep", "SYR", 36.2, 37.2),
        ("Avdiïvka", "UKR", 48.1, 37.7),
    ],
)
def test_find_city(name: str, country: str, latitude: float, longitude: float) -> None:
    city = find_city(name)[0]
    assert city.country == country
    assert city.latitude == pytest.approx(latitude, abs=0.2)
    assert city.longitude == pytest.approx(longitude, abs=0.2)


def test_the_most_populous_comes_first() -> None:
    towns = find_city("San José")
    assert len(towns) > 2
    assert [c.population for c in towns] == sorted((c.population for c in towns), reverse=True)


@pytest.mark.parametrize("name", ["", "\t", "lundi", "Poutine", "the", "Xyzzy"])
def test_what_is_no_town(name: str) -> None:
    assert find_city(name) == ()


@pytest.mark.parametrize(
    "name", ["mars", "mai", "June", "Marie", "Paul", "Victor", "Union", "Police", "Nord", "Florence", "Orange", "Reading"]
)
def test_words_and_first_names_are_no_large_towns(name: str) -> None:
    assert not [c for c in find_city(name) if c.population >= 400_000]


def test_every_country_is_known() -> None:
    rows = places._rows()
    assert {row.split("\t")[3] for row in rows} <= states().keys()
    assert len(rows) > 100_000
    assert list(rows) == sorted(rows)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("oz\t000\tOz\tZZZ\t1.00\t2.00\t3", "cities: Oz: no state ZZZ"),
        ("oz\t000\tOz\tFRA\t91.00\t2.00\t3", "cities: Oz: no such place on Earth: 91.00 2.00 3"),
        ("Oz\t000\tOz\tFRA\t1.00\t2.00\t3", "cities: Oz: Oz is no key"),
        ("oz\t000\tOz\tFRA", "cities: oz 000 Oz FRA: 4 cells"),
    ],
)
def test_a_broken_town_is_complained_of(line: str, complaint: str) -> None:
    assert list(check_cities([line])) == [complaint]


def test_towns_out_of_order_are_complained_of() -> None:
    lines = ["oz\t000\tOz\tFRA\t1.00\t2.00\t3", "ab\t000\tAb\tFRA\t1.00\t2.00\t3"]
    assert list(check_cities(lines)) == ["cities: ab is out of order"]


def test_it_loads_fast() -> None:
    places._rows.cache_clear()
    start = time.process_time()
    find_city("Paris")
    assert time.process_time() - start < 0.3


def test_fold() -> None:
    assert fold("Saint-Étienne ") == "saint etienne"
