"""The terminal's view of who is who."""

from __future__ import annotations

import io

from rich.console import Console

from dragoman.asking import Belonging, Holding, Identity
from dragoman.showing.who import show_identities

OFFICES = (Holding("foreign minister", "PER", "2020-03", None, "a.csv"), Holding("mayor of [red]Lima", "PER", None, "2015", "tenures.tsv"))
PERSON = Identity("person", "Ana \x1b[31mQuispe", ("PER",), "office", offices=OFFICES, spellings=("Anita Quispe",), sources=("a.csv",))
STATE = Identity("state", "Peru", ("PER",), "name", memberships=(Belonging("UN", "PER", "member", "1945", None, "memberships.tsv"),))
BLOC = Identity("organization", "Bloc", ("B",), "name", memberships=(Belonging("B", "PER", "candidate", None, "1999", "memberships.tsv"),))


def shown(*identities: Identity) -> str:
    console = Console(file=io.StringIO(), width=100)
    console.print(show_identities(identities))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_person_has_a_table_of_offices() -> None:
    view = shown(PERSON)
    assert "person · PER (Peru) · read as office" in view
    assert "foreign minister" in view and "2020-03" in view and "?" in view
    assert "also Anita Quispe" in view and "known from a.csv" in view


def test_text_of_others_plays_no_tricks() -> None:
    assert "\x1b" not in shown(PERSON)
    assert "mayor of [red]Lima" in shown(PERSON)


def test_memberships_either_way() -> None:
    assert "member of: UN 1945–" in shown(STATE)
    assert "members: PER ?–1999 (candidate)" in shown(BLOC)


def test_several_are_numbered_one_is_not() -> None:
    assert shown(STATE).startswith("Peru")
    assert [line[:2] for line in shown(STATE, BLOC).splitlines() if not line.startswith(" ")] == ["1.", "2."]


def test_a_note_is_shown() -> None:
    assert "nobody is known" in shown(Identity("office", "mayor", ("PER",), "office", note="nobody is known"))
