"""Words that begin or end a tenure: appointed, elected, resigned, dismissed, succeeded; and words that one is in power."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from dragoman.coding.facts_offices import REACH, Office, Site, known_office, office_of_change
from dragoman.coding.facts_scene import Named, Scene, point
from dragoman.coding.facts_titles import Tenure
from dragoman.languages.facts import TenureWord
from dragoman.model.mentions import TimeMention
from dragoman.model.records import Change
from dragoman.model.text import Sentence, Token

DEPUTIES = ("vice", "deputy")
BACK = 3
"""How many sentences back the change may be announced that a sentence tells in detail."""
NAMED, KNOWN = 0.85, 0.7
"""Confidence of a change whose office the words name, and of one whose office is known from elsewhere in the document."""


def changes(scene: Scene, held: Sequence[Tenure]) -> tuple[Tenure, ...]:
    """The tenures that words of change begin or end; `held` are those that titles tell.

    One that its own sentence does not date has the date of the like change announced just before, and a successor that of the leaving.
    """
    announced = list(_announced(scene))
    found = list(_found(scene, held))
    dated = [t if t.date else replace(t, date=_announcement(t, announced)) for t in found]
    left = {(t.office, t.of): t.date for t in dated if t.change == "left"}
    risen = [_risen(t, left.keys()) if t.change == "appointed" else t for t in dated]
    return tuple(t if t.date or t.change == "left" else replace(t, date=left.get((t.office, t.of))) for t in risen)


def _found(scene: Scene, held: Sequence[Tenure]) -> Iterator[Tenure]:
    """What each word says; once its longest phrase has told something, its shorter ones tell nothing more."""
    covered: set[tuple[int, int]] = set()
    for site in _sites(scene):
        key = (site.sentence.index, site.token.index)
        made = [] if key in covered else list(_changed(scene, site, held))
        covered.update([key] if made else [])
        yield from made


def in_power(scene: Scene, held: Sequence[Tenure]) -> Iterator[Tenure]:
    """ "Au pouvoir depuis 2017", "in office since 2010": the office that the document gives the person, with its date."""
    for sentence in scene.parsed.sentences:
        for token in (t for t in sentence if not scene.lemmas(t).isdisjoint(scene.words.power)):
            time = next((t for t in scene.times_in(sentence) if token.index < t.first <= token.index + 3 and t.time.latest is None), None)
            who = _ruler(scene, sentence, token) if time is not None else None
            known = known_office(sentence, who[0], "holds", held) if who is not None else None
            if time is not None and who is not None and known is not None and known.change == "holds":
                first, last = min(token.index, who[1]), max(time.last, who[1])
                yield replace(known, date=time.time.edtf, sentence=sentence.index, first=first, last=last, rule="holds:power", title=None)


def _ruler(scene: Scene, sentence: Sentence, power: Token) -> Named | None:
    """The nearest person before the word, else after it; pronouns only as the subject of a verb."""
    before = range(power.index - 1, max(-1, power.index - REACH), -1)
    for index in (*before, *range(power.index + 1, min(len(sentence), power.index + REACH))):
        nominal = sentence[index].pos in ("PROPN", "NOUN") or sentence[index].relation == "nsubj"
        name = scene.person(sentence, index) if nominal else None
        if name:
            return name, index
    return None


def _risen(tenure: Tenure, gone: Container[tuple[str, str]]) -> Tenure:
    """A deputy of whom only "sworn in" is said takes the office that someone left."""
    rank, _, office = tenure.office.partition(" ")
    rises = tenure.title is None and rank in DEPUTIES and (office, tenure.of) in gone
    return replace(tenure, office=office) if rises else tenure


def _announced(scene: Scene) -> Iterator[tuple[int, Change, str]]:
    """Sentence, change and date of each dated word of change, whoever it is about ("limogé mardi deux ministres")."""
    for site in _sites(scene):
        time = scene.time(site.sentence, site.token.index) if site.token.pos == "VERB" else None
        if time is not None and len(site.tokens) == 1 and not site.word.named:
            yield site.sentence.index, "left" if site.word.old else "appointed", point(time.time)


def _announcement(tenure: Tenure, announced: Sequence[tuple[int, Change, str]]) -> str | None:
    near = [date for index, change, date in announced if change == tenure.change and tenure.sentence - BACK <= index <= tenure.sentence]
    return near[-1] if near else None


# -- where words of change stand -------------------------------------------------------------------------------------------


def _sites(scene: Scene) -> Iterator[Site]:
    """Each word of change that the text asserts; longer phrases of a word before shorter ones."""
    for sentence in scene.parsed.sentences:
        for token in sentence:
            for word in (w for lemma in sorted(scene.lemmas(token)) for w in scene.words.tenures.get(lemma, ())):
                tokens = scene.phrase_at(sentence, token, word.phrase)
                if tokens is not None and _told(scene, sentence, token, word):
                    yield Site(sentence, token, tokens, word)


def _told(scene: Scene, sentence: Sentence, token: Token, word: TenureWord) -> bool:
    """Whether the text says that it happened or is settled: no wish, doubt, denial or bare infinitive."""
    if word.noun:
        return token.pos in ("NOUN", "PROPN")
    if token.feats.get("VerbForm") == "Inf":  # told only under a future auxiliary ("will take over")
        return any(t.relation == "aux" for t in sentence.children(token)) and scene.status(sentence, token) == "planned"
    verbal = token.pos in ("VERB", "AUX", "ADJ") or (token.pos == "NOUN" and bool(sentence.children(token, "aux", "nsubj", "obj")))
    return verbal and scene.status(sentence, token) in ("actual", "planned")


# -- who comes and who goes ------------------------------------------------------------------------------------------------


def _changed(scene: Scene, site: Site, held: Sequence[Tenure]) -> Iterator[Tenure]:
    time = _time(scene, site)
    if site.word.noun and (time is None or _bounds_title(scene, site)):
        return
    date = point(time.time) if time else None
    vacated = None
    for person, at in _people(scene, site, "old"):
        vacated = _settled(scene, site, office_of_change(scene, site, person, at, "left", held), date)
        if vacated is not None:
            yield _tenure(site, person, at, vacated, "left", date)
    for person, at in _people(scene, site, "new"):
        own = office_of_change(scene, site, person, at, "appointed", held)
        office = _settled(scene, site, own if vacated is None or (own is not None and own.named) else vacated, date)
        if office is not None:
            yield _tenure(site, person, at, office, "appointed", date)


def _settled(scene: Scene, site: Site, office: Office | None, date: str | None) -> Office | None:
    """The office if its change can be told: named where the word asks it, and dated or a succession where still to come."""
    planned = not site.word.noun and scene.status(site.sentence, site.token) == "planned"
    sure = not planned or date is not None or (site.word.new is not None and site.word.old is not None)
    return office if office is not None and sure and (office.named or not site.word.named) else None


def _time(scene: Scene, site: Site) -> TimeMention | None:
    """Its own time, else that of the verb that reports it ("said on Tuesday that he had resigned")."""
    own = scene.time(site.sentence, site.token.index)
    above = site.sentence.parent(site.token)
    if own is not None or above is None or site.token.relation != "ccomp" or above.pos != "VERB":
        return own
    return scene.time(site.sentence, above.index)


def _bounds_title(scene: Scene, site: Site) -> bool:
    """ "Préfet jusqu'à sa révocation": the noun only bounds a title, which tells the tenure."""
    before = site.sentence.tokens[max(0, site.token.index - 3) : site.token.index]
    return any(not scene.words.until.isdisjoint(scene.lemmas(t)) for t in before)


def _people(scene: Scene, site: Site, side: str) -> tuple[Named, ...]:
    slot = site.word.new if side == "new" else site.word.old
    if slot is None:
        return ()
    if site.word.noun:
        return scene.possessor(site.sentence, site.token.index)
    succession = site.word.new is not None and site.word.old is not None
    if slot == "subj" and succession and not scene.clause(site.sentence, site.token.index).subj:
        return ()
    found = scene.people(site.sentence, site.token.index, slot)
    return found or (_following(scene, site) if slot == "obj" else ())


def _following(scene: Scene, site: Site) -> tuple[Named, ...]:
    """The first person named after the words, with no adposition, in the same stretch: where the tree errs."""
    first = max(site.tokens) + 1
    for token in site.sentence.tokens[first : first + REACH]:
        if token.pos in ("VERB", "AUX", "ADP", "SCONJ", "PRON", "CCONJ") or token.relation == "punct":
            return ()
        name = scene.person(site.sentence, token.index)
        if name:
            return ((name, token.index),)
    return ()


def _tenure(site: Site, person: str, at: int, office: Office, change: Change, date: str | None) -> Tenure:
    mention = office.mention
    words = [*site.tokens, at, *([mention.first, mention.last] if mention is not None else [])]
    return Tenure(
        person=person,
        office=office.office,
        klass=office.klass,
        of=office.of,
        change=change,
        date=date,
        sentence=site.sentence.index,
        first=min(words),
        last=max(words),
        confidence=NAMED if office.named else KNOWN,
        rule=f"{change}:{' '.join(site.word.phrase.words)}",
        title=(mention.sentence, mention.first) if mention is not None else None,
    )
