"""Clauses -> event candidates: each mention of an act with its parties, time, place, certainty and source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dragoman.coding.accusations import accusation_of, accused_by, is_accused, is_plaint
from dragoman.coding.acts import Matched, is_content, match_acts
from dragoman.coding.certainty import is_called, is_kept, status_of, will_not
from dragoman.coding.choosing import Choice, Choose, by_rule, by_weight
from dragoman.coding.contexts import about, contexts_of
from dragoman.coding.deeds import deed, doers, is_known
from dragoman.coding.dialogue import addressee, both_sides
from dragoman.coding.grounds import Placing
from dragoman.coding.hostings import hostings
from dragoman.coding.lasting import prolonged
from dragoman.coding.locatives import Phrase, places_of
from dragoman.coding.pages import Page, is_public, page_of
from dragoman.coding.places import Coordinates, Locate, place_of, placed
from dragoman.coding.roles import Parties, Scene
from dragoman.coding.sides import is_alone, is_state, sides
from dragoman.coding.signs import likelihood, signs
from dragoman.coding.sources import Claimed, source
from dragoman.coding.stays import timing
from dragoman.coding.story import Setting, Story, is_nature, is_stranger
from dragoman.coding.unnamed import unnamed
from dragoman.languages import Language
from dragoman.model.candidates import Candidate
from dragoman.model.mentions import Cast, Found, Party, Predicate
from dragoman.model.records import Statement, Status
from dragoman.model.text import Parsed, Sentence, Span, Token
from dragoman.ontology import Act, Ontology

AT_HOME = ("PROTEST", "COERCE")
"""Types of acts that, where nobody is named, the country that the dispatch is about does or suffers within itself."""
HOSTED = ("host-visit", "host-talks")
"""Acts whose host and guest the word itself tells."""
ANSWERS = ("ACCUSE", "SUPPORT", "REJECT", "AGREE")
"""Types that are directed to whose deed they speak of."""
CALLED = ("CONSULT", "COOPERATE", "PROTEST")
"""Types whose act is still to come where somebody announces it or calls for it."""
TRIGGER_REACH = 5
"""How many words a trigger may cover: the words of a construction that stand further apart are left out of it."""


def code_events(
    parsed: Parsed,
    found: Found,
    cast: Cast,
    language: Language,
    ontology: Ontology,
    statements: Sequence[Statement],
    coordinates: Coordinates,
    choose: Choose = by_weight,
    locate: Locate = place_of,
) -> tuple[Candidate, ...]:
    """Every mention of an act that has a codable party, in the order of the text."""
    coder = _Coder(parsed, found, cast, language, ontology, statements, coordinates, choose, locate)
    made: list[Candidate] = []
    for sentence in parsed.sentences:
        coder.sentence(sentence, made)
    return coder.located(prolonged(made, list(map(coder.scene, parsed.sentences)), found.times, language.times))


@dataclass(frozen=True)
class _Coder:
    parsed: Parsed
    found: Found
    cast: Cast
    language: Language
    ontology: Ontology
    statements: Sequence[Statement]
    coordinates: Coordinates
    choose: Choose
    locate: Locate

    @cached_property
    def story(self) -> Story:
        return Story(self.parsed, self.found, self.cast, self.statements, self.ontology)

    @cached_property
    def topics(self) -> Mapping[str, float]:
        return about(self.parsed.sentences, self.language.contexts)

    @cached_property
    def page(self) -> Page:
        return page_of(self.parsed.sentences, self.language.pages)

    @cached_property
    def predicates(self) -> Mapping[int, list[Predicate]]:
        rows: dict[int, list[Predicate]] = {}
        for predicate in self.found.predicates:
            rows.setdefault(predicate.sentence, []).append(predicate)
        return rows

    def sentence(self, sentence: Sentence, made: list[Candidate]) -> None:
        """Adds the sentence's candidates to those made before."""
        scene = self.scene(sentence)
        accusers: list[tuple[Matched, Candidate]] = []
        for match in match_acts(scene, self.predicates.get(sentence.index, ()), self.ontology):
            candidate = self._candidate(scene, match, made, accusers)
            if candidate is None:
                continue
            made.append(replace(candidate, signs=candidate.signs.union(signs(scene, match, candidate, self.language.code))))
            if candidate.type == "ACCUSE" and candidate.actor:
                accusers.append((match, candidate))

    def _said(self, sentence: Sentence) -> Iterator[tuple[int, tuple[int, ...]]]:
        """The cues of the sentence with what they report in it, where that stands before them."""
        for statement in self.statements:
            cue, content = statement.cue, statement.content
            if cue is not None and content.end <= cue.start and sentence.span.start <= cue.start < sentence.span.end:
                words = tuple(t.index for t in sentence if content.start <= t.start < content.end)
                yield from ((t.index, words) for t in sentence if t.pos == "VERB" and cue.start <= t.start < cue.end)

    def scene(self, sentence: Sentence) -> Scene:
        return Scene(sentence, self.found.clauses, self.cast, self.language.lexicon, self.language.grammar, dict(self._said(sentence)))

    @cached_property
    def places(self) -> Mapping[int, tuple[Phrase, ...]]:
        """The place phrases of every sentence."""
        return places_of([self.scene(sentence) for sentence in self.parsed.sentences])

    def _candidate(
        self, scene: Scene, match: Matched, made: Sequence[Candidate], accusers: Sequence[tuple[Matched, Candidate]]
    ) -> Candidate | None:
        predicate, head = match.predicate, scene.sentence[match.predicate.head]
        act = self._refined(scene, match)
        if self.page.ordinary and not is_public(scene, predicate, act, self.page, made):
            return None
        choice = self._sides(scene, predicate, act, made, accusation_of(scene, head, accusers))
        actor, recipient = choice.actor, choice.recipient
        alone = act.symmetric and is_alone(actor) and not _among_themselves(scene, predicate, act)
        if not actor and not recipient or alone:
            actor, recipient = unnamed(act, actor, scene.sentence.index, made, self.story)
        if not actor and not recipient:
            return None
        if act.together and len({p.code for p in actor}) > 1:
            act, recipient = self.ontology.acts[act.together], ()
        status, reason = status_of(scene, head, self._reported(head))
        if status == "actual" and self._is_to_come(scene, act, head):
            status, reason = "planned", head.text
        refused = self.ontology.types[act.type].refused
        if refused and actor and status == "negated" and will_not(scene, head):
            act, status = self.ontology.acts[refused], "actual"
        said = source(Claimed(scene, head, act.type, status, actor), self.statements)
        kind = self.ontology.types[act.type].planned if status == "planned" else act.type
        claimed = accused_by(scene, head, accusers) if act.type != "ACCUSE" else ()
        light = scene.light_verb(head) if head.pos == "NOUN" else None
        when = timing(scene.sentence, head.index, self.found, self.language.times, light.index if light else None)
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
            place=None,
            status=status,
            attribution=claimed or (said.speaker.code if said else ()),
            contexts=contexts_of(act, scene.sentence, match.tokens, self.topics, self.language.contexts, _abroad(actor, recipient)),
            rules=(predicate.pattern.rule, *choice.reasons, *_reasons(status, reason, said, claimed)),
            signs=frozenset([likelihood(choice.chance)]),
        )

    def _is_to_come(self, scene: Scene, act: Act, head: Token) -> bool:
        g = scene.grammar
        above = scene.sentence.parent(head)
        kept = act.type == "CONSULT" and head.relation == "obj" and above is not None and is_kept(scene, above)
        planned = kept or (act.to_come and scene.lemma(head) in (g.plan | g.plan_adjectives) - g.performatives)
        callable_ = act.type == "PROTEST" or act.to_come or (act.type in CALLED and head.pos == "NOUN")
        return planned or (callable_ and is_called(scene, head))

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
        below = [t for t in scene.sentence.subtree(head) if is_content(scene, head.index, t)]
        said = [scene.sentence[i] for i in scene.said.get(head.index, ())]
        return [t for t in (*below, *said) if t.pos in ("VERB", "NOUN") and t.index not in predicate.tokens]

    def _sides(
        self, scene: Scene, predicate: Predicate, act: Act, made: Sequence[Candidate], accusation: Candidate | None
    ) -> Choice:
        """Actor and recipient: what the word's own slots give, weighed against what else the text offers."""
        together = self._together(scene, predicate, act)
        if together:
            return Choice(together, ())
        clause = scene.clause(predicate.head)
        if any(is_nature(scene, scene.sentence[i]) for i in clause.subj or clause.obj):
            return Choice((), ())
        actor, recipient = sides(scene, predicate, act)
        if accusation and (recipient and not actor or is_accused(scene, accusation, predicate.head, actor)):
            actor = accusation.recipient
        if accusation and is_plaint(accusation, act, actor) and {p.code for p in recipient} == {p.code for p in actor}:
            recipient = accusation.actor  # "accused Oman of shelling its posts"
        if not actor and (noun := deed(scene, predicate, predicate.pattern.actor)):
            actor = doers(scene, noun, recipient, made, self.ontology)
        home = self.cast.home
        if not actor and not recipient and home and (act.type in AT_HOME or (act.official and predicate.pattern.pos == "verb")):
            actor = (Party(home, home, "CVL" if act.type == "PROTEST" else "GOV"),)
        if act.inward and not recipient and is_state(actor):
            recipient = (Party(actor[0].code, actor[0].code, "GOV"),)
        if not actor and any(is_stranger(scene, scene.sentence[i]) for i in clause.subj):
            return Choice((), ())  # what strangers do is no news of parties
        open_ended = not recipient and not act.solitary
        sure = self._taken_up(scene, predicate, act, actor, made) if open_ended else ()
        carried = addressee(act.type, actor, scene.sentence.index, made, home) if open_ended and not sure else ()
        if open_ended and accusation and is_plaint(accusation, act, actor):
            carried = accusation.actor
        setting = Setting(self.story, scene, predicate, act, made, actor, recipient or sure or carried, bool(carried))
        plain = act.symmetric or act.name in HOSTED or bool(sure) or not (setting.actor or setting.recipient)
        return by_rule(setting) if plain else self.choose(setting)

    def _together(self, scene: Scene, predicate: Predicate, act: Act) -> Parties:
        """All who do together what its content made another act: `they agreed to meet`."""
        told = self.ontology.acts[predicate.pattern.act]
        parties = sides(scene, predicate, told)[0] if told.symmetric and not act.symmetric else ()
        return parties if len(parties) > 1 else ()

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

    def located(self, made: Sequence[Candidate]) -> tuple[Candidate, ...]:
        """The candidates with their places, which the whole text tells: in the order of the text, so that each knows those before it."""
        told: list[Candidate] = []
        for candidate in made:
            told.append(self._located(candidate, made, tuple(told)))
        return tuple(told)

    def _located(self, candidate: Candidate, made: Sequence[Candidate], told: Sequence[Candidate]) -> Candidate:
        scene, predicate = self.scene(self.parsed.sentences[candidate.sentence]), self._predicate(candidate)
        act = self.ontology.acts[candidate.act]
        setting = Setting(self.story, scene, predicate, act, told, candidate.actor, candidate.recipient, False)
        others = hostings([c for c in made if c is not candidate])
        located = self.locate(Placing(setting, candidate.status, self.places, others))
        if located is None:
            return candidate
        rules = (*candidate.rules, f"place: {located.reason}")
        return replace(candidate, place=placed(located, self.coordinates), placed=located.chance, rules=rules)

    def _predicate(self, candidate: Candidate) -> Predicate:
        here = self.predicates.get(candidate.sentence, ())
        return next(p for p in here if p.head == candidate.head and p.pattern.rule == candidate.rules[0])


def _among_themselves(scene: Scene, predicate: Predicate, act: Act) -> bool:
    """Whether two of one state are named, or fight one another: `clashes between the army and rebels`, `two militias traded fire`."""
    slots = (*predicate.pattern.actor, *predicate.pattern.recipient)
    named = {i for slot in slots for i in scene.named_in(predicate, slot)}
    several = any(scene.sentence[i].pos == "NOUN" and scene.sentence[i].feats.get("Number") == "Plur" for i in named)
    return len(named) > 1 or (several and act.type == "ASSAULT")


def _reasons(status: Status, word: str, said: Statement | None, claimed: Sequence[str]) -> Iterator[str]:
    """Why the status and the attribution, for who asks."""
    if status != "actual":
        yield f'status: {status} by "{word}"'
    if claimed:
        yield f"attribution: accused by {', '.join(claimed)}"
    elif said is not None and said.speaker.code:
        yield f"attribution: said by {said.speaker.name}"


def _abroad(actor: tuple[Party, ...], recipient: tuple[Party, ...]) -> bool:
    return len({p.code for p in (*actor, *recipient)}) > 1
