"""Fits how much each sign counts for the parties of an act: python scripts/fit_sides.py GOLD_DIR [--to FILE] [--folds N]

The signs are those of `dragoman.coding.options`; the gold texts say who did it to whom. Prints how often both sides are right, out of
fold by document: by the words' own slots alone, and weighed. Without --to the package's own table is written.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

import dragoman.coding.choosing as choosing
from dragoman.coding.choosing import Choice, Weights, by_rule, by_weight
from dragoman.coding.events import code_events
from dragoman.coding.options import Option, Side, options
from dragoman.coding.statements import code_statements
from dragoman.coding.story import Setting, codes_of
from dragoman.evaluating.events import GAP
from dragoman.evaluating.gold import Gold, GoldEvent, load_gold
from dragoman.evaluating.likeness import codes
from dragoman.languages import language
from dragoman.model.candidates import Candidate
from dragoman.ontology import ontology
from dragoman.pipeline import trace
from dragoman.resolving.world import coordinates

OWN = Path(choosing.__file__).with_name("weights.tsv")
PENALTY = 16.0
"""L2: chosen out of fold on the training texts; half or twice as much makes no difference beyond chance."""
RARE = 4
"""A sign seen on fewer options than this is no sign."""
SMALL = 0.005
STEPS = 400
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """A coded mention of a gold event: what there was to choose from, and what is right."""

    document: str
    setting: Setting
    actor: frozenset[str]
    recipient: frozenset[str]

    def right(self, choice: Choice) -> bool:
        return (codes_of(choice.actor), codes_of(choice.recipient)) == (self.actor, self.recipient)

    def rows(self, side: Side) -> Iterator[tuple[tuple[Option, ...], int]]:
        """The options of a side and which of them is right; nothing where none is."""
        if side == "recipient" and self.setting.act.solitary:
            return
        offered = options(self.setting, side, self._true_actor() if side == "recipient" else ())
        wanted = self.actor if side == "actor" else self.recipient
        yield from ((offered, n) for n, option in enumerate(offered) if option.codes == wanted)

    def _true_actor(self) -> tuple[Any, ...]:
        return next((o.parties for o in options(self.setting, "actor") if o.codes == self.actor), self.setting.actor)


def cases(gold: Gold) -> Iterator[Case]:
    """Every coded mention in one gold text of an event that the gold has."""
    settings: list[Setting] = []

    def note(setting: Setting) -> Choice:
        settings.append(setting)
        return by_rule(setting)

    done, speech = trace(gold.document), language(gold.document.language or "")
    statements = code_statements(done.parsed, done.found, done.cast, speech.cues)
    made = code_events(done.parsed, done.found, done.cast, speech, ontology(), statements, coordinates, note)
    at = {(s.sentence.index, s.predicate.head): s for s in settings}
    for candidate in made:
        setting, event = at.get((candidate.sentence, candidate.head)), event_of(gold, candidate)
        if setting and event:
            sides = (frozenset(codes(event.fields.get(side))) for side in ("actor", "recipient"))
            yield Case(gold.document.id, setting, *sides)


def event_of(gold: Gold, candidate: Candidate) -> GoldEvent | None:
    """The gold event that a candidate tells of."""
    near = [(_gap(e, candidate), n) for n, e in enumerate(gold.events) if e.type == candidate.type]
    gap, n = min(near, default=(GAP + 1, 0))
    return gold.events[n] if gap <= GAP else None


def _gap(event: GoldEvent, candidate: Candidate) -> int:
    return min(max(start - candidate.trigger.end, candidate.trigger.start - end) for start, end in event.spans)


def fit(found: Sequence[Case], side: Side) -> dict[tuple[str, str], float]:
    """The weights that make the right offered of a side likeliest."""
    rows = [([o.signs for o in offered], right) for case in found for offered, right in case.rows(side)]
    return {(side, sign): weight for sign, weight in fitted(rows, PENALTY, RARE).items()}


def fitted(rows: Sequence[tuple[Sequence[Set[str]], int]], penalty: float, rare: int) -> dict[str, float]:
    """The weight of each sign; of each row the signs of its options and which option is right."""
    seen = Counter(sign for offered, _ in rows for signs in offered for sign in signs)
    column = {sign: n for n, sign in enumerate(sorted(s for s, times in seen.items() if times >= rare))}
    numbered = [([[column[s] for s in signs if s in column] for signs in offered], right) for offered, right in rows]
    found = _ascend(numbered, len(column), penalty)
    return {sign: round(float(found[n]), 3) for sign, n in column.items() if abs(found[n]) >= SMALL}


def _ascend(rows: Sequence[tuple[Sequence[Sequence[int]], int]], width: int, penalty: float) -> Floats:
    """Maximum of the penalised likelihood, by accelerated gradient (Nesterov 1983); it is concave, so any start will do."""
    options = [signs for offered, _ in rows for signs in offered]
    line = np.repeat(np.arange(len(options)), [len(signs) for signs in options])
    sign = np.array([n for signs in options for n in signs], dtype=np.intp)
    sizes = [len(offered) for offered, _ in rows]
    group, starts = np.repeat(np.arange(len(rows)), sizes), np.cumsum([0, *sizes[:-1]])
    chosen = np.zeros(len(options))
    chosen[starts + np.array([n for _, n in rows])] = 1

    def up(values: Floats) -> Floats:
        return np.bincount(line, values[sign], len(options)).astype(np.float64)

    def down(values: Floats) -> Floats:
        return np.bincount(sign, values[line], width).astype(np.float64)

    rate = 1 / (penalty + 0.5 * _steepest(up, down, width))
    here, ahead = np.zeros(width), np.zeros(width)
    for step in range(STEPS):
        scores = up(ahead)
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        chances = powers / np.add.reduceat(powers, starts)[group]
        after = ahead + rate * (down(chosen - chances) - penalty * ahead)
        here, ahead = after, after + step / (step + 3) * (after - here)
    return here


def _steepest(up: Callable[[Floats], Floats], down: Callable[[Floats], Floats], width: int) -> float:
    """The square of a table's spectral norm, by power iteration, and a little more, for it comes from below."""
    vector = np.ones(width)
    for _ in range(STEPS // 8):
        vector = down(up(vector / np.linalg.norm(vector)))
    return 1.02 * float(np.linalg.norm(vector))


def weighed(weights: Weights, found: Iterable[Case]) -> int:
    """How many cases come out right with these weights."""
    with patch.object(choosing, "weights", lambda: weights):
        return sum(case.right(by_weight(case.setting)) for case in found)


def out_of_fold(found: Sequence[Case], folds: int) -> int:
    """How many cases come out right with weights fitted on other documents."""
    documents = sorted({case.document for case in found})
    right = 0
    for n in range(folds):
        held = set(documents[n::folds])
        rest = [case for case in found if case.document not in held]
        right += weighed(fit(rest, "actor") | fit(rest, "recipient"), [case for case in found if case.document in held])
    return right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--to", type=Path, default=OWN)
    parser.add_argument("--folds", type=int, default=6)
    given = parser.parse_args()
    found = [case for gold in load_gold(given.gold) for case in cases(gold)]
    total = len(found)
    print(f"{total} mentions of gold events")
    print(f"both sides right by the words' slots  {sum(case.right(by_rule(case.setting)) for case in found) / total:.3f}")
    if given.folds > 1:
        print(f"weighed, out of fold                  {out_of_fold(found, given.folds) / total:.3f}")
    fitted = fit(found, "actor") | fit(found, "recipient")
    lines = [f"{side}\t{sign}\t{weight:g}" for (side, sign), weight in sorted(fitted.items())]
    given.to.write_text("\n".join(["side\tsign\tweight", *lines]) + "\n", "utf-8")
    print(f"{len(lines)} weights in {given.to}")


if __name__ == "__main__":
    main()
