"""Which acts of a sentence went on at the same time, though only one of them is dated."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.languages.times import TimeWords
from dragoman.model.text import Sentence, Token

OPENING = 2
"""How many words of a sentence may come before the participle that opens it."""


def meanwhile(sentence: Sentence, act: Token, words: TimeWords) -> Iterator[tuple[Token, bool]]:
    """The words whose time is an act's as well, the surest first; True where only as far as months and years go.

    "When the two met", "where police fired", "en tuant deux", "lors d'un sommet"; "arrived on Monday, he promised"; "barred her from flying
    on Monday"; "closed the port in 2011 after a crowd looted it".
    """
    host = next((t for t in sentence.ancestors(act) if verbal(sentence, t)), None)
    if not verbal(sentence, act):
        if host is not None and _occasion(sentence, act, words):
            yield host, False
        return
    if host is not None and (_goes_along(sentence, act, host, words) or _watched(act, host, words)):
        yield host, False
    yield from ((t, False) for t in sentence.children(act, "advcl") if _opening(sentence, t) in words.moments)
    yield from ((t, False) for t in _opened_by(sentence, act, words))
    yield from ((t, False) for t in _prevented(sentence, act, words))
    if host is not None and host.index < act.index and _aftermath(sentence, act, host, words):
        yield host, True


def _opened_by(sentence: Sentence, act: Token, words: TimeWords) -> Iterator[Token]:
    """The participle of coming or saying that opens the sentence: "Speaking on Friday, he accused"; "Venu en mai, il a reconnu"."""
    first = next((t for t in sentence.tokens[: OPENING + 1] if t.pos == "VERB"), None)
    if first is None or first.index >= act.index or first.feats.get("VerbForm") not in ("Part", "Ger") or sentence.children(first, "aux"):
        return
    going_on = first.feats.get("Tense") != "Past"
    if act.index in {t.index for t in sentence.ancestors(first)} and (going_on or first.lemma.lower() in words.setting):
        yield first


def _prevented(sentence: Sentence, act: Token, words: TimeWords) -> Iterator[Token]:
    """What was not to happen when it was prevented."""
    if act.lemma.lower() in words.barring:
        inner = sentence.children(act, "xcomp", "ccomp", "advcl")
        yield from (t for t in inner if t.index > act.index and t.feats.get("VerbForm") in ("Inf", "Ger", "Part"))


def _watched(act: Token, host: Token, words: TimeWords) -> bool:
    """ "Watched them sign": who does it is told, and so no infinitive of a verb that looks ahead."""
    bare = act.relation in ("ccomp", "xcomp") and act.feats.get("VerbForm", "Inf") == "Inf"
    return bare and host.lemma.lower() in words.witnessing


def _aftermath(sentence: Sentence, act: Token, host: Token, words: TimeWords) -> bool:
    """What led to an act, or followed from what it was about: "after rioters stormed it", "le groupe, qui a invité six pays"."""
    if act.relation == "advcl":
        return _opening(sentence, act) in words.aftermath
    finite = act.relation.startswith("acl") and _tense(sentence, act) is not None
    return finite and same_tense(sentence, act, host)


def _goes_along(sentence: Sentence, act: Token, host: Token, words: TimeWords) -> bool:
    opening = _opening(sentence, act)
    if act.feats.get("VerbForm") == "Inf" and opening in words.gerundial:
        return True
    if act.feats.get("VerbForm") in ("Part", "Ger") and act.feats.get("Tense") != "Past" and not sentence.children(act, "aux"):
        bare = opening == sentence[_first(sentence, act)].lower or sentence.child(act, "nsubj") is not None
        return act.relation in ("advcl", "nmod", "obl", "acl") and (opening in words.gerundial or bare)
    return opening in words.moments or opening in words.together and same_tense(sentence, act, host)


def _first(sentence: Sentence, act: Token) -> int:
    return min((t.index for t in sentence.subtree(act)), default=act.index)


def _opening(sentence: Sentence, act: Token) -> str:
    """The word that opens a clause."""
    return next((t.lower for t in sentence.children(act) if t.index < act.index and t.relation != "punct"), act.lower)


def _occasion(sentence: Sentence, noun: Token, words: TimeWords) -> bool:
    around = [*sentence.children(noun, "case"), *filter(None, (sentence.parent(noun),))]
    return any(t.lower in words.during and t.index < noun.index for t in around)


def coordinated(sentence: Sentence, act: Token) -> Token | None:
    """The verb that a verb goes on from, also where the parser took the second for a participle: "a condamné l'arrestation et appelé"."""
    if act.relation == "conj":
        return sentence.parent(act)
    joined = act.relation.startswith("acl") and any(t.relation == "cc" and t.index < act.index for t in sentence.children(act))
    return next((t for t in sentence.ancestors(act) if t.pos == "VERB"), None) if joined else None


def same_tense(sentence: Sentence, act: Token, first: Token) -> bool:
    """Whether a coordinated verb goes on in the tense of the first, or leaves its auxiliary to it."""
    own = _tense(sentence, act)
    bare = not sentence.children(act, "aux", "cop", "nsubj")
    return own is None or bare or own == _tense(sentence, first)


def _tense(sentence: Sentence, verb: Token) -> tuple[str, bool] | None:
    helpers = sentence.children(verb, "aux", "cop")
    finite = next((t for t in (*helpers, verb) if t.feats.get("VerbForm") == "Fin" or "Mood" in t.feats), None)
    return None if finite is None else (finite.feats.get("Tense", "Fut"), any(t.dep != "aux:pass" and t.dep != "cop" for t in helpers))


def verbal(sentence: Sentence, token: Token) -> bool:
    return token.pos in ("VERB", "AUX") or bool(sentence.children(token, "cop", "aux", "nsubj"))
