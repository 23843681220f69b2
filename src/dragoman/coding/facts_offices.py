"""Which office a word of change is about: the one named beside it, a noun that stands for one, or the one that the person is known by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.facts_scene import Scene
from dragoman.coding.facts_titles import RELATIVE, Tenure, called, owner
from dragoman.languages.facts import TenureWord
from dragoman.model.mentions import OfficeMention
from dragoman.model.records import Change
from dragoman.model.text import Sentence, Token

REACH = 16
"""How many words after its verb an office may stand."""


@dataclass(frozen=True, slots=True)
class Site:
    """A word of change where it stands: its token, and all tokens of its phrase."""

    sentence: Sentence
    token: Token
    tokens: tuple[int, ...]
    word: TenureWord


@dataclass(frozen=True, slots=True)
class Office:
    """The office of a change, with the mention that names it where one does; `named` unless it is only known from elsewhere."""

    office: str
    klass: str
    of: str
    mention: OfficeMention | None = None
    named: bool = True


def office_of_change(scene: Scene, site: Site, person: str, at: int, change: Change, held: Sequence[Tenure]) -> Office | None:
    """The office that a word gives to or takes from a person whose name stands at a token; None where nothing tells it."""
    mention = _complement(scene, site.sentence, site.token, person, change) or _modified(scene, site) or _vacant(scene, site, change)
    if mention is not None:
        of = owner(scene, site.sentence, mention, at, person)
        return Office(called(scene, mention.office, of), mention.klass, of, mention) if of else None
    seat = _seat(scene, site)
    if seat is not None:
        of = scene.codes.get(person) or scene.cast.home
        return Office(*seat, of) if of else None
    known = known_office(site.sentence, person, change, held)
    return Office(known.office, known.klass, known.of, None, False) if known else None


def known_office(sentence: Sentence, person: str, change: Change, held: Sequence[Tenure]) -> Tenure | None:
    """The office that the document gives the person elsewhere: in the same sentence, else before, else after."""
    own = [t for t in held if t.person == person]
    if change == "appointed":
        own = [t for t in own if t.change != "left"] or own
    at = sentence.index
    ranked = sorted(own, key=lambda t: (t.klass == "leader", t.sentence != at, t.sentence > at, abs(t.sentence - at)))
    return ranked[0] if ranked else None


def _complement(scene: Scene, sentence: Sentence, verb: Token, person: str, change: Change) -> OfficeMention | None:
    """The office that a verb gives or takes: "nommé ministre", "elected president", "resigned as", "quitté ses fonctions de"."""
    for office in scene.found.offices:
        if office.sentence != sentence.index or not verb.index < office.first <= verb.index + REACH or office.klass == RELATIVE:
            continue
        if office.person is not None and scene.person(sentence, office.person) != person:
            continue
        if (
            _hangs(scene, sentence, office, verb, change)
            or _follows(scene, sentence, office, verb, change)
            or _posted(scene, sentence, office, verb)
        ):
            return office
    return None


def _hangs(scene: Scene, sentence: Sentence, office: OfficeMention, verb: Token, change: Change) -> bool:
    """Whether a title is a complement of the verb by one of the cases, a word for "post" between them allowed."""
    cases = scene.words.appointing_cases if change == "appointed" else scene.words.leaving_cases
    top = sentence[office.head]
    for _ in range(3):
        above = sentence.parent(top)
        if cases.isdisjoint((sentence.case(top), sentence.case(top).split(" ")[0])):
            return False
        if above is None or top.relation in ("nsubj", "parataxis", "advcl", "csubj"):
            return False
        if above.index == verb.index:
            return True
        if above.lemma.lower() not in scene.words.posts and top.relation not in ("appos", "flat"):
            return False
        top = above
    return False


def _follows(scene: Scene, sentence: Sentence, office: OfficeMention, verb: Token, change: Change) -> bool:
    """Whether nothing but a date, a name or an adverb stands between a word of appointing and the title."""
    dated = {i for t in scene.times_in(sentence) for i in range(t.first, t.last + 1)}
    between = [t for t in sentence.tokens[verb.index + 1 : office.first] if t.index not in dated]
    return change == "appointed" and all(t.pos in ("PROPN", "DET", "ADV", "PRON", "AUX") for t in between)


def _posted(scene: Scene, sentence: Sentence, office: OfficeMention, verb: Token) -> bool:
    """ "Dépouillé de son titre de conseiller": "as", or a word for "post" and its adposition, before the title; no verb between."""
    before = [t for t in sentence.tokens[verb.index + 1 : office.first] if t.pos != "DET"]
    if any(t.pos == "VERB" for t in before):
        return False
    if before and not scene.lemmas(before[-1]).isdisjoint(scene.words.as_cases):
        return True
    return len(before) > 1 and before[-1].pos == "ADP" and not scene.lemmas(before[-2]).isdisjoint(scene.words.posts)


def _modified(scene: Scene, site: Site) -> OfficeMention | None:
    """ "the governor chosen by the senate": the participle modifies the title itself."""
    verb = site.token
    if verb.relation != "acl" or verb.feats.get("VerbForm") != "Part" or site.sentence[verb.index - 1].text == ",":
        return None
    above = scene.offices.get((site.sentence.index, verb.head))
    close = above is not None and 0 < verb.index - max(above.last, above.head) <= 2
    return above if close and above is not None and above.klass != RELATIVE else None


def _vacant(scene: Scene, site: Site, change: Change) -> OfficeMention | None:
    """ "Sacked Y as treasurer and appointed X in his stead": the office that the verb before took."""
    above = site.sentence.parent(site.token)
    if change != "appointed" or above is None or site.token.relation != "conj" or above.pos != "VERB":
        return None
    leaving = any(w.old for lemma in scene.lemmas(above) for w in scene.words.tenures.get(lemma, ()))
    return _complement(scene, site.sentence, above, "", "left") if leaving else None


def _seat(scene: Scene, site: Site) -> tuple[str, str] | None:
    """ "accéder à la présidence", "voted out of the presidency": a noun that stands for the office."""
    first = site.token.index + 1
    for token in site.sentence.tokens[first : first + REACH]:
        if token.pos == "VERB" and token.index not in site.tokens:
            return None
        for lemma in scene.lemmas(token):
            for phrase, office, klass in scene.words.seats.get(lemma, ()):
                if scene.phrase_at(site.sentence, token, phrase) is not None:
                    return office, klass
    return None
