"""Whether an act happened, is to come, may happen or did not: read off the words that govern it."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.roles import Scene
from dragoman.model.records import Status
from dragoman.model.text import Token

GOVERNED = ("xcomp", "ccomp", "obj", "obl", "acl", "nmod", "csubj", "nsubj", "advcl", "conj")


def status_of(scene: Scene, head: Token, reported: bool = False) -> tuple[Status, str]:
    """The status and the word that gave it ("" for `actual`).

    In `reported` speech a conditional is the future seen from the past ("said it would withdraw"), elsewhere it is not.
    """
    for word, governs in _chain(scene, head):
        found = _marked(scene, word, reported)
        if found is not None:
            return found
        if governs and scene.lemma(word) in _governors(scene):
            return _governed(scene, word)
    return "actual", ""


def will_not(scene: Scene, head: Token) -> bool:
    """Whether a negated verb tells of what is to come ("will not yield", "ne rendrait pas"): a refusal, where one's own doing."""
    finite = [head, *scene.sentence.children(head, "aux")]
    tense = any(t.feats.get("Tense") == "Fut" or t.feats.get("Mood") == "Cnd" for t in finite)
    return tense or any(t.lower in scene.grammar.future_in_past | scene.grammar.future for t in finite)


def _chain(scene: Scene, head: Token) -> Iterator[tuple[Token, bool]]:
    """The act's word, then the light verbs and the verbs and nouns above it, and whether each governs it as its complement.

    A word coordinated with it shares its auxiliaries, but does not govern it.
    """
    yield head, False
    token = head
    for _ in range(3):
        above = scene.sentence.parent(token)
        if above is None or token.relation not in GOVERNED or token.dep == "acl:relcl":
            return
        light = scene.light_verb(token) if token.pos == "NOUN" else None
        infinitive = token.feats.get("VerbForm") == "Inf" and token.relation in ("obl", "advcl", "ccomp", "obj")
        argument = token.relation in ("obj", "nsubj") and token.pos == "NOUN"
        joined = light is not None or infinitive or argument or token.relation in ("xcomp", "acl", "nmod")
        governs = above.lemma.lower() in _governors(scene)
        coordinated = token.relation == "conj" and _same_clause(scene, token)
        if not (joined and (light is not None or governs)) and not coordinated:
            return
        yield above, not coordinated
        token = above


def _same_clause(scene: Scene, token: Token) -> bool:
    return not scene.sentence.children(token, "nsubj", "aux")


def _governors(scene: Scene) -> frozenset[str]:
    g = scene.grammar
    return g.possibility | g.possibility_nouns | g.plan | g.plan_governors | g.negative_governors


def _governed(scene: Scene, word: Token) -> tuple[Status, str]:
    g, lemma = scene.grammar, word.lemma.lower()
    if lemma in g.negative_governors:
        return "negated", word.text
    if lemma in g.possibility or lemma in g.possibility_nouns:
        return "hypothetical", word.text
    return "planned", word.text


def _marked(scene: Scene, word: Token, reported: bool) -> tuple[Status, str] | None:
    """What stands on the word itself: negation, modal auxiliary, future, conditional clause, adjective."""
    children = scene.sentence.children(word)
    for child in children:
        if _negates(scene, word, child):
            return "negated", child.text
    for child in children:
        status = _auxiliary(scene, child, reported) or _modifier(scene, word, child)
        if status is not None:
            return status, child.text
    finite = [word, *scene.sentence.children(word, "aux", "cop")]
    if any(t.feats.get("Tense") == "Fut" for t in finite) or (reported and word.feats.get("Mood") == "Cnd"):
        return "planned", word.text
    return None


def _negates(scene: Scene, word: Token, child: Token) -> bool:
    determiner = child.relation == "det" and child.lower not in scene.grammar.negative_determiners
    return scene.is_negator(child) and not determiner and not _only_half(scene, word)


def _auxiliary(scene: Scene, child: Token, reported: bool) -> Status | None:
    g, words = scene.grammar, {child.lower, child.lemma.lower()}
    if child.relation == "mark":
        return "hypothetical" if child.lower in g.conditionals else None
    if child.relation != "aux":
        return None
    if child.lower in g.future_in_past:
        return "planned" if reported else "hypothetical"
    if words & g.possibility:
        return "hypothetical"
    return "planned" if words & g.plan else None


def _modifier(scene: Scene, word: Token, child: Token) -> Status | None:
    g, lemma = scene.grammar, child.lemma.lower()
    if child.relation in ("amod", "advmod") and lemma in g.possibility_adverbs:
        return "hypothetical"
    if word.pos != "NOUN":
        return None
    if child.relation == "amod" and (lemma in g.plan_adjectives or child.lower in g.plan_adjectives):
        return "planned"
    participle = child.relation == "acl" and child.feats.get("VerbForm") == "Part"
    return "planned" if participle and lemma in g.plan | g.plan_adjectives else None


def _only_half(scene: Scene, word: Token) -> bool:
    """French `ne ... que` ("only") is no negation."""
    low = [t.lower for t in scene.sentence.children(word)]
    return ("ne" in low or "n'" in low) and not any(w in low for w in scene.grammar.negators - {"ne", "n'"}) and "que" in scene.text.split()
