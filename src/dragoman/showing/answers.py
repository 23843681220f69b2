"""What a question is answered with: for eyes at a terminal, or a JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TypeVar

from rich.console import Console, RenderableType

from dragoman.asking import Identity, Moment

One = TypeVar("One", Identity, Moment)


def answer(found: Sequence[One], show: Callable[[Sequence[One]], RenderableType], as_json: bool) -> None:
    """Writes all answers to standard output."""
    for one in found if as_json else ():
        print(json.dumps(one.as_dict(), ensure_ascii=False))
    if not as_json:
        Console().print(show(found))
