"""What states are to one another (neighbours, and who ruled one last from overseas), and by what form each is called."""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import cache

from dragoman.knowledge.tables import table


def neighbours(code: str) -> Set[str]:
    """The states (alpha-3) that share a border with a state, on land or across a strait; empty for an island alone and the unknown."""
    return _neighbours().get(code, frozenset())


def former_power(code: str) -> str | None:
    """The state (alpha-3) that a state was a colony, protectorate or mandate of last."""
    return _powers().get(code)


@cache
def of_form(form: str) -> Set[str]:
    """The states (alpha-3) that are called a kingdom, an emirate, an island ... (forms.tsv); empty for any other word."""
    return next((frozenset(row["states"].split()) for row in table("forms.tsv") if row["form"] == form), frozenset())


@cache
def _neighbours() -> Mapping[str, Set[str]]:
    return {row["code"]: frozenset(row["neighbours"].split()) for row in table("relations.tsv")}


@cache
def _powers() -> Mapping[str, str]:
    return {row["code"]: row["former_power"] for row in table("relations.tsv") if row["former_power"]}
