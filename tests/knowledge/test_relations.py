"""What states are to one another."""

from __future__ import annotations

import pytest

from dragoman.knowledge import states
from dragoman.knowledge.relations import former_power, neighbours, of_form
from dragoman.knowledge.tables import table


def test_a_border_has_two_sides() -> None:
    assert all(code in neighbours(other) for code in states() for other in neighbours(code))


def test_the_tables_know_only_states() -> None:
    codes = {code for row in table("relations.tsv") for code in (row["code"], *row["neighbours"].split(), row["former_power"]) if code}
    assert codes | {code for row in table("forms.tsv") for code in row["states"].split()} <= set(states())


@pytest.mark.parametrize(("code", "number"), [("FRA", 9), ("DEU", 9), ("ZAF", 6), ("ISL", 0), ("LSO", 1)])
def test_neighbours(code: str, number: int) -> None:
    assert len(neighbours(code)) == number


def test_former_powers_and_forms() -> None:
    assert (former_power("PER"), former_power("NER"), former_power("FRA")) == ("ESP", "FRA", None)
    assert "MAR" in of_form("kingdom") and "FRA" not in of_form("kingdom") and not of_form("republic")
