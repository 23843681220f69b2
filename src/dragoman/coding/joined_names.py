"""Names joined to a name by words alone, where the tree hangs them elsewhere: `soupçonne le Pérou et le Chili de`."""

from __future__ import annotations

from dragoman.model.mentions import Cast, Referent
from dragoman.model.text import Sentence

JOINED = ("state", "capital", "organization", "group", "seat", "region")
"""Kinds of names that are joined so."""


def joined_names(sentence: Sentence, cast: Cast, token: int) -> tuple[int, ...]:
    """The names joined to the one that a token heads, those before it first."""
    first = cast.at(sentence.index, token)
    if first is None or first.kind not in JOINED:
        return ()
    found: list[int] = []
    at = _last_word(sentence, cast, token, first)
    while (step := _next(sentence, cast, at)) is not None:
        found.append(step)
        referent = cast.at(sentence.index, step)
        at = _last_word(sentence, cast, step, referent) if referent else step
    return (*_before(sentence, cast, token, first), *found)


def _before(sentence: Sentence, cast: Cast, token: int, referent: Referent) -> tuple[int, ...]:
    """The names of an enumeration that ends in this one: `Chile, Ecuador and Uruguay`."""
    found: list[int] = []
    while True:
        while token and cast.at(sentence.index, token - 1) is referent:
            token -= 1
        at = token - 1
        while at > 0 and sentence[at].pos in ("DET", "ADP"):
            at -= 1
        link = sentence[at] if at > 0 else None
        before = cast.at(sentence.index, at - 1) if link else None
        joined = link is not None and (link.pos == "CCONJ" or (bool(found) and link.text == ","))
        if not joined or before is None or before.kind not in JOINED:
            return tuple(found)
        found.insert(0, at - 1)
        token, referent = at - 1, before


def _last_word(sentence: Sentence, cast: Cast, token: int, referent: Referent) -> int:
    while token + 1 < len(sentence) and cast.at(sentence.index, token + 1) is referent:
        token += 1
    return token


def _next(sentence: Sentence, cast: Cast, at: int) -> int | None:
    """The name after "and" (with its article or adposition), or after a comma that "and" follows later."""
    rest = sentence.tokens[at + 1 : at + 6]
    if not rest or not (rest[0].pos == "CCONJ" or (rest[0].text == "," and any(t.pos == "CCONJ" for t in rest))):
        return None
    for token in rest[1:4]:
        referent = cast.at(sentence.index, token.index)
        if referent is not None and referent.kind in JOINED and token.relation != "nsubj":
            return token.index
        if token.pos not in ("DET", "ADP"):
            return None
    return None
