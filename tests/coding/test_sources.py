"""Who says that an act happened: reports, accusations, and what the dispatch itself vouches for, in both languages."""

from __future__ import annotations

import pytest

from dragoman import Event, code


def act(language: str, text: str, kind: str) -> Event:
    return next(e for e in code(text, language=language, published="2024-03-11").events if e.type == kind)


CLAIMS = [
    # a report of any shape
    ("fr", "Hanoï affirme que la Chine a bombardé un port.", "ASSAULT", ("VNM",)),
    ("en", "Hanoi says that China bombed a port.", "ASSAULT", ("VNM",)),
    ("fr", "Selon Hanoï, la Chine a bombardé un port.", "ASSAULT", ("VNM",)),
    ("en", "China bombed a port, according to Hanoi.", "ASSAULT", ("VNM",)),
    ("fr", "La Chine a bombardé un port, a indiqué le ministère vietnamien de la Défense.", "ASSAULT", ("VNM",)),
    ("fr", "L'armée tchadienne a affirmé lundi avoir tué neuf jihadistes.", "ASSAULT", ("TCD",)),
    ("en", "Chad's army said on Monday it had killed nine jihadists.", "ASSAULT", ("TCD",)),
    ("en", "Chad said Niger had closed its border and had arrested two Chadians.", "COERCE", ("TCD",)),
    # an accusation, by a verb or by a noun
    ("fr", "Hanoï accuse la Chine d'avoir bombardé un port.", "ASSAULT", ("VNM",)),
    ("fr", "Hanoï a accusé la Chine d'une attaque contre un port.", "ASSAULT", ("VNM",)),
    ("en", "Hanoi accused China of an attack on a port.", "ASSAULT", ("VNM",)),
    ("en", "China was accused by Hanoi of bombing a port.", "ASSAULT", ("VNM",)),
    ("en", "Peru blames Bolivia for the abduction of two guards.", "ASSAULT", ("PER",)),
    # one's own word, given before one speaks of it
    ("en", "Norway said it had asked Sweden to extradite the man.", "REQUEST", ("NOR",)),
    ("fr", "L'Inde et le Népal ont convenu d'une trêve, a dit l'Inde.", "SUPPORT", ("IND",)),
    ("fr", "Le Ghana n'a pas arrêté l'ambassadeur du Togo, a assuré Accra.", "COERCE", ("GHA",)),
]


@pytest.mark.parametrize(("language", "text", "kind", "expected"), CLAIMS)
def test_a_claim_is_its_sources(language: str, text: str, kind: str, expected: tuple[str, ...]) -> None:
    assert act(language, text, kind).attribution == expected


ASSERTED = [
    # what is condemned, regretted or protested about is told by the dispatch
    ("fr", "Hanoï a condamné l'attaque chinoise contre un port.", "ASSAULT"),
    ("en", "Hanoi condemned the Chinese attack on a port.", "ASSAULT"),
    ("fr", "Rome a critiqué l'arrestation d'un Italien en Iran.", "COERCE"),
    # a relative set off by commas is the dispatch's own
    ("fr", "Le Kenya a assuré que la Somalie, qui a fermé sa frontière, mentait.", "COERCE"),
    ("en", "Kenya said that Somalia, which closed its border in May, had lied.", "COERCE"),
    # the clause after a semicolon, or with a subject of its own, is no content of an accusation
    ("fr", "Hanoï a accusé la Chine de mentir ; la Malaisie a fermé sa frontière.", "COERCE"),
    ("en", "Hanoi accused China of lying, and Malaysia closed its border.", "COERCE"),
    # who counts the dead does not say who fired
    ("fr", "L'armée birmane a bombardé un marché, tuant neuf personnes, selon des médecins birmans.", "ASSAULT"),
    # one's own act announced, to come, or done by being said
    ("fr", "La Norvège a expulsé deux diplomates russes, a annoncé Oslo.", "SANCTION"),
    ("en", "Norway has expelled two Russian diplomats, Oslo announced.", "SANCTION"),
    ("en", "Chile said it would close its border.", "COERCE"),
    ("en", "Kenya said it condemned the Ethiopian government.", "ACCUSE"),
    ("en", "Mongolia said it would not arrest the Russian president.", "COERCE"),
]


@pytest.mark.parametrize(("language", "text", "kind"), ASSERTED)
def test_what_the_dispatch_vouches_for_is_nobodys_claim(language: str, text: str, kind: str) -> None:
    assert act(language, text, kind).attribution == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Ankara reproche à Stockholm d'aider le PKK."), ("en", "Ankara blames Sweden for sheltering the PKK.")],
)
def test_the_accused_does_what_is_complained_of(language: str, text: str) -> None:
    aid = act(language, text, "AID")
    assert [p.code for p in aid.actor] == ["SWE"]
    assert aid.attribution == ("TUR",)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Kenya a menacé d'expulser les diplomates soudanais."),
        ("en", "Kenya threatened to expel Sudanese diplomats."),
        ("fr", "Le Kenya a exigé l'expulsion de deux diplomates soudanais."),
        ("en", "Kenya promised to expel Sudanese diplomats."),
    ],
)
def test_what_is_threatened_asked_or_promised_is_no_second_event(language: str, text: str) -> None:
    assert len(code(text, language=language, published="2024-03-11").events) == 1


def test_an_outcome_told_by_a_participle_is_the_same_deed() -> None:
    found = code("Chad's army shelled a market, killing nine people.", language="en", published="2024-03-11").events
    assert [(e.type, [p.code for p in e.actor]) for e in found] == [("ASSAULT", ["TCD"])]
