"""Who did it and to whom it was done: the slots of the word, then other routes where they are empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.coding.deeds import is_deed
from dragoman.coding.roles import Parties, Scene
from dragoman.coding.routes import below, beside, between, nearest, topic, visited, within
from dragoman.model.mentions import Party, Predicate
from dragoman.model.text import Token
from dragoman.ontology import Act

SPOKEN_TO = ("ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN")
"""Types whose recipient may stand in what is said: "condemned the strikes on Kyiv by Russian forces"."""
SPOKEN = (*SPOKEN_TO, "AGREE", "CONCEDE")
"""Types that are done by being said: not to a town."""
STATE = ("GOV", "LEG", "COP", "MIL", "JUD", "SPY")
"""Sectors of a state's organs."""
OUTWARD = ("AID", "THREATEN", "MOBILIZE", "CONSULT", "SANCTION")
"""Types that a state's organs hardly do to one another."""
WITHIN = ("COERCE", "REQUEST", "ACCUSE", "SANCTION", "CONCEDE", "REJECT", "AGREE", "RETREAT")
"""Types whose recipient, where it is a people or organ with no country told, is the actor's own."""


def sides(scene: Scene, predicate: Predicate, act: Act) -> tuple[Parties, Parties]:
    """The parties on the actor's and on the recipient's side of an act; either may be empty."""
    return _Sides(scene, predicate, act).assigned()


def is_alone(parties: Parties) -> bool:
    """A state does nothing together with itself; an organisation's own meeting is its members'."""
    return len(parties) == 1 and parties[0].sector != "IGO"


def is_state(parties: Parties) -> bool:
    """One state alone: it has people and organs of its own, as groups and organisations have not."""
    return len(parties) == 1 and len(parties[0].code) == 3 and parties[0].sector not in ("IGO", "REB")


@dataclass(frozen=True)
class _Sides:
    scene: Scene
    predicate: Predicate
    act: Act

    def assigned(self) -> tuple[Parties, Parties]:
        """Actor and recipient."""
        pattern = self.predicate.pattern
        if self.act.symmetric:
            return self._together(), ()
        actor, used = self.scene.first_filled(self.predicate, pattern.actor)
        actor = actor or self._light_subject() or self._nearby_actor()
        named = self._recipient(actor, used)
        if self.act.type == "MOBILIZE":
            return self._mobilised(actor, named)
        if self.act.inward:
            return actor or named, named
        if self.act.solitary:
            return actor, named
        recipient = named or self._nearby_recipient(actor)
        if self.act.name in ("host-visit", "host-talks"):
            return self._hosted(actor, recipient)
        if self.act.official:
            return self._at_home(actor, recipient)
        if self.act.type == "PROTEST" and is_state(actor) and not recipient:
            return actor, self._target(actor)
        if self.act.type == "ASSAULT" and not recipient:
            return actor, self._struck(actor)
        return actor, recipient

    def _mobilised(self, actor: Parties, named: Parties) -> tuple[Parties, Parties]:
        """Troops are sent by whose they are; one's own are not whom they are sent to."""
        if not actor:
            return named, ()
        towards = () if self.act.solitary else self._nearby_recipient(actor)
        return actor, tuple(p for p in named or towards if p.code not in {a.code for a in actor})

    def _recipient(self, actor: Parties, used: str) -> Parties:
        """Whom the first of the word's slots names that holds another than the actor and what is the actor's own."""
        for slot in self.predicate.pattern.recipient:
            fillers = self.scene.named_in(self.predicate, slot)
            inverted = slot == "obj" and self.predicate.head in self.scene.said  # "..., a promis le chancelier"
            if self.act.type in SPOKEN:
                fillers = tuple(i for i in fillers if not self._is_town(i))
            found = self.scene.parties(fillers) if slot != used and not inverted else ()
            if not found or self._own_thing(slot, fillers, actor):
                continue
            bare = is_state(actor) and self.scene.is_bare(fillers)
            if bare and self.act.type == "SANCTION" and not self.act.official:
                continue  # sanctions on "two companies" are on a stranger's
            if bare and self.act.type == "ASSAULT" and self._is_by_deed():
                continue  # "73 people were killed in Syrian raids": hardly the raiders' own
            if bare and self.act.type in WITHIN:
                found = (replace(found[0], code=actor[0].code),)
            if others := self._distinct(actor, found):
                return others
        return ()

    def _is_by_deed(self) -> bool:
        """Whether a deed, not somebody, stands where the word's actor does."""
        fillers = (i for slot in self.predicate.pattern.actor for i in self.scene.fillers(self.predicate, slot))
        first = next((self.scene.sentence[i] for i in fillers), None)
        return first is not None and is_deed(self.scene, first) and self.scene.lemma(first) not in self.scene.grammar.sectors

    def _is_town(self, token: int) -> bool:
        """Where something is said, not to whom; a capital may be a government."""
        referent = self.scene.cast.at(self.scene.sentence.index, token)
        return referent is not None and referent.kind == "city"

    def _at_home(self, actor: Parties, recipient: Parties) -> tuple[Parties, Parties]:
        """What only a state's organs do: its own people suffer it where no other is told, and do it where no other is."""
        clause = self.scene.clause(self.predicate.head)
        there = visited(self.scene, self.predicate.head) if not actor else ()
        home = there[0].code if there else self.scene.cast.home
        if not actor and home and recipient and (there or home in {p.code for p in recipient}):
            return (Party(home, home, "GOV"),), recipient
        suffering = [i for i in (*clause.obj, *clause.iobj) if self.scene.sentence[i].pos in ("NOUN", "PROPN", "PRON", "NUM")]
        if not suffering or recipient:
            return actor, recipient
        name = self.scene.sentence[suffering[0]].text
        if is_state(actor):
            return actor, (Party(actor[0].code, name, "CVL"),)
        if not actor and home and self._is_human(suffering[0]):
            return (Party(home, home, "GOV"),), (Party(home, name, "CVL"),)
        return actor, recipient

    def _is_human(self, token: int) -> bool:
        """A bare number ("12 were arrested"), a person, a pronoun or a word for people."""
        word = self.scene.sentence[token]
        referent = self.scene.cast.at(self.scene.sentence.index, token)
        person = referent is not None and referent.person is not None
        return person or word.pos in ("NUM", "PRON", "PROPN") or self.scene.lemma(word) in self.scene.grammar.sectors

    def _target(self, actor: Parties) -> Parties:
        """A protest that speaks of its own state's organs or leaders is directed at them."""
        head = self.scene.sentence[self.predicate.head]
        verb = self.scene.light_verb(head) or head
        for token in below(self.scene, verb.index):
            found = self.scene.cast.at(self.scene.sentence.index, token.index)
            if found is not None and found.kind not in ("capital", "city"):
                organs = tuple(p for p in found.parties if p.code == actor[0].code and p.sector in STATE)
                if organs:
                    return organs[:1]
        return ()

    def _struck(self, actor: Parties) -> Parties:
        """A blow that names no victim falls on the country where it falls, if that is not the striker's own."""
        own = {p.code for p in actor}
        verb = self.scene.sentence.parent(self.scene.sentence[self.predicate.head])
        heads = [self.predicate.head, *([verb.index] if verb and self.predicate.pattern.pos == "noun" else [])]
        places = [p for head in heads for p in visited(self.scene, head)]
        return tuple(p for p in places if p.code not in own)[:1]

    def _nearby_actor(self) -> Parties:
        """A finite verb in the active has its subject before it, whatever the tree says."""
        clause = self.scene.clause(self.predicate.head)
        if self.predicate.pattern.pos != "verb" or "subj" not in self.predicate.pattern.actor or clause.passive or clause.subj:
            return ()
        if self.scene.sentence[self.predicate.head].feats.get("VerbForm") == "Inf":
            return ()
        return topic(self.scene, self.predicate.head) or beside(self.scene, self.predicate.head, -1)

    def _nearby_recipient(self, actor: Parties) -> Parties:
        """Whom the words after the verb name, where its slots are empty: first beside it, then in what it speaks of."""
        codes = {p.code for p in actor}
        noun = self.scene.sentence[self.predicate.head]
        burden = self.act.type == "SANCTION" and self.scene.sentence.case(noun) in self.scene.grammar.burden_cases
        if self.predicate.pattern.pos == "noun" and self.act.mode == "visit":
            return tuple(p for p in self._left(noun) if p.code not in codes)
        if self.predicate.pattern.pos == "noun" and (self.act.type == "REQUEST" or burden):
            return tuple(p for p in self._bearer(noun) if p.code not in codes)
        if self.predicate.pattern.pos != "verb" or not actor:
            return ()
        if "obj" in self.predicate.pattern.recipient and not self.scene.clause(self.predicate.head).passive:
            found = tuple(p for p in beside(self.scene, self.predicate.head, 1, self.predicate.pattern.recipient) if p.code not in codes)
            if found:
                return found
        if self.act.mode == "visit" or self.act.name == "promise-meeting":
            return tuple(p for p in visited(self.scene, self.predicate.head) if p.code not in codes)
        if self.act.between:
            return between(self.scene, self.predicate.head, codes)
        spoken = self.act.type in SPOKEN_TO or self.predicate.head in self.scene.said
        return within(self.scene, self.predicate.head, codes) if spoken else ()

    def _left(self, noun: Token) -> Parties:
        """`est reparti du Pérou au terme d'une visite`: who is left after a visit was visited."""
        verb = self.scene.sentence.parent(noun) if noun.relation in ("obl", "nmod") else None
        if verb is None or self.scene.lemma(verb) not in self.scene.grammar.leaving:
            return ()
        return self.scene.parties(self.scene.clause(verb.index).obj)

    def _bearer(self, noun: Token) -> Parties:
        """Who does what is done at a request, who is under a sanction: the subject, or the nominal that the noun hangs on."""
        above = self.scene.sentence.parent(noun)
        if above is None:
            return ()
        clause = self.scene.clause(above.index)
        return self.scene.parties((clause.obj if clause.passive else clause.subj) or (above.index,))

    def _own_thing(self, slot: str, fillers: Sequence[int], actor: Parties) -> bool:
        """`a rappelé son ambassadeur`, `withdrew its troops`: what is one's own is not whom it is done to."""
        own = {p.code for p in actor}
        return bool(own) and any(self._is_own(slot, index, own) for index in fillers)

    def _is_own(self, slot: str, index: int, own: set[str]) -> bool:
        referent = self.scene.cast.at(self.scene.sentence.index, index)
        if referent is None or not set(referent.codes) <= own:
            return False
        if not self.scene.is_someone(index):
            return True
        people = self.act.type in WITHIN and any(p.sector == "CVL" for p in referent.parties)  # "urged its citizens to leave"
        sent = slot.endswith("comp.obj")  # "refused to send soldiers"
        return (sent or referent.rule == "possessive") and not people

    def _distinct(self, actor: Parties, recipient: Parties) -> Parties:
        """One does not do a thing to oneself: the same code stays on both sides only for a state and its own people or organs."""
        own = {p.code for p in actor}
        apart = {p.name for p in actor}
        organs = {p.sector in (*STATE, None) for p in actor}
        inside = {p for p in recipient if p.name not in apart and p.sector is not None}
        if self.act.type in OUTWARD:
            inside = {p for p in inside if (p.sector in STATE) not in organs}  # a state and its people, rebels and their state
        others = tuple(p for p in recipient if p.code not in own)
        if self.act.type == "PROTEST" and others:
            return others  # "before the embassy of Russia in Tokyo"
        return tuple(p for p in recipient if p in others or p in inside)

    def _together(self) -> Parties:
        """Symmetric acts: every party of every slot."""
        slots = dict.fromkeys((*self.predicate.pattern.actor, *self.predicate.pattern.recipient))
        gathering = self._gathering()
        if gathering:
            return gathering
        light = self._light_subject()
        found = self.scene.all_filled(self.predicate, list(slots))
        found = (*light, *(p for p in found if p.code not in {q.code for q in light}))
        if is_alone(found):
            found = (*found, *nearest(self.scene, self.predicate.head, [p.code for p in found]))
        return found

    def _gathering(self) -> Parties:
        """An organisation's own summit or session is the organisation's, whoever else is named beside it."""
        if self.act.mode != "multilateral" or self.predicate.pattern.pos != "noun":
            return ()
        found, _ = self.scene.first_filled(self.predicate, ("adj", "poss", "de", "of"))
        return found if len(found) == 1 and found[0].sector == "IGO" else ()

    def _light_subject(self) -> Parties:
        """The subject of the light verb that governs a noun does (or suffers) what the noun names."""
        if self.predicate.pattern.pos != "noun":
            return ()
        noun = self.scene.sentence[self.predicate.head]
        verb = self.scene.light_verb(noun)
        if verb is not None:
            if verb.lemma.lower() in self.scene.grammar.passive_light_verbs:
                return ()
            return self._doer(verb)
        above = self.scene.sentence.parent(noun)
        if above is None or noun.relation != "obl" or above.pos != "VERB" or self.act.type != "CONSULT":
            return ()
        return self._doer(above)  # "left after a visit": the visitor is who left

    def _doer(self, verb: Token) -> Parties:
        """A verb's subject; where that is itself an act ("the visit included talks"), who does that act."""
        subjects = self.scene.clause(verb.index).subj
        found = self.scene.parties(subjects)
        if found or not subjects:
            return found
        above = self.scene.sentence.parent(self.scene.sentence[subjects[0]])
        return self.scene.parties(self.scene.clause(above.index).subj) if above and above.index != verb.index else ()

    def _talkers(self) -> Parties:
        """Who talks under another's roof: `A et B ont échoué lors de pourparlers accueillis par C`."""
        nouns = [self.scene.sentence[i] for i in self.scene.clause(self.predicate.head).obj]
        verbs = [v for noun in nouns if noun.relation == "obl" and (v := self.scene.sentence.parent(noun)) is not None]
        return next((found for verb in verbs if (found := self._doer(verb))), ())

    def _hosted(self, host: Parties, guest: Parties) -> tuple[Parties, Parties]:
        """The guest is the visitor; talks pool both."""
        if self.act.name == "host-visit":
            return guest, host
        guest = guest or self._talkers()
        codes = {p.code for p in host}
        return (*host, *(p for p in guest if p.code not in codes)), ()
