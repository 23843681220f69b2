"""The other question: when is it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from dragoman.coding.roles import Scene
from dragoman.coding.when import time_of
from dragoman.errors import BadUsage
from dragoman.finding.times import find_times
from dragoman.languages import Language
from dragoman.model.mentions import Cast, TimeMention
from dragoman.model.text import Parsed, Sentence
from dragoman.model.time import Precision
from dragoman.resolving.dates import resolve_times


@dataclass(frozen=True, slots=True)
class Moment:
    """A time expression: its words `text[start:end]`, its date as EDTF, how precise that is, and the rule that read it."""

    text: str
    start: int
    end: int
    date: str
    precision: Precision
    rule: str

    def as_dict(self) -> dict[str, Any]:
        """As a JSON object."""
        return asdict(self)


def when(text: str, *, language: str | None = None, published: str | None = None, at: Sequence[int] | None = None) -> tuple[Moment, ...]:
    """The time expressions of a text in their order, each with the date that it names; those that name none are left out.

    `text` is a dispatch, a sentence or a mere expression ("depuis environ trois semaines") in the language (ISO 639-1; detected where it is
    not given), `published` its publication date (EDTF): without one only full dates are told. With `at` the question is when the act
    happened that `text[at[0]:at[1]]` names: one answer, or none where the text gives it no time.

    Raises BadDate where `published` is no EDTF, UnknownLanguage, BadUsage for an `at` outside the text.
    """
    from dragoman.pipeline import opened

    parsed, speech, day, _ = opened(text, language, published)
    expressions = [e for s in parsed.sentences for e in find_times(s, speech.times)]
    times = resolve_times(expressions, parsed.sentences, day)
    if at is None:
        return tuple(_moment(parsed, t) for t in times)
    start, end = at
    if not 0 <= start < end <= len(text):
        raise BadUsage(f"no stretch of the text: {start} to {end} of {len(text)} characters")
    for sentence in parsed.sentences:
        tokens = [t.index for t in sentence if t.start < end and start < t.end]
        if not tokens:
            continue
        head = _head(sentence, tokens)
        if found := time_of(sentence, head, times, speech.times, _carrier(sentence, head, speech)):
            return (_moment(parsed, found),)
    return ()


def _carrier(sentence: Sentence, head: int, speech: Language) -> int | None:
    """The verb that only carries a noun: "a entamé lundi une visite"."""
    if sentence[head].pos != "NOUN":
        return None
    light = Scene(sentence, {}, Cast(), speech.lexicon, speech.grammar).light_verb(sentence[head])
    return light.index if light else None


def _moment(parsed: Parsed, found: TimeMention) -> Moment:
    sentence = next(s for s in parsed.sentences if s.index == found.sentence)
    start, end = sentence[found.first].start, sentence[found.last].end
    return Moment(parsed.document.text[start:end], start, end, found.time.edtf, found.time.precision, found.rule)


def _head(sentence: Sentence, tokens: Sequence[int]) -> int:
    """The word that heads some words; of an auxiliary and its verb the verb."""
    outer = [i for i in tokens if sentence[i].head not in tokens or sentence[i].head == i]
    verbs = [i for i in outer if sentence[i].pos == "VERB"]
    governed = [i for v in verbs for i in tokens if sentence[i].head == v and sentence[i].dep == "xcomp" and sentence[i].pos == "VERB"]
    return (governed or verbs or [i for i in outer if sentence[i].pos == "NOUN"] or outer or list(tokens))[0]
