"""Where an act may have happened: every country that the text offers, and the signs that speak for or against each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.coding.hostings import Hosting, company
from dragoman.coding.locatives import Phrase
from dragoman.coding.story import Setting, codes_of
from dragoman.coding.ties import closeness, tie, verbs_between
from dragoman.knowledge import states
from dragoman.model.candidates import Candidate
from dragoman.model.mentions import Referent

WORDS = ("ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE", "SANCTION")
"""Types of acts that are done in words or on paper: their place is told or not at all."""
BACK = 2
"""Sentences looked back for a place told before."""
TOLD = 5
"""Acts told before that are looked at."""
DISTANCES = (2, 5, 10, 18)


@dataclass(frozen=True, slots=True)
class Ground:
    """A country (or None, nowhere told), what names it, and what speaks for or against it."""

    code: str | None
    place: Referent | None
    signs: frozenset[str]


@dataclass(frozen=True)
class Placing:
    """An act with its sides known, about to be placed.

    `places` are the phrases of every sentence, `hostings` what the whole text tells of who was at whose.
    """

    setting: Setting
    status: str
    places: Mapping[int, tuple[Phrase, ...]]
    hostings: Sequence[Hosting] = ()


def grounds(placing: Placing) -> tuple[Ground, ...]:
    """Every country that an act may have happened in, and none."""
    return _Gathering(placing).all()


class _Gathering:
    def __init__(self, placing: Placing) -> None:
        self.placing, self.setting = placing, placing.setting
        self.scene, self.act = placing.setting.scene, placing.setting.act
        self.type, self.mode = self.act.type, f"{self.act.type} {self.act.mode}"
        self.group = "words" if self.type in WORDS and self._nature is None else "deeds"
        self.named: dict[str, list[tuple[int, Referent]]] = defaultdict(list)
        self.signs: dict[str, set[str]] = defaultdict(set)

    def all(self) -> tuple[Ground, ...]:
        self.here()
        self.sides()
        self.before()
        self.told()
        self.hosted()
        self.filed()
        found = [Ground(code, self._best(code), frozenset(signs)) for code, signs in self.signs.items()]
        return (*found, Ground(None, None, self.nowhere()))

    def add(self, code: str, place: Referent | None, rank: int, *signs: str) -> None:
        if place is not None:
            self.named[code].append((rank, place))
        self.signs[code].update(signs)

    def _best(self, code: str) -> Referent:
        ranked = sorted(self.named[code], key=lambda row: row[0])
        return ranked[0][1] if ranked else Referent(self.setting.story.names_of_states.get(code, code), kind="state", place=code)

    # -- the act -------------------------------------------------------------------------------------------------------

    @cached_property
    def _nature(self) -> str | None:
        """In which side's land such acts are mostly done."""
        return self.setting.story.ontology.lands.get(self.act.name)

    @cached_property
    def _clause(self) -> str:
        """In what part of its sentence the act is told: what is told aside has its place told less often."""
        way = [self.setting.head, *self.scene.sentence.ancestors(self.setting.head)]
        relations = {t.relation for t in way}
        return "aside" if relations & {"acl", "amod", "appos"} else "content" if "ccomp" in relations else "main"

    @cached_property
    def _at_sea(self) -> bool:
        """Whether the sentence tells of waters or ships: what happens there is often in no country."""
        vessels = self.scene.lexicon.classes.get("vessel", frozenset())
        return any(t.lemma.lower() in self.scene.grammar.sea_words or t.lemma.lower() in vessels for t in self.scene.sentence)

    # -- the sentence's own places -------------------------------------------------------------------------------------

    @cached_property
    def ties(self) -> tuple[tuple[Phrase, str], ...]:
        here = self.placing.places.get(self.setting.sentence.index, ())
        return tuple((p, tie(self.scene, self.setting.head, p)) for p in here)

    def here(self) -> None:
        for phrase, how in self.ties:
            if phrase.place.place is not None and not self._is_addressed(phrase):
                self.add(phrase.place.place, phrase.place, closeness(phrase, how), *self._phrase_signs(phrase, how))

    def _is_addressed(self, phrase: Phrase) -> bool:
        """Whether a place is whom the act is directed to and no more: "à Manille" in "a donné à Manille"."""
        return self._nature is None and self._fills(phrase) and self.type != "CONSULT"

    def _phrase_signs(self, phrase: Phrase, how: str) -> list[str]:
        head = self.setting.head.index
        side = self._side(phrase.place.place or "")
        manner = phrase.manner
        signs = [
            "here",
            f"{how} {manner}",
            f"{how} {self.group}",
            f"{how} {manner} {self.group}",
            f"{how} {self.type}",
            f"{manner} in {self.mode}",
            f"{how} {manner} {self.setting.part}",
            f"{side} {how} {manner}",
            f"{side} here {self.type}",
            f"kind {phrase.place.kind} {manner}",
            f"distance {_bucket(phrase.head - head)}",
        ]
        if phrase.head != phrase.name:
            signs += [f"inner {phrase.inner}", f"inner {phrase.inner} {how}", f"inner {phrase.inner} {self.group}"]
        if phrase.fronted:
            signs += ["fronted", f"fronted {self.group}", f"fronted {how}", f"fronted {manner}"]
        if verbs_between(self.scene, self.setting.head, phrase):
            signs += ["verb between", f"verb between {self.group}"]
        if self._quoted(phrase) != self.setting.story.quoted(self.setting.head.start):
            signs.append("other quotation")
        if self._fills(phrase):
            signs += [f"fills {manner}", f"fills {manner} {self._nature}", f"fills {self.type}"]
        return signs

    def _side(self, code: str) -> str:
        own, other = codes_of(self.setting.actor), codes_of(self.setting.recipient)
        if code in own and code in other:
            return "both sides'"
        return "actor's" if code in own else "recipient's" if code in other else "nobody's"

    def _quoted(self, phrase: Phrase) -> tuple[int, ...]:
        return self.setting.story.quoted(self.setting.sentence[phrase.head].start)

    @cached_property
    def _filled(self) -> frozenset[int]:
        pattern = self.setting.predicate.pattern
        return frozenset(i for slot in (*pattern.actor, *pattern.recipient) for i in self.scene.named_in(self.setting.predicate, slot))

    def _fills(self, phrase: Phrase) -> bool:
        """Whether a phrase already tells a side of the act: "à Manille" in "a donné à Manille"."""
        return bool({phrase.head, phrase.name} & self._filled)

    # -- the sides -----------------------------------------------------------------------------------------------------

    def sides(self) -> None:
        actors, recipients = self.setting.actor, self.setting.recipient
        for side, parties, others in (("actor", actors, recipients), ("recipient", recipients, actors)):
            for rank, party in enumerate(parties):
                if party.code in states():
                    which = "" if len(parties) == 1 else "first of " if rank == 0 else "other of "
                    self.add(party.code, None, 0, *self._side_signs(side, party.code, which, codes_of(others)))

    def _side_signs(self, side: str, code: str, which: str, others: frozenset[str]) -> list[str]:
        """What speaks for the land of a party, `which` of several on its side."""
        state = which + ("home" if code in others else "alone" if not others else "abroad" if others & set(states()) else "stranger")
        signs = [f"{side} {state}", f"{side} {state} {self.type}", f"{side} {state} {self.mode}", f"{side} {state} {self.act.name}"]
        likely = "neither's land" if self._nature is None else "own land" if self._nature == side else "other's land"
        found = "told" if self._any_here else "untold"
        return [
            *signs,
            f"{side} {self.act.name}",
            f"{side} {self.mode}",
            f"{side} {found} {self.type}",
            likely,
            f"{side} {likely} {state}",
            f"{side} {likely} {found}",
            f"{side} {likely} {self.type}",
        ]

    @cached_property
    def _any_here(self) -> bool:
        return any(how not in ("apart", "below", "reported") and p.manner in ("in", "near", "to") for p, how in self.ties)

    # -- what was told before ------------------------------------------------------------------------------------------

    def before(self) -> None:
        """Places told in the sentences before, and in this one by a word for "there"."""
        sentence = self.setting.sentence
        there = "there" if self._there() else "not there"
        for back in range(1, min(BACK, sentence.index) + 1):
            earlier = self.setting.story.parsed.sentences[sentence.index - back]
            same = "same" if earlier.paragraph == sentence.paragraph else "other"
            for n, phrase in enumerate(reversed(self.placing.places.get(earlier.index, ()))):
                if phrase.place.place and phrase.manner in ("in", "near", "to", "of"):
                    signs = [f"before {back} {same}", f"before {back} {self.group} {there}", f"before {same} {phrase.manner}"]
                    if phrase.fronted:
                        signs += [f"before fronted {same}", f"before fronted {same} {self.group}"]
                    last = ["last before", f"last before {there}", f"last before {self.type}"] if n == 0 and back == 1 else []
                    self.add(phrase.place.place, phrase.place, 30 + back, *signs, *last)

    def _there(self) -> bool:
        """Whether the act's clause has a word for a place told before: "there", "y", "sur place"."""
        words = self.scene.grammar.place_words
        near = [self.setting.head, *self.scene.sentence.children(self.setting.head)]
        return any(t.lower in words for t in near)

    def told(self) -> None:
        """Where the acts told before were: the scene goes on with the same people."""
        passed: set[str] = set()
        for n, earlier in enumerate(self.setting.told[: -TOLD - 1 : -1]):
            if earlier.place is None or earlier.place.code in passed:
                continue
            passed.add(earlier.place.code)
            back = self.setting.sentence.index - earlier.sentence
            near = "here" if back == 0 else "near" if back == 1 else "far"
            who = self._company(earlier)
            place = Referent(earlier.place.name, kind="told", place=earlier.place.code)
            signs = [f"told {near} {who}", f"told {near} {who} {self.group}", f"told {near} {self.type}"]
            first = [f"last told {near}", f"last told {near} {who} {self.group}"] if n == 0 else []
            alike = [f"told alike {near}"] if earlier.type == self.type else []
            met = earlier.type == "CONSULT" and who == "same" and earlier.place.code in earlier.parties
            meeting = [f"met {near}", f"met {near} {self.group}", f"met {self.type}"] if met else []
            self.add(earlier.place.code, place, 40, *signs, *first, *alike, *meeting)

    def hosted(self) -> None:
        """Where one side is the other's guest, wherever the text tells of it."""
        own = codes_of((*self.setting.actor, *self.setting.recipient))
        for hosting in self.placing.hostings:
            who = company(own, hosting)
            if who is not None:
                away = abs(self.setting.sentence.index - hosting.sentence)
                near = "here" if away == 0 else "near" if away <= 2 else "far"
                when = "planned" if hosting.planned else "past"
                sign = f"host {who} {when}"
                signs = [sign, f"{sign} {self.group}", f"{sign} {near}", f"{sign} {self.type}", f"{sign} {near} {self.group}"]
                self.add(hosting.host, None, 0, *signs)

    def _company(self, earlier: Candidate) -> str:
        own = codes_of((*self.setting.actor, *self.setting.recipient))
        return "same" if own == earlier.parties else "some" if own & earlier.parties else "others"

    # -- the whole text ------------------------------------------------------------------------------------------------

    def filed(self) -> None:
        """Where the dispatch was filed from, and the country that it is mostly about."""
        home, dateline = self.setting.story.cast.home, self.setting.story.cast.filed
        first = "first" if self.setting.sentence.index == 0 else "later"
        if dateline is not None and dateline.place:
            side = self._side(dateline.place)
            found = "told" if self._any_here else "untold"
            signs = [f"dateline {first}", f"dateline {first} {self.group}", f"dateline {self.type}", f"dateline {found}"]
            signs += [f"dateline {side} {first} {self.group}", f"dateline {first} {found} {self.group}"]
            self.add(dateline.place, dateline, 50, *signs)
        if home and home in states():
            self.add(home, None, 0, "home", f"home {self.type}", f"home {self._side(home)} {self.group}")

    def nowhere(self) -> frozenset[str]:
        own, other = codes_of(self.setting.actor), codes_of(self.setting.recipient)
        relation = "alone" if not own or not other else "home" if own == other else "abroad"
        found = "told" if self._any_here else "untold"
        nature = self._nature or "neither"
        sea = {"nowhere at sea", f"nowhere at sea {self.group}"} if self._at_sea else set()
        return frozenset(
            {
                *sea,
                f"nowhere {self._clause} {self.group}",
                f"nowhere {self._clause} {self.type}",
                "nowhere",
                f"nowhere by nature {nature}",
                f"nowhere by nature {nature} {relation}",
                f"nowhere {self.type}",
                f"nowhere {self.mode}",
                f"nowhere {self.act.name}",
                f"nowhere {relation} {self.type}",
                f"nowhere {relation} {self.mode}",
                f"nowhere {found} {self.group}",
                f"nowhere {found} {self.type}",
                f"nowhere {self.placing.status} {self.type}",
            }
        )


def _bucket(distance: int) -> str:
    reach = next((f"within {most}" for most in DISTANCES if abs(distance) <= most), "far")
    return f"{'before' if distance < 0 else 'after'} {reach}"
