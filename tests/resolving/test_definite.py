"""What a definite noun takes up, and what a name stands for beside others: in both languages."""

from __future__ import annotations

import pytest

from dragoman.model.mentions import Referent
from dragoman.pipeline import trace


def referent(code: str, text: str, word: str, published: str = "2024-03-15") -> Referent | None:
    """The referent of the last place where a word stands."""
    found = trace(text, language=code, published=published)
    places = [(s.index, t.index) for s in found.parsed.sentences for t in s if t.text == word]
    return found.cast.at(*places[-1])


@pytest.mark.parametrize(
    ("code", "text", "word", "codes"),
    [
        # states that share a name, and their halves
        ("fr", "Les deux Corées se parlent.", "Corées", ("KOR", "PRK")),
        ("en", "The two Koreas are talking.", "Koreas", ("KOR", "PRK")),
        ("fr", "Pyongyang se tait. Le Sud a tiré.", "Sud", ("KOR",)),
        ("en", "Seoul is silent. The North fired.", "North", ("PRK",)),
        ("fr", "Le Sud du Pérou est à sec.", "Sud", ("PER",)),
        # organisations by one word in capitals
        ("en", "Ghana defaulted. The Fund wants cuts.", "Fund", ("IMF",)),
        ("fr", "Le Ghana a fait défaut. Le Fonds exige des coupes.", "Fonds", ("IMF",)),
        ("fr", "Oslo propose une résolution. Le Conseil hésite.", "Conseil", ("UNSC",)),
        ("fr", "Le village propose une fête. Le Conseil hésite.", "Conseil", ()),
        ("en", "The village plans a fair. The Council hesitates.", "Council", ()),
        # the bloc of a region
        ("fr", "Le bloc ouest-africain hésite.", "bloc", ("ECOWAS",)),
        ("en", "Southeast Asian ministers met. The bloc will hesitate.", "bloc", ("ASEAN",)),
        ("en", "NATO met. The bloc will hesitate.", "bloc", ("NATO",)),
        # a court told of
        ("en", "The International Criminal Court sat in Kenya. The judges hesitated.", "judges", ("ICC",)),
        ("fr", "La Cour pénale internationale a siégé. Les juges hésitent.", "juges", ("ICC",)),
        ("fr", "La CPI a siégé. Un tribunal kényan a jugé un homme. Les juges hésitent.", "juges", ("KEN",)),
        ("fr", "La plus haute juridiction de l'ONU hésite.", "juridiction", ("ICJ",)),
        # a state by what it once was
        ("en", "Minsk is silent. The former Soviet republic will wait.", "republic", ("BLR",)),
        # an adjective of two states, and money that tells of one
        ("fr", "La diplomatie sino-russe hésite.", "sino-russe", ("CHN", "RUS")),
        ("en", "The Franco-German brigade trained in Mali.", "Franco-German", ("FRA", "DEU")),
        ("en", "The Anglo-American raid killed two Yemenis.", "Anglo-American", ("GBR", "USA")),
        ("en", "A Saudi-Emirati delegation arrived in Aden.", "delegation", ("SAU", "ARE")),
        ("en", "A Kenyan-Ugandan patrol was attacked.", "patrol", ("KEN", "UGA")),
        ("en", "The UK-French flotilla sank a boat.", "flotilla", ("GBR", "FRA")),
        ("en", "The rouble fell. The central bank hesitates.", "bank", ("RUS",)),
    ],
)
def test_taken_up(code: str, text: str, word: str, codes: tuple[str, ...]) -> None:
    found = referent(code, text, word)
    assert (found.codes if found else ()) == codes


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("fr", "Emmanuel Macron a parlé. Le Français est parti.", "Français"),
        ("en", "Emmanuel Macron spoke. The Frenchman left.", "Frenchman"),
        ("fr", "Emmanuel Macron a parlé. L'ancien banquier est parti.", "banquier"),
        ("en", "Emmanuel Macron spoke. The former banker left.", "banker"),
        ("en", "Emmanuel Macron spoke. The centrist leader left.", "leader"),
    ],
)
def test_a_description_is_the_person_told_of(code: str, text: str, word: str) -> None:
    found = referent(code, text, word)
    assert found is not None
    assert found.person == "Emmanuel Macron"


@pytest.mark.parametrize(
    ("code", "text", "word", "codes", "person"),
    [
        ("en", "Todd Jordan, an Ohio baker, spoke. Jordan left.", "Jordan", ("USA",), "Todd Jordan"),
        ("en", "Todd Jordan, an Ohio baker, spoke. Jordan's king met Jordanian envoys.", "Jordan", ("JOR",), None),
        ("en", "Paris Johnson, a Kenyan runner, won the race. Johnson left.", "Johnson", ("KEN",), "Paris Johnson"),
        ("en", "Todd Achebe, a lorry driver from Kenya, spoke. Achebe left.", "Achebe", ("KEN",), "Todd Achebe"),
        ("fr", "Abdou Nassirou, un ouvrier nigérien, a parlé. Nassirou est parti.", "Nassirou", ("NER",), "Abdou Nassirou"),
        ("fr", "Le Sri-Lankais Nuwan Peremune a parlé. M. Peremune est parti.", "Peremune", ("LKA",), "Nuwan Peremune"),
    ],
)
def test_a_name_told_of_in_full_is_a_person(code: str, text: str, word: str, codes: tuple[str, ...], person: str | None) -> None:
    found = referent(code, text, word)
    assert found is not None
    assert (found.codes, found.person) == (codes, person)


@pytest.mark.parametrize(
    ("code", "text", "word", "place"),
    [
        ("en", "A flood hit Paris, Texas.", "Paris", "USA"),
        ("en", "A man died in Moscow, a college town in Idaho.", "Moscow", "USA"),
        ("en", "A flood hit Paris, France.", "Paris", "FRA"),
        ("en", "A man died in Athens, Georgia.", "Athens", "USA"),
    ],
)
def test_a_town_is_where_its_region_is(code: str, text: str, word: str, place: str) -> None:
    found = referent(code, text, word)
    assert found is not None
    assert found.place == place


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("fr", "LIMA (AFP) — Todd Vasquin a gagné le tournoi. Il a souri.", "Vasquin"),
        ("en", "LIMA, Peru (AP) — Todd Vasquin won the tournament. He smiled.", "Vasquin"),
    ],
)
def test_a_player_is_not_of_the_country_of_the_dateline(code: str, text: str, word: str) -> None:
    found = referent(code, text, word)
    assert found is None or found.codes == ()


@pytest.mark.parametrize(
    ("code", "text", "word", "codes"),
    [
        ("en", "Norway thanked Peru for its help.", "help", ("PER",)),
        ("fr", "La Norvège a blâmé le Pérou pour son refus.", "refus", ("PER",)),
        ("en", "Norway praised Peru. Chile, whose envoys met Oslo, left.", "envoys", ("CHL",)),
        ("en", "Norway received Emmanuel Macron. Peru praised his plan.", "plan", ("FRA",)),
    ],
)
def test_whose_a_thing_is(code: str, text: str, word: str, codes: tuple[str, ...]) -> None:
    found = referent(code, text, word)
    assert found is not None
    assert found.codes == codes
