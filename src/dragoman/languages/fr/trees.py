"""What the French model gets wrong of names, verbs and their arguments, mended on its trees.

Each step takes the tokens of a sentence and gives them back with some tags, relations or heads changed; none adds or drops a word.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.model.text import Token

Step = Callable[[list[Token]], list[Token]]
REFLEXIVE = ("se", "s'", "me", "m'")
ACTIVE = {"aux:pass": "aux:tense", "nsubj:pass": "nsubj"}
WITH_ETRE = frozenset(
    [
        "aller", "arriver", "venir", "revenir", "devenir", "parvenir", "intervenir", "survenir", "provenir", "advenir",
        "descendre", "redescendre", "monter", "remonter", "tomber", "retomber", "partir", "repartir", "entrer", "rentrer",
        "sortir", "ressortir", "rester", "retourner", "naître", "renaître", "mourir", "décéder", "accourir",
    ]
)
"""Verbs whose past is made with `être`."""
TIMES = frozenset(
    [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "matin", "matinée", "midi", "après-midi",
        "soir", "soirée", "nuit", "jour", "journée", "veille", "lendemain", "week-end", "semaine", "mois", "an", "année",
        "heure", "minute", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre", "décembre", "hier", "trimestre",
    ]
)
"""Nouns that date an act when they stand bare beside it."""


PRONOUNS = frozenset(
    [
        "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "lui", "eux", "ce", "ceci", "cela", "celui", "celle", "ceux",
        "celles", "celui-ci", "celle-ci", "ceux-ci", "celles-ci", "qui", "que", "rien", "tout", "tous", "toutes", "personne", "certains",
        "certaines", "plusieurs", "aucun", "aucune", "beaucoup", "chacun", "chacune", "moi", "soi", "autres", "quiconque",
    ]
)


def mended(tokens: list[Token]) -> list[Token]:
    """Passives that are none, dates that are no objects, objects that hang on a date or a place."""
    steps: tuple[Step, ...] = (_actives, _dates, _objects)
    for step in steps:
        tokens = step(tokens)
    return tokens


def participles(tokens: list[Token]) -> list[Token]:
    """`a gelé` is a verb even where the tagger sees an adjective."""
    verbs = {t.head for t in tokens if t.dep.startswith("aux") and t.lemma == "avoir"}
    return [_participle(t) if t.index in verbs else t for t in tokens]


def _participle(token: Token) -> Token:
    if token.pos != "ADJ" or not token.lower.endswith(("é", "és", "ée", "ées")):
        return token
    stem = token.lower.rstrip("es").removesuffix("é")
    return replace(token, pos="VERB", lemma=stem + "er", feats={**token.feats, "VerbForm": "Part", "Tense": "Past"})


def surnames(tokens: list[Token]) -> list[Token]:
    """A person's name is a proper noun even where the tagger sees an adverb, a pronoun or a verb: `Macron a reçu Poutine`."""
    return [_surname(tokens, t) if _is_surname(t) else t for t in tokens]


def _is_surname(token: Token) -> bool:
    capital = token.text[0].isupper() and token.lower not in PRONOUNS
    return capital and token.entity == "PER" and token.pos in ("ADV", "PRON", "VERB", "AUX", "X") and token.dep != "root"


def _surname(tokens: list[Token], token: Token) -> Token:
    """As a proper noun, and as the subject where it stands for an adverb before a verb that has none."""
    verb = tokens[token.head]
    subject = any(t.relation in ("nsubj", "expl") for t in _below(tokens, verb))
    first = token.dep == "advmod" and token.index < verb.index and not subject
    return replace(token, pos="PROPN", lemma=token.text, feats={}, dep="nsubj" if first else token.dep)


def _actives(tokens: list[Token]) -> list[Token]:
    """`est arrivé`, `a libéré`, `se sont réunis`: no passives, whatever the model calls their subjects."""
    active = {t.index for t in tokens if _is_active(tokens, t)}
    return [replace(t, dep=ACTIVE.get(t.dep, t.dep)) if t.head in active else t for t in tokens]


def _is_active(tokens: list[Token], verb: Token) -> bool:
    below = _below(tokens, verb)
    if any(t.dep == "obl:agent" or t.lower == "été" for t in below):
        return False
    reflexive = verb.pos == "VERB" and any(t.lower in REFLEXIVE and t.pos == "PRON" and t.index < verb.index for t in below)
    with_avoir = any(t.dep.startswith("aux") and t.lemma == "avoir" for t in below)
    return reflexive or with_avoir or verb.lemma in WITH_ETRE


def _dates(tokens: list[Token]) -> list[Token]:
    """A bare date is no object: `est attendu lundi`."""
    cased = {t.head for t in tokens if t.relation == "case"}
    bare = {t.index for t in tokens if _is_date(t) and t.dep in ("obj", "obl:arg") and t.index not in cased}
    return [replace(t, dep="obl:mod") if t.index in bare else t for t in tokens]


def _objects(tokens: list[Token]) -> list[Token]:
    """An object hung on the date or the place before it is the verb's: `a émis vendredi un mandat`, `a donné à Manille douze navires`."""
    return [replace(t, head=tokens[tokens[t.head].head].index, dep="obj") if _is_adrift(tokens, t) else t for t in tokens]


def _is_adrift(tokens: list[Token], token: Token) -> bool:
    middle = tokens[token.head]
    verb = tokens[middle.head]
    if token.pos not in ("NOUN", "PROPN") or token.relation not in ("nmod", "appos", "obj") or _is_date(token) or verb.pos != "VERB":
        return False
    if not verb.index < middle.index < token.index or middle.relation not in ("obl", "obj", "advmod", "nmod", "iobj"):
        return False
    return _stands_between(tokens, middle, token) and _looks_like_object(tokens, middle, token) and not _has_object(tokens, verb, middle)


def _stands_between(tokens: list[Token], middle: Token, token: Token) -> bool:
    """Whether the middle is a date or a place, with no comma after it."""
    comma = any(t.text in ",;:(" for t in tokens[middle.index : token.index])
    return not comma and (_is_date(middle) or _is_place(tokens, middle, token))


def _is_place(tokens: list[Token], middle: Token, token: Token) -> bool:
    return middle.pos == "PROPN" and any(t.relation == "case" for t in _below(tokens, middle)) and token.relation == "nmod"


def _looks_like_object(tokens: list[Token], middle: Token, token: Token) -> bool:
    below = _below(tokens, token)
    determined = any(t.relation in ("det", "nummod") and t.index < token.index for t in below)
    named = token.pos == "PROPN" and not _is_place(tokens, middle, token)
    return (determined or named) and not any(t.relation == "case" for t in below)


def _has_object(tokens: list[Token], verb: Token, middle: Token) -> bool:
    beside = _below(tokens, verb)
    return any((t.relation == "obj" and t.index != middle.index) or t.dep == "aux:pass" for t in beside)


def _below(tokens: list[Token], head: Token) -> list[Token]:
    return [t for t in tokens if t.head == head.index and t.index != head.index]


def _is_date(token: Token) -> bool:
    return token.lower in TIMES or token.lower.rstrip("s") in TIMES
