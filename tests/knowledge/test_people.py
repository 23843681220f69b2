"""People and their offices: who held what when."""

from __future__ import annotations

import re

import pytest

from dragoman.knowledge import groups, organizations, states
from dragoman.knowledge.people import holders, office_in, people, person, tenures, tenures_of
from dragoman.languages.data import folder, read_table
from dragoman.model.time import Time

SOLE = (
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "foreign minister",
    "foreign secretary",
    "secretary of state",
    "defence minister",
    "defence secretary",
    "king",
    "emir",
    "pope",
    "secretary-general",
    "supreme leader",
)
RIVALS = {("CIV", "president"), ("GMB", "president")}
"""Two claimed the office at once after an election that one of them refused to lose."""


@pytest.mark.parametrize(
    ("office", "of", "on", "expected"),
    [
        ("foreign minister", "CHN", "2023-06-01", "qin-gang"),
        ("foreign minister", "CHN", "2023-08", "wang-yi"),
        ("prime minister", "GBR", "2022-10-04", "liz-truss"),
        ("chancellor", "DEU", "2022-06-08", "olaf-scholz"),
        ("president", "CMR", "2022-11-07", "paul-biya"),
        ("secretary-general", "NATO", "2024-12-12", "mark-rutte"),
        ("prosecutor", "ICC", "2020-09-03", "fatou-bensouda"),
        ("president", "SYR", "2023-05-20", "bashar-al-assad"),
        ("foreign policy chief", "EU", "2019-03-13", "federica-mogherini"),
    ],
)
def test_holders(office: str, of: str, on: str, expected: str) -> None:
    assert [t.person for t in holders(office, of, on)] == [expected]


@pytest.mark.parametrize(
    ("office", "of", "on", "expected"),
    [
        ("foreign minister", "USA", "2024-05-01", "antony-blinken"),
        ("foreign minister", "GBR", "2024-10-18", "david-lammy"),
        ("head", "IMF", "2023-04-06", "kristalina-georgieva"),
        ("leader", "CHN", "2023-03-22", "xi-jinping"),
        ("leader", "ISR", "2024-03-01", "benjamin-netanyahu"),
        ("president", "SAU", "2020-01-01", "salman-bin-abdulaziz"),
        ("head", "UN", "2020-01-01", "antonio-guterres"),
    ],
)
def test_an_office_is_found_by_what_the_state_calls_it(office: str, of: str, on: str, expected: str) -> None:
    assert [t.person for t in holders(office, of, on)] == [expected]


def test_on_a_day_of_change_both_hold_the_office() -> None:
    assert {t.person for t in holders("prime minister", "GBR", "2022-09-06")} == {"liz-truss", "boris-johnson"}


def test_without_a_day_everyone_who_ever_held_it_latest_first() -> None:
    found = [t.person for t in holders("chancellor", "DEU")]
    assert found == ["friedrich-merz", "olaf-scholz", "angela-merkel"]


def test_nobody() -> None:
    assert holders("foreign minister", "CHN", "1950") == ()
    assert holders("lord of the manor", "FRA") == ()
    assert tenures_of("nobody") == ()


def test_tenures_of() -> None:
    assert [(t.office, t.start) for t in tenures_of("wang-yi")] == [("foreign minister", "2013-03-16"), ("foreign minister", "2023-07-25")]
    assert person("wang-yi").country == "CHN"
    with pytest.raises(KeyError):
        person("nobody")


@pytest.mark.parametrize(
    ("office", "of", "called"),
    [
        ("deputy prime minister", "CHN", "vice premier"),
        ("foreign minister", "USA", "secretary of state"),
        ("foreign minister", "EU", "foreign policy chief"),
        ("foreign minister", "GBR", "foreign minister"),
        ("head", "NATO", "secretary-general"),
        ("foreign minister", "FRA", "foreign minister"),
        ("foreign minister", None, "foreign minister"),
    ],
)
def test_office_in(office: str, of: str | None, called: str) -> None:
    assert office_in(office, of) == called


def test_people_are_many_and_well_formed() -> None:
    assert len(people()) > 1500
    for someone in people().values():
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", someone.id), someone
        assert someone.gender in ("m", "f") and someone.name.strip() == someone.name
        assert someone.country in states(), someone


def test_every_tenure_is_of_someone_and_of_something_known() -> None:
    known = states().keys() | organizations().keys() | groups().keys()
    for tenure in tenures():
        assert tenure.person in people(), tenure
        assert tenure.of in known, tenure
        assert tenure.span.earliest is None or tenure.span.earliest >= Time.year(1950).earliest  # type: ignore[operator]


def test_one_at_a_time() -> None:
    """Of an office that one person holds, no two tenures share more than the days that their precision leaves open."""
    rows = [t for t in tenures() if t.office in SOLE and t.start and (t.of, t.office) not in RIVALS]
    for one in rows:
        for other in rows:
            if one is not other and (one.office, one.of) == (other.office, other.of) and (one.start or "") <= (other.start or ""):
                assert one.end, (one, other)
                assert Time.parse(one.end).earliest <= Time.parse(other.start or "").latest, (one, other)  # type: ignore[operator]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_spellings_belong_to_people(language: str) -> None:
    rows = list(read_table(folder(language).joinpath("people.tsv")))
    assert len({row["id"] for row in rows}) == len(rows) > 500
    for row in rows:
        assert row["id"] in people(), row
        assert all(form == form.strip() and form for form in row["forms"].split("|")), row
