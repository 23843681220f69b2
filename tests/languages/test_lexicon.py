"""Words for acts: what a phrase of words/*.yaml becomes, and what a condition accepts."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.languages import language, lexicon
from dragoman.languages.lexicon import Lexicon, load_lexicon
from dragoman.model.patterns import Pattern


def made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str, words: str, classes: str = "{}") -> Lexicon:
    """A language's lexicon with words of our own."""
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "own.yaml").write_text(words, "utf-8")
    (tmp_path / "classes.yaml").write_text(classes, "utf-8")
    monkeypatch.setattr(lexicon, "folder", lambda _: tmp_path)
    return load_lexicon(code)


def only(found: Lexicon, lemma: str) -> Pattern:
    (pattern,) = found.headed(lemma)
    return pattern


@pytest.mark.parametrize(
    ("code", "entry", "head", "words", "reflexive"),
    [
        ("fr", 'verbs: ["mettre en garde"]', "mettre", ("mettre", "en", "garde"), False),
        ("fr", 'verbs: ["claquer la porte"]', "claquer", ("claquer", "porte"), False),
        ("fr", 'verbs: ["se rendre"]', "rendre", ("rendre",), True),
        ("fr", 'nouns: ["frappe aérienne"]', "frappe", ("frappe", "aérienne"), False),
        ("fr", 'nouns: ["coup d\'État"]', "coup", ("coup", "de", "état"), False),
        ("fr", 'nouns: ["rupture du dialogue"]', "rupture", ("rupture", "de", "dialogue"), False),
        ("en", 'verbs: ["take to the streets"]', "take", ("take", "to", "streets"), False),
        ("en", 'nouns: ["air strike"]', "strike", ("air", "strike"), False),
        ("en", 'nouns: ["call for restraint"]', "call", ("call", "for", "restraint"), False),
        ("en", "adjectives: [hostile]", "hostile", ("hostile",), False),
    ],
)
def test_a_phrase(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str, entry: str, head: str, words: tuple[str, ...], reflexive: bool
) -> None:
    pattern = only(made(monkeypatch, tmp_path, code, f"- {{act: attack, {entry}}}"), head)
    assert (pattern.words, pattern.words[pattern.head], pattern.reflexive) == (words, head, reflexive)
    assert pattern.rule.startswith(f"{code}:attack:")


def test_slots_and_conditions(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    words = """
- {act: visit, verbs: [tour], actor: [subj], recipient: [obj, on], where: {obj: "@place", on: [foot, horse]}, unless: {subj: band}}
- {act: condemn, verbs: [slam]}
- {act: condemn, verbs: [lament], actor: [subj]}
"""
    found = made(monkeypatch, tmp_path, "en", words)
    tour = only(found, "tour")
    assert (tour.actor, tour.recipient) == (("subj",), ("obj", "on"))
    assert tour.where == {"obj": {"@place"}, "on": {"foot", "horse"}}
    assert tour.unless == {"subj": {"band"}}
    assert only(found, "slam").actor == ("subj",)
    assert "obj" in only(found, "slam").recipient
    assert only(found, "lament").recipient == ()
    assert tour.weight > only(found, "slam").weight


def test_classes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = made(monkeypatch, tmp_path, "en", "", "{weapon: [Missile, tank], ship: [frigate]}")
    assert found.within("missile", frozenset({"@weapon"}))
    assert found.within("drone", frozenset({"@weapon", "drone"}))
    assert not found.within("frigate", frozenset({"@weapon"}))
    assert not found.within("weapon", frozenset({"@weapon"}))
    assert not found.within("missile", frozenset({"@navy"}))


@pytest.mark.parametrize("entry", ["{act: visit}", "{verbs: [tour]}", "{act: visit, verb: [tour]}"])
def test_an_entry_that_cannot_be_read_names_its_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, entry: str) -> None:
    with pytest.raises(ValueError, match="own.yaml"):
        made(monkeypatch, tmp_path, "en", f"- {entry}")


def test_broken_yaml_names_its_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="own.yaml"):
        made(monkeypatch, tmp_path, "en", "- {act: [")


def test_on_is_a_word(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = made(monkeypatch, tmp_path, "en", "- {act: visit, verbs: [call], recipient: [on]}")
    assert only(found, "call").recipient == ("on",)


@pytest.mark.parametrize("code", ["fr", "en"])
def test_patterns_are_found_by_their_head(code: str) -> None:
    for lemma, patterns in language(code).lexicon.patterns.items():
        assert all(p.words[p.head] == lemma for p in patterns)
