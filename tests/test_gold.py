"""The floors of the first slice, held on the gold texts that lie beside the checkout; coded once a session."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from dragoman import code
from dragoman.evaluating import evaluate

FLOORS = {
    ("seed", "fr"): {"events.detect": 0.70, "events.dyad": 0.50, "statements": 0.65, "facts": 0.55},
    ("dev", "fr"): {"events.detect": 0.55, "events.dyad": 0.24, "statements": 0.38, "facts": 0.38},
    ("dev", "en"): {"events.detect": 0.55, "events.dyad": 0.24, "statements": 0.38, "facts": 0.38},
}
CASES = [(folder, language, figure) for (folder, language), floors in FLOORS.items() for figure in floors]


@cache
def figures(gold: Path, language: str) -> Mapping[str, float]:
    """The F1 of each figure."""
    scored = evaluate(gold, code, language).figures
    return {name: figure["f1"] for name, figure in scored.items() if "f1" in figure}


@pytest.mark.parametrize(("folder", "language", "figure"), CASES)
def test_floor(shared: Path, folder: str, language: str, figure: str) -> None:
    assert figures(shared / "gold" / folder, language)[figure] >= FLOORS[folder, language][figure]
