"""Which tokens fill a slot of a word, whether its conditions hold, and whose the tokens are."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dragoman.coding.roles import Scene
from dragoman.languages import language
from dragoman.model.mentions import Predicate
from dragoman.model.patterns import PartOfSpeech, Pattern
from dragoman.pipeline import trace


def scene_of(code: str, text: str) -> Scene:
    found = trace(text, language=code, published="2024-03-15")
    speech = language(code)
    return Scene(found.parsed.sentences[0], found.found.clauses, found.cast, speech.lexicon, speech.grammar)


def predicate(
    scene: Scene,
    word: str,
    pos: PartOfSpeech = "verb",
    where: Mapping[str, frozenset[str]] | None = None,
    unless: Mapping[str, frozenset[str]] | None = None,
) -> Predicate:
    token = next(t for t in scene.sentence if t.text == word)
    return Predicate(
        0, token.index, (token.index,), Pattern("act", pos, (token.lemma,), 0, False, (), (), where or {}, unless or {}, "own")
    )


def parties(code: str, text: str, word: str, slot: str, pos: PartOfSpeech = "verb") -> list[str]:
    scene = scene_of(code, text)
    return [p.code for p in scene.parties(scene.fillers(predicate(scene, word, pos), slot))]


SLOTS: list[tuple[str, str, str, PartOfSpeech, str, list[str]]] = [
    ("fr", "Le Pérou a condamné le Chili.", "condamné", "verb", "subj", ["PER"]),
    ("fr", "Le Pérou a condamné le Chili.", "condamné", "verb", "obj", ["CHL"]),
    ("fr", "Le Chili a été condamné par le Pérou.", "condamné", "verb", "subj", ["PER"]),
    ("en", "Chile was condemned by Peru.", "condemned", "verb", "subj", ["PER"]),
    ("en", "Chile was condemned by Peru.", "condemned", "verb", "obj", ["CHL"]),
    ("fr", "La Norvège a livré des vivres au Tchad.", "livré", "verb", "iobj", ["TCD"]),
    ("en", "Norway handed Chad three planes.", "handed", "verb", "iobj", ["TCD"]),
    ("en", "Norway handed three planes to Chad.", "handed", "verb", "iobj", ["TCD"]),
    ("fr", "Kiev exige que Minsk cesse ses tirs.", "exige", "verb", "comp.subj", ["BLR"]),
    ("en", "Kyiv demanded that Minsk stop the fire.", "demanded", "verb", "comp.subj", ["BLR"]),
    ("fr", "Les pourparlers entre l'Inde et le Népal reprennent.", "pourparlers", "noun", "entre", ["IND", "NPL"]),
    ("en", "Talks between India and Nepal resumed.", "Talks", "noun", "between", ["IND", "NPL"]),
    ("fr", "Les frappes turques sur la Syrie continuent.", "frappes", "noun", "adj", ["TUR"]),
    ("fr", "Les frappes turques sur la Syrie continuent.", "frappes", "noun", "sur", ["SYR"]),
    ("en", "Turkish strikes on Syria go on.", "strikes", "noun", "adj", ["TUR"]),
    ("en", "Turkish strikes on Syria go on.", "strikes", "noun", "on", ["SYR"]),
    ("en", "India's visit pleased Nepal.", "visit", "noun", "poss", ["IND"]),
    # a light verb lends its clause to its noun
    ("fr", "La Turquie a mené des frappes contre la Syrie.", "frappes", "noun", "subj", ["TUR"]),
    ("fr", "La Turquie a mené des frappes contre la Syrie.", "frappes", "noun", "contre", ["SYR"]),
    ("en", "Turkey carried out strikes against Syria.", "strikes", "noun", "subj", ["TUR"]),
    # a participle brings the agent of its noun
    ("fr", "Des frappes menées par la Turquie continuent.", "frappes", "noun", "par", ["TUR"]),
    ("en", "Strikes carried out by Turkey go on.", "Strikes", "noun", "by", ["TUR"]),
    # what is nobody's
    ("fr", "Un poète a condamné la pluie.", "condamné", "verb", "obj", []),
    ("en", "A poet condemned the rain.", "condemned", "verb", "obj", []),
]


@pytest.mark.parametrize(("code", "text", "word", "pos", "slot", "codes"), SLOTS)
def test_the_parties_of_a_slot(code: str, text: str, word: str, pos: PartOfSpeech, slot: str, codes: list[str]) -> None:
    assert sorted(parties(code, text, word, slot, pos)) == codes


@pytest.mark.parametrize(
    ("code", "text", "codes"),
    [
        ("fr", "Le Pérou, le Chili et l'Équateur ont condamné la Bolivie.", {"PER", "CHL", "ECU"}),
        ("en", "Peru, Chile and Ecuador condemned Bolivia.", {"PER", "CHL", "ECU"}),
    ],
)
def test_all_of_an_enumeration(code: str, text: str, codes: set[str]) -> None:
    word = {"fr": "condamné", "en": "condemned"}[code]
    found = parties(code, text, word, "subj")
    assert set(found) == codes
    assert len(found) == len(codes)


@pytest.mark.parametrize(
    ("code", "text"), [("fr", "L'Inde et le Népal ont condamné la Bolivie."), ("en", "India and Nepal condemned Bolivia.")]
)
def test_parties_stand_in_the_order_of_the_text(code: str, text: str) -> None:
    assert parties(code, text, {"fr": "condamné", "en": "condemned"}[code], "subj") == ["IND", "NPL"]


@pytest.mark.parametrize(
    ("where", "unless", "holds"),
    [
        ({"obj": {"visit", "border"}}, {}, True),
        ({"obj": {"@border"}}, {}, True),
        ({"obj": {"@weapon"}}, {}, False),
        ({"obj": {"@any"}}, {}, True),
        ({"subj": {"@party"}}, {}, True),
        ({"obj": {"@person"}}, {}, False),
        ({"with": {"@party"}}, {}, True),
        ({"with": {"@place"}}, {}, True),
        ({"to": {"@any"}}, {}, False),
        ({"prev": {"has"}}, {}, True),
        ({}, {"obj": {"@border"}}, False),
        ({}, {"obj": {"eye"}}, True),
        ({}, {"to": {"@any"}}, True),
        ({"obj": {"@border"}}, {"subj": {"@party"}}, False),
    ],
)
def test_conditions(where: dict[str, set[str]], unless: dict[str, set[str]], holds: bool) -> None:
    scene = scene_of("en", "Chad has closed its border with Sudan.")
    wanted = {slot: frozenset(words) for slot, words in where.items()}
    barred = {slot: frozenset(words) for slot, words in unless.items()}
    assert (scene.holds(predicate(scene, "closed", where=wanted, unless=barred)) is not None) is holds


def test_the_tokens_that_satisfied_a_condition_are_told() -> None:
    scene = scene_of("en", "Chad has closed its border with Sudan.")
    found = scene.holds(predicate(scene, "closed", where={"obj": frozenset({"@border"})}))
    assert found is not None
    assert [scene.sentence[i].text for i in found] == ["border"]


@pytest.mark.parametrize(
    ("code", "text", "noun", "verb"),
    [
        ("fr", "La Turquie a mené des frappes.", "frappes", "mené"),
        ("en", "Talks were held on Monday.", "Talks", "held"),
        ("en", "They held a series of talks.", "talks", "held"),
        ("fr", "Les frappes inquiètent le roi.", "frappes", None),
        ("en", "Talks worried the king.", "Talks", None),
    ],
)
def test_light_verbs(code: str, text: str, noun: str, verb: str | None) -> None:
    scene = scene_of(code, text)
    found = scene.light_verb(next(t for t in scene.sentence if t.text == noun))
    assert (found.text if found else None) == verb


def test_the_first_slot_with_a_party_wins() -> None:
    scene = scene_of("en", "Turkish strikes on Syria go on.")
    found, slot = scene.first_filled(predicate(scene, "strikes", "noun"), ["poss", "on", "adj"])
    assert ([p.code for p in found], slot) == (["SYR"], "on")
    assert scene.first_filled(predicate(scene, "strikes", "noun"), ["poss", "with"]) == ((), "")
