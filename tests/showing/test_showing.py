"""The text with its evidence and the records, at a terminal and in a notebook; nothing in a text can act on either."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.console import Console

from dragoman.errors import Unwritable
from dragoman.pipeline import Coded
from dragoman.showing.evidence import highlights, pieces, plain, tables
from dragoman.showing.notebook import html
from dragoman.showing.output import output
from dragoman.showing.terminal import show


def printed(coded: Coded, color: bool = False) -> str:
    console = Console(file=io.StringIO(), width=160, force_terminal=color, color_system="truecolor" if color else None)
    console.print(show(coded))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_the_terminal_shows_text_and_tables(coded: Coded) -> None:
    shown = printed(coded)
    for words in ("doc<1> · fr · published 2024-05-06", "Events", "ACCUSE", "allege", "FRA GOV", "(2024-05-06)", "mixed, denies"):
        assert words in shown
    for words in ("Paul Durand holds minister of FRA", "NOR: member of NATO", "Paul Durand (FRA) not seen", "2024-04"):
        assert words in shown


def test_a_text_cannot_send_codes_to_the_terminal(coded: Coded) -> None:
    assert "\x1b" not in printed(coded)
    assert "\x1b[31mRome" not in printed(coded, color=True)


def test_evidence_is_coloured(coded: Coded) -> None:
    assert re.search(r"\x1b\[1;33ma accusé\x1b\[0m", printed(coded, color=True))


def test_nothing_found_is_said(nothing: Coded) -> None:
    assert "no event, statement or fact" in printed(nothing)
    assert "unknown day" in printed(nothing)


def test_the_notebook_escapes_everything(coded: Coded) -> None:
    shown = html(coded)
    assert "<b>Paul" not in shown
    assert "&lt;b&gt;" in shown
    assert "doc&lt;1&gt;" in shown
    assert "\x1b" not in shown


def test_the_notebooks_html_is_well_formed_and_keeps_the_text(coded: Coded) -> None:
    class Reader(HTMLParser):
        depth = 0
        words = ""

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.depth += 1

        def handle_endtag(self, tag: str) -> None:
            self.depth -= 1

        def handle_data(self, data: str) -> None:
            self.words += data

    reader = Reader()
    reader.feed(html(coded))
    assert reader.depth == 0
    assert plain(coded.document.text) in reader.words


def test_hovering_tells_what_the_words_are_evidence_of(coded: Coded) -> None:
    assert 'title="ACCUSE/allege"' in html(coded)


def test_pieces_make_up_the_text(coded: Coded) -> None:
    text = coded.document.text
    assert "".join(words for words, _ in pieces(text, highlights(coded))) == text


def test_long_words_are_cut_in_tables(coded: Coded) -> None:
    (event,) = coded.events
    long = replace(event.triggers[0], text="très " * 40)
    (row,) = tables(replace(coded, events=(replace(event, triggers=(long,)),)))[0].rows
    assert row[-2].endswith("…")


def test_json_lines_go_to_a_file_whole(coded: Coded, tmp_path: Path) -> None:
    with output(tmp_path / "out.jsonl", pretty=False) as write:
        write(coded)
    assert (tmp_path / "out.jsonl").read_text("utf-8") == coded.to_json_lines()


def test_the_pretty_view_goes_to_a_file_without_colours(coded: Coded, tmp_path: Path) -> None:
    with output(tmp_path / "out.txt", pretty=True) as write:
        write(coded)
    assert "\x1b" not in (tmp_path / "out.txt").read_text("utf-8")


def test_what_is_read_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").touch()
    for source in (tmp_path, tmp_path / "in.jsonl"):
        with pytest.raises(Unwritable, match="among the inputs"), output(tmp_path / "in.jsonl", False, [str(source)]):
            pass


def test_an_unwritable_file(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="cannot be written"), output(tmp_path / "no" / "out.jsonl", False):
        pass
