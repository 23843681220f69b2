"""`dragoman knowledge` import, list and remove: what they say, how they end, and that they are documented."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner, Result

from dragoman.cli import app

DOCS = Path(__file__).parents[3] / "docs" / "knowledge.md"
SOURCES = Path(__file__).parents[3] / "src" / "dragoman" / "knowledge" / "own"
TABLE = "name,code,office,from,to\nJean Test,FRA,Minister of Defence,2020,\nBad Date,FRA,President,2022,2020\n"


def run(folder: Path, *arguments: object) -> Result:
    result = CliRunner().invoke(app, ["knowledge", *map(str, arguments)], env={"DRAGOMAN_KNOWLEDGE": str(folder), "COLUMNS": "200"})
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(TABLE)
    return path


def test_import_list_remove(table: Path, tmp_path: Path) -> None:
    done = run(tmp_path, "import", table)
    assert done.exit_code == 1
    assert done.stdout == "table.csv: CSV, 3 lines\ntaken: 1 person, 1 tenure\n"
    assert done.stderr == "refused: 1 dates out of order: line 3 (2022 to 2020)\n"
    assert re.fullmatch(r"table.csv: CSV, \d{4}-\d\d-\d\d, sha256 \w{12}, 1 person, 1 tenure\n", run(tmp_path, "list").stdout)
    assert json.loads(run(tmp_path, "list", "--json").stdout)["taken"]["tenure"] == 1
    assert run(tmp_path, "remove", "table.csv").exit_code == 0
    assert run(tmp_path, "list").stderr == f"{tmp_path}: nothing was imported\n"


def test_under_another_name_and_in_another_folder(table: Path, tmp_path: Path) -> None:
    table.write_text(TABLE.rsplit("\n", 2)[0])
    assert run(tmp_path, "import", table, "--name", "mine", "--knowledge", tmp_path / "b").exit_code == 0
    assert run(tmp_path, "list", "--knowledge", tmp_path / "b").stdout.startswith("mine: ")
    assert run(tmp_path, "list").stdout == ""


def test_titles_that_dispatches_use_get_their_short_name(table: Path, tmp_path: Path) -> None:
    from dragoman.knowledge.own import Knowledge

    run(tmp_path, "import", table)
    assert [t.title for t in Knowledge(tmp_path).holders("defence minister", "FRA", "2021")] == ["Minister of Defence"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["import", "nothing/there.csv"], 1, "nothing/there.csv: no such file or directory"),
        (["import", "."], 1, ".: a folder"),
        (["import"], 2, "FILE"),
        (["remove", "nothing"], 2, "no source named 'nothing': nothing was imported"),
        (["forget"], 2, "forget"),
    ],
)
def test_what_cannot_be_done_is_one_line(arguments: list[str], code: int, words: str, tmp_path: Path) -> None:
    result = run(tmp_path, *arguments)
    assert result.exit_code == code
    assert words in result.stderr


def test_ctrl_c_keeps_nothing(tmp_path: Path) -> None:
    path, folder = tmp_path / "many.csv", tmp_path / "kept"
    path.write_text("name,code\n" + "".join(f"Jean Test{n},FRA\n" for n in range(400_000)))
    command = [sys.executable, "-c", "from dragoman.cli import main; main()", "knowledge", "import", str(path), "--knowledge", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    until = time.monotonic() + 60
    while not list(folder.glob("*.part")) and process.poll() is None and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=60) == (b"", b"")
    assert process.returncode == 130
    assert [p.name for p in folder.iterdir()] == ["lock"]


def test_every_command_column_and_reason_is_documented() -> None:
    docs = DOCS.read_text("utf-8")
    group = typer.main.get_command(app).commands["knowledge"]  # type: ignore[attr-defined]
    for name, command in group.commands.items():
        assert f"dragoman knowledge {name}" in docs
        assert f"Example: dragoman knowledge {name}" in command.help
        assert all(parameter.help for parameter in command.params)
        assert all(option in docs for parameter in command.params for option in parameter.opts if option.startswith("--"))
    code = "".join(path.read_text("utf-8") for path in SOURCES.rglob("*.py"))
    reasons = re.findall(r'(?:Refused|PassedOver)\((?:\w+, |number, |line, )?"([^"]+)"', code)
    assert len(reasons) > 15
    assert not {reason for reason in reasons if f"`{reason}`" not in docs} - {
        "item that is neither a person nor an office",
        "office that nobody here holds",
    }
