"""Whatever stands in a file, an import takes it or says why not: no other error ever."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import BadKnowledge
from dragoman.knowledge.own import import_file

WORDS = st.sampled_from(
    ["Person", "Position", "Occupancy", "Q5", "Q142", "fr", "2020", "2020-13", "name", "preferred", "value", "\ud800", ""]
)
KEYS = [
    "country",
    "startDate",
    "holder",
    "post",
    "topics",
    "datavalue",
    "value",
    "mainsnak",
    "qualifiers",
    "P39",
    "P31",
    "P580",
    "time",
    "precision",
]
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(-5, 20), st.floats(), WORDS)
VALUES = st.recursive(
    LEAVES, lambda v: st.one_of(st.lists(v, max_size=3), st.dictionaries(st.sampled_from(KEYS), v, max_size=4)), max_leaves=12
)


def entities(*keys: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={key: VALUES | st.fixed_dictionaries(dict.fromkeys(KEYS, VALUES)) for key in keys})


FIRST = {"id": "p", "schema": "Person", "properties": {"name": ["A B"], "country": ["fr"]}}
ITEM = {"id": "Q1", "labels": {"en": {"value": "A B"}}, "claims": {"P31": [], "P279": [{}]}}
LINES = st.one_of(
    entities("id", "schema", "properties", "caption"), entities("id", "labels", "aliases", "claims").map(lambda e: {"id": "Q2", **e})
)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from([FIRST, ITEM]), st.lists(LINES, max_size=8), st.text(max_size=40))
def test_any_json_and_any_text(first: dict[str, Any], lines: list[dict[str, Any]], text: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "file")
        rows = [
            json.dumps(row) for row in (first, *lines, {**FIRST, "properties": {"name": [text], "country": [text], "deathDate": [text]}})
        ]
        path.write_text("\n".join([*rows, text, ""]), "utf-8", errors="replace")
        with suppress(BadKnowledge):
            import_file(path, Path(folder, "kept"), office=lambda title: None)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.one_of(st.text(max_size=12), WORDS), max_size=8), max_size=8), st.binary(max_size=30))
def test_any_table(rows: list[list[str]], tail: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "file")
        body = "\n".join(",".join(row) for row in rows).encode("utf-8", "replace")
        path.write_bytes(b"name,code,office,from,to,aliases\nA B,FRA,King,2020,,\n" + body + tail)
        with suppress(BadKnowledge):
            import_file(path, Path(folder, "kept"))
