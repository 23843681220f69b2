"""Who or what some words stand for: names, offices as of a day, mentions in a text, the user's own knowledge."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import dragoman
from dragoman import BadDate, BadUsage, Identity, who
from dragoman.cli import app
from dragoman.knowledge import states
from dragoman.knowledge.exonyms import exonym_languages, find_exonym
from dragoman.knowledge.own import Knowledge, import_file

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def nothing_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_KNOWLEDGE", str(tmp_path / "none"))


@pytest.fixture
def own(tmp_path: Path) -> Knowledge:
    """A foreign minister of Tuvalu, and an office more of someone whom our tables know."""
    rows = [
        "name,code,office,from,to,aliases",
        "Tavita Lomani,TUV,foreign minister,2020-03-01,2024-02-01,Tavita L.|Lomani",
        "Sergei Lavrov,RUS,chairman of the Coral Society,2019-01-01,,",
    ]
    file = tmp_path / "islands.csv"
    file.write_text("\n".join(rows) + "\n", "utf-8")
    import_file(file, tmp_path / "own")
    return Knowledge(tmp_path / "own")


def names(found: tuple[Identity, ...]) -> list[str]:
    return [one.name for one in found]


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(app, ["who", *arguments])
    assert "Traceback" not in result.output
    return result


# -- offices -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "on", "name", "code"),
    [
        ("le ministre chinois des Affaires étrangères", "2023-06-15", "Qin Gang", "CHN"),
        ("le ministre chinois des Affaires étrangères", "2023-08-01", "Wang Yi", "CHN"),
        ("the Chinese foreign minister", "2023-08-01", "Wang Yi", "CHN"),
        ("China's foreign minister", "2023-06-15", "Qin Gang", "CHN"),
        ("Le chef de la diplomatie chinoise", "2023-06-15", "Qin Gang", "CHN"),
        ("le patron du Pentagone", "2022-05-01", "Lloyd Austin", "USA"),
        ("the Pentagon chief", "2018-05-01", "James Mattis", "USA"),
        ("the top US diplomat", "2022-05-01", "Antony Blinken", "USA"),
        ("America's top diplomat", "2022-05-01", "Antony Blinken", "USA"),
        ("the US secretary of state", "2019-05", "Mike Pompeo", "USA"),
        ("le locataire de l'Élysée", "2016", "François Hollande", "FRA"),
        ("la locataire du palais Chigi", "2023-05-05", "Giorgia Meloni", "ITA"),
        ("the occupant of the White House", "2015", "Barack Obama", "USA"),
        ("the Kremlin chief", "2015", "Vladimir Putin", "RUS"),
        ("le maître du Kremlin", "2015", "Vladimir Putin", "RUS"),
        ("le locataire de Downing Street", "2023", "Rishi Sunak", "GBR"),
        ("la chancelière allemande", "2016", "Angela Merkel", "DEU"),
        ("the pontiff", "2016", "Pope Francis", "VAT"),
        ("le pontife", "2016", "Pope Francis", "VAT"),
        ("le souverain pontife", "2016", "Pope Francis", "VAT"),
        ("the Holy See's secretary of state", "2020", "Pietro Parolin", "VAT"),
        ("le secrétaire général de l'ONU", "2020", "António Guterres", "UN"),
        ("the NATO chief", "2020", "Jens Stoltenberg", "NATO"),
        ("le président Poutine", None, "Vladimir Putin", "RUS"),
        ("Foreign Minister Sergei Lavrov", None, "Sergei Lavrov", "RUS"),
    ],
)
def test_an_office_is_its_holder_on_the_day(words: str, on: str | None, name: str, code: str) -> None:
    first = who(words, on=on)[0]
    assert (first.kind, first.name, first.code) == ("person", name, code)


def test_a_holder_comes_with_dated_offices_and_sources() -> None:
    (wang,) = who("the Chinese foreign minister", on="2023-08-01")
    assert (wang.reading, wang.office) == ("office", "foreign minister")
    assert ("foreign minister", "CHN", "2023-07-25", None) in [(h.office, h.of, h.start, h.end) for h in wang.offices]
    assert [h.start for h in wang.offices] == sorted((h.start or "" for h in wang.offices), reverse=True)
    assert wang.sources == ("people.tsv", "tenures.tsv")


def test_more_than_one_holder_is_said_so_surest_first() -> None:
    found = who("the Chinese foreign minister", on="2023-07")
    assert names(found) == ["Wang Yi", "Qin Gang"]
    assert all("one of 2" in (one.note or "") for one in found)


def test_without_a_day_all_known_holders_latest_first() -> None:
    found = who("the Chinese foreign minister")
    assert names(found)[:2] == ["Wang Yi", "Qin Gang"]
    assert all("name a day" in (one.note or "") for one in found)


def test_nobody_known_is_said_so() -> None:
    (office,) = who("the foreign minister of Tuvalu", on="1990")
    assert (office.kind, office.codes, office.office) == ("office", ("TUV",), "foreign minister")
    assert "nobody is known to hold it on 1990" in (office.note or "")


@pytest.mark.parametrize(
    ("words", "on", "name"),
    [("the former US president", "2018", "Barack Obama"), ("l'ancien président français", "2023", "François Hollande")],
)
def test_a_former_holder_is_none_of_today(words: str, on: str, name: str) -> None:
    assert who(words, on=on)[0].name == name


def test_one_named_for_an_office_is_not_who_holds_it() -> None:
    (office,) = who("the incoming Chinese foreign minister", on="2022-01-01")
    assert (office.kind, office.codes) == ("office", ("CHN",))


@pytest.mark.parametrize("words", ["le ministre des Affaires étrangères", "the prime minister", "Madame le ministre"])
def test_an_office_of_nobody_knows_whom_is_said_so(words: str) -> None:
    (office,) = who(words)
    assert (office.kind, office.codes) == ("office", ())
    assert "say of which" in (office.note or "")


def test_an_office_of_an_ambiguous_name_has_all_its_holders() -> None:
    assert {one.code for one in who("le président du Congo", on="2023")} == {"COD", "COG"}


def test_two_offices_are_two_holders() -> None:
    assert names(who("le président français et le chancelier allemand", on="2022-06")) == ["Emmanuel Macron", "Olaf Scholz"]


def test_adjectives_joined_are_both_owners() -> None:
    assert {one.code for one in who("the French and German foreign ministers", on="2022-06-01")} == {"FRA", "DEU"}


# -- names -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "kind", "code", "reading"),
    [
        ("Sergueï Lavrov", "person", "RUS", "name"),
        ("Lavrov", "person", "RUS", "short name"),
        ("lavrov", "person", "RUS", "short name"),
        ("M. Lavrov", "person", "RUS", "short name"),
        ("la Russie", "state", "RUS", "name"),
        ("Russian", "state", "RUS", "adjective"),
        ("les Russes", "state", "RUS", "demonym"),
        ("Moscow", "state", "RUS", "capital"),
        ("Quai d'Orsay", "body", "FRA", "seat"),
        ("Bundestag", "body", "DEU", "body"),
        ("l'OTAN", "organization", "NATO", "name"),
        ("Hamas", "group", "HAMAS", "name"),
        ("Bouaké", "place", "CIV", "town"),
        ("l'armée israélienne", "body", "ISR", "description"),
        ("the Chinese government", "body", "CHN", "description"),
        ("Deutschland", "state", "DEU", "exonym"),
        ("日本", "state", "JPN", "exonym"),
    ],
)
def test_a_name(words: str, kind: str, code: str, reading: str) -> None:
    first = who(words)[0]
    assert (first.kind, first.code, first.reading) == (kind, code, reading)


@pytest.mark.parametrize(("words", "codes"), [("Congo", {"COD", "COG"}), ("Georgia", {"GEO"}), ("Guinea", {"GIN"}), ("Jordan", {"JOR"})])
def test_every_reading_of_an_ambiguous_name(words: str, codes: set[str]) -> None:
    assert codes <= {one.code for one in who(words)}


def test_a_state_is_named_in_the_language_asked_for() -> None:
    assert who("Deutschland", language="de")[0].code == "DEU"
    assert who("Allemagne", language="fr")[0].code == "DEU"
    assert not who("Allemagne", language="en")


def test_memberships_are_those_of_the_day() -> None:
    def of(words: str, on: str) -> set[str]:
        return {m.organization for m in who(words, on=on)[0].memberships if m.role == "member"}

    assert "EU" in of("United Kingdom", "2015")
    assert "EU" not in of("United Kingdom", "2022")
    assert "NATO" not in of("Finland", "2022")
    assert "NATO" in of("Finland", "2024")


def test_an_organisation_has_its_members() -> None:
    members = {m.member for m in who("NATO", on="1990")[0].memberships}
    assert "FRA" in members and "POL" not in members


def test_a_person_acts_for_whose_office_they_hold_on_the_day() -> None:
    assert who("Donald Tusk", on="2016")[0].code == "EU"
    assert who("Donald Tusk", on="2024-06")[0].code == "POL"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        "?",
        "xyzzy",
        "le chat du voisin",
        "the dog of the foreign minister",
        "chef de gare",
        "Premier League",
        "the weather in spring",
    ],
)
def test_nothing_is_made_up(words: str) -> None:
    assert who(words) == ()


# -- in a text ---------------------------------------------------------------------------------------------------------


def at(text: str, words: str) -> tuple[int, int]:
    start = text.rindex(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("language", "on", "text", "words", "code", "person"),
    [
        ("fr", "2016-05-05", "Le pape a reçu dimanche des évêques.", "Le pape", "VAT", "Pope Francis"),
        ("fr", "2023-06-05", "À Xian, le ministre chinois des Affaires étrangères a souri.", "ministre chinois", "CHN", "Qin Gang"),
        ("en", "2023-06-05", "Sergei Lavrov met his Turkish counterpart in Antalya.", "his Turkish counterpart", "TUR", "Hakan Fidan"),
        ("en", "2018-06-05", "The Peruvian mayor Rosalva Quiñoa spoke. Quiñoa wept.", "Quiñoa", "PER", "Rosalva Quiñoa"),
        ("en", "2022-06-05", "A fire broke out in Lima on Monday.", "Lima", "PER", None),
        ("en", "2022-06-05", "Geneva hosted talks on Monday.", "Geneva", "CHE", None),
        ("en", "2022-06-05", "The Chinese army held a drill.", "The Chinese army", "CHN", None),
    ],
)
def test_a_mention_in_a_dispatch(language: str, on: str, text: str, words: str, code: str, person: str | None) -> None:
    first = who(text, on=on, language=language, at=at(text, words))[0]
    assert first.code == code
    assert (first.name if first.kind == "person" else None) == person


def test_a_mention_of_nobody() -> None:
    text = "The cat slept on the sofa."
    assert who(text, language="en", at=at(text, "The cat")) == ()


@pytest.mark.parametrize("span", [(5, 5), (-1, 3), (0, 99)])
def test_a_mention_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(BadUsage):
        who("Peru voted.", language="en", at=span)


def test_a_former_holder_in_a_dispatch_is_not_chosen_from() -> None:
    text = "A former French president spoke."
    found = who(text, on="2023-05-05", language="en", at=at(text, "A former French president"))
    assert (found[0].kind, found[0].code) == ("office", "FRA")
    assert "Emmanuel Macron" not in names(found)


def test_holders_of_an_unknown_day_are_not_chosen_from() -> None:
    text = "The Chinese foreign minister spoke."
    found = who(text, language="en", at=at(text, "The Chinese foreign minister"))
    assert (found[0].kind, found[0].code) == ("office", "CHN")
    assert {"Wang Yi", "Qin Gang"} <= set(names(found))


# -- the user's own knowledge ------------------------------------------------------------------------------------------


def test_whom_a_user_imported_is_found(own: Knowledge) -> None:
    for words in ("Tavita Lomani", "lomani", "the foreign minister of Tuvalu"):
        (found,) = who(words, on="2022", knowledge=own)
        assert (found.name, found.code, found.sources) == ("Tavita Lomani", "TUV", ("islands.csv",))
    assert who("Tavita Lomani") == ()


def test_what_a_user_imported_is_added_to_what_is_known(own: Knowledge) -> None:
    (lavrov,) = who("Sergei Lavrov", knowledge=own)
    assert {"tenures.tsv", "islands.csv"} <= {h.source for h in lavrov.offices}


# -- bad questions, the command line -----------------------------------------------------------------------------------


@pytest.mark.parametrize("on", ["", "2023-13", "yesterday"])
def test_a_day_that_is_none(on: str) -> None:
    with pytest.raises(BadDate):
        who("Lavrov", on=on)
    result = run("Lavrov", "--on", on)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)


def test_a_language_without_names() -> None:
    with pytest.raises(BadUsage):
        who("Lavrov", language="xx")
    assert run("Lavrov", "--language", "xx").exit_code == 2


def test_nothing_found_is_one_line_and_exit_code_1() -> None:
    result = run("xyzzy")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "nobody and nothing is known as 'xyzzy'\n"


def test_the_command_shows_who_it_is() -> None:
    result = run("le ministre chinois des Affaires étrangères", "--on", "2023-08-01")
    assert result.exit_code == 0
    assert "Wang Yi" in result.stdout and "2023-07-25" in result.stdout


def test_json_is_a_reading_a_line(own: Knowledge) -> None:
    result = run("Congo", "--json")
    assert [json.loads(line)["codes"] for line in result.stdout.splitlines()][:2] == [["COD"], ["COG"]]
    result = run("Tavita Lomani", "--json", "--knowledge", str(own.folder))
    assert json.loads(result.stdout)["offices"][0]["source"] == "islands.csv"


def test_no_parser_is_loaded_for_a_name_or_an_office() -> None:
    program = "import sys, dragoman; dragoman.who('the Chinese foreign minister'); print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_it_is_documented() -> None:
    page = (ROOT / "docs" / "who.md").read_text("utf-8")
    for word in ("--on", "--language", "--json", "--knowledge", *Identity.__dataclass_fields__):
        assert word in page
    assert "who" in dragoman.__all__


# -- names of states in other languages --------------------------------------------------------------------------------


def test_exonyms_are_of_states() -> None:
    assert find_exonym("Deutschland", "de")[0].code == "DEU"
    assert find_exonym("Deutschland", "it") == ()
    assert find_exonym("xyzzy") == ()
    assert {"de", "es", "ja", "ar", "ru"} <= exonym_languages()
    assert all(e.code in states() for name in ("Россия", "Grecia", "Polonia") for e in find_exonym(name))


def test_who_it_is_is_answered_without_the_coder() -> None:
    asked = "import sys; from dragoman.cli import app; app(['who', 'Oslo'], standalone_mode=False); "
    script = asked + "print('dragoman.pipeline' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "False"
