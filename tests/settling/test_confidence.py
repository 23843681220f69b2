"""A confidence is a chance: its arithmetic, the file of weights, and the page that shows how well it holds."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

from dragoman import code
from dragoman.evaluating.events import judged
from dragoman.evaluating.gold import load_gold
from dragoman.settling import confidence
from dragoman.settling.confidence import BASE, reasons, weights
from dragoman.settling.confidence import confidence as confidence_of

FILE = Path(confidence.__file__).with_name("confidence.tsv")
PAGE = (Path(__file__).parents[2] / "docs" / "confidence.md").read_text("utf-8")
ERROR = 0.08
"""How far said and right may lie apart in the mean, out of fold."""
TEXTS = [
    ("fr", "Le ministre chilien a reçu lundi son homologue péruvien à Santiago. Le Pérou a condamné l'attaque."),
    ("en", "Peru's foreign minister visited Chile on Monday. Chilean troops, according to Peru, crossed the border. It may retaliate."),
]


OTHERS = ("noun", "verb", "adjective", "mode", "definite", "placed", "attributed", "asserted", "timed", "untimed", "satisfied")
"""Signs that the texts need not all show."""


@pytest.fixture
def two_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "weights", lambda: {BASE: 0.0, "good": 1.0, "bad": -3.0, "slight": 0.01})


@pytest.mark.usefixtures("two_signs")
@pytest.mark.parametrize(
    ("signs", "expected"),
    [((), 0.5), ((BASE,), 0.5), (("good",), 0.73), (("bad",), 0.05), (("good", "bad"), 0.12), (("good", "never seen"), 0.73)],
)
def test_a_sum_of_signs_as_a_chance(signs: tuple[str, ...], expected: float) -> None:
    assert confidence_of(signs) == expected


@pytest.mark.usefixtures("two_signs")
def test_reasons_are_the_signs_that_counted() -> None:
    assert reasons({BASE, "good", "bad", "slight", "never seen"}) == (["good"], ["bad"])


@pytest.mark.parametrize("score", [-900.0, 900.0])
def test_never_nought_or_one(monkeypatch: pytest.MonkeyPatch, score: float) -> None:
    monkeypatch.setattr(confidence, "weights", lambda: {"sure": score})
    assert 0 < confidence_of(["sure"]) < 1


def test_the_weights_are_few_and_small() -> None:
    assert FILE.stat().st_size < 100_000
    assert BASE in weights()
    assert all(abs(weight) < 6 for weight in weights().values())


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_the_weights_know_most_signs_that_an_event_shows(language: str, text: str) -> None:
    events = code(text, language=language, published="2024-03-15").events
    assert len(events) >= 2
    for event in events:
        known = [sign for sign in event.signs if sign in weights()]
        assert len(known) >= 0.6 * len(event.signs), sorted(event.signs - set(known))


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_a_weight_belongs_to_a_sign_of_a_kind_that_is_given(language: str, text: str) -> None:
    """A sign that was renamed or dropped in the code, but not fitted again, would count for nothing."""
    events = code(text, language=language, published="2024-03-15").events
    kinds = {sign.split(" ")[0] for event in events for sign in event.signs}
    assert {sign.split(" ")[0] for sign in weights()} <= kinds | set(OTHERS)


def test_the_page_speaks_of_this_file_of_weights() -> None:
    assert f"SHA-256 `{sha256(FILE.read_bytes()).hexdigest()[:16]}`" in PAGE
    assert f"{len(weights())} weights" in PAGE


def rows(name: str) -> list[list[str]]:
    (block,) = re.findall(rf"<!-- {name} -->\n(.*?)<!-- end -->", PAGE, re.S)
    return [[cell.strip() for cell in line.strip("| ").split("|")] for line in block.splitlines()[2:]]


def test_out_of_fold_what_is_said_is_what_is_right() -> None:
    table = [(int(events), float(said), float(right)) for _, events, said, right in rows("reliability")]
    total = sum(events for events, _, _ in table)
    assert total >= 300
    assert sum(events * abs(said - right) for events, said, right in table) / total < ERROR
    assert {name: float(error) < 2 * ERROR for name, *_, error, _, _, _ in rows("figures")} == dict.fromkeys(
        ("dev", "dev, en", "dev, fr", "train"), True
    )


def test_of_events_with_confidence_four_fifths_about_four_fifths_are_right() -> None:
    near = [(int(events), float(right)) for bin, events, _, right in rows("reliability") if bin in ("0.7–0.8", "0.8–0.9")]
    share = sum(events * right for events, right in near) / sum(events for events, _ in near)
    assert 0.7 <= share <= 0.9


def test_confidence_still_fits_what_is_coded(shared: Path) -> None:
    """Rules that change what is coded make old weights wrong: fit them again (scripts/fit_confidence.py)."""
    judgements: list[tuple[float, bool]] = []
    for gold in load_gold(shared / "gold" / "dev"):
        events = code(gold.document).events
        verdicts = judged(gold, [event.as_dict() for event in events])
        judgements += [(event.confidence, right) for event, right in zip(events, verdicts, strict=True) if right is not None]
    bins = [[one for one in judgements if low <= one[0] * 5 < low + 1] for low in range(5)]
    apart = sum(abs(sum(said for said, _ in bin) - sum(right for _, right in bin)) for bin in bins)
    assert apart / len(judgements) < ERROR
