"""Our figures are those of the yardstick that lies beside the checkout, on the same records, right and wrong ones."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dragoman.evaluating import Gold, Grouping, load_gold, score

CODES = ["FRA", "USA", "RUS", "UN", "CHN"]


@pytest.fixture(scope="module")
def yardstick(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("yardstick", shared / "eval" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def perturbed(gold: Gold, chance: random.Random) -> list[dict[str, Any]]:
    """Records of a gold text, some of them dropped, doubled, moved or falsified."""
    right = [*_events(gold), *_statements(gold), *_facts(gold)]
    for record in right:
        for falsify in (_move, _rename, _redate, _recode):
            if chance.random() < 0.15:
                falsify(record, chance)
    kept = [record for record in right if chance.random() < 0.8]
    chance.shuffle(kept)
    return [*kept, *(dict(record) for record in kept if chance.random() < 0.1)]


def _base(gold: Gold, kind: str) -> dict[str, Any]:
    return {"record": kind, "document": gold.document.id}


def _events(gold: Gold) -> list[dict[str, Any]]:
    return [
        _base(gold, "event")
        | {key: value for key, value in event.fields.items() if key not in ("id", "triggers", "optional")}
        | {"triggers": [{"start": start, "end": end} for start, end in event.spans]}
        | {"actor": [{"code": code} for code in event.fields.get("actor") or []]}
        | {"place": {"code": event.fields["place"]} if event.fields.get("place") else None}
        for event in gold.events
    ]


def _statements(gold: Gold) -> list[dict[str, Any]]:
    return [
        _base(gold, "statement")
        | {"speaker": {"name": one.fields["speaker"], "code": list(one.fields["code"] or [])}}
        | {"content": {"start": one.span[0], "end": one.span[1]}, "polarity": one.fields.get("polarity", "asserts")}
        for one in gold.statements
    ]


def _facts(gold: Gold) -> list[dict[str, Any]]:
    return [_base(gold, "fact") | {k: v for k, v in fact.fields.items() if k != "optional"} for fact in gold.facts]


def _move(record: dict[str, Any], chance: random.Random) -> None:
    by = chance.choice([-40, -9, 5, 30])
    for key in ("triggers", "content"):
        if key in record:
            spans = record[key] if key == "triggers" else [record[key]]
            moved = [{"start": max(0, span["start"] + by), "end": max(1, span["end"] + by)} for span in spans]
            record[key] = moved if key == "triggers" else moved[0]


def _rename(record: dict[str, Any], chance: random.Random) -> None:
    if "speaker" in record:
        record["speaker"] = {"name": record["speaker"]["name"].split()[-1].upper(), "code": [chance.choice(CODES)]}
    if record.get("office"):
        record["office"] = chance.choice(["Minister for Foreign Affairs", "president", record["office"] + " of the state"])
    if "polarity" in record:
        record["polarity"] = chance.choice(["asserts", "denies"])


def _redate(record: dict[str, Any], chance: random.Random) -> None:
    if "date" in record:
        record["date"] = chance.choice([None, "2023-09", "2023-09-18/..", "[2023-09-04,2023-09-11]", "not a date", record["date"]])
    if "status" in record:
        record["status"] = chance.choice(["actual", "planned", "negated"])


def _recode(record: dict[str, Any], chance: random.Random) -> None:
    for key in ("actor", "recipient", "member"):
        if key in record:
            record[key] = chance.sample(CODES, chance.randint(0, 2)) or record[key]
    for key in ("mode", "attribution"):
        if key in record:
            record[key] = chance.choice([None, "visit", "FRA", ["FRA", "USA"]])
    if "contexts" in record:
        record["contexts"] = chance.sample(["diplomatic", "military", "legal"], 2)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("folder", ["seed", "dev", "train"])
def test_figures_are_the_yardsticks(shared: Path, yardstick: ModuleType, folder: str, seed: int) -> None:
    gold = load_gold(shared / "gold" / folder)
    chance = random.Random(seed)
    records = [record for one in gold for record in perturbed(one, chance)]
    errors: list[tuple[str, str, str]] = []
    theirs = yardstick.score(yardstick.load_gold(shared / "gold" / folder), records, errors)
    ours = score(gold, records)
    assert ours.figures == theirs
    assert list(ours.figures) == list(theirs)
    assert len(ours.mistakes) == len(errors)


@pytest.mark.parametrize("folder", ["dev", "train"])
def test_figures_by_groups_are_the_yardsticks(shared: Path, yardstick: ModuleType, folder: str) -> None:
    gold = load_gold(shared / "gold" / folder)
    chance = random.Random(7)
    records = [record for one in gold for record in perturbed(one, chance)]
    ours, theirs = score(gold, records), yardstick.load_gold(shared / "gold" / folder)
    whole = yardstick.score(theirs, records)
    assert {f"type.{name}": group["events.dyad"] for name, group in ours.by(Grouping.type).figures.items()} == {
        name: figure for name, figure in whole.items() if name.startswith("type.")
    }
    for language, figures in ours.by(Grouping.language).figures.items():
        assert figures == yardstick.score({key: one for key, one in theirs.items() if one["language"] == language}, records)
    for key, figures in ours.by(Grouping.document).figures.items():
        assert figures == yardstick.score({key: theirs[key]}, records)


@pytest.mark.parametrize("by", ["type", "mode", "quad", "status"])
def test_groups_that_share_no_event_add_up(shared: Path, by: str) -> None:
    gold = load_gold(shared / "gold" / "dev")
    chance = random.Random(5)
    scores = score(gold, [record for one in gold for record in perturbed(one, chance)])
    groups = scores.by(Grouping(by)).figures.values()
    for level in ("events.detect", "events.dyad", "events.full"):
        for part in ("tp", "fp", "fn"):
            assert sum(group[level][part] for group in groups if level in group) == scores.figures[level][part]


def test_an_event_counts_for_each_of_its_countries(shared: Path) -> None:
    gold = load_gold(shared / "gold" / "dev")
    scores = score(gold, [])
    found = scores.by(Grouping.country).figures
    events = [e for one in gold for e in one.events if not e.optional and "RUS" in {*e.fields["actor"], *e.fields["recipient"]}]
    assert found["RUS"]["events.detect"]["fn"] == len(events) > 0
    assert "UN" not in found and "UN" in scores.by(Grouping.party).figures


def test_gold_itself_scores_one(shared: Path) -> None:
    gold = load_gold(shared / "gold" / "seed")
    scores = score(gold, [r for one in gold for r in (*_events(one), *_statements(one), *_facts(one))])
    assert all(scores.figures[name]["f1"] == 1 for name in ("events.full", "statements", "facts"))


def test_nothing_coded_scores_nothing(shared: Path, yardstick: ModuleType) -> None:
    gold = load_gold(shared / "gold" / "dev", "fr")
    theirs = {key: one for key, one in yardstick.load_gold(shared / "gold" / "dev").items() if one["language"] == "fr"}
    assert score(gold, []).figures == yardstick.score(theirs, [])
