"""A user's own knowledge decides who is who in a dispatch, where our tables know nobody of the name."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.knowledge.own import FOLDER_VARIABLE, import_file
from dragoman.model.mentions import Referent
from dragoman.pipeline import code, trace

OWN = """name,code,office,from,to,aliases,sector,kind
Zorvan Ketteridge,KAZ,Minister of Defence,2022-03-01,,Zorvane Ketteridge,,
Zorvan Ketteridge,UZB,,,,,,
Ondine Vasquelle,PER,Director General,2020,2023,,,
Ligue Borvane,MLI,,,,Borvan League,REB,organization
Arlo Quimbet,TUR,,,,,,
Arlo Quimbet,GRC,,,,,,
"""


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "own.csv"
    file.write_text(OWN, "utf-8")
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "kept"))
    import_file(file, tmp_path / "kept")
    return tmp_path / "kept"


def person(language: str, text: str, word: str, published: str = "2024-03-15") -> Referent | None:
    found = trace(text, language=language, published=published)
    places = [(s.index, t.index) for s in found.parsed.sentences for t in s if t.text == word]
    return found.cast.at(*places[-1])


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Zorvane Ketteridge a condamné mardi les frappes russes contre Kiev. Ketteridge est reparti."),
        ("en", "Zorvan Ketteridge on Tuesday condemned the Russian strikes on Kyiv. Ketteridge left."),
    ],
)
def test_whoever_holds_an_office_on_the_day_is_meant_and_known_by_surname_then(language: str, text: str) -> None:
    referent = person(language, text, "Ketteridge")
    assert referent is not None
    assert referent.codes == ("KAZ",)
    (condemned,) = (e for e in code(text, language=language, published="2024-03-15").events if e.type == "ACCUSE")
    assert [p.code for p in condemned.actor] == ["KAZ"]


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("fr", "Arlo Quimbet a condamné la grève.", "Quimbet"),  # two of the name, and nothing decides
        ("en", "Arlo Quimbet condemned the strike.", "Quimbet"),
        ("fr", "Le directeur général a parlé.", "directeur"),  # an office's own name is no one
    ],
)
def test_nothing_is_guessed(language: str, text: str, word: str) -> None:
    referent = person(language, text, word)
    assert referent is None or not referent.codes


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("language", "text", "word"),
    [("fr", "La Ligue Borvane a tué un soldat.", "Borvane"), ("en", "The Borvan League killed a soldier.", "League")],
)
def test_an_organisation_of_ones_own(language: str, text: str, word: str) -> None:
    referent = person(language, text, word)
    assert referent is not None
    assert [(p.code, p.sector) for p in referent.parties] == [("MLI", "REB")]


def test_the_country_told_of_decides_between_two(kept: Path) -> None:
    referent = person("en", "Turkey protested. Arlo Quimbet condemned the strike.", "Quimbet")
    assert referent is not None
    assert referent.codes == ("TUR",)


def test_without_a_folder_nobody_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "none"))
    referent = person("en", "Ondine Vasquelle left.", "Vasquelle")
    assert referent is None or not referent.codes
    assert not (tmp_path / "none").exists()
