"""How likely an event is to be right, by the signs for and against it.

A logistic model: the sum of the weights of an event's signs, as a chance. The weights (confidence.tsv) are fitted by
scripts/fit_confidence.py on coded dispatches, where right means that a careful coder has the same event with the same parties
(docs/confidence.md). It knows signs, no words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

from dragoman.model.candidates import Candidate

BASE = "base"
"""The sign of every event."""
FEWEST, MOST = 0.01, 0.99
TOLD = 0.1
"""Weights below this are not worth telling."""


@cache
def weights() -> Mapping[str, float]:
    """The fitted weight of each sign."""
    rows = (line.split("\t") for line in resources.files(__package__).joinpath("confidence.tsv").read_text("utf-8").splitlines()[1:])
    return {sign: float(weight) for sign, weight in rows}


def confidence(signs: Iterable[str]) -> float:
    """The chance that an event of these signs is right, in hundredths; never 0 or 1."""
    table = weights()
    return round(min(MOST, max(FEWEST, _logistic(sum(table.get(sign, 0.0) for sign in signs)))), 2)


def reasons(signs: Iterable[str], most: int = 3) -> tuple[list[str], list[str]]:
    """The signs that spoke most for an event and most against it, strongest first."""
    told = sorted((sign for sign in signs if abs(weights().get(sign, 0.0)) >= TOLD), key=lambda sign: (-abs(weights()[sign]), sign))
    told = [sign for sign in told if sign != BASE]
    return [s for s in told if weights()[s] > 0][:most], [s for s in told if weights()[s] < 0][:most]


def _logistic(score: float) -> float:
    return 0.5 + 0.5 * math.tanh(score / 2)  # the same as 1 / (1 + e^-x), and never out of range


def signs_of(members: Sequence[Candidate]) -> frozenset[str]:
    """The signs of an event: those of its fullest mention, and what its mentions say together."""
    fullest = max(members, key=lambda m: len(m.parties))
    return fullest.signs | frozenset(_together(members))


def _together(members: Sequence[Candidate]) -> Iterator[str]:
    yield BASE
    yield f"mentions {min(len(members), 3)}"
    yield f"sentence {min(members[0].sentence, 3)}"
    if any(not m.attribution for m in members) and any(m.attribution for m in members):
        yield "asserted too"
