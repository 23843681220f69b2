"""Who is not seen: "n'a pas été revu depuis", "has not been seen since", "whereabouts unknown"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.facts_scene import Scene, point
from dragoman.languages.facts import AbsenceWord
from dragoman.model.identifiers import stable_id
from dragoman.model.mentions import TimeMention
from dragoman.model.records import Evidence, Fact
from dragoman.model.text import Sentence, Span, Token

BACK = 5
"""How many sentences back the day may stand that a bare "since" takes up."""
PERSONAL = 12
"""How many words before a word of absence the person may stand where the tree gives none."""


def absences(scene: Scene) -> tuple[Fact, ...]:
    """Each person who is not seen once, with the most exact date that the text gives."""
    best: dict[str, Fact] = {}
    for fact in _found(scene):
        old = best.get(fact.person or "")
        if old is None or _exactness(fact.since) > _exactness(old.since):
            best[fact.person or ""] = fact
    return tuple(best.values())


def _exactness(since: str | None) -> int:
    """The longer and the surer the date, the better."""
    return 0 if since is None else len(since.rstrip("~?%")) - (since[-1] in "~?%")


def _found(scene: Scene) -> Iterator[Fact]:
    for sentence in scene.parsed.sentences:
        for token in sentence:
            words = (w for lemma in sorted(scene.lemmas(token)) for w in scene.words.absences.get(lemma, ()))
            for word in words:
                tokens = scene.phrase_at(sentence, token, word.phrase)
                if tokens is not None and _told(scene, sentence, token, word):
                    yield from _facts(scene, sentence, token, tokens, word)
                    break


def _told(scene: Scene, sentence: Sentence, token: Token, word: AbsenceWord) -> bool:
    if word.noun:
        return token.pos in ("NOUN", "PROPN")
    if token.pos not in ("VERB", "AUX", "ADJ") or scene.negated(sentence, token) != word.negated:
        return False
    if word.since and _since(scene, sentence, token) is None and not _marked_since(scene, sentence, token):
        return False
    return word.negated or scene.status(sentence, token) == "actual"


def _marked_since(scene: Scene, sentence: Sentence, token: Token) -> bool:
    """ "Since" with no date of its own: "n'ont pas été aperçus depuis"."""
    return any(not scene.words.since.isdisjoint(scene.lemmas(t)) for t in sentence.subtree(token) if t.index > token.index)


def _since(scene: Scene, sentence: Sentence, token: Token) -> TimeMention | None:
    """The time of the absence: its own, or the next open one after it."""
    own = scene.time(sentence, token.index)
    found = own or next((t for t in scene.times_in(sentence) if t.first > token.index and t.time.latest is None), None)
    return None if found is None or _bare(scene, sentence, found) else found


def _bare(scene: Scene, sentence: Sentence, time: TimeMention) -> bool:
    """Whether a time is nothing but "since"."""
    words = (t for t in sentence.tokens[time.first : time.last + 1] if t.pos != "PUNCT")
    return all(not scene.words.since.isdisjoint(scene.lemmas(t)) for t in words)


def _facts(scene: Scene, sentence: Sentence, token: Token, tokens: tuple[int, ...], word: AbsenceWord) -> Iterator[Fact]:
    people = scene.possessor(sentence, token.index) if word.noun else scene.people(sentence, token.index, word.holder)
    for person, at in people or _before(scene, sentence, token):
        time = _since(scene, sentence, token)
        first, last = min(*tokens, at), max(*tokens, at, time.last if time else 0)
        evidence = Evidence.of(scene.parsed.document.text, Span(sentence[first].start, sentence[last].end))
        referent = scene.referent(sentence, at)
        code = (referent.codes[0] if referent and referent.codes else None) or scene.cast.home
        since = point(time.time) if time else _last_day(scene, sentence) if _marked_since(scene, sentence, token) else None
        document = scene.parsed.document.id
        id = stable_id(document, "absence", person, evidence.start)
        rule = f"absence:{' '.join(word.phrase.words)}"
        yield Fact(id, document, "absence", evidence, 0.8, rule, person=person, code=code, since=since)


def _before(scene: Scene, sentence: Sentence, token: Token) -> tuple[tuple[str, int], ...]:
    """The nearest person before the word, where the tree gives it no holder and no other subject."""
    clause = scene.clause(sentence, token.index)
    filled = clause.subj or clause.obj
    if filled:
        return _both(scene, sentence) if all(sentence[i].pos in ("PRON", "NUM", "DET") for i in filled) else ()
    for index in range(token.index - 1, max(-1, token.index - PERSONAL), -1):
        name = scene.person(sentence, index)
        if name:
            return ((name, index),)
    return ()


def _both(scene: Scene, sentence: Sentence) -> tuple[tuple[str, int], ...]:
    """ "Neither has been seen": the two people of the sentence before."""
    if sentence.index == 0:
        return ()
    earlier = scene.parsed.sentences[sentence.index - 1]
    names = dict.fromkeys(name for t in earlier if t.pos in ("PROPN", "PRON") and (name := scene.person(earlier, t.index)))
    return tuple((name, sentence.root.index) for name in names) if len(names) == 2 else ()


def _last_day(scene: Scene, sentence: Sentence) -> str | None:
    """The last day before a bare "since": that of the sentence or of the few before it."""
    near = [t for t in scene.found.times if sentence.index - BACK <= t.sentence <= sentence.index and t.time.grain == "day"]
    return point(near[-1].time) if near else None
