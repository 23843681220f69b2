"""Offices that stand beside a name: apposition, title, copula, and what a counterpart or a predecessor implies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.facts_scene import Scene, point
from dragoman.knowledge.people import office_in
from dragoman.languages.facts import load_owners
from dragoman.model.mentions import OfficeMention, TimeMention
from dragoman.model.records import Change
from dragoman.model.text import Sentence

RELATIVE = "relative"
AMBASSADORS = ("ambassador", "deputy ambassador")
NEAR = 3
"""How many words after a title and its name "since" or "until" may stand."""
BACK = 2
"""How many sentences back the office that a counterpart or predecessor shares may stand."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """That someone holds, gained or left an office; `first` and `last` are the tokens that say so, `title` the office's mention."""

    person: str
    office: str
    klass: str
    of: str
    change: Change
    date: str | None
    sentence: int
    first: int
    last: int
    confidence: float
    rule: str
    title: tuple[int, int] | None = None


def titles(scene: Scene) -> Iterator[Tenure]:
    """A tenure for each office whose holder the text names beside it."""
    for office in scene.found.offices:
        sentence = scene.parsed.sentences[office.sentence]
        holder = _holder(scene, sentence, office)
        if holder is None:
            continue
        person, at = holder
        shared = _shared(scene, sentence, office) if office.klass == RELATIVE else office
        if shared is None:
            continue
        of = owner(scene, sentence, office, at) if office.klass != RELATIVE or office.of is not None else _owner_elsewhere(scene, shared)
        if of is None:
            continue
        change, date = _when(scene, sentence, office, at)
        change, rule = _relative_change(office, change)
        first, last = min(office.first, at), max(office.last, at)
        yield Tenure(person, title(scene, shared.office, of), shared.klass, of, change, date, sentence.index, first, last, 0.9, rule, (sentence.index, office.first))


def title(scene: Scene, office: str, of: str) -> str:
    """What an office is called in English in its state; an ambassador's with the country, that of the dispatch where none is named."""
    home = scene.cast.home
    if office in AMBASSADORS and home is not None and home != of and home in scene.language.titles.english:
        return f"{office} to {scene.language.titles.english[home]}"
    return office_in(office, of)


def owner(scene: Scene, sentence: Sentence, office: OfficeMention, person: int | None) -> str | None:
    """Whose office it is: the state or organisation named with it, else the only one that has such an office, else the holder's own."""
    named = _code(scene, sentence, office.of)
    if named is not None:
        return named
    sole = load_owners().offices.get(office.office)
    if sole is not None:
        return sole
    if office.office in load_owners().of_organisations:
        return _last_organization(scene, sentence, office) or _code(scene, sentence, person)
    return _code(scene, sentence, person) or scene.cast.home


def _code(scene: Scene, sentence: Sentence, token: int | None) -> str | None:
    referent = scene.referent(sentence, token) if token is not None else None
    if referent is None:
        return None
    return referent.codes[0] if referent.codes else referent.place


def _last_organization(scene: Scene, sentence: Sentence, office: OfficeMention) -> str | None:
    """The organisation named last before an office, in its sentence or those just before."""
    near = [m for m in scene.found.mentions if sentence.index - BACK <= m.sentence and (m.sentence, m.first) < (sentence.index, office.first)]
    found = [code for m in near if m.kind == "organization" and (code := m.senses[0].code)]
    return found[-1] if found else None


def _holder(scene: Scene, sentence: Sentence, office: OfficeMention) -> tuple[str, int] | None:
    """The name beside the title, or the subject of which a copula says it."""
    if office.person is not None:
        name = scene.person(sentence, office.person)
        return (name, office.person) if name else None
    if not sentence.children(sentence[office.head], "cop"):
        return _taken_up(scene, sentence, office)
    subjects = scene.people(sentence, office.head, "subj")
    outside = [(name, i) for name, i in subjects if not office.first <= i <= office.last]
    asserted = scene.status(sentence, sentence[office.head]) == "actual"
    return outside[0] if outside and asserted and office.klass != RELATIVE else None


def _taken_up(scene: Scene, sentence: Sentence, office: OfficeMention) -> tuple[str, int] | None:
    """ "L'ancien ministre a dit ...": a definite subject who left the office is the person that the sentences before are about."""
    head = sentence[office.head]
    definite = any(t.feats.get("Definite") == "Def" for t in sentence.tokens[max(0, office.first - 1) : office.first + 1])
    verb = sentence.parent(head)
    inverted = head.relation == "obj" and verb is not None and verb.index < head.index and not sentence.children(verb, "obl", "iobj")
    if office.change != "left" or office.klass == RELATIVE or not definite or head.feats.get("Number") == "Plur":
        return None
    if head.relation != "nsubj" and not (inverted and verb is not None and office.last + 2 >= len(sentence)):
        return None
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - BACK), -1):
        earlier = scene.parsed.sentences[index]
        subjects = [name for t in earlier if t.relation == "nsubj" and (name := scene.person(earlier, t.index))]
        if subjects:
            return subjects[0], office.head
    return None


def _shared(scene: Scene, sentence: Sentence, relative: OfficeMention) -> OfficeMention | None:
    """The office that a counterpart, predecessor or successor has too: of the possessor, else the nearest held before it."""
    held = [o for o in scene.found.offices if o.klass != RELATIVE and o.person is not None]
    owners = {name for name, _ in scene.possessor(sentence, relative.head)} or _subjects_before(scene, sentence, relative.first)
    own = [o for o in held if scene.person(scene.parsed.sentences[o.sentence], o.person or 0) in owners]
    here = (relative.sentence, relative.first)
    before = [o for o in held if sentence.index - BACK <= o.sentence and (o.sentence, o.first) < here]
    ranked = sorted(own or before, key=lambda o: (o.klass in ("spokesperson", "envoy"), -o.sentence, -o.first))
    return ranked[0] if ranked else None


def _subjects_before(scene: Scene, sentence: Sentence, token: int) -> set[str]:
    """The person who is the subject before a token, in its sentence or the few before it; the empty set where there is none."""
    for index in range(sentence.index, max(-1, sentence.index - 1 - BACK), -1):
        earlier = scene.parsed.sentences[index]
        until = token if index == sentence.index else len(earlier)
        names = [name for t in earlier.tokens[:until] if t.relation == "nsubj" and (name := scene.person(earlier, t.index))]
        if names:
            return {names[0]}
    return set()


def _owner_elsewhere(scene: Scene, office: OfficeMention) -> str | None:
    return owner(scene, scene.parsed.sentences[office.sentence], office, office.person)


def _relative_change(office: OfficeMention, change: Change) -> tuple[Change, str]:
    if office.klass != RELATIVE:
        return change, f"title:{change}"
    return change, f"relative:{office.office}"


def _when(scene: Scene, sentence: Sentence, office: OfficeMention, person: int) -> tuple[Change, str | None]:
    """What the words beside a title say of its time: "since 2017", "until his dismissal in 2023", "then foreign minister"."""
    after = range(max(office.last, person) + 1, max(office.last, person) + 1 + NEAR)
    if any(i < len(sentence) and not scene.words.until.isdisjoint(scene.lemmas(sentence[i])) for i in after):
        end = _next_time(scene, sentence, after[0])
        return "left", point(end.time) if end else None
    beside = next((t for t in scene.times_in(sentence) if t.first in after and None in (t.time.earliest, t.time.latest)), None)
    if beside is not None and beside.time.earliest is None:
        return "left", point(beside.time)
    if beside is not None:
        return office.change, beside.time.edtf if office.change == "holds" else point(beside.time)
    return _then(scene, sentence, office)


def _then(scene: Scene, sentence: Sentence, office: OfficeMention) -> tuple[Change, str | None]:
    """ "Matteo Salvini, alors ministre de l'Intérieur" held it at the time told, and left it if none is."""
    near = sentence.tokens[max(0, office.first - 1) : office.first + 1]
    if office.change == "left" and any(not scene.words.then.isdisjoint(scene.lemmas(t)) for t in near):
        verb = next((t for t in sentence.ancestors(sentence[office.head]) if t.pos == "VERB"), None)
        own = scene.time(sentence, verb.index) if verb is not None else None
        before = [t for t in scene.times_in(sentence) if t.last < office.first]
        time = own or (before[-1] if before else None)
        if time is not None:
            return "holds", time.time.edtf
    return office.change, None


def _next_time(scene: Scene, sentence: Sentence, first: int) -> TimeMention | None:
    """The first time after a token, in the same stretch between commas and verbs."""
    for time in scene.times_in(sentence):
        between = sentence.tokens[first : time.first]
        if time.last >= first and not any(t.pos in ("VERB", "PUNCT") for t in between):
            return time
    return None
