"""Times: EDTF in and out, whole months and years, comparison, arithmetic."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.time import BadTime, Time

FORMS = [
    "2023-09-18",
    "2023-09",
    "2023",
    "2023-09-18/2023-09-21",
    "../2023-07",
    "2023-09-18/..",
    "2022-03/..",
    "2022-03-01/..",
    "../2023-08-31",
    "2022-12~",
    "2023-08~/..",
    "2023-04~/2023-10-20",
    "2021-04-07/2021-04-21~",
    "2020-05-04~/2020-05-18",
    "1980/1989",
    "2020-12/2021-02",
    "2023-04?",
    "2023-04%",
    "[2023-09-04,2023-09-11]",
    "[2023-09-16,2023-10]",
    "[2023-09-02..2023-09-03,2023-09-09..2023-09-10]",
]
NO_TIMES = ["", "soon", "2023-13", "2023-02-31", "0000", "2020-21", "2023-09-XX", "2023-09-21/2023-09-18", "../..", "[]", "/", "23-09-18"]
days = st.dates(date(1000, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize("edtf", FORMS)
def test_reads_and_writes_the_same(edtf: str) -> None:
    assert Time.parse(edtf).edtf == edtf


@pytest.mark.parametrize("edtf", [f for f in FORMS if ".." not in f.strip("[./]").replace("/..", "")])
def test_writes_what_others_read(edtf: str) -> None:
    parse_edtf(Time.parse(edtf).edtf)


@pytest.mark.parametrize("edtf", NO_TIMES)
def test_refuses(edtf: str) -> None:
    with pytest.raises(BadTime):
        Time.parse(edtf)


def test_a_bad_time_is_a_value_error_that_names_itself() -> None:
    with pytest.raises(ValueError, match="2023-02-31"):
        Time.parse("2023-02-31")


@pytest.mark.parametrize(
    ("first", "last", "edtf"),
    [
        (date(2023, 9, 1), date(2023, 9, 30), "2023-09"),
        (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (date(2022, 1, 1), date(2022, 12, 31), "2022"),
        (date(2020, 1, 1), date(2020, 3, 31), "2020-01/2020-03"),
        (date(2020, 1, 1), date(2020, 3, 30), "2020-01-01/2020-03-30"),
        (date(2020, 1, 1), date(2020, 1, 1), "2020-01-01"),
        (date(2020, 1, 1), None, "2020-01-01/.."),
    ],
)
def test_whole_months_and_years_are_written_short(first: date, last: date | None, edtf: str) -> None:
    assert Time(first, last).edtf == edtf


def test_a_time_of_day_is_dropped() -> None:
    assert Time.parse("2023-09-18T12:30:00Z") == Time.parse("2023-09-18")


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("2023-09", "2023-09-18/..", "2023-09-18/2023-09"),
        ("2023", "2023-09", "2023-09"),
        ("../2023-07", "2023-06-15/..", "2023-06-15/2023-07"),
        ("[2023-09-04,2023-09-11]", "2023-09-10/..", "2023-09-11"),
        ("[2023-09-04,2023-09-11,2023-09-18]", "../2023-09-11", "[2023-09-04,2023-09-11]"),
        ("2023-09-04", "2023-09-05", None),
    ],
)
def test_intersection(one: str, other: str, both: str | None) -> None:
    found = Time.parse(one).intersect(Time.parse(other))
    assert (found and found.edtf) == both
    assert found == Time.parse(other).intersect(Time.parse(one))


def test_order_is_by_days_and_equality_by_what_is_allowed() -> None:
    assert Time.parse("2023-09-18") < Time.parse("2023-09-19") < Time.parse("2023-10")
    assert Time.parse("../2023-07") < Time.parse("1999")
    assert Time.parse("2023-09-01/2023-09-30") == Time.parse("2023-09")
    assert Time.parse("2023-09~") != Time.parse("2023-09")
    assert len({Time.parse("2023-09"), Time.parse("2023-09-01/2023-09-30")}) == 1


def test_shift_keeps_months_whole_and_days_real() -> None:
    assert Time.parse("2023-01").shift(months=1).edtf == "2023-02"
    assert Time.parse("2023-01-31").shift(months=1).edtf == "2023-02-28"
    assert Time.parse("2024-02-29").shift(years=-1).edtf == "2023-02-28"
    assert Time.parse("[2023-09-04,2023-09-11]").shift(days=-1).edtf == "[2023-09-03,2023-09-10]"
    with pytest.raises(BadTime):
        Time.parse("2023").shift(years=-3000)


def test_weekdays_around_a_day_and_within_a_month() -> None:
    monday = Time.parse("2023-09-18")
    assert monday.weekday_before(0).edtf == "2023-09-18"
    assert monday.weekday_before(0, same=False).edtf == "2023-09-11"
    assert monday.weekday_after(3).edtf == "2023-09-21"
    assert Time.parse("2023-09").weekday_before(0).edtf == "[2023-09-04,2023-09-11,2023-09-18,2023-09-25]"
    with pytest.raises(BadTime):
        Time.parse("2023/..").weekday_before(0)


def test_since_until_about_and_sets() -> None:
    month = Time.parse("2022-03")
    assert (month.since().edtf, month.until().edtf, month.about().edtf) == ("2022-03/..", "../2022-03", "2022-03~")
    assert Time.one_of([month, month]) == month
    assert Time.between(month, Time.parse("2022-05-10")).edtf == "2022-03/2022-05-10"
    with pytest.raises(BadTime):
        Time.one_of([])


@given(days, days)
def test_every_span_survives_the_round_trip(one: date, other: date) -> None:
    time = Time(min(one, other), max(one, other))
    assert Time.parse(time.edtf) == time
    assert time.contains(Time.day(one)) and time.overlaps(Time.day(other))


@given(days, st.integers(0, 6))
def test_the_weekday_before_is_at_most_six_days_off(day: date, weekday: int) -> None:
    found = Time.day(day).weekday_before(weekday).earliest
    assert found is not None and found.weekday() == weekday and timedelta(0) <= day - found < timedelta(7)


@given(st.text(alphabet="0123456789-/.[]~?,TXZ", max_size=24))
def test_junk_is_a_time_or_a_bad_time(text: str) -> None:
    try:
        time = Time.parse(text)
    except BadTime:
        return
    assert Time.parse(time.edtf) == time
