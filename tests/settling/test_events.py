"""Mentions of one event become one record; different events stay apart."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dragoman.model.candidates import Candidate
from dragoman.model.mentions import Party, Timing
from dragoman.model.records import Place
from dragoman.model.text import Document, Parsed, Span
from dragoman.model.time import Time
from dragoman.ontology import ontology
from dragoman.settling.events import settle_events

TEXT = "0123456789" * 30
PARSED = Parsed(Document("doc", TEXT), "en", "2024-03", ())
VISIT = Candidate(
    sentence=0,
    head=0,
    lemma="visit",
    nominal=False,
    definite=False,
    act="visit",
    type="CONSULT",
    mode="visit",
    actor=(Party("IND", "India"),),
    recipient=(Party("NPL", "Nepal"),),
    trigger=Span(0, 5),
    timing=Timing(),
    place=None,
    status="actual",
    attribution=(),
    contexts=("diplomatic",),
    rules=("en:visit:visit",),
    signs=frozenset(["act visit", "verb in en"]),
)
ATTACK = replace(VISIT, lemma="attack", act="attack", type="ASSAULT", mode=None, contexts=("military",), rules=("en:attack:attack",))


def later(one: Candidate, sentence: int = 1, **changes: Any) -> Candidate:
    """Another mention further on in the text."""
    return replace(one, sentence=sentence, trigger=Span(10 * sentence + 10, 10 * sentence + 15), **changes)


def settled(*candidates: Candidate) -> list[tuple[str, int]]:
    """(type, number of mentions) of the events made."""
    return [(e.type, len(e.triggers)) for e in settle_events(PARSED, candidates, ontology())]


ONE = [
    (VISIT, later(VISIT)),
    (VISIT, later(VISIT, sentence=8)),  # the same word
    (VISIT, later(VISIT, lemma="trip", nominal=True, definite=True, sentence=8)),  # "the trip"
    (VISIT, later(VISIT, lemma="trip", nominal=True, sentence=8)),  # a noun for it that tells no time of its own
    (VISIT, later(VISIT, recipient=())),  # a party left out
    (replace(VISIT, timing=Timing(Time.parse("2024-03"))), later(VISIT, timing=Timing(Time.parse("2024-03-04")))),  # dates that meet
    (ATTACK, later(ATTACK, lemma="assault", nominal=True, definite=True)),  # "the assault"
    (ATTACK, later(ATTACK, mode="drone")),  # how it was done is told later
]
TWO = [
    (VISIT, later(VISIT, actor=(Party("CHN", "China"),))),
    (VISIT, later(VISIT, status="negated")),
    (VISIT, later(VISIT, mode=None, act="talk", lemma="talk")),  # the talks during a visit
    (replace(VISIT, timing=Timing(Time.parse("2024-03-01"))), later(VISIT, timing=Timing(Time.parse("2024-03-04")))),
    (VISIT, later(VISIT, lemma="trip", nominal=True, sentence=8, recipient=())),  # far on, of other parties
    (ATTACK, later(ATTACK, lemma="assault", nominal=True)),  # "an assault"
    (ATTACK, later(ATTACK, sentence=8)),  # far on, and nothing takes it up
    (replace(ATTACK, mode="drone"), later(ATTACK, mode="aerial")),
    (ATTACK, VISIT),
]


@pytest.mark.parametrize(("first", "second"), ONE)
def test_one_event(first: Candidate, second: Candidate) -> None:
    assert settled(first, second) == [(first.type, 2)]


@pytest.mark.parametrize(("first", "second"), TWO)
def test_two_events(first: Candidate, second: Candidate) -> None:
    assert len(settled(first, second)) == 2


def test_no_candidates_no_events() -> None:
    assert settle_events(PARSED, (), ontology()) == ()


def test_a_record_takes_what_each_mention_tells() -> None:
    place = Place("NPL", "Kathmandu", 27.7, 85.3)
    first = replace(VISIT, recipient=(), attribution=("IND",))
    second = later(
        VISIT, timing=Timing(Time.parse("2024-03-04")), place=place, contexts=("economic",), rules=("en:visit:trip",), attribution=("NPL",)
    )
    (event,) = settle_events(PARSED, (first, second), ontology())
    assert [p.code for p in event.recipient] == ["NPL"]
    assert (event.date, event.date_source, event.place) == ("2024-03-04", "text", place)
    assert [(t.start, t.end, t.text) for t in event.triggers] == [(0, 5, "01234"), (20, 25, "01234")]
    assert event.contexts == ("diplomatic", "economic")
    assert event.rules == ("en:visit:visit", "en:visit:trip")
    assert event.attribution == ("IND",)


def test_what_the_dispatch_asserts_anywhere_is_no_ones_claim() -> None:
    (event,) = settle_events(PARSED, (replace(VISIT, attribution=("IND",)), later(VISIT)), ontology())
    assert event.attribution == ()


def test_type_mode_and_score_are_the_ontologys() -> None:
    (event,) = settle_events(PARSED, (VISIT,), ontology())
    assert (event.quad, event.intensity, event.cameo) == ("verbal cooperation", 4.0, "042")


@pytest.mark.parametrize(("published", "source"), [("2024-03", "publication"), (None, None)])
def test_an_undated_event_falls_back_on_the_publication_and_says_so(published: str | None, source: str | None) -> None:
    (event,) = settle_events(replace(PARSED, published=published), (VISIT,), ontology())
    assert (event.date, event.date_source) == (published, source)


def test_ids_depend_on_document_type_and_place_alone() -> None:
    (event,) = settle_events(PARSED, (VISIT,), ontology())
    (again,) = settle_events(PARSED, (replace(VISIT, signs=frozenset(), actor=()),), ontology())
    assert event.id == again.id
    others = [
        settle_events(replace(PARSED, document=Document("other", TEXT)), (VISIT,), ontology())[0].id,
        settle_events(PARSED, (ATTACK,), ontology())[0].id,
        settle_events(PARSED, (replace(VISIT, trigger=Span(0, 6)),), ontology())[0].id,
    ]
    assert len({event.id, *others}) == 4


def test_events_stand_in_the_order_of_their_first_mention() -> None:
    made = settle_events(PARSED, (VISIT, later(ATTACK), later(VISIT, sentence=2)), ontology())
    assert [e.type for e in made] == ["CONSULT", "ASSAULT"]


def test_the_place_is_that_of_the_surest_mention() -> None:
    lima, quito = Place("PER", "Lima", -12.0, -77.0), Place("ECU", "Quito", -0.2, -78.5)
    first, second = replace(VISIT, place=lima, placed=0.5), later(VISIT, place=quito, placed=0.9)
    (event,) = settle_events(PARSED, (first, second), ontology())
    assert event.place == quito
