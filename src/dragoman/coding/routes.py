"""Other routes to the parties of a word, for where the tree errs or its slots are empty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.coding.roles import Scene
from dragoman.model.mentions import Party
from dragoman.model.text import Token

REACH = 14
"""Words looked at beside a verb for an argument that the tree does not give."""
BOUNDARIES = (";", ":", "—", "–", ".", "?", "!", "«", "»")
NAMED = ("state", "seat", "body", "organization", "group", "person", "office", "capital", "adjective", "demonym")


def beside(scene: Scene, head: int, step: int, allowed: Sequence[str] = ()) -> tuple[Party, ...]:
    """The parties of the nearest bare nominal of the clause before (step -1) or after (step 1) a verb.

    One with an adposition counts only where its adposition is allowed.
    """
    at = head + step
    while 0 <= at < len(scene.sentence) and abs(at - head) <= REACH:
        token = scene.sentence[at]
        if token.text in BOUNDARIES or (token.pos == "VERB" and token.feats.get("VerbForm") == "Fin"):
            return ()
        top = _top(scene, token)
        case = scene.sentence.case(top).split(" ")[0]
        if token.pos in ("NOUN", "PROPN", "PRON") and (not case or case in allowed):
            parties = scene.parties([top.index])
            if parties:
                return parties
        at += step
    return ()


def topic(scene: Scene, head: int) -> tuple[Party, ...]:
    """Who opens the sentence before a relative clause: `Washington, dont les troupes ..., a critiqué`."""
    relatives = {w for words in scene.grammar.relative_pronouns.values() for w in words}
    for token in scene.sentence.tokens[: min(head, 6)]:
        if token.text != ",":
            continue
        opens = token.index + 1 < head and scene.sentence[token.index + 1].lower in relatives
        before = scene.sentence[token.index - 1] if token.index else None
        return scene.parties([_top(scene, before).index]) if opens and before else ()
    return ()


def _top(scene: Scene, token: Token) -> Token:
    """The head of the nominal that a word belongs to."""
    for _ in range(4):
        above = scene.sentence.parent(token)
        if above is None or above.pos not in ("NOUN", "PROPN") or token.relation in ("appos", "conj", "acl"):
            return token
        token = above
    return token


def visited(scene: Scene, head: int) -> tuple[Party, ...]:
    """The parties of the places that a word's clause names."""
    clause = scene.clause(head)
    places = [i for case, i in clause.obliques if case.split(" ")[0] in scene.grammar.locative_cases]
    return scene.parties(places[:1])


def within(scene: Scene, head: int, barred: Iterable[str]) -> tuple[Party, ...]:
    """The first parties below a head's complements that are not barred codes: whom the content speaks of."""
    codes = set(barred)
    spoken = [scene.sentence[i] for i in scene.said.get(head, ())]
    for token in (*(t for t in below(scene, head) if t.relation != "nsubj"), *spoken):
        parties = tuple(p for p in scene.parties([token.index]) if p.code not in codes)
        if parties:
            return parties
    return ()


def below(scene: Scene, head: int) -> list[Token]:
    """The words that follow a head and belong to it, not to what is coordinated with it."""
    word = scene.sentence[head]
    others = scene.sentence.children(word, "conj", "parataxis")
    apart = {t.index for other in others for t in scene.sentence.subtree(other)}
    end = next((t.index for t in scene.sentence.tokens[head:] if t.text == ";"), len(scene.sentence))
    return [t for t in scene.sentence.subtree(word) if head < t.index < end and t.index not in apart]


def between(scene: Scene, head: int, barred: Iterable[str]) -> tuple[Party, ...]:
    """Who is named as the sides of what a word offers: `offered to host talks between Iran and Iraq`."""
    codes = set(barred)
    for token in below(scene, head):
        if scene.sentence.case(token).split(" ")[0] in scene.grammar.company_cases:
            parties = tuple(p for p in scene.parties([token.index]) if p.code not in codes)
            if parties:
                return parties
    return ()


def nearest(scene: Scene, head: int, barred: Iterable[str]) -> tuple[Party, ...]:
    """The party of the sentence named nearest to a word, none of the barred codes."""
    codes = set(barred)
    for token in sorted(scene.sentence, key=lambda t: abs(t.index - head)):
        if any(t.text == ";" for t in scene.sentence.tokens[min(token.index, head) : max(token.index, head)]):
            continue
        referent = scene.cast.at(scene.sentence.index, token.index)
        case = scene.sentence.case(_top(scene, token)).split(" ")[0]
        if referent and referent.kind in NAMED and (not case or case in scene.grammar.company_cases):
            parties = tuple(p for p in referent.parties if p.code not in codes)
            if parties:
                return parties
    return ()
