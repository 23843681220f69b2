"""Names as the languages write them: accents, capitals, and all that one form may stand for."""

from __future__ import annotations

import pytest

from dragoman.knowledge import name_of, states
from dragoman.languages import available, language
from dragoman.languages.data import folder, read_table
from dragoman.model.spelling import fold, pieces


def codes(code: str, text: str) -> set[str | None]:
    return {sense.code for sense in language(code).names.exactly(text)}


@pytest.mark.parametrize(
    ("text", "folded"), [("États-Unis", ("etats", "unis")), ("São Tomé", ("sao", "tome")), ("l'Ukraine", ("l", "ukraine")), ("…", ())]
)
def test_pieces_are_folded_words(text: str, folded: tuple[str, ...]) -> None:
    assert pieces(text) == folded


def test_folding_takes_accents_and_capitals_away() -> None:
    assert fold("ÉRYTHRÉE") == fold("Erythree") == "erythree"


@pytest.mark.parametrize(
    ("code", "text", "party"),
    [
        ("fr", "États-Unis", "USA"),
        ("fr", "Etats-Unis", "USA"),
        ("fr", "ÉRYTHRÉE", "ERI"),
        ("fr", "érythréenne", "ERI"),
        ("fr", "Érythréens", "ERI"),
        ("fr", "Asmara", "ERI"),
        ("fr", "Maison Blanche", "USA"),
        ("fr", "ONU", "UN"),
        ("fr", "Otan", "NATO"),
        ("fr", "OTAN", "NATO"),
        ("en", "Eritrea", "ERI"),
        ("en", "Eritrean", "ERI"),
        ("en", "Eritreans", "ERI"),
        ("en", "Asmara", "ERI"),
        ("en", "White House", "USA"),
        ("en", "United Nations", "UN"),
        ("en", "UN", "UN"),
        ("en", "NATO", "NATO"),
        ("en", "U.S.", "USA"),
    ],
)
def test_a_name_in_its_spellings(code: str, text: str, party: str) -> None:
    assert party in codes(code, text)


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", "us"), ("en", "Us"), ("en", "who"), ("en", "turkey"), ("fr", "onu"), ("fr", "France Dupont"), ("fr", ""), ("en", "-")],
)
def test_words_that_are_no_names(code: str, text: str) -> None:
    assert codes(code, text) == set()


@pytest.mark.parametrize(("code", "seat"), [("en", "Brussels"), ("fr", "Bruxelles")])
def test_who_sits_in_a_town_comes_before_the_town(code: str, seat: str) -> None:
    senses = language(code).names.exactly(seat)
    assert [s.code for s in senses][0] == "EU"
    assert "BEL" in {s.code for s in senses}


@pytest.mark.parametrize("code", available())
def test_one_person_in_every_language(code: str) -> None:
    spelt = {"fr": "Vladimir Poutine", "en": "Vladimir Putin"}
    (sense,) = [s for s in language(code).names.exactly(spelt[code]) if s.kind == "person"]
    assert (sense.code, sense.id, sense.name) == ("RUS", "vladimir-putin", spelt[code])


@pytest.mark.parametrize("code", available())
def test_surnames_lead_to_people(code: str) -> None:
    assert "emmanuel-macron" in {s.id for s in language(code).names.surnames["macron"]}


@pytest.mark.parametrize("code", available())
def test_every_code_of_the_table_is_one_that_the_knowledge_has(code: str) -> None:
    assert not {row["code"] for row in read_table(folder(code).joinpath("names.tsv")) if name_of(row["code"]) is None}


@pytest.mark.parametrize("code", available())
def test_every_state_has_a_name_and_its_people_too(code: str) -> None:
    kinds: dict[str, set[str]] = {}
    for row in read_table(folder(code).joinpath("names.tsv")):
        kinds.setdefault(row["code"], set()).add(row["kind"])
    assert not [one for one in states() if "state" not in kinds.get(one, set())]
    nameless = {one for one, state in states().items() if state.kind == "state" and not {"adjective", "demonym"} & kinds[one]}
    assert nameless <= {"DMA"}  # "Dominican" is of the Dominican Republic
