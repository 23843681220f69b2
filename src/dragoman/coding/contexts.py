"""What an act has to do with: its own contexts, the words around it, and what the document is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dragoman.languages.contexts import ContextCues
from dragoman.model.text import Sentence, Token
from dragoman.ontology import Act, ontology

# Weights of the evidence, in units of the act's own contexts: a logistic model over all events of the training texts gave their
# proportions, which are rounded here.
OWN = 1.0
NEAR = 1.2
ABOUT = 1.75
SETTING = 0.6
FORCE = 1.45
HALF = 0.1
"""The share of a document's cues at which it is half about a context."""
ENOUGH = 1.5
MOST = 2


def about(sentences: Iterable[Sentence], cues: ContextCues) -> Mapping[str, float]:
    """What a document is about: context -> its share of all cues in the document, 0 to 1."""
    counts = Counter(context for sentence in sentences for _, context in cues.hits(sentence))
    return {context: count / counts.total() for context, count in counts.items()}


def contexts_of(
    act: Act, sentence: Sentence, trigger: Sequence[int], topics: Mapping[str, float], cues: ContextCues, abroad: bool | None = None
) -> tuple[str, ...]:
    """The contexts of an act, at most two, in the order of the ontology; the likeliest one even where the evidence is thin.

    `trigger` are the tokens of the act's words in the sentence; `topics` is what `about` says of its document; `abroad` is
    whether its parties belong to more than one state or organisation (None where nothing is known of them).
    """
    scores = _own(act, abroad)
    for context, nearness in _nearby(sentence, trigger, cues).items():
        scores[context] += NEAR * nearness
    for context, share in topics.items():
        scores[context] += ABOUT * share / (share + HALF)
    ranked = sorted((c for c in scores if scores[c] > 0), key=lambda c: -scores[c])
    chosen = {c for place, c in enumerate(ranked[:MOST]) if place == 0 or scores[c] >= ENOUGH}
    return tuple(context for context in ontology().contexts if context in chosen)


def _own(act: Act, abroad: bool | None) -> dict[str, float]:
    """What the act says by itself and by its setting: words between states, force within one."""
    kind = ontology().types[act.type]
    scores = dict.fromkeys(ontology().contexts, 0.0) | dict.fromkeys(act.contexts, OWN)
    if abroad and kind.abroad:
        scores[kind.abroad] += SETTING
    if abroad is False and kind.home:
        scores[kind.home] += FORCE
    return scores


def _nearby(sentence: Sentence, trigger: Sequence[int], cues: ContextCues) -> Mapping[str, float]:
    """context -> nearness of its nearest cue in the sentence: 1 beside the act, falling with the steps in the tree."""
    found: dict[str, float] = {}
    paths = [_path(sentence, sentence[index]) for index in trigger]
    for index, context in cues.hits(sentence):
        steps = min((_steps(_path(sentence, sentence[index]), path) for path in paths), default=len(sentence))
        found[context] = max(found.get(context, 0.0), 1 / (1 + max(steps - 1, 0) / 2))
    return found


def _path(sentence: Sentence, token: Token) -> tuple[int, ...]:
    return (token.index, *(above.index for above in sentence.ancestors(token)))


def _steps(one: Sequence[int], other: Sequence[int]) -> int:
    """Steps between two tokens in the tree, by their paths to the root."""
    return next((n + other.index(index) for n, index in enumerate(one) if index in other), len(one) + len(other))
