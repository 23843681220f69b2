"""What page a text stands on, and what on a page of ordinary news is an act of public affairs all the same.

A striker attacks, shares are hit, a critic condemns: sport, markets, the arts and the weather use the words of conflict, of people and
teams that bear the names of states. There an act counts only where whoever did it acts in public affairs by the words themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from dragoman.coding.roles import Scene
from dragoman.languages.contexts import ContextCues
from dragoman.languages.pages import PUBLIC, STATE, WORK
from dragoman.model.candidates import Candidate
from dragoman.model.mentions import Predicate
from dragoman.model.text import Sentence, Token
from dragoman.ontology import Act

FEWEST = 3
"""Ordinary words from which on a text can be ordinary news."""
PREVAILING = 2
"""How many times as many ordinary words as public ones make it so: no dispatch of the training texts has more than 1.6 times as many."""
LONG = 4
"""Sentences from which on a text without any public word is ordinary news."""
BODIES = ("name:organization", "name:seat", "name:body", "name:group")
"""Rules of names that stand for who acts in public affairs."""
COURTS = ("COP", "JUD")
OF_COURTS = ("arrest", "convict", "indict", "execute")
"""What only police and courts do, named or not."""
BESIDE = ("compound", "appos", "flat", "amod", "nmod", "nmod:poss")


def is_ordinary(sentences: Sequence[Sentence], cues: ContextCues) -> bool:
    """Whether a text is ordinary news: sport, markets, the arts, weather, and what else is no public affair."""
    pages = [page for sentence in sentences for page in _pages(sentence, cues)]
    public, ordinary = pages.count(True), pages.count(False)
    return ordinary >= max(FEWEST, PREVAILING * public) or (not public and len(sentences) >= LONG)


def _pages(sentence: Sentence, cues: ContextCues) -> Iterable[bool]:
    """For each word that tells of a page whether it is public."""
    found: dict[int, bool] = {}
    for index, page in cues.hits(sentence):
        if page != WORK:
            found[index] = found.get(index, False) or page in PUBLIC
    return found.values()


def is_public(scene: Scene, predicate: Predicate, act: Act, cues: ContextCues, told: Iterable[Candidate]) -> bool:
    """Whether who does the act, by the word's own slots, acts in public affairs; an arrest or a verdict that names nobody counts too."""
    doers = [scene.sentence[i] for slot in predicate.pattern.actor for i in scene.fillers(predicate, slot)]
    if any(_acts_publicly(scene, token, _words(scene, cues, STATE)) for token in doers):
        return True
    if act.name in OF_COURTS:
        return all(p.sector in COURTS for p in scene.parties([t.index for t in doers]))
    if act.type != "PROTEST":
        return False
    return any(_is_beside(scene, token, _words(scene, cues, WORK)) for token in doers) or any(c.type == "PROTEST" for c in told)


def _words(scene: Scene, cues: ContextCues, page: str) -> Set[int]:
    return {index for index, found in cues.hits(scene.sentence) if found == page}


def _acts_publicly(scene: Scene, token: Token, words: Set[int]) -> bool:
    """A body by its name, an official whom the knowledge holds, or a noun that is or stands beside a word of the state."""
    referent = scene.cast.at(scene.sentence.index, token.index)
    if referent is not None and referent.rule in BODIES:
        return True
    if referent is not None and referent.person and any(p.id for p in referent.parties):
        return True
    return _is_beside(scene, token, words)


def _is_beside(scene: Scene, token: Token, words: Set[int]) -> bool:
    return any(t.index in words for t in (token, *scene.sentence.children(token, *BESIDE)))
