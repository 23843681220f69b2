"""Whose a body, a crowd or a mission is: by who leads it, where it comes from, what its name goes on with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

StandsFor = Callable[[str, str, str], tuple[str, ...]]


@pytest.mark.parametrize(
    ("code", "text", "word", "codes"),
    [
        # who leads stands for them, but not for talks
        ("en", "Ghana's creditors, led by Japan and Germany, rejected the plan on Monday.", "creditors", ("DEU", "JPN")),
        ("fr", "Les créanciers, menés par la Chine, ont rejeté l'offre du Laos.", "créanciers", ("CHN",)),
        ("en", "Talks led by Qatar resumed.", "Talks", ()),
        # people are whose the place is that they come from
        ("en", "Officials from Peru and Chile met in Quito.", "Officials", ("CHL", "PER")),
        ("fr", "Des hommes cagoulés venus de Serbie ont attaqué un poste de police au Kosovo.", "hommes", ("SRB",)),
        # a party or ministry that the text places elsewhere
        ("en", "The Labour Party of Norway condemned the attack.", "Party", ("NOR",)),
        ("en", "Norway's Labour Party condemned the attack.", "Party", ("NOR",)),
        ("en", "Britain's Labour Party condemned the attack.", "Party", ("GBR",)),
        ("fr", "Le secrétariat au Commerce à Manille a critiqué Pékin.", "secrétariat", ("PHL",)),
        ("fr", "Le département de la Défense a critiqué Pékin.", "département", ("USA",)),
        # a name that only begins like one known
        ("fr", "Marine Le Pen dirigeait le Front national.", "Front", ("FRA",)),
        ("fr", "Le Front national pour la justice a rejeté le texte.", "Front", ()),
        # a parliament is the organisation's only where it has been called so
        ("fr", "Le Pérou a salué l'Union européenne. Au Pérou, le Parlement doit ratifier le texte.", "Parlement", ("PER",)),
        ("fr", "Le Parlement européen a voté. Le Parlement attend la Hongrie.", "Parlement", ("EU",)),
        # a party that one state alone has, where the text tells of it
        ("en", "Washington praised Italy. Republican senators criticised Italy.", "senators", ("USA",)),
        # the place told of last
        ("fr", "Sergueï Lavrov évite le Niger. La junte là-bas a exigé un départ.", "junte", ("NER",)),
        # the ambassadors are not the one named before
        ("en", "Ambassador Yuri Ushakov of Russia spoke. Peru, whose ambassadors protested, left.", "ambassadors", ("PER",)),
        # several holders of an office that a state has one of: of the union told of, else of nobody
        ("fr", "La Cédéao se réunit au Ghana. Les chefs d'État ont condamné le putsch.", "chefs", ("ECOWAS",)),
        ("en", "Ghana is worried. Foreign ministers condemned the coup.", "ministers", ()),
        # a mission is not of the state that it stands in
        ("fr", "Le Maroc accuse l'Iran. Les Iraniens ont attaqué leur ambassade à Téhéran.", "ambassade", ("MAR",)),
        # called "its" before, a state is not "their"
        ("en", "Peru recalled its envoys in Chile and Bolivia, accusing their governments of meddling.", "governments", ("BOL", "CHL")),
        # what someone is blamed for is theirs, however the tree hangs it
        ("fr", "L'Inde a protesté auprès du Népal contre son silence.", "silence", ("NPL",)),
        ("en", "Chile and Bolivia made their case. The UN urged both to inform the court.", "both", ("BOL", "CHL")),
        # a surname that the tagger takes for no name
        ("en", "The U.N. envoy, Abdoulaye Bathily, quit. Bathily, a Senegalese diplomat, had invited five leaders.", "Bathily", ("UN",)),
    ],
)  # fmt: skip
def test_whose(code: str, text: str, word: str, codes: tuple[str, ...], stands_for: StandsFor) -> None:
    assert stands_for(code, text, word) == codes
