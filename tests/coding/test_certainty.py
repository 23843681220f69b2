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
    ("en", "The planned visit worries the king.", "visit", "planned"),
    ("en", "The visit scheduled for May worries the king.", "visit", "planned"),
    # what is not there
    ("fr", "Le Tchad a cédé sans fermer sa frontière.", "fermer", "negated"),
    ("en", "Chad yielded without closing its border.", "closing", "negated"),
    ("fr", "Le Tchad a cédé, non sans fermer sa frontière.", "fermer", "actual"),
    ("en", "Chad closed nothing.", "closed", "negated"),
    ("en", "Nobody closed the border.", "closed", "negated"),
    ("en", "No guard closed the border.", "closed", "negated"),
    ("en", "Neither the king nor the queen closed the border.", "closed", "negated"),
    ("en", "No fewer than nine guards closed the border.", "closed", "actual"),
    ("en", "Chad closed the border and ignored Togo, nor did it call Benin.", "closed", "actual"),
    ("fr", "L'armée n'en a pas moins fermé la frontière.", "fermé", "actual"),
    # governors that deny, and their own denial
    ("fr", "Le Tchad s'est abstenu de fermer sa frontière.", "fermer", "negated"),
    ("en", "Chad refrained from closing its border.", "closing", "negated"),
    ("en", "Chad has yet to close its border.", "close", "negated"),
    ("en", "Chad was unable to close its border.", "close", "negated"),
    ("fr", "Le Tchad a échoué à fermer sa frontière.", "fermer", "negated"),
    ("fr", "Le Tchad a failli fermer sa frontière.", "fermer", "negated"),
    ("en", "Chad almost closed its border.", "closed", "negated"),
    ("fr", "Le Tchad n'a pas réussi à fermer sa frontière.", "fermer", "negated"),
    ("en", "Chad did not manage to close its border.", "close", "negated"),
    ("fr", "Les tirs n'ont pas cessé.", "tirs", "actual"),
    ("fr", "Les tirs ont cessé.", "tirs", "actual"),
    ("fr", "La police a déjoué un attentat.", "attentat", "negated"),
    ("en", "Police foiled an attack.", "attack", "negated"),
    ("fr", "Le roi est parti sans obtenir d'excuses.", "excuses", "negated"),
    ("en", "The king left without obtaining an apology.", "apology", "negated"),
    ("fr", "Le roi a obtenu des excuses.", "excuses", "actual"),
    ("fr", "Le roi aurait dû fermer la frontière.", "fermer", "negated"),
    ("en", "The king should have closed the border.", "closed", "negated"),
    ("en", "The king was to have closed the border.", "closed", "negated"),
    # what is left open
    ("fr", "Le Tchad n'exclut pas de fermer sa frontière.", "fermer", "hypothetical"),
    ("en", "Chad did not rule out closing its border.", "closing", "hypothetical"),
    ("fr", "L'armée craint que le Tchad ne ferme sa frontière.", "ferme", "hypothetical"),
    ("fr", "Le Tchad a-t-il fermé sa frontière ?", "fermé", "hypothetical"),
    ("en", "Did Chad close its border?", "close", "hypothetical"),
    ("fr", "Pourquoi le Tchad a-t-il fermé sa frontière ?", "fermé", "actual"),
    ("en", "Why did Chad close its border?", "close", "actual"),
    ("en", "An attack may follow.", "attack", "hypothetical"),
    ("fr", "Une visite reste possible.", "visite", "hypothetical"),
    # a finite verb joined to another is told by itself
    ("fr", "Le Tchad fermera sa frontière et accuse le Soudan.", "accuse", "actual"),
    ("en", "Chad will close its border and has accused Sudan.", "accused", "actual"),
    ("en", "Chad will close its border and expel the envoy.", "expel", "planned"),
    ("fr", "Si un convoi est entré lundi, les autres attendent.", "entré", "actual"),
    ("fr", "Si le convoi arrive lundi, les autres suivront.", "arrive", "hypothetical"),
    # what is to take place
    ("fr", "Une réunion doit se tenir lundi.", "réunion", "planned"),
    ("en", "A meeting is to be held on Monday.", "meeting", "planned"),
]


@pytest.mark.parametrize(("code", "text", "word", "expected"), CASES)
def test_status(code: str, text: str, word: str, expected: str) -> None:
    assert status(code, text, word) == expected


def test_the_french_conditional_of_hearsay_is_no_doubt() -> None:
    assert status("fr", "L'armée aurait fermé la frontière.", "fermé") == "actual"


def test_the_french_conditional_is_the_future_in_reported_speech() -> None:
    assert status("fr", "Il a dit que le Tchad fermerait sa frontière.", "fermerait", reported=True) == "planned"
    assert status("fr", "Il a dit que le Tchad préparait une attaque.", "préparait", reported=True) == "actual"


def test_would_is_the_future_in_reported_speech_only() -> None:
    text = "Chad said it would close its border."
    assert status("en", text, "close", reported=True) == "planned"
    assert status("en", "Chad would close its border.", "close") == "hypothetical"


def test_the_word_that_decides_is_named() -> None:
    found = trace("Chad may close its border.", language="en")
    scene = Scene(found.parsed.sentences[0], found.found.clauses, found.cast, language("en").lexicon, language("en").grammar)
    assert status_of(scene, scene.sentence[2]) == ("hypothetical", "may")
