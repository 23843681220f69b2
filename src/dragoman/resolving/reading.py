"""What a reader of one document holds in mind: its text, what was found in it, and what is resolved so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property

from dragoman.languages import Language
from dragoman.model.mentions import Found, Mention, OfficeMention, Referent
from dragoman.model.text import Parsed, Sentence, Token
from dragoman.resolving.focus import Focus
from dragoman.resolving.people import People

NATIONAL = ("state", "adjective", "demonym", "capital", "seat", "body")
ACTORS = (*NATIONAL, "organization", "group", "region")
DATELINE = 5
"""Mentions that the dateline's country counts for."""
OUTSIDE = ("acl", "appos", "punct", "conj", "cc", "det", "nsubj", "cop", "aux", "mark", "advcl")
"""What hangs on a noun without belonging to its name."""
PHRASE = 6
"""Words on either side of a noun that still belong to its name."""
FindPlace = Callable[[str, Mapping[str, int]], str | None]


@dataclass
class Reading:
    """The state of one document's reading. `referents` and `focus` grow as it goes on; the rest is given."""

    parsed: Parsed
    found: Found
    language: Language
    in_office: Mapping[str, str]
    leaders: Set[str]
    place_of: FindPlace
    dateline: str | None
    people: People = field(default_factory=People)
    focus: Focus = field(default_factory=Focus)
    referents: dict[tuple[int, int], Referent] = field(default_factory=dict)
    bodies: dict[str, Referent] = field(default_factory=dict)
    holders: dict[str, Referent] = field(default_factory=dict)

    @cached_property
    def countries(self) -> Counter[str]:
        """How often the text speaks of each state and organisation by an unmistakable name."""
        counts: Counter[str] = Counter()
        for mention in self.found.mentions:
            codes = {s.code for s in mention.senses if s.kind != "person" and s.code}
            if len(codes) == 1:
                counts[codes.pop()] += 1 + (mention.sentence < 2)
        if self.dateline:
            counts[self.dateline] += DATELINE
        return counts

    @cached_property
    def home(self) -> str | None:
        """The state that the text is mostly about."""
        states = {s.code for m in self.found.mentions for s in m.senses if s.kind in NATIONAL and s.code} | {self.dateline or ""}
        return max((c for c in self.countries if c in states), key=lambda c: self.countries[c], default=self.dateline)

    @cached_property
    def mention_at(self) -> Mapping[tuple[int, int], Mention]:
        return {(m.sentence, i): m for m in self.found.mentions for i in range(m.first, m.last + 1)}

    @cached_property
    def office_at(self) -> Mapping[tuple[int, int], OfficeMention]:
        return {(o.sentence, o.head): o for o in self.found.offices}

    def scene(self, sentence: Sentence) -> str | None:
        """The country of a place that opens the sentence, or one before it in its paragraph: `À Kinshasa, le ministre ...`."""
        for index in range(sentence.index, max(-1, sentence.index - 3), -1):
            earlier = self.parsed.sentences[index]
            if earlier.paragraph != sentence.paragraph:
                return None
            for token in earlier.tokens[:4]:
                referent = self.referents.get((index, token.index))
                if referent and referent.place and earlier.case(token).split(" ")[0] in self.language.grammar.locative_cases:
                    return referent.place
        return None

    def text(self, sentence: int, first: int, last: int) -> str:
        tokens = self.parsed.sentences[sentence].tokens
        return self.parsed.document.text[tokens[first].start : tokens[last].end]

    def phrase(self, sentence: Sentence, noun: Token) -> str:
        """The noun with what stands before it and its short complements, without its determiner."""
        inside = [t for t in sentence.subtree(noun) if t.relation not in OUTSIDE or t == noun]
        near = [t for t in inside if abs(t.index - noun.index) <= PHRASE]
        first = min(t.index for t in near)
        last = noun.index
        while last + 1 <= max(t.index for t in near) and any(t.index == last + 1 for t in sentence.subtree(noun)):
            if sentence[last + 1].pos in ("PUNCT", "VERB", "AUX") or sentence[last + 1].lower in ("qui", "que", "who", "that", "which"):
                break
            last += 1
        while first < noun.index and sentence[first].pos in ("DET", "ADP", "PUNCT", "CCONJ"):
            first += 1
        return self.text(sentence.index, first, last)
