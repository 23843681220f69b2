"""The part of a clause that alone a source vouches for: "killing ten, medics said" is no word on who fired."""

from __future__ import annotations

from dragoman.coding.statements_framed import end_of
from dragoman.coding.statements_scene import Scene
from dragoman.coding.statements_span import has_main_verb, is_outside
from dragoman.model.text import Sentence, Token

SHORT = 8
"""Tokens back from a source to the phrase or verb that it belongs to at most."""


def narrowed(scene: Scene, sentence: Sentence, end: int, last: int, closed: bool, set_off: bool) -> tuple[int, int] | None:
    """The part of a clause that alone a source vouches for: a toll, who did it, what a participle says, the second of two acts."""
    start = _toll(scene, sentence, end) if not set_off and _counts(scene, sentence, end, last) else None
    if start is not None:
        return sentence[start].start, sentence[end].end
    if closed:
        return None
    if _is_bare_participle(sentence, sentence[end]):
        return sentence[last + 1].start, _phrase_stop(sentence, last + 1) if set_off else sentence[last + 1].start
    if not set_off:
        start = _agent_phrase(sentence, end) if sentence[last + 1].text == "," else None
        return (sentence[start].start, sentence[end].end) if start is not None else None
    start = _second_act(scene, sentence, end)
    return (sentence[start].start, end_of(scene, sentence, last + 1)) if start is not None else None


def _counts(scene: Scene, sentence: Sentence, end: int, last: int) -> bool:
    """Whether the source is one that counts the dead and no witness of the deed: doctors, a health ministry, rescuers."""
    return any(not scene.cues.counters.isdisjoint(scene.words(sentence, i)) for i in range(end + 1, last + 1))


def tells_toll(scene: Scene, sentence: Sentence, first: int, last: int) -> bool:
    end = first - 2 if sentence[first - 1].text == "," else first - 1
    return _counts(scene, sentence, end, last) and _toll(scene, sentence, end) is not None


def _toll(scene: Scene, sentence: Sentence, end: int) -> int | None:
    """Where a closing participle begins that tells a number: ", killing at least seven"."""
    comma = next((i for i in range(end, 0, -1) if sentence[i].text == "," and is_outside(scene, sentence[i])), None)
    if comma is None or comma >= end:
        return None
    opening, rest = sentence[comma + 1], sentence.tokens[comma + 1 : end + 1]
    gerund = opening.pos == "VERB" and opening.feats.get("VerbForm") in ("Part", "Ger") and opening.feats.get("Tense") != "Past"
    return comma + 1 if gerund and any(t.pos == "NUM" for t in rest) else None


def _is_bare_participle(sentence: Sentence, token: Token) -> bool:
    """ "venus, selon X, de ...": a participle beside a noun, which takes its complement behind the source."""
    return token.pos == "VERB" and token.feats.get("VerbForm") == "Part" and token.relation == "acl" and not sentence.children(token, "aux")


def _phrase_stop(sentence: Sentence, index: int) -> int:
    """The end of a phrase that begins at a token or behind the comma there."""
    start = index + 1 if sentence[index].text == "," else index
    comma = next((t for t in sentence.tokens[start:] if t.text in ",;"), None)
    return comma.start if comma else sentence[-1].end


def _agent_phrase(sentence: Sentence, end: int) -> int | None:
    """Where the phrase after a comma begins that names who did it: ", par des inconnus selon X,"."""
    comma = next((i for i in range(end, max(0, end - SHORT), -1) if sentence[i].text == ","), None)
    return comma + 1 if comma is not None and comma < end and sentence[comma + 1].pos == "ADP" else None


def _second_act(scene: Scene, sentence: Sentence, end: int) -> int | None:
    """Where the second of two coordinated verbs begins, if the source stands between it and its complement."""
    verb = next((t for t in reversed(sentence.tokens[: end + 1]) if scene.is_finite(sentence, t)), None)
    if verb is None or verb.index < end - SHORT:
        return None
    for token in reversed(sentence.tokens[max(0, verb.index - 3) : verb.index]):
        if token.pos == "CCONJ":
            return token.index + 1 if has_main_verb(scene, sentence, 0, token.index - 1) else None
        if token.pos in ("NOUN", "PROPN", "DET") or token.text == ",":
            return None
    return None
