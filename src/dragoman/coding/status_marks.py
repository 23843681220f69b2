"""What stands on a word itself and says whether it happened: negation, what is not there, modality, condition, future."""

from __future__ import annotations

from dragoman.coding.roles import Scene
from dragoman.model.records import Status
from dragoman.model.text import Token

Verdict = tuple[Status, str]
"""A status and the word that gives it."""


def marked(scene: Scene, word: Token, reported: bool) -> Verdict | None:
    """What stands on the word itself: negation, modal auxiliary, future, conditional clause, adjective."""
    children = scene.sentence.children(word)
    negator = next((t for t in children if _negates(scene, word, t) or _is_nobody(scene, word, t)), None)
    if negator is not None:
        return "negated", negator.text
    if is_unfulfilled(scene, word):
        return "negated", word.text
    for child in children:
        status = _auxiliary(scene, word, child, reported) or _modifier(scene, word, child)
        if status is not None:
            return status, child.text
    finite = [word, *scene.sentence.children(word, "aux", "cop")]
    if any(t.feats.get("Tense") == "Fut" for t in finite) or (reported and word.feats.get("Mood") == "Cnd"):
        return "planned", word.text
    return None


# -- negation ------------------------------------------------------------------------------------------------------------


def _negates(scene: Scene, word: Token, child: Token) -> bool:
    if child.relation == "mark":
        return _is_absence(scene, child) and not _is_negated_mark(scene, child)
    determiner = child.relation == "det" and child.lower not in scene.grammar.negative_determiners
    if not scene.is_negator(child) or determiner or scene.sentence.children(child, "det", "amod"):
        return False
    behind = child.relation == "cc" and child.index > word.index  # "signed a pact, nor ...": what follows is denied
    return not behind and not _only_half(scene, word) and not _is_turned(scene, child)


def _is_turned(scene: Scene, negator: Token) -> bool:
    """`non sans`, `no fewer than`: the next word takes the negation away."""
    following = scene.sentence.tokens[negator.index + 1 : negator.index + 2]
    return any(t.lower in scene.grammar.absence or t.feats.get("Degree") == "Cmp" for t in following)


def _is_absence(scene: Scene, mark: Token) -> bool:
    """`sans`, `without`, `au lieu de` before a verb."""
    whole = " ".join([mark.lower, *(t.lower for t in scene.sentence.children(mark, "fixed"))])
    return mark.lower in scene.grammar.absence or whole in scene.grammar.absence


def _is_negated_mark(scene: Scene, mark: Token) -> bool:
    """`non sans avoir ...`, `not without ...`."""
    return mark.index > 0 and scene.sentence[mark.index - 1].lower in scene.grammar.negators


def _is_nobody(scene: Scene, word: Token, child: Token) -> bool:
    """A subject or object that is none: `fired nothing`, `imposed no new sanctions`, `neither X nor Y went`."""
    if word.pos not in ("VERB", "AUX") or child.relation not in ("nsubj", "obj"):
        return False
    g = scene.grammar
    own = [child, *scene.sentence.children(child, "det", "cc")]
    none = g.negative_pronouns | g.negative_determiners
    return any(t.lower in none and (t is child or t.index < child.index) and not _is_turned(scene, t) for t in own)


def _only_half(scene: Scene, word: Token) -> bool:
    """French `ne ... que` ("only") is no negation, nor is `n'en ... pas moins` ("nonetheless")."""
    low = [t.lower for t in scene.sentence.children(word)]
    if "ne" not in low and "n'" not in low:
        return False
    words = scene.text.split()
    if any(words[i : i + 2] == ["pas", "moins"] for i in range(len(words) - 1)) and "en" in low:
        return True
    return not any(w in low for w in scene.grammar.negators - {"ne", "n'"}) and "que" in words


def is_unfulfilled(scene: Scene, word: Token) -> bool:
    """What ought to have been: `aurait dû recevoir`, `should have met`, `was to have visited`."""
    auxiliaries = scene.sentence.children(word, "aux")
    perfect = any(t.lemma.lower() in scene.grammar.perfect for t in auxiliaries)
    owed = word.lemma.lower() in scene.grammar.duty and any(t.feats.get("Mood") == "Cnd" for t in auxiliaries)
    ought = any(t.lower in scene.grammar.duty for t in auxiliaries)
    above = scene.sentence.parent(word)
    planned = above is not None and word.relation == "xcomp" and above.lemma.lower() in scene.grammar.plan_governors
    return perfect and (owed or ought or planned)


# -- modality ------------------------------------------------------------------------------------------------------------


def _auxiliary(scene: Scene, word: Token, child: Token, reported: bool) -> Status | None:
    g, words = scene.grammar, {child.lower, child.lemma.lower()}
    if child.relation == "mark":
        return "hypothetical" if is_condition(scene, word, child) else None
    if child.relation != "aux":
        return None
    if child.lower in g.future_in_past:
        return "planned" if reported else "hypothetical"
    if words & g.possibility:
        return "hypothetical"
    return "planned" if words & g.plan else None


def is_condition(scene: Scene, word: Token, mark: Token) -> bool:
    """`si` before a perfect sets two truths side by side ("si un convoi est passé, d'autres attendent"); `s'` may be a reflexive."""
    if mark.lower not in scene.grammar.conditionals or mark.pos == "PRON":
        return False
    perfect = [t for t in scene.sentence.children(word, "aux") if t.feats.get("Tense") == "Pres"]
    return not (mark.lower in scene.grammar.concessive and perfect and word.feats.get("Tense") == "Past")


def _modifier(scene: Scene, word: Token, child: Token) -> Status | None:
    g, lemma = scene.grammar, child.lemma.lower()
    if child.relation in ("amod", "advmod", "xcomp") and lemma in g.possibility_adverbs:
        return "hypothetical"
    if child.relation == "advmod" and lemma in g.nearly and word.pos == "VERB":
        return "negated"
    if word.pos != "NOUN":
        return None
    if child.relation in ("amod", "acl") and lemma in g.thwarted:
        return "negated"
    if child.relation == "amod" and (lemma in g.plan_adjectives or child.lower in g.plan_adjectives):
        return "planned"
    participle = child.relation == "acl" and child.feats.get("VerbForm") == "Part"
    return "planned" if participle and lemma in g.plan | g.plan_adjectives else None
