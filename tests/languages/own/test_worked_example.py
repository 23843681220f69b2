"""The worked example of docs/own-words.md does what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman import OwnLexicon, cli, code

PAGE = (Path(__file__).parents[3] / "docs" / "own-words.md").read_text("utf-8")
FILES = dict(re.findall(r"<!-- file: (\S+) -->\n```\w*\n(.*?)```", PAGE, re.S))
EXAMPLES = re.findall(r"^\| (en|fr) \| (.+?) \| (.*?)\| (.*?)\|$", PAGE, re.M)
SLIPS = [
    ("destroy ", "destory "),
    ("- act: cut-cable\n  verbs: [cut,", "- act: cut-cables\n  verbs: [cut,"),
    ('{of: ["@cable"]}', '{of: ["@cables"]}'),
    ("  actor: [subj]\n  recipient: [obj, vers", "  actor: [sujet]\n  recipient: [obj, vers"),
    (",BUS,", ",BIZ,"),
]



def written(folder: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return folder


@pytest.fixture(scope="module")
def cables(tmp_path_factory: pytest.TempPathFactory) -> OwnLexicon:
    return OwnLexicon.read(written(tmp_path_factory.mktemp("cables"), FILES))


def test_the_page_has_a_lexicon() -> None:
    assert set(FILES) == {"acts.yaml", "parties.csv", "en/words/cables.yaml", "en/classes.yaml", "fr/words/cables.yaml", "fr/classes.yaml"}
    assert len(EXAMPLES) >= 8


@pytest.mark.parametrize(("language", "sentence"), dict.fromkeys(row[:2] for row in EXAMPLES))
def test_a_sentence_of_the_page(cables: OwnLexicon, language: str, sentence: str) -> None:
    told = [
        (
            f"{e.act}: {e.type} {e.mode}" + (f", {e.status}" if e.status != "actual" else ""),
            f"{', '.join(p.code for p in e.actor)} → {', '.join(p.code for p in e.recipient)}".strip(),
        )
        for e in code(sentence, language=language, published="2024-05-06", lexicon=cables).events
    ]
    rows = [(event, parties) for code_, text, event, parties in EXAMPLES if (code_, text) == (language, sentence)]
    assert told == [(event.strip(), parties.strip()) for event, parties in rows if event.strip()]


def test_without_it_the_act_is_not_there() -> None:
    acts = {e.act for language, sentence, _, _ in EXAMPLES for e in code(sentence, language=language).events}
    assert "cut-cable" not in acts


def test_faults_are_told_as_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shown,) = re.findall(r"<!-- faults -->\n```\n(.*?)```", PAGE, re.S)
    wrong = dict(FILES)
    for right, slip in SLIPS:
        (file,) = [name for name, content in wrong.items() if right in content]
        wrong[file] = wrong[file].replace(right, slip, 1)
    written(tmp_path / "cables", wrong)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli.app, ["explain", "A ship left.", "--language", "en", "--lexicon", "cables"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines() == shown.splitlines()


def test_on_the_command_line(cables: OwnLexicon) -> None:
    sentence = next(sentence for language, sentence, event, _ in EXAMPLES if language == "en" and event.strip())
    result = CliRunner().invoke(cli.app, ["code", "-", "--language", "en", "--lexicon", str(cables.folder)], input=sentence)
    assert (result.exit_code, '"act": "cut-cable"' in result.stdout) == (0, True)
    explained = CliRunner().invoke(cli.app, ["explain", sentence, "--language", "en", "--lexicon", str(cables.folder)])
    assert "own:en:cut-cable:cut" in explained.stdout.replace("\n", "")
