"""When dates, names, offices and sides count as the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.errors import BadInput
from dragoman.evaluating import load_gold
from dragoman.evaluating.dates import same_date
from dragoman.evaluating.likeness import codes, same_name, same_office


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        (None, None, True),
        ("2023-09-18", None, False),
        ("2023-09-18", "2023-09-19", True),
        ("2023-09-18", "2023-09-20", False),
        ("2023-09", "2023-09-01/2023-09-30", True),
        ("2023-09-18/..", "2023-09-18/..", True),
        ("2023-09-18/..", "2023-09-18/2023-09-21", False),
        ("../2023-07", "../2023-08-01", True),
        ("[2023-09-04,2023-09-11]", "2023-09-04/2023-09-11", True),
        ("2022-12~", "2022-12-20", True),
        ("2022-12~", "2023-02", False),
        ("../2022-12~", "2022-12-20", True),
        ("2022-12~/..", "../2023", False),
        ("2023", "someday", False),
    ],
)
def test_same_date(gold: str | None, found: str | None, same: bool) -> None:
    assert same_date(gold, found) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sergueï Lavrov", "LAVROV", True),
        ("Wang Yi", "Wang", True),
        ("Élodie d’Arc", "elodie d'arc", True),
        ("Kim Jong Un", "Moon Jae Un", False),
        ("John Kerry", "Teresa Kerry", True),
        ("", "Kerry", False),
        (None, None, False),
    ],
)
def test_same_name(one: str | None, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same


def test_same_office() -> None:
    assert same_office("foreign minister", "minister of foreign affairs")
    assert not same_office("foreign minister", "defence minister of the state")
    assert not same_office("", "")


def test_codes_of_any_form() -> None:
    assert codes(["FRA", {"code": "USA"}, {"code": ["RUS", None]}, None]) == {"FRA", "USA", "RUS"}
    assert codes(None) == frozenset()


def test_gold_that_is_not_in_its_text_names_the_file(tmp_path: Path) -> None:
    event = {"type": "ACCUSE", "triggers": [["non", 2]]}
    fields = {"id": "g", "language": "fr", "published": "2024", "text": "non.", "events": [event], "statements": [], "facts": []}
    (tmp_path / "g.json").write_text(json.dumps(fields))
    with pytest.raises(BadInput, match=r"g\.json: not a gold file: substring not found"):
        load_gold(tmp_path)
