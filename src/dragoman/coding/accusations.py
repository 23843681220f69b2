"""What somebody is accused of is an act told too: who did it, to whom, and who says so."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.acts import Matched, is_content
from dragoman.coding.roles import Parties, Scene
from dragoman.coding.sources import is_claimed
from dragoman.model.candidates import Candidate
from dragoman.model.text import Token
from dragoman.ontology import Act


def accusation_of(scene: Scene, inner: Token, accusers: Sequence[tuple[Matched, Candidate]]) -> Candidate | None:
    """The accusation or complaint whose content an act is."""
    return next((accusation for outer, accusation in accusers if is_content(scene, outer.predicate.head, inner)), None)


def is_accused(scene: Scene, accusation: Candidate, inner: int, actor: Parties) -> bool:
    """Whether an act is what the accused is accused of: its very noun, or what the tree makes the accuser's own doing."""
    if accusation.mode != "allege" or not accusation.recipient:
        return False
    above = scene.sentence[scene.sentence[inner].head]
    noun = above.index == accusation.head or (above.relation == "obj" and above.head == accusation.head)
    return {p.code for p in actor} == {p.code for p in accusation.actor} or (not actor and noun)


def is_plaint(accusation: Candidate, act: Act, actor: Parties) -> bool:
    """Whoever accuses another of violence is mostly who suffered it."""
    others = {p.code for p in actor} - {p.code for p in accusation.actor}
    return accusation.mode == "allege" and act.type == "ASSAULT" and bool(others)


def accused_by(scene: Scene, inner: Token, accusers: Sequence[tuple[Matched, Candidate]]) -> tuple[str, ...]:
    """Who alleges that an act happened; what is only condemned is told by the dispatch itself."""
    alleged = (c for outer, c in accusers if c.mode == "allege" and is_claimed(scene, outer.predicate.head, inner))
    return tuple(p.code for p in accusation.actor) if (accusation := next(alleged, None)) else ()
