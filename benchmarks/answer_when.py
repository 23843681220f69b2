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

from dragoman.coding.when import time_of
from dragoman.finding.times import find_times
from dragoman.languages import language
from dragoman.model.mentions import TimeMention
from dragoman.model.text import Document, Sentence
from dragoman.model.time import Time
from dragoman.parsing import parse
from dragoman.resolving.dates import resolve_times


def answer(case: dict[str, Any]) -> str | None:
    speech = language(case["language"])
    parsed = parse(Document(case["id"], case["text"]), case["language"], case["published"])
    published = Time.parse(case["published"])
    expressions = [e for s in parsed.sentences for e in find_times(s, speech.times)]
    times = resolve_times(expressions, parsed.sentences, published)
    start, end = _span(case["text"], case["trigger"])
    for sentence in parsed.sentences:
        heads = [t.index for t in sentence if t.start < end and start < t.end]
        if heads and (found := time_of(sentence, _head(sentence, heads), times, speech.times)):
            return _closed(found, published).edtf
    return None


def _span(text: str, trigger: Any) -> tuple[int, int]:
    phrase, nth = (trigger, 1) if isinstance(trigger, str) else trigger
    start = -1
    for _ in range(nth):
        start = text.index(phrase, start + 1)
    return start, start + len(phrase)


def _head(sentence: Sentence, tokens: list[int]) -> int:
    """The word of the trigger that heads it; of an auxiliary and its verb the verb."""
    outer = [i for i in tokens if sentence[i].head not in tokens or sentence[i].head == i]
    verbs = [i for i in outer if sentence[i].pos == "VERB"]
    governed = [i for v in verbs for i in tokens if sentence[i].head == v and sentence[i].dep == "xcomp" and sentence[i].pos == "VERB"]
    verbs = governed or verbs
    return (verbs or [i for i in outer if sentence[i].pos == "NOUN"] or outer or tokens)[0]


def _closed(found: TimeMention, published: Time) -> Time:
    lasting = found.rule.endswith("lasting") and found.time.latest is None
    return Time.between(found.time, published) if lasting else found.time


def answers(path: Path) -> Iterator[str]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            case = json.loads(line)
            yield json.dumps({"id": case["id"], "date": answer(case)}, ensure_ascii=False)


if __name__ == "__main__":
    for row in answers(Path(sys.argv[1])):
        print(row)
