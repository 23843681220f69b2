"""What page a text stands on, and what on a page of ordinary news is an act of public affairs all the same.

A striker attacks, shares are hit, a critic condemns: sport, markets, the arts and the weather use the words of conflict, of people and
teams that bear the names of states. There an act counts only where whoever did it acts in public affairs by the words themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from dragoman.coding.deeds import is_deed
from dragoman.coding.roles import Scene
from dragoman.languages.contexts import ContextCues
from dragoman.languages.pages import FORCE, LAW, NEUTRAL, PUBLIC, SPORT, STATE, STORIES, WORK
from dragoman.model.candidates import Candidate
from dragoman.model.mentions import Predicate, Referent
from dragoman.model.text import Sentence, Token
from dragoman.ontology import Act

FEWEST = 3
"""Words of a page from which on a text may stand on it."""
PREVAILING = 1.5
"""How many times as many ordinary words as public ones make it so: no dispatch of the training texts has more of the one than the other."""
SHARE = 1 / 3
"""The share of sport among a text's ordinary words from which on the names of states are teams."""
SHORT, LONG = 3, 4
"""Sentences from which on a text without any word of public affairs is ordinary news: where some word says so, and where none does."""
BODIES = ("name:organization", "name:seat", "name:body", "name:group")
"""Rules of names that stand for who acts in public affairs."""
PRIVATE = ("BUS", "MED", "EDU", "NGO")
"""Sectors of bodies that act for themselves alone."""
COURTS = ("COP", "JUD")
OF_COURTS = ("arrest", "convict", "indict", "execute")
"""What only police and courts do, named or not."""
STATES = ("name:state", "name:capital")
"""Rules of names that on the pages of sport and stories are teams and heroes, on the others states."""
OF_STATES = ("ACCUSE", "AGREE", "AID", "COERCE", "COOPERATE", "MOBILIZE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN")
"""Types that a state's name does on those other pages; it receives tourists, retreats before prices and fights a heat wave."""
OF_LAW = ("ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "REQUEST", "RETREAT", "SANCTION")
"""Types that police and courts do there; what else they say is the story of a crime."""
OF_POWER = (*OF_COURTS, "free-captives")
"""What a state's name does on any page."""
BESIDE = ("compound", "appos", "flat", "amod", "nmod", "nmod:poss")


@dataclass(frozen=True, slots=True)
class Page:
    """The page that a text stands on: `ordinary` where it is no public affair, `works` where it tells of works of art or history,
    `sport` where it tells of games, `thin` where few words say so.
    """

    ordinary: bool
    works: bool
    sport: bool
    thin: bool
    cues: ContextCues


def page_of(sentences: Sequence[Sentence], cues: ContextCues) -> Page:
    """The page by the words of all sentences: each word tells of public affairs or of an ordinary page."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        found: dict[int, set[str]] = {}
        for index, page in cues.hits(sentence):
            found.setdefault(index, set()).add(page)
        counts.update(_first(pages) for pages in found.values())
    works = sum(counts[page] for page in STORIES) >= FEWEST
    public = counts[STATE] + counts["public"] + (0 if works else counts[FORCE])
    ordinary = sum(n for page, n in counts.items() if page not in (*PUBLIC, *NEUTRAL))
    thin = ordinary < FEWEST
    sport = counts[SPORT] > (0 if thin else 1) and counts[SPORT] >= ordinary * SHARE and public < FEWEST - 1
    return Page(_prevails(ordinary, public, len(sentences)), works, sport, thin, cues)


def _prevails(ordinary: int, public: int, length: int) -> bool:
    """Whether ordinary words prevail in a text of so many sentences; one sentence must say it clearly, a long text by its silence."""
    fewest = min(FEWEST, length) if length > 1 else FEWEST
    unsaid = not public and length >= SHORT and (ordinary > 0 or length >= LONG)
    return unsaid or ordinary >= max(fewest, PREVAILING * public)


def _first(pages: Set[str]) -> str:
    """Of the pages that a word tells of a public one, then one of stories; one that tells nothing comes last."""
    ranked = (*(page for page in (*PUBLIC, *STORIES) if page in pages), *sorted(pages - {*NEUTRAL}), *sorted(pages))
    return ranked[0]


def is_public(scene: Scene, predicate: Predicate, act: Act, page: Page, told: Iterable[Candidate]) -> bool:
    """Whether who does the act, by the word's own slots, acts in public affairs; an arrest or a verdict that names nobody counts too."""
    if page.works and not _is_past(scene, scene.sentence[predicate.head]):
        return False
    doers = [scene.sentence[i] for slot in predicate.pattern.actor for i in scene.fillers(predicate, slot)]
    lawful = (LAW,) if act.type in OF_LAW else ()
    state = _words(scene, page, STATE, *lawful, *(() if page.works else (FORCE,)))
    if any(_acts_publicly(scene, token, state) for token in doers):
        return True
    stately = act.name in OF_POWER or (not page.sport and (page.thin or act.type in OF_STATES))
    if stately and any(_is_state(scene, token, page) for token in doers):
        return True
    if act.official:
        sectors = [p.sector for t in doers for p in scene.parties([t.index]) if t.pos != "PRON" or act.name in OF_COURTS]
        return all(sector in COURTS for sector in sectors) and bool(sectors or act.name in OF_COURTS)
    if act.type != "PROTEST":
        return False
    return any(_is_beside(scene, token, _words(scene, page, WORK)) for token in doers) or any(c.type == "PROTEST" for c in told)


def _is_past(scene: Scene, head: Token) -> bool:
    """Whether an act is told in a past tense; the story of a book or a film is told in the present."""
    verb = head if head.pos == "VERB" else next((t for t in scene.sentence.ancestors(head) if t.pos == "VERB"), head)
    helpers = [t for t in scene.sentence.children(verb, "aux") if t.feats.get("VerbForm") == "Fin"]
    perfect = any(t.dep != "aux:pass" and t.lemma.lower() in scene.grammar.perfect for t in helpers)
    return perfect or any(t.feats.get("Tense") in ("Past", "Imp") and t.feats.get("VerbForm") == "Fin" for t in (verb, *helpers))


def _words(scene: Scene, page: Page, *kinds: str) -> Set[int]:
    return {index for index, found in page.cues.hits(scene.sentence) if found in kinds}


def _acts_publicly(scene: Scene, token: Token, words: Set[int]) -> bool:
    """A body by its name, an official whom the knowledge holds, or a noun that is or stands beside a word of the state."""
    if any(_is_body(scene.cast.at(scene.sentence.index, t.index)) for t in _near(scene, token)):
        return True
    referent = scene.cast.at(scene.sentence.index, token.index)
    known = referent is not None and referent.person and any(p.id for p in referent.parties)
    return bool(known) or _is_beside(scene, token, words)


def _is_body(referent: Referent | None) -> bool:
    return referent is not None and referent.rule in BODIES and not any(p.sector in PRIVATE for p in referent.parties)


def _is_state(scene: Scene, token: Token, page: Page) -> bool:
    """A state by its name where it acts; on a thin page also by the adjective of its deed ("Israeli strikes")."""
    referent = scene.cast.at(scene.sentence.index, token.index)
    named = referent is not None and token.text in referent.name
    if named and referent is not None and referent.rule in STATES:
        return token.relation == "nsubj"
    deed = page.thin and is_deed(scene, token)
    return (page.thin and named and _is_national(scene, token)) or (deed and any(_is_national(scene, t) for t in _near(scene, token)))


def _is_national(scene: Scene, token: Token) -> bool:
    referent = scene.cast.at(scene.sentence.index, token.index)
    return referent is not None and referent.rule == "name:adjective"


def _is_beside(scene: Scene, token: Token, words: Set[int]) -> bool:
    return any(t.index in words for t in _near(scene, token))


def _near(scene: Scene, token: Token) -> tuple[Token, ...]:
    """A noun and what stands beside it without being told of by itself."""
    return (token, *scene.sentence.children(token, *BESIDE))
