"""Ordinary news, in fr.yaml and en.yaml: what a careful coder would write down is found, and next to nothing else.

An expected event names its type, a piece of its words (`trigger`), and where it matters its mode and actor; what is `optional` two careful
coders could disagree on: finding it is right, missing it is no mistake.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import dragoman

HERE = Path(__file__).parent
LANGUAGES = ("en", "fr")
MOST = 0.1
"""Events a text that a careful coder would not code."""
NEAR = 25
"""Characters by which a trigger may lie beside the words expected."""


@dataclass(frozen=True)
class Story:
    """One ordinary text with what a careful coder would write down."""

    language: str
    id: str
    published: str
    text: str
    expected: tuple[dict[str, Any], ...]


@cache
def _events(language: str, text: str, published: str) -> list[dict[str, Any]]:
    records = dragoman.code(text, language=language, published=published).records()
    return [record for record in records if record["record"] == "event"]


def _coded(story: Story) -> list[dict[str, Any]]:
    return _events(story.language, story.text, story.published)


def _read(language: str) -> list[Story]:
    rows = yaml.safe_load((HERE / f"{language}.yaml").read_text("utf-8"))
    return [Story(language, row["id"], str(row["published"]), row["text"], tuple(row["events"])) for row in rows]


STORIES = [story for language in LANGUAGES for story in _read(language)]


def _fits(expected: dict[str, Any], event: dict[str, Any], text: str) -> bool:
    words = expected["trigger"]
    places = [at for at in range(len(text)) if text.startswith(words, at)]
    near = any(t["start"] < at + len(words) + NEAR and at < t["end"] + NEAR for at in places for t in event["triggers"])
    return near and event["type"] == expected["type"]


def _differences(expected: dict[str, Any], event: dict[str, Any]) -> list[str]:
    actor = [party["code"] for party in event["actor"]]
    wrong = {"mode": event["mode"], "actor": actor}
    return [f"{key} {wrong[key]} instead of {expected[key]}" for key in wrong if key in expected and wrong[key] != expected[key]]


def _surplus(story: Story) -> list[dict[str, Any]]:
    """The events that no expected one accounts for; each expected one accounts for one event."""
    left = list(_coded(story))
    for expected in story.expected:
        found = next((event for event in left if _fits(expected, event, story.text)), None)
        if found is not None:
            left.remove(found)
    return left


def _told(story: Story, event: dict[str, Any]) -> str:
    sides = " > ".join("+".join(party["code"] for party in event[side]) or "-" for side in ("actor", "recipient"))
    return f"{story.language} {story.id}: {event['type']} {event['mode']} {sides} by {event['triggers'][0]['text']!r} ({event['rules'][0]})"


@pytest.mark.parametrize("story", STORIES, ids=lambda story: f"{story.language}-{story.id}")
def test_what_a_careful_coder_would_code_is_found(story: Story) -> None:
    for expected in story.expected:
        if expected.get("optional"):
            continue
        found = [event for event in _coded(story) if _fits(expected, event, story.text)]
        assert found, f"{story.id}: no {expected['type']} by {expected['trigger']!r}"
        best = min((_differences(expected, event) for event in found), key=len)
        assert not best, f"{story.id}: {expected['type']} by {expected['trigger']!r} has {', '.join(best)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_next_to_nothing_else_is_coded(language: str) -> None:
    stories = [story for story in STORIES if story.language == language]
    invented = [_told(story, event) for story in stories for event in _surplus(story)]
    rate = len(invented) / len(stories)
    assert rate <= MOST, f"{len(invented)} events too many in {len(stories)} texts:\n" + "\n".join(invented)


def test_there_are_thirty_texts_a_language() -> None:
    counts = {language: sum(story.language == language for story in STORIES) for language in LANGUAGES}
    assert min(counts.values()) >= 30, counts


def test_every_expected_event_points_into_its_text() -> None:
    wrong = [(story.id, e["trigger"]) for story in STORIES for e in story.expected if e["trigger"] not in story.text]
    assert not wrong
