"""What finding finds in sentences and what resolving makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dragoman.model.expressions import TimeExpression
from dragoman.model.patterns import Pattern
from dragoman.model.text import Span
from dragoman.model.time import Time

Sector = Literal["GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PTY", "OPP", "REB", "CVL", "BUS", "MED", "EDU", "REL", "IGO", "NGO"]
NameKind = Literal[
    "state",  # a state by its name: Russie, Russian Federation
    "adjective",  # russe, Russian
    "demonym",  # les Russes, Russians
    "capital",  # a capital or seat town that may stand for the government: Moscou
    "seat",  # always the government: Kremlin, White House
    "body",  # a ministry, army, parliament, service with a proper name: Pentagon, Tsahal, FSB
    "organization",  # UN, NATO, IAEA
    "group",  # Hamas, M23
    "region",  # Crimea, Tigré: part of a state
    "city",  # any other town
    "person",  # a person known by name, or any capitalised name that may be one
]


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a name may stand for. `code` is None for a person whom nobody knows yet."""

    kind: NameKind
    code: str | None
    name: str
    sector: Sector | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence: tokens `first` to `last` (inclusive), its syntactic `head`, and all its senses, likeliest first."""

    sentence: int
    first: int
    last: int
    head: int
    senses: tuple[Sense, ...]

    @property
    def kind(self) -> NameKind:
        return self.senses[0].kind


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """The name of an office ("ministre russe des Affaires étrangères"): its tokens, and whom and what it is tied to.

    `office` is the short English name, `klass` the country-independent class, `of` the token that names the state or
    organisation (None where the text leaves it to be understood), `person` the head token of the holder's name.
    `change` is what the words say of the tenure: "holds", "left" (ancien, former), "appointed" (-elect).
    """

    sentence: int
    first: int
    last: int
    head: int
    office: str
    klass: str
    of: int | None = None
    person: int | None = None
    change: Literal["holds", "left", "appointed"] = "holds"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression, tokens `first` to `last` (inclusive) with its syntactic `head`, resolved to a `Time`."""

    sentence: int
    first: int
    last: int
    head: int
    time: Time
    rule: str = ""
    edge: Time | None = None
    """Of an open interval the date that bounds it, with all its alternatives."""
    ahead: Time | None = None
    """Of what is still to happen by a date: from the publication to that date."""

    @property
    def place(self) -> tuple[int, int]:
        """Its sentence and first token, which no other has."""
        return self.sentence, self.first


@dataclass(frozen=True, slots=True)
class Coincidence:
    """Two time expressions, by their places, that tell one time, and by how many days they may differ."""

    one: tuple[int, int]
    other: tuple[int, int]
    slack: int = 0


@dataclass(frozen=True, slots=True)
class Timing:
    """What one mention of an act tells of its time: when it was; when it began and ended, and how many days it took, where that is told.

    `place` is that of the time expression.
    """

    time: Time | None = None
    start: Time | None = None
    end: Time | None = None
    days: int | None = None
    place: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: `content` without the marks, `whole` with them; either may cross sentences."""

    content: Span
    whole: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Clause:
    """A word that can bear an act and what stands around it, voice, control and relative clauses undone.

    All numbers are token indices of the sentence. `obliques` are (lemma of the adposition, token) pairs, nearest attachment first;
    `complement` are the heads of complement clauses and infinitives; `mods` the adjectives and nouns that modify a noun.
    """

    sentence: int
    head: int
    passive: bool = False
    subj: tuple[int, ...] = ()
    obj: tuple[int, ...] = ()
    iobj: tuple[int, ...] = ()
    obliques: tuple[tuple[str, int], ...] = ()
    complement: tuple[int, ...] = ()
    poss: tuple[int, ...] = ()
    mods: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word or construction of an act at token `head`; `tokens` are all its words, `pattern` what the lexicon says of it."""

    sentence: int
    head: int
    tokens: tuple[int, ...]
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part: a codebook code, the sector where known, the name as the text has it, and the identity's id."""

    code: str
    name: str
    sector: Sector | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Referent:
    """What a nominal stands for.

    `parties` are empty where no code is known ("un responsable"); `name` is the fullest name in the document for a
    person or a body, else the words themselves; `place` is the country (alpha-3) where the nominal names a place.
    """

    name: str
    parties: tuple[Party, ...] = ()
    kind: str = "description"
    person: str | None = None
    place: str | None = None
    rule: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(p.code for p in self.parties))


@dataclass(frozen=True)
class Cast:
    """Who is who in a document: what the nominal headed by a token stands for."""

    referents: Mapping[tuple[int, int], Referent] = field(default_factory=dict)
    home: str | None = None
    """The country that the dispatch is mostly about or filed from (alpha-3), for offices and bodies that name none."""

    filed: Referent | None = None
    """The place of the dateline."""

    def at(self, sentence: int, token: int) -> Referent | None:
        """The referent of the nominal whose head (or whose name) the token is; None where it stands for no party."""
        return self.referents.get((sentence, token))


@dataclass(frozen=True)
class Found:
    """All that finding found in one document."""

    mentions: tuple[Mention, ...] = ()
    offices: tuple[OfficeMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    expressions: tuple[TimeExpression, ...] = ()
    """All time expressions, those included that are no date."""
    quotations: tuple[Quotation, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    clauses: Mapping[tuple[int, int], Clause] = field(default_factory=dict)
