"""Where an act happened: of all the countries that the text offers the one that has the most signs for it, or none.

A conditional logit over the grounds of grounds.py, as choosing.py has one over the sides. The weights (places.tsv) are fitted by
scripts/fit_places.py on coded dispatches; they know signs, no words.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.coding.grounds import Ground, Placing, grounds
from dragoman.coding.ties import tie
from dragoman.knowledge import states
from dragoman.model.mentions import Referent
from dragoman.model.records import Place

Weights = Mapping[str, float]
DOUBT = 0.8
"""How much likelier a place must be than that the text tells none: chosen out of fold on the training texts."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where an act was, how likely that is (0 to 1), and the sign that spoke most for it."""

    place: Referent
    chance: float
    reason: str


Locate = Callable[[Placing], Located | None]
Coordinates = Callable[[str, str], tuple[float, float] | None]
"""Latitude and longitude of a place by its name and its country's alpha-3 code."""


@cache
def weights() -> Weights:
    """The fitted weight of each sign."""
    text = resources.files(__package__).joinpath("places.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {sign: float(weight) for sign, weight in rows}


def place_of(placing: Placing) -> Located | None:
    """The likeliest country with the name that the text has for it; None where none is likelier than that the text tells none."""
    told = certain(placing)
    if told is not None:
        return told
    likely = weighed(placing)
    nowhere = next(chance for chance, ground in likely if ground.code is None)
    chance, best = max(((c, g) for c, g in likely if g.code is not None), key=lambda row: row[0], default=(0.0, None))
    if best is None or best.place is None or chance < nowhere * DOUBT:
        return None
    return Located(best.place, chance, max(best.signs, key=lambda sign: (weights().get(sign, 0.0), sign)))


def certain(placing: Placing) -> Located | None:
    """What leaves no doubt: a clause that hangs on the place ("Beijing, where X was received"), the occasion ("in a speech in Lisbon")."""
    setting = placing.setting
    for phrase in placing.places.get(setting.sentence.index, ()):
        how = tie(setting.scene, setting.head, phrase)
        if phrase.place.place and (how == "where" or how == "occasion" and phrase.manner in ("in", "to", "near")):
            return Located(phrase.place, 1.0, how)
    return None


def weighed(placing: Placing) -> list[tuple[float, Ground]]:
    """Each ground with its chance; the chances sum to 1."""
    table = weights()
    rows = [(sum(table.get(sign, 0.0) for sign in ground.signs), ground) for ground in grounds(placing)]
    most = max(score for score, _ in rows)
    powers = [math.exp(score - most) for score, _ in rows]
    return [(power / sum(powers), ground) for power, (_, ground) in zip(powers, rows, strict=True)]


def placed(located: Located, coordinates: Coordinates) -> Place | None:
    """The place as a record has it: a town's own coordinates, the capital's for a seat of government, else the country's middle."""
    place, code = located.place, located.place.place
    if code is None:
        return None
    state = states().get(code)
    if place.kind == "seat of government" and state and state.capital:
        return Place(code, place.name, state.capital.latitude, state.capital.longitude)
    if place.kind in ("state", "spot") and state:
        return Place(code, place.name, state.latitude, state.longitude)
    lat, lon = coordinates(place.name, code) or (None, None)
    return Place(code, place.name, lat, lon)
