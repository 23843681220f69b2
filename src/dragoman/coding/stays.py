"""The time of one mention of an act: when it was, and of what lasts its first and last day ("began a three-day visit on Monday")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.when import time_of
from dragoman.languages.times import TimeWords
from dragoman.model.expressions import Extent, TimeExpression
from dragoman.model.mentions import Found, TimeMention, Timing
from dragoman.model.text import Sentence, Token


def timing(sentence: Sentence, head: int, found: Found, words: TimeWords, light: int | None = None) -> Timing:
    """What a sentence tells of the time of the act whose word is token `head`, which `light` only carries."""
    act = sentence[head]
    told = time_of(sentence, head, found.times, words, light)
    days = _days(sentence, act, [e for e in found.expressions if e.sentence == sentence.index], words)
    start = end = None
    for verb in _carriers(sentence, act):
        own = time_of(sentence, verb.index, found.times, words)
        if own is not None and own.time.latest is not None:
            start = own.time if start is None and verb.lemma in words.beginning else start
            end = own.time if end is None and verb.lemma in words.ending else end
    if told is not None and told.rule.startswith("until"):
        end = told.edge
    if start is None and end is None and days and told is not None and _is_day(told):
        start = told.time
    at = (told.ahead or told.time) if told else end if start is None else start
    return Timing(at, start, end, days, told.place if told else None)


def _is_day(told: TimeMention) -> bool:
    return all(m.is_day for m in told.time.members or (told.time,))


def _days(sentence: Sentence, act: Token, extents: Sequence[TimeExpression], words: TimeWords) -> int | None:
    """How long an act lasts: "a three-day visit", "two days of talks", "flew in for a two-day visit"."""
    for e in extents:
        if isinstance(e.value, Extent) and (act.head == e.head or act in _borne(sentence, sentence[e.head], words)):
            return e.value.days
    return None


def _borne(sentence: Sentence, unit: Token, words: TimeWords) -> Iterator[Token]:
    """The nominals that a measure belongs to, and the verb of beginning or ending just above them."""
    for depth, token in enumerate(sentence.ancestors(unit)):
        if token.pos in ("VERB", "AUX"):
            if depth <= 1 and token.lemma in words.beginning | words.ending:
                yield token
            return
        yield token


def _carriers(sentence: Sentence, act: Token) -> Iterator[Token]:
    """The verbs that may tell when an act began or ended: itself, the one above it, and that of its relative clause."""
    if act.pos == "VERB":
        yield act
        return
    above = next((t for t in sentence.ancestors(act) if t.pos in ("VERB", "AUX")), None)
    if above is not None:
        yield above
    yield from (t for t in sentence.subtree(act) if t.pos == "VERB" and t.relation == "acl")
