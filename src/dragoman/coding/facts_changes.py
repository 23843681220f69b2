"""Words that begin or end a tenure: appointed, elected, resigned, dismissed, succeeded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard

from dragoman.coding.facts_scene import Scene, point
from dragoman.coding.facts_titles import RELATIVE, Tenure, owner, title
from dragoman.languages.facts import TenureWord
from dragoman.model.mentions import OfficeMention, TimeMention
from dragoman.model.records import Change
from dragoman.model.text import Sentence, Token

BACK = 3
"""How many sentences back the change may be announced that a sentence tells in detail."""
REACH = 16
"""How many words after its verb an office may stand."""


@dataclass(frozen=True, slots=True)
class _Office:
    """The office of a change, with the mention that names it where one does."""

    office: str
    klass: str
    of: str
    mention: OfficeMention | None = None
    named: bool = True


def changes(scene: Scene, held: Sequence[Tenure]) -> tuple[Tenure, ...]:
    """The tenures that words of change begin or end; `held` are those that titles tell.

    One that its own sentence does not date has the date of the like change announced just before, and a successor that of the leaving.
    """
    found = list(_found(scene, held))
    announced = list(_announced(scene))
    dated = [t if t.date else replace(t, date=_announcement(t, announced)) for t in found]
    left = {(t.office, t.of): t.date for t in dated if t.change == "left" and t.date}
    return tuple(t if t.date or t.change == "left" else replace(t, date=left.get((t.office, t.of))) for t in dated)


def _announced(scene: Scene) -> Iterator[tuple[int, Change, str]]:
    """Sentence, change and date of each dated word of change, whoever it is about ("limogé mardi deux ministres")."""
    for sentence in scene.parsed.sentences:
        for token in sentence:
            for word in (w for lemma in scene.lemmas(token) for w in scene.words.tenures.get(lemma, ())):
                time = scene.time(sentence, token.index) if token.pos == "VERB" and _told(scene, sentence, token, word) else None
                if time is not None and len(word.phrase.words) == 1 and not word.named:
                    yield sentence.index, "left" if word.old else "appointed", point(time.time)


def _announcement(tenure: Tenure, announced: Sequence[tuple[int, Change, str]]) -> str | None:
    near = [date for index, change, date in announced if change == tenure.change and tenure.sentence - BACK <= index <= tenure.sentence]
    return near[-1] if near else None


def _found(scene: Scene, held: Sequence[Tenure]) -> Iterator[Tenure]:
    for sentence in scene.parsed.sentences:
        covered: set[int] = set()
        for token in sentence:
            for lemma in sorted(scene.lemmas(token)):
                for word in scene.words.tenures.get(lemma, ()):
                    tokens = scene.phrase_at(sentence, token, word.phrase)
                    if tokens is None or token.index in covered or not _told(scene, sentence, token, word):
                        continue
                    made = list(_changed(scene, sentence, token, tokens, word, held))
                    covered.update([token.index] if made else [])
                    yield from made


def _told(scene: Scene, sentence: Sentence, token: Token, word: TenureWord) -> bool:
    """Whether the text says that it happened or is settled: no wish, doubt, denial or bare infinitive."""
    if word.noun:
        return token.pos in ("NOUN", "PROPN")
    if token.pos not in ("VERB", "AUX", "ADJ", "NOUN") or token.feats.get("VerbForm") == "Inf":
        return token.feats.get("VerbForm") == "Inf" and _decided(scene, sentence, token)
    if token.pos == "NOUN" and not sentence.children(token, "aux", "nsubj", "obj"):
        return False
    return scene.status(sentence, token) in ("actual", "planned")


def _decided(scene: Scene, sentence: Sentence, token: Token) -> bool:
    """An infinitive is told only under a future auxiliary ("will take over")."""
    return any(t.relation == "aux" for t in sentence.children(token)) and scene.status(sentence, token) == "planned"


def _changed(
    scene: Scene, sentence: Sentence, token: Token, tokens: tuple[int, ...], word: TenureWord, held: Sequence[Tenure]
) -> Iterator[Tenure]:
    time = _time(scene, sentence, token)
    if word.noun and (time is None or _bounds_title(scene, sentence, token)):
        return
    date = point(time.time) if time else None
    planned = not word.noun and scene.status(sentence, token) == "planned"
    coming, going = _people(scene, sentence, token, tokens, word, "new"), _people(scene, sentence, token, tokens, word, "old")
    vacated = None
    for person, at in going:
        vacated = _office(scene, sentence, token, tokens, person, at, "left", held)
        if _counts(vacated, word, planned, date):
            yield _tenure(scene, sentence, token, tokens, person, at, vacated, "left", date, word)
    for person, at in coming:
        own = _office(scene, sentence, token, tokens, person, at, "appointed", held)
        office = own if vacated is None or (own is not None and own.named) else vacated
        if _counts(office, word, planned, date):
            yield _tenure(scene, sentence, token, tokens, person, at, office, "appointed", date, word)


def _counts(office: _Office | None, word: TenureWord, planned: bool, date: str | None) -> TypeGuard[_Office]:
    """Whether a change can be told: of a known office, named where the word asks it, and dated or a succession where still to come."""
    settled = not planned or date is not None or (word.new is not None and word.old is not None)
    return office is not None and settled and (office.named or not word.named)


def _time(scene: Scene, sentence: Sentence, token: Token) -> TimeMention | None:
    """Its own time, else that of the verb that reports it ("said on Tuesday that he had resigned")."""
    own = scene.time(sentence, token.index)
    above = sentence.parent(token)
    reported = above is not None and token.relation == "ccomp" and above.pos == "VERB"
    return own or (scene.time(sentence, above.index) if reported and above is not None else None)


def _bounds_title(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """ "Procureur général jusqu'à son limogeage": the noun only bounds a title, which tells the tenure."""
    return any(not scene.words.until.isdisjoint(scene.lemmas(t)) for t in sentence.tokens[max(0, noun.index - 3) : noun.index])


def _people(scene: Scene, sentence: Sentence, token: Token, tokens: tuple[int, ...], word: TenureWord, side: str) -> tuple[tuple[str, int], ...]:
    slot = word.new if side == "new" else word.old
    if slot is None:
        return ()
    if word.noun:
        return scene.possessor(sentence, token.index)
    if slot == "subj" and word.new and word.old and not scene.clause(sentence, token.index).subj:
        return ()
    found = scene.people(sentence, token.index, slot)
    return found or (_following(scene, sentence, tokens) if slot == "obj" else ())


def _following(scene: Scene, sentence: Sentence, tokens: tuple[int, ...]) -> tuple[tuple[str, int], ...]:
    """The first person named after the words, with no adposition, in the same stretch: where the tree errs."""
    for token in sentence.tokens[max(tokens) + 1 : max(tokens) + 1 + REACH]:
        if token.pos in ("VERB", "AUX", "ADP", "SCONJ", "PRON", "CCONJ") or token.relation == "punct":
            return ()
        name = scene.person(sentence, token.index)
        if name:
            return ((name, token.index),)
    return ()


def _tenure(
    scene: Scene, sentence: Sentence, token: Token, tokens: tuple[int, ...], person: str, at: int, office: _Office, change: Change, date: str | None, word: TenureWord
) -> Tenure:
    mention = office.mention
    here = mention is not None and mention.sentence == sentence.index
    reach = [*tokens, at, *([mention.first, mention.last] if mention is not None and here else [])]
    confidence = 0.85 if office.named else 0.7
    rule = f"{change}:{' '.join(word.phrase.words)}"
    named_at = (mention.sentence, mention.first) if mention is not None and office.named else None
    return Tenure(person, office.office, office.klass, office.of, change, date, sentence.index, min(reach), max(reach), confidence, rule, named_at)


def _office(
    scene: Scene, sentence: Sentence, token: Token, tokens: tuple[int, ...], person: str, at: int, change: str, held: Sequence[Tenure]
) -> _Office | None:
    mention = _complement(scene, sentence, token, person, change) or _modified(scene, sentence, token) or _vacant(scene, sentence, token, change)
    if mention is not None:
        of = owner(scene, sentence, mention, at)
        return _Office(title(scene, mention.office, of), mention.klass, of, mention) if of else None
    seat = _seat(scene, sentence, token, tokens)
    if seat is not None:
        referent = scene.referent(sentence, at)
        of = (referent.codes[0] if referent and referent.codes else None) or scene.cast.home
        return _Office(*seat, of) if of else None
    known = _known(sentence, person, change, held)
    return _Office(known.office, known.klass, known.of, None, False) if known else None


def _complement(scene: Scene, sentence: Sentence, verb: Token, person: str, change: str) -> OfficeMention | None:
    """The office that a verb gives or takes: "nommé ministre", "elected president", "resigned as", "quitté ses fonctions de"."""
    cases = scene.words.appointing_cases if change == "appointed" else scene.words.leaving_cases
    for office in scene.found.offices:
        if office.sentence != sentence.index or not verb.index < office.first <= verb.index + REACH or office.klass == RELATIVE:
            continue
        if office.person is not None and scene.person(sentence, office.person) != person:
            continue
        if _hangs(scene, sentence, sentence[office.head], verb, cases) or _follows(scene, sentence, office, verb, change) or _posted(scene, sentence, office, verb):
            return office
    return None


def _vacant(scene: Scene, sentence: Sentence, verb: Token, change: str) -> OfficeMention | None:
    """ "Removed his rival as deputy head and appointed X in his stead": the office that the verb before took."""
    above = sentence.parent(verb)
    if change != "appointed" or above is None or verb.relation != "conj" or above.pos != "VERB":
        return None
    leaving = any(w.old for lemma in scene.lemmas(above) for w in scene.words.tenures.get(lemma, ()))
    return _complement(scene, sentence, above, "", "left") if leaving else None


def _hangs(scene: Scene, sentence: Sentence, name: Token, verb: Token, cases: frozenset[str]) -> bool:
    """Whether a title is a complement of the verb by one of the cases, a word for "post" between them allowed."""
    top = name
    for _ in range(3):
        if sentence.case(top).split(" ")[0] not in cases and sentence.case(top) not in cases:
            return False
        above = sentence.parent(top)
        if above is None or top.relation in ("nsubj", "parataxis", "advcl", "csubj"):
            return False
        if above.index == verb.index:
            return True
        if above.lemma.lower() not in scene.words.posts and top.relation not in ("appos", "flat"):
            return False
        top = above
    return False


def _follows(scene: Scene, sentence: Sentence, office: OfficeMention, verb: Token, change: str) -> bool:
    """Whether nothing but a date, a name or an adverb stands between a word of appointing and the title."""
    dated = {i for t in scene.times_in(sentence) for i in range(t.first, t.last + 1)}
    between = [t for t in sentence.tokens[verb.index + 1 : office.first] if t.index not in dated]
    return change == "appointed" and all(t.pos in ("PROPN", "DET", "ADV", "PRON", "AUX") for t in between)


def _posted(scene: Scene, sentence: Sentence, office: OfficeMention, verb: Token) -> bool:
    """ "Dépouillé ... de son titre de conseiller d'État": a word for "post" and its adposition just before the title, no verb between."""
    before = [t for t in sentence.tokens[verb.index + 1 : office.first] if t.pos != "DET"]
    if len(before) < 2 or any(t.pos == "VERB" for t in before):
        return False
    return before[-1].pos == "ADP" and not scene.lemmas(before[-2]).isdisjoint(scene.words.posts)


def _modified(scene: Scene, sentence: Sentence, verb: Token) -> OfficeMention | None:
    """ "the prime minister named by parliament": the participle modifies the title itself."""
    above = scene.offices.get((sentence.index, verb.head)) if verb.relation == "acl" and verb.feats.get("VerbForm") == "Part" else None
    close = above is not None and 0 < verb.index - max(above.last, above.head) <= 2 and sentence[verb.index - 1].text != ","
    return above if close and above is not None and above.klass != RELATIVE else None


def _seat(scene: Scene, sentence: Sentence, verb: Token, tokens: tuple[int, ...]) -> tuple[str, str] | None:
    """ "accéder à la présidence", "voted out of the presidency": a noun that stands for the office."""
    for token in sentence.tokens[verb.index + 1 : verb.index + 1 + REACH]:
        if token.pos == "VERB" and token.index not in tokens:
            return None
        for lemma in scene.lemmas(token):
            for phrase, office, klass in scene.words.seats.get(lemma, ()):
                if scene.phrase_at(sentence, token, phrase) is not None:
                    return office, klass
    return None


def _known(sentence: Sentence, person: str, change: str, held: Sequence[Tenure]) -> Tenure | None:
    """The office that the document gives the person elsewhere: in the same sentence, else before, else after."""
    own = [t for t in held if t.person == person]
    if change == "appointed":
        own = [t for t in own if t.change != "left"] or own
    ranked = sorted(own, key=lambda t: (t.klass == "leader", t.sentence != sentence.index, t.sentence > sentence.index, abs(t.sentence - sentence.index)))
    return ranked[0] if ranked else None
