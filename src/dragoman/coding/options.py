"""What the text offers for each side of an act, and the signs that speak for or against each offer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dragoman.coding.acts import is_content
from dragoman.coding.deeds import is_deed, is_known
from dragoman.coding.roles import Parties
from dragoman.coding.sides import OUTWARD
from dragoman.coding.story import Setting, codes_of, is_stranger
from dragoman.model.mentions import Party, Predicate
from dragoman.model.text import Token

Side = Literal["actor", "recipient"]
REACH = 3
"""Sentences looked back for a party or an act told before."""
TOLD = 6
"""Acts told before that are looked at."""
INWARD = ("COERCE", "PROTEST", "ASSAULT", "RETREAT")
"""Types that are often done within one state."""
BOUNDARIES = (";", ":", "—", "–")
DISTANCES = (2, 5, 10, 18)
MOST_SLOTS = 2
STRONG, WEAK = 0.6, 0.25
"""Shares of the actor's mentions from which on another party is as prominent, or prominent at all."""


@dataclass(frozen=True, slots=True)
class Option:
    """Parties that may stand on a side (none of them is an option too), and what speaks for or against it."""

    parties: Parties
    signs: frozenset[str]

    @property
    def codes(self) -> frozenset[str]:
        return codes_of(self.parties)


def options(setting: Setting, side: Side, actor: Parties = ()) -> tuple[Option, ...]:
    """What may stand on a side of an act; the recipient's options know the actor."""
    return _Gathering(setting, side, actor).all()


class _Gathering:
    """The options of one side, each set of codes once with all its signs."""

    def __init__(self, setting: Setting, side: Side, actor: Parties) -> None:
        self.setting, self.side, self.actor = setting, side, actor
        self.scene, self.type = setting.scene, setting.act.type
        self.mode = f"{setting.act.type} {setting.act.mode}"
        self.parties: dict[frozenset[str], Parties] = {}
        self.signs: dict[frozenset[str], set[str]] = defaultdict(set)

    def all(self) -> tuple[Option, ...]:
        self.own_slots()
        self.sentence()
        self.by_rule()
        if self.side == "recipient":
            self.content()
        self.sentences_before()
        self.told_before()
        home = self.setting.story.cast.home
        if home:
            self.add((Party(home, home),), "home", f"home {self.state}", f"home in {self.type}")
        if self.side == "recipient" and self.actor:
            self.oneself()
            self.opponents()
        self.nobody()
        self.whole()
        return tuple(Option(self.parties[codes], frozenset(signs)) for codes, signs in self.signs.items() if self._fit(codes))

    def _fit(self, codes: frozenset[str]) -> bool:
        """Whether the side can be these at all.

        What a state does outward it does to another, unless the word itself says so. Who is not told is not whom it was done to, but
        where a state's organs act on its people; a drone that struck a country is hardly its own, nor are soldiers killed by their own.
        """
        recipient = codes_of(self.setting.recipient)
        if self.side == "recipient":
            return self.type not in OUTWARD or not codes & codes_of(self.actor) or codes == recipient
        forces = bool(recipient) and all(p.sector == "MIL" for p in self.setting.recipient)
        inside = self.type in INWARD and not (self.type == "ASSAULT" and (forces or self.state.endswith("thing")))
        return inside or not codes or codes != recipient or codes == codes_of(self.setting.actor)

    def add(self, parties: Iterable[Party], *signs: str) -> None:
        parties = tuple(parties)
        codes = codes_of(parties)
        self.parties.setdefault(codes, parties)
        self.signs[codes].update(signs)

    # -- what the sentence offers --------------------------------------------------------------------------------------

    @cached_property
    def slots(self) -> tuple[Sequence[str], Sequence[str]]:
        """The slots of this side, and those of the other alone."""
        pattern = self.setting.predicate.pattern
        mine, others = (pattern.actor, pattern.recipient) if self.side == "actor" else (pattern.recipient, pattern.actor)
        return mine, [s for s in others if s not in mine]

    @cached_property
    def state(self) -> str:
        """What fills this side's first slot that is filled: a name, a pronoun, a nominal that stands for nobody known."""
        for slot in self.slots[0]:
            for index in self.scene.fillers(self.setting.predicate, slot)[:1]:
                return self._kind_of_filler(self.setting.sentence[index])
        passive = self.scene.clause(self.setting.predicate.head).passive
        return "passive" if passive and self.side == "actor" else "empty"

    def _kind_of_filler(self, token: Token) -> str:
        referent = self.scene.cast.at(self.setting.sentence.index, token.index)
        if token.pos in ("PRON", "DET"):
            return "pronoun" if referent else "stray pronoun"
        if referent is None or not (referent.parties or referent.place):
            if is_stranger(self.scene, token):
                return "stranger"
            lemma = self.scene.lemma(token)
            if lemma in self.scene.grammar.sectors and lemma not in self.scene.grammar.hardware:
                return "people"
            if self.scene.parties([token.index]):
                return "owned"
            return self._kind_of_thing(token)
        return "person" if referent.person else {"name": "name", "body": "body"}.get(referent.rule.split(":")[0], "description")

    def _kind_of_thing(self, token: Token) -> str:
        return ("known " if is_known(self.scene, token) else "new ") + ("deed" if is_deed(self.scene, token) else "thing")

    def own_slots(self) -> None:
        for mine, slots in zip(("slot", "other slot"), self.slots, strict=True):
            for rank, slot in enumerate(slots):
                fillers = self.scene.fillers(self.setting.predicate, slot)
                for index in fillers:
                    self._fills(mine, rank, slot, index)
                parties = self.scene.parties(fillers)
                if parties:
                    self.add(parties, f"whole {mine}")

    def _fills(self, mine: str, rank: int, slot: str, index: int) -> None:
        parties = self.scene.parties([index])
        if parties:
            signs = [f"{mine} {min(rank, MOST_SLOTS)}", f"{mine} {slot} of {self.setting.part}"]
            self.add(parties, *signs, *([f"{mine} in {self.type}"] if mine == "slot" else []))

    def sentence(self) -> None:
        here = self.setting.story.quoted(self.setting.head.start)
        for token, referent in self.setting.story.mentions(self.setting.sentence):
            parties = self.scene.parties([token.index])
            if not parties:
                continue
            case = self.setting.sentence.case(token).split(" ")[0]
            signs = [
                "in sentence",
                f"in sentence {self.state}",
                f"distance {_bucket(token.index - self.setting.head.index)}",
                f"kind {referent.kind}",
                "same quotation" if self.setting.story.quoted(token.start) == here else "other quotation",
                f"{self.type} by sector {parties[0].sector}",
            ]
            if case in self.scene.grammar.locative_cases:
                signs.append("located" if referent.place is None else "located place")
            if self._cut_off(token):
                signs.append("cut off before" if token.index < self.setting.head.index else "cut off after")
            self.add(parties, *signs)

    def _cut_off(self, token: Token) -> bool:
        first, last = sorted((token.index, self.setting.head.index))
        return any(t.text in BOUNDARIES for t in self.setting.sentence.tokens[first + 1 : last])

    def by_rule(self) -> None:
        """What the word's slots and the routes beside them give."""
        parties = self.setting.actor if self.side == "actor" else self.setting.recipient
        route = "carried" if self.side == "recipient" and self.setting.carried else "own"
        signs = ("rule" if parties else "rule nobody", f"rule {route}", f"rule {self.state}", f"rule of {self.setting.part} of {self.type}")
        self.add(parties, *signs)

    def content(self) -> None:
        """Who does and suffers what the act is about: `condemned the attack`, `demanded that the army leave`."""
        for token in self.setting.sentence:
            if token.index == self.setting.head.index or not is_content(self.scene, self.setting.head.index, token):
                continue
            if token.pos == "VERB":
                clause = self.scene.clause(token.index)
                self._in_content("subject", self.scene.parties(clause.subj))
                self._in_content("object", self.scene.parties(clause.obj))
            elif token.pos == "NOUN":
                self._spoken_of(token)

    def _spoken_of(self, noun: Token) -> None:
        """A noun of an act: its own doer and sufferer, else those of the last such act told before."""
        patterns = [p for p in self.scene.lexicon.headed(noun.lemma.lower()) if p.pos == "noun" and len(p.words) == 1]
        if not patterns:
            return
        predicate = Predicate(self.setting.sentence.index, noun.index, (noun.index,), patterns[0])
        doer, _ = self.scene.first_filled(predicate, patterns[0].actor)
        self._in_content("doer", doer)
        self._in_content("sufferer", self.scene.first_filled(predicate, patterns[0].recipient)[0])
        kinds = {self.setting.story.ontology.acts[p.act].type for p in patterns}
        told = next((c for c in reversed(self.setting.told) if c.type in kinds), None)
        if told and not doer:
            own = codes_of(self.actor)
            self._in_content("doer told", told.actor)
            self._in_content("sufferer told", told.recipient)
            self._in_content("parties told", [p for p in (*told.actor, *told.recipient) if p.code not in own])

    def _in_content(self, part: str, parties: Iterable[Party]) -> None:
        parties = tuple(parties)
        if parties:
            self.add(parties, f"{part} of content", f"{part} of content in {self.type}")

    # -- what was told before ------------------------------------------------------------------------------------------

    def sentences_before(self) -> None:
        sentences = self.setting.story.parsed.sentences
        for back in range(1, min(REACH, self.setting.sentence.index) + 1):
            sentence = sentences[self.setting.sentence.index - back]
            for token, referent in self.setting.story.mentions(sentence):
                if referent.parties:
                    signs = [f"before {back}", f"before {back} {self.state}"]
                    self.add(referent.parties, *signs, *([f"subject before {back}"] if token.relation == "nsubj" else []))

    def told_before(self) -> None:
        own = codes_of(self.actor)
        for earlier in self.setting.told[: -TOLD - 1 : -1]:
            back = self.setting.sentence.index - earlier.sentence
            if back > REACH:
                return
            near = "near" if back < 2 else "far"
            if earlier.actor:
                self.add(earlier.actor, f"actor told {near}", f"actor told {near} {self.state}")
            if earlier.recipient:
                self.add(earlier.recipient, f"recipient told {near}", f"recipient told {near} {self.state}")
            others = tuple(p for p in (*earlier.actor, *earlier.recipient) if p.code not in own)
            if own and own <= earlier.parties and others:
                self.add(others, "partner told", f"partner told {self.state}")

    # -- beyond the text -----------------------------------------------------------------------------------------------

    def oneself(self) -> None:
        """A state's own people or organs."""
        sector = self.actor[0].sector
        own = (Party(self.actor[0].code, self.actor[0].name),) if len(self.actor) == 1 else self.actor
        signs = ("oneself", f"oneself in {self.type}", f"oneself {sector}", f"oneself {sector} in {self.type}", f"oneself {self.state}")
        self.add(own, *signs, f"oneself in {self.mode}", f"oneself beside {self.opposition}")

    def opponents(self) -> None:
        """Whom the text speaks of most beside the actor: the other side of a quarrel, or both sides for who stands between them."""
        others = self.setting.story.others(codes_of(self.actor))
        if others:
            signs = ("opponent", f"opponent {self.opposition}", f"opponent in {self.type}", f"opponent {self.state}")
            self.add((Party(others[0], others[0]),), *signs)
        if len(others) > 1:
            both = tuple(Party(code, code) for code in others[:2])
            self.add(both, "both sides", f"both sides in {self.type}", f"both sides for {self.setting.act.name}")

    @cached_property
    def opposition(self) -> str:
        """How much the text speaks of another party than the actor."""
        counts, own = self.setting.story.counts, codes_of(self.actor)
        others = self.setting.story.others(own)
        share = counts[others[0]] / max(1, *(counts[code] for code in own)) if others else 0.0
        return "strong" if share >= STRONG else "some" if share >= WEAK else "weak"

    def nobody(self) -> None:
        signs = ["nobody", f"nobody in {self.type}", f"nobody in {self.mode}", f"nobody {self.state}"]
        if self.side == "recipient" and self.actor:
            signs += [f"nobody for {self.actor[0].sector} in {self.type}", f"nobody beside {self.opposition}"]
        self.add((), *signs)

    def whole(self) -> None:
        """How many, and how much the text speaks of them."""
        prominent = self.setting.story.prominent
        for codes, signs in self.signs.items():
            signs.add(f"size {min(len(codes), 3)}")
            if len(codes) == 1 and (rank := prominent.get(next(iter(codes)))) is not None:
                signs.add(f"prominent {rank}")


def _bucket(distance: int) -> str:
    reach = next((f"within {most}" for most in DISTANCES if abs(distance) <= most), "far")
    return f"{'before' if distance < 0 else 'after'} {reach}"
