"""What coding makes of one mention of an act; settling unites the mentions of one event."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.mentions import Party, Timing
from dragoman.model.records import Place, Status
from dragoman.model.text import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """One mention of an act with its parties. `definite` where the words take up an act already told ("these talks");
    `placed` is how likely `place` is, 0 to 1.
    """

    sentence: int
    head: int
    lemma: str
    nominal: bool
    definite: bool
    act: str
    type: str
    mode: str | None
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    trigger: Span
    timing: Timing
    place: Place | None
    status: Status
    attribution: tuple[str, ...]
    contexts: tuple[str, ...]
    rules: tuple[str, ...]
    placed: float = 0.0
    signs: frozenset[str] = frozenset()
    """What speaks for and against its being right; settling weighs them."""

    @property
    def parties(self) -> frozenset[str]:
        return frozenset(p.code for p in (*self.actor, *self.recipient))
