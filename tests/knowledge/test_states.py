"""The identities of states, organisations and groups, and what each language calls them."""

from __future__ import annotations

import time
from collections import defaultdict
from importlib import resources

import pytest

from dragoman.knowledge import by_alpha2, groups, members, memberships, name_of, organizations, states
from dragoman.knowledge.check import check, check_names
from dragoman.knowledge.tables import rows
from dragoman.model.time import Time

CODEBOOK = [
    "UN", "UNSC", "EU", "NATO", "AU", "ASEAN", "BRICS", "G7", "G20", "OPEC", "ECOWAS", "ICC", "ICJ", "IAEA", "WHO", "WTO",
    "IMF", "WB", "OSCE", "SCO", "GCC", "LAS", "CSTO", "OAS", "UNHCR", "ICRC", "WEST", "COE", "EAC", "ECCAS",
    "MERCOSUR", "COMMONWEALTH", "IGAD", "AUKUS", "QUAD", "OIF", "PIF",
]  # fmt: skip
CODEBOOK_GROUPS = [
    "HAMAS", "HEZBOLLAH", "HOUTHI", "TALIBAN", "ISIS", "ALQAEDA", "RSF", "M23", "WAGNER", "PKK",
    "ALSHABAAB", "BOKOHARAM", "FDLR", "TTP", "PDF", "SDF", "HTS", "ADF", "CMA",
]  # fmt: skip


def senses(language: str) -> dict[str, list[tuple[str, str]]]:
    """Every form of a language -> (code, kind), likeliest first."""
    found = defaultdict(list)
    for row in rows(resources.files("dragoman.languages").joinpath(language, "names.tsv")):
        for form in row["forms"].split("|"):
            found[form].append((row["code"], row["kind"]))
    return found


def test_the_tables_have_nothing_to_complain_of() -> None:
    assert check() == []


def test_every_iso_state_and_territory_is_there() -> None:
    assert len(by_alpha2()) == 250  # 249 of ISO 3166-1, and Kosovo
    assert {state.kind for state in states().values()} == {"state", "territory", "entity"}
    assert states()["NCL"].parent == "FRA" and states()["HKG"].parent == "CHN"
    assert states()["TRNC"].kind == states()["SOMALILAND"].kind == "entity"


def test_capitals_lie_near_their_countries() -> None:
    """A capital more than 15 degrees of latitude from the middle of its country is a slip of the pen, but for the largest."""
    far = {s.code for s in states().values() if s.capital and abs(s.capital.latitude - s.latitude) > 15}
    assert far <= {"CAN"}


@pytest.mark.parametrize("code", CODEBOOK)
def test_the_codebook_s_organizations_are_known_and_named(code: str) -> None:
    assert code in organizations()
    for language in ("fr", "en"):
        assert any(code == held for found in senses(language).values() for held, _ in found), language


@pytest.mark.parametrize("code", CODEBOOK_GROUPS)
def test_the_codebook_s_groups_are_known_and_named(code: str) -> None:
    assert code in groups()
    for language in ("fr", "en"):
        assert any(code == held for found in senses(language).values() for held, _ in found), language


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_state_has_a_name_in_every_language(language: str) -> None:
    named = {code for found in senses(language).values() for code, kind in found if kind == "state"}
    assert named == set(states())


@pytest.mark.parametrize(
    ("language", "form", "expected"),
    [
        ("fr", "États-Unis", ("USA", "state")),
        ("fr", "Etats-Unis", ("USA", "state")),
        ("fr", "grecques", ("GRC", "adjective")),
        ("fr", "turque", ("TUR", "adjective")),
        ("fr", "nord-coréennes", ("PRK", "adjective")),
        ("fr", "Quai d'Orsay", ("FRA", "seat")),
        ("fr", "Niger", ("NER", "state")),
        ("fr", "nigériane", ("NGA", "adjective")),
        ("fr", "nigérienne", ("NER", "adjective")),
        ("fr", "Cédéao", ("ECOWAS", "organization")),
        ("fr", "Donbass", ("UKR", "region")),
        ("en", "North Korean", ("PRK", "adjective")),
        ("en", "Spaniards", ("ESP", "demonym")),
        ("en", "Foggy Bottom", ("USA", "seat")),
        ("en", "Houthi", ("HOUTHI", "group")),
    ],
)
def test_a_form_stands_for_its_owner(language: str, form: str, expected: tuple[str, str]) -> None:
    assert senses(language)[form][0] == expected


def test_what_is_truly_ambiguous_gives_the_likelier_first() -> None:
    assert senses("fr")["Bruxelles"] == [("BEL", "capital"), ("EU", "seat")]
    assert [code for code, _ in senses("en")["Congo"]] == ["COD", "COG"]
    assert [code for code, _ in senses("en")["Georgia"]] == ["GEO", "USA"]


def test_a_form_that_slips_onto_two_states_is_complained_of() -> None:
    lines = [
        {"code": "NER", "kind": "state", "sector": "", "forms": "Niger|Nigeria"},
        {"code": "NGA", "kind": "state", "sector": "", "forms": "Nigeria"},
    ]
    assert list(check_names("xx", lines)) == ["xx: Nigeria stands for NER and NGA"]


def test_membership_follows_the_calendar() -> None:
    assert "GBR" in members("EU", Time.parse("2019-06")) and "GBR" not in members("EU", Time.parse("2021"))
    assert members("NATO", Time.parse("2024-04-01")) - members("NATO", Time.parse("2022-01-01")) == {"FIN", "SWE"}
    assert members("UNSC", role="permanent member") == {"CHN", "FRA", "GBR", "RUS", "USA"}
    assert len(members("EU")) == 27 and len(members("NATO")) == 32 and len(members("LAS")) == 22
    assert {"MLI", "BFA", "NER"}.isdisjoint(members("ECOWAS", Time.parse("2025-06")))


def test_memberships_name_known_parties() -> None:
    assert all(name_of(m.member) and name_of(m.organization) for m in memberships())
    assert name_of("nobody") is None


def test_loading_is_quick() -> None:
    """All the identities load in well under 50 ms; the bound leaves room for a busy machine."""
    begin = time.perf_counter()
    for load in (states, organizations, groups, memberships):
        load.__wrapped__()
    assert time.perf_counter() - begin < 0.2
