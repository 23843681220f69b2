"""What is documented is what there is."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from dragoman.cli import app
from dragoman.languages import available
from dragoman.model.records import Event, Evidence, Fact, Speaker, Statement
from dragoman.ontology import ontology

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
RECORDS = (ROOT / "docs" / "records.md").read_text("utf-8")
COMMANDS = re.findall(r"^python3 -m venv.*$", README, re.M)


def test_the_tables_are_made_from_the_ontology() -> None:
    done = subprocess.run([sys.executable, ROOT / "scripts" / "make_docs.py", "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_type_act_and_context_stands_in_the_codebook() -> None:
    codebook = (ROOT / "docs" / "codebook.md").read_text("utf-8")
    names = {*ontology().types, *ontology().acts, *ontology().contexts}
    assert not {name for name in names if f"`{name}`" not in codebook and f"**{name}**" not in codebook}


def test_ci_runs_exactly_the_readmes_test_command() -> None:
    assert len(COMMANDS) == 2
    assert (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-1] == COMMANDS[1]


def test_the_readmes_first_command_has_something_to_code() -> None:
    assert "code examples/" in COMMANDS[0]
    assert len(list((ROOT / "examples").glob("*.txt"))) >= 2


def test_every_command_and_option_is_documented() -> None:
    group = typer.main.get_command(app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        assert f"dragoman {name} " in README
        assert "Example: dragoman" in command.help
        assert all(parameter.help for parameter in command.params if parameter.name != "help")
    for option in ("--language", "--published", "--to", "--format", "--errors", "--by", "--lexicon", "--min-confidence"):
        assert option in README


@pytest.mark.parametrize("kind", ["tenure", "membership", "absence"])
def test_every_field_of_a_record_is_documented(kind: str) -> None:
    words = Evidence(0, 1, "a")
    event = Event("", "", "", None, "", 0, "", "", (), (), (), None, None, None, "actual", (), (), 1)
    statement = Statement("", "", Speaker("", ()), words, "direct", "asserts", None, 1)
    fact = Fact("", "", kind, words, 1)  # type: ignore[arg-type]
    for record in (event, statement, fact):
        assert not {field for field in record.as_dict() if f"`{field}`" not in RECORDS}


def test_the_readmes_record_is_json() -> None:
    (record,) = re.findall(r"```json\n(.*?)```", README, re.S)
    assert json.loads(record)["record"] == "event"


def test_no_document_names_a_language_that_is_not_there() -> None:
    assert {"fr", "en"} <= set(available())
    assert "French and English" in README


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))])
def test_links_lead_somewhere(name: str) -> None:
    page = ROOT / name
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target
