"""Whom a relation means (`son voisin`, `her host`, `the rival camps`), and where a paragraph plays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

StandsFor = Callable[[str, str, str], tuple[str, ...]]


@pytest.mark.parametrize(
    ("code", "text", "word", "codes"),
    [
        # the neighbour that the text tells of, by the map and not by nearness in the text
        ("fr", "Le Pérou, le Japon et le Chili en parlent. Le Japon se tait. Lima accuse son voisin.", "voisin", ("CHL",)),
        ("en", "Peru, Japan and Chile talked. Japan kept quiet. Lima accused its neighbour.", "neighbour", ("CHL",)),
        ("en", "Iceland and Japan talked. Iceland accused its neighbour.", "neighbour", ()),
        ("en", "Jordan and Spain talked. Israel threatened the neighbouring kingdom.", "kingdom", ("JOR",)),
        # not the possessor, and nobody in particular in the plural
        ("fr", "La Norvège cherche à rassurer ses alliés.", "alliés", ()),
        ("en", "Norway tried to reassure its partners.", "partners", ()),
        # who receives and who comes
        ("fr", "LIMA (AFP) - Le président kényan, William Ruto, est arrivé lundi. Il a remercié son hôte.", "hôte", ("PER",)),
        ("en", "William Ruto of Kenya and Emmanuel Macron met. Macron thanked his guest.", "guest", ("KEN",)),
        # the other whom the text tells of most
        ("fr", "L'Iran et Oman négocient. L'Iran attend. Washington et l'Iran se parlent. Les États-Unis menacent leur adversaire.",
         "adversaire", ("IRN",)),
        # who ruled from overseas
        ("fr", "Le Niger a dénoncé l'accord avec l'ancienne puissance coloniale.", "puissance", ("FRA",)),
        ("en", "Angola thanked the former colonial power.", "power", ("PRT",)),
        ("en", "Norway thanked the former colonial power.", "power", ()),
        # the other of two
        ("en", "Peru and Chile met. Peru accused the other side.", "side", ("CHL",)),
        ("fr", "Le Pérou et le Chili négocient. Lima accuse l'autre camp.", "camp", ("CHL",)),
        # both of them: of the text, not of a passing mention
        ("en", "Peru and Chile met. Peru left. Chile stayed. Kenya and Togo deplored it. Bolivia called. Oslo urged both sides to talk.",
         "sides", ("CHL", "PER")),
        ("en", "The army of Peru fought Chile. Oslo urged the rival camps to talk.", "camps", ("CHL", "PER")),
        ("fr", "Le Pérou affronte le Chili. La Norvège a exhorté les belligérants à céder.", "belligérants", ("CHL", "PER")),
        ("fr", "Le Pérou et le Chili négocient. Les deux parties ont signé.", "parties", ("CHL", "PER")),
        ("en", "Britain and the EU talked. Oslo praised both sides.", "sides", ("EU", "GBR")),
        # a state by its form
        ("fr", "Le Maroc a averti la France. Paris s'est tu. Le royaume a rappelé son envoyé.", "royaume", ("MAR",)),
        ("en", "Qatar warned Peru. Lima kept quiet. The emirate recalled its envoy.", "emirate", ("QAT",)),
        # a group, however short its article
        ("fr", "Le Hamas a rejeté l'offre. L'Égypte attend la réponse du groupe.", "groupe", ("HAMAS",)),
    ],
)  # fmt: skip
def test_relations(code: str, text: str, word: str, codes: tuple[str, ...], stands_for: StandsFor) -> None:
    assert stands_for(code, text, word) == codes


@pytest.mark.parametrize(
    ("code", "text", "word", "codes"),
    [
        # in the country where the paragraph plays, be it told after
        ("fr", "OSLO - Oslo et le Chili parlent. Oslo attend.\n\nA Lima, on dort.\n\nLa police est sortie.", "police", ("NOR",)),
        ("fr", "OSLO - La Norvège aide le Pérou. Le Pérou remercie.\n\nA Lima, on vote.\n\nLa police est sortie.", "police", ("PER",)),
        ("en", "OSLO - Norway helps Peru. Peru is glad.\n\nIn Yauri, farmers marched. Nobody marched in Lima.", "farmers", ("PER",)),
        ("en", "NAIROBI - Kenya voted. Kenya waits.\n\nWashington deplored it.\n\nPolice fired at a crowd.", "Police", ("KEN",)),
        # the army in a territory is its state's
        ("fr", "NOUMÉA - La Nouvelle-Calédonie est calme. L'armée patrouille.", "armée", ("FRA",)),
    ],
)
def test_where_a_body_is_at_home(code: str, text: str, word: str, codes: tuple[str, ...], stands_for: StandsFor) -> None:
    assert stands_for(code, text, word) == codes
