"""A coded document made by hand: what is shown must not depend on what the coder finds today."""

from __future__ import annotations

import pytest

from dragoman.model.mentions import Party
from dragoman.model.records import Event, Evidence, Fact, Place, Speaker, Statement
from dragoman.model.text import Document
from dragoman.pipeline import Coded

TEXT = "Le ministre <b>Paul Durand</b> a accusé \x1b[31mRome de « mentir » & s'est rendu à Oslo."


def evidence(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(start, start + len(words), words)


@pytest.fixture
def coded() -> Coded:
    france, italy = Party("FRA", "Paul Durand", "GOV"), Party("ITA", "Rome", "GOV", "Q38")
    event = Event(
        id="e1",
        document="doc<1>",
        type="ACCUSE",
        mode="allege",
        quad="verbal conflict",
        intensity=-2.0,
        act="accuse",
        cameo="112",
        actor=(france,),
        recipient=(italy,),
        triggers=(evidence("a accusé"),),
        date="2024-05-06",
        date_source="publication",
        place=Place("NOR", "Oslo"),
        status="actual",
        attribution=("ITA",),
        contexts=("diplomatic",),
        confidence=0.8,
        rules=("words: accuser",),
    )
    speaker = Speaker("Paul Durand", ("FRA",))
    statement = Statement("s1", "doc<1>", speaker, evidence("Rome de « mentir »"), "mixed", "denies", evidence("a accusé"), 0.7, "cue")
    tenure = Fact(
        "f1",
        "doc<1>",
        "tenure",
        evidence("Le ministre <b>Paul Durand"),
        0.9,
        person="Paul Durand",
        office="minister",
        of="FRA",
        change="holds",
    )
    member = Fact("f2", "doc<1>", "membership", evidence("Oslo"), 0.9, member=("NOR",), organization="NATO", role="member")
    absence = Fact("f3", "doc<1>", "absence", evidence("Paul Durand"), 0.9, person="Paul Durand", code="FRA", since="2024-04")
    return Coded(Document("doc<1>", TEXT), "fr", "2024-05-06", (event,), (statement,), (tenure, member, absence))


@pytest.fixture
def nothing() -> Coded:
    return Coded(Document("leer", " \r\n"), "fr", None, (), (), ())
