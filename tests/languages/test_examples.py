"""Every example beside a language's words, run through the whole journey.

`aim: true` marks an example that the coder does not yet get right: it must fail, so that whoever mends it takes the mark away.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import dragoman
from dragoman.languages import available
from dragoman.languages.data import folder, read_yaml

PUBLISHED = "2024-03-15"  # a Friday
STATUSES = ("planned", "hypothetical", "negated")


def examples() -> Iterator[Any]:
    for code in available():
        for number, example in enumerate(read_yaml(folder(code).joinpath("examples.yaml"))):
            marks = [pytest.mark.xfail(strict=True, reason="aim")] if example.get("aim") else []
            yield pytest.param(code, example, id=f"{code}-{number}-{example['text'][:40]}", marks=marks)


def sides_of(text: str) -> str:
    """Both sides of a line with codes in order, "-" for none."""
    actor, _, recipient = text.partition(">")
    return " > ".join(",".join(sorted(c for c in side.strip().split(",") if c not in ("", "-"))) or "-" for side in (actor, recipient))


def expected_line(line: str) -> str:
    """An example's event without its mode, written as `event_line` writes the coder's."""
    kind, _, rest = line.partition(" ")
    words = rest.split()
    marks = [w for w in words if w in STATUSES or w.startswith("@")]
    return " ".join([kind.split("/")[0], sides_of(" ".join(w for w in words if w not in marks)), *marks])


def event_line(event: dragoman.Event) -> str:
    pair = " > ".join(",".join(p.code for p in side) for side in (event.actor, event.recipient))
    marks = [] if event.status == "actual" else [event.status]
    return " ".join([event.type, sides_of(pair), *marks, *(f"@{code}" for code in event.attribution)])


def modes(lines: list[str]) -> set[str]:
    return {line.split(" ")[0] for line in lines if "/" in line.split(" ")[0]}


def fact_line(fact: dragoman.Fact) -> str:
    if fact.kind == "tenure":
        return f"tenure {fact.person} | {fact.office} | {fact.of} | {fact.change}"
    if fact.kind == "membership":
        return f"membership {','.join(fact.member)} | {fact.organization} | {fact.role}"
    return f"absence {fact.person} | {fact.code}"


@pytest.mark.parametrize(("language", "example"), list(examples()))
def test_example(language: str, example: dict[str, Any]) -> None:
    coded = dragoman.code(example["text"], language=language, published=str(example.get("published", PUBLISHED)))
    if "events" in example:
        assert sorted(map(event_line, coded.events)) == sorted(map(expected_line, example["events"]))
        made = {f"{e.type}/{e.mode}" for e in coded.events}
        assert modes(example["events"]) <= made
    if "statements" in example:
        assert [f"{s.speaker.name}: {s.content.text}" for s in coded.statements] == example["statements"]
    if "facts" in example:
        assert sorted(map(fact_line, coded.facts)) == sorted(example["facts"])
