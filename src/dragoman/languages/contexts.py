"""Words that tell what an act has to do with: cues of the ontology's contexts, found in the lemmas of a sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dragoman.languages.data import folder, read_yaml
from dragoman.model.text import Sentence, Token
from dragoman.ontology import ontology

Words = tuple[str, ...]
Forms = tuple[str, str]

NOTHING = "nothing"
"""The key of phrases that only hide the cues in them ("press conference")."""

_PIECES = re.compile(r"[^\s'’-]+['’]?|-")


@dataclass(frozen=True)
class ContextCues:
    """`phrases`: first word -> (all words, context) of each cue; `stems`: beginning of a word -> context."""

    phrases: Mapping[str, tuple[tuple[Words, str], ...]]
    stems: Mapping[str, str]

    def hits(self, sentence: Sentence) -> Iterator[tuple[int, str]]:
        """(index of the cue's first token, context) for each cue in the sentence; a cue hides the shorter ones in it."""
        forms = [_forms(token) for token in sentence]
        start = 0
        while start < len(forms):
            length, contexts = self._at(forms, start)
            yield from ((start, context) for context in contexts if context != NOTHING)
            start += length

    def _at(self, forms: Sequence[Forms], start: int) -> tuple[int, tuple[str, ...]]:
        found = [
            (len(words), context)
            for form in dict.fromkeys(forms[start])
            for words, context in self.phrases.get(form, ())
            if _match(words, forms[start : start + len(words)])
        ]
        found += [(1, self.stems[form[:n]]) for form in forms[start] for n in range(3, len(form) + 1) if form[:n] in self.stems]
        longest = max((length for length, _ in found), default=1)
        return longest, tuple(dict.fromkeys(context for length, context in found if length == longest))


@cache
def load_contexts(code: str) -> ContextCues:
    """The cues of a language (ISO 639-1), from its `contexts.yaml`: context -> rows of words.

    Raises ValueError for a context that the ontology does not know.
    """
    raw = read_yaml(folder(code) / "contexts.yaml")
    if unknown := set(raw) - set(ontology().contexts) - {NOTHING}:
        raise ValueError(f"languages/{code}/contexts.yaml: no context {', '.join(sorted(unknown))}")
    return build(raw)


def build(raw: Mapping[str, Sequence[Sequence[str]]]) -> ContextCues:
    """Cues of rows of words: a phrase is cut as tokens are; a word with a hyphen or an apostrophe is known whole and cut."""
    phrases: defaultdict[str, set[tuple[Words, str]]] = defaultdict(set)
    stems: dict[str, str] = {}
    for context, rows in raw.items():
        for cue in (word.lower().replace("’", "'") for row in rows for word in row):
            if cue.endswith("*"):
                stems[cue[:-1]] = context
            else:
                for words in (tuple(cue.split()), tuple(_PIECES.findall(cue))):
                    phrases[words[0]].add((words, context))
    return ContextCues(MappingProxyType({first: tuple(sorted(found)) for first, found in phrases.items()}), MappingProxyType(stems))


def _forms(token: Token) -> Forms:
    return token.lemma.lower().replace("’", "'"), token.lower.replace("’", "'")


def _match(words: Words, forms: Sequence[Forms]) -> bool:
    return len(words) == len(forms) and all(word in form for word, form in zip(words, forms, strict=True))
