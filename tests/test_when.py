"""`dragoman.when` and `dragoman when`."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

import dragoman
from dragoman.cli import app
from dragoman.model.time import Time

RUN = CliRunner()
FEBRUARY = "[2023-02-04..2023-02-05,2023-02-11..2023-02-12,2023-02-18..2023-02-19,2023-02-25..2023-02-26]"


def test_the_question_of_the_readme() -> None:
    (found,) = dragoman.when("depuis environ trois semaines", language="fr", published="2023-09")
    assert (found.date, found.precision, found.text) == ("2023-08~/..", "open", "depuis environ trois semaines")
    assert found.as_dict() == {
        "text": "depuis environ trois semaines",
        "start": 0,
        "end": 29,
        "date": "2023-08~/..",
        "precision": "open",
        "rule": "lasting",
    }


@pytest.mark.parametrize(
    ("words", "code", "date", "precision"),
    [
        ("lundi", "fr", "2023-09-18", "day"),
        ("la semaine dernière", "fr", "2023-09-11/2023-09-17", "week"),
        ("last month", "en", "2023-08", "month"),
        ("en 2022", "fr", "2022", "year"),
        ("in the 1990s", "en", "1990/1999", "longer"),
        ("until Friday", "en", "../2023-09-22", "open"),
    ],
)
def test_a_mere_expression(words: str, code: str, date: str, precision: str) -> None:
    (found,) = dragoman.when(words, language=code, published="2023-09-18")
    assert (found.text, found.date, found.precision) == (words, date, precision)


@pytest.mark.parametrize(
    ("words", "code", "published", "date"),
    [
        ("He left the day before.", "en", "2023-09", "2023-08-31/2023-09-29"),
        ("Il est parti la veille.", "fr", "2023-09", "2023-08-31/2023-09-29"),
        ("He left the day before.", "en", "2023", "2022-12-31/2023-12-30"),
        ("They met in Q3 2023.", "en", "2024-01-03", "2023-07/2023-09"),
        ("They met in Q3.", "en", "2024-01-03", "2023-07/2023-09"),
        ("Ils se sont vus au T3 2023.", "fr", "2024-01-03", "2023-07/2023-09"),
        ("Ils se sont vus au 3e trimestre 2023.", "fr", "2024-01-03", "2023-07/2023-09"),
        ("Il a plu les week-ends de février 2023.", "fr", "2023-10-03", FEBRUARY),
        ("It rained on the weekends of February 2023.", "en", "2023-10-03", FEBRUARY),
    ],
)
def test_no_day_is_told_that_is_not_known(words: str, code: str, published: str, date: str) -> None:
    assert [m.date for m in dragoman.when(words, language=code, published=published)] == [date]


def test_every_expression_of_a_text_in_its_order_with_its_place() -> None:
    text = "Il est venu lundi.\n\nIl repartira jeudi."
    found = dragoman.when(text, language="fr", published="2023-09-18")
    assert [(m.date, text[m.start : m.end]) for m in found] == [("2023-09-18", "lundi"), ("2023-09-21", "jeudi")]


def test_when_an_act_happened() -> None:
    text = "Mwangi shelved the tax on Tuesday, a day after looters ransacked City Hall."
    at = text.index("ransacked"), text.index("ransacked") + 9
    (found,) = dragoman.when(text, language="en", published="2024-06-28", at=at)
    assert found.date == "2024-06-24"
    assert dragoman.when("They signed a pact.", language="en", published="2024-06-28", at=(5, 11)) == ()


ACTS = [
    ("en", "Israel bombed and shelled Gaza on Friday.", "bombed", "2023-09-15"),
    ("en", "Police stopped the lorry and searched it on Friday.", "stopped", "2023-09-15"),
    ("en", "Israel bombed Gaza and Egypt condemned it on Friday.", "bombed", None),
    ("en", "The minister resigned and will leave on Friday.", "resigned", None),
    ("fr", "La France a condamné et rejeté vendredi le projet.", "condamné", "2023-09-15"),
    ("fr", "Wang Yi a entamé lundi une visite en Russie.", "visite", "2023-09-18"),
]


@pytest.mark.parametrize(("code", "text", "word", "date"), ACTS)
def test_verbs_share_a_date_and_lend_it_to_the_noun_they_carry(code: str, text: str, word: str, date: str | None) -> None:
    at = text.index(word), text.index(word) + len(word)
    assert [m.date for m in dragoman.when(text, language=code, published="2023-09-18", at=at)] == ([date] if date else [])


STAYS = [
    ("fr", "Il sera en Russie jusqu'à jeudi.", "../2023-09-21"),
    ("fr", "Il restera en Russie jusqu'à jeudi.", "../2023-09-21"),
    ("fr", "Il était en Russie jusqu'à jeudi.", "../2023-09-14"),
    ("en", "He will be in Russia until Thursday.", "../2023-09-21"),
    ("en", "He is to stay in Russia until Thursday.", "../2023-09-21"),
    ("en", "He was in Russia until Thursday.", "../2023-09-14"),
]


@pytest.mark.parametrize(("code", "text", "date"), STAYS)
def test_until_looks_where_its_verb_looks(code: str, text: str, date: str) -> None:
    assert [m.date for m in dragoman.when(text, language=code, published="2023-09-18")] == [date]


def test_without_a_publication_date_only_full_dates_are_told() -> None:
    assert [m.date for m in dragoman.when("He came on Monday, then on May 9, 2019.", language="en")] == ["2019-05-09"]


def test_what_makes_no_sense_is_refused() -> None:
    with pytest.raises(dragoman.BadDate):
        dragoman.when("lundi", language="fr", published="soon")
    with pytest.raises(dragoman.BadDate, match="20230918"):
        dragoman.when("lundi", language="fr", published=20230918)  # type: ignore[arg-type]
    with pytest.raises(dragoman.BadDate, match="9999"):
        dragoman.code("Il dort.", language="fr", published="9999")
    with pytest.raises(dragoman.BadUsage):
        dragoman.when("lundi", language="fr", published="2023", at=(3, 99))
    with pytest.raises(dragoman.UnknownLanguage):
        dragoman.when("am Montag", language="de", published="2023")


def test_the_command_writes_a_table_or_json() -> None:
    asked = ["when", "Il est venu lundi.", "--language", "fr", "--published", "2023-09-18"]
    shown = RUN.invoke(app, asked)
    assert shown.exit_code == 0 and "2023-09-18" in shown.stdout and "lundi" in shown.stdout
    (line,) = RUN.invoke(app, [*asked, "--json"]).stdout.splitlines()
    assert json.loads(line)["date"] == "2023-09-18"


def test_the_command_says_in_a_line_what_is_wrong() -> None:
    nothing = RUN.invoke(app, ["when", "Il dort.", "--language", "fr", "--published", "2023"])
    assert nothing.exit_code == 1 and nothing.stderr.count("\n") == 1
    assert RUN.invoke(app, ["when", "lundi", "--published", "soon"]).exit_code == 2
    assert RUN.invoke(app, ["when", "lundi", "--published", "9999"]).exit_code == 2


def test_an_event_says_how_precise_its_date_is() -> None:
    coded = dragoman.code("Emmanuel Macron a rencontré Vladimir Poutine la semaine dernière.", language="fr", published="2023-09-18")
    (event,) = coded.events
    assert (event.date, event.date_precision) == ("2023-09-11/2023-09-17", "week")
    assert event.as_dict()["date_precision"] == "week"


BAD = [
    "Ils se réuniront le 31 février.",
    "Il est né le 35 mai.",
    "Il est venu le 9 mai 9999.",
    "Il est venu en l'an 0.",
    "Du 20 au 10 mai 2023.",
    "De 2018 à 2012.",
    "12 345 67 8901 0 99 31 2 1000000",
    "0/0/0000 99.99.9999 00-00-0000",
]


@pytest.mark.parametrize("text", BAD)
def test_bad_input_is_no_date(text: str) -> None:
    assert dragoman.when(text, language="fr", published="2023-09-18") == ()


PIECES = """31 35 0 00 9999 février mai lundi en du au le de à et depuis jusqu'au dernier prochain / - . , : 2023 1er fin mi""".split()  # noqa: SIM905


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.integers(0, 99999).map(str)), min_size=1, max_size=12).map(" ".join))
def test_anything_goes(text: str) -> None:
    for code in ("fr", "en"):
        for moment in dragoman.when(text, language=code, published="2023-09-18"):
            assert Time.parse(moment.date).edtf == moment.date
            assert text[moment.start : moment.end] == moment.text
