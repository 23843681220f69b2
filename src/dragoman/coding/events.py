"""Clauses -> event candidates: each mention of an act with its parties, time, place, certainty and source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dragoman.coding.acts import Matched, is_content, match_acts
from dragoman.coding.certainty import status_of
from dragoman.coding.contexts import about, contexts_of
from dragoman.coding.places import place_of
from dragoman.coding.roles import Scene
from dragoman.coding.when import time_of
from dragoman.languages import Language
from dragoman.model.candidates import Candidate
from dragoman.model.mentions import Cast, Found, Party, Predicate, Referent
from dragoman.model.records import Place, Statement, Status
from dragoman.model.text import Parsed, Sentence, Span, Token
from dragoman.ontology import Act, Ontology

COORDINATES = Callable[[str, str], tuple[float, float] | None]
"""Latitude and longitude of a place by its name and its country's alpha-3 code."""
TRIGGER_REACH = 5
"""How many words a trigger may cover: the words of a construction that stand further apart are left out of it."""
SPOKEN_TO = ("ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN")
"""Types whose recipient may stand in what is said: "condemned the strikes on Kyiv by Russian forces"."""
DIALOGUE = ("ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE", "SANCTION")
"""Types that answer somebody even where the clause does not say whom."""
DIALOGUE_REACH = 3
OWN_STATE = ("OPP", "CVL", "LEG", "PTY", "NGO", "BUS", "JUD", "MED", "EDU", "REL")
"""Those who speak to their own government where nobody else is named."""
WITHIN = ("COERCE", "REQUEST", "ACCUSE", "SANCTION", "CONCEDE", "REJECT", "AGREE", "RETREAT")
"""Types whose recipient, where it is a people or organ with no country told, is the actor's own."""
SPOKEN = ("ACCUSE", "REQUEST", "AGREE", "THREATEN", "REJECT", "SUPPORT", "CONCEDE")


def code_events(
    parsed: Parsed,
    found: Found,
    cast: Cast,
    language: Language,
    ontology: Ontology,
    statements: Sequence[Statement],
    coordinates: COORDINATES,
) -> tuple[Candidate, ...]:
    """Every mention of an act that has a codable party, in the order of the text."""
    coder = _Coder(parsed, found, cast, language, ontology, statements, coordinates)
    made: list[Candidate] = []
    for sentence in parsed.sentences:
        for candidate in coder.sentence(sentence):
            made.append(_continued(candidate, made))
    return tuple(made)


def _continued(candidate: Candidate, before: Sequence[Candidate]) -> Candidate:
    """A word spoken to nobody named is spoken to the other side of what its actor did, or suffered, just before."""
    if candidate.recipient or candidate.type not in DIALOGUE or not candidate.actor or len(candidate.actor) > 1:
        return candidate
    own = candidate.actor[0].code
    if candidate.actor[0].sector in OWN_STATE:
        return replace(candidate, recipient=(Party(own, own, "GOV"),)) if candidate.type in ("ACCUSE", "REQUEST") else candidate
    for earlier in reversed(before):
        if candidate.sentence - earlier.sentence > DIALOGUE_REACH:
            break
        others = tuple(p for p in (*earlier.actor, *earlier.recipient) if p.code != own)
        if own in earlier.parties and others:
            return replace(candidate, recipient=others)
    return candidate


@dataclass(frozen=True)
class _Coder:
    parsed: Parsed
    found: Found
    cast: Cast
    language: Language
    ontology: Ontology
    statements: Sequence[Statement]
    coordinates: COORDINATES

    @cached_property
    def topics(self) -> Mapping[str, float]:
        return about(self.parsed.sentences, self.language.contexts)

    @cached_property
    def predicates(self) -> Mapping[int, list[Predicate]]:
        rows: dict[int, list[Predicate]] = {}
        for predicate in self.found.predicates:
            rows.setdefault(predicate.sentence, []).append(predicate)
        return rows

    def sentence(self, sentence: Sentence) -> Iterator[Candidate]:
        scene = Scene(sentence, self.found.clauses, self.cast, self.language.lexicon, self.language.grammar)
        matches = match_acts(scene, self.predicates.get(sentence.index, ()), self.ontology)
        made = [(m, c) for m in matches if (c := self._candidate(scene, m)) is not None]
        accusers = [(m, c) for m, c in made if c.type == "ACCUSE" and c.actor]
        for match, candidate in made:
            yield self._accused(scene, match, candidate, accusers)

    def _candidate(self, scene: Scene, match: Matched) -> Candidate | None:
        predicate, head = match.predicate, scene.sentence[match.predicate.head]
        act = self._refined(scene, match)
        actor, recipient = self._roles(scene, predicate, act)
        if not actor and not recipient or (act.symmetric and self._alone(actor)):
            return None
        status, reason = status_of(scene, head, self._reported(head))
        source = self._source(head, act.type, status, actor)
        kind = self.ontology.types[act.type].planned if status == "planned" else act.type
        light = scene.light_verb(head) if head.pos == "NOUN" else None
        time = time_of(scene.sentence, head.index, self.found.times, light.index if light else None)
        place = place_of(scene, predicate, act, recipient)
        return Candidate(
            sentence=scene.sentence.index,
            head=head.index,
            lemma=head.lemma.lower(),
            nominal=predicate.pattern.pos == "noun",
            definite=self._definite(scene, head),
            act=act.name,
            type=kind,
            mode=act.mode if kind == act.type else None,
            actor=actor,
            recipient=recipient,
            trigger=self._trigger(scene, match),
            time=time.time if time else None,
            place=self._place(place),
            status=status,
            attribution=source.speaker.code if source else (),
            contexts=contexts_of(act, scene.sentence, match.tokens, self.topics, self.language.contexts, _abroad(actor, recipient)),
            confidence=self._confidence(match, actor, recipient),
            rules=(predicate.pattern.rule, *_reasons(status, reason, source)),
        )

    # -- act and roles -------------------------------------------------------------------------------------------------

    def _refined(self, scene: Scene, match: Matched) -> Act:
        """The act as what its complement speaks of makes it: `demand` + `retrait` is `demand-yield`."""
        act = self.ontology.acts[match.predicate.pattern.act]
        classes = self.ontology.refinements.get(act.name, {})
        if not classes:
            return act
        for token in self._content(scene, match.predicate):
            lemma = token.lemma.lower()
            for name, refined in classes.items():
                if lemma in scene.lexicon.classes.get(name, ()):
                    return self.ontology.acts[refined]
        return act

    def _content(self, scene: Scene, predicate: Predicate) -> list[Token]:
        head = scene.sentence[predicate.head]
        below = [t for t in scene.sentence.subtree(head) if t.pos in ("VERB", "NOUN") and t.index not in predicate.tokens]
        return [t for t in below if is_content(scene, head.index, t)]

    def _roles(self, scene: Scene, predicate: Predicate, act: Act) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        pattern = predicate.pattern
        if act.symmetric:
            return self._together(scene, predicate), ()
        actor, used = scene.first_filled(predicate, pattern.actor)
        actor = actor or self._light_subject(scene, predicate) or self._nearby_actor(scene, predicate)
        if act.solitary:
            return actor, ()
        recipient, slot = scene.first_filled(predicate, [s for s in pattern.recipient if s != used])
        if act.type in WITHIN and len(actor) == 1 and slot and scene.is_bare(scene.fillers(predicate, slot)):
            recipient = (replace(recipient[0], code=actor[0].code),)
        recipient = self._distinct(scene, predicate, actor, recipient)
        recipient = recipient or self._nearby_recipient(scene, predicate, act, actor)
        if act.name in ("host-visit", "host-talks"):
            return self._hosted(act, actor, recipient)
        if act.official:
            return self._at_home(scene, predicate, actor, recipient)
        if act.type == "MOBILIZE" and not actor:
            return recipient, ()  # "troops were sent": whose they are sends them
        return actor, recipient

    def _at_home(
        self, scene: Scene, predicate: Predicate, actor: tuple[Party, ...], recipient: tuple[Party, ...]
    ) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """What only a state's organs do: its own people suffer it where no other is told, and do it where no other is."""
        clause = scene.clause(predicate.head)
        own = next((p for p in (*recipient, *actor) if p.code == self.cast.home), None)
        if not actor and recipient and own is not None:
            return (Party(own.code, own.name, "GOV"),), recipient
        someone = [i for i in (*clause.obj, *clause.iobj) if scene.sentence[i].pos in ("NOUN", "PROPN", "PRON", "NUM")]
        if actor and not recipient and someone and len(actor) == 1 and actor[0].sector != "IGO":
            return actor, (Party(actor[0].code, scene.sentence[someone[0]].text, "CVL"),)
        return actor, recipient

    def _nearby_actor(self, scene: Scene, predicate: Predicate) -> tuple[Party, ...]:
        """A finite verb in the active has its subject before it, whatever the tree says."""
        clause = scene.clause(predicate.head)
        if predicate.pattern.pos != "verb" or "subj" not in predicate.pattern.actor or clause.passive or clause.subj:
            return ()
        if scene.sentence[predicate.head].feats.get("VerbForm") == "Inf":
            return ()
        return scene.beside(predicate.head, -1)

    def _nearby_recipient(self, scene: Scene, predicate: Predicate, act: Act, actor: tuple[Party, ...]) -> tuple[Party, ...]:
        """Whom the words after the verb name, where its slots are empty: first beside it, then in what it speaks of."""
        codes = {p.code for p in actor}
        if predicate.pattern.pos == "noun" and act.type == "REQUEST":
            above = scene.sentence.parent(scene.sentence[predicate.head])
            subject = scene.parties(scene.clause(above.index).subj) if above else ()
            return tuple(p for p in subject if p.code not in codes)
        if predicate.pattern.pos != "verb" or not actor:
            return ()
        if "obj" in predicate.pattern.recipient and not scene.clause(predicate.head).passive:
            found = tuple(p for p in scene.beside(predicate.head, 1, predicate.pattern.recipient) if p.code not in codes)
            if found:
                return found
        if act.mode == "visit" or act.name == "promise-meeting":
            return tuple(p for p in scene.visited(predicate.head) if p.code not in codes)
        return scene.within(predicate.head, codes) if act.type in SPOKEN_TO else ()

    def _distinct(
        self, scene: Scene, predicate: Predicate, actor: tuple[Party, ...], recipient: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """One does not do a thing to oneself: the same code stays on both sides only for a state and its own people or organs."""
        if not {p.code for p in actor} & {p.code for p in recipient}:
            return recipient
        own = {p.code for p in actor}
        apart = {p.name for p in actor}
        return tuple(p for p in recipient if p.code not in own or (p.name not in apart and p.sector is not None))

    def _together(self, scene: Scene, predicate: Predicate) -> tuple[Party, ...]:
        """Symmetric acts: every party of every slot."""
        slots = dict.fromkeys((*predicate.pattern.actor, *predicate.pattern.recipient))
        light = self._light_subject(scene, predicate)
        found = scene.all_filled(predicate, list(slots))
        found = (*light, *(p for p in found if p.code not in {q.code for q in light}))
        if self._alone(found):
            found = (*found, *scene.nearest(predicate.head, [p.code for p in found]))
        return found

    def _alone(self, parties: tuple[Party, ...]) -> bool:
        """A state does nothing together with itself; an organisation's own meeting is its members'."""
        return len(parties) == 1 and parties[0].sector != "IGO"

    def _light_subject(self, scene: Scene, predicate: Predicate) -> tuple[Party, ...]:
        """The subject of the light verb that governs a noun does (or suffers) what the noun names."""
        if predicate.pattern.pos != "noun":
            return ()
        noun = scene.sentence[predicate.head]
        verb = scene.light_verb(noun)
        if verb is not None:
            if verb.lemma.lower() in scene.grammar.passive_light_verbs:
                return ()
            return self._doer(scene, verb)
        above = scene.sentence.parent(noun)
        if above is None or noun.relation != "obl" or above.pos != "VERB" or self.ontology.acts[predicate.pattern.act].type != "CONSULT":
            return ()
        return self._doer(scene, above)  # "left after a visit": the visitor is who left

    def _doer(self, scene: Scene, verb: Token) -> tuple[Party, ...]:
        """A verb's subject; where that is itself an act ("the visit included talks"), who does that act."""
        subjects = scene.clause(verb.index).subj
        found = scene.parties(subjects)
        if found or not subjects:
            return found
        above = scene.sentence.parent(scene.sentence[subjects[0]])
        return scene.parties(scene.clause(above.index).subj) if above and above.index != verb.index else ()

    def _hosted(
        self, act: Act, host: tuple[Party, ...], guest: tuple[Party, ...]
    ) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """The guest is the visitor; talks pool both."""
        if act.name == "host-visit":
            return guest, host
        codes = {p.code for p in host}
        return (*host, *(p for p in guest if p.code not in codes)), ()

    # -- the rest ------------------------------------------------------------------------------------------------------

    def _trigger(self, scene: Scene, match: Matched) -> Span:
        """From the first to the last word of the construction, auxiliaries included."""
        head = match.predicate.head
        words = [i for i in match.predicate.tokens if abs(i - head) <= TRIGGER_REACH]
        sentence = scene.sentence
        return Span(sentence[min(words)].start, sentence[max(words)].end)

    def _definite(self, scene: Scene, head: Token) -> bool:
        marks = scene.sentence.children(head, "det", "nmod:poss")
        return any(m.feats.get("Definite") == "Def" or m.feats.get("Poss") == "Yes" or m.feats.get("PronType") == "Dem" for m in marks)

    def _reported(self, head: Token) -> bool:
        """Whether a word stands in reported (not directly quoted) speech."""
        return any(s.form != "direct" and s.content.start <= head.start < s.content.end for s in self.statements)

    def _place(self, referent: Referent | None) -> Place | None:
        if referent is None or referent.place is None:
            return None
        lat, lon = self.coordinates(referent.name, referent.place) or (None, None)
        return Place(referent.place, referent.name, lat, lon)

    def _source(self, head: Token, kind: str, status: Status, actor: tuple[Party, ...]) -> Statement | None:
        """Who says that it happened: the innermost statement that holds the act's word; None for one's own word given."""
        spot = Span(head.start, head.end)
        holding = [s for s in self.statements if s.content.span.holds(spot)]
        if not holding:
            return None
        inner = min(holding, key=lambda s: s.content.end - s.content.start)
        own = set(inner.speaker.code) <= {p.code for p in actor}
        return None if own and (status != "actual" or kind in SPOKEN) else inner

    def _accused(
        self, scene: Scene, match: Matched, candidate: Candidate, accusers: Sequence[tuple[Matched, Candidate]]
    ) -> Candidate:
        """An act inside an accusation is the accuser's claim; its doer is the accused where nothing else is told."""
        for outer, accusation in accusers:
            if outer is match or not is_content(scene, outer.predicate.head, scene.sentence[match.predicate.head]):
                continue
            codes = tuple(p.code for p in accusation.actor)
            rules = (*candidate.rules, f"attribution: accused by {', '.join(codes)}")
            return replace(candidate, attribution=codes, actor=candidate.actor or accusation.recipient, rules=rules)
        return candidate

    def _confidence(self, match: Matched, actor: tuple[Party, ...], recipient: tuple[Party, ...]) -> float:
        score = 0.4 + 0.04 * min(match.predicate.pattern.weight, 6) + 0.15 * bool(actor) + 0.15 * bool(recipient)
        return round(min(score, 0.95), 2)


def _reasons(status: Status, word: str, source: Statement | None) -> Iterator[str]:
    """Why the status and the attribution, for who asks."""
    if status != "actual":
        yield f'status: {status} by "{word}"'
    if source is not None and source.speaker.code:
        yield f'attribution: said by {source.speaker.name}'


def _abroad(actor: tuple[Party, ...], recipient: tuple[Party, ...]) -> bool:
    return len({p.code for p in (*actor, *recipient)}) > 1
