"""Who says that an act happened: the innermost report or accusation that holds it; nobody where the dispatch itself vouches for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.acts import CONTENT
from dragoman.coding.certainty import will_not
from dragoman.coding.roles import Scene
from dragoman.model.mentions import Party
from dragoman.model.records import Statement, Status
from dragoman.model.text import Span, Token

OWN_WORD = ("ACCUSE", "REQUEST", "AGREE", "THREATEN", "REJECT", "SUPPORT", "CONCEDE")
"""Types that are done by being said: one's own word for them is no mere claim."""
VERBS = ("VERB", "AUX")
TOLL = "source of a toll"
"""The rule of a statement whose source counts the victims; the deed itself the dispatch tells."""
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
    first, last = sorted((accusation, head.index))
    if any(t.text == ";" for t in scene.sentence.tokens[first:last]):
        return False
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
    """A verb joined to another with a subject of its own: the dispatch goes on."""
    if token.relation not in ("conj", "parataxis") or token.pos not in VERBS:
        return False
    return any(t.index < token.index for t in scene.sentence.children(token, "nsubj"))


# -- what the dispatch takes for granted ---------------------------------------------------------------------------------


def _is_background(scene: Scene, head: Token, statement: Statement) -> bool:
    """Whether the word stands in what is only added to a report: a relative set off by a comma, a known deed in a phrase beside it."""
    if statement.form == "direct":
        return False
    if _is_known_deed(scene, head) or (statement.rule == TOLL and not _in_closing_participle(scene, head)):
        return True
    if statement.rule.startswith("source") and not _is_followed(scene, head, statement):
        return False  # "..., who had left in May, according to X": the source closes what it vouches for
    relative = _relative_before(scene, head)
    return relative is not None and statement.content.start < relative.start


def _in_closing_participle(scene: Scene, head: Token) -> bool:
    gerund = head.feats.get("VerbForm") in ("Part", "Ger") and head.feats.get("Tense") != "Past"
    return head.relation == "advcl" and gerund


def _is_known_deed(scene: Scene, head: Token) -> bool:
    """A definite noun that only serves another act: `répondre aux frappes de mardi`, `despite the talks`."""
    if head.pos != "NOUN" or head.relation not in ("obl", "nmod") or scene.light_verb(head) is not None:
        return False
    marks = scene.sentence.children(head, "det", "case", "nmod:poss")
    return any(t.feats.get("Definite") == "Def" or t.feats.get("Poss") == "Yes" for t in marks)


def _relative_before(scene: Scene, head: Token) -> Token | None:
    """The relative after a comma whose clause a verb closes: `Moscow, which reopened its embassy, has ...`. Trees often lose it."""
    verb = (scene.light_verb(head) or head) if head.pos == "NOUN" else head
    own = {verb.index, *(t.index for t in scene.sentence.children(verb, "aux", "cop"))}
    for token in reversed(scene.sentence.tokens[: verb.index]):
        if token.lower in _relatives(scene) and token.pos in ("PRON", "DET", "ADV"):
            return token if _is_set_off(scene, token) else None
        if token.index not in own and token.feats.get("VerbForm") == "Fin":
            return None
    return None


def _is_followed(scene: Scene, head: Token, statement: Statement) -> bool:
    """Whether the clause above goes on after a comma behind the word."""
    return any(t.text == "," and head.end <= t.start < statement.content.end for t in scene.sentence)


def _relatives(scene: Scene) -> frozenset[str]:
    return frozenset().union(*scene.grammar.relative_pronouns.values(), scene.grammar.pronouns["oblique"])


def _is_set_off(scene: Scene, relative: Token) -> bool:
    """Whether a comma or a conjunction stands before the relative and its adposition."""
    before = scene.sentence.tokens[: relative.index]
    while before and before[-1].pos == "ADP":
        before = before[:-1]
    return bool(before) and (before[-1].text == "," or before[-1].pos == "CCONJ")


# -- one's own doing -----------------------------------------------------------------------------------------------------


def _is_own_doing(claimed: Claimed, statement: Statement) -> bool:
    """Whether the speaker announces its own act, or does it by saying so: the dispatch then tells it as done."""
    codes, actor = set(statement.speaker.code), {p.code for p in claimed.actor}
    if not codes <= actor:
        return False
    if _announces(claimed.scene, statement):
        return True
    if claimed.status == "planned" or (claimed.status == "negated" and will_not(claimed.scene, claimed.head)):
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
