"""How a language says an act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

PartOfSpeech = Literal["verb", "noun", "adjective"]
Filter = frozenset[str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a language says an act: the lemmas, which of them bears the arguments, and where the parties stand.

    `where` and `unless` map a slot to lemmas and `@classes`; a pattern with more of them satisfied is the likelier. What a word means
    `otherwise` counts only where no other of its patterns holds.
    """

    act: str
    pos: PartOfSpeech
    words: tuple[str, ...]
    head: int
    reflexive: bool
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    where: Mapping[str, Filter]
    unless: Mapping[str, Filter]
    rule: str
    otherwise: bool = False
    raised: int = 0
    """What lifts a user's own words above ours."""

    @property
    def weight(self) -> int:
        own = 1 if self.otherwise else 2 * len(self.words) + 2 * len(self.where) + self.reflexive
        return own + self.raised
