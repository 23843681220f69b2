"""Where an act happened: its own phrases, what its kind tells, what was told before; and what names the place."""

from __future__ import annotations

import pytest

from dragoman import Event, code
from dragoman.coding.locatives import phrases
from dragoman.coding.roles import Scene
from dragoman.languages import language as language_of
from dragoman.pipeline import trace

PUBLISHED = "2024-03-15"


def events(language: str, text: str) -> tuple[Event, ...]:
    return code(text, language=language, published=PUBLISHED).events


def placed(language: str, text: str) -> list[tuple[str, str | None]]:
    """Type and country of each event."""
    return [(e.type, e.place.code if e.place else None) for e in events(language, text)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # the act's own phrase, wherever it stands
        ("en", "Turkish jets bombed a Kurdish camp in northern Iraq.", ("ASSAULT", "IRQ")),
        ("fr", "L'aviation turque a bombardé un camp kurde dans le nord de l'Irak.", ("ASSAULT", "IRQ")),
        ("en", "In Tbilisi, police arrested forty students.", ("COERCE", "GEO")),
        ("fr", "À Tbilissi, la police a arrêté quarante étudiants.", ("COERCE", "GEO")),
        ("fr", "Lundi, à Doha, les négociateurs israéliens et ceux du Hamas ont repris leurs pourparlers.", ("CONSULT", "QAT")),
        # a spot that lies in a country, or a town in it
        ("en", "Russian missiles hit a hospital in the port of Odessa.", ("ASSAULT", "UKR")),
        ("fr", "Dix missiles russes se sont abattus sur la capitale ukrainienne.", ("ASSAULT", "UKR")),
        ("fr", "L'armée israélienne a frappé une base syrienne.", ("ASSAULT", "SYR")),
        ("en", "Azerbaijani troops shelled the Armenian village of Kut.", ("ASSAULT", "ARM")),
        # a clause that hangs on the place, and the occasion at which something is said
        ("en", "Critics were mocked in Beijing, where the foreign ministry called on Washington to stop.", ("REQUEST", "CHN")),
        ("en", "At a dinner in Lisbon, the French president accused Russia of lying.", ("ACCUSE", "PRT")),
        ("fr", "Dans un discours à Lisbonne, le président français a accusé la Russie.", ("ACCUSE", "PRT")),
        # what the kind of the act tells
        ("en", "Polish farmers blocked the roads on Monday.", ("PROTEST", "POL")),
        ("fr", "Les agriculteurs polonais ont bloqué les routes lundi.", ("PROTEST", "POL")),
        ("en", "The Brazilian president visited Angola.", ("CONSULT", "AGO")),
        ("fr", "Le président brésilien s'est rendu en Angola.", ("CONSULT", "AGO")),
        # what is only said is nowhere
        ("en", "Chile condemned Peru.", ("ACCUSE", None)),
        ("fr", "Le Chili a condamné le Pérou.", ("ACCUSE", None)),
        ("fr", "Le Japon a reproché à Moscou de mentir.", ("ACCUSE", None)),
    ],
)
def test_where_an_act_happened(language: str, text: str, expected: tuple[str, str | None]) -> None:
    assert expected in placed(language, text)


def test_a_phrase_of_another_act_is_not_the_acts_own() -> None:
    assert ("ACCUSE", None) in placed("en", "Chile condemned the murder of a diplomat in Lima.")


@pytest.mark.parametrize(
    ("language", "text", "name", "at"),
    [
        ("en", "Police arrested forty students in Tbilisi.", "Tbilisi", (41.7, 44.8)),
        ("fr", "La police a arrêté quarante étudiants à Tbilissi.", "Tbilissi", (41.7, 44.8)),
        ("en", "Police in Mexico arrested ten teachers.", "Mexico", (23, -102)),  # the state, not its capital
        ("fr", "Les agriculteurs polonais ont bloqué les routes de Pologne.", "Pologne", (52, 20)),
        ("fr", "Dix missiles russes se sont abattus sur la capitale ukrainienne.", "capitale ukrainienne", (50.4, 30.5)),
    ],
)
def test_a_town_has_its_own_coordinates_and_a_country_those_of_its_middle(
    language: str, text: str, name: str, at: tuple[float, float]
) -> None:
    place = events(language, text)[0].place
    assert place is not None
    assert place.name == name
    assert (place.lat, place.lon) == pytest.approx(at, abs=0.6)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They met near the border with Chad.", [("TCD", "near", False)]),
        ("fr", "Au large du Yémen, un cargo a coulé.", [("YEM", "in", True)]),
        ("fr", "L'ambassade du Pérou à Tokyo a fermé.", [("JPN", "bare", False)]),  # an embassy is not in its own country
        ("fr", "Mardi, à Genève, ils ont parlé.", [("CHE", "in", True)]),  # a country that the text does not speak of
        ("en", "The president of Kenya spoke.", [("KEN", "of", False)]),
        ("en", "They rallied outside the Kremlin.", [("RUS", "near", False)]),
    ],
)
def test_the_places_of_a_sentence(language: str, text: str, expected: list[tuple[str, str, bool]]) -> None:
    done, speech = trace(text, language=language, published=PUBLISHED), language_of(language)
    scene = Scene(done.parsed.sentences[0], done.found.clauses, done.cast, speech.lexicon, speech.grammar)
    found = [(p.place.place, p.manner, p.fronted) for p in phrases(scene) if p.place.place]
    assert [row for row in expected if row not in found] == []


def test_the_derivation_tells_why() -> None:
    event = events("en", "In Tbilisi, police arrested forty students.")[0]
    assert any(rule.startswith("place: ") for rule in event.rules)
