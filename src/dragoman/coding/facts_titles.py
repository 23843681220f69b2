"""Offices that stand beside a name: apposition, title, copula, and what a counterpart or a predecessor implies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.coding.facts_scene import Scene, point
from dragoman.knowledge.people import holders, office_in, tenures_of
from dragoman.languages.facts import load_owners
from dragoman.model.mentions import OfficeMention, TimeMention
from dragoman.model.records import Change
from dragoman.model.text import Sentence
from dragoman.model.time import Time

RELATIVE = "relative"
BESIDE, UNDERSTOOD = 0.9, 0.6
"""Confidence of a tenure whose holder is named beside the title, and of one whose holder the text names elsewhere."""
COUNTERPART = "counterpart"
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
        made = _tenure(scene, scene.parsed.sentences[office.sentence], office)
        if made is not None:
            yield made


def _tenure(scene: Scene, sentence: Sentence, office: OfficeMention) -> Tenure | None:
    holder = _holder(scene, sentence, office)
    shared = _shared(scene, sentence, office) if office.klass == RELATIVE else office
    if holder is None or shared is None:
        return None
    person, at = holder
    inherited = office.klass == RELATIVE and office.office != COUNTERPART and office.of is None
    of = _owner_elsewhere(scene, shared) if inherited else owner(scene, sentence, office, at, person)
    if of is None or (inherited and scene.codes.get(person, of) != of):
        return None
    change, date = _when(scene, sentence, office, at)
    return Tenure(
        person=person,
        office=called(scene, shared.office, of),
        klass=shared.klass,
        of=of,
        change=change,
        date=date,
        sentence=sentence.index,
        first=min(office.first, at),
        last=max(office.last, at),
        confidence=UNDERSTOOD if at == office.head else BESIDE,
        rule=f"{_kind(office, at)}:{office.office if office.klass == RELATIVE else change}",
        title=(sentence.index, office.first),
    )


def _kind(office: OfficeMention, person: int) -> str:
    """How the text ties a person to an office, for the record's rule; `understood` where the name stands elsewhere."""
    return "understood" if person == office.head else "relative" if office.klass == RELATIVE else "title"


def called(scene: Scene, office: str, of: str | None) -> str:
    """What an office is called in English in its state; an ambassador's with the country, that of the dispatch where none is named."""
    home = scene.cast.home
    if office in AMBASSADORS and home is not None and home != of and home in scene.language.titles.english:
        return f"{office} to {scene.language.titles.english[home]}"
    return office_in(office, of)


def owner(scene: Scene, sentence: Sentence, office: OfficeMention, person: int | None, name: str | None = None) -> str | None:
    """Whose office it is: the state or organisation named with it, else the only one that has such an office, else the holder's own."""
    named = _code(scene, sentence, office.of)
    if named is not None:
        return named
    sole = load_owners().offices.get(office.office)
    if sole is not None:
        return sole
    if office.office in load_owners().of_organisations:
        return _last_organization(scene, sentence, office) or _code(scene, sentence, person)
    name = name or (scene.person(sentence, person) if person is not None else None)
    return scene.codes.get(name or "") or _code(scene, sentence, person) or scene.cast.home


def _code(scene: Scene, sentence: Sentence, token: int | None) -> str | None:
    referent = scene.referent(sentence, token) if token is not None else None
    if referent is None:
        return None
    return referent.codes[0] if referent.codes else referent.place


def _last_organization(scene: Scene, sentence: Sentence, office: OfficeMention) -> str | None:
    """The organisation named last before an office, in its sentence or those just before."""
    here = (sentence.index, office.first)
    near = [m for m in scene.found.mentions if sentence.index - BACK <= m.sentence and (m.sentence, m.first) < here]
    found = [code for m in near if m.kind == "organization" and (code := m.senses[0].code)]
    return found[-1] if found else None


def _holder(scene: Scene, sentence: Sentence, office: OfficeMention) -> tuple[str, int] | None:
    """The name beside the title, or the subject of which a copula says it."""
    if office.person is not None:
        name = scene.person(sentence, office.person)
        return (name, office.person) if name else None
    if not sentence.children(sentence[office.head], "cop"):
        return _taken_up(scene, sentence, office) or _known_holder(scene, sentence, office)
    subjects = scene.people(sentence, office.head, "subj")
    outside = [(name, i) for name, i in subjects if not office.first <= i <= office.last]
    asserted = scene.status(sentence, sentence[office.head]) == "actual"
    return outside[0] if outside and asserted and office.klass != RELATIVE else None


def _known_holder(scene: Scene, sentence: Sentence, office: OfficeMention) -> tuple[str, int] | None:
    """A definite title whose holder on the day the knowledge has, if the document names that person somewhere."""
    head = sentence[office.head]
    definite = any(t.feats.get("Definite") == "Def" for t in sentence.tokens[max(0, office.first - 1) : office.first + 1])
    of = _code(scene, sentence, office.of) or scene.cast.home
    if office.change != "holds" or office.klass in (RELATIVE, "leader") or not definite or of is None or head.feats.get("Number") == "Plur":
        return None
    found = (scene.people_by_id.get(t.person) for t in holders(office.office, of, scene.parsed.published))
    name = next((n for n in found if n), None)
    return (name, office.head) if name else None


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
    here = (relative.sentence, relative.first)
    offices = [o for o in scene.found.offices if o.klass != RELATIVE]
    before = [o for o in offices if sentence.index - BACK <= o.sentence and (o.sentence, o.first) < here]
    owners = {name for name, _ in scene.possessor(sentence, relative.head)}
    if relative.office != COUNTERPART:
        owners = owners or _subjects_before(scene, sentence, relative.first)
        shared = [o for o in offices if _holder_named(scene, o) in owners] or [o for o in before if o.sentence == sentence.index]
    else:
        near = [o for o in before if o.person is not None or o.sentence == sentence.index]
        shared = _of_counterpart(scene, sentence, relative, before) or [o for o in near if _holder_named(scene, o) in owners] or near
    ranked = sorted(shared, key=lambda o: (o.klass in ("spokesperson", "envoy"), -o.sentence, -o.first))
    return ranked[0] if ranked else None


def _holder_named(scene: Scene, office: OfficeMention) -> str | None:
    return scene.person(scene.parsed.sentences[office.sentence], office.person) if office.person is not None else None


def _of_counterpart(scene: Scene, sentence: Sentence, relative: OfficeMention, before: Sequence[OfficeMention]) -> list[OfficeMention]:
    """The office before it that the knowledge has the counterpart hold too, else the one that it has them hold on the day."""
    of = _code(scene, sentence, relative.of) or _code(scene, sentence, relative.person)
    who = scene.referent(sentence, relative.person) if relative.person is not None else None
    ids = {p.id for p in who.parties if p.id} if who is not None else set()
    if of is None or not ids:
        return []
    on = scene.parsed.published
    shared = [o for o in before if any(t.person in ids for t in holders(o.office, of, on))]
    held = [t for id in ids for t in tenures_of(id) if t.of == of and on and t.surely_on(Time.parse(on))]
    return shared or [replace(relative, office=t.office, klass=_klass(scene, t.office)) for t in held[:1]]


def _klass(scene: Scene, office: str) -> str:
    rows = (t for titles in scene.language.titles.titles.values() for t in titles)
    return next((t.klass for t in rows if t.office == office), "")


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
    """ "Ana Ruiz, alors maire de Quito" held it at the time told, and left it if none is."""
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
