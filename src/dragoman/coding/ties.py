"""How a place phrase of a sentence belongs to an act of it, as far as the tree and the order of words tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from dragoman.coding.locatives import TOWNS, Phrase, word_before
from dragoman.coding.roles import OWNERS, Scene
from dragoman.model.text import Token

Tie = Literal[
    "own",  # it modifies the act's word
    "occasion",  # it is where the occasion was at which the act was done
    "subject",  # it stands inside the act's subject
    "object",  # it stands inside the act's object
    "oblique",  # it stands inside another nominal of the act
    "below",  # it stands in a clause below the act
    "where",  # the act is told in a clause that hangs on the place as a place ("Beijing, where")
    "relative",  # the act is told in another clause that hangs on the place ("China, which")
    "light",  # it modifies the verb that carries the act's noun
    "of subject",  # it modifies the verb whose subject the act's noun is ("talks opened in Geneva")
    "shared",  # it comes before the first of two coordinated acts
    "after",  # it follows the first of two coordinated acts
    "lent",  # it modifies the verb above an infinitive or gerund
    "reported",  # it modifies the verb that the act is the content of
    "within",  # it modifies a word above the act's noun
    "apart",
]
NEAR = ("own", "light", "of subject", "where", "occasion", "object", "oblique", "shared", "lent")
"""Ties by which a place may be where an act was, closest first."""
PARTS = {"nsubj": "subject", "csubj": "subject", "obj": "object", "iobj": "object"}


def tie(scene: Scene, act: Token, phrase: Phrase) -> Tie:
    """How closely a place belongs to an act."""
    head = scene.sentence[phrase.head]
    way = [head, *scene.sentence.ancestors(head)]
    at = next((n for n, t in enumerate(way) if t.index == act.index), None)
    if act.index in (phrase.head, phrase.name):
        return "own"
    if at is not None:
        return _below(scene, way[:at])
    if any(t.index in (phrase.head, phrase.name) for t in scene.sentence.ancestors(act)):
        return "where" if _is_told_where(scene, act, phrase) else "relative"
    return _beside(scene, act, phrase, way[1:])


def _is_told_where(scene: Scene, act: Token, phrase: Phrase) -> bool:
    """ "Beijing, where X was received", "Ankara, where he held talks": nothing but its carrier between the act and the place."""
    between = scene.sentence.tokens[phrase.head + 1 : act.index]
    verbs = [t for t in (act, *scene.sentence.ancestors(act)) if t.pos in ("VERB", "AUX") and t.index > phrase.head]
    linked = all(t.relation in ("acl", "conj") or t.lemma.lower() in scene.grammar.light_verbs for t in verbs)
    return linked and any(t.lower in scene.grammar.relative_pronouns["place"] for t in between)


def _below(scene: Scene, way: Sequence[Token]) -> Tie:
    """The tie of a phrase that stands below the act, `way` from the phrase up to the act."""
    if len(way) == 1:
        top = way[0]
        return "own" if top.relation not in PARTS else "subject" if PARTS[top.relation] == "subject" else "object"
    if any(t.pos in ("VERB", "AUX") for t in way[1:]):
        return "below"
    top = way[-1]
    if any(t.lemma.lower() in scene.grammar.occasions and is_occasional(scene, t) for t in way[1:]):
        return "occasion"
    return "subject" if top.relation in ("nsubj", "csubj") else "object" if top.relation in PARTS else "oblique"


def is_occasional(scene: Scene, noun: Token) -> bool:
    """Whether a noun tells the occasion of what its verb says: "dans un discours", "during a visit"."""
    grammar = scene.grammar
    case = scene.sentence.case(noun).split(" ")[0]
    return case in grammar.occasion_cases or case in OWNERS and word_before(scene, noun) in grammar.occasion_cases | grammar.occasions


def _beside(scene: Scene, act: Token, phrase: Phrase, above: Sequence[Token]) -> Tie:
    """The tie of a phrase that hangs on a word that is not below the act."""
    governor = next((t for t in above if t.pos in ("VERB", "AUX") or t.index == scene.sentence.root.index), None)
    chain = [act, *scene.sentence.ancestors(act)]
    at = next((n for n, t in enumerate(chain) if governor is not None and t.index == governor.index), None)
    if governor is None or at is None:
        return "apart"
    way = chain[:at]
    if all(t.pos not in ("VERB", "AUX") for t in way):
        light = scene.light_verb(act)
        if light is not None and light.index == governor.index:
            return "light"
        return "of subject" if way[-1].relation == "nsubj" and way[-1].head == governor.index else "within"
    return _of_verb_above(scene, way, phrase)


def _of_verb_above(scene: Scene, way: Sequence[Token], phrase: Phrase) -> Tie:
    """The tie to a verb of what modifies a verb above it, `way` from the one up to the other."""
    tops = [t for t in way if t.pos in ("VERB", "AUX") or t.index == way[-1].index]
    if any(t.dep == "acl:relcl" or t.relation == "acl" for t in way):
        return "apart"
    if any(t.relation == "ccomp" for t in tops):
        return "reported"
    if all(t.relation in ("conj", "parataxis") for t in tops):
        return "shared" if phrase.head < way[0].index and phrase.head < way[-1].index else "after"
    return "lent"


def verbs_between(scene: Scene, act: Token, phrase: Phrase) -> bool:
    first, last = sorted((act.index, phrase.head))
    return any(t.pos == "VERB" for t in scene.sentence.tokens[first + 1 : last])


def closeness(phrase: Phrase, how: str) -> int:
    """The order in which the names of one country are taken for where an act was: towns before spots, near ones before far ones."""
    near = NEAR.index(how) if how in NEAR else len(NEAR)
    return near + (20 if how not in NEAR else 10 if phrase.place.kind not in TOWNS else 0)
