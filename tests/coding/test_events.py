"""Events of sentences: type and mode, who did it to whom, whether it happened and who says so."""

from __future__ import annotations

import pytest

from dragoman import Event, code
from dragoman.pipeline import trace

PUBLISHED = "2024-03-15"  # a Friday


def events(language: str, text: str) -> tuple[Event, ...]:
    return code(text, language=language, published=PUBLISHED).events


def line(event: Event) -> tuple[str, str, str]:
    """(type, actors, recipients), codes sorted."""
    return event.type, ",".join(sorted(p.code for p in event.actor)), ",".join(sorted(p.code for p in event.recipient))


def lines(language: str, text: str) -> list[tuple[str, str, str]]:
    return [line(e) for e in events(language, text)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le Chili a été condamné par le Pérou.", [("ACCUSE", "PER", "CHL")]),
        ("en", "Chile was condemned by Peru.", [("ACCUSE", "PER", "CHL")]),
        ("fr", "L'attaque russe contre la Pologne a été condamnée par la Moldavie.", [("ASSAULT", "RUS", "POL"), ("ACCUSE", "MDA", "RUS")]),
        ("en", "The Russian attack on Poland was condemned by Moldova.", [("ASSAULT", "RUS", "POL"), ("ACCUSE", "MDA", "RUS")]),
        ("en", "Denmark condemned the attack and summoned the Russian ambassador.", [("ACCUSE", "DNK", "RUS"), ("ACCUSE", "DNK", "RUS")]),
        ("en", "Kenya and Uganda held talks in Kampala.", [("CONSULT", "KEN,UGA", "")]),
        ("fr", "Le Kenya et l'Ouganda ont tenu des pourparlers à Kampala.", [("CONSULT", "KEN,UGA", "")]),
        ("fr", "Le ministre chinois est allé à Alger.", [("CONSULT", "CHN", "DZA")]),
        ("fr", "Le ministre turc est arrivé mardi à Oslo.", [("CONSULT", "TUR", "NOR")]),
        ("fr", "Le Niger a libéré un humanitaire belge.", [("RETREAT", "NER", "BEL")]),
        ("en", "Niger freed a Belgian aid worker.", [("RETREAT", "NER", "BEL")]),
        ("fr", "L'Estonie et la Lettonie ont envoyé des troupes.", [("MOBILIZE", "EST,LVA", "")]),
        ("fr", "Le Hamas a libéré un otage.", [("RETREAT", "HAMAS", "")]),
        ("en", "Hamas freed a hostage.", [("RETREAT", "HAMAS", "")]),
        ("en", "Turkish air strikes on Syria go on.", [("ASSAULT", "TUR", "SYR")]),
        # what tells the toll or the manner of an attack is no second one
        ("en", "Russia shelled a village in Ukraine, killing six.", [("ASSAULT", "RUS", "UKR")]),
        ("en", "Two Kenyan policemen were shot and wounded.", [("ASSAULT", "KEN", "KEN")]),
        ("en", "Russian jets killed 46 Afghans in an attack on a village.", [("ASSAULT", "RUS", "AFG")]),
        # within one state, and together
        ("en", "Clashes between the army and rebels broke out in Chad.", [("ASSAULT", "TCD", "")]),
        ("en", "South Korea and Japan kicked off their annual exercise.", [("COOPERATE", "JPN,KOR", "")]),
        ("en", "Turkey kicked off its annual exercise.", [("MOBILIZE", "TUR", "")]),
        ("en", "Italy agreed to build a port for Libya.", [("AGREE", "ITA", "LBY")]),
        ("en", "Israel and Syria agreed to talk.", [("AGREE", "ISR,SYR", "")]),
        # words of another clause, what is cut, what one must do, what one is known by
        ("en", "Norway agreed to lift curbs on trade with Cuba.", [("AGREE", "NOR", "CUB")]),
        ("en", "The EU put on ice its military assistance to Rwanda.", [("SANCTION", "EU", "RWA")]),
        ("en", "Washington says Hamas must free the hostages.", [("REQUEST", "USA", "HAMAS")]),
        ("en", "Mali's banned party thanked Togo.", [("SUPPORT", "MLI", "TGO")]),
        ("en", "Kyiv accused Moscow of bombing a Polish hospital.", [("ACCUSE", "UKR", "RUS"), ("ASSAULT", "RUS", "POL")]),
        ("en", "Kenya called on Togo to act.", [("REQUEST", "KEN", "TGO")]),
        ("fr", "Le Pérou a promis d'aider la Bolivie.", [("AGREE", "PER", "BOL")]),
        (
            *("en", "Poland accused Belarus of being behind the murder of a Danish diplomat."),
            [("ACCUSE", "POL", "BLR"), ("ASSAULT", "BLR", "DNK")],
        ),
        ("fr", "Kiev accuse la Russie d'une attaque contre un hôpital.", [("ACCUSE", "UKR", "RUS"), ("ASSAULT", "RUS", "UKR")]),
        ("en", "Kyiv accused Russia of an attack on a hospital.", [("ACCUSE", "UKR", "RUS"), ("ASSAULT", "RUS", "UKR")]),
        ("fr", "Quito reproche à Lima d'aider la Bolivie.", [("ACCUSE", "ECU", "PER"), ("AID", "PER", "BOL")]),
        ("fr", "Un poète a condamné la pluie.", []),
        ("en", "A poet condemned the rain.", []),
    ],
)
def test_who_did_what_to_whom(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert lines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "accuser"),
    [("fr", "Kiev accuse la Russie d'avoir bombardé un hôpital.", "UKR"), ("fr", "Kinshasa accuse Kigali d'armer le M23.", "COD")],
)
def test_an_accusation_is_two_events_and_the_second_is_the_accusers_claim(language: str, text: str, accuser: str) -> None:
    accusation, act = events(language, text)
    assert (accusation.type, accusation.attribution) == ("ACCUSE", ())
    assert act.attribution == (accuser,)
    assert {p.code for p in act.actor} == {p.code for p in accusation.recipient}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Kiev accuse la Russie de l'enlèvement de deux Polonais."),
        ("en", "Kyiv accused Russia of the abduction of two Poles."),
    ],
)
def test_the_doer_of_what_is_complained_of_is_the_accused(language: str, text: str) -> None:
    act = events(language, text)[1]
    assert line(act) == ("ASSAULT", "RUS", "POL")
    assert act.attribution == ("UKR",)


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("fr", "Selon Kiev, la Russie a bombardé un hôpital.", ("UKR",)),
        ("en", "According to Kyiv, Russia bombed a hospital.", ("UKR",)),
        ("fr", "La Russie aurait bombardé un hôpital, selon Kiev.", ("UKR",)),
        ("fr", "Un porte-parole turc a indiqué que la Grèce avait arrêté trois pêcheurs.", ("TUR",)),
        ("en", "A Turkish spokesman said that Greece had arrested three fishermen.", ("TUR",)),
        ("fr", "La Russie a bombardé un hôpital.", ()),
        ("en", "Russia bombed a hospital.", ()),
    ],
)
def test_who_says_so(language: str, text: str, source: tuple[str, ...]) -> None:
    (event,) = events(language, text)
    assert event.status == "actual"
    assert event.attribution == source


def test_ones_own_word_is_no_claim() -> None:
    (event,) = events("en", "Norway said it would send tanks to Ukraine.")
    assert (event.type, event.status, event.attribution) == ("AGREE", "planned", ())


@pytest.mark.parametrize(
    ("language", "text", "kind", "status"),
    [
        ("fr", "Le président turc se rendra en Grèce lundi.", "AGREE", "planned"),
        ("en", "Turkey's president will visit Greece on Monday.", "AGREE", "planned"),
        ("fr", "Le Tchad fermera sa frontière avec le Soudan lundi.", "COERCE", "planned"),
        ("en", "Chad will close its border with Sudan on Monday.", "COERCE", "planned"),
        ("en", "Turkey's president may visit Greece on Monday.", "CONSULT", "hypothetical"),
        ("fr", "Le président turc pourrait se rendre en Grèce lundi.", "CONSULT", "hypothetical"),
    ],
)
def test_what_is_to_come_changes_its_type_what_is_possible_does_not(language: str, text: str, kind: str, status: str) -> None:
    (event,) = events(language, text)
    assert (event.type, event.status, event.date, event.date_source) == (kind, status, "2024-03-18", "text")
    assert event.mode is None or event.type != "AGREE"


@pytest.mark.parametrize(
    ("language", "text", "mode"),
    [
        ("fr", "Berlin a exhorté Belgrade à retirer ses troupes.", "yield"),
        ("en", "Berlin urged Belgrade to withdraw its troops.", "yield"),
        ("fr", "Berlin a exhorté Belgrade à négocier.", "meet"),
        ("en", "Berlin urged Belgrade to negotiate.", "meet"),
        ("fr", "Berlin a exhorté Belgrade à réformer la loi.", "change"),
        ("en", "Berlin urged Belgrade to reform the law.", "change"),
    ],
)
def test_what_is_asked_for_gives_the_mode_and_is_no_second_event(language: str, text: str, mode: str) -> None:
    (event,) = events(language, text)
    assert (event.type, event.mode) == ("REQUEST", mode)


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("fr", "Le Pérou, lundi, a condamné le Chili.", "condamné"),
        ("en", "Peru, too, condemned Chile.", "condemned"),
        ("fr", "Les frappes aériennes turques contre la Syrie continuent.", "frappes aériennes"),
        ("en", "Turkish air strikes on Syria went unanswered.", "air strikes"),
    ],
)
def test_the_trigger_is_the_word_of_the_act(language: str, text: str, trigger: str) -> None:
    assert trigger in {t.text for e in events(language, text) for t in e.triggers}


@pytest.mark.parametrize(("language", "text"), [("fr", "Le Pérou a condamné le Chili."), ("en", "Peru condemned Chile.")])
def test_an_event_says_which_rule_made_it(language: str, text: str) -> None:
    (event,) = events(language, text)
    assert event.rules[0].startswith(f"{language}:condemn:")
    assert (event.act, event.cameo, event.quad) == ("condemn", "111", "verbal conflict")
    assert 0 < event.confidence < 1


def test_a_rule_names_the_word_of_its_status_and_its_source() -> None:
    (doubtful,) = events("en", "Chad may close its border with Sudan.")
    assert 'status: hypothetical by "may"' in doubtful.rules
    (told,) = events("en", "According to Kyiv, Russia bombed a hospital.")
    assert "attribution: said by Kyiv" in told.rules


@pytest.mark.parametrize(
    ("language", "text"), [("fr", "Le ministre danois est reçu à Kampala."), ("en", "The Danish minister visited Kampala.")]
)
def test_the_place_of_a_visit_has_its_coordinates(language: str, text: str) -> None:
    place = events(language, text)[0].place
    assert place is not None
    assert (place.code, place.name) == ("UGA", "Kampala")
    assert (place.lat, place.lon) == pytest.approx((0.32, 32.58), abs=0.1)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_trace_holds_what_led_to_the_events(language: str) -> None:
    text = {"fr": "Le Pérou a condamné le Chili.", "en": "Peru condemned Chile."}[language]
    found = trace(text, language=language, published=PUBLISHED)
    assert found.coded.events
    assert {p.pattern.rule for p in found.found.predicates} >= {found.coded.events[0].rules[0]}
    assert {c for r in found.cast.referents.values() for c in r.codes} == {"PER", "CHL"}
