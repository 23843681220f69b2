"""Words and constructions of acts in sentences, whatever their conditions: those are for coding."""

from __future__ import annotations

import pytest

from dragoman.finding.predicates import find_predicates
from dragoman.languages import language
from dragoman.languages.lexicon import Lexicon
from dragoman.model.patterns import PartOfSpeech, Pattern
from dragoman.model.text import Document
from dragoman.parsing import parse


def pattern(pos: PartOfSpeech, words: str, head: int = 0, reflexive: bool = False) -> Pattern:
    return Pattern("act", pos, tuple(words.split()), head, reflexive, (), (), {}, {}, words)


def covered(code: str, text: str, one: Pattern) -> list[str]:
    """The words that a pattern covers, once for each place where it stands."""
    sentence = parse(Document("d", text), code).sentences[0]
    found = find_predicates(sentence, Lexicon({one.words[one.head]: (one,)}), language(code).grammar)
    assert all(p.head in p.tokens and p.sentence == sentence.index for p in found)
    return [" ".join(sentence[i].text for i in p.tokens) for p in found]


@pytest.mark.parametrize(
    ("code", "text", "one", "expected"),
    [
        ("fr", "Le roi a condamné les tirs.", pattern("verb", "condamner"), ["condamné"]),
        ("fr", "Les tirs condamnés par le roi continuent.", pattern("verb", "condamner"), ["condamnés"]),
        ("fr", "Sa condamnation est ferme.", pattern("verb", "condamner"), []),
        ("en", "The king condemned the fire.", pattern("verb", "condemn"), ["condemned"]),
        ("en", "It was the strike of the year.", pattern("verb", "strike"), []),
        ("en", "The army has struck twice.", pattern("verb", "strike"), ["struck"]),
    ],
)
def test_a_verb_in_its_forms(code: str, text: str, one: Pattern, expected: list[str]) -> None:
    assert covered(code, text, one) == expected


@pytest.mark.parametrize(
    ("code", "text", "one", "expected"),
    [
        ("fr", "Paris met une nouvelle fois en garde Téhéran.", pattern("verb", "mettre en garde"), ["met en garde"]),
        ("fr", "Paris met une ligne en service.", pattern("verb", "mettre en garde"), []),
        ("fr", "Elle a claqué brutalement la porte.", pattern("verb", "claquer porte"), ["claqué porte"]),
        ("en", "Farmers took angrily to the streets.", pattern("verb", "take to street"), ["took to streets"]),
        ("en", "He called yesterday on Togo to act.", pattern("verb", "call on"), ["called on"]),
        ("en", "He called his wife.", pattern("verb", "call on"), []),
        pytest.param(
            *("en", "The strikes on Syria go on.", pattern("verb", "go on strike"), [])
        ),
        ("en", "They cracked down on the press.", pattern("verb", "crack down on"), ["cracked down on"]),
        ("en", "The price set by the ministry was paid on Monday.", pattern("verb", "pay visit"), []),
    ],
)
def test_a_construction_of_several_words(code: str, text: str, one: Pattern, expected: list[str]) -> None:
    assert covered(code, text, one) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Il s'est rendu à Oslo.", ["rendu"]), ("Il se rend à Oslo.", ["rend"]), ("Il a rendu les clés.", []), ("Il rend la terre.", [])],
)
def test_a_reflexive_verb_needs_its_pronoun(text: str, expected: list[str]) -> None:
    assert covered("fr", text, pattern("verb", "rendre", reflexive=True)) == expected


@pytest.mark.parametrize(
    ("code", "text", "one", "expected"),
    [
        ("fr", "Une frappe aérienne a eu lieu.", pattern("noun", "frappe aérien"), ["frappe aérienne"]),
        ("fr", "Une frappe a eu lieu sur un pont aérien.", pattern("noun", "frappe aérien"), []),
        ("fr", "Le coup d'État a échoué.", pattern("noun", "coup de état"), ["coup d' État"]),
        ("fr", "Le sportif a frappé un coup.", pattern("noun", "coup de état"), []),
        ("en", "Two new air strikes hit the port.", pattern("noun", "air strike", head=1), ["air strikes"]),
        ("en", "The strike filled the air.", pattern("noun", "air strike", head=1), []),
        ("en", "A state visit to Oman ended.", pattern("noun", "visit"), ["visit"]),
        ("en", "They visit Oman.", pattern("noun", "visit"), []),
    ],
)
def test_a_noun_phrase_stands_together(code: str, text: str, one: Pattern, expected: list[str]) -> None:
    assert covered(code, text, one) == expected


def test_an_auxiliary_bears_no_act() -> None:
    assert covered("en", "They have left.", pattern("verb", "have")) == []
    assert covered("fr", "Ils ont quitté la ville.", pattern("verb", "avoir")) == []


def test_a_word_is_found_each_time_it_stands() -> None:
    assert covered("en", "Chad condemned Mali and Niger condemned Togo.", pattern("verb", "condemn")) == ["condemned", "condemned"]


@pytest.mark.parametrize(
    ("code", "text", "acts"),
    [
        ("fr", "Le roi a gracié dix hommes.", {"pardon"}),
        ("en", "The king pardoned ten men.", {"pardon"}),
        ("fr", "Le ministre a démissionné.", {"resign"}),
        ("en", "The minister resigned.", {"resign"}),
        ("fr", "Le chat mange sur le toit.", set()),
        ("en", "The cat ate on the roof.", set()),
    ],
)
def test_the_languages_own_words(code: str, text: str, acts: set[str]) -> None:
    sentence = parse(Document("d", text), code).sentences[0]
    found = find_predicates(sentence, language(code).lexicon, language(code).grammar)
    assert {p.pattern.act for p in found} == acts
