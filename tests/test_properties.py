"""Properties that hold for any text whatever."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.pipeline import code
from dragoman.reading import find_header

few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
marks = list("«»“”’'.,;:!?…—-()🙂\u00a0\u00ad\u202f") + ["\n\n", "\r\n"]
names = ["Moscou", "Paris", "Wang", "Yi", "ONU", "a", "accusé", "lundi", "ministre", "said", "accused", "on", "Monday", "date", "2023-09"]
words = st.sampled_from(marks + names)
dispatches = st.lists(words, max_size=40).map(" ".join)


def offsets(record: Any) -> list[dict[str, Any]]:
    """All that has a start and an end in a record, at any depth."""
    if isinstance(record, list):
        return [span for one in record for span in offsets(one)]
    if not isinstance(record, dict):
        return []
    own = [record] if {"start", "end", "text"} <= record.keys() else []
    return own + [span for value in record.values() for span in offsets(value)]


@pytest.mark.parametrize("language", ["fr", "en"])
@few
@given(text=st.one_of(st.text(max_size=300), dispatches))
def test_any_text_is_coded_with_spans_inside_it(language: str, text: str) -> None:
    coded = code(text, language=language, published="2023-09")
    for span in offsets(coded.records()):
        assert 0 <= span["start"] < span["end"] <= len(text)
        assert text[span["start"] : span["end"]] == span["text"]
    assert coded._repr_html_()


@few
@given(text=dispatches)
def test_every_record_round_trips_through_json(text: str) -> None:
    coded = code(text, language="fr", published="2023-09-18")
    lines = coded.to_json_lines()
    assert [json.loads(line) for line in lines.splitlines()] == coded.records()


@settings(max_examples=300, deadline=None)
@given(text=st.one_of(st.text(max_size=200), dispatches))
def test_a_header_lies_inside_the_text(text: str) -> None:
    header = find_header(text)
    assert 0 <= header.body <= len(text)
    if header.dateline:
        assert header.body <= header.dateline.start < header.dateline.end <= len(text)
