"""What descriptions and names of several words take up: titles, numbers, appositions, regimes, forces sent, peoples."""

from __future__ import annotations

from collections.abc import Callable

import pytest

StandsFor = Callable[[str, str, str], tuple[str, ...]]


@pytest.mark.parametrize(
    ("code", "text", "word", "codes"),
    [
        # an office of one owner is not the nationality's
        ("fr", "Le pape argentin a reçu Emmanuel Macron.", "pape", ("VAT",)),
        # before a number every plural article is definite
        ("fr", "La Norvège et la Suède négocient. L'ONU a exigé des deux pays une trêve.", "pays", ("NOR", "SWE")),
        # of two told together
        (
            "fr",
            "La Norvège et la Suède négocient. Les deux pays ont cédé. La première a promis une aide à la seconde.",
            "seconde",
            ("SWE",),
        ),
        ("en", "Norway and Sweden met. Both countries spoke. The former blames the latter.", "latter", ("SWE",)),
        ("en", "Norway and Sweden met. The two presidents left.", "presidents", ("NOR", "SWE")),
        # joined names and nationalities, however the tree hangs them
        ("fr", "Les présidents turc et égyptien se sont vus mercredi.", "présidents", ("EGY", "TUR")),
        (
            "fr",
            "Le Premier ministre albanais, Edi Rama, et le président polonais, Andrzej Duda, parlent, mais leur sommet dure.",
            "leur",
            ("ALB", "POL"),
        ),
        # two people are no two sides
        (
            "fr",
            "Luc Bernard, un Norvégien, et Paul Roche, un Suédois, ont été libérés. La Chine se tait. Les deux hommes ont fui.",
            "hommes",
            ("NOR", "SWE"),
        ),
        # an apposition to a person is that person
        ("en", "The UN envoy, Ana Ruiz, a Chilean diplomat, left Peru.", "diplomat", ("UN",)),
        # those of someone
        ("en", "Peru withdrew its troops; those of Chile stayed.", "those", ("CHL",)),
        # whom a state had for its leader
        ("en", "Peru waited. The Obama administration refused.", "administration", ("USA",)),
        # a body is not of the state that acts on it
        ("fr", "Bamako a cédé. Paris reproche aux autorités un retard. Paris se tait.", "autorités", ("MLI",)),
        # forces are of who sends them
        ("en", "Uganda sent troops to South Sudan.", "troops", ("UGA",)),
        # one word for who rules by force or another
        ("fr", "À Bamako, la junte a expulsé l'ambassadrice de Suède. Stockholm a protesté. Le régime se tait.", "régime", ("MLI",)),
        ("en", "Seoul protested. Pyongyang refused. The regime tested a missile.", "regime", ("PRK",)),
        # a region wider than any state is nobody, and so is a state of emergency
        ("en", "Peru waits. A Gulf diplomat left.", "diplomat", ()),
        ("fr", "Le Pérou attend. L'état d'urgence demeure.", "état", ()),
        # power taken is no body
        ("fr", "Le Pérou attend. Le colonel a pris le pouvoir.", "pouvoir", ()),
        # the country that the text is on, not the one that is passed by
        (
            "fr",
            "Le Togo vote. Le Togo attend. Lomé espère. Au Togo, le calme règne. Lomé se tait. Le Pérou a parlé. Le pays souffre.",
            "pays",
            ("TGO",),
        ),
        # who mediates
        (
            "en",
            "U.S. envoy Amos Hochstein left. Parliament speaker Nabih Berri of Lebanon waited. The mediator spoke.",
            "mediator",
            ("USA",),
        ),
        # the other of a pair
        ("fr", "Les présidents turc et égyptien négocient. Recep Tayyip Erdogan a invité son homologue.", "homologue", ("EGY",)),
        # whom a relation's apposition names
        ("en", "China left. Peru called its ally, Japan, to the table.", "ally", ("JPN",)),
        # an office of few states
        ("fr", "La chancelière a prévenu Moscou.", "chancelière", ("DEU",)),
    ],
)
def test_descriptions(stands_for: StandsFor, code: str, text: str, word: str, codes: tuple[str, ...]) -> None:
    assert stands_for(code, text, word) == codes


@pytest.mark.parametrize(
    ("code", "text", "word", "codes"),
    [
        # of whom it is demanded is who is to do it
        ("fr", "La France exige de la Russie qu'elle cède.", "elle", ("RUS",)),
        # the subject of its own clause before that of the sentence
        ("en", "Peru let Chile export its copper.", "its", ("CHL",)),
        # an article is no pronoun
        ("fr", "La Norvège a cédé. L'été arrive.", "L'", ()),
        # a single state is not "they" in French
        ("fr", "La Norvège et la Suède ont signé. Oslo a parlé. Leurs ministres se reverront.", "Leurs", ("NOR", "SWE")),
        # those who are unknown stand between
        ("en", "Turkey struck PKK camps. Baghdad protested. Unknown fighters fired back. Ankara blames them.", "them", ("PKK",)),
        # a guest who is named speaks
        (
            "fr",
            "Emmanuel Macron a reçu le président ukrainien, Volodymyr Zelensky. Son invité l'a remercié. « Nous tiendrons », a-t-il lancé.",
            "-il",
            ("UKR",),
        ),
    ],
)
def test_pronouns(stands_for: StandsFor, code: str, text: str, word: str, codes: tuple[str, ...]) -> None:
    assert stands_for(code, text, word) == codes


@pytest.mark.parametrize(
    ("code", "text", "word", "codes"),
    [
        # the state before another's part of the same name
        ("fr", "Kiev proteste. Washington se tait. Kiev attend. L'UE a aidé la Géorgie.", "Géorgie", ("GEO",)),
        # the nationality of the person whom a name between commas tells
        ("fr", "La Chine a cédé. Son collègue russe, Anna Orlova, a protesté.", "Orlova", ("RUS",)),
        # a network is no part of a name
        ("fr", "« Non », a écrit sur Telegram Andriï Melnyk, porte-parole du gouvernement ukrainien.", "Melnyk", ("UKR",)),
        # unions and parties are their state's
        ("fr", "La CGT appelle à la grève en France.", "CGT", ("FRA",)),
        ("en", "Fatah met Egypt's envoys.", "Fatah", ("PSE",)),
    ],
)
def test_names(stands_for: StandsFor, code: str, text: str, word: str, codes: tuple[str, ...]) -> None:
    assert stands_for(code, text, word) == codes
