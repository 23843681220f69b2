"""A user's own knowledge: what is taken from each format, what is passed over and why, and that an import is whole or nothing."""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import BadKnowledge, BadUsage, UnknownSource, Unwritable
from dragoman.knowledge.own import Knowledge, default_folder, import_file, remove, sources
from dragoman.knowledge.own.formats.contract import Refused
from dragoman.knowledge.own.importing import stage
from dragoman.knowledge.own.parties import by_item, party
from dragoman.knowledge.own.spelling import LONGEST, clean, key
from dragoman.knowledge.own.store import changing

CSV = "name,code,office,from,to,aliases\n"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def write(folder: Path, lines: Iterable[Any], name: str = "entities.json") -> Path:
    """A file with a line for each, JSON where it is no text."""
    path = folder / name
    path.write_text("".join((one if isinstance(one, str) else json.dumps(one)) + "\n" for one in lines), "utf-8")
    return path


def ftm(id: str, schema: str, **properties: object) -> dict[str, object]:
    return {"id": id, "schema": schema, "properties": {k: v if isinstance(v, list) else [v] for k, v in properties.items()}}


PERSON = ftm("p", "Person", name="Айгуль Садыкова", alias=["Aïgoul Sadykova", "عائشة"], weakAlias=["Ai", "La Grande Dame"], country=["kz"])
POST = ftm("o", "Position", name="Minister of Foreign Affairs of Kazakhstan", country="kz", topics=["gov.national"])
HELD = ftm("h", "Occupancy", holder="p", post="o", startDate="2019-03-18T00:00:00", endDate="2022")


@pytest.mark.parametrize("lines", [[PERSON, POST, HELD], [HELD, POST, PERSON], [POST, HELD, PERSON]])
def test_followthemoney_in_any_order(lines: list[object], tmp_path: Path, kept: Path) -> None:
    report = import_file(write(tmp_path, lines), kept, office=lambda title: ("foreign minister", "foreign"))
    assert report.source.taken == {"person": 1, "organization": 0, "office": 1, "tenure": 1}
    assert (report.refused, report.unused, report.replaced) == ({}, {}, False)
    knowledge = Knowledge(kept)
    (known,) = knowledge.find("AIGOUL SADYKOVA")
    assert (known.id, known.name, known.kind, known.code, known.sector) == ("p", "Айгуль Садыкова", "person", "KAZ", "GOV")
    assert known.names == ("Айгуль Садыкова", "Aïgoul Sadykova", "عائشة", "La Grande Dame")
    (held,) = knowledge.tenures_of("p")
    assert (held.person, held.office, held.of, held.start, held.end) == ("p", "foreign minister", "KAZ", "2019-03-18", "2022")
    assert (held.title, held.klass, held.source) == ("Minister of Foreign Affairs of Kazakhstan", "foreign", "entities.json")


def test_organisations_and_their_sectors(tmp_path: Path, kept: Path) -> None:
    lines = [
        ftm("a", "Organization", name="北方军", country="ru", topics="mil"),
        ftm("b", "PublicBody", name="Ministry of Tests", jurisdiction="fr"),
        ftm("c", "Company", name="Test Oil", country=["cy"], mainCountry="ru"),
        ftm("d", "Person", name="Paul Durand", country="fr"),
        ftm("e", "Directorship", director="d", organization="c", role="chairman", startDate="2020"),
        ftm("f", "Membership", member="b", organization="a", role="member"),
    ]
    report = import_file(write(tmp_path, lines), kept)
    knowledge = Knowledge(kept)
    found = [(k.kind, k.code, k.sector) for name in ("北方军", "ministry of tests", "Test-Oil") for k in knowledge.find(name)]
    assert found == [("organization", "RUS", "MIL"), ("organization", "FRA", "GOV"), ("organization", "RUS", "BUS")]
    assert [(t.office, t.of) for t in knowledge.tenures_of("d")] == [("chairman, Test Oil", "RUS")]
    assert report.refused == {"holder is no person": 1}


def test_who_says_no_country_has_that_of_the_office(tmp_path: Path, kept: Path) -> None:
    lines = [ftm("p", "Person", name="A B"), POST, HELD, ftm("q", "Person", name="C D")]
    report = import_file(write(tmp_path, lines), kept)
    assert [k.code for k in Knowledge(kept).find("a b")] == ["KAZ"]
    assert list(report) == ["1 no country: line 4"]


def test_death_ends_an_office(tmp_path: Path, kept: Path) -> None:
    person = ftm("p", "Person", name="A B", country="kz", deathDate="2020-02-03")
    import_file(write(tmp_path, [person, POST, ftm("h", "Occupancy", holder="p", post="o", startDate="2019")]), kept)
    assert [t.end for t in Knowledge(kept).tenures_of("p")] == ["2020-02-03"]


def test_each_refused_line_is_named_and_counted(tmp_path: Path, kept: Path) -> None:
    occupancy = {"holder": "p", "post": "o"}
    lines = [
        PERSON,
        POST,
        "{broken",
        "[1, 2]",
        ftm("1", "Person", country="fr"),
        ftm("2", "Person", name="?!", country="fr"),
        ftm("3", "Person", name="A", country="qq"),
        ftm("4", "Occupancy", **occupancy, startDate="2022", endDate="2020"),
        ftm("5", "Occupancy", **occupancy, startDate="2022-02-30"),
        ftm("6", "Occupancy", **occupancy, status="ended"),
        ftm("7", "Occupancy", holder="nobody", post="o"),
        ftm("8", "Occupancy", holder="p", post="3"),
        ftm("9", "Occupancy", holder="p"),
        {"schema": "Person", "properties": []},
        ftm("10", "Address", full="Paris"),
        {"id": "11", "schema": "Person", "properties": {"name": "no list", "country": [3, None, "fr"]}},
        "",
        HELD,
    ]
    report = import_file(write(tmp_path, lines), kept)
    assert list(report) == [
        "3 no name: line 5, line 6, line 16",
        "1 dates out of order: line 8 (2022 to 2020)",
        "1 ended, but not said when: line 10",
        "1 holder not in the file, or refused: line 11",
        "1 no id or no schema: line 14",
        "1 no such date: line 9 (2022-02-30)",
        "1 not JSON: line 3",
        "1 not a JSON object: line 4",
        "1 not said who, or what office: line 13",
        "1 office not in the file, or refused: line 12",
        "1 unknown country code: line 7 ('qq')",
    ]
    assert report.unused == {"Address": 1}
    assert report.source.taken["tenure"] == 1
    assert "not used: 1 Address" in str(report)


def test_only_the_first_lines_of_a_reason_are_named(tmp_path: Path, kept: Path) -> None:
    report = import_file(write(tmp_path, [PERSON, *["{"] * 50]), kept)
    assert list(report) == ["50 not JSON: line 2, line 3, line 4 ..."]


def item(id: str, label: str = "", claims: object = None, **aliases: list[str]) -> dict[str, object]:
    others = {language: [{"value": alias} for alias in row] for language, row in aliases.items()}
    return {"id": id, "labels": {"en": {"value": label}} if label else {}, "aliases": others, "claims": claims or {}}


def entity_of(id: str) -> dict[str, object]:
    return {"snaktype": "value", "datavalue": {"value": {"id": id}}}


def time_of(time: str, precision: int) -> dict[str, object]:
    return {"snaktype": "value", "datavalue": {"value": {"time": time, "precision": precision}}}


def statement(snak: object, rank: str = "normal", **qualifiers: object) -> dict[str, object]:
    return {"mainsnak": snak, "rank": rank, "qualifiers": {property: [snak] for property, snak in qualifiers.items()}}


HUMAN = [statement(entity_of("Q5"))]
DEFENCE = item("Q100", "Minister of Defence", {"P279": [statement(entity_of("Q83307"))], "P1001": [statement(entity_of("Q142"))]})


def human(*positions: object, countries: Iterable[str] = ("Q142",), **more: object) -> dict[str, object]:
    claims = {"P31": HUMAN, "P27": [statement(entity_of(q)) for q in countries], "P39": list(positions), **more}
    return item("Q1", "Jeanne Dupré", claims, fr=["J. Dupré"], ru=["Жанна Дюпре"])


@pytest.mark.parametrize("brackets", [True, False])
def test_wikidata(brackets: bool, tmp_path: Path, kept: Path) -> None:
    held = [
        statement(entity_of("Q100"), P580=time_of("+2019-03-18T00:00:00Z", 11), P582=time_of("+2020-05-00T00:00:00Z", 10)),
        statement(entity_of("Q100"), P580=time_of("+2012-00-00T00:00:00Z", 9), P582=time_of("+2014-01-01T00:00:00Z", 9)),
        statement(entity_of("Q100"), rank="deprecated", P580=time_of("+1999-00-00T00:00:00Z", 9)),
        statement(entity_of("Q100"), P580=time_of("+2021-00-00T00:00:00Z", 9), P582={"snaktype": "somevalue"}),
        statement(entity_of("Q100"), P580=time_of("+2020-00-00T00:00:00Z", 8), P582={"snaktype": "novalue"}),
        statement(entity_of("Q999"), P580=time_of("+2022-00-00T00:00:00Z", 9)),
    ]
    lines = [json.dumps(human(*held)), json.dumps(item("Q64", "Berlin", {"P625": [statement({})]})), json.dumps(DEFENCE)]
    report = import_file(write(tmp_path, ["[", *(line + "," for line in lines), "]"] if brackets else lines), kept)
    assert report.source.format == "Wikidata"
    knowledge = Knowledge(kept)
    assert [k.id for k in knowledge.find("жанна дюпре")] == ["Q1"]
    tenures = [(t.title, t.of, t.start, t.end) for t in knowledge.tenures_of("Q1")]
    assert tenures == [
        ("Minister of Defence", "FRA", None, None),
        ("Minister of Defence", "FRA", "2012", "2014"),
        ("Minister of Defence", "FRA", "2019-03-18", "2020-05"),
    ]
    assert report.refused == {"ended, but not said when": 1, "office not in the file, or refused": 1}
    assert report.unused == {"item that is neither a person nor an office": 1}


def test_whose_an_office_of_wikidata_is(tmp_path: Path, kept: Path) -> None:
    plain = item("Q101", "Minister", {"P279": [statement(entity_of("Q83307"))]})
    dead = item("Q102", "Emperor of Nowhere", {"P279": [statement({})], "P17": [statement(entity_of("Q15180"))]})
    held = [statement(entity_of("Q101")), statement(entity_of("Q101"), P1001=entity_of("Q458")), statement(entity_of("Q102"))]
    report = import_file(write(tmp_path, [plain, dead, human(*held, countries=["Q15180", "Q159"])]), kept)
    assert [t.of for t in Knowledge(kept).tenures_of("Q1")] == ["RUS", "EU"]
    assert report.refused == {"unknown country code": 1, "office not in the file, or refused": 1}


def test_csv(tmp_path: Path, kept: Path) -> None:
    rows = [
        "\ufeffName;code;office;from;to;aliases;sector;kind",
        '"Sadykova, Aïgoul";kz;Minister of Tests;2019-03;2020;Aïgoul Sadykova|عائشة;GOV;',
        "Sadykova, Aïgoul;KAZ;President;2021;;A. S.;;",
        "Northern Army;KAZ;;;;;mil;organization",
        "No Code;;;;;;;",
        "No Sector;KAZ;;;;;XYZ;",
        "Northern Army;KAZ;Chair;;;;;organization",
        "Odd;KAZ;;;;;;horse",
        ";;;;;;;",
    ]
    report = import_file(write(tmp_path, rows, "table.txt"), kept)
    knowledge = Knowledge(kept)
    (known,) = knowledge.find("aigoul sadykova")
    assert known.names == ("Sadykova, Aïgoul", "Aïgoul Sadykova", "عائشة", "A. S.")
    assert [(t.office, t.start, t.end) for t in knowledge.tenures_of(known.id)] == [
        ("Minister of Tests", "2019-03", "2020"),
        ("President", "2021", None),
    ]
    assert [(k.kind, k.sector) for k in knowledge.find("Northern Army")] == [("organization", "MIL")]
    assert sorted(report.refused) == ["an organization holds no office", "no code", "unknown kind", "unknown sector"]


def test_csv_lines_that_cannot_be_read(tmp_path: Path, kept: Path) -> None:
    path = tmp_path / "table.csv"
    good = b"Jean Test,FRA,President,2020,,\n"
    path.write_bytes(CSV.encode() + b"Ren\xe9,FRA,,,,\n" + b'"a"b,FRA,,,,\n' + good + b"x" * 200_000 + b",FRA,,,,\n")
    assert list(import_file(path, kept)) == [
        "2 broken CSV: line 3 (',' expected after '\"'), line 5 (field larger than field limit (131072))",
        "1 not UTF-8: line 2",
    ]


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a binary file, no knowledge"),
        (b"<!doctype html><html><body>Hello</body></html>", "HTML or XML: neither"),
        (b"Le ministre a dit, lundi, qu'il viendrait.\n" * 3, "neither FollowTheMoney nor Wikidata JSON lines, nor a CSV"),
        (b'{"id": "a", "text": "Un."}\n', "neither"),
        (b"name,country\nA,FRA\n", "neither"),
        (gzip.compress(b"not this"), "neither"),
        (b"\x1f\x8bdamaged" * 50, "a damaged gzip file"),
        (CSV.encode(), "nothing in it could be taken"),
        (CSV.encode() + b"A,QQ,,,,\n", "nothing in it could be taken; 1 unknown country code: line 2 ('QQ')"),
    ],
)
def test_a_file_of_the_wrong_kind_is_one_line(content: bytes, cause: str, tmp_path: Path, kept: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(BadKnowledge) as problem:
        import_file(path, kept)
    assert str(problem.value).startswith(str(path))
    assert cause in str(problem.value)
    assert "\n" not in str(problem.value)
    assert not Knowledge(kept)


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("\n".join(map(json.dumps, (PERSON, POST, HELD)))[:-20].encode(), ":3: cut short"),
        (
            gzip.compress(b"".join(json.dumps(ftm(str(n), "Person", name=f"A {n}")).encode() + b"\n" for n in range(3000)))[:-30],
            "cut short",
        ),
        (("[\n" + json.dumps(human()) + ",\n").encode(), "cut short: the list"),
        ((CSV + "Jean Test,FRA,President,2020,,\n" + '"Jean').encode(), ":3: cut short: a quotation"),
    ],
)
def test_of_a_file_cut_short_nothing_is_kept(content: bytes, cause: str, tmp_path: Path, kept: Path) -> None:
    path = tmp_path / "file"
    path.write_text(CSV + "Anne Avant,FRA,President,2020,,\n")
    import_file(path, kept)
    before = sources(kept)
    path.write_bytes(content)
    with pytest.raises(BadKnowledge, match=cause):
        import_file(path, kept)
    assert sources(kept) == before
    assert Knowledge(kept).find("anne avant")
    assert {p.suffix for p in kept.iterdir()} <= {".knowledge", ""}


def test_a_last_line_without_its_end_is_fine_when_it_is_whole(tmp_path: Path, kept: Path) -> None:
    path = tmp_path / "file.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, (PERSON, POST, HELD))).encode()))
    assert import_file(path, kept).source.taken["tenure"] == 1


def test_an_interrupted_import_leaves_nothing(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, [PERSON, POST, HELD])

    def interrupted(*arguments: Any) -> None:
        stage(*arguments)
        raise KeyboardInterrupt

    monkeypatch.setattr("dragoman.knowledge.own.importing.stage", interrupted)
    with pytest.raises(KeyboardInterrupt):
        import_file(path, kept)
    assert sources(kept) == ()
    assert [p.name for p in kept.iterdir()] == ["lock"]


def test_what_a_killed_import_left_is_gone_at_the_next(tmp_path: Path, kept: Path) -> None:
    kept.mkdir()
    (kept / "abc.part").write_bytes(b"half")
    assert sources(kept) == ()
    import_file(write(tmp_path, [PERSON]), kept)
    assert not list(kept.glob("*.part"))


def test_importing_a_name_again_replaces_it_and_remove_takes_it_out(tmp_path: Path, kept: Path) -> None:
    import_file(write(tmp_path, [PERSON, POST, HELD]), kept)
    import_file(write(tmp_path, [ftm("q", "Person", name="Other One", country="fr")], "other.json"), kept)
    report = import_file(write(tmp_path, [ftm("r", "Person", name="New One", country="fr")]), kept)
    assert report.replaced
    assert [s.name for s in sources(kept)] == ["entities.json", "other.json"]
    knowledge = Knowledge(kept)
    assert (len(knowledge.find("new one")), knowledge.find("aigoul sadykova"), knowledge.tenures_of("p")) == (1, (), ())
    remove("entities.json", kept)
    assert not Knowledge(kept).find("new one")
    assert Knowledge(kept).find("other one")
    with pytest.raises(UnknownSource, match="no source named 'entities.json': there is 'other.json'"):
        remove("entities.json", kept)


def test_what_two_sources_say_of_one_is_united(tmp_path: Path, kept: Path) -> None:
    import_file(write(tmp_path, [PERSON, POST, HELD]), kept, name="first")
    import_file(write(tmp_path, [ftm("p", "Person", name="A. Sadykova", alias="عائشة", country="kz"), POST, HELD]), kept, name="second")
    knowledge = Knowledge(kept)
    (known,) = knowledge.find("عائشة")
    assert (known.name, known.source) == ("A. Sadykova", "second")
    assert "Aïgoul Sadykova" in known.names
    assert len(knowledge.tenures_of("p")) == 1
    assert knowledge.known("p") == known
    assert knowledge.known("q") is None


def test_who_holds_an_office_on_a_day(tmp_path: Path, kept: Path) -> None:
    rows = ["Ann Old,FRA,president,2010,2015,", "Bob New,FRA,president,2015,,", "Bob New,FRA,mayor,2000,2004,", "Cid Long,DEU,king,,,"]
    import_file(write(tmp_path, [CSV.strip(), *rows]), kept)
    knowledge = Knowledge(kept)
    assert [t.person for t in knowledge.holders("president", "FRA")] == ["bob-new-fra", "ann-old-fra"]
    assert [t.person for t in knowledge.holders("president", "FRA", "2012-01-01")] == ["ann-old-fra"]
    assert [t.person for t in knowledge.holders("president", "FRA", "2015-06")] == ["bob-new-fra", "ann-old-fra"]
    assert knowledge.holders("president", "DEU", "2012") == ()
    ids = ("ann-old-fra", "bob-new-fra", "cid-long-deu", "nobody")
    assert knowledge.in_office("2012-05", ids) == {"ann-old-fra": "FRA", "cid-long-deu": "DEU"}
    assert knowledge.in_office(None, ids).keys() == {"ann-old-fra", "bob-new-fra", "cid-long-deu"}


def test_without_a_store_there_is_nothing_and_nothing_is_made(kept: Path) -> None:
    knowledge = Knowledge(kept)
    assert not knowledge
    assert (knowledge.find("anyone"), knowledge.find(""), knowledge.tenures_of("x"), knowledge.sources) == ((), (), (), ())
    assert not kept.exists()


def test_a_store_that_is_none_is_named(kept: Path) -> None:
    kept.mkdir()
    (kept / "a.knowledge").write_text("prose")
    with pytest.raises(BadKnowledge, match="remove the file"):
        Knowledge(kept).find("anyone")


def test_a_store_of_another_version_is_named(tmp_path: Path, kept: Path) -> None:
    import_file(write(tmp_path, [PERSON]), kept)
    (path,) = kept.glob("*.knowledge")
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(BadKnowledge, match="another version"):
        sources(kept)


@pytest.mark.parametrize("name", ["", "\x00", "x" * 501])
def test_a_source_needs_a_name(name: str, tmp_path: Path, kept: Path) -> None:
    with pytest.raises(BadUsage):
        import_file(write(tmp_path, [PERSON]), kept, name=name)


def test_any_name_will_do_for_a_source(tmp_path: Path, kept: Path) -> None:
    import_file(write(tmp_path, [PERSON]), kept, name="../../états/unis")
    assert [s.name for s in sources(kept)] == ["../../états/unis"]
    assert all(path.parent == kept for path in kept.rglob("*"))


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Unwritable, match="cannot be written: "):
        import_file(write(tmp_path, [PERSON]), tmp_path / "file" / "kept")


def test_the_second_of_two_imports_waits_and_says_so(tmp_path: Path, kept: Path) -> None:
    path, said = write(tmp_path, [PERSON]), []

    class Waited(Exception):
        pass

    def heard(words: str) -> None:
        said.append(words)
        raise Waited

    with changing(kept, lambda _: None), pytest.raises(Waited):
        import_file(path, kept, notify=heard)
    assert said == [f"{kept}: another import is under way: waiting for it to end"]
    assert import_file(path, kept).source.taken["person"] == 1


def test_where_it_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DRAGOMAN_KNOWLEDGE", str(tmp_path / "mine"))
    assert default_folder() == tmp_path / "mine"
    monkeypatch.delenv("DRAGOMAN_KNOWLEDGE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_folder().name == "knowledge"


def test_worker_processes_open_it_for_themselves(tmp_path: Path, kept: Path) -> None:
    import_file(write(tmp_path, [PERSON]), kept)
    knowledge = Knowledge(kept)
    assert knowledge.find("عائشة")
    read, out = os.pipe()
    child = os.fork()
    if not child:
        os.write(out, str(len(knowledge.find("عائشة"))).encode())
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(read, 9) == b"1"
    rebuilt, (folder,) = knowledge.__reduce__()
    assert rebuilt(folder).find("عائشة")


@pytest.mark.parametrize(
    ("code", "expected"),
    [("fr", "FRA"), ("FRA", "FRA"), ("xk", "XKX"), ("eu", "EU"), ("AU", "AU"), ("au", "AUS"), ("hamas", "HAMAS"), ("us-ca", "USA")]
    + [("cy-trnc", "TRNC"), ("ge-ab", None), ("suhh", None), ("zz", None), ("", None)],
)
def test_codes_of_others(code: str, expected: str | None) -> None:
    assert party(code) == expected


def test_items_stand_for_one_party_each() -> None:
    assert len(by_item()) > 260
    assert all(party(code) == code for code in by_item().values())


def test_names_are_cleaned_and_folded() -> None:
    assert clean("  Jean\u202e\x00 \ud800Test ") == "Jean Test"
    assert clean("x" * (LONGEST + 1)) == ""
    assert key("E\u0301tienne D’Arc") == key("étienne d'arc") == "etienne d arc"


def test_a_refusal_says_why() -> None:
    assert str(Refused("no name", 3)) == "no name"
