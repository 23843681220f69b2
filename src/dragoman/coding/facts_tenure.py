"""Tenures of a document: what titles and words of change say, united for each person and office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.coding.facts_changes import changes, in_power
from dragoman.coding.facts_scene import Scene
from dragoman.coding.facts_titles import Tenure, titles
from dragoman.model.identifiers import stable_id
from dragoman.model.records import Evidence, Fact
from dragoman.model.text import Span

VAGUE = ("leader", "official", "envoy")
"""Classes whose bare names say less than another office of the same person."""
LESSER = frozenset({"deputy", "vice", "first", "acting", "interim", "assistant", "former"})
"""Words that make another office of the same name."""


def tenures(scene: Scene) -> tuple[Fact, ...]:
    """Who holds, gained or left which office: each change of each person and office once, dated where any mention dates it."""
    held = list(titles(scene))
    changed = changes(scene, held)
    come = {(t.person, t.office, t.of) for t in changed if t.change == "appointed"}
    gone = {(t.person, t.office, t.of) for t in changed if t.change == "left"} - come
    consumed = {t.title for t in changed if t.title is not None}
    standing = [t for t in held if not (t.change == "holds" and (t.title in consumed or (t.person, t.office, t.of) in gone))]
    standing = [_superseded(t, changed) for t in standing]
    united = list(_united([*standing, *changed, *in_power(scene, standing)]))
    return tuple(_fact(scene, t) for t in united if not _said_better(t, united))


def _superseded(tenure: Tenure, changed: Sequence[Tenure]) -> Tenure:
    """A successor to an office to which someone else was appointed again has left it."""
    later = any(c.change == "appointed" and c.person != tenure.person and (c.office, c.of) == (tenure.office, tenure.of) for c in changed)
    return replace(tenure, change="left") if later and tenure.rule == "relative:successor" and tenure.change == "holds" else tenure


def _united(found: Iterable[Tenure]) -> Iterator[Tenure]:
    """One for each person, office and change: the first, with the first date of any."""
    groups: dict[tuple[str, str, str, str], list[Tenure]] = {}
    for tenure in found:
        groups.setdefault((tenure.person, tenure.office, tenure.of, tenure.change), []).append(tenure)
    for group in groups.values():
        dated = next((t for t in group if t.date), group[0])
        yield replace(dated, confidence=max(t.confidence for t in group))


def _said_better(tenure: Tenure, others: Sequence[Tenure]) -> bool:
    """Whether another office of the same person says all that this one says and more."""
    words = set(tenure.office.lower().split())
    for other in others:
        if other is tenure or (other.person, other.of, other.change) != (tenure.person, tenure.of, tenure.change):
            continue
        more = set(other.office.lower().split()) - words
        if tenure.office in VAGUE or (words < set(other.office.lower().split()) and not more & LESSER):
            return True
    return False


def _fact(scene: Scene, tenure: Tenure) -> Fact:
    tokens = scene.parsed.sentences[tenure.sentence].tokens
    evidence = Evidence.of(scene.parsed.document.text, Span(tokens[tenure.first].start, tokens[tenure.last].end))
    document = scene.parsed.document.id
    return Fact(
        id=stable_id(document, "tenure", tenure.person, tenure.office, tenure.of, tenure.change, evidence.start),
        document=document,
        kind="tenure",
        evidence=evidence,
        confidence=tenure.confidence,
        rule=tenure.rule,
        person=tenure.person,
        office=tenure.office,
        office_class=tenure.klass,
        of=tenure.of,
        change=tenure.change,
        date=tenure.date,
    )
