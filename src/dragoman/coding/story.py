"""What the sides of an act are weighed in: the document as far as it is told, and the one act about to be coded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from dragoman.coding.roles import Parties, Scene
from dragoman.knowledge import states
from dragoman.model.candidates import Candidate
from dragoman.model.mentions import Cast, Found, Party, Predicate, Referent
from dragoman.model.records import Statement
from dragoman.model.text import Parsed, Sentence, Token
from dragoman.ontology import Act, Ontology

NATURE = ("animal", "elements", "disaster")
"""Classes of what has no will of its own."""
PROMINENT = 4
"""How many of the parties that the text names most are told apart."""


@dataclass(frozen=True)
class Story:
    """One document as far as it is told: everything that the sides of its acts may be taken from."""

    parsed: Parsed
    found: Found
    cast: Cast
    statements: Sequence[Statement]
    ontology: Ontology

    @cached_property
    def counts(self) -> Counter[str]:
        """How often the text speaks of each party."""
        return Counter(code for referent in self.cast.referents.values() for code in referent.codes)

    @cached_property
    def names_of_states(self) -> Mapping[str, str]:
        """What the text calls each state that it names, by code; the English name of others."""
        named = {r.place: r.name for r in self.cast.referents.values() if r.rule == "name:state" and r.place}
        return {code: state.name for code, state in states().items()} | named

    @cached_property
    def prominent(self) -> Mapping[str, int]:
        """The rank of each of the parties that the text speaks of most."""
        return {code: rank for rank, (code, _) in enumerate(self.counts.most_common(PROMINENT))}

    def others(self, codes: Set[str]) -> list[str]:
        """The other parties, the one that the text speaks of most first."""
        return [code for code, _ in self.counts.most_common() if code not in codes]

    def mentions(self, sentence: Sentence) -> Iterator[tuple[Token, Referent]]:
        """The nominals of a sentence that stand for somebody or some place, a name of several words once, by its head."""
        for token in sentence:
            referent = self.cast.at(sentence.index, token.index)
            if referent is None or not (referent.parties or referent.place) or token.pos == "ADP":
                continue
            inner = token.head != token.index and self.cast.at(sentence.index, token.head) is referent
            if not inner:
                yield token, referent

    def quoted(self, offset: int) -> tuple[int, ...]:
        """The quotations that an offset stands in, by where they begin."""
        return tuple(q.content.start for q in self.found.quotations if q.content.start <= offset < q.content.end)


@dataclass(frozen=True)
class Setting:
    """One act about to be coded: its word in its sentence, what was told before, and what the word's own slots give."""

    story: Story
    scene: Scene
    predicate: Predicate
    act: Act
    told: Sequence[Candidate]
    actor: Parties
    recipient: Parties
    carried: bool
    """Whether the recipient is carried over from what was told before, the word's own slots being empty."""

    @property
    def sentence(self) -> Sentence:
        return self.scene.sentence

    @property
    def head(self) -> Token:
        return self.scene.sentence[self.predicate.head]

    @property
    def part(self) -> str:
        return self.predicate.pattern.pos


def codes_of(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(p.code for p in parties)


def is_stranger(scene: Scene, token: Token) -> bool:
    """A person or a body with a name that stands for no party: a footballer, a firm."""
    referent = scene.cast.at(scene.sentence.index, token.index)
    if referent is not None:
        return referent.person is not None and not referent.parties
    named = [token, *scene.sentence.children(token, "appos", "flat", "compound", "nmod")]
    return any(t.pos == "PROPN" and scene.cast.at(scene.sentence.index, t.index) is None for t in named if not scene.sentence.case(t))


def is_nature(scene: Scene, token: Token) -> bool:
    """An animal, a storm, a disease: whatever country is named beside it, it acts for none."""
    return token.pos == "NOUN" and any(scene.lemma(token) in scene.lexicon.classes.get(name, ()) for name in NATURE)
