"""Lemmas that the model gets wrong, mended from lists of words (lemmas.yaml) by the spelling of English forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dragoman.languages.data import folder, read_yaml
from dragoman.model.text import Token

SIBILANT = re.compile(r"(s|x|z|ch|sh)$")
CONSONANT_Y = re.compile(r"[^aeiou]y$")
SHORT = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")
"""One syllable, one vowel, one consonant: that is doubled in "tarred", where a silent e keeps it single ("stared")."""
POS = {"VERB": "verbs", "AUX": "verbs", "ADJ": "verbs", "NOUN": "nouns"}


def mended_lemma(token: Token) -> str:
    """A token's lemma in small letters, that of the listed word where it is a form of one."""
    if token.pos == "PROPN":
        return token.lemma
    return _forms()[POS.get(token.pos, "forms")].get(token.lower, token.lemma.lower())


@cache
def _forms() -> Mapping[str, Mapping[str, str]]:
    """The word of each form, for verbs, for nouns and for what no rule gives."""
    raw = read_yaml(folder("en").joinpath("mending", "lemmas.yaml"))
    doubling = frozenset(raw["doubling"])
    verbs = {form: verb for verb in raw["verbs"] for form in (plural(verb), *gerund_and_past(verb, verb in doubling))}
    nouns = {plural(noun): noun for noun in raw["nouns"]}
    joined = {form: word.replace("-", "") for word in raw["hyphened"] for form in (word, plural(word), *gerund_and_past(word))}
    return {"verbs": {**verbs, **joined, **raw["forms"]}, "nouns": {**nouns, **joined}, "forms": {}}


def plural(word: str) -> str:
    """A noun's plural or a verb's third person, by spelling."""
    if SIBILANT.search(word):
        return word + "es"
    return word[:-1] + "ies" if CONSONANT_Y.search(word) else word + "s"


def gerund_and_past(verb: str, doubling: bool = False) -> Iterator[str]:
    """A regular verb's other forms; those with one short syllable, or that are `doubling`, double their last letter."""
    stem = verb + verb[-1] if doubling or SHORT.fullmatch(verb) else verb
    if verb.endswith("e"):
        yield from (verb + "d", verb[:-1] + "ing")
    else:
        yield stem[:-1] + "ied" if CONSONANT_Y.search(verb) else stem + "ed"
        yield stem + "ing"
