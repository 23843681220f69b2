"""What has begun and is said further on to last until some day: "began a visit on Monday. He will be in Russia until Thursday."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.roles import Scene
from dragoman.languages.times import TimeWords
from dragoman.model.candidates import Candidate
from dragoman.model.mentions import TimeMention
from dragoman.model.text import Token

REACH = 3
"""Sentences after which no stay is told any more of what began."""


def prolonged(made: Sequence[Candidate], scenes: Sequence[Scene], times: Sequence[TimeMention], words: TimeWords) -> tuple[Candidate, ...]:
    """The candidates with the last days that later sentences tell of them; the mentions that tell no more than that are left out."""
    by_index = {scene.sentence.index: scene for scene in scenes}
    told = list(made)
    for time in times:
        scene = by_index[time.sentence]
        stay = _stay(scene, time, words) if time.edge and time.rule.startswith("until") else None
        begun = next((c for c in reversed(told) if stay and _begun(c, time) and _is_of(scene, stay, c)), None)
        if stay is None or begun is None:
            continue
        lasts = replace(begun, timing=replace(begun.timing, end=time.edge))
        told = [lasts if c is begun else c for c in told if not _repeats(c, scene, stay, begun)]
    return tuple(told)


def _stay(scene: Scene, time: TimeMention, words: TimeWords) -> Token | None:
    """The word of being somewhere, or of going on, that a time modifies."""
    for token in scene.sentence.ancestors(scene.sentence[time.head]):
        if any(t.lemma.lower() in words.staying for t in (token, *scene.sentence.children(token, "cop"))):
            return token
        if token.pos == "VERB":
            return None
    return None


def _begun(candidate: Candidate, time: TimeMention) -> bool:
    timing = candidate.timing
    near = 0 < time.sentence - candidate.sentence <= REACH
    return near and candidate.type == "CONSULT" and timing.start is not None and timing.end is None and timing.days is None


def _is_of(scene: Scene, stay: Token, begun: Candidate) -> bool:
    """Whether who stays is who came, or what goes on what began, and no other country is named."""
    subject = next(iter(scene.sentence.children(stay, "nsubj", "expl")), None)
    if subject is None:
        return False
    codes = {p.code for p in scene.party_of(subject.index)}
    same = subject.lemma.lower() == begun.lemma or (codes <= {p.code for p in begun.actor} if codes else subject.pos == "PRON")
    named = {p.code for t in scene.sentence.subtree(stay) if t.pos == "PROPN" for p in scene.party_of(t.index)}
    return same and named <= begun.parties


def _repeats(candidate: Candidate, scene: Scene, stay: Token, begun: Candidate) -> bool:
    here = (candidate.sentence, candidate.head) == (scene.sentence.index, stay.index)
    return here and candidate.act == begun.act and candidate.parties <= begun.parties
