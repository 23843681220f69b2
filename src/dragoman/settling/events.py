"""Mentions of one event become one record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dragoman.model.candidates import Candidate
from dragoman.model.identifiers import stable_id
from dragoman.model.mentions import Coincidence, Party
from dragoman.model.records import Event, Evidence
from dragoman.model.text import Parsed
from dragoman.ontology import Ontology
from dragoman.settling.confidence import confidence, signs_of
from dragoman.settling.dates import united

NEAR = 2
"""Mentions this many sentences apart may be one event by their word alone; farther ones need a definite description."""

ONE_DEED = ("ASSAULT", "SUPPORT", "AID")
"""Types of which two words in one sentence, between the same sides, mostly tell one deed: `une attaque a coûté la vie à`."""


@dataclass
class _Group:
    """Mentions taken to be one event, first one first."""

    members: list[Candidate] = field(default_factory=list)

    @property
    def first(self) -> Candidate:
        return self.members[0]


def settle_events(parsed: Parsed, candidates: Sequence[Candidate], ontology: Ontology) -> tuple[Event, ...]:
    """The events of a document in the order of their first mention."""
    return tuple(_event(parsed, group, ontology) for group in _grouped(candidates))


def coincidences(candidates: Sequence[Candidate]) -> tuple[Coincidence, ...]:
    """The time expressions that tell one time because their acts are one event."""
    groups = [[m.timing.place for m in g.members if m.timing.place] for g in _grouped(candidates)]
    return tuple(Coincidence(one, other) for places in groups for one, other in pairwise(dict.fromkeys(places)))


def _grouped(candidates: Sequence[Candidate]) -> list[_Group]:
    groups: list[_Group] = []
    for candidate in candidates:
        home = next((g for g in reversed(groups) if _same_event(g, candidate)), None)
        if home is None:
            groups.append(_Group([candidate]))
        else:
            home.members.append(candidate)
    return groups


def _same_event(group: _Group, new: Candidate) -> bool:
    """One type and mode, parties that do not contradict, dates that meet, and words that take up the same act."""
    old = group.first
    if old.type != new.type or old.status != new.status or not _modes_allow(group, new):
        return False
    if not _parties_allow(group, new) or not _dates_allow(group, new):
        return False
    return _tied(group, new)


def _modes_allow(group: _Group, new: Candidate) -> bool:
    """A visit and the talks during it stay two; other modes may be told in one mention and left out in another."""
    modes = {m.mode for m in group.members} | {new.mode}
    return len(modes) == 1 or (len(modes - {None}) == 1 and "visit" not in modes)


def _parties_allow(group: _Group, new: Candidate) -> bool:
    known = frozenset(p for m in group.members for p in m.parties)
    return new.parties <= known or known <= new.parties


def _dates_allow(group: _Group, new: Candidate) -> bool:
    times = [m.timing.time for m in group.members if m.timing.time is not None]
    told = new.timing.time
    return told is None or not times or any(t.intersect(told) is not None for t in times)


def _tied(group: _Group, new: Candidate) -> bool:
    if any(m.act == new.act and m.sentence == new.sentence for m in group.members):
        return True  # "dispersed them with tear gas": two words of one deed
    if new.type in ONE_DEED and any(m.sentence == new.sentence and "abduct" not in (m.mode, new.mode) for m in group.members):
        return True
    same_word = any(m.lemma == new.lemma for m in group.members)
    near = new.sentence - group.members[-1].sentence <= NEAR
    taken_up = new.nominal and new.definite
    if new.type == "CONSULT" or (new.type == "AGREE" and new.status == "planned"):
        retold = new.nominal and new.timing.time is None and all(m.parties == new.parties for m in group.members)
        return near or taken_up or same_word or retold
    return (same_word and (near or taken_up)) or (taken_up and near)


def _event(parsed: Parsed, group: _Group, ontology: Ontology) -> Event:
    members = group.members
    first = members[0]
    kind = ontology.types[first.type]
    mode = next((m.mode for m in members if m.mode), None)
    fullest = max(members, key=lambda m: len(m.parties))
    dated = united([m.timing for m in members])
    date = dated.edtf if dated else parsed.published
    text = parsed.document.text
    triggers = tuple(dict.fromkeys(Evidence.of(text, m.trigger) for m in members))
    signs = signs_of(members)
    return Event(
        id=stable_id("event", parsed.document.id, first.type, triggers[0].start, triggers[0].end),
        document=parsed.document.id,
        type=first.type,
        mode=mode,
        quad=kind.quad,
        intensity=ontology.intensity(first.type, mode),
        act=first.act,
        cameo=ontology.acts[first.act].cameo,
        actor=_named(fullest.actor),
        recipient=_named(fullest.recipient),
        triggers=triggers,
        date=date,
        date_source="text" if dated else "publication" if date else None,
        place=max(members, key=lambda m: (m.place is not None, m.placed)).place,
        status=first.status,
        attribution=() if any(not m.attribution for m in members) else first.attribution,
        contexts=tuple(dict.fromkeys(c for m in members for c in m.contexts)),
        confidence=confidence(signs),
        rules=tuple(dict.fromkeys(rule for m in members for rule in m.rules)),
        signs=signs,
    )


def _named(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple(parties)
