"""Whom the text has just spoken of, so that pronouns and bare descriptions find their antecedent."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from dragoman.model.mentions import Referent

Number = Literal["Sing", "Plur"] | None
Gender = Literal["Masc", "Fem"] | None
COLLECTIVE = ("state", "capital", "seat", "organization", "group")
"""Kinds of names that a plural pronoun may take up though they are one."""
OUT = -9
"""The merit of what a pronoun cannot stand for."""
REACH = 3
"""How many sentences back an antecedent may stand."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A nominal that the reader has passed: where it stood and how it may be taken up again."""

    sentence: int
    token: int
    referent: Referent
    subject: bool
    number: Number = None
    gender: Gender = None
    main: bool = False
    quoted: bool = False
    located: bool = False
    thing: bool = False
    """Whether it is nobody who could act, though somebody's: Tajik lorries."""
    within: bool = False
    """Whether it only belongs to another nominal: Hamas in "leaders of Hamas"."""

    @property
    def is_person(self) -> bool:
        return self.referent.person is not None

    @property
    def is_human(self) -> bool:
        """Whether "he" or "she" may take it up: a person, or whoever holds an office that is told of without a name."""
        return self.is_person or self.referent.kind == "office"


@dataclass
class Focus:
    """The nominals read so far, in order."""

    passed: list[Seen] = field(default_factory=list)
    strangers: list[tuple[int, int]] = field(default_factory=list)
    """Subjects that could act but stand for no party that is known, by sentence and word."""

    def add(self, seen: Seen) -> None:
        self.passed.append(seen)

    def recent(self, sentence: int, reach: int = REACH) -> Iterator[Seen]:
        """Backwards from the last one read."""
        for seen in reversed(self.passed):
            if seen.sentence < sentence - reach:
                return
            yield seen

    def antecedent(
        self, sentence: int, number: Number, gender: Gender, wants: Callable[[Seen], int], one_as_many: bool = True
    ) -> Referent | None:
        """The likeliest antecedent: subjects before others, the near before the far, agreement required where known.

        `wants` gives a candidate's own merit for this pronoun, OUT to rule it out; `one_as_many` says whether "they" may be one body.
        """
        best, best_score = None, 0
        for distance, seen in enumerate(self.recent(sentence)):
            collective = number == "Plur" and seen.number != "Plur"  # "they" of a state or a body: its gender says nothing
            if collective and any((seen.sentence, seen.token) < place for place in self.strangers):
                continue  # "Baghdad ... Kurdish fighters ... they"
            many = one_as_many and collective and seen.subject and seen.main and seen.referent.kind in COLLECTIVE  # "China ... they"
            if not (many or _agree(seen.number, number)) or not (collective or _agree(seen.gender, gender)):
                continue
            merit = wants(seen)
            if merit == OUT:
                continue
            agreed = gender is not None and seen.gender == gender
            prominence = 12 * seen.subject + 6 * seen.main + 8 * agreed - 10 * (seen.quoted + seen.located)
            prominence -= 5 * (many and not _agree(seen.number, number))
            score = 100 + 10 * merit + prominence - 8 * (sentence - seen.sentence) - min(distance, 9)
            if score > best_score:
                best, best_score = seen.referent, score
        return best

    def last(self, sentence: int, number: Number, gender: Gender) -> Referent | None:
        """The nominal named last before this word that stands for itself and agrees; one that belongs to another if there is no other."""
        recent = [
            s
            for s in self.recent(sentence, reach=2)
            if s.referent.kind not in ("adjective", "city") and (s.referent.parties or s.is_person)
        ]
        fitting = [s for s in recent if _agree(s.number, number) and _agree(s.gender, gender)]
        found = next((s for s in fitting if not s.within), None) or next(iter(fitting), None)
        return found.referent if found else None

    def last_group(self, sentence: int, number: int, barred: Collection[Referent] = ()) -> tuple[Referent, ...]:
        """The parties spoken of last, as many as asked for, none of them twice nor among those barred: subjects before others."""
        subjects = self._group((s for s in self.recent(sentence, reach=4) if s.subject), number, barred)
        return subjects or self._group(self.recent(sentence, reach=6), number, barred)

    def _group(self, passed: Iterable[Seen], number: int, barred: Collection[Referent]) -> tuple[Referent, ...]:
        found: list[Referent] = []
        for seen in passed:
            codes = set(seen.referent.codes)
            aside = not codes or seen.quoted or seen.located
            if aside or any(codes & set(other.codes) for other in (*barred, *found)):
                continue
            if len(codes) == number and not found:
                return (seen.referent,)
            found.append(seen.referent)
            if sum(len(f.codes) for f in found) >= number:
                return tuple(reversed(found))
        return ()


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other
