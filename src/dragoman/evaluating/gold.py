"""Gold files: what two careful coders would write down of a text (the codebook, section 5)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import BadInput
from dragoman.model.text import Document

Offsets = tuple[int, int]


@dataclass(frozen=True)
class GoldEvent:
    """An event; `spans` are the places in the text that speak of it, `fields` all that the file says."""

    type: str
    spans: tuple[Offsets, ...]
    optional: bool
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class GoldStatement:
    span: Offsets
    optional: bool
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class GoldFact:
    optional: bool
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class Gold:
    """One gold file."""

    document: Document
    events: tuple[GoldEvent, ...]
    statements: tuple[GoldStatement, ...]
    facts: tuple[GoldFact, ...]


def load_gold(folder: Path, language: str | None = None) -> tuple[Gold, ...]:
    """The gold texts in a file or below a folder, of one language if it is given. Raises `BadInput`, which names the file."""
    paths = [folder] if folder.is_file() else sorted(folder.rglob("*.json"))
    if not paths:
        raise BadInput("no gold text here" if folder.is_dir() else "no such file or directory", str(folder))
    found = {gold.document.id: gold for gold in map(_load, paths)}
    return tuple(gold for gold in found.values() if language in (None, gold.document.language))


def _load(path: Path) -> Gold:
    try:
        fields = json.loads(path.read_text("utf-8"))
        text = fields["text"]
        return Gold(
            Document(fields["id"], text, fields["language"], fields["published"]),
            tuple(_event(text, event) for event in fields["events"]),
            tuple(_statement(text, statement) for statement in fields["statements"]),
            tuple(GoldFact(bool(fact.get("optional")), fact) for fact in fields["facts"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        cause = f"no {problem}" if isinstance(problem, KeyError) else str(problem)
        raise BadInput(f"not a gold file: {cause}", str(path)) from None


def _event(text: str, fields: Mapping[str, Any]) -> GoldEvent:
    spans = tuple(_find(text, trigger) for trigger in fields["triggers"])
    return GoldEvent(fields["type"], spans, bool(fields.get("optional")), fields)


def _statement(text: str, fields: Mapping[str, Any]) -> GoldStatement:
    return GoldStatement(_find(text, fields["content"]), bool(fields.get("optional")), fields)


def _find(text: str, phrase: str | list[Any]) -> Offsets:
    """Where a phrase stands, or the n-th time that it does: `["phrase", n]`. Raises ValueError where it does not."""
    words, count = (phrase, 1) if isinstance(phrase, str) else (phrase[0], phrase[1])
    start = -1
    for _ in range(count):
        start = text.index(words, start + 1)
    return start, start + len(words)
