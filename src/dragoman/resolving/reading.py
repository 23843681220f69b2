"""What a reader of one document holds in mind: its text, what was found in it, and what is resolved so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property

from dragoman.knowledge import states
from dragoman.knowledge.own import Knowledge, Known
from dragoman.languages import Language
from dragoman.model.mentions import Found, Mention, OfficeMention, Referent
from dragoman.model.text import Parsed, Sentence, Token
from dragoman.resolving.focus import Focus, Gender
from dragoman.resolving.namesakes import find_namesakes
from dragoman.resolving.own import imported
from dragoman.resolving.people import People
from dragoman.resolving.world import Officials, country_of_town

NATIONAL = ("state", "adjective", "demonym", "capital", "seat", "body")
ACTORS = (*NATIONAL, "organization", "group", "region")
DATELINE = 5
"""Mentions that the dateline's country counts for."""
OUTSIDE = ("acl", "appos", "punct", "conj", "cc", "det", "nsubj", "cop", "aux", "mark", "advcl")
"""What hangs on a noun without belonging to its name."""
PLACES = ("state", "capital", "region", "city")
OPENING = 4
"""Words that open a sentence."""
PHRASE = 6
"""Words on either side of a noun that still belong to its name."""


def _acting(mention: Mention, officials: Officials) -> set[str]:
    """For whom someone named acts, where all who are so called act for the same."""
    ids = {s.id for s in mention.senses if s.kind == "person"}
    return {officials.of[id] for id in ids if id} if ids and ids <= set(officials.offices) else set()


@dataclass
class Reading:
    """The state of one document's reading. `referents` and `focus` grow as it goes on; the rest is given."""

    parsed: Parsed
    found: Found
    language: Language
    officials: Officials
    dateline: str | None
    own: Knowledge
    people: People = field(default_factory=People)
    focus: Focus = field(default_factory=Focus)
    referents: dict[tuple[int, int], Referent] = field(default_factory=dict)
    bodies: dict[str, Referent] = field(default_factory=dict)
    holders: dict[str, Referent] = field(default_factory=dict)
    genders: dict[str, Gender] = field(default_factory=dict)
    related: Counter[frozenset[str]] = field(default_factory=Counter)
    """How often one has been told of as the neighbour, rival or ally of another."""

    @cached_property
    def countries(self) -> Counter[str]:
        """How often the text speaks of each state and organisation by an unmistakable name."""
        counts: Counter[str] = Counter()
        for mention in self.found.mentions:
            codes = {s.code for s in mention.senses if s.kind != "person" and s.code}
            if len(codes) == 1 and (mention.sentence, mention.first) not in self.namesakes:
                counts[codes.pop()] += 1 + (mention.sentence < 2)
        if self.dateline:
            counts[self.dateline] += DATELINE
        return counts

    @cached_property
    def concerned(self) -> Counter[str]:
        """The countries with those of the officials told of: what decides between the senses of a name."""
        acting = [codes for m in self.found.mentions if len(codes := _acting(m, self.officials)) == 1]
        return self.countries + Counter(code for codes in acting for code in codes)

    @cached_property
    def told(self) -> Counter[str]:
        """The same without what the dateline alone adds."""
        return self.concerned - Counter({self.dateline: DATELINE} if self.dateline else {})

    @cached_property
    def home(self) -> str | None:
        """The state that the text is mostly about; where it names none, the one that its money, institutions or towns tell of."""
        named = {s.code for m in self.found.mentions for s in m.senses if s.kind in NATIONAL and s.code} | {self.dateline or ""}
        most = max((c for c in self.countries if c in named), key=lambda c: self.countries[c], default=self.dateline)
        return most or next((code for code, _ in self.hints.most_common(1)), None)

    @cached_property
    def public_home(self) -> str | None:
        """The home of a text on public affairs: it names the state, not in the dateline alone, and someone in office."""
        named = self.countries.get(self.home or "", 0) - DATELINE * (self.home == self.dateline)
        return self.home if named > 0 and self.found.offices else None

    @cached_property
    def hints(self) -> Counter[str]:
        """How often the text speaks of what only one state has: the yuan, Republicans; and of large towns."""
        words = self.language.grammar.hints
        told = (words[t.lemma.lower()] for s in self.parsed.sentences for t in s if t.lemma.lower() in words)
        cities = (m for m in self.found.mentions if m.senses[0].kind == "city")
        towns = (country_of_town(self.text(m.sentence, m.first, m.last), {}) for m in cities)
        return Counter(code for code in (*told, *towns) if code)

    @cached_property
    def words(self) -> Set[str]:
        """All words of the text, in small letters."""
        return {t.lower for s in self.parsed.sentences for t in s}

    @cached_property
    def small_words(self) -> Set[str]:
        """The words that the text writes in small letters."""
        return {t.text for s in self.parsed.sentences for t in s if t.text.islower()}

    @cached_property
    def namesakes(self) -> Set[tuple[int, int]]:
        """By sentence and first word: names of states and towns that here are a person's, told of in full before ("Jim Jordan")."""
        return find_namesakes(self.found.mentions, self.parsed.sentences)

    @cached_property
    def mention_at(self) -> Mapping[tuple[int, int], Mention]:
        return {(m.sentence, i): m for m in self.found.mentions for i in range(m.first, m.last + 1)}

    @cached_property
    def imported(self) -> Mapping[tuple[int, int], Known]:
        """By sentence and first word: the names that only the user's own knowledge has."""
        found = {}
        for mention in self.found.mentions:
            text = self.text(mention.sentence, mention.first, mention.last)
            if known := imported(self.own, mention, text, self.parsed.published, self.countries):
                found[mention.sentence, mention.first] = known
        return found

    @cached_property
    def office_at(self) -> Mapping[tuple[int, int], OfficeMention]:
        return {(o.sentence, o.head): o for o in self.found.offices}

    def scene(self, sentence: Sentence) -> str | None:
        """The country of the last place told of in the sentence's paragraph: `À Kinshasa, le ministre ...`."""
        for index in range(sentence.index, max(-1, sentence.index - 3), -1):
            earlier = self.parsed.sentences[index]
            if earlier.paragraph != sentence.paragraph:
                return None
            for token in earlier.tokens[:OPENING] if index == sentence.index else earlier.tokens:
                referent = self.referents.get((index, token.index))
                placed = earlier.case(token).split(" ")[0] in self.language.grammar.locative_cases
                if referent and placed and (token.index < OPENING or referent.kind in ("city", "region")) and referent.place:
                    return referent.place
        return None

    @cached_property
    def settings(self) -> Mapping[int, str]:
        """Where each paragraph plays that names one state only: the text's own, or one that it opens in or whose officials it tells of.

        A paragraph that names none goes on where the one before it played.
        """
        found: dict[int, str] = {}
        for paragraph in sorted({s.paragraph for s in self.parsed.sentences}):
            named = [m for m in self.found.mentions if self.parsed.sentences[m.sentence].paragraph == paragraph]
            codes = {code for m in named if (code := self._state_of(m)) and code in states()}
            if not codes and paragraph - 1 in found and found[paragraph - 1] in self.leading:
                found[paragraph] = found[paragraph - 1]
            elif len(codes) == 1 and (codes == {self.home} or any(self._sets_scene(m) for m in named)):
                found[paragraph] = codes.pop()
        return found

    @cached_property
    def leading(self) -> Set[str]:
        """The two that the text tells of most: where it plays when it does not say."""
        return {code for code, _ in self.told.most_common(2)} | {self.home or ""}

    def _state_of(self, mention: Mention) -> str | None:
        """The state that a mention tells of beyond doubt: by its name, its town or its people, or by who is in office there."""
        codes = {s.code for s in mention.senses if s.kind in NATIONAL and s.kind != "body" and s.code} or _acting(mention, self.officials)
        referent = self.referents.get((mention.sentence, mention.first))
        return min(codes) if len(codes) == 1 else referent.place if referent and referent.kind == "city" else None

    def _sets_scene(self, mention: Mention) -> bool:
        """Whether it is a place that opens its sentence ("In Kisumu, ...") or someone in office."""
        sentence = self.parsed.sentences[mention.sentence]
        cases = {sentence.case(sentence[i]).split(" ")[0] for i in (mention.first, mention.last)}
        opens = mention.first < OPENING and mention.senses[0].kind in PLACES and bool(cases & self.language.grammar.locative_cases)
        return opens or bool(_acting(mention, self.officials))

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
