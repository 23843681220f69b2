"""Whether an act happened: read off its own words and those that govern it, in both languages."""

from __future__ import annotations

import pytest

from dragoman.coding.certainty import status_of
from dragoman.coding.roles import Scene
from dragoman.languages import language
from dragoman.pipeline import trace


def status(code: str, text: str, word: str, reported: bool = False) -> str:
    found = trace(text, language=code)
    sentence = found.parsed.sentences[0]
    speech = language(code)
    scene = Scene(sentence, found.found.clauses, found.cast, speech.lexicon, speech.grammar)
    return status_of(scene, next(t for t in sentence if t.text == word), reported)[0]


CASES = [
    ("fr", "Le Tchad a fermé sa frontière.", "fermé", "actual"),
    ("en", "Chad closed its border.", "closed", "actual"),
    ("fr", "Le Tchad n'a pas fermé sa frontière.", "fermé", "negated"),
    ("fr", "Le Tchad n'a jamais fermé sa frontière.", "fermé", "negated"),
    ("en", "Chad did not close its border.", "close", "negated"),
    ("en", "Chad has never closed its border.", "closed", "negated"),
    ("fr", "Le Tchad n'a fermé que la frontière soudanaise.", "fermé", "actual"),
    ("fr", "Aucune attaque n'a eu lieu.", "attaque", "negated"),
    ("en", "No attack took place.", "attack", "negated"),
    ("fr", "L'armée a évité une attaque.", "attaque", "negated"),
    ("en", "The army prevented an attack.", "attack", "negated"),
    ("fr", "Le Tchad pourrait fermer sa frontière.", "fermer", "hypothetical"),
    ("en", "Chad may close its border.", "close", "hypothetical"),
    ("en", "Chad could close its border.", "close", "hypothetical"),
    ("en", "If Chad closes its border, Sudan will protest.", "closes", "hypothetical"),
    ("fr", "L'armée craint une attaque.", "attaque", "hypothetical"),
    ("en", "The army fears an attack.", "attack", "hypothetical"),
    ("fr", "Une éventuelle visite inquiète le roi.", "visite", "hypothetical"),
    ("en", "A possible visit worries the king.", "visit", "hypothetical"),
    ("fr", "Le Tchad fermera sa frontière.", "fermera", "planned"),
    ("fr", "Le Tchad va fermer sa frontière.", "fermer", "planned"),
    ("fr", "Le Tchad prévoit de fermer sa frontière.", "fermer", "planned"),
    ("en", "Chad will close its border.", "close", "planned"),
    ("en", "Chad plans to close its border.", "close", "planned"),
    ("en", "Chad is to close its border.", "close", "planned"),
    ("fr", "La prochaine visite du roi inquiète.", "visite", "planned"),
    ("fr", "La visite prévue inquiète le roi.", "visite", "planned"),
    ("en", "The upcoming visit worries the king.", "visit", "planned"),
    pytest.param(
        *("en", "The planned visit worries the king.", "visit", "planned")
    ),
    ("en", "The visit scheduled for May worries the king.", "visit", "planned"),
]


@pytest.mark.parametrize(("code", "text", "word", "expected"), CASES)
def test_status(code: str, text: str, word: str, expected: str) -> None:
    assert status(code, text, word) == expected


def test_the_french_conditional_of_hearsay_is_no_doubt() -> None:
    assert status("fr", "L'armée aurait fermé la frontière.", "fermé") == "actual"


def test_would_is_the_future_in_reported_speech_only() -> None:
    text = "Chad said it would close its border."
    assert status("en", text, "close", reported=True) == "planned"
    assert status("en", "Chad would close its border.", "close") == "hypothetical"


def test_the_word_that_decides_is_named() -> None:
    found = trace("Chad may close its border.", language="en")
    scene = Scene(found.parsed.sentences[0], found.found.clauses, found.cast, language("en").lexicon, language("en").grammar)
    assert status_of(scene, scene.sentence[2]) == ("hypothetical", "may")
