"""People and their offices: who held what when."""

from __future__ import annotations

import pytest

from dragoman.knowledge.check import check_offices, check_people, check_spellings, check_tenures
from dragoman.knowledge.people import holders, office_in, people, person, tenures, tenures_of
from dragoman.languages.data import folder, read_table


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
    assert found[:4] == ["friedrich-merz", "olaf-scholz", "angela-merkel", "gerhard-schroder"]


def test_nobody() -> None:
    assert holders("foreign minister", "CHN", "1950") == ()
    assert holders("lord of the manor", "FRA") == ()
    assert tenures_of("nobody") == ()


def test_tenures_of() -> None:
    held = [(t.office, t.start) for t in tenures_of("wang-yi")]
    assert held == sorted(held, key=lambda row: row[1] or "")
    assert {("foreign minister", "2013-03-16"), ("foreign minister", "2023-07-25")} <= set(held)
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


def test_people_are_many() -> None:
    assert len(people()) > 4000
    assert len(tenures()) > 4500


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ({"id": "Jane Doe"}, "not an id"),
        ({"name": " Jane Doe"}, "the name is empty or padded"),
        ({"country": "ZZZ"}, "no state ZZZ"),
        ({"gender": "x"}, "no gender x"),
    ],
)
def test_a_broken_person_is_complained_of(row: dict[str, str], complaint: str) -> None:
    whole = {"id": "jane-doe", "name": "Jane Doe", "country": "FRA", "gender": "f"}
    assert list(check_people([whole])) == []
    assert list(check_people([whole | row])) == [f"people.tsv: {(whole | row)['id']}: {complaint}"]


def test_two_of_one_id_are_complained_of() -> None:
    row = {"id": "jane-doe", "name": "Jane Doe", "country": "FRA", "gender": "f"}
    assert list(check_people([row, row])) == ["people.tsv: jane-doe is written 2 times"]


def tenure(person: str, start: str, end: str = "", office: str = "foreign minister", of: str = "FRA", beside: str = "") -> dict[str, str]:
    return {"person": person, "office": office, "of": of, "from": start, "to": end, "beside": beside}


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (tenure("nobody", "2020"), "no person nobody"),
        (tenure("one", "2020", of="ZZZ"), "no code ZZZ"),
        (tenure("one", "2020", office=""), "the office is empty or padded"),
        (tenure("one", "2020-13"), "2020-13"),
        (tenure("one", "2020-02", "2019"), "ends (2019) before it begins (2020-02)"),
        (tenure("one", "0202-02"), "begins in 0202-02"),
        (tenure("one", "2020", beside="no"), "beside is no"),
    ],
)
def test_a_broken_tenure_is_complained_of(row: dict[str, str], complaint: str) -> None:
    found = list(check_tenures([row], ["one", "other"]))
    assert len(found) == 1 and complaint in found[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (tenure("one", "2020", "2022-05"), tenure("other", "2021")),
        (tenure("one", "2020-01-01"), tenure("other", "2021-03")),
        (tenure("one", "2019", "2021-06"), tenure("one", "2020-02", "2020-09")),
        (tenure("one", "2019", office="senator"), tenure("one", "2020", office="senator")),
        (tenure("one", "", office="senator"), tenure("one", "", office="senator")),
    ],
)
def test_two_at_once_are_complained_of(one: dict[str, str], other: dict[str, str]) -> None:
    assert len(list(check_tenures([one, other], ["one", "other"]))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (tenure("one", "2020", "2021-05-08"), tenure("other", "2021-05-08")),
        (tenure("one", "2020", "2021"), tenure("other", "2021-03")),
        (tenure("one", "2020"), tenure("other", "2021", beside="yes")),
        (tenure("one", "2020", office="senator"), tenure("other", "2021", office="senator")),
        (tenure("one", "2020"), tenure("other", "2021", of="DEU")),
    ],
)
def test_holders_that_may_stand_side_by_side(one: dict[str, str], other: dict[str, str]) -> None:
    assert list(check_tenures([one, other], ["one", "other"])) == []


def test_a_spelling_of_two_people_of_one_country_is_complained_of() -> None:
    known = [{"id": id, "name": name, "country": country} for id, name, country in (("a", "Ann Lee", "USA"), ("b", "A. Lee", "USA"))]
    same = [{"id": "b", "forms": "Ann Lee"}]
    assert list(check_spellings("xx", same, known)) == ["xx: ann lee of USA is a and b"]
    assert list(check_spellings("xx", same, [known[0], known[1] | {"country": "GBR"}])) == []
    assert list(check_spellings("xx", [{"id": "c", "forms": "C"}], known)) == ["xx: no person c"]
    assert len(list(check_spellings("xx", [{"id": "a", "forms": "Ann| "}], known))) == 1


def test_a_broken_office_is_complained_of() -> None:
    row = {"of": "FRA", "office": "leader", "called": "president", "named": ""}
    assert list(check_offices([row])) == []
    assert list(check_offices([row, row])) == ["offices.tsv: FRA leader president is written 2 times"]
    assert list(check_offices([row | {"of": "ZZZ"}])) == ["offices.tsv: ZZZ leader: no code ZZZ"]
    assert list(check_offices([row | {"called": ""}])) == ["offices.tsv: FRA leader: called nothing"]
    assert list(check_offices([row | {"named": "so"}])) == ["offices.tsv: FRA leader: named is so"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_spellings_belong_to_people(language: str) -> None:
    rows = list(read_table(folder(language).joinpath("people.tsv")))
    assert len({row["id"] for row in rows}) == len(rows) > 500
    for row in rows:
        assert row["id"] in people(), row
        assert all(form == form.strip() and form for form in row["forms"].split("|")), row
