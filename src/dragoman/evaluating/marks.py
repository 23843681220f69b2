"""What a comparison hands to the scores: one mark for each thing found, missed, invented, or judged right or wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Outcome = Literal["tp", "fp", "fn", "right", "wrong", "none"]
Record = Mapping[str, Any]  # as the codebook's section 6 writes it


@dataclass(frozen=True, slots=True)
class Mark:
    """`figure` is what it counts for ("events.dyad"); "none" counts nothing but shows the figure; `what` describes a mistake.

    `event` is the event it is about: gold's, or for one that was invented the record's; None for statements and facts.
    """

    figure: str
    outcome: Outcome
    what: str = ""
    event: Record | None = None
