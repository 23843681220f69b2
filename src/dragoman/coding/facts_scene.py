"""What coding a document's facts needs at hand: its trees, its cast, its times and the language's words for facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dragoman.coding import roles
from dragoman.coding.certainty import status_of
from dragoman.coding.when import time_of
from dragoman.languages import Language
from dragoman.languages.facts import FactWords, Phrase, Slot
from dragoman.languages.grammar import Grammar
from dragoman.model.mentions import Cast, Clause, Found, OfficeMention, Referent, TimeMention
from dragoman.model.records import Status
from dragoman.model.text import Parsed, Sentence, Span, Token
from dragoman.model.time import Time

WINDOW = 7
"""How many words after its head a phrase's other words may stand, where the tree does not join them."""
Named = tuple[str, int]
"""A person's fullest name and the token that stands for them."""
STOPS = (".", ";", ":", "«", "»", "“", "”", '"', "—")


@dataclass(frozen=True)
class Scene:
    """One document as facts are read from it."""

    parsed: Parsed
    found: Found
    cast: Cast
    language: Language
    words: FactWords

    @property
    def grammar(self) -> Grammar:
        return self.language.grammar

    @cached_property
    def offices(self) -> dict[tuple[int, int], OfficeMention]:
        """Offices by sentence and each of their tokens."""
        return {(o.sentence, i): o for o in self.found.offices for i in range(o.first, o.last + 1)}

    @cached_property
    def holders(self) -> frozenset[tuple[int, int]]:
        """Sentence and token of each name that stands beside a title."""
        return frozenset((o.sentence, o.person) for o in self.found.offices if o.person is not None)

    # -- people and parties --------------------------------------------------------------------------------------------

    def referent(self, sentence: Sentence, token: int) -> Referent | None:
        return self.cast.at(sentence.index, token)

    def person(self, sentence: Sentence, token: int) -> str | None:
        """The fullest name of the person whom a nominal stands for, by itself, by its title or by the name beside it."""
        own = self.cast.at(sentence.index, token)
        if own is not None and own.person:
            return own.person
        near = (self.cast.at(sentence.index, i) for i in self._beside(sentence, token))
        named = next((r.person for r in near if r is not None and r.person), None)
        return named or self._unresolved(sentence, token)

    def _beside(self, sentence: Sentence, token: int) -> Iterator[int]:
        """Where the name of a described person may stand: by the title, in apposition, before the comma ("Bathily, a diplomat")."""
        word = sentence[token]
        office = self.offices.get((sentence.index, token))
        if office is not None and office.person is not None:
            yield office.person
        if word.relation == "appos":
            yield word.head
        yield from (t.index for t in sentence.children(word, "appos", "flat", "nmod") if t.pos == "PROPN" and not sentence.case(t))
        at = token - 1
        while at >= 0 and sentence[at].pos in ("DET", "ADJ", "NUM"):
            at -= 1
        if word.pos == "NOUN" and at > 0 and sentence[at].text == ",":
            yield at - 1

    def _unresolved(self, sentence: Sentence, token: int) -> str | None:
        """A surname of the document's people that stands for another thing too, or the name as written beside a title."""
        if sentence[token].pos == "PROPN" and sentence[token].text in self.surnames:
            return self.surnames[sentence[token].text]
        office = self.offices.get((sentence.index, token))
        named = office.person if office is not None else token if (sentence.index, token) in self.holders else None
        if named is None or self.cast.at(sentence.index, named) is not None:
            return None
        last, heads = named, (named, sentence[named].head)
        while last + 1 < len(sentence) and sentence[last + 1].text[0].isupper() and sentence[last + 1].head in heads:
            last += 1
        return self.parsed.slice(Span(sentence[named].start, sentence[last].end)) if last > named else None

    @cached_property
    def surnames(self) -> dict[str, str]:
        """The document's people by their last names."""
        return {r.person.split()[-1]: r.person for r in self.cast.referents.values() if r.person and " " in r.person}

    def people(self, sentence: Sentence, head: int, slot: Slot) -> tuple[Named, ...]:
        """The people in a slot of a word with their tokens; pronouns and titles resolved."""
        clause = self.clause(sentence, head)
        filled = {"subj": clause.subj or self._doer(sentence, clause), "obj": clause.obj, "iobj": self.datives(clause)}[slot]
        found = ((self.person(sentence, i), i) for i in filled)
        return tuple((name, i) for name, i in found if name)

    @staticmethod
    def _doer(sentence: Sentence, clause: Clause) -> tuple[int, ...]:
        """ "X, devenu président": a participle of a verb that has no passive modifies who did it."""
        head = sentence[clause.head]
        participle = clause.passive and head.relation == "acl" and not sentence.children(head, "aux", "obl:agent")
        return clause.obj if participle else ()

    def possessor(self, sentence: Sentence, noun: int) -> tuple[Named, ...]:
        """Whose a noun is: a possessive, a genitive, or an "of"."""
        clause = self.clause(sentence, noun)
        owners = [*clause.poss, *(i for case, i in clause.obliques if case.split(" ")[0] in roles.OWNERS)]
        found = ((self.person(sentence, i), i) for i in owners)
        return tuple((name, i) for name, i in found if name)

    def datives(self, clause: Clause) -> tuple[int, ...]:
        return (*clause.iobj, *(i for case, i in clause.obliques if case in self.grammar.dative_cases))

    def clause(self, sentence: Sentence, head: int) -> Clause:
        return self.found.clauses.get((sentence.index, head)) or Clause(sentence.index, head)

    @cached_property
    def codes(self) -> dict[str, str]:
        """Whose each of the document's people is, as far as the cast knows."""
        return {r.person: r.codes[0] for r in self.cast.referents.values() if r.person and r.codes}

    @cached_property
    def people_by_id(self) -> dict[str, str]:
        """The fullest name in the document of each person whom the knowledge holds, by its id."""
        return {p.id: r.person for r in self.cast.referents.values() if r.person for p in r.parties if p.id}

    # -- words ---------------------------------------------------------------------------------------------------------

    def lemmas(self, token: Token) -> set[str]:
        return {token.lemma.lower(), token.lower}

    def phrase_at(self, sentence: Sentence, head: Token, phrase: Phrase) -> tuple[int, ...] | None:
        """The tokens of a phrase whose head is the token; None where its words are not all there."""
        if phrase.reflexive and not self._reflexive(sentence, head):
            return None
        found = [head.index]
        for word in phrase.words[1:]:
            step = self._next(sentence, word, head, found)
            if step is None:
                return None
            found.append(step)
        return tuple(sorted(found))

    def _reflexive(self, sentence: Sentence, head: Token) -> bool:
        near = (*sentence.children(head), *sentence.tokens[max(0, head.index - 3) : head.index])
        return any(not self.grammar.reflexive.isdisjoint(self.lemmas(t)) or t.lower == "s'" for t in near)

    def _next(self, sentence: Sentence, word: str, head: Token, found: list[int]) -> int | None:
        for token in sentence.tokens[max(found) + 1 : max(found) + 1 + WINDOW]:
            if word in self.lemmas(token):
                return token.index
            if token.text in STOPS or (token.pos == "VERB" and token.feats.get("VerbForm") == "Fin"):
                break
        tied = (*sentence.subtree(head), *([sentence[head.head]] if head.pos == "NOUN" else []))
        return next((t.index for t in tied if t.index not in found and word in self.lemmas(t)), None)

    # -- certainty and time --------------------------------------------------------------------------------------------

    def status(self, sentence: Sentence, head: Token) -> Status:
        scene = roles.Scene(sentence, self.found.clauses, self.cast, self.language.lexicon, self.grammar)
        return status_of(scene, head)[0]

    def negated(self, sentence: Sentence, head: Token) -> bool:
        """Whether a negation stands on a word, its auxiliary or its subject ("ni l'un ni l'autre")."""
        around = [c for t in sentence.children(head, "nsubj", "obj", "xcomp") for c in sentence.children(t)]
        return any(not self.grammar.negators.isdisjoint(self.lemmas(t)) for t in (head, *sentence.children(head), *around))

    def time(self, sentence: Sentence, head: int) -> TimeMention | None:
        return time_of(sentence, head, self.found.times, self.language.times)

    def times_in(self, sentence: Sentence) -> Iterator[TimeMention]:
        return (t for t in self.found.times if t.sentence == sentence.index)


def point(time: Time) -> str:
    """The day, month or year of a time: where an open interval begins or ends."""
    written = time.edtf
    if time.members or "/" not in written:
        return written
    first, last = written.split("/")
    return last if first == ".." else first if last == ".." else written
