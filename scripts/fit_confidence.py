"""Fits how much each sign counts for an event's being right: python scripts/fit_confidence.py GOLD_DIR [--processes N]

GOLD_DIR holds train/ (the texts that rules and weights were made on) and dev/ (texts that they were not). Writes the weights of
`dragoman.settling.confidence` and the figures of docs/confidence.md: all of them out of fold, by document.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import dragoman.settling.confidence as confidence
from dragoman import code
from dragoman.evaluating.events import judged
from dragoman.evaluating.facts import mark_facts
from dragoman.evaluating.gold import Gold, load_gold
from dragoman.evaluating.marks import Mark
from dragoman.evaluating.statements import mark_statements
from dragoman.model.records import Fact, Statement

WEIGHTS = Path(confidence.__file__).with_name("confidence.tsv")
PAGE = Path(__file__).parents[1] / "docs" / "confidence.md"
SEEN, UNSEEN = "train", "dev"
PENALTY = 10.0
"""L2: chosen out of fold; a third or three times as much costs a hundredth of the log loss."""
RARE = 5
"""A sign seen on fewer events than this is no sign."""
FOLDS = 8
STEPS = 30
SMALL = 0.005
BINS = 10
THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Other:
    """A coded statement or fact, and whether it is right."""

    folder: str
    kind: str
    said: float
    right: bool


@dataclass(frozen=True)
class Case:
    """A coded event and whether it is right; those that match an optional one count neither way and are none."""

    folder: str
    document: str
    language: str
    signs: frozenset[str]
    right: bool


def cases(given: tuple[str, Gold]) -> tuple[list[Case], list[Other]]:
    """Every record of one gold text."""
    folder, gold = given
    coded = code(gold.document)
    verdicts = judged(gold, [event.as_dict() for event in coded.events])
    about = (folder, gold.document.id, gold.document.language or "")
    events = [Case(*about, event.signs, right) for event, right in zip(coded.events, verdicts, strict=True) if right is not None]
    return events, [*_others(folder, gold, coded.statements, mark_statements), *_others(folder, gold, coded.facts, mark_facts)]


def _others(folder: str, gold: Gold, records: Iterable[Statement | Fact], mark: Callable[..., Iterator[Mark]]) -> Iterator[Other]:
    """Each statement or fact, compared with gold by itself; optional ones count neither way."""
    for record in records:
        outcomes = {mark.outcome for mark in mark(gold, [record.as_dict()])}
        if outcomes & {"tp", "fp"}:
            yield Other(folder, type(record).__name__.lower(), record.confidence, "tp" in outcomes)


@dataclass(frozen=True)
class Table:
    """The cases as numbers: a column a sign, then one for all texts and one for those seen."""

    signs: tuple[str, ...]
    rows: Floats
    right: Floats
    documents: NDArray[np.str_]
    languages: NDArray[np.str_]
    seen: Flags


def table(found: Sequence[Case]) -> Table:
    times = Counter(sign for case in found for sign in case.signs)
    signs = tuple(sorted(sign for sign, n in times.items() if n >= RARE and sign != confidence.BASE))
    column = {sign: n for n, sign in enumerate(signs)}
    rows = np.zeros((len(found), len(signs) + 2))
    for n, case in enumerate(found):
        rows[n, [column[sign] for sign in case.signs if sign in column]] = 1
    seen = np.array([case.folder == SEEN for case in found])
    rows[:, -2], rows[:, -1] = 1, seen
    documents, languages = (np.array([getattr(case, key) for case in found]) for key in ("document", "language"))
    return Table(signs, rows, np.array([float(case.right) for case in found]), documents, languages, seen)


def fit(rows: Floats, right: Floats) -> Floats:
    """The maximum of the penalised likelihood, by Newton's method; it is concave. The last two columns bear no penalty to speak of."""
    penalty = np.full(rows.shape[1], PENALTY)
    penalty[-2:] = 0.001
    here = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        likely = _chance(rows @ here)
        slope = rows.T @ (right - likely) - penalty * here
        curve = (rows * (likely * (1 - likely))[:, None]).T @ rows + np.diag(penalty)
        here = here + np.linalg.solve(curve, slope)
    return here


def out_of_fold(found: Table) -> Floats:
    """Each event's chance by weights fitted on other documents."""
    chances = np.zeros(len(found.right))
    documents = sorted(set(found.documents))
    for n in range(FOLDS):
        held = np.isin(found.documents, documents[n::FOLDS])
        chances[held] = _chance(found.rows[held] @ fit(found.rows[~held], found.right[~held]))
    return chances


def _chance(scores: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-scores)), dtype=np.float64)


# -- figures -----------------------------------------------------------------------------------------------------------


def reliability(chances: Floats, right: Floats) -> Iterator[tuple[int, int, float, float]]:
    """(bin, events, mean of what was said, share that was right) of each bin that holds any."""
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    for n in range(BINS):
        inside = bins == n
        if inside.any():
            yield n, int(inside.sum()), float(chances[inside].mean()), float(right[inside].mean())


def calibration_error(chances: Floats, right: Floats) -> float:
    """The expected calibration error (Naeini et al. 2015): how far said and right lie apart in a bin, in the mean over events."""
    return sum(count * abs(said - share) for _, count, said, share in reliability(chances, right)) / len(right)


def log_loss(chances: Floats, right: Floats) -> float:
    return float(-np.mean(right * np.log(chances) + (1 - right) * np.log(1 - chances)))


def ranking(chances: Floats, right: Floats) -> float:
    """How often a right event is said to be likelier than a wrong one (the area under the ROC curve)."""
    good, bad = chances[right == 1], chances[right == 0]
    return float(np.mean((good[:, None] > bad[None, :]) + 0.5 * (good[:, None] == bad[None, :])))


def figures(found: Table, chances: Floats) -> str:
    def row(name: str, which: Flags) -> tuple[str, ...]:
        said, right = chances[which], found.right[which]
        flat = log_loss(np.full(len(right), right.mean()), right)
        numbers = (right.mean(), said.mean(), calibration_error(said, right), log_loss(said, right), flat, ranking(said, right))
        return name, str(len(set(found.documents[which]))), str(len(right)), *(f"{number:.3f}" for number in numbers)

    unseen = ~found.seen
    parts = {"dev": unseen} | {f"dev, {one}": unseen & (found.languages == one) for one in sorted(set(found.languages))}
    head = ("texts", "documents", "events", "right", "said", "calibration error", "log loss", "of the mean alone", "ranking")
    return _markdown(head, [row(name, which) for name, which in (parts | {"train": found.seen}).items()])


def reliabilities(found: Table, chances: Floats) -> str:
    unseen = ~found.seen
    rows = reliability(chances[unseen], found.right[unseen])
    cells = ((f"{n / BINS:.1f}–{(n + 1) / BINS:.1f}", str(count), f"{said:.3f}", f"{share:.3f}") for n, count, said, share in rows)
    return _markdown(("confidence", "events", "mean said", "share right"), cells)


def thresholds(found: Table, chances: Floats) -> str:
    said, right = chances[~found.seen], found.right[~found.seen]
    kept = [(least, said >= least) for least in THRESHOLDS]
    cells = (
        (f"{least:.1f}", str(int(which.sum())), f"{right[which].mean():.3f}", f"{right[which].sum() / right.sum():.3f}")
        for least, which in kept
        if which.any()
    )
    return _markdown(("`--min-confidence`", "events kept", "right of those kept", "kept of those right"), cells)


def others(found: Sequence[Other]) -> str:
    """Statements and facts by the confidence that their rule gives them, on all texts."""
    groups: dict[tuple[str, str], list[Other]] = {}
    for one in found:
        groups.setdefault((one.kind, f"{one.said:.2f}"), []).append(one)
    rows = ((*key, str(len(some)), f"{np.mean([one.right for one in some]):.3f}") for key, some in sorted(groups.items()))
    return _markdown(("record", "confidence", "records", "share right"), rows)


def _markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


# -- files -------------------------------------------------------------------------------------------------------------


def write_weights(found: Table) -> str:
    """Writes the weights fitted on all texts, for texts unseen; the fingerprint of the file."""
    fitted = fit(found.rows, found.right)
    weights = {confidence.BASE: fitted[-2]} | dict(zip(found.signs, fitted, strict=False))
    lines = [f"{sign}\t{weight:.3f}" for sign, weight in sorted(weights.items()) if abs(weight) >= SMALL]
    WEIGHTS.write_text("\n".join(["sign\tweight", *lines]) + "\n", "utf-8")
    return f"`confidence.tsv`: {len(lines)} weights, SHA-256 `{sha256(WEIGHTS.read_bytes()).hexdigest()[:16]}`\n"


def write_page(parts: dict[str, str]) -> None:
    text = PAGE.read_text("utf-8")
    for name, content in parts.items():
        head, _, rest = text.partition(f"<!-- {name} -->\n")
        text = f"{head}<!-- {name} -->\n{content}<!-- end -->{rest.partition('<!-- end -->')[2]}"
    PAGE.write_text(text, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    texts = [(folder, gold) for folder in (SEEN, UNSEEN) for gold in load_gold(given.gold / folder)]
    with ProcessPoolExecutor(given.processes) as pool:
        coded = list(pool.map(cases, texts, chunksize=4))
    found = table([case for events, _ in coded for case in events])
    chances = out_of_fold(found)
    tables: dict[str, Callable[[Table, Floats], str]] = {
        "figures": figures,
        "reliability": reliabilities,
        "thresholds": thresholds,
    }
    made = {name: make(found, chances) for name, make in tables.items()}
    made["others"] = others([one for _, some in coded for one in some])
    made["weights"] = write_weights(found)
    write_page(made)
    print("\n".join(made.values()))


if __name__ == "__main__":
    main()
