"""Whether an act happened, is to come, may happen or did not: read off the words that govern it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dragoman.coding.roles import Scene, listed
from dragoman.coding.status_marks import Verdict, is_condition, is_unfulfilled, marked
from dragoman.languages.grammar import Words
from dragoman.model.text import Token

GOVERNED = ("xcomp", "ccomp", "obj", "obl", "acl", "nmod", "csubj", "nsubj", "advcl", "conj", "dep")
REACH = 4
"""Words above an act's own that are looked at."""

Role = Literal["own", "carries", "governs", "joined", "apart"]


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
    if head.feats.get("Tense") == "Past" and any(t.lemma.lower() in scene.grammar.perfect for t in finite):
        return False  # "would not have signed": what did happen
    tense = any(t.feats.get("Tense") == "Fut" or t.feats.get("Mood") == "Cnd" for t in finite)
    return tense or any(t.lower in scene.grammar.future_in_past | scene.grammar.future for t in finite)


def is_kept(scene: Scene, verb: Token) -> bool:
    """Whether a verb says that something was not called off: `n'a pas annulé`."""
    return listed(scene.sentence, verb, scene.grammar.thwarted) and scene.is_negated(verb.index)


def is_called(scene: Scene, head: Token) -> bool:
    """Whether somebody only announces an act or calls for it: `annoncer une visite`, `call a strike`, `un préavis de grève`."""
    calling = scene.grammar.calling
    if head.lemma.lower() in calling:
        company = scene.grammar.company_cases  # "un appel avec le roi" has taken place
        return head.pos == "VERB" or any(scene.sentence.case(t) not in company for t in scene.sentence.children(head, "nmod"))
    above = scene.sentence.parent(head)
    if head.pos != "NOUN" or above is None or head.relation not in ("obj", "obl", "nmod"):
        return False
    case = scene.sentence.case(head).split(" ")[0]
    return above.lemma.lower() in calling and case in ("", *scene.grammar.dative_cases, *scene.grammar.calling_cases)


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
    if nominal and (scene.light_verb(token) is not None or _takes_place(scene, token, above) or _is_obtained(scene, token, above)):
        return "carries"
    g = scene.grammar
    led = token.relation in ("xcomp", "obl", "advcl") and not nominal
    if led and (listed(scene.sentence, above, g.implicatives) or _is_aim(scene, token)):
        return "carries"
    return "governs" if listed(scene.sentence, above, _governors(scene)) and _is_governed(scene, token, above) else None


def _is_aim(scene: Scene, token: Token) -> bool:
    """What somebody goes somewhere for is as certain as the going: `doit se rendre à Tachkent pour y rencontrer`."""
    marks = scene.sentence.children(token, "mark", "case")
    led = any(t.pos == "ADP" and t.lower in scene.grammar.purpose_marks for t in marks)  # a bare "to" marks any infinitive
    return led and token.feats.get("VerbForm") == "Inf"


def _is_obtained(scene: Scene, token: Token, above: Token) -> bool:
    """Whether somebody gets the act from another: it happened if they do (`sans obtenir d'excuses`)."""
    return token.relation == "obj" and listed(scene.sentence, above, scene.grammar.obtaining)


def _is_governed(scene: Scene, token: Token, above: Token) -> bool:
    """Whether a word is what its governor speaks of: a clause, an infinitive, a thing."""
    if token.relation in ("xcomp", "ccomp", "acl", "nmod"):
        return True
    if token.pos != "NOUN":
        marks = scene.sentence.children(token, "mark")
        led = token.feats.get("VerbForm") == "Part" and any(t.pos == "ADP" for t in marks)  # "refrained from condemning"
        return (led or token.feats.get("VerbForm") in ("Inf", "Ger")) and token.relation in ("obl", "advcl", "obj", "dep")
    if token.relation == "obl":  # "renoncer à la visite"; elsewhere a phrase beside the verb
        case = scene.sentence.case(token).split(" ")[0]
        return listed(scene.sentence, above, scene.grammar.negative_governors) and case not in scene.grammar.adverbial_cases
    return token.relation == "obj" or (token.relation == "nsubj" and (_befalls(scene, token, above) or _is_to_happen(scene, above)))


def _is_to_happen(scene: Scene, above: Token) -> bool:
    """Whether a verb governs one that says only that its subject happens: `doit se tenir`, `is to be held`, `due to begin`."""
    for verb in scene.sentence.children(above, "xcomp"):
        passive = listed(scene.sentence, verb, scene.grammar.light_verbs) and scene.sentence.children(verb, "aux:pass")
        if passive or listed(scene.sentence, verb, scene.grammar.occurrence):
            return True
    return False


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
    """Whether a verb says no more of its subject than that it happens, or may: `avoir lieu`, `follow`, `rester possible`."""
    if token.relation != "nsubj":
        return False
    possible = any(t.lemma.lower() in scene.grammar.possibility_adverbs for t in scene.sentence.children(above, "xcomp"))
    return possible or listed(scene.sentence, above, scene.grammar.occurrence)


def _befalls(scene: Scene, token: Token, above: Token) -> bool:
    """Whether a subject is what is planned, feared or prevented: what ends or refuses by itself has happened (`les tirs ont cessé`)."""
    g = scene.grammar
    open_ended = g.possibility | g.possibility_adverbs | g.failing
    return token.dep == "nsubj:pass" or above.pos == "ADJ" or listed(scene.sentence, above, open_ended)


def _governors(scene: Scene) -> Words:
    g = scene.grammar
    return g.possibility | g.possibility_nouns | g.possibility_adverbs | g.plan | g.plan_governors | g.negative_governors | g.failing


# -- what each says ------------------------------------------------------------------------------------------------------


def _said_by(scene: Scene, step: Step, reported: bool) -> Verdict | None:
    if step.role == "apart":
        mark = next((t for t in scene.sentence.children(step.word, "mark") if is_condition(scene, step.word, t)), None)
        return ("hypothetical", mark.text) if mark else None
    own = marked(scene, step.word, reported)
    return own if step.role != "governs" else _governed(scene, step.word, own)


def _governed(scene: Scene, word: Token, own: Verdict | None) -> Verdict:
    """What a governor says of the act: its own sense, turned by its own negation."""
    g, negated = scene.grammar, own is not None and own[0] == "negated"
    if listed(scene.sentence, word, g.negative_governors | g.failing):
        if not negated:
            return "negated", word.text
        return ("hypothetical", word.text) if listed(scene.sentence, word, g.excluding) else ("actual", "")
    if own is not None:
        return own
    if is_unfulfilled(scene, word):
        return "negated", word.text
    if word.lemma.lower() in g.possibility | g.possibility_nouns | g.possibility_adverbs:
        return "hypothetical", word.text
    return "planned", word.text


def _is_asked(scene: Scene, head: Token) -> bool:
    """Whether the act is what a question asks, not what it takes for granted."""
    last = next((t for t in reversed(scene.sentence.tokens) if t.pos == "PUNCT" and t.text not in "»”\"'"), None)
    if last is None or last.text not in scene.grammar.question or any(t.lower in scene.grammar.interrogatives for t in scene.sentence):
        return False
    return head.relation == "root" or (scene.light_verb(head) or head).relation == "root"
