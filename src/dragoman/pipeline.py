"""The journey on one screen: document -> sentences -> what they mention -> who is who -> records."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from dragoman.coding.events import code_events
from dragoman.coding.facts import code_facts
from dragoman.coding.statements import code_statements
from dragoman.errors import BadDate, BadUsage, UnknownLanguage
from dragoman.finding.clauses import find_clause
from dragoman.finding.names import find_names
from dragoman.finding.offices import find_offices
from dragoman.finding.predicates import find_predicates
from dragoman.finding.quotations import find_quotations
from dragoman.finding.times import find_times
from dragoman.knowledge.own import Knowledge
from dragoman.languages import Language, available
from dragoman.languages import language as language_of
from dragoman.languages.own import OwnLexicon
from dragoman.model.mentions import Cast, Clause, Found, Referent
from dragoman.model.records import Event, Fact, Record, Statement
from dragoman.model.text import Document, Parsed, Sentence
from dragoman.model.time import BadTime, Time
from dragoman.ontology import Ontology, ontology
from dragoman.parsing import identify, parse
from dragoman.reading.header import Header, find_header
from dragoman.resolving.dates import resolve_times
from dragoman.resolving.parties import resolve_parties
from dragoman.resolving.values import YEARS
from dragoman.resolving.world import coordinates, country_of_dateline, officials
from dragoman.settling.events import coincidences, settle_events

Lexicon = OwnLexicon | str | os.PathLike[str]
BEARERS = ("VERB", "AUX", "NOUN", "PROPN", "ADJ")


@cache
def coder() -> str:
    """Name and version of the coder, as records carry it."""
    try:
        return f"dragoman {version('dragoman')}"
    except PackageNotFoundError:  # a checkout that is not installed
        return "dragoman 0+unknown"


@dataclass(frozen=True)
class Coded:
    """What a document says: its records, in the order of the text."""

    document: Document
    language: str
    published: str | None
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    facts: tuple[Fact, ...]

    def at_least(self, confidence: float) -> Coded:
        """Without the records that are less sure."""
        if not confidence:
            return self
        return replace(
            self,
            events=tuple(event for event in self.events if event.confidence >= confidence),
            statements=tuple(statement for statement in self.statements if statement.confidence >= confidence),
            facts=tuple(fact for fact in self.facts if fact.confidence >= confidence),
        )

    def records(self) -> list[dict[str, Any]]:
        """The records as the codebook's section 6 writes them."""
        rows: tuple[Record, ...] = (*self.events, *self.statements, *self.facts)
        return [{**row.as_dict(), "coder": coder()} for row in rows]

    def to_json_lines(self) -> str:
        """One JSON object a line, each line ended."""
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in self.records())

    def _repr_html_(self) -> str:
        from dragoman.showing.notebook import html

        return html(self)


@dataclass(frozen=True)
class Trace:
    """All that was made on the way, for explaining."""

    parsed: Parsed
    found: Found
    cast: Cast
    coded: Coded
    ontology: Ontology


def code(
    document: Document | str,
    *,
    language: str | None = None,
    published: str | None = None,
    knowledge: Knowledge | None = None,
    lexicon: Lexicon | None = None,
    min_confidence: float = 0.0,
) -> Coded:
    """Codes one document or text.

    `language` (ISO 639-1) and `published` (EDTF) win over what the document says of itself, and that over what its text shows.
    `knowledge` is one's own, by default that of one's data folder (`dragoman knowledge import`). `lexicon` adds acts, words and parties of
    one's own (docs/own-words.md): a folder, or for many documents an `OwnLexicon` of it, read once. Records with a confidence below
    `min_confidence` (0 to 1) are left out.
    Raises UnknownLanguage where no coder knows the language, BadDate where `published` is not EDTF, BadLexicon for a lexicon with faults,
    BadUsage for a confidence that is none.
    """
    least = confidence_of(min_confidence)
    return trace(document, language=language, published=published, knowledge=knowledge, lexicon=lexicon).coded.at_least(least)


def trace(
    document: Document | str,
    *,
    language: str | None = None,
    published: str | None = None,
    knowledge: Knowledge | None = None,
    lexicon: Lexicon | None = None,
) -> Trace:
    """As `code`, with everything that led to the records."""
    own = own_lexicon(lexicon)
    acts = own.ontology if own else ontology()
    parsed, speech, day, header = opened(document, language, published, own)
    found = find(parsed, speech, day)
    cast = resolve(parsed, found, speech, day, header, Knowledge() if knowledge is None else knowledge)
    statements = code_statements(parsed, found, cast, speech.cues)
    candidates = code_events(parsed, found, cast, speech, acts, statements, coordinates)
    if day and not day.is_day and (known := coincidences(candidates)):
        found = replace(found, times=resolve_times(found.expressions, parsed.sentences, day, known))
        candidates = code_events(parsed, found, cast, speech, acts, statements, coordinates)
    events = settle_events(parsed, candidates, acts)
    facts = code_facts(parsed, found, cast, speech)
    return Trace(parsed, found, cast, Coded(parsed.document, parsed.language, parsed.published, events, statements, facts), acts)


def own_lexicon(given: Lexicon | None) -> OwnLexicon | None:
    """A lexicon as given by a user, read if it is a folder. Raises BadLexicon."""
    return OwnLexicon.read(given) if isinstance(given, str | os.PathLike) else given


def confidence_of(given: float) -> float:
    """A confidence as given by a user. Raises BadUsage for what is none."""
    if not 0 <= given <= 1:
        raise BadUsage(f"not a confidence: {given:g} (from 0 to 1)")
    return given


def opened(
    document: Document | str, language: str | None, published: str | None, own: OwnLexicon | None = None
) -> tuple[Parsed, Language, Time | None, Header]:
    """The trees of a document, its language, its publication date, and what its head says; raises as `code` does."""
    document = Document("text", document) if isinstance(document, str) else document
    header = find_header(document.text)
    day = _published(published or document.published, header)
    speech = _language(document, language, own)
    return parse(document, speech.code, day.edtf if day else None, header.body, header.dateline), speech, day, header


def find(parsed: Parsed, speech: Language, published: Time | None) -> Found:
    """What the sentences mention."""
    sentences = parsed.sentences
    expressions = tuple(e for s in sentences for e in find_times(s, speech.times))
    predicates = tuple(p for s in sentences for p in find_predicates(s, speech.lexicon, speech.grammar))
    offices = tuple(o for s in sentences for o in find_offices(s, speech.titles))
    return Found(
        mentions=tuple(m for s in sentences for m in find_names(s, speech.names, speech.grammar, offices)),
        offices=offices,
        times=resolve_times(expressions, sentences, published),
        expressions=expressions,
        quotations=find_quotations(parsed.document.text, parsed.body),
        predicates=predicates,
        clauses={(s.index, t.index): _clause(s, t.index, speech) for s in sentences for t in s if t.pos in BEARERS},
    )


def resolve(parsed: Parsed, found: Found, speech: Language, published: Time | None, header: Header, own: Knowledge) -> Cast:
    """Who is who, as of the publication date."""
    day = published.edtf if published else None
    dateline = country_of_dateline(header.place, speech.names.exactly(header.place)) if header.place else None
    cast = resolve_parties(parsed, found, speech, officials(day), dateline, own)
    if not header.place or not dateline:
        return cast
    town = header.place.title() if header.place.isupper() else header.place
    return replace(cast, filed=Referent(town, kind="city", place=dateline))


def _published(given: str | None, header: Header) -> Time | None:
    if given:
        published_of(given)
    day = header.publication(given)
    return published_of(day) if day else None


def published_of(given: str) -> Time:
    """A publication date as given by a user. Raises BadDate for what is no EDTF, or no year that a text may be of."""
    try:
        time = Time.parse(given)
    except (BadTime, AttributeError, TypeError) as error:
        raise BadDate(str(given)) from error
    ends = [d.year for d in (time.earliest, time.latest) if d]
    if not all(y in YEARS for y in ends):
        raise BadDate(str(given))
    return time


def _language(document: Document, given: str | None, own: OwnLexicon | None) -> Language:
    code = given or document.language or identify(document.text, available())
    try:
        return own.language(code or "") if own else language_of(code or "")
    except KeyError as error:
        raise UnknownLanguage(code) from error


def _clause(sentence: Sentence, token: int, speech: Language) -> Clause:
    return find_clause(sentence, sentence[token], speech.grammar)
