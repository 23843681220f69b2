"""The places that a sentence tells of: names of places, and spots that lie in a country ("une base syrienne", "the port of Odessa")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.coding.roles import OWNERS, Scene
from dragoman.knowledge import states
from dragoman.knowledge.places import find_city
from dragoman.model.mentions import Referent
from dragoman.model.text import Token

Manner = Literal["in", "to", "from", "near", "of", "bare", "other"]
"""How a place is brought in: by which kind of adposition, by that of a possessor, or by none."""
PLACES = ("state", "capital", "city", "region", "seat")
SPOTS = ("land", "building", "border", "seat")
"""Classes of nouns of spots."""
OF = OWNERS[:2]
TOWNS = ("city", "region", "capital", "seat")
LARGE = 50_000
"""A town of a country that the text does not speak of counts, where it is said to be a place, only from this many people on."""
DEPTH = 5
"""How many nouns one inside the other a place is followed up through: "a ward of a hospital in the north of the city"."""
FRONT = 3
"""Words within which a phrase that opens its sentence begins."""
TELLING = ("VERB", "AUX", "PRON", "PROPN", "SCONJ")
"""Words that do not come before a phrase that opens its sentence, as a day does."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A place in a sentence: the token `head` of the whole nominal, the token `name` that tells the place, and the country in `place`."""

    head: int
    name: int
    first: int
    manner: Manner
    place: Referent
    inner: Manner
    """How the name alone is brought in: "in" of "a hospital in Gaza"."""
    fronted: bool
    """Whether it opens its sentence, or a part of it behind a semicolon: "À Moscou, le ministre ..."."""


def phrases(scene: Scene) -> tuple[Phrase, ...]:
    """Every place that a sentence tells of, in order; of several nouns for one place the outermost."""
    found: dict[int, Phrase] = {}
    for token in scene.sentence:
        place = _place(scene, token)
        if place is None:
            continue
        phrase = _phrase(scene, token, place)
        if place.kind == "spot" and phrase.manner in ("of", "other"):
            continue
        known = found.get(phrase.head)
        if known is None or (known.place.kind not in TOWNS and place.kind in TOWNS):
            found[phrase.head] = phrase
    return tuple(sorted(found.values(), key=lambda p: p.head))


def places_of(scenes: Sequence[Scene]) -> Mapping[int, tuple[Phrase, ...]]:
    """The place phrases of every sentence."""
    return {scene.sentence.index: phrases(scene) for scene in scenes}


def is_spot(scene: Scene, noun: Token) -> bool:
    """A common noun of something that stands or lies somewhere."""
    lemma = noun.lemma.lower()
    if noun.pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    return lemma in scene.grammar.sites or any(lemma in scene.lexicon.classes.get(name, ()) for name in SPOTS)


def _place(scene: Scene, token: Token) -> Referent | None:
    """The place that a token names by itself, or the country of a spot by whose it is."""
    referent = scene.cast.at(scene.sentence.index, token.index)
    if token.lemma.lower() in scene.grammar.capital_words and (referent is None or not referent.codes):
        return _the_capital(scene, token)
    if referent is None or token.pos == "ADP" or _is_inner(scene, token, referent):
        return None
    if referent.place:
        return referent if referent.kind in PLACES else None
    if referent.kind == "city":
        return _town(referent)
    if len(referent.codes) != 1 or referent.codes[0] not in states():
        return None
    mission = token.lemma.lower() in scene.grammar.missions  # a state's embassy is in another
    organ = token.lemma.lower() in scene.grammar.sectors and _case(scene, token) not in scene.grammar.locative_cases
    owned = not (mission or organ) and referent.rule in ("modifier", "possessive", "of", "definite") and is_spot(scene, token)
    seat = referent.kind == "seat" and _case(scene, token) in scene.grammar.locative_cases
    if not (owned or seat):
        return None
    kind = "seat of government" if seat or token.lemma.lower() in scene.grammar.capital_words else "spot"
    return replace(referent, kind=kind, place=referent.codes[0])


def _the_capital(scene: Scene, noun: Token) -> Referent | None:
    """The capital without a word of whose: that of the country which the text is about."""
    home, named = scene.cast.home, scene.sentence.children(noun, "nmod", "appos", "flat", "amod", "compound", "nmod:poss")
    known = home in states() and not named and any(t.feats.get("Definite") == "Def" for t in scene.sentence.children(noun, "det"))
    return Referent(noun.text, kind="seat of government", place=home) if known else None


def _is_inner(scene: Scene, token: Token, referent: Referent) -> bool:
    above = scene.sentence.parent(token)
    return above is not None and scene.cast.at(scene.sentence.index, above.index) is referent


def _town(referent: Referent) -> Referent | None:
    """A town of a country that the text does not speak of."""
    town = next((c for c in find_city(referent.name) if c.population >= LARGE), None)
    return replace(referent, place=town.country) if town else None


def _case(scene: Scene, head: Token) -> str:
    """The adposition of a nominal: in the tree, else the one just before its name."""
    case = scene.sentence.case(head).split(" ")[0]
    marks = _marks(scene, head)
    return case or (marks[0].lemma.lower() if marks else "")


def _marks(scene: Scene, head: Token) -> tuple[Token, ...]:
    """The adpositions of a nominal, be they hung on another word of its name ("à New York")."""
    marks = scene.sentence.children(head, "case")
    referent = scene.cast.at(scene.sentence.index, head.index)
    if marks or referent is None or referent.kind not in PLACES:
        return marks
    at = head.index
    while at and scene.cast.at(scene.sentence.index, at - 1) is referent:
        at -= 1
    while at and scene.sentence[at - 1].pos == "DET":
        at -= 1
    before = scene.sentence[at - 1] if at else None
    return (before,) if before is not None and before.pos == "ADP" else ()


def _phrase(scene: Scene, token: Token, place: Referent) -> Phrase:
    """The phrase of a place, followed up from a town to the spot in it: "Odessa" in "the port of Odessa"."""
    head = token
    for _ in range(DEPTH):
        above = scene.sentence.parent(head)
        if above is None or not is_spot(scene, above) or head.relation not in ("nmod", "compound", "appos", "flat", "amod", "obl"):
            break
        case = _case(scene, head)
        if above.lemma.lower() in scene.grammar.missions and place.kind == "state" and case not in scene.grammar.locative_cases:
            break
        if head.relation == "appos" or (case and case not in _links(scene)):
            break
        head = above
    first = min((t.index for t in _marks(scene, head)), default=head.index)
    manner = _manner(scene, head)
    first = min(first, head.index)
    owner = _place(scene, head) if head is not token else None
    if owner is not None and owner.kind == "spot" and owner.rule == "modifier":
        place = replace(place, place=owner.place)  # "the Armenian village of Kut" is not the Kut of Iraq
    return Phrase(head.index, token.index, first, manner, place, _manner(scene, token), _is_fronted(scene, first, manner))


def _links(scene: Scene) -> frozenset[str]:
    """What may stand between a spot and what it lies in or beside: "la frontière entre", "a base near"."""
    grammar = scene.grammar
    return grammar.locative_cases | grammar.near_cases | grammar.company_cases | frozenset(OF)


def _is_fronted(scene: Scene, first: int, manner: Manner) -> bool:
    stops = [-1, *(t.index for t in scene.sentence if t.text in (";", "—"))]
    start = max((s for s in stops if s < first), default=-1) + 1
    before = scene.sentence.tokens[start:first]
    opens = len(before) <= FRONT and not any(t.pos in TELLING or t.relation in ("nsubj", "root") for t in before)
    return opens and (manner in ("in", "near", "from") or manner == "of" and not before)


def _manner(scene: Scene, head: Token) -> Manner:
    case = _case(scene, head)
    before = word_before(scene, head)
    if case in OF and before in scene.grammar.near_words:
        return "near"
    if case in OF:
        return "of"
    return next((manner for manner, cases in _cases(scene) if case in cases), "other") if case else "bare"


def _cases(scene: Scene) -> Iterator[tuple[Manner, frozenset[str]]]:
    grammar = scene.grammar
    yield "near", grammar.near_cases
    yield "in", grammar.locative_cases
    yield "to", grammar.toward_cases
    yield "from", grammar.source_cases


def word_before(scene: Scene, head: Token) -> str:
    """The word before the adposition of a nominal: "près" in "près de Kiev", "lors" in "lors d'un sommet"."""
    marks = _marks(scene, head)
    at = marks[0].index - 1 if marks else -1
    return scene.sentence[at].lower if at >= 0 else ""
