"""Every family of time expressions, with the dates that a careful reader gives (times.tsv beside this file)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from edtf import parse_edtf

from dragoman.finding.time_values import BUILDERS
from dragoman.finding.times import find_times
from dragoman.languages import language
from dragoman.model.text import Document
from dragoman.model.time import Time
from dragoman.parsing import parse
from dragoman.resolving.dates import resolve_times

with Path(__file__).with_name("times.tsv").open(encoding="utf-8") as lines:
    ROWS = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
UNTOLD = {"bare-cycle", "year-of", "extent", "iso", "fortnight-ago"}
"""Rules that give no date of themselves, or are tested elsewhere."""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['language']} {row['text']}")
def test_family(row: dict[str, str]) -> None:
    sentences = parse(Document("test", row["text"]), row["language"], row["published"]).sentences
    expressions = [e for s in sentences for e in find_times(s, language(row["language"]).times)]
    times = resolve_times(expressions, sentences, Time.parse(row["published"]))
    assert [t.time.edtf for t in times] == [date for date in row["dates"].split(" ; ") if date]


@pytest.mark.parametrize("date", sorted({d for row in ROWS for d in row["dates"].split(" ; ") if d and "/.." not in d and "../" not in d}))
def test_what_is_written_is_edtf(date: str) -> None:
    parse_edtf(date)


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_rule_of_a_language_is_in_the_table(code: str) -> None:
    rules = {rule.name for category in ("date", "phrase") for rule in language(code).times.rules[category]}
    assert rules <= BUILDERS.keys()
    assert not rules - UNTOLD - {row["family"] for row in ROWS if row["language"] == code}
