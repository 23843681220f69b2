"""Where an act happened: the place that its own clause gives."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.roles import Scene
from dragoman.model.mentions import Party, Predicate, Referent
from dragoman.ontology import Act

NEAREST = 2


def place_of(scene: Scene, predicate: Predicate, act: Act, recipient: tuple[Party, ...]) -> Referent | None:
    """The place that a locative phrase of the act names; for a visit, the host's country.

    The country is in `Referent.place`; None where the clause names no place.
    """
    for referent in _locatives(scene, predicate):
        return referent
    if act.mode == "visit" and recipient and len(recipient) == 1:
        return Referent(recipient[0].name, place=recipient[0].code) if len(recipient[0].code) == 3 else None
    return None


def _locatives(scene: Scene, predicate: Predicate) -> Iterator[Referent]:
    clause = scene.clause(predicate.head)
    verb = scene.light_verb(scene.sentence[predicate.head])
    rows = [*clause.obliques, *(scene.clause(verb.index).obliques if verb else ())]
    for case, index in rows:
        referent = scene.cast.at(scene.sentence.index, index)
        if referent and referent.place and case.split(" ")[0] in scene.grammar.locative_cases:
            yield referent
