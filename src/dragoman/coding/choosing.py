"""Who did it and to whom: of all that the text offers, what has the most signs for it.

Each side of an act is a conditional logit over its options (McFadden 1974, "Conditional logit analysis of qualitative choice
behavior"): an option's score is the sum of its signs' weights. The weights (weights.tsv) are fitted by scripts/fit_sides.py on coded
dispatches; they know signs, no words.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.coding.options import Option, Side, options
from dragoman.coding.roles import Parties
from dragoman.coding.story import Setting, codes_of

Weights = Mapping[tuple[str, str], float]
BEST = 3
"""Actors for each of which recipients are weighed."""
DOUBT = 1.5
"""How much likelier than the word's own reading another must be: chosen out of fold on the training texts."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The sides of an act, the strongest sign of each side that its own word did not give, and how likely both are where weighed."""

    actor: Parties
    recipient: Parties
    reasons: tuple[str, ...] = ()
    chance: float | None = None


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
    """The likeliest sides taken together; what the word's own slots give unless that is clearly less likely."""
    likely = sorted(_pairs(setting), key=lambda row: -row[0])
    if not likely:
        return by_rule(setting)
    own = (codes_of(setting.actor), codes_of(setting.recipient))
    ruled = next((chance for chance, actor, recipient in likely if (actor.codes, recipient.codes) == own), 0.0)
    chance, actor, recipient = likely[0]
    if ruled * DOUBT >= chance:
        return Choice(setting.actor, setting.recipient, chance=ruled)
    return Choice(actor.parties, recipient.parties, tuple(_reasons(setting, actor, recipient)), chance)


def _pairs(setting: Setting) -> Iterator[tuple[float, Option, Option]]:
    """Actor and recipient with their common chance, not nobody on both sides; for the likeliest actors and the word's own."""
    actors = sorted(scored("actor", options(setting, "actor")), key=lambda row: -row[0])
    own = codes_of(setting.actor)
    for rank, (chance, actor) in enumerate(actors):
        if rank < BEST or actor.codes == own:
            for likely, recipient in _recipients(setting, actor):
                if actor.parties or recipient.parties:
                    yield chance * likely, actor, recipient


def _recipients(setting: Setting, actor: Option) -> list[tuple[float, Option]]:
    """A solitary act's recipient is what its word names; others are weighed."""
    if setting.act.solitary:
        return [(1.0, Option(setting.recipient, frozenset()))]
    return scored("recipient", options(setting, "recipient", actor.parties))


def scored(side: Side, offered: Iterable[Option]) -> list[tuple[float, Option]]:
    """Each option with its chance; the chances of a side sum to 1."""
    table = weights()
    rows = [(sum(table.get((side, sign), 0.0) for sign in option.signs), option) for option in offered]
    most = max(score for score, _ in rows)
    powers = [math.exp(score - most) for score, _ in rows]
    return [(power / sum(powers), option) for power, (_, option) in zip(powers, rows, strict=True)]


def _reasons(setting: Setting, actor: Option, recipient: Option) -> Iterator[str]:
    """What spoke most for each side that is not the word's own, beside what speaks for any option."""
    for side, option, ruled in (("actor", actor, setting.actor), ("recipient", recipient, setting.recipient)):
        if option.codes != codes_of(ruled):
            signs = option.signs - {"in sentence", "same quotation"} or option.signs
            yield f"{side}: {max(signs, key=lambda sign: (weights().get((side, sign), 0.0), sign))}"
