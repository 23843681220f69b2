"""Answers the cases of a `when` gold file: benchmarks/answer_when.py CASES.jsonl > ANSWERS.jsonl

A case has `id`, `language`, `published`, `text`, and `trigger` (a substring, or ["substring", n] for its n-th occurrence); an answer is
{"id", "date"}, the date null where the text gives the act no time. A duration that lasts until now ("depuis six mois") is open in our
records and closed at the publication here, as these files read it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman import Moment, when
from dragoman.model.time import Time


def answer(case: dict[str, Any]) -> str | None:
    at = _span(case["text"], case["trigger"])
    found = when(case["text"], language=case["language"], published=case["published"], at=at)
    return _closed(found[0], Time.parse(case["published"])).edtf if found else None


def _span(text: str, trigger: Any) -> tuple[int, int]:
    phrase, nth = (trigger, 1) if isinstance(trigger, str) else trigger
    start = -1
    for _ in range(nth):
        start = text.index(phrase, start + 1)
    return start, start + len(phrase)


def _closed(found: Moment, published: Time) -> Time:
    time = Time.parse(found.date)
    return Time.between(time, published) if found.rule.endswith("lasting") and time.latest is None else time


def answers(path: Path) -> Iterator[str]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            case = json.loads(line)
            yield json.dumps({"id": case["id"], "date": answer(case)}, ensure_ascii=False)


if __name__ == "__main__":
    for row in answers(Path(sys.argv[1])):
        print(row)
