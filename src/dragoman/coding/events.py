"""Clauses -> event candidates: each mention of an act with its parties, time, place, certainty and source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dragoman.coding.acts import Matched, is_content, match_acts
from dragoman.coding.certainty import status_of, will_not
from dragoman.coding.choosing import Choice, Choose, by_rule, by_weight
from dragoman.coding.contexts import about, contexts_of
from dragoman.coding.deeds import deed, doers, is_known
from dragoman.coding.dialogue import addressee, both_sides
from dragoman.coding.places import place_of
from dragoman.coding.roles import Scene
from dragoman.coding.sides import Parties, is_alone, is_state, sides
from dragoman.coding.signs import likelihood, signs
from dragoman.coding.stays import timing
from dragoman.coding.story import Setting, Story, is_stranger
from dragoman.languages import Language
from dragoman.model.candidates import Candidate
from dragoman.model.mentions import Cast, Found, Party, Predicate, Referent
from dragoman.model.records import Place, Statement, Status
from dragoman.model.text import Parsed, Sentence, Span, Token
from dragoman.ontology import Act, Ontology

COORDINATES = Callable[[str, str], tuple[float, float] | None]
"""Latitude and longitude of a place by its name and its country's alpha-3 code."""
AT_HOME = ("PROTEST", "COERCE")
"""Types of acts that, where nobody is named, the country that the dispatch is about does or suffers within itself."""
HOSTED = ("host-visit", "host-talks")
"""Acts whose host and guest the word itself tells."""
ANSWERS = ("ACCUSE", "SUPPORT", "REJECT", "AGREE")
"""Types that are directed to whose deed they speak of."""
TRIGGER_REACH = 5
"""How many words a trigger may cover: the words of a construction that stand further apart are left out of it."""
OWN_WORD = ("ACCUSE", "REQUEST", "AGREE", "THREATEN", "REJECT", "SUPPORT", "CONCEDE")
"""Types that are done by being said: one's own word for them is no mere claim."""


def code_events(
    parsed: Parsed,
    found: Found,
    cast: Cast,
    language: Language,
    ontology: Ontology,
    statements: Sequence[Statement],
    coordinates: COORDINATES,
    choose: Choose = by_weight,
) -> tuple[Candidate, ...]:
    """Every mention of an act that has a codable party, in the order of the text."""
    coder = _Coder(parsed, found, cast, language, ontology, statements, coordinates, choose)
    made: list[Candidate] = []
    for sentence in parsed.sentences:
        coder.sentence(sentence, made)
    return tuple(made)


@dataclass(frozen=True)
class _Coder:
    parsed: Parsed
    found: Found
    cast: Cast
    language: Language
    ontology: Ontology
    statements: Sequence[Statement]
    coordinates: COORDINATES
    choose: Choose

    @cached_property
    def story(self) -> Story:
        return Story(self.parsed, self.found, self.cast, self.statements, self.ontology)

    @cached_property
    def topics(self) -> Mapping[str, float]:
        return about(self.parsed.sentences, self.language.contexts)

    @cached_property
    def predicates(self) -> Mapping[int, list[Predicate]]:
        rows: dict[int, list[Predicate]] = {}
        for predicate in self.found.predicates:
            rows.setdefault(predicate.sentence, []).append(predicate)
        return rows

    def sentence(self, sentence: Sentence, made: list[Candidate]) -> None:
        """Adds the sentence's candidates to those made before."""
        scene = Scene(sentence, self.found.clauses, self.cast, self.language.lexicon, self.language.grammar)
        accusers: list[tuple[Matched, Candidate]] = []
        for match in match_acts(scene, self.predicates.get(sentence.index, ()), self.ontology):
            candidate = self._candidate(scene, match, made, _accusation(scene, match, accusers))
            if candidate is None:
                continue
            made.append(replace(candidate, signs=candidate.signs.union(signs(scene, match, candidate, self.language.code))))
            if candidate.type == "ACCUSE" and candidate.actor:
                accusers.append((match, candidate))

    def _candidate(
        self, scene: Scene, match: Matched, made: Sequence[Candidate], accusation: Candidate | None
    ) -> Candidate | None:
        predicate, head = match.predicate, scene.sentence[match.predicate.head]
        act = self._refined(scene, match)
        choice = self._sides(scene, predicate, act, made, accusation)
        actor, recipient = choice.actor, choice.recipient
        if not actor and not recipient or (act.symmetric and is_alone(actor)):
            return None
        status, reason = status_of(scene, head, self._reported(head))
        if act.to_come and status == "actual" and scene.lemma(head) in scene.grammar.plan | scene.grammar.plan_adjectives:
            status, reason = "planned", head.text
        refused = self.ontology.types[act.type].refused
        if refused and actor and status == "negated" and will_not(scene, head):
            act, status = self.ontology.acts[refused], "actual"
        source = self._source(head, act.type, status, actor)
        kind = self.ontology.types[act.type].planned if status == "planned" else act.type
        claimed = tuple(p.code for p in accusation.actor) if accusation else ()
        light = scene.light_verb(head) if head.pos == "NOUN" else None
        when = timing(scene.sentence, head.index, self.found, self.language.times, light.index if light else None)
        place = place_of(scene, predicate, act, recipient)
        return Candidate(
            sentence=scene.sentence.index,
            head=head.index,
            lemma=head.lemma.lower(),
            nominal=predicate.pattern.pos == "noun",
            definite=is_known(scene, head),
            act=act.name,
            type=kind,
            mode=act.mode if kind == act.type else None,
            actor=actor,
            recipient=recipient,
            trigger=self._trigger(scene, match),
            timing=when,
            place=self._place(place),
            status=status,
            attribution=claimed or (source.speaker.code if source else ()),
            contexts=contexts_of(act, scene.sentence, match.tokens, self.topics, self.language.contexts, _abroad(actor, recipient)),
            rules=(predicate.pattern.rule, *choice.reasons, *_reasons(status, reason, source, claimed)),
            signs=frozenset([likelihood(choice.chance)]),
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

    def _sides(
        self, scene: Scene, predicate: Predicate, act: Act, made: Sequence[Candidate], accusation: Candidate | None
    ) -> Choice:
        """Actor and recipient: what the word's own slots give, weighed against what else the text offers."""
        actor, recipient = sides(scene, predicate, act)
        if accusation and recipient and not actor:
            actor = accusation.recipient
        if not actor and (noun := deed(scene, predicate, predicate.pattern.actor)):
            actor = doers(scene, noun, recipient, made, self.ontology)
        home = self.cast.home
        if not actor and not recipient and home and (act.type in AT_HOME or (act.official and predicate.pattern.pos == "verb")):
            actor = (Party(home, home, "CVL" if act.type == "PROTEST" else "GOV"),)
        if act.inward and not recipient and is_state(actor):
            recipient = (Party(actor[0].code, actor[0].code, "GOV"),)
        if not actor and any(is_stranger(scene, scene.sentence[i]) for i in scene.clause(predicate.head).subj):
            return Choice((), ())  # what strangers do is no news of parties
        open_ended = not recipient and not act.solitary
        sure = self._taken_up(scene, predicate, act, actor, made) if open_ended else ()
        carried = addressee(act.type, actor, scene.sentence.index, made, home) if open_ended and not sure else ()
        setting = Setting(self.story, scene, predicate, act, made, actor, recipient or sure or carried, bool(carried))
        plain = act.symmetric or act.name in HOSTED or bool(sure) or not (setting.actor or setting.recipient)
        return by_rule(setting) if plain else self.choose(setting)

    def _taken_up(self, scene: Scene, predicate: Predicate, act: Act, actor: Parties, made: Sequence[Candidate]) -> Parties:
        """Whose deed an act speaks of, or between whom its actor stands: nothing else is weighed against that."""
        noun = deed(scene, predicate, predicate.pattern.recipient) if actor and act.type in ANSWERS else None
        done_by = doers(scene, noun, actor, made, self.ontology) if noun else ()
        return done_by or both_sides(act, actor, self.story.others({p.code for p in actor})[:2], made)

    # -- the rest ------------------------------------------------------------------------------------------------------

    def _trigger(self, scene: Scene, match: Matched) -> Span:
        """From the first to the last word of the construction, auxiliaries included."""
        head = match.predicate.head
        words = [i for i in match.predicate.tokens if abs(i - head) <= TRIGGER_REACH]
        sentence = scene.sentence
        return Span(sentence[min(words)].start, sentence[max(words)].end)

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
        return None if own and (status != "actual" or kind in OWN_WORD) else inner


def _accusation(scene: Scene, match: Matched, accusers: Sequence[tuple[Matched, Candidate]]) -> Candidate | None:
    """The accusation whose content an act is: the act is the accuser's claim."""
    inner = scene.sentence[match.predicate.head]
    return next((accusation for outer, accusation in accusers if is_content(scene, outer.predicate.head, inner)), None)


def _reasons(status: Status, word: str, source: Statement | None, claimed: Sequence[str]) -> Iterator[str]:
    """Why the status and the attribution, for who asks."""
    if status != "actual":
        yield f'status: {status} by "{word}"'
    if claimed:
        yield f"attribution: accused by {', '.join(claimed)}"
    elif source is not None and source.speaker.code:
        yield f"attribution: said by {source.speaker.name}"


def _abroad(actor: tuple[Party, ...], recipient: tuple[Party, ...]) -> bool:
    return len({p.code for p in (*actor, *recipient)}) > 1
