"""Whether the verb that governs a time expression looks back or ahead."""

from __future__ import annotations

from dragoman.languages.times import TimeWords
from dragoman.model.expressions import Outlook
from dragoman.model.text import Sentence, Token


def outlook(sentence: Sentence, head: int, words: TimeWords) -> Outlook | None:
    """The outlook of the nearest verb above a token; None where there is none."""
    within = sentence[head]
    for token in sentence.ancestors(within):
        if token.lemma.lower() in words.awaited and token.pos != "VERB" or _awaits(sentence, token, words):
            return "future"
        if _verbal(sentence, token):
            called_for = within.index != head and within.relation in ("obj", "obl") and token.lemma.lower() in words.announcing
            return "future" if called_for else of_verb(sentence, token, words)
        within = token
    return None


def of_verb(sentence: Sentence, verb: Token, words: TimeWords, depth: int = 0) -> Outlook | None:
    """The outlook of a verb or of a predicate with a copula."""
    helpers = sentence.children(verb, "aux", "cop")
    if not helpers and _built_on_infinitive(verb, words):
        return "future"
    if any(h.lemma.lower() in words.future_auxiliaries for h in helpers):
        return "past" if any(h.lemma in words.perfect_auxiliaries for h in helpers) else "future"
    if verb.lemma.lower() in words.awaited and _passive(sentence, verb, words):
        return "future"
    finite = next((t for t in (*helpers, verb) if t.feats.get("VerbForm") == "Fin" or "Mood" in t.feats), None)
    if finite is not None:
        reflexive = finite.dep == "cop" and any(t.dep != "expl:subj" for t in sentence.children(verb, "expl"))
        return "past" if reflexive else _finite(finite, verb)
    return _dependent(sentence, verb, words, depth)


def _built_on_infinitive(verb: Token, words: TimeWords) -> bool:
    """Futures and conditionals that the tagger took for another tense show by their form: entrer-ait."""
    stem = verb.lemma.lower().removesuffix("e")
    return verb.lower.startswith(stem) and verb.lower.removeprefix(stem) in words.future_endings


def _finite(finite: Token, verb: Token) -> Outlook | None:
    tense, mood = finite.feats.get("Tense"), finite.feats.get("Mood")
    compound = finite is not verb and finite.dep in ("aux:tense", "aux") and verb.feats.get("Tense") == "Past"
    if mood == "Cnd" or (mood is None and tense is None):
        return "past" if compound else "future"
    if tense == "Fut":
        return "future"
    if tense == "Pres":
        return "perfect" if compound else "present"
    return "past"


def _dependent(sentence: Sentence, verb: Token, words: TimeWords, depth: int) -> Outlook | None:
    """Infinitives look ahead unless what governs them says that it was done; participles look back; others follow their governor."""
    helpers = sentence.children(verb, "aux")
    above = sentence.parent(verb)
    infinite = any(h.feats.get("VerbForm") == "Inf" for h in sentence.children(verb, "aux", "cop"))
    form = "Inf" if infinite else verb.feats.get("VerbForm")
    if depth > 8:
        return None
    if verb.dep == "conj" and above is not None and not helpers:
        return of_verb(sentence, above, words, depth + 1)
    if form == "Inf":
        if any(_perfect(h, words) for h in helpers):
            return "past"
        if above is not None and (above.lemma.lower() in words.accomplished or _before(sentence, verb, words)):
            return of_verb(sentence, above, words, depth + 1)
        then = above is not None and above.lemma.lower() in words.intended and of_verb(sentence, above, words, depth + 1) == "past"
        return "present" if then else "future"
    if form == "Part" and verb.feats.get("Tense") == "Past":
        return "past"
    governor = next((t for t in sentence.ancestors(verb) if _verbal(sentence, t)), None)
    return of_verb(sentence, governor, words, depth + 1) if governor is not None else None


def _before(sentence: Sentence, verb: Token, words: TimeWords) -> bool:
    """ "Avant de fermer": what came next in what is told."""
    return any(t.lower in words.preceding for t in sentence.children(verb) if t.index < verb.index)


def _awaits(sentence: Sentence, token: Token, words: TimeWords) -> bool:
    """A noun that an adjective calls coming: "the planned visit on Monday"."""
    return token.pos == "NOUN" and any(t.lemma.lower() in words.awaited for t in sentence.children(token, "amod"))


def _passive(sentence: Sentence, verb: Token, words: TimeWords) -> bool:
    return verb.feats.get("VerbForm") == "Part" and not any(_perfect(h, words) for h in sentence.children(verb, "aux"))


def _perfect(helper: Token, words: TimeWords) -> bool:
    return helper.dep == "aux:tense" or helper.lemma in words.perfect_auxiliaries


def _verbal(sentence: Sentence, token: Token) -> bool:
    return token.pos in ("VERB", "AUX") or bool(sentence.children(token, "cop", "aux"))
