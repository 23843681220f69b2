"""Who did it and to whom: of all that the text offers, what has the most signs for it.

Each side of an act is a conditional logit over its options (McFadden 1974, "Conditional logit analysis of qualitative choice
behavior"): an option's score is the sum of its signs' weights. The weights (weights.tsv) are fitted by scripts/fit_sides.py on coded
dispatches; they know signs, no words.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.coding.options import Option, Parties, Setting, Side

Weights = Mapping[tuple[str, str], float]
BEST = 3
"""Actors for each of which the likeliest recipient is looked for."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The sides of an act, the chance given to them (0 to 1), and the strongest sign of each side that its own word did not give."""

    actor: Parties
    recipient: Parties
    chance: float = 1.0
    reasons: tuple[str, ...] = ()


Choose = Callable[[Setting], Choice]


@cache
def weights() -> Weights:
    """The fitted weight of each (side, sign)."""
    text = resources.files(__package__).joinpath("weights.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {(side, sign): float(weight) for side, sign, weight in rows}


def by_rule(setting: Setting) -> Choice:
    """What the word's own slots give, nothing weighed."""
    return Choice(setting.actor, setting.recipient)


def by_weight(setting: Setting) -> Choice:
    """The likeliest sides taken together; what the word's own slots give where that is nobody on either side."""
    best: tuple[float, Option, Option | None] | None = None
    actors = sorted(scored("actor", setting.options("actor")), key=lambda row: -row[0])[:BEST]
    for chance, actor in actors:
        recipient = None
        if not setting.act.solitary:
            likely, recipient = max(scored("recipient", setting.options("recipient", actor.parties)), key=lambda row: row[0])
            chance *= likely
        if (actor.parties or (recipient and recipient.parties)) and (best is None or chance > best[0]):
            best = chance, actor, recipient
    if best is None:
        return by_rule(setting)
    chance, actor, recipient = best
    reasons = tuple(_reasons(setting, actor, recipient))
    return Choice(actor.parties, recipient.parties if recipient else (), chance, reasons)


def scored(side: Side, options: Iterable[Option]) -> list[tuple[float, Option]]:
    """Each option with its chance; the chances of a side sum to 1."""
    table = weights()
    rows = [(sum(table.get((side, sign), 0.0) for sign in option.signs), option) for option in options]
    most = max(score for score, _ in rows)
    powers = [math.exp(score - most) for score, _ in rows]
    return [(power / sum(powers), option) for power, (_, option) in zip(powers, rows, strict=True)]


def _reasons(setting: Setting, actor: Option, recipient: Option | None) -> Iterable[str]:
    for side, option, ruled in (("actor", actor, setting.actor), ("recipient", recipient, setting.recipient)):
        if option is not None and option.codes != {p.code for p in ruled}:
            strongest = max(option.signs, key=lambda sign: (weights().get((side, sign), 0.0), sign))
            yield f"{side}: {strongest}"
