"""What an act speaks of by a noun alone ("condemned the decision", "welcomed the accord"): whose deed it was."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.roles import Parties, Scene
from dragoman.model.candidates import Candidate
from dragoman.model.mentions import Predicate
from dragoman.model.text import Token
from dragoman.ontology import Ontology

JOINT = {"agreement": ("SUPPORT", "AGREE", "RETREAT", "COOPERATE"), "talks": ("CONSULT", "AGREE")}
"""Classes of nouns for what several do together, and the types of such acts."""
REACH = 3
"""Sentences looked back for a deed whose noun does not tell its kind."""


def deed(scene: Scene, predicate: Predicate, slots: Sequence[str]) -> Token | None:
    """The noun of a deed told before that stands where the word's actor or recipient would."""
    for slot in slots:
        for index in scene.fillers(predicate, slot):
            token = scene.sentence[index]
            if not scene.parties([index]) and is_deed(scene, token) and is_known(scene, token):
                return token
    return None


def is_deed(scene: Scene, noun: Token) -> bool:
    """A noun of an act, or one that takes up any act: `décision`, `step`."""
    lemma = noun.lemma.lower()
    return noun.pos == "NOUN" and (lemma in scene.grammar.deeds or any(p.pos == "noun" for p in scene.lexicon.headed(lemma)))


def is_known(scene: Scene, noun: Token) -> bool:
    """A noun whose determiner says that the reader knows what is meant."""
    marks = scene.sentence.children(noun, "det", "nmod:poss")
    return any(m.feats.get("Definite") == "Def" or m.feats.get("PronType") == "Dem" or m.feats.get("Poss") == "Yes" for m in marks)


def doers(scene: Scene, noun: Token, barred: Parties, told: Sequence[Candidate], ontology: Ontology) -> Parties:
    """Who did the deed that a noun takes up: the nearest act told of its very kind, else of its type; all sides of an agreement."""
    own = {p.code for p in barred}
    acts = {p.act for p in scene.lexicon.headed(noun.lemma.lower()) if p.pos == "noun" and len(p.words) == 1}
    kinds = {ontology.acts[act].type for act in acts}
    joint = next((types for name, types in JOINT.items() if noun.lemma.lower() in scene.lexicon.classes.get(name, ())), ())
    fitting = [c for c in reversed(told) if {p.code for p in c.actor} - own and (not kinds or c.type in kinds)]
    if joint:
        fitting = [c for c in fitting if len(c.actor) > 1 and c.type in joint]
    elif not kinds:
        fitting = [c for c in fitting if scene.sentence.index - c.sentence <= REACH]
    best = next((c for c in fitting if c.act in acts), next(iter(fitting), None))
    return tuple(p for p in best.actor if p.code not in own) if best else ()
