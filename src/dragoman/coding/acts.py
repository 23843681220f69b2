"""Which of the acts that a sentence's words allow are there: conditions checked, one act a word, none within another's content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.coding.certainty import is_kept
from dragoman.coding.deeds import is_known
from dragoman.coding.roles import Scene
from dragoman.model.mentions import Predicate
from dragoman.model.text import Token
from dragoman.ontology import Ontology

CONTENT_HIDES = ("REQUEST", "THREATEN", "AGREE", "REJECT", "CONCEDE", "PROTEST")
"""Types whose content is no second event: what is asked for, threatened, promised, refused, given up, protested about.

Source: codebook, 2.1 and 2.7.
"""
CUT = ("AID", "COOPERATE", "AGREE", "CONSULT")
"""Types that a sanction ends: `suspended military assistance` is no assistance."""
TOLL = ("kill", "wound")
"""Acts that may tell no more than what another attack did."""
CONTENT = ("obj", "xcomp", "ccomp", "obl", "advcl", "iobj", "nmod", "acl", "csubj")


@dataclass(frozen=True, slots=True)
class Matched:
    """A predicate whose conditions hold, and the tokens that satisfied them."""

    predicate: Predicate
    used: tuple[int, ...]

    @property
    def weight(self) -> tuple[int, int]:
        return (self.predicate.pattern.weight, len(self.predicate.tokens))

    @property
    def tokens(self) -> tuple[int, ...]:
        return tuple(sorted({*self.predicate.tokens, *self.used}))


def match_acts(scene: Scene, predicates: Iterable[Predicate], ontology: Ontology) -> tuple[Matched, ...]:
    """The acts of one sentence, in the order of their words."""
    told = [p for p in predicates if not _leaves_open(scene, p) and not _is_epithet(scene, p)]
    fitting = [Matched(p, used) for p in told if (used := scene.holds(p)) is not None]
    best: list[Matched] = []
    taken: set[int] = set()
    for match in sorted(fitting, key=lambda m: (m.weight, -m.predicate.head), reverse=True):
        if match.predicate.head not in taken and not taken & set(match.predicate.tokens):
            best.append(match)
            taken |= {match.predicate.head, *(() if _stands(scene, match, ontology) else _own(scene, match, ontology))}
    kept = [m for m in best if not any(_hides(scene, other, m, ontology) for other in best if other is not m)]
    return tuple(sorted(kept, key=lambda m: m.predicate.head))


def _stands(scene: Scene, match: Matched, ontology: Ontology) -> bool:
    """`n'a pas annulé sa visite`: the meeting that was not called off is still to come, an act of its own."""
    act = ontology.acts[match.predicate.pattern.act]
    return (act.type, act.mode) == ("REJECT", "meet") and is_kept(scene, scene.sentence[match.predicate.head])


def _leaves_open(scene: Scene, predicate: Predicate) -> bool:
    """`n'exclut pas de rappeler` is no refusal, and no act: what is left open is."""
    head = scene.sentence[predicate.head]
    open_ended = {scene.lemma(head), *(f"{scene.lemma(head)} {t.lower}" for t in scene.sentence.children(head, "compound"))}
    return not open_ended.isdisjoint(scene.grammar.excluding) and scene.is_negated(predicate.head)


def _own(scene: Scene, match: Matched, ontology: Ontology) -> set[int]:
    """The words of a construction, which make no other act."""
    return {*match.predicate.tokens, *_consumed(scene, match, ontology)}


def _consumed(scene: Scene, match: Matched, ontology: Ontology) -> set[int]:
    """The nouns that belong to a construction; what somebody is accused of stays an act of its own."""
    if ontology.acts[match.predicate.pattern.act].mode == "allege":
        return set()
    return {i for i in match.used if _is_thing(scene, i)}


def _is_epithet(scene: Scene, predicate: Predicate) -> bool:
    """A participle before its noun tells what that is known as, not what happened: `the ousted president`, `the banned party`."""
    token = scene.sentence[predicate.head]
    return predicate.pattern.pos == "verb" and token.relation == "amod" and token.head > token.index


def _is_thing(scene: Scene, token: int) -> bool:
    """A noun that stands for no party: it belongs to the construction that asked for it."""
    return scene.sentence[token].pos == "NOUN" and scene.cast.at(scene.sentence.index, token) is None


def _hides(scene: Scene, outer: Matched, inner: Matched, ontology: Ontology) -> bool:
    """Whether one act is the content of another, or a word of its construction."""
    kind = ontology.acts[outer.predicate.pattern.act].type
    if _stands(scene, outer, ontology):
        return False
    if inner.predicate.head in outer.used and kind != "ACCUSE":
        return True
    within = ontology.acts[inner.predicate.pattern.act].type
    if kind == within == "ASSAULT" and _is_outcome(scene, outer.predicate.head, inner):
        return True
    if kind not in CONTENT_HIDES and not (kind == "SANCTION" and within in CUT and inner.predicate.pattern.pos == "noun"):
        return False
    token = scene.sentence[inner.predicate.head]
    if token.index in scene.said.get(outer.predicate.head, ()):
        return not _is_past(scene, token)
    return any(is_content(scene, head, token) and not _told(scene, head, token) for head in _bearers(scene, outer))


def _is_past(scene: Scene, token: Token) -> bool:
    """`« Ils ont tiré sur nous », a menacé X`: what has happened is not what is threatened."""
    return any(t.feats.get("Tense") in ("Past", "Imp") for t in (token, *scene.sentence.children(token, "aux")))


def _bearers(scene: Scene, outer: Matched) -> tuple[int, ...]:
    """The word of an act, and the verb that only lends it its clause: `a mis son veto à l'aide`."""
    head = scene.sentence[outer.predicate.head]
    light = scene.light_verb(head) if head.pos == "NOUN" else None
    return (head.index,) if light is None else (head.index, light.index)


def _is_outcome(scene: Scene, head: int, inner: Matched) -> bool:
    """What tells the toll or the manner of an attack is the same deed: `shelled the town, killing six`, `shot and wounded in a raid`."""
    token = scene.sentence[inner.predicate.head]
    if token.index < head or scene.sentence.children(token, "nsubj"):
        return False
    if token.pos == "NOUN":
        return token.relation == "obl" and token.head == head and scene.sentence.case(token) in scene.grammar.locative_cases
    if token.relation == "conj" and token.head == head and inner.predicate.pattern.act in TOLL:
        return True
    bare = token.feats.get("VerbForm") in ("Part", "Ger") and not scene.sentence.children(token, "mark", "case", "aux")
    first = scene.sentence[token.head] if token.relation == "conj" else token
    return bare and first.relation == "advcl" and first.head == head


def _told(scene: Scene, head: int, token: Token) -> bool:
    """Whether a clause inside the content tells of it: `demande le retrait des soldats qui occupent`, `told him to go after he struck`."""
    way = [token, *scene.sentence.ancestors(token)]
    way = way[: [t.index for t in way].index(head)]
    return any(t.dep == "acl:relcl" or (t.relation == "acl" and t.feats.get("Tense") == "Past") or _sets_time(scene, t) for t in way)


def _sets_time(scene: Scene, verb: Token) -> bool:
    """A clause of the past that tells when or why: `after troops killed five`, `because it has seized the port`."""
    if verb.relation != "advcl" or not any(t.relation == "nsubj" for t in scene.sentence.children(verb)):
        return False
    timed = any(m.lower in scene.grammar.adverbial_cases for m in scene.sentence.children(verb, "mark", "case"))
    return timed and verb.feats.get("VerbForm") == "Fin" and _is_past(scene, verb)


def is_content(scene: Scene, head: int, token: Token) -> bool:
    """Whether a token stands in a complement of a head, reached through complement relations only."""
    chain = [token, *scene.sentence.ancestors(token)]
    if head not in {t.index for t in chain[1:]}:
        return False
    way = chain[: [t.index for t in chain].index(head)]
    if not way:
        return False
    if way[-1].relation == "obl" and way[-1].index < head:
        return False  # what stands before its verb sets the scene
    inside = all(t.relation in CONTENT or t.relation == "conj" or _is_any(scene, t) for t in way)
    return inside and way[-1].relation in CONTENT and not _adverbial(scene, way)


def _is_any(scene: Scene, token: Token) -> bool:
    """`averti que toute livraison serait ...`: the subject of what is said, where it is nothing that the reader knows of."""
    return token.relation == "nsubj" and token.pos == "NOUN" and not is_known(scene, token)


def _adverbial(scene: Scene, way: Sequence[Token]) -> bool:
    """A clause or phrase of time or manner is beside the act, not its content: `après`, `lors de`, `during`, `en saluant`."""
    top = way[-1]
    if top.relation == "advcl":
        marks = scene.sentence.children(top, "mark", "case")
        return not any(m.lower in scene.grammar.content_marks for m in marks)
    if top.relation == "obl":
        return scene.sentence.case(top).split(" ")[0] in scene.grammar.adverbial_cases
    return top.relation == "acl" and top.dep == "acl:relcl"
