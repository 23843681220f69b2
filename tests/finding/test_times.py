"""Time expressions in both languages, found and resolved; and junk, which never becomes a date."""

from __future__ import annotations

import re

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.finding.times import find_times
from dragoman.languages import language
from dragoman.model.text import Document, Sentence, Token
from dragoman.model.time import Time
from dragoman.parsing import parse
from dragoman.resolving.dates import resolve_times
from dragoman.resolving.feasts import easter, feast, orthodox_easter

MONDAY = "2023-09-18"
SEPTEMBER = "2023-09"

FRENCH = [
    (MONDAY, "Il a été arrêté lundi.", ["2023-09-18"]),
    (MONDAY, "Ce lundi, il a parlé.", ["2023-09-18"]),
    (MONDAY, "Il viendra lundi prochain.", ["2023-09-25"]),
    (MONDAY, "Ils se retrouveront jeudi en huit.", ["2023-09-28"]),
    (MONDAY, "La trêve entrerait en vigueur dimanche.", ["2023-09-24"]),
    (MONDAY, "Les syndicats ont appelé à une grève jeudi.", ["2023-09-21"]),
    (MONDAY, "Hier, une voiture a explosé.", ["2023-09-17"]),
    (MONDAY, "Il est arrivé avant-hier.", ["2023-09-16"]),
    (MONDAY, "Le sommet s'ouvre après-demain.", ["2023-09-20"]),
    (MONDAY, "Il a été tué le 9 mai 2019.", ["2019-05-09"]),
    (MONDAY, "Le jeudi 14 septembre, il a parlé.", ["2023-09-14"]),
    (MONDAY, "Il est mort le 3 oct. 2022.", ["2022-10-03"]),
    (MONDAY, "Il a été nommé le 5.", ["2023-09-05"]),
    (MONDAY, "Le 11/09/2023, il a signé.", ["2023-09-11"]),
    (MONDAY, "Il rentrera le 1er février.", ["2024-02-01"]),
    (MONDAY, "Le 29 février, il a démissionné.", ["2020-02-29"]),
    (MONDAY, "Ils se sont vus du 28 février au 3 mars.", ["2023-02-28/2023-03-03"]),
    (MONDAY, "Il est venu les 9 et 10 mai.", ["2023-05-09/2023-05-10"]),
    (MONDAY, "Entre 2012 et 2018, il a servi.", ["2012/2018"]),
    (MONDAY, "Les élections auront lieu en 2024 ou 2025.", ["[2024,2025]"]),
    (MONDAY, "Ils ont tiré dans la nuit de samedi à dimanche.", ["2023-09-16/2023-09-17"]),
    (MONDAY, "Il n'a pas été vu depuis environ trois semaines.", ["2023-08-28~/.."]),
    (SEPTEMBER, "Il n'a pas été vu depuis environ trois semaines.", ["2023-08~/.."]),
    (MONDAY, "Le pays est en guerre depuis 2014.", ["2014/.."]),
    (MONDAY, "Il refuse de manger depuis le 30 août.", ["2023-08-30/.."]),
    (MONDAY, "Il arrivera d'ici à vendredi.", ["../2023-09-22"]),
    (MONDAY, "Il restera jusqu'à la fin du mois.", ["../2023-09"]),
    (MONDAY, "Avant jeudi, il devra partir.", ["../2023-09-20"]),
    (MONDAY, "Il a démissionné à la fin de l'année dernière.", ["2022-12~"]),
    ("2025-12-01", "L'avion a été abattu à la mi-novembre.", ["2025-11~"]),
    (MONDAY, "Il a été élu en juin de l'année dernière.", ["2022-06"]),
    (MONDAY, "Il a parlé mardi de la semaine dernière.", ["2023-09-12"]),
    (MONDAY, "Il l'a dit au deuxième trimestre 2021.", ["2021-04/2021-06"]),
    (MONDAY, "Le pont fut détruit pendant l'été 2022.", ["2022-06/2022-08"]),
    (MONDAY, "Il est né dans les années 80.", ["1980/1989"]),
    (MONDAY, "Il a déménagé il y a un an et demi.", ["2022-03~"]),
    (MONDAY, "Il est mort il y a quarante-huit heures.", ["2023-09-16"]),
    (MONDAY, "Ils iront à Rome à Pâques 2024.", ["2024-03-31"]),
    (MONDAY, "Il a fui le 2 mai et a été pris le lendemain.", ["2023-05-02", "2023-05-03"]),
    (SEPTEMBER, "Il est parti le mois dernier.", ["2023-08"]),
    (
        SEPTEMBER,
        "Des entretiens ont eu lieu ce week-end.",
        ["[2023-09-02..2023-09-03,2023-09-09..2023-09-10,2023-09-16..2023-09-17,2023-09-23..2023-09-24]"],
    ),
    ("2023", "Il est venu mardi.", ["2023"]),
]
ENGLISH = [
    (MONDAY, "He was shot on Monday.", ["2023-09-18"]),
    (MONDAY, "He left on Friday night.", ["2023-09-15"]),
    (MONDAY, "He will arrive next Monday.", ["2023-09-25"]),
    (MONDAY, "The meeting is planned for Friday.", ["2023-09-22"]),
    (MONDAY, "He was moved the Thursday before last.", ["2023-09-07"]),
    (MONDAY, "He was killed on May 9, 2019.", ["2019-05-09"]),
    (MONDAY, "He died on 9 May.", ["2023-05-09"]),
    (MONDAY, "They met on Monday, Sept. 11.", ["2023-09-11"]),
    (MONDAY, "He froze the talks in March 2022.", ["2022-03"]),
    (MONDAY, "He left in mid-November 2021.", ["2021-11~"]),
    (MONDAY, "The March 3 attack failed.", ["2023-03-03"]),
    (MONDAY, "The 2020 election was stolen.", ["2020"]),
    (MONDAY, "They met from February 28 to March 3.", ["2023-02-28/2023-03-03"]),
    (MONDAY, "He served from 2012 to 2018.", ["2012/2018"]),
    (MONDAY, "He has not been seen since August.", ["2023-08/.."]),
    (MONDAY, "He has been jailed for about three weeks.", ["2023-08-28~/2023-09-18"]),
    (MONDAY, "In recent weeks, prices rose.", ["2023-08-28~/2023-09-18"]),
    (MONDAY, "He will return within 48 hours.", ["2023-09-18/2023-09-20"]),
    (MONDAY, "He must leave by the end of next week.", ["../2023-10-01"]),
    (MONDAY, "By late October they will vote.", ["../2023-10~"]),
    (MONDAY, "Elections are due in the first half of 2024.", ["2024-01/2024-06"]),
    (MONDAY, "He left a year and a half ago.", ["2022-03~"]),
    (MONDAY, "He escaped two decades ago.", ["2003~"]),
    (MONDAY, "Overnight into Sunday, drones struck.", ["2023-09-16/2023-09-17"]),
    (MONDAY, "He was shot on New Year's Eve.", ["2022-12-31"]),
    (MONDAY, "They will meet on Thanksgiving.", ["2023-11-23"]),
    (MONDAY, "He fled on May 2 and was caught the following day.", ["2023-05-02", "2023-05-03"]),
    (MONDAY, "He sat in a cell on Monday, three days after police scaled the wall.", ["2023-09-18", "2023-09-15"]),
    (MONDAY, "They left two weeks before the vote of 9 June.", ["2023-05-26"]),
    (SEPTEMBER, "On Saturday he left.", ["[2023-09-02,2023-09-09,2023-09-16,2023-09-23,2023-09-30]"]),
]
NOTHING = [
    ("fr", "Le 75e anniversaire a été célébré."),
    ("fr", "Il a 22 ans et trois enfants."),
    ("fr", "Ils ont marché pendant trois heures."),
    ("fr", "Il a été libéré après deux ans de prison."),
    ("fr", "Chaque lundi, ils manifestent."),
    ("fr", "L'attaque a fait 2000 morts."),
    ("fr", "Il est parti à 20 heures."),
    ("fr", "Il a perdu de 5 à 7 soldats."),
    ("fr", "Au XIXe siècle, il régnait."),
    ("fr", "Ils se réuniront le 31 février."),
    ("fr", "Il est venu le 9 mai 9999."),
    ("fr", "Il est venu en l'an 0."),
    ("fr", "Les combats ont duré du 20 au 10 mai 2023."),
    ("fr", "Il a gouverné de 2018 à 2012."),
    ("en", "He was born on the 35th of May."),
    ("en", "He will leave on February 31."),
    ("en", "It ended in the year 0."),
    ("en", "It ended in 9999."),
    ("en", "He was held for three weeks."),
    ("en", "It was the first time in nine years."),
    ("en", "Every Friday they pray."),
    ("en", "Some 2000 soldiers died."),
    ("en", "He killed 5 to 10 soldiers."),
    ("en", "He said May would resign."),
    ("en", "They marched on the palace."),
    ("en", "He left at 5 p.m."),
    ("en", "He ruled from 2018 to 2012."),
]


def times(code: str, published: str | None, text: str) -> list[str]:
    sentences = parse(Document("test", text), code, published).sentences
    expressions = [e for s in sentences for e in find_times(s, language(code).times)]
    return [m.time.edtf for m in resolve_times(expressions, sentences, Time.parse(published) if published else None)]


@pytest.mark.parametrize(("published", "text", "expected"), FRENCH)
def test_french(published: str, text: str, expected: list[str]) -> None:
    assert times("fr", published, text) == expected


@pytest.mark.parametrize(("published", "text", "expected"), ENGLISH)
def test_english(published: str, text: str, expected: list[str]) -> None:
    assert times("en", published, text) == expected


@pytest.mark.parametrize(("code", "text"), NOTHING)
def test_no_date(code: str, text: str) -> None:
    assert times(code, MONDAY, text) == []


@pytest.mark.parametrize(
    ("code", "text"), [("fr", "Il est venu lundi, puis le 9 mai 2019."), ("en", "He came on Monday, then on May 9, 2019.")]
)
def test_without_a_publication_date_only_full_dates_are_told(code: str, text: str) -> None:
    assert times(code, None, text) == ["2019-05-09"]


@pytest.mark.parametrize("expected", [e for _, _, found in FRENCH + ENGLISH for e in found if "/.." not in e and "../" not in e])
def test_what_is_written_is_edtf(expected: str) -> None:
    parse_edtf(expected)


def test_feasts() -> None:
    assert [easter(y).isoformat() for y in (1961, 2008, 2024, 2038)] == ["1961-04-02", "2008-03-23", "2024-03-31", "2038-04-25"]
    assert [orthodox_easter(y).isoformat() for y in (2021, 2024, 2025)] == ["2021-05-02", "2024-05-05", "2025-04-20"]
    assert feast("ascension", 2023).isoformat() == "2023-05-18"


def flat(text: str) -> Sentence:
    """A sentence without a tree: every word hangs on the first."""
    found = re.finditer(r"\w+['’]?|[^\w\s]", text)
    tokens = [
        Token(i, m.group(), m.group().lower(), "NUM" if m.group().isdigit() else "NOUN", {}, 0, "dep", m.start(), m.end())
        for i, m in enumerate(found)
    ]
    return Sentence(0, 0, tuple(tokens))


VOCABULARY = {
    "fr": "le la du au 31 35 0 00 1er 9999 février mai lundi jeudi en de à et ou depuis jusqu' il y a dans "
    "semaines ans mois dernier prochain mi - / . ,",
    "en": "the of on in to 31 35 0 00 1st 9999 February May Monday Thursday and or since until ago "
    "weeks years month last next mid late - / . , by from",
}
words = st.one_of(st.integers(0, 99999).map(str), st.sampled_from(sorted(" ".join(VOCABULARY.values()).split())))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["fr", "en"]), st.lists(words, min_size=1, max_size=14), st.sampled_from([MONDAY, SEPTEMBER, "2023", None]))
def test_junk_never_raises_and_yields_only_days_that_exist(code: str, parts: list[str], published: str | None) -> None:
    sentence = flat(" ".join(parts))
    expressions = find_times(sentence, language(code).times)
    for mention in resolve_times(expressions, [sentence], Time.parse(published) if published else None):
        assert Time.parse(mention.time.edtf) == mention.time
        assert all(1000 <= d.year < 2200 for d in (mention.time.earliest, mention.time.latest) if d)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(["fr", "en"]), st.text(alphabet="0123456789 -/.,:", min_size=1, max_size=60))
def test_a_text_of_numbers(code: str, text: str) -> None:
    sentence = flat(text)
    if len(sentence):
        assert all(m.time.earliest for m in resolve_times(find_times(sentence, language(code).times), [sentence], Time.parse(MONDAY)))
