"""Statements of single sentences in both languages: who, what, in which form, asserted or denied."""

from __future__ import annotations

import pytest

from dragoman.coding.statements import code_statements
from dragoman.finding.quotations import find_quotations
from dragoman.languages.cues import load_cues
from dragoman.model.mentions import Cast, Found, Party, Referent
from dragoman.model.records import Statement
from dragoman.model.text import Document
from dragoman.parsing import parse


def statements(language: str, text: str, cast: Cast | None = None) -> tuple[Statement, ...]:
    parsed = parse(Document("test", text), language)
    return code_statements(parsed, Found(quotations=find_quotations(text)), cast or Cast(), load_cues(language))


def said(language: str, text: str) -> list[tuple[str, str]]:
    return [(s.speaker.name, s.content.text) for s in statements(language, text)]


FRENCH = [
    ("« Le port restera ouvert », a déclaré la ministre Anna Berg.", [("Anna Berg", "Le port restera ouvert")]),
    ("La ministre Anna Berg a déclaré : « Le port restera ouvert. »", [("Anna Berg", "Le port restera ouvert.")]),
    ("Le port restera ouvert, a indiqué le ministère.", [("ministère", "Le port restera ouvert")]),
    ("Le port restera ouvert, affirme le ministère.", [("ministère", "Le port restera ouvert")]),
    ("Le ministère a indiqué que le port restera ouvert.", [("ministère", "le port restera ouvert")]),
    ("Le ministère a affirmé mardi que le port « ne fermera jamais ».", [("ministère", "le port « ne fermera jamais »")]),
    ("Selon la police, trois hommes ont été arrêtés.", [("police", "trois hommes ont été arrêtés")]),
    ("Trois hommes ont été arrêtés mardi, selon la police.", [("police", "Trois hommes ont été arrêtés mardi")]),
    ("Le ministère dit avoir reçu deux lettres.", [("ministère", "avoir reçu deux lettres")]),
    ("La ministre Anna Berg a dénoncé « une farce indigne ».", [("Anna Berg", "une farce indigne")]),
    ("La ministre Anna Berg a accusé le port de « mentir aux familles ».", [("Anna Berg", "mentir aux familles")]),
]
ENGLISH = [
    ('"The port will stay open," said Anna Berg.', [("Anna Berg", "The port will stay open")]),
    ('Anna Berg said: "The port will stay open."', [("Anna Berg", "The port will stay open.")]),
    ("The port will stay open, the ministry said on Monday.", [("ministry", "The port will stay open")]),
    ("The ministry said that the port would stay open.", [("ministry", "the port would stay open")]),
    ("The ministry said the port would stay open.", [("ministry", "the port would stay open")]),
    ("According to the police, three men were arrested.", [("police", "three men were arrested")]),
    ("Three men were arrested on Tuesday, according to the police.", [("police", "Three men were arrested on Tuesday")]),
    ('Anna Berg accused the port of "lying to the families".', [("Anna Berg", "lying to the families")]),
    ('"We will stay," Anna Berg said. "Nobody is leaving."', [("Anna Berg", "We will stay"), ("Anna Berg", "Nobody is leaving.")]),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french(text: str, expected: list[tuple[str, str]]) -> None:
    assert said("fr", text) == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[tuple[str, str]]) -> None:
    assert said("en", text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le film « La Grande Illusion » est sorti à Paris."),
        ("fr", "Le navire « Espoir du Nord » a quitté le port."),
        ("fr", "Les « gilets jaunes » ont défilé dans la capitale."),
        ("fr", "Le ministère n’a pas dit que le port fermerait."),
        ("fr", "Le port a rouvert selon le calendrier."),
        ("en", 'The film "Casablanca Nights" opened in Rome.'),
        ("en", 'The so-called "people\'s republic" held a vote.'),
        ("en", "The ministry did not say that the port would close."),
        ("en", "The port reopened according to plan."),
        ("en", "The ministry declined to say whether the port would close."),
    ],
)
def test_titles_scare_quotes_and_what_is_left_unsaid_are_no_statements(language: str, text: str) -> None:
    assert said(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("fr", "L'armée dément avoir visé le port.", "avoir visé le port"),
        ("fr", "L'armée a nié que le port ait été visé.", "le port ait été visé"),
        ("fr", "L'armée dément toute implication.", "toute implication"),
        ("en", "The army denies any role in the attack.", "any role in the attack"),
        ("en", "The army denied that it had shelled the port.", "it had shelled the port"),
        ("en", "The army denied shelling the port.", "shelling the port"),
    ],
)
def test_denials(language: str, text: str, content: str) -> None:
    (found,) = statements(language, text)
    assert (found.polarity, found.content.text) == ("denies", content)


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("fr", "« Le port restera ouvert », a dit Anna Berg.", "direct"),
        ("fr", "Anna Berg a dit que le port restera ouvert.", "indirect"),
        ("fr", "Anna Berg a dit que le port « restera ouvert » demain.", "mixed"),
        ("en", '"The port will stay open," said Anna Berg.', "direct"),
        ("en", "Anna Berg said that the port would stay open.", "indirect"),
        ("en", 'Anna Berg said that the port would "stay open" tomorrow.', "mixed"),
    ],
)
def test_forms(language: str, text: str, form: str) -> None:
    (found,) = statements(language, text)
    assert found.form == form


def test_a_quotation_split_by_its_cue_gives_two_statements() -> None:
    text = "« Nous partirons demain », a dit Anna Berg, « et nous reviendrons bientôt »."
    assert said("fr", text) == [("Anna Berg", "Nous partirons demain"), ("Anna Berg", "et nous reviendrons bientôt")]


def test_a_cue_inside_the_marks_splits_the_quotation() -> None:
    text = "« Nous partirons demain, a promis la ministre Anna Berg, et nous reviendrons. »"
    assert said("fr", text) == [("Anna Berg", "Nous partirons demain"), ("Anna Berg", "et nous reviendrons.")]


def test_a_participle_speaks_for_the_subject_of_its_verb() -> None:
    text = "La ministre Anna Berg a quitté la salle, affirmant que le débat était clos."
    assert said("fr", text) == [("Anna Berg", "le débat était clos")]


def test_the_content_ends_where_the_speaker_goes_on() -> None:
    text = "Anna Berg said that the port would stay open, adding that taxes would fall."
    assert said("en", text) == [("Anna Berg", "the port would stay open"), ("Anna Berg", "taxes would fall")]


def test_the_cast_names_the_speaker_and_its_codes() -> None:
    army = Referent("armée danoise", (Party("DNK", "armée danoise", "MIL", "DNK"),), kind="body")
    (found,) = statements("fr", "Elle a dit que le port restera ouvert.", Cast({(0, 0): army}))
    assert (found.speaker.name, found.speaker.code, found.speaker.id) == ("armée danoise", ("DNK",), "DNK")


def test_a_pronoun_that_nobody_resolves_speaks_for_who_spoke_before() -> None:
    text = "La ministre Anna Berg a dit que le port fermera. Il rouvrira lundi, a-t-elle ajouté."
    assert said("fr", text) == [("Anna Berg", "le port fermera"), ("Anna Berg", "Il rouvrira lundi")]


def test_offsets_and_identifiers_are_stable() -> None:
    text = "« Le port restera ouvert », a déclaré Anna Berg."
    (first,), (second,) = statements("fr", text), statements("fr", text)
    assert first == second
    assert text[first.content.start : first.content.end] == first.content.text
    assert first.cue is not None
    assert first.cue.text == "a déclaré"
    assert 0 < first.confidence <= 1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_language_knows_many_verbs(language: str) -> None:
    assert len(load_cues(language).verbs) >= 150
