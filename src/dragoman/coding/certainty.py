"""Whether an act happened, is to come, may happen or did not: read off the words that govern it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dragoman.coding.roles import Scene
from dragoman.languages.grammar import Words
from dragoman.model.records import Status
from dragoman.model.text import Token

GOVERNED = ("xcomp", "ccomp", "obj", "obl", "acl", "nmod", "csubj", "nsubj", "advcl", "conj")
REACH = 4
"""Words above an act's own that are looked at."""

Role = Literal["own", "carries", "governs", "joined", "apart"]
Verdict = tuple[Status, str]


@dataclass(frozen=True, slots=True)
class Step:
    """A word above an act: one that lends it its clause, one that governs it, or what it is joined to.

    What is `joined` shares its auxiliaries; a finite verb stands `apart` and shares only the condition.
    """

    word: Token
    role: Role


def status_of(scene: Scene, head: Token, reported: bool = False) -> Verdict:
    """The status and the word that gave it ("" for `actual`).

    In `reported` speech a conditional is the future seen from the past ("said it would withdraw"), elsewhere it is not.
    """
    for step in _chain(scene, head):
        found = _said_by(scene, step, reported)
        if found is not None:
            return found
    return ("hypothetical", "?") if _is_asked(scene, head) else ("actual", "")


def will_not(scene: Scene, head: Token) -> bool:
    """Whether a negated verb tells of what is to come ("will not yield", "ne rendrait pas"): a refusal, where one's own doing."""
    finite = [head, *scene.sentence.children(head, "aux")]
    tense = any(t.feats.get("Tense") == "Fut" or t.feats.get("Mood") == "Cnd" for t in finite)
    return tense or any(t.lower in scene.grammar.future_in_past | scene.grammar.future for t in finite)


def is_called(scene: Scene, head: Token) -> bool:
    """Whether a noun names an act that somebody only announces or calls for: `annoncer une visite`, `call a strike`."""
    above = scene.sentence.parent(head)
    if head.pos != "NOUN" or above is None or head.relation not in ("obj", "obl", "nmod"):
        return False
    case = scene.sentence.case(head).split(" ")[0]
    return above.lemma.lower() in scene.grammar.calling and case in ("", *scene.grammar.dative_cases, *scene.grammar.calling_cases)


# -- the words above -----------------------------------------------------------------------------------------------------


def _chain(scene: Scene, head: Token) -> Iterator[Step]:
    """The act's word, then the light verbs and the verbs and nouns above it."""
    yield Step(head, "own")
    token = head
    for _ in range(REACH):
        above = scene.sentence.parent(token)
        role = _role(scene, token, above) if above is not None and token.relation in GOVERNED else None
        if above is None or role is None:
            return
        yield Step(above, role)
        token = above


def _role(scene: Scene, token: Token, above: Token) -> Role | None:
    """What a word is to the one below it; None where it says nothing of whether that happened."""
    if token.dep == "acl:relcl" or _is_relative(scene, token) or _parted(scene, token, above):
        return None
    if token.relation == "conj":
        return _conjunct_role(scene, token)
    nominal = token.pos in ("NOUN", "PROPN")
    if nominal and (scene.light_verb(token) is not None or _takes_place(scene, token, above)):
        return "carries"
    g = scene.grammar
    if token.relation in ("xcomp", "obl", "advcl") and not nominal and _listed(scene, above, g.implicatives):
        return "carries"
    return "governs" if _listed(scene, above, _governors(scene)) and _is_governed(scene, token, above) else None


def _is_governed(scene: Scene, token: Token, above: Token) -> bool:
    """Whether a word is what its governor speaks of: a clause, an infinitive, a thing."""
    if token.relation in ("xcomp", "ccomp", "acl", "nmod"):
        return True
    if token.pos != "NOUN":
        return token.feats.get("VerbForm") in ("Inf", "Ger") and token.relation in ("obl", "advcl", "obj")
    if token.relation == "obl":  # "renoncer à la visite"; elsewhere a phrase beside the verb
        case = scene.sentence.case(token).split(" ")[0]
        return _listed(scene, above, scene.grammar.negative_governors) and case not in scene.grammar.adverbial_cases
    return token.relation == "obj" or (token.relation == "nsubj" and _befalls(scene, token, above))


def _conjunct_role(scene: Scene, token: Token) -> Role | None:
    """A verb with a subject or auxiliary of its own is told by itself; a finite one only under the same condition."""
    if scene.sentence.children(token, "nsubj", "aux"):
        return None
    return "apart" if token.feats.get("VerbForm") == "Fin" else "joined"


def _is_relative(scene: Scene, token: Token) -> bool:
    """A clause with a relative after its adposition, which trees hang elsewhere: `le vote par lequel le Parlement a destitué`."""
    relatives = frozenset().union(*scene.grammar.relative_pronouns.values()) | scene.grammar.pronouns["oblique"]
    verbal = token.pos == "VERB" and token.relation in ("advcl", "acl", "ccomp")
    return verbal and any(t.lower in relatives and t.feats.get("PronType") == "Rel" for t in scene.sentence.children(token, "obl"))


def _parted(scene: Scene, token: Token, above: Token) -> bool:
    first, last = sorted((token.index, above.index))
    return any(t.text == ";" for t in scene.sentence.tokens[first:last])


def _takes_place(scene: Scene, token: Token, above: Token) -> bool:
    """Whether a verb says no more of its subject than that it happens: `avoir lieu`, `follow`."""
    return token.relation == "nsubj" and _listed(scene, above, scene.grammar.occurrence)


def _befalls(scene: Scene, token: Token, above: Token) -> bool:
    """Whether a subject is what is planned, feared or prevented: what ends or refuses by itself has happened (`les tirs ont cessé`)."""
    g = scene.grammar
    open_ended = g.possibility | g.possibility_adverbs | g.failing
    return token.dep == "nsubj:pass" or above.pos == "ADJ" or _listed(scene, above, open_ended)


def _governors(scene: Scene) -> Words:
    g = scene.grammar
    return g.possibility | g.possibility_nouns | g.possibility_adverbs | g.plan | g.plan_governors | g.negative_governors | g.failing


def _listed(scene: Scene, word: Token, words: Words) -> bool:
    """Whether a word, alone or with its particle or object, is one of a list: `rule out`, `avoir lieu`."""
    lemma = word.lemma.lower()
    if lemma in words:
        return True
    beside = scene.sentence.children(word, "compound", "obj", "advmod", "obl", "case", "fixed")
    return any(f"{lemma} {t.lemma.lower()}" in words for t in beside)


# -- what each says ------------------------------------------------------------------------------------------------------


def _said_by(scene: Scene, step: Step, reported: bool) -> Verdict | None:
    if step.role == "apart":
        mark = next((t for t in scene.sentence.children(step.word, "mark") if _is_condition(scene, step.word, t)), None)
        return ("hypothetical", mark.text) if mark else None
    marked = _marked(scene, step.word, reported)
    return marked if step.role != "governs" else _governed(scene, step.word, marked)


def _governed(scene: Scene, word: Token, marked: Verdict | None) -> Verdict:
    """What a governor says of the act: its own sense, turned by its own negation."""
    g, negated = scene.grammar, marked is not None and marked[0] == "negated"
    if _listed(scene, word, g.negative_governors | g.failing):
        if not negated:
            return "negated", word.text
        return ("hypothetical", word.text) if _listed(scene, word, g.excluding) else ("actual", "")
    if marked is not None:
        return marked
    if word.lemma.lower() in g.possibility | g.possibility_nouns | g.possibility_adverbs:
        return "hypothetical", word.text
    return "planned", word.text


def _marked(scene: Scene, word: Token, reported: bool) -> Verdict | None:
    """What stands on the word itself: negation, modal auxiliary, future, conditional clause, adjective."""
    children = scene.sentence.children(word)
    negator = next((t for t in children if _negates(scene, word, t) or _is_nobody(scene, word, t)), None)
    if negator is not None:
        return "negated", negator.text
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
    return not behind and not _only_half(scene, word)


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
    return any(t.lower in none and (t is child or t.index < child.index) for t in own)


def _only_half(scene: Scene, word: Token) -> bool:
    """French `ne ... que` ("only") is no negation, nor is `n'en ... pas moins` ("nonetheless")."""
    low = [t.lower for t in scene.sentence.children(word)]
    if "ne" not in low and "n'" not in low:
        return False
    words = scene.text.split()
    if any(words[i : i + 2] == ["pas", "moins"] for i in range(len(words) - 1)) and "en" in low:
        return True
    return not any(w in low for w in scene.grammar.negators - {"ne", "n'"}) and "que" in words


# -- modality ------------------------------------------------------------------------------------------------------------


def _auxiliary(scene: Scene, word: Token, child: Token, reported: bool) -> Status | None:
    g, words = scene.grammar, {child.lower, child.lemma.lower()}
    if child.relation == "mark":
        return "hypothetical" if _is_condition(scene, word, child) else None
    if child.relation != "aux":
        return None
    if child.lower in g.future_in_past:
        return "planned" if reported else "hypothetical"
    if words & g.possibility:
        return "hypothetical"
    return "planned" if words & g.plan else None


def _is_condition(scene: Scene, word: Token, mark: Token) -> bool:
    """`si` before a perfect sets two truths side by side ("si un convoi est passé, d'autres attendent"); `s'` may be a reflexive."""
    if mark.lower not in scene.grammar.conditionals or mark.pos == "PRON":
        return False
    perfect = [t for t in scene.sentence.children(word, "aux") if t.feats.get("Tense") == "Pres"]
    return not (mark.lower in scene.grammar.concessive and perfect and word.feats.get("Tense") == "Past")


def _modifier(scene: Scene, word: Token, child: Token) -> Status | None:
    g, lemma = scene.grammar, child.lemma.lower()
    if child.relation in ("amod", "advmod") and lemma in g.possibility_adverbs:
        return "hypothetical"
    if word.pos != "NOUN":
        return None
    if child.relation in ("amod", "acl") and lemma in g.thwarted:
        return "negated"
    if child.relation == "amod" and (lemma in g.plan_adjectives or child.lower in g.plan_adjectives):
        return "planned"
    participle = child.relation == "acl" and child.feats.get("VerbForm") == "Part"
    return "planned" if participle and lemma in g.plan | g.plan_adjectives else None


def _is_asked(scene: Scene, head: Token) -> bool:
    """Whether the act is what a question asks, not what it takes for granted."""
    last = next((t for t in reversed(scene.sentence.tokens) if t.pos == "PUNCT" and t.text not in "»”\"'"), None)
    if last is None or last.text not in scene.grammar.question or any(t.lower in scene.grammar.interrogatives for t in scene.sentence):
        return False
    return head.relation == "root" or (scene.light_verb(head) or head).relation == "root"
