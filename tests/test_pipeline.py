"""The journey as its users call it: dates, languages, headers, ids, the form of the records, errors."""

from __future__ import annotations

import json
from typing import Any

import pytest

import dragoman
from dragoman import BadDate, BadInput, BadUsage, Document, DragomanError, UnknownLanguage, code
from dragoman.ontology import ontology
from dragoman.pipeline import trace

FRENCH = (
    "OSLO (NTB) — Le ministre danois des Affaires étrangères Bent Kruse a entamé lundi une visite en Norvège. "
    "« Nous sommes unis », a déclaré M. Kruse. Le Danemark est membre de l'Otan. Le Pérou a condamné le Chili."
)
ENGLISH = (
    'OSLO, Norway (AP) — Danish Foreign Minister Bent Kruse visited Norway on Monday. "We stand united," he said. '
    "Denmark is a member of NATO. Peru condemned Chile."
)
TEXTS = {"fr": FRENCH, "en": ENGLISH}

PARTY = {"code", "sector", "name", "id"}
SPAN = {"start", "end", "text"}
EVENT = {
    *("record", "id", "document", "coder", "type", "mode", "quad", "intensity", "actor", "recipient", "triggers", "date", "date_source"),
    *("place", "status", "attribution", "contexts", "confidence"),
}
STATEMENT = {"record", "document", "speaker", "content", "form", "polarity", "cue"}
FACT = {"record", "document", "kind", "evidence"}
FACTS = {
    "tenure": {"person", "office", "of", "change", "date"},
    "membership": {"member", "organization", "role"},
    "absence": {"person", "code", "since"},
}


def test_the_public_names() -> None:
    assert dragoman.__all__ == sorted(dragoman.__all__)
    assert set(dragoman.__all__) == {
        *("BadDate", "BadInput", "BadUsage", "Coded", "Document", "DragomanError", "Event", "Fact", "Statement", "UnknownLanguage"),
        *("BadLexicon", "Belonging", "Holding", "Identity", "Knowledge", "Moment", "OwnLexicon", "Unwritable"),
        *("code", "read", "when", "who"),
    }
    assert all(hasattr(dragoman, name) for name in dragoman.__all__)


# -- when it was published ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argument", "metadata", "text", "published"),
    [
        ("2024-01-08", "2024-02-05", "date 2024-03-04 OSLO, April 8, 2024 (AP) — Peru condemned Chile.", "2024-01-08"),
        (None, "2024-02-05", "date 2024-03-04 OSLO, April 8, 2024 (AP) — Peru condemned Chile.", "2024-02-05"),
        (None, None, "date 2024-03-04 OSLO, April 8, 2024 (AP) — Peru condemned Chile.", "2024-03-04"),
        (None, None, "OSLO, April 8, 2024 (AP) — Peru condemned Chile.", "2024-04-08"),
        (None, None, "date 2024-04 OSLO, April 8 (AP) — Peru condemned Chile.", "2024-04-08"),
        (None, "2024", "OSLO, April 8 (AP) — Peru condemned Chile.", "2024-04-08"),
        (None, None, "Peru condemned Chile.", None),
    ],
)
def test_the_argument_then_metadata_then_the_header_then_the_dateline(
    argument: str | None, metadata: str | None, text: str, published: str | None
) -> None:
    coded = code(Document("d", text, published=metadata), language="en", published=argument)
    assert coded.published == published
    (event,) = coded.events
    assert (event.date, event.date_source) == (published, "publication" if published else None)


@pytest.mark.parametrize(("language", "day"), [("fr", "Le Pérou a condamné lundi le Chili."), ("en", "Peru condemned Chile on Monday.")])
def test_a_weekday_is_read_against_the_publication(language: str, day: str) -> None:
    assert code(day, language=language, published="2023-09-20").events[0].date == "2023-09-18"
    assert code(day, language=language, published="2023-09").events[0].date == "[2023-09-04,2023-09-11,2023-09-18,2023-09-25]"
    assert code(day, language=language).events[0].date is None


@pytest.mark.parametrize("date", ["hier", "2024-13", "2024-02-30", "2024/03/04", "March 2024"])
def test_a_publication_date_that_is_not_edtf(date: str) -> None:
    with pytest.raises(BadDate, match="not an EDTF date") as caught:
        code("Peru condemned Chile.", language="en", published=date)
    assert isinstance(caught.value, BadUsage)
    assert "\n" not in str(caught.value)


# -- in which language -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_language_is_told_from_the_text(language: str) -> None:
    assert code(TEXTS[language]).language == language


def test_the_argument_wins_over_the_documents_language() -> None:
    assert code(Document("d", ENGLISH, language="fr"), language="en").language == "en"
    assert code(Document("d", ENGLISH, language="fr")).language == "fr"


@pytest.mark.parametrize(
    ("text", "language", "message"),
    [
        ("Peru condemned Chile.", "nb", "no coder for language nb"),
        ("Der Minister verließ am Dienstagabend die Hauptstadt, sagte sein Sprecher.", None, "no coder for language de"),
        ("1234 !", None, "the language could not be told"),
        ("", None, "the language could not be told"),
    ],
)
def test_a_language_that_nobody_codes(text: str, language: str | None, message: str) -> None:
    with pytest.raises(UnknownLanguage, match=message) as caught:
        code(text, language=language)
    assert isinstance(caught.value, BadInput) and isinstance(caught.value, DragomanError)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("text", ["", "   \n", "…"])
def test_a_text_that_says_nothing_has_no_records(language: str, text: str) -> None:
    assert code(text, language=language).records() == []


# -- headers and datelines ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_header_is_no_evidence(language: str) -> None:
    header = "date 2024-03 https://chile.example/peru-condemned-chile-condamne.html\n"
    text = header + TEXTS[language]
    coded = code(text, language=language)
    starts = [t.start for e in coded.events for t in e.triggers]
    starts += [s.content.start for s in coded.statements] + [f.evidence.start for f in coded.facts]
    assert len(starts) >= 4
    assert min(starts) >= text.index("— ")
    assert coded.published == "2024-03"
    assert min(s.span.start for s in trace(text, language=language).parsed.sentences) >= text.index("— ") + 2


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("fr", "ALGER (APS) — Le gouvernement a arrêté dix opposants.", "DZA"),
        ("en", "ACCRA, Ghana (AP) — The government arrested ten activists.", "GHA"),
    ],
)
def test_a_dateline_tells_whose_government_it_is(language: str, text: str, country: str) -> None:
    (event,) = code(text, language=language).events
    assert {p.code for p in event.actor} == {country}


# -- ids ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_same_text_twice_gives_the_same_records(language: str) -> None:
    once, again = (code(Document("d", TEXTS[language]), language=language, published="2024-03-11").records() for _ in range(2))
    assert once == again
    ids = [record["id"] for record in once]
    assert len(set(ids)) == len(ids) >= 4


@pytest.mark.parametrize("language", ["fr", "en"])
def test_another_document_has_other_ids(language: str) -> None:
    one, other = ({r["id"] for r in code(Document(name, TEXTS[language]), language=language).records()} for name in "ab")
    assert not one & other


# -- records -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=["fr", "en"])
def records(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    return code(Document("d", TEXTS[request.param]), language=request.param, published="2024-03-11").records()


def of_kind(records: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    found = [r for r in records if r["record"] == kind]
    assert found, f"no {kind}"
    return found


def test_events_have_every_field_of_the_codebook(records: list[dict[str, Any]]) -> None:
    for event in of_kind(records, "event"):
        assert event.keys() >= EVENT
        assert all(party.keys() >= PARTY for party in (*event["actor"], *event["recipient"]))
        assert event["triggers"]
        assert all(trigger.keys() >= SPAN for trigger in event["triggers"])
        assert event["place"] is None or event["place"].keys() >= {"code", "name", "lat", "lon"}
        assert event["quad"] == ontology().types[event["type"]].quad
        assert event["intensity"] == ontology().intensity(event["type"], event["mode"])
        assert event["coder"].startswith("dragoman ")
        assert event["document"] == "d"


def test_statements_have_every_field_of_the_codebook(records: list[dict[str, Any]]) -> None:
    for statement in of_kind(records, "statement"):
        assert statement.keys() >= STATEMENT
        assert statement["speaker"].keys() >= {"name", "code", "id"}
        assert statement["content"].keys() >= SPAN
        assert statement["cue"].keys() >= SPAN


def test_facts_have_every_field_of_the_codebook(records: list[dict[str, Any]]) -> None:
    facts = of_kind(records, "fact")
    assert {fact["kind"] for fact in facts} == {"tenure", "membership"}
    for fact in facts:
        assert fact.keys() >= FACT | FACTS[fact["kind"]]
        assert fact["evidence"].keys() >= SPAN


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Bent Kruse n'a plus été vu en public depuis mars 2023."),
        ("en", "Bent Kruse has not been seen in public since March 2023."),
    ],
)
def test_an_absence_has_every_field_of_the_codebook(language: str, text: str) -> None:
    (absence,) = code(text, language=language, published="2024-03-11").records()
    assert absence.keys() >= FACT | FACTS["absence"]
    assert (absence["kind"], absence["person"], absence["since"]) == ("absence", "Bent Kruse", "2023-03")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_the_dispatch_says(language: str) -> None:
    coded = code(TEXTS[language], language=language, published="2024-03-13")
    told = [(e.type, e.mode, [p.code for p in e.actor], [p.code for p in e.recipient], e.date) for e in coded.events]
    assert ("CONSULT", "visit", ["DNK"], ["NOR"], "2024-03-11") in told
    assert ("ACCUSE", "disapprove", ["PER"], ["CHL"], "2024-03-13") in told
    (statement,) = coded.statements
    assert (statement.speaker.name, statement.speaker.code, statement.form) == ("Bent Kruse", ("DNK",), "direct")
    assert {(f.person, f.office, f.of, f.change) for f in coded.facts if f.kind == "tenure"} == {
        ("Bent Kruse", "foreign minister", "DNK", "holds")
    }
    assert {(f.member, f.organization, f.role) for f in coded.facts if f.kind == "membership"} == {(("DNK",), "NATO", "member")}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_json_lines(language: str) -> None:
    coded = code(TEXTS[language], language=language)
    lines = coded.to_json_lines()
    assert lines.endswith("\n")
    assert [json.loads(line) for line in lines.splitlines()] == coded.records()
    assert "\\u" not in lines
    assert len(coded.records()) == len(coded.events) + len(coded.statements) + len(coded.facts)


def test_a_bare_text_is_a_document() -> None:
    coded = code("Peru condemned Chile.", language="en")
    assert coded.document.text == "Peru condemned Chile."
    assert {r["document"] for r in coded.records()} == {"text"}
