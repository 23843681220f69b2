"""Marks -> figures: precision, recall and F1, and shares of right answers among what was matched."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.evaluating.events import mark_events
from dragoman.evaluating.facts import mark_facts
from dragoman.evaluating.gold import Gold
from dragoman.evaluating.groups import Figure, Grouping, Groups, groups_of
from dragoman.evaluating.marks import Mark, Outcome, Record
from dragoman.evaluating.statements import mark_statements


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing missed or invented: `figure` is where it counts ("events.dyad")."""

    outcome: Outcome
    figure: str
    document: str
    what: str

    def __str__(self) -> str:
        return "\t".join((f"{'missed' if self.outcome == 'fn' else 'invented'} {self.figure}", self.document, self.what))


Placed = tuple[Gold, Mark]
"""A mark with the gold text that it was made in."""


@dataclass(frozen=True)
class Scores:
    """`figures` by name: p, r, f1, tp, fp, fn (or accuracy and n), rounded to four places; and every mistake."""

    figures: dict[str, Figure]
    mistakes: tuple[Mistake, ...]
    marks: tuple[Placed, ...] = field(default=(), repr=False)

    def by(self, grouping: Grouping) -> Groups:
        """The figures of each group apart: of all records by language and document, of events alone by anything else."""
        found: dict[str, list[Mark]] = {}
        for gold, mark in self.marks:
            for name in groups_of(gold, mark, grouping):
                found.setdefault(name, []).append(mark)
        return Groups({name: figures_of(found[name]) for name in sorted(found)})

    def to_json(self) -> str:
        return json.dumps(self.figures, indent=1)

    def __str__(self) -> str:
        rows = (f"{name:28}" + "  ".join(f"{key} {value}" for key, value in figure.items()) for name, figure in self.figures.items())
        return "\n".join(rows)


def score(gold: Iterable[Gold], records: Iterable[Record]) -> Scores:
    """Compare records, as the codebook writes them, with gold; records of other documents are left aside."""
    written = list(records)
    marks = tuple((one, mark) for one in gold for mark in _marks(one, written))
    wrong = ((one, mark) for one, mark in marks if mark.what and mark.outcome in ("fn", "fp"))
    mistakes = tuple(Mistake(mark.outcome, mark.figure, one.document.id, mark.what) for one, mark in wrong)
    return Scores(figures_of(mark for _, mark in marks), mistakes, marks)


def figures_of(marks: Iterable[Mark]) -> dict[str, Figure]:
    """The figures that marks add up to, in alphabetical order, shares of right answers last."""
    counts: dict[str, Counter[Outcome]] = {}
    for mark in marks:
        counts.setdefault(mark.figure, Counter())[mark.outcome] += 1
    shares = {name for name, count in counts.items() if count.keys() & {"right", "wrong"}}
    order = [*sorted(counts.keys() - shares), *sorted(shares)]
    return {name: _share(counts[name]) if name in shares else _f1(counts[name]) for name in order}


def _marks(gold: Gold, records: list[Record]) -> Iterator[Mark]:
    own = [record for record in records if record["document"] == gold.document.id]
    events, statements, facts = ([r for r in own if r["record"] == kind] for kind in ("event", "statement", "fact"))
    yield from mark_events(gold, events)
    yield from mark_statements(gold, statements)
    yield from mark_facts(gold, facts)


def _f1(count: Counter[Outcome]) -> Figure:
    found, invented, missed = count["tp"], count["fp"], count["fn"]
    precision = found / (found + invented) if found + invented else 0.0
    recall = found / (found + missed) if found + missed else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4), "tp": found, "fp": invented, "fn": missed}


def _share(count: Counter[Outcome]) -> Figure:
    asked = count["right"] + count["wrong"]
    return {"accuracy": round(count["right"] / asked, 4), "n": asked}
