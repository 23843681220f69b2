"""What speaks for and against a mention's being right: signs that settling weighs into a confidence. They know grammar, no words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.acts import Matched
from dragoman.coding.roles import Scene
from dragoman.model.candidates import Candidate
from dragoman.model.mentions import Party, Referent

PARTIES = (1, 2, 3, 5)
CHANCES = (0.2, 0.35, 0.5, 0.65, 0.8, 0.9)
"""Upper bounds of the classes of numbers that are told apart."""
MANY = 3


def signs(scene: Scene, match: Matched, made: Candidate, language: str) -> Iterator[str]:
    """The signs of one mention as coded."""
    yield from _of_act(match, made, language)
    yield from _of_clause(scene, match, made)
    for side, parties in (("actor", made.actor), ("recipient", made.recipient)):
        yield from _of_side(scene, made, side, parties)


def likelihood(chance: float | None) -> str:
    """How likely both sides were when they were weighed."""
    return "sides plain" if chance is None else f"sides {_place(chance, CHANCES)}"


def _of_act(match: Matched, made: Candidate, language: str) -> Iterator[str]:
    pattern = match.predicate.pattern
    yield f"act {made.act}"
    yield f"type {made.type}"
    yield f"{pattern.pos} in {language}"
    yield f"{pattern.pos} for {made.type}"
    yield f"words {min(len(pattern.words), MANY)}"
    yield f"conditions {min(len(pattern.where), MANY)}"
    yield f"status {made.status}"
    yield "attributed" if made.attribution else "asserted"
    if made.mode:
        yield "mode"
    if made.definite:
        yield "definite"


def _of_clause(scene: Scene, match: Matched, made: Candidate) -> Iterator[str]:
    """Where the word stands: in what relation, among how many parties, with what of its own."""
    yield f"relation {scene.sentence[made.head].relation}"
    yield f"parties {_place(len(_around(scene)), PARTIES)}"
    yield "timed" if made.timing.place else "untimed"
    if made.place:
        yield "placed"
    if match.used:
        yield "satisfied"


def _of_side(scene: Scene, made: Candidate, side: str, parties: Sequence[Party]) -> Iterator[str]:
    """How many a side has, and what the first of them is known by."""
    yield f"{side} {('none', 'one', 'two', 'many')[min(len(parties), MANY)]}"
    yield f"{side} {'one' if parties else 'none'} for {made.type}"
    if any(rule.startswith(f"{side}: ") for rule in made.rules):
        yield f"{side} weighed"
    if parties:
        yield f"{side} by {_known_by(scene, parties[0])}"
        yield f"{side} is {parties[0].sector or 'plain'}"


def _known_by(scene: Scene, party: Party) -> str:
    """How the sentence speaks of a party: by name, office, body, pronoun; `elsewhere` where it does not."""
    rules = [referent.rule for referent in _around(scene).get(party.code, ())]
    named = next((rule for rule in rules if rule.startswith("name:")), None)
    return named or (rules[0] if rules else "elsewhere")


def _around(scene: Scene) -> dict[str, list[Referent]]:
    """The parties that the sentence speaks of, each with the nominals that stand for it."""
    found: dict[str, list[Referent]] = {}
    for token in scene.sentence:
        referent = scene.cast.at(scene.sentence.index, token.index)
        if referent is not None:
            for code in referent.codes:
                found.setdefault(code, []).append(referent)
    return found


def _place(number: float, bounds: Sequence[float]) -> str:
    """The class that a number falls in, told by its upper bound."""
    return next((f"up to {bound}" for bound in bounds if number <= bound), f"over {bounds[-1]}")
