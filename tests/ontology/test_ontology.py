"""The ontology's files agree with one another, and every type, mode and CAMEO root can be reached by an act."""

from __future__ import annotations

import copy
import re
from typing import Any

import pytest

from dragoman.languages import available, language
from dragoman.ontology import ontology
from dragoman.ontology.loader import build, read
from dragoman.ontology.reach import OutOfReach, out_of_reach, unreached

ONTOLOGY = ontology()

def raw() -> dict[str, Any]:
    return {name: copy.deepcopy(dict(read(f"{name}.yaml"))) for name in ("types", "acts", "contexts", "refinements", "lands")}


def test_sixteen_types_and_thirty_seven_contexts() -> None:
    assert len(ONTOLOGY.types) == 16
    assert len(ONTOLOGY.contexts) == 37


def test_some_two_hundred_acts() -> None:
    assert len(ONTOLOGY.acts) >= 200


def test_acts_reach_every_type_mode_and_cameo_root_but_those_with_a_reason() -> None:
    assert list(unreached(ONTOLOGY, ONTOLOGY.acts.values(), out_of_reach())) == []


def test_what_is_not_reached_is_told() -> None:
    few = [act for act in ONTOLOGY.acts.values() if act.type != "PROTEST" and act.root != "20"]
    told = list(unreached(ONTOLOGY, few, out_of_reach()))
    assert "PROTEST strike: reached by no act" in told
    assert "CAMEO 20: reached by no act" in told
    wrong = OutOfReach({**out_of_reach().modes, "AID": "why"}, {**out_of_reach().roots, "02": "why"})
    assert list(unreached(ONTOLOGY, ONTOLOGY.acts.values(), wrong)) == [
        "AID without a mode: listed as out of reach",
        "CAMEO 02: listed as out of reach",
    ]


@pytest.mark.parametrize("code", available())
def test_words_of_each_language_express_every_act(code: str) -> None:
    """By themselves, or by what a complement makes of another act, or as the refusal of one."""
    said = {pattern.act for patterns in language(code).lexicon.patterns.values() for pattern in patterns}
    made = {act for name, by_class in ONTOLOGY.refinements.items() if name in said for act in by_class.values()}
    refused = {kind.refused for kind in ONTOLOGY.types.values()}
    assert set(ONTOLOGY.acts) - said - made - refused == set()
    assert list(unreached(ONTOLOGY, [act for act in ONTOLOGY.acts.values() if act.name in said | made], out_of_reach())) == []


@pytest.mark.parametrize(
    ("kind", "planned"),
    [("CONSULT", "AGREE"), ("SUPPORT", "AGREE"), ("COOPERATE", "AGREE"), ("AID", "AGREE"), ("RETREAT", "CONCEDE"), ("ASSAULT", "ASSAULT")],
)
def test_what_a_type_becomes_while_it_is_to_come(kind: str, planned: str) -> None:
    assert ONTOLOGY.types[kind].planned == planned


def test_the_codebook_fixes_the_intensity_of_a_visit() -> None:
    assert ONTOLOGY.intensity("CONSULT", "visit") == 4.0
    assert ONTOLOGY.intensity("ASSAULT") == -9.3


def test_no_score_for_a_mode_that_plover_does_not_have() -> None:
    with pytest.raises(KeyError):
        ONTOLOGY.intensity("CONSULT", "telegram")


@pytest.mark.parametrize(
    ("act", "klass", "refined"),
    [
        ("demand", "to-yield", "demand-yield"),
        ("reject", "to-meet", "refuse-meeting"),
        ("threaten", "to-use-force", "threaten-force"),
        ("visit", "to-meet", "visit"),
    ],
)
def test_a_complement_refines_an_act(act: str, klass: str, refined: str) -> None:
    assert ONTOLOGY.refined(ONTOLOGY.acts[act], klass).name == refined


def test_a_refinement_keeps_the_type() -> None:
    for act, by_class in ONTOLOGY.refinements.items():
        assert {ONTOLOGY.acts[refined].type for refined in by_class.values()} == {ONTOLOGY.acts[act].type}


@pytest.mark.parametrize(
    ("file", "key", "fields", "message"),
    [
        ("acts", "visit", {"type": "TRAVEL"}, "ontology/acts.yaml: visit: no type 'TRAVEL'"),
        ("acts", "visit", {"mode": "drone"}, "ontology/acts.yaml: visit: CONSULT has no mode 'drone'"),
        ("acts", "visit", {"cameo": "4"}, "ontology/acts.yaml: visit: '4' is not a CAMEO code"),
        ("acts", "visit", {"cameo": "190"}, "ontology/acts.yaml: visit: CAMEO 190 does not belong to CONSULT"),
        ("acts", "visit", {"contexts": ["weather"]}, "ontology/acts.yaml: visit: no context 'weather'"),
        ("acts", "exercise", {"together": "drill"}, "ontology/acts.yaml: exercise: together: no act 'drill'"),
        ("acts", "visit", {"symetric": True}, "ontology/acts.yaml: visit: unknown field symetric"),
        ("types", "AID", {"quad": "help"}, "ontology/types.yaml: AID: no quad class 'help'"),
        ("types", "AID", {"intensity": -3}, "ontology/types.yaml: AID: intensity -3.0 does not fit material cooperation"),
        ("types", "AID", {"planned": "HELP"}, "ontology/types.yaml: AID: planned: no type 'HELP'"),
        ("types", "AID", {"abroad": "weather"}, "ontology/types.yaml: AID: no context 'weather'"),
        ("refinements", "demand", {"to-yield": "implore"}, "ontology/refinements.yaml: demand: no act implore"),
    ],
)
def test_a_fault_is_told_with_its_file_and_key(file: str, key: str, fields: dict[str, Any], message: str) -> None:
    files = raw()
    files[file][key] |= fields
    with pytest.raises(ValueError, match=re.escape(message)):
        build(files)


def test_an_act_without_a_type_is_told() -> None:
    files = raw()
    del files["acts"]["visit"]["type"]
    with pytest.raises(ValueError, match="visit: lacks type"):
        build(files)


def test_a_land_of_an_act_that_there_is_not_is_a_fault() -> None:
    files = raw()
    files["lands"]["actor"].append("implore")
    with pytest.raises(ValueError, match=r"ontology/lands\.yaml: actor: no act implore"):
        build(files)
