"""Whom an act is directed to, where its word's own slots do not say so plainly."""

from __future__ import annotations

import pytest

from dragoman import code


def last(language: str, text: str) -> tuple[str, str, str]:
    """(type, actors, recipients) of the event told last, codes sorted."""
    event = max(code(text, language=language, published="2024-03-15").events, key=lambda e: e.triggers[0].start)
    return event.type, ",".join(sorted(p.code for p in event.actor)), ",".join(sorted(p.code for p in event.recipient))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # who stands between two speaks to both
        (
            "en",
            "Peru and Bolivia traded insults on Monday. Peru recalled its envoy. Chile offered its good offices.",
            ("AGREE", "CHL", "BOL,PER"),
        ),
        (
            "fr",
            "Le Pérou a menacé la Bolivie. La Bolivie a rappelé son ambassadeur. Le Chili a proposé sa médiation.",
            ("AGREE", "CHL", "BOL,PER"),
        ),
        ("fr", "Oman se tient prêt à accueillir des pourparlers entre l'Iran et les États-Unis.", ("AGREE", "OMN", "IRN,USA")),
        ("en", "Oman stands ready to host talks between Iran and the United States.", ("AGREE", "OMN", "IRN,USA")),
        # who is under a sanction, who does what is requested
        ("fr", "Le président vénézuélien, sous sanctions américaines, est absent.", ("SANCTION", "USA", "VEN")),
        ("en", "Iran, under U.S. sanctions, is in recession.", ("SANCTION", "USA", "IRN")),
        ("fr", "À la demande du Caire, Washington a différé la vente.", ("REQUEST", "EGY", "USA")),
        ("en", "At Egypt's request, Washington froze the sale.", ("REQUEST", "EGY", "USA")),
        # what one does inside one's own state
        ("fr", "L'armée gabonaise a pris le pouvoir.", ("COERCE", "GAB", "GAB")),
        ("en", "Gabon's army seized power.", ("COERCE", "GAB", "GAB")),
        # one's own thing, one's own people
        ("en", "Taiwan urged its citizens to leave Lebanon.", ("REQUEST", "TWN", "TWN")),
        ("fr", "Washington a appelé ses ressortissants à quitter le Niger.", ("REQUEST", "USA", "USA")),
        # a border is closed to somebody, not with somebody
        ("en", "Pakistan closed its airspace to Indian airlines.", ("COERCE", "PAK", "IND")),
        ("en", "Niger closed its border with Benin.", ("COERCE", "NER", "")),
        # of two phrases with one adposition the first is meant
        ("fr", "Moscou reproche à l'Union européenne d'obéir à Washington.", ("ACCUSE", "RUS", "EU")),
        # hardware is nobody's until the text says whose
        ("en", "A drone struck an airport in Iraq on Friday.", ("ASSAULT", "", "IRQ")),
        ("en", "Turkish drones struck an airport in Iraq on Friday.", ("ASSAULT", "TUR", "IRQ")),
    ],
)
def test_whom_an_act_is_directed_to(language: str, text: str, expected: tuple[str, str, str]) -> None:
    assert last(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "L'Éthiopie et le Somaliland ont signé un accord lundi. Washington a salué cet accord.",
            ("SUPPORT", "USA", "ETH,SOMALILAND"),
        ),
        ("en", "Ethiopia and Somaliland signed a deal on Monday. Washington praised the deal.", ("SUPPORT", "USA", "ETH,SOMALILAND")),
        ("en", "Israeli troops entered Syria on Monday. The United Nations condemned the incursion.", ("ACCUSE", "UN", "ISR")),
        ("fr", "Des soldats rwandais sont entrés au Burundi lundi. L'ONU a condamné cette incursion.", ("ACCUSE", "UN", "RWA")),
        ("en", "The US-Canadian fleet shelled Yemen on Friday.", ("ASSAULT", "CAN,USA", "YEM")),
        ("en", "Turkish jets bombed a village in Iraq on Monday. The raid killed a shepherd.", ("ASSAULT", "TUR", "IRQ")),
    ],
)
def test_a_deed_that_a_noun_takes_up_is_who_did_it(language: str, text: str, expected: tuple[str, str, str]) -> None:
    assert last(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # who does what one is accused of, asked or let do
        ("fr", "Le Pérou reproche au Chili d'avoir expulsé son ambassadeur.", ("SANCTION", "CHL", "PER")),
        ("fr", "Le Pérou, auquel le Chili reproche d'avoir expulsé un diplomate chilien, se tait.", ("SANCTION", "PER", "CHL")),
        ("fr", "Lima accuse Santiago d'avoir laissé le ministre bolivien menacer le Pérou.", ("THREATEN", "BOL", "PER")),
        ("fr", "Le Chili a salué le courage de Lima, avant de prier la Bolivie de libérer un otage.", ("REQUEST", "CHL", "BOL")),
        ("en", "Chile praised Peru before urging Bolivia to free a hostage.", ("REQUEST", "CHL", "BOL")),
        # a purpose is the subject's, whomever it calls
        ("en", "Chile's president telephoned his Peruvian counterpart to assure him of Santiago's backing.", ("SUPPORT", "CHL", "PER")),
        # what is said in quotation marks ends with them
        (
            "fr",
            "L'envoyé chilien a répondu que le Pérou « attise la crise » et a exhorté la Bolivie à négocier.",
            ("REQUEST", "CHL", "BOL"),
        ),
        # what a cue behind it reports is its content
        ("fr", "Le Chili livrera dix chars au Pérou, a promis le président chilien.", ("AGREE", "CHL", "PER")),
        # a relative's antecedent owns its verb's object
        ("fr", "Kigali se tait sur le M23, dont Kinshasa réclame le désarmement.", ("REQUEST", "COD", "M23")),
        # embassies, visits that end, protests before missions, talks under another's roof
        ("en", "Chile inaugurated an embassy in Tonga.", ("SUPPORT", "CHL", "TON")),
        ("fr", "Le président chilien a quitté le Pérou après une visite de trois jours.", ("CONSULT", "CHL", "PER")),
        ("en", "The Chilean president left Peru after a three-day visit.", ("CONSULT", "CHL", "PER")),
        ("fr", "Une manifestation a eu lieu devant l'ambassade du Chili à Lima.", ("PROTEST", "PER", "CHL")),
        (
            "fr",
            "Les envoyés du Pérou et du Chili ont échoué lors de pourparlers accueillis par le Brésil.",
            ("CONSULT", "BRA,CHL,PER", ""),
        ),
        # an opening participle, a demand with a clause, an aside
        ("fr", "Accusé par le Pérou de pillage, le Chili a rappelé son ambassadeur.", ("SANCTION", "CHL", "PER")),
        ("fr", "Le Chili exige de la Bolivie qu'elle retire ses chars.", ("REQUEST", "CHL", "BOL")),
        ("fr", "Le Pérou demande au Chili, qu'il accuse de fraude, de rouvrir la frontière.", ("ACCUSE", "PER", "CHL")),
        # a town is where something is said
        ("en", "Chile accused Peru in Arequipa of lying.", ("ACCUSE", "CHL", "PER")),
    ],
)
def test_whoever_the_grammar_says(language: str, text: str, expected: tuple[str, str, str]) -> None:
    assert last(language, text) == expected


def test_a_drone_of_nobody_does_not_act_for_the_country_of_the_text() -> None:
    found = code("Niger sought explanations from Algeria after a drone hit a depot.", language="en", published="2024-03-15").events
    assert not any(e.type == "ASSAULT" and "NER" in {p.code for p in e.actor} for e in found)
