"""Fits how much each sign counts for where an act happened: python scripts/fit_places.py GOLD_DIR [--to FILE] [--folds N]

The signs are those of `dragoman.coding.grounds`; the gold texts say where each event happened, if they tell. Prints precision, recall and
F1 of the places of events whose parties are right, out of fold by document. Without --to the package's own table is written.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

import dragoman.coding.places as placing
from dragoman.coding.choosing import by_weight
from dragoman.coding.events import code_events
from dragoman.coding.grounds import Ground, Placing, grounds
from dragoman.coding.places import Located, Weights, place_of
from dragoman.coding.statements import code_statements
from dragoman.coding.story import codes_of
from dragoman.evaluating.gold import Gold, load_gold
from dragoman.evaluating.likeness import codes
from dragoman.languages import language
from dragoman.model.mentions import Party
from dragoman.ontology import ontology
from dragoman.pipeline import trace
from dragoman.resolving.world import coordinates
from fit_sides import event_of, fitted

OWN = Path(placing.__file__).with_name("places.tsv")
PENALTY = 4.0
"""L2: chosen out of fold on the training texts."""
RARE = 4
"""A sign seen on fewer options than this is no sign."""


@dataclass(frozen=True)
class Case:
    """A coded mention of a gold event: the grounds there were, which is right, and whether its parties are right too."""

    document: str
    language: str
    event: int
    placing: Placing
    place: str | None
    matched: bool

    def offered(self) -> tuple[tuple[Ground, ...], int] | None:
        """The grounds and which of them is right; None where none is."""
        found = grounds(self.placing)
        return next(((found, n) for n, ground in enumerate(found) if ground.code == self.place), None)


def cases(gold: Gold) -> list[Case]:
    """Every coded mention in one gold text of an event that the gold has."""
    seen: list[Placing] = []

    def note(placed: Placing) -> Located | None:
        seen.append(placed)
        return place_of(placed)

    done, speech = trace(gold.document), language(gold.document.language or "")
    statements = code_statements(done.parsed, done.found, done.cast, speech.cues)
    made = code_events(done.parsed, done.found, done.cast, speech, ontology(), statements, coordinates, by_weight, note)
    at = {(p.setting.sentence.index, p.setting.predicate.head): p for p in seen}
    found: list[Case] = []
    for candidate in made:
        placed, event = at[candidate.sentence, candidate.head], event_of(gold, candidate)
        if event is None or event.fields.get("optional"):
            continue
        actor, recipient = (codes(event.fields.get(side)) for side in ("actor", "recipient"))
        own = (codes_of(candidate.actor), codes_of(candidate.recipient))
        matched = own == (actor, recipient) if recipient or len(actor) < 2 else own[0] | own[1] == actor
        right = placed if matched else _as_gold(placed, actor, recipient)
        place = event.fields.get("place")
        found.append(Case(gold.document.id, speech.code, gold.events.index(event), right, place, matched))
    return found


def _as_gold(placed: Placing, actor: Iterable[str], recipient: Iterable[str]) -> Placing:
    sides = [tuple(Party(code, code) for code in sorted(side)) for side in (actor, recipient)]
    return replace(placed, setting=replace(placed.setting, actor=sides[0], recipient=sides[1]))


def fit(found: Sequence[Case], penalty: float = PENALTY) -> dict[str, float]:
    """The weights that make the right grounds likeliest."""
    rows = [row for case in found if (row := case.offered())]
    return fitted([([ground.signs for ground in offered], right) for offered, right in rows], penalty, RARE)


@dataclass
class Tally:
    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.right + self.wrong), self.right / max(1, self.right + self.missed)
        return f"precision {precision:.3f} recall {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def count(weights: Weights, found: Iterable[Case], tally: Tally) -> None:
    """Adds how the events come out whose parties are right, each by its surest mention."""
    best: dict[tuple[str, int], tuple[float, str | None, str | None]] = {}
    with patch.object(placing, "weights", lambda: weights):
        for case in found:
            if case.matched:
                located = place_of(case.placing)
                row = (located.chance, located.place.place, case.place) if located else (0.0, None, case.place)
                key = (case.document, case.event)
                best[key] = max(best.get(key, row), row, key=lambda r: r[0])
    for _, given, wanted in best.values():
        tally.right += wanted is not None and given == wanted
        tally.wrong += given is not None and given != wanted
        tally.missed += wanted is not None and given != wanted


def out_of_fold(found: Sequence[Case], folds: int, penalty: float = PENALTY) -> dict[str, Tally]:
    """How the events of each language come out with weights fitted on other documents."""
    documents = sorted({case.document for case in found})
    tallies = {case.language: Tally() for case in found}
    for n in range(folds):
        held = set(documents[n::folds])
        weights = fit([case for case in found if case.document not in held], penalty)
        for speech, tally in tallies.items():
            count(weights, [case for case in found if case.document in held and case.language == speech], tally)
    return tallies


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--to", type=Path, default=OWN)
    parser.add_argument("--folds", type=int, default=6)
    given = parser.parse_args()
    found = [case for gold in load_gold(given.gold) for case in cases(gold)]
    print(f"{len(found)} mentions of gold events")
    if given.folds > 1:
        for speech, tally in out_of_fold(found, given.folds).items():
            print(f"{speech} out of fold: {tally}")
    weights = fit(found)
    given.to.write_text("\n".join(["sign\tweight", *(f"{sign}\t{weight:g}" for sign, weight in sorted(weights.items()))]) + "\n", "utf-8")
    print(f"{len(weights)} weights in {given.to}")


if __name__ == "__main__":
    main()
