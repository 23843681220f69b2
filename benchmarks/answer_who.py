"""Answers the cases of a `who` gold file: benchmarks/answer_who.py CASES.jsonl > ANSWERS.jsonl

A case has `id`, `language`, `published`, `text`, and `mention` (a substring, or ["substring", n] for its n-th occurrence); an answer is
{"id", "code", "person"}: the code null where none is known, a list where the mention names several parties, the person by name. All by
the public `dragoman.who`, in its likeliest reading.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dragoman


def answer(case: dict[str, Any]) -> dict[str, Any]:
    found = dragoman.who(case["text"], on=case["published"], language=case["language"], at=_span(case["text"], case["mention"]))
    if not found:
        return {"id": case["id"], "code": None, "person": None}
    first = found[0]
    several = list(first.codes) if len(first.codes) > 1 else None
    return {"id": case["id"], "code": several or first.code, "person": first.name if first.kind == "person" else None}


def _span(text: str, mention: Any) -> tuple[int, int]:
    phrase, nth = (mention, 1) if isinstance(mention, str) else mention
    start = -1
    for _ in range(nth):
        start = text.index(phrase, start + 1)
    return start, start + len(phrase)


def answers(path: Path) -> Iterator[str]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield json.dumps(answer(json.loads(line)), ensure_ascii=False)


if __name__ == "__main__":
    for row in answers(Path(sys.argv[1])):
        print(row)
