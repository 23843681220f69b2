"""Gold texts and scores, by the definitions of docs/codebook.md."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from dragoman.evaluating.gold import Gold, load_gold
from dragoman.evaluating.groups import Grouping, Groups
from dragoman.evaluating.scores import Mistake, Scores, score
from dragoman.model.text import Document

__all__ = ["Coder", "Gold", "Grouping", "Groups", "Mistake", "Scores", "evaluate", "load_gold", "score"]


class HasRecords(Protocol):
    def records(self) -> list[dict[str, Any]]: ...


Coder = Callable[[Document], HasRecords]


def evaluate(gold_dir: str | os.PathLike[str], coder: Coder, language: str | None = None) -> Scores:
    """Code the gold texts below a folder, of one language if it is given, and compare. Raises `BadInput` for a file that is not gold."""
    gold = load_gold(Path(gold_dir), language)
    return score(gold, [record for one in gold for record in coder(one.document).records()])
