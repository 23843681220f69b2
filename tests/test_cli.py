"""The command line: what it writes where, what it says of bad input, how it ends."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import dragoman.running
from dragoman import cli
from dragoman.errors import UnknownLanguage
from dragoman.model.records import Evidence, Fact
from dragoman.model.text import Document
from dragoman.pipeline import Coded

STUB = """
import sys, time
import dragoman.running
from dragoman.model.records import Evidence, Fact
from dragoman.pipeline import Coded

def code(document, *, language=None, published=None, **_):
    time.sleep({pause})
    fact = Fact("f", document.id, "absence", Evidence(0, 1, document.text[0]), 1.0, person="Paul Durand" * {length})
    return Coded(document, language or "fr", published, (), (), (fact,))

dragoman.running.code = code
from dragoman.cli import main
sys.argv[0] = "dragoman"
main()
"""


def fake_code(document: Document, *, language: str | None = None, published: str | None = None, **_: object) -> Coded:
    """A coder that finds one absence in every text, speaks no German, and fails where it is told to."""
    if document.language == "de":
        raise UnknownLanguage("de")
    if "!fail" in document.text:
        raise RuntimeError("two\nlines")
    fact = Fact("f", document.id, "absence", Evidence(0, 1, document.text[0]), 1.0, person="Paul Durand")
    return Coded(document, language or "fr", published, (), (), (fact,))


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dragoman.running, "code", fake_code)


def run(*arguments: object, stdin: bytes | None = None) -> Result:
    result = CliRunner().invoke(cli.app, [str(a) for a in arguments], input=stdin)
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def records(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    bad = ["{broken", '{"id": "b"}', '{"id": "c", "text": "Drei.", "language": "de"}', '{"id": "d", "text": "!fail"}']
    path = tmp_path / "batch.jsonl"
    path.write_text("\n".join(['{"id": "a", "text": "Un."}', *bad, '{"id": "e", "text": "Deux."}']) + "\n", "utf-8")
    return path


@pytest.mark.usefixtures("stub")
def test_in_a_pipe_it_writes_json_lines() -> None:
    result = run("code", "-", "--published", "2024-05-06", stdin=b"Un.")
    assert result.exit_code == 0
    assert [r["document"] for r in records(result)] == ["stdin"]


@pytest.mark.usefixtures("stub")
def test_a_bad_document_is_one_line_and_the_batch_goes_on(batch: Path) -> None:
    result = run("code", batch)
    assert result.exit_code == 1
    assert [r["document"] for r in records(result)] == ["a", "e"]
    assert result.stderr.splitlines() == [
        f"{batch}:2: broken JSON: Expecting property name enclosed in double quotes at column 2",
        f"{batch}:3: no text in this document",
        "c: no coder for language de",
        "d: a fault in dragoman: RuntimeError: two lines",
        "4 of 6 documents passed over",
    ]


@pytest.mark.usefixtures("stub")
def test_each_kind_of_bad_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "latin.txt").write_bytes("Été à Paris.".encode("latin-1"))
    result = run("code", tmp_path / "empty.txt", tmp_path / "picture.txt", tmp_path / "latin.txt", tmp_path / "none.txt")
    assert result.exit_code == 1
    assert [line.rsplit("/")[-1] for line in result.stderr.splitlines()] == [
        "empty.txt: empty",
        "picture.txt: a binary file, no text",
        "latin.txt: not UTF-8, read as cp1252",
        "none.txt: no such file or directory",
        "3 of 4 documents passed over",
    ]
    assert len(records(result)) == 1


@pytest.mark.usefixtures("stub")
def test_to_a_file_and_pretty(tmp_path: Path) -> None:
    assert run("code", "-", "--to", tmp_path / "out.jsonl", stdin=b"Un.").stdout == ""
    assert json.loads((tmp_path / "out.jsonl").read_text("utf-8"))["person"] == "Paul Durand"
    assert "Facts" in run("code", "-", "--format", "pretty", stdin=b"Un.").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["code"], "INPUT"),
        (["code", "-", "--format", "xml"], "xml"),
        (["code", "-", "--published", "hier"], "not an EDTF date: 'hier'"),
        (["code", "-", "--published", ""], "not an EDTF date"),
        (["code", "-", "--language", "xx"], "no coder for language xx"),
        (["code", "-", "--to", "/nowhere/at/all.jsonl"], "cannot be written: no such file or directory"),
        (["code", "-", "--min-confidence", "1.5"], "not a confidence: 1.5 (from 0 to 1)"),
        (["code", "-", "--min-confidence", "-0.1"], "not a confidence: -0.1"),
        (["code", "-", "--min-confidence", "nan"], "not a confidence: nan"),
        (["code", "-", "--min-confidence", "much"], "--min-confidence"),
        (["code", "-", "--lexicon", "/nowhere"], "/nowhere: no such folder"),
        (["explain", "Un.", "--lexicon", "/nowhere"], "/nowhere: no such folder"),
        (["evaluate", ".", "--lexicon", "/nowhere"], "/nowhere: no such folder"),
        (["evaluate", ".", "--by", "colour"], "colour"),
        (["evaluate", ".", "--language", "xx"], "no coder for language xx"),
        (["code", "-", "--knowledge", "/nowhere"], "/nowhere: no such folder"),
        (["code", "-", "--knowledge", __file__], "test_cli.py: not a folder"),
        (["who", "Oslo", "--knowledge", "/nowhere"], "/nowhere: no such folder"),
        (["who", "Oslo", "--knowledge", __file__], "test_cli.py: not a folder"),
        (["explain", "Un.", "--language", "xx"], "no coder for language xx"),
        (["decode"], "decode"),
    ],
)
def test_wrong_usage_is_2(arguments: list[str], words: str) -> None:
    result = run(*arguments, stdin=b"Un.")
    assert result.exit_code == 2
    assert words in result.stderr


def test_version_and_help_with_an_example() -> None:
    assert run("--version").stdout.startswith("dragoman ")
    for command in ("code", "explain", "evaluate"):
        assert f"Example: dragoman {command} " in run(command, "--help").stdout


def test_evaluate_says_what_is_no_gold(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")
    result = run("evaluate", tmp_path)
    assert (result.exit_code, result.stderr) == (1, f"{tmp_path}/a.json: not a gold file: no 'text'\n")
    assert "no such file" in run("evaluate", tmp_path / "none").stderr


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    text = "La Norvège a condamné lundi l'attaque."
    event = {"type": "ACCUSE", "actor": ["NOR"], "recipient": [], "triggers": ["a condamné"], "status": "actual"}
    fields = {"id": "g", "language": "fr", "published": "2024-05-06", "text": text, "events": [event], "statements": [], "facts": []}
    (tmp_path / "g.json").write_text(json.dumps(fields), "utf-8")
    return tmp_path


def test_evaluate(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "code_document", fake_code)
    assert "events.detect" in run("evaluate", gold).stdout
    assert json.loads(run("evaluate", gold, "--json").stdout)["events.dyad"]["fn"] == 1
    listed = run("evaluate", gold, "--errors").stdout
    assert "missed events.detect\tg\tACCUSE NOR > -: a condamné" in listed
    assert json.loads(run("evaluate", gold, "--json", "--language", "en").stdout) == {}


def test_evaluate_by_groups(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "code_document", fake_code)
    head, row = run("evaluate", gold, "--by", "type").stdout.splitlines()
    assert head.split()[:6] == ["gold", "coded", "detect", "p", "detect", "r"]
    assert row.split()[:3] == ["ACCUSE", "1", "0"]
    found = json.loads(run("evaluate", gold, "--by", "country", "--json").stdout)
    assert (list(found), found["NOR"]["events.dyad"]["fn"]) == (["NOR"], 1)


TEXT = b"Peru condemned Chile. Chile may one day have talks with Bolivia. Bolivia is a member of the UN."


def test_records_below_the_confidence_are_left_out() -> None:
    every = records(run("code", "-", "--language", "en", stdin=TEXT))
    limit = sorted(float(str(record["confidence"])) for record in every)[1]
    kept = records(run("code", "-", "--language", "en", "--min-confidence", limit, stdin=TEXT))
    assert 0 < len(kept) < len(every)
    assert kept == [record for record in every if float(str(record["confidence"])) >= limit]
    assert run("code", "-", "--language", "en", "--min-confidence", "1", stdin=TEXT).exit_code == 0


@pytest.mark.parametrize("wrong", [("--lexicon", "/nowhere"), ("--min-confidence", "7")])
def test_wrong_settings_leave_the_output_as_it_was(tmp_path: Path, wrong: tuple[str, str]) -> None:
    (tmp_path / "out.jsonl").write_text("kept")
    assert run("code", "-", "--to", tmp_path / "out.jsonl", *wrong, stdin=TEXT).exit_code == 2
    assert (tmp_path / "out.jsonl").read_text() == "kept"


def start(pause: float, length: int, *arguments: str) -> subprocess.Popen[bytes]:
    """The command in a process of its own, with a coder that takes `pause` seconds a document."""
    command = [sys.executable, "-c", STUB.format(pause=pause, length=length), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "text": "Un."}) + "\n" for n in range(2000)), "utf-8")
    return path


def test_ctrl_c_ends_cleanly_and_leaves_whole_lines(many: Path, tmp_path: Path) -> None:
    to = tmp_path / "out.jsonl"
    process = start(0.02, 100, "code", str(many), "--to", str(to))
    until = time.monotonic() + 60
    while not (to.exists() and to.stat().st_size) and time.monotonic() < until:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == b""
    lines = to.read_text("utf-8")
    assert lines.endswith("\n")
    assert all(json.loads(line)["person"] for line in lines.splitlines())


def test_a_reader_that_leaves_is_no_error(many: Path) -> None:
    process = start(0, 1000, "code", str(many))
    assert process.stdout
    assert process.stderr
    json.loads(process.stdout.readline())
    process.stdout.close()
    assert process.wait(60) == 0
    assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_one_line(many: Path) -> None:
    process = start(0, 1, "code", str(many), "--to", "/dev/full")
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said.count(b"\n")) == (2, 1)
    assert b"cannot be written: no space left on device" in said


def test_on_a_terminal_the_view_is_pretty(many: Path) -> None:
    many.write_text('{"id": "a", "text": "Un."}\n')
    leader, follower = pty.openpty()
    command = [sys.executable, "-c", STUB.format(pause=0, length=1), "code", str(many)]
    process = subprocess.Popen(command, stdout=follower, stderr=subprocess.PIPE)
    os.close(follower)
    shown = b""
    try:
        while part := os.read(leader, 4096):
            shown += part
    except OSError:  # the other end is closed
        pass
    assert process.wait(60) == 0
    assert b"Facts" in shown
