"""Who says that an act happened: the innermost report or accusation that holds it; nobody where the dispatch itself vouches for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.acts import CONTENT
from dragoman.coding.roles import Scene
from dragoman.model.mentions import Party
from dragoman.model.records import Statement, Status
from dragoman.model.text import Span, Token

OWN_WORD = ("ACCUSE", "REQUEST", "AGREE", "THREATEN", "REJECT", "SUPPORT", "CONCEDE")
"""Types that are done by being said: one's own word for them is no mere claim."""
VERBS = ("VERB", "AUX")
SUBORDINATE = ("clause", "bare clause", "joined clause", "infinitive")
"""Rules by which a statement hangs on its verb of saying, whose tense shifts its own: "said it rejected" is "we reject"."""


@dataclass(frozen=True)
class Claimed:
    """What is asked of a source: the act's word, its type, its status and who did it."""

    scene: Scene
    head: Token
    type: str
    status: Status
    actor: tuple[Party, ...]


def source(claimed: Claimed, statements: Sequence[Statement]) -> Statement | None:
    """The innermost statement that holds the act's word and makes it the speaker's claim."""
    spot = Span(claimed.head.start, claimed.head.end)
    holding = [s for s in statements if s.content.span.holds(spot)]
    for statement in sorted(holding, key=lambda s: s.content.end - s.content.start):
        if not _is_background(claimed.scene, claimed.head, statement):
            return None if _is_own_doing(claimed, statement) else statement
    return None


def is_claimed(scene: Scene, accusation: int, head: Token) -> bool:
    """Whether a word stands in what an accusation is about: its noun, its infinitive, its clause; not in a relative that adds to it."""
    way = [head]
    for above in scene.sentence.ancestors(head):
        if above.index == accusation:
            return _leads(scene, way, accusation)
        way.append(above)
    return False


def _leads(scene: Scene, way: Sequence[Token], accusation: int) -> bool:
    top = way[-1]
    if any(t.dep == "acl:relcl" or _is_parted(scene, t) for t in way) or top.relation not in CONTENT:
        return False
    if top.relation in ("advcl", "obl"):
        introduced = [*scene.sentence.children(top, "mark", "case")]
        words = {t.lower for t in introduced} | {t.lemma.lower() for t in introduced}
        return top.index > accusation and not words.isdisjoint(scene.grammar.content_marks)
    return all(t.relation in (*CONTENT, "conj") for t in way)


def _is_parted(scene: Scene, token: Token) -> bool:
    """A finite verb joined to another, behind a semicolon or with a subject of its own."""
    if token.relation != "conj" or token.pos not in VERBS:
        return False
    between = scene.sentence.tokens[token.head : token.index]
    return any(t.text == ";" for t in between)


# -- what the dispatch takes for granted ---------------------------------------------------------------------------------


def _is_background(scene: Scene, head: Token, statement: Statement) -> bool:
    """Whether the word stands in what is only added to a report: a relative set off by a comma, a known deed in a phrase beside it."""
    if statement.form == "direct":
        return False
    if _is_known_deed(scene, head):
        return True
    inside = [t for t in (head, *scene.sentence.ancestors(head)) if statement.content.start <= t.start < statement.content.end]
    return any(_is_aside(scene, t) and scene.sentence[t.head] in inside for t in inside)


def _is_known_deed(scene: Scene, head: Token) -> bool:
    """A definite noun that only serves another act: `répondre aux frappes de mardi`, `despite the talks`."""
    if head.pos != "NOUN" or head.relation not in ("obl", "nmod") or scene.light_verb(head) is not None:
        return False
    marks = scene.sentence.children(head, "det", "case", "nmod:poss")
    return any(t.feats.get("Definite") == "Def" or t.feats.get("Poss") == "Yes" for t in marks)


def _is_aside(scene: Scene, verb: Token) -> bool:
    """A relative clause after a comma: `Moscow, which reopened its embassy, has ...`."""
    if verb.dep != "acl:relcl":
        return False
    first = next((t.index for t in scene.sentence.subtree(verb) if t.pos != "PUNCT"), 0)
    return first > 0 and scene.sentence[first - 1].text == ","


# -- one's own doing -----------------------------------------------------------------------------------------------------


def _is_own_doing(claimed: Claimed, statement: Statement) -> bool:
    """Whether the speaker announces its own act, or does it by saying so: the dispatch then tells it as done."""
    codes, actor = set(statement.speaker.code), {p.code for p in claimed.actor}
    if not codes <= actor:
        return False
    if _announces(claimed.scene, statement):
        return True
    if claimed.status == "planned":
        return len(actor) == 1
    return claimed.type in OWN_WORD and claimed.status != "hypothetical" and not _is_past(claimed, statement)


def _announces(scene: Scene, statement: Statement) -> bool:
    if statement.cue is None:
        return False
    words = (t for t in scene.sentence if statement.cue.start <= t.start < statement.cue.end)
    return any(t.lemma.lower() in scene.grammar.announcing for t in words)


def _is_past(claimed: Claimed, statement: Statement) -> bool:
    """Whether one's own word was given before one speaks of it: a perfect, or in a main clause any past."""
    scene, head = claimed.scene, claimed.head
    verb = (scene.light_verb(head) or head) if head.pos == "NOUN" else head
    finite = [verb, *scene.sentence.children(verb, "aux")]
    if any(t.lemma.lower() in scene.grammar.perfect and t is not verb for t in finite):
        return True
    return statement.rule not in SUBORDINATE and any(t.feats.get("Tense") == "Past" for t in finite)
