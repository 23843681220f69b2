"""The language folders' data agree with the ontology, with one another and with themselves."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from dragoman.languages import available, language
from dragoman.languages.data import WordLoader, folder, read_yaml
from dragoman.languages.lexicon import KEYS
from dragoman.model.patterns import Pattern
from dragoman.ontology import ontology

CODES = available()
BUILT_IN = {"@party", "@place", "@person", "@any", "@verb"}
FIELDS = {"act", "verbs", "nouns", "adjectives", "actor", "recipient", "where", "unless"}
PLAIN_SLOTS = {"subj", "obj", "iobj", "poss", "adj", "comp", "mod", "case", "prev", "next"}
NEEDED = """
agreement weapon aid-goods money captive troops police civilians sanction restriction talks visit border diplomat relations
office-holder judicial crime violence protest land vessel aircraft media organisation law election
to-yield to-meet to-assist to-change to-sanction to-restrict to-arrest to-expel to-seize-land to-use-force
"""


def entries(code: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """(file, entry) of all words of a language."""
    for source in sorted(folder(code).joinpath("words").iterdir(), key=lambda f: f.name):
        yield from ((source.name, entry) for entry in read_yaml(source) or ())


def patterns(code: str) -> list[Pattern]:
    return [p for rows in language(code).lexicon.patterns.values() for p in rows]


def test_there_is_french_and_english() -> None:
    assert CODES == ("en", "fr")


@pytest.mark.parametrize("code", CODES)
def test_every_act_named_is_one_of_the_ontologys(code: str) -> None:
    assert not {(file, entry["act"]) for file, entry in entries(code) if entry["act"] not in ontology().acts}


@pytest.mark.parametrize("code", CODES)
def test_every_type_of_event_can_be_said(code: str) -> None:
    said = {ontology().acts[p.act].type for p in patterns(code)}
    assert said == set(ontology().types)


@pytest.mark.parametrize("code", CODES)
def test_an_entry_has_one_kind_of_word_and_known_fields(code: str) -> None:
    assert not [(file, entry) for file, entry in entries(code) if not entry.keys() <= FIELDS or len(entry.keys() & KEYS.keys()) != 1]


@pytest.mark.parametrize("code", CODES)
def test_no_entry_is_empty(code: str) -> None:
    words = ((file, entry["act"], phrase) for file, entry in entries(code) for key in KEYS for phrase in entry.get(key, ()))
    assert not [word for word in words if not isinstance(word[2], str) or not word[2].strip()]
    assert all(entry[key] for _, entry in entries(code) for key in KEYS.keys() & entry.keys())


@pytest.mark.parametrize("code", CODES)
def test_every_class_named_exists(code: str) -> None:
    known = {f"@{name}" for name in language(code).lexicon.classes} | BUILT_IN
    named = {w for p in patterns(code) for words in (*p.where.values(), *p.unless.values()) for w in words if w.startswith("@")}
    assert not named - known


@pytest.mark.parametrize("code", CODES)
def test_every_class_that_refines_an_act_exists(code: str) -> None:
    assert not {name for by_class in ontology().refinements.values() for name in by_class} - language(code).lexicon.classes.keys()


@pytest.mark.parametrize("code", CODES)
def test_lemmas_are_lower_case(code: str) -> None:
    upper = {w for p in patterns(code) for words in (*p.where.values(), *p.unless.values()) for w in words if w != w.lower()}
    assert not upper
    assert not {w for p in patterns(code) for w in p.words if w != w.lower()}


@pytest.mark.parametrize("code", CODES)
def test_slots_are_known_or_adpositions(code: str) -> None:
    slots = {s for p in patterns(code) for s in (*p.actor, *p.recipient, *p.where, *p.unless)}
    odd = {s for s in slots for part in s.split(".") if part not in PLAIN_SLOTS and set(part) & set(string.digits + "@_")}
    assert not odd


@pytest.mark.parametrize("code", CODES)
def test_classes_are_lists_of_words(code: str) -> None:
    raw = read_yaml(folder(code).joinpath("classes.yaml"))
    assert not set(NEEDED.split()) - raw.keys()
    for name, words in raw.items():
        assert words and all(isinstance(w, str) and w.strip() == w and not w.startswith("@") for w in words), name


def doubled(node: yaml.Node | None) -> Iterator[str]:
    """The keys that a mapping of a YAML tree has twice: the later one silently hides the first."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from doubled(item)
    elif isinstance(node, yaml.MappingNode):
        keys = Counter(key.value for key, _ in node.value)
        yield from (f"line {node.start_mark.line + 1}: {key}" for key, count in keys.items() if count > 1 and key != "<<")
        for _, value in node.value:
            yield from doubled(value)


@pytest.mark.parametrize("code", CODES)
def test_no_key_stands_twice(code: str) -> None:
    sources = [*folder(code).iterdir(), *folder(code).joinpath("words").iterdir()]
    trees = {s.name: yaml.compose(s.read_text("utf-8"), WordLoader) for s in sources if s.name.endswith(".yaml")}
    assert len(trees) > 10
    assert not {name: found for name, tree in trees.items() if (found := list(doubled(tree)))}


def test_all_languages_have_the_same_files_and_the_same_sets_of_function_words() -> None:
    files = {code: {f.name for f in folder(code).iterdir() if f.name.endswith((".py", ".yaml", ".tsv"))} for code in CODES}
    assert len(set(map(frozenset, files.values()))) == 1
    assert len({frozenset(read_yaml(folder(code).joinpath("grammar.yaml"))) for code in CODES}) == 1


@pytest.mark.parametrize("code", CODES)
def test_every_type_of_event_has_an_example(code: str) -> None:
    lines = [line for example in read_yaml(folder(code).joinpath("examples.yaml")) for line in example.get("events", ())]
    assert {line.split()[0].split("/")[0] for line in lines} == set(ontology().types)


@pytest.mark.parametrize("code", CODES)
def test_examples_name_modes_of_the_ontology(code: str) -> None:
    heads = {line.split()[0] for example in read_yaml(folder(code).joinpath("examples.yaml")) for line in example.get("events", ())}
    pairs = [head.split("/") for head in heads if "/" in head]
    assert not [(kind, mode) for kind, mode in pairs if mode not in ontology().types[kind].modes]


@pytest.mark.parametrize("code", CODES)
def test_a_language_has_examples_of_sentences_that_say_nothing(code: str) -> None:
    examples = read_yaml(folder(code).joinpath("examples.yaml"))
    assert sum(example.get("events") == [] for example in examples) >= 20
