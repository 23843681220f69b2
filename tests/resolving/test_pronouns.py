"""Whom pronouns and possessives take up."""

from __future__ import annotations

import pytest

from dragoman.pipeline import trace


def takes_up(code: str, text: str, word: str) -> tuple[str, ...]:
    """The codes that the last place of a word stands for."""
    found = trace(text, language=code, published="2024-03-15")
    places = [(s.index, t.index) for s in found.parsed.sentences for t in s if t.text == word]
    referent = found.cast.at(*places[-1])
    return referent.codes if referent else ()


@pytest.mark.parametrize(
    ("code", "text", "word", "codes"),
    [
        # the subject before the object
        ("fr", "La Suisse a invité la Norvège. Elle a remercié l'ONU.", "Elle", ("CHE",)),
        ("en", "Switzerland invited Norway. It thanked the UN.", "It", ("CHE",)),
        # gender and number agree
        ("fr", "La Suisse a aidé le Bélarus. Il a remercié l'ONU.", "Il", ("BLR",)),
        ("fr", "La Suisse a reçu des Danois. Ils ont remercié l'ONU.", "Ils", ("DNK",)),
        ("en", "Switzerland received Danish envoys. They thanked the UN.", "They", ("DNK",)),
        # a person for "he" and "she", not a state
        ("fr", "Emmanuel Macron a reçu le roi du Maroc. Il a salué l'Espagne.", "Il", ("FRA",)),
        ("en", "Emmanuel Macron left Spain. He praised Peru.", "He", ("FRA",)),
        ("en", "Spain received Emmanuel Macron. He praised Peru.", "He", ("FRA",)),
        # not the other argument of its own verb
        ("fr", "La Suède a averti la Russie. La Russie l'a ignorée.", "l'", ("SWE",)),
        ("en", "Sweden warned Russia. Russia ignored it.", "it", ("SWE",)),
        # "the latter" is the one named last
        ("fr", "L'Allemagne a convoqué l'ambassadeur d'Iran. Celui-ci a dénoncé Berlin.", "Celui", ("IRN",)),
        ("en", "Germany summoned Iran's ambassador. The latter denounced Berlin.", "latter", ("IRN",)),
        ("en", "Peru's envoy met Chile's minister. The former praised Oslo.", "former", ("PER",)),
        ("fr", "La Norvège a répondu au Pérou. Ce dernier se tait.", "dernier", ("PER",)),
        # joined names are one antecedent
        ("fr", "La Norvège a exhorté Lima et Santiago à céder et leur a promis un fonds.", "leur", ("PER", "CHL")),
        ("en", "Japan urged Lima and Santiago to yield. Norway thanked them.", "them", ("PER", "CHL")),
        # a subject goes on as the subject of its sentence; a given name tells "he" from "she"
        ("fr", "Carlos Alvarado est parti. La Norvège a cédé, mais elle n'a rien signé.", "elle", ("NOR",)),
        ("en", "Angela Merkel of Germany met Emmanuel Macron. He left Oslo.", "He", ("FRA",)),
        ("en", "Emmanuel Macron met Angela Merkel of Germany. She left Oslo.", "She", ("DEU",)),
        # a plural article makes a plural state
        ("fr", "Le Pérou se tait. Les Philippines menacent Lima et Oslo les exhorte à céder.", "les", ("PHL",)),
        # what is taken up by the other side of the verb is not its own object
        ("fr", "Claudia Sheinbaum du Mexique a appelé Lima. Elle a invité Giorgia Meloni.", "Elle", ("MEX",)),
        # some of the people told of
        ("fr", "Des députés norvégiens ont défilé. L'un d'eux a parlé.", "un", ("NOR",)),
        ("en", "Many of the Norwegian lawmakers marched.", "Many", ("NOR",)),
        # "l'on" is nobody
        ("fr", "La Norvège attend. À Oslo, l'on vote.", "l'", ()),
        # the subject after its verb
        ("fr", "Emmanuel Macron a quitté Oslo. « Nous restons », a-t-il dit.", "-il", ("FRA",)),
        pytest.param(*("fr", "Emmanuel Macron a quitté Oslo. « Nous sommes unis », a-t-il déclaré.", "-il", ("FRA",))),
        # nobody
        ("fr", "Il pleut.", "Il", ()),
        ("en", "It rained.", "It", ()),
    ],
)
def test_pronouns(code: str, text: str, word: str, codes: tuple[str, ...]) -> None:
    assert takes_up(code, text, word) == codes


@pytest.mark.parametrize(
    ("code", "text", "word", "codes"),
    [
        ("fr", "Le Soudan attend. Son armée a tiré.", "armée", {"SDN"}),
        ("en", "Sudan is waiting. Its army opened fire.", "army", {"SDN"}),
        ("fr", "Les Danois sont partis. Leur ministre a parlé.", "ministre", {"DNK"}),
        ("en", "The Danes left. Their minister spoke.", "minister", {"DNK"}),
        pytest.param(
            *("fr", "La Pologne et la Lituanie ont rouvert leur frontière.", "frontière", {"POL", "LTU"}),
            marks=pytest.mark.xfail(strict=True, reason='"leur" takes up one of two coordinated owners'),
        ),
        ("en", "Poland and Lithuania reopened their border.", "border", {"POL", "LTU"}),
    ],
)
def test_possessives(code: str, text: str, word: str, codes: set[str]) -> None:
    assert set(takes_up(code, text, word)) == codes


@pytest.mark.parametrize(("code", "word"), [("fr", "Elle"), ("en", "It")])
def test_an_antecedent_is_not_looked_for_far_back(code: str, word: str) -> None:
    far = {
        "fr": "La Suisse attend. Rien. Toujours rien. Le vent souffle. Elle arrive.",
        "en": "Switzerland waits. Nothing. Still nothing. The wind blew. It came.",
    }
    assert takes_up(code, far[code], word) == ()
