"""States, territories and the unrecognised entities that the codebook gives a code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from dragoman.knowledge.tables import table

StateKind = Literal["state", "territory", "entity"]


@dataclass(frozen=True, slots=True)
class Capital:
    """A seat of government by its English name; coordinates in degrees, north and east positive."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class State:
    """A state (ISO 3166-1 alpha-3, or XKX), a territory with the state it belongs to, or an unrecognised entity.

    Coordinates are those of the middle of the country, in degrees; `alpha2` is None for an entity.
    """

    code: str
    alpha2: str | None
    name: str
    kind: StateKind
    parent: str | None
    latitude: float
    longitude: float
    capital: Capital | None


@cache
def states() -> Mapping[str, State]:
    """Every state, territory and entity by its code."""
    return MappingProxyType({row["code"]: _state(row) for row in table("states.tsv")})


@cache
def by_alpha2() -> Mapping[str, State]:
    """The states and territories by their ISO 3166-1 alpha-2 code."""
    return MappingProxyType({state.alpha2: state for state in states().values() if state.alpha2})


def _state(row: Mapping[str, str]) -> State:
    return State(
        row["code"],
        row["alpha2"] or None,
        row["name"],
        cast(StateKind, row["kind"]),
        row["parent"] or None,
        float(row["lat"]),
        float(row["lon"]),
        _capital(row),
    )


def _capital(row: Mapping[str, str]) -> Capital | None:
    if not row["capital"] or not row["capital_lat"]:
        return None
    return Capital(row["capital"], float(row["capital_lat"]), float(row["capital_lon"]))
