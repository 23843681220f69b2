"""What an act has to do with: cues found, hidden and weighed. Trees are written out here, so that no parser is needed."""

from __future__ import annotations

import pytest

from dragoman.coding.contexts import about, contexts_of
from dragoman.languages import available
from dragoman.languages.contexts import ContextCues, build, load_contexts
from dragoman.model.text import Sentence, Token
from dragoman.ontology import ontology

ACTS = ontology().acts
CUES = build(
    {
        "nothing": [["press conference"]],
        "rights_freedoms": [["press"]],
        "military": [["army", "cease-fire"]],
        "economic": [["tariff", "econom*"]],
    }
)


def sentence(words: str, head: int = 0) -> Sentence:
    """A sentence whose words all hang on one of them; lemmas are the words."""
    tokens = (Token(n, word, word.lower(), "NOUN", {}, head, "root" if n == head else "dep", n, n) for n, word in enumerate(words.split()))
    return Sentence(0, 0, tuple(tokens))


def found(words: str, cues: ContextCues = CUES) -> list[tuple[int, str]]:
    return list(cues.hits(sentence(words)))


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("the army left", [(1, "military")]),
        ("the press wrote", [(1, "rights_freedoms")]),
        ("a press conference", []),
        ("an economist said", [(1, "economic")]),
        ("a cease-fire holds", [(1, "military")]),
        ("a cease - fire holds", [(1, "military")]),
        ("nothing of note", []),
    ],
)
def test_cues_are_found_and_a_phrase_hides_what_is_in_it(words: str, hits: list[tuple[int, str]]) -> None:
    assert found(words) == hits


def test_a_document_is_about_what_its_cues_say() -> None:
    topics = about([sentence("army and army"), sentence("tariff and army")], CUES)
    assert topics == {"military": 0.75, "economic": 0.25}
    assert about([sentence("nothing here")], CUES) == {}


def test_the_acts_own_contexts_stand() -> None:
    assert contexts_of(ACTS["visit"], sentence("visited"), [0], {}, CUES, abroad=True) == ("diplomatic",)


def test_a_cue_beside_the_act_adds_its_context_in_the_order_of_the_ontology() -> None:
    topics = {"economic": 0.5, "military": 0.5}
    assert contexts_of(ACTS["visit"], sentence("visited tariff"), [0], topics, CUES, abroad=True) == ("economic", "diplomatic")


def test_words_between_states_are_diplomacy_and_force_at_home_is_repression() -> None:
    assert contexts_of(ACTS["condemn"], sentence("condemned"), [0], {}, CUES, abroad=True) == ("diplomatic",)
    assert contexts_of(ACTS["arrest"], sentence("arrested"), [0], {}, CUES, abroad=False) == ("repression",)


def test_no_evidence_no_context() -> None:
    assert contexts_of(ACTS["condemn"], sentence("condemned"), [0], {}, CUES) == ()


def test_never_more_than_two() -> None:
    topics = {"military": 0.4, "economic": 0.4, "rights_freedoms": 0.2}
    assert len(contexts_of(ACTS["visit"], sentence("visited army tariff press"), [0], topics, CUES, abroad=True)) == 2


@pytest.mark.parametrize("code", ["en", "fr"])
def test_a_language_has_cues_for_every_context(code: str) -> None:
    cues = load_contexts(code)
    named = {context for entries in cues.phrases.values() for _, context in entries} | set(cues.stems.values())
    assert set(ontology().contexts) <= named


PLAIN = ACTS["offer"]
"""An act with no context of its own."""
EVERY = [(code, context) for code in available() for context in ontology().contexts]


def words_of(cues: ContextCues, context: str) -> list[str]:
    """The cues of a context that are told by nothing else."""
    found = [" ".join(words) for entries in cues.phrases.values() for words, one in entries if one == context]
    return [words for words in [*found, *(stem for stem, one in cues.stems.items() if one == context)] if _only(words, cues, context)]


def _only(words: str, cues: ContextCues, context: str) -> bool:
    return {one for _, one in cues.hits(sentence(words))} == {context}


@pytest.mark.parametrize(("code", "context"), EVERY)
def test_a_cue_in_the_sentence_leads_to_each_context(code: str, context: str) -> None:
    cues = load_contexts(code)
    cue = words_of(cues, context)[0]
    assert contexts_of(PLAIN, sentence(f"offers {cue}"), [0], {}, cues) == (context,)


@pytest.mark.parametrize(("code", "context"), EVERY)
def test_cues_of_the_document_lead_to_each_context(code: str, context: str) -> None:
    cues = load_contexts(code)
    topics = about([sentence(cue) for cue in words_of(cues, context)[:2]], cues)
    assert contexts_of(PLAIN, sentence("offers"), [0], topics, cues) == (context,)


@pytest.mark.parametrize(
    ("code", "words", "context"),
    [
        ("en", "a Customs duty on steel", "economic"),
        ("en", "the IAEA inspectors", "cbrn"),
        ("fr", "les affaires étrangères", "diplomatic"),
        ("fr", "le coup d' état", "political_institutions"),
        ("fr", "un corridor humanitaire", "human_security"),
    ],
)
def test_cues_of_the_languages(code: str, words: str, context: str) -> None:
    assert context in {c for _, c in found(words, load_contexts(code))}
