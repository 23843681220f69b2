"""French trees: Explosion's `fr_core_news_md`, whose labels are those of UD French."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from spacy.util import compile_infix_regex

from dragoman.languages.enumerations import enumerations
from dragoman.languages.fr.mending.contents import contents
from dragoman.languages.fr.mending.objects import objects
from dragoman.languages.fr.mending.pronouns import pronouns
from dragoman.languages.fr.mending.relatives import relatives
from dragoman.languages.fr.mending.subjects import subjects
from dragoman.languages.fr.mending.verbs import complements, verbs
from dragoman.languages.fr.trees import REPEATED, TIMES, mended, nouns, participles, surnames
from dragoman.languages.quoted import beyond_quotations
from dragoman.languages.spacy_trees import SpacyParser, load_pipeline
from dragoman.languages.subjects import clause_behind_and, named_subjects
from dragoman.model.text import Token

# Clitics after a hyphen are words of their own in UD French; any other hyphen joins ("franco-allemand", "week-end").
CLITICS = r"(?:-t)?-(?:il|elle|on|ils|elles|je|tu|nous|vous|ce|le|la|les|lui|leur|moi|toi|y|en|là|ci)(?![\w-])"
INFIXES = (
    r"\.\.+|…",
    r"(?<=[^\W\d_]')[«\"](?=\w)",
    r"(?<=[^\W\d_]')(?=[^\W\d_]|[«\"])",
    r"(?<=[^\W\d_])(?=" + CLITICS + ")",
    r"(?<=[^\W\d_])[,!?;:\"«»()\[\]=/—–](?=[^\W\d_])",
    r"(?<=[\w.,»)])[«»\"(){}\[\]—–]+",
    r"(?<=[0-9])[+*/^](?=[0-9-])",
)
# The lemmatiser leaves function words in many shapes.
FUNCTION = {
    "du": "de", "des": "de", "d'": "de", "au": "à", "aux": "à", "jusqu'": "jusque",
    "qu'": "que", "n'": "ne", "s'": "se", "l'": "le",
}
# Nouns that it gives an English lemma.
ENGLISH = {"party": "partie"}
ASIDES = re.compile(
    r", (?:lui|elle|eux|elles)(?: aussi| non plus|-même|-mêmes)?,(?= \w)|"
    r"(?<=\w),? (?:par ailleurs|en outre|en revanche|de plus|pour (?:sa|leur) part|de (?:son|leur) côté|"
    r"quant à (?:lui|elle|eux|elles)|à (?:son|leur) tour|toutefois|cependant|néanmoins|pour autant)(?=[ ,])(?:,(?= \w))?"
)
# "A Paris, ...": capitals without their accents, which the model takes for a name.
BARE_CAPITAL = re.compile(r"(?:^|(?<=[.!?»;:—–] ))A(?= \w)", re.MULTILINE)


def load() -> SpacyParser:
    pipeline = load_pipeline("fr_core_news_md")
    tokenizer: Any = pipeline.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(INFIXES).finditer
    tokenizer.token_match = None
    return SpacyParser(pipeline, convert, ASIDES, accented)


def accented(text: str) -> str:
    return BARE_CAPITAL.sub("À", text)


def convert(tokens: list[Token]) -> list[Token]:
    """One sentence with UD lemmas and with what the model gets wrong of French mended (trees.py and mending/)."""
    tagged = [replace(t, lemma=_lemma(t)) for t in nouns(surnames(participles(tokens)))]
    clauses = contents(complements(subjects(relatives(pronouns(verbs(tagged))), TIMES)))
    joined = clause_behind_and(beyond_quotations(objects(mended(clauses), TIMES)))
    return named_subjects(enumerations(joined, REPEATED))


def _lemma(token: Token) -> str:
    if token.pos == "ADP":
        return FUNCTION.get(token.lower, token.lower)
    if token.pos in ("SCONJ", "PRON", "ADV"):
        return FUNCTION.get(token.lower, token.lemma)
    if token.pos == "NOUN":
        return ENGLISH.get(token.lemma, token.lemma)
    unread = token.pos == "VERB" and token.lemma == token.lower and token.lower.endswith("e") and not token.lower.endswith("re")
    return token.lower + "r" if unread else token.lemma
