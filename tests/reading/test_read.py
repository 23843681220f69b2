"""What is read, and what is said of what cannot be read."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from dragoman.errors import BadInput, Detected
from dragoman.model.text import Document
from dragoman.reading import MAX_BYTES, MAX_CHARACTERS, read, read_each


def only(source: object) -> Document | BadInput:
    (found,) = read_each([source])  # type: ignore[list-item]
    return found


def line(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def cause(source: object) -> str:
    found = only(source)
    assert isinstance(found, BadInput)
    assert "\n" not in str(found)
    return str(found)


def test_a_text_file_is_a_document_named_for_the_file(tmp_path: Path) -> None:
    file = tmp_path / "dépêche.txt"
    file.write_bytes("« Non »,\r\na dit Kiev.\n".encode())
    assert only(file) == Document("dépêche", "« Non »,\r\na dit Kiev.\n")


def test_a_byte_order_mark_is_no_text() -> None:
    assert only(b"\xef\xbb\xbfParis") == Document("document", "Paris")
    assert only("Paris, été".encode("utf-16")) == Document("document", "Paris, été")


def test_json_lines_keep_what_they_bring() -> None:
    raw = line(id="a", text="Bonjour.", language="fr", published="2023-09", title="T", source="AFP", url="u", tone=3)
    assert only(raw) == Document("a", "Bonjour.", "fr", "2023-09", "T", "AFP", "u", {"tone": 3})


def test_json_lines_are_told_by_ending_or_by_a_brace(tmp_path: Path) -> None:
    for name in ("x.jsonl", "x.ndjson", "x.data"):
        (tmp_path / name).write_bytes(line(id="a", text="b"))
        assert only(tmp_path / name) == Document("a", "b")


def test_numbers_serve_as_ids_and_years_and_times_of_day_are_cut() -> None:
    found = only(line(id=7, text="b", published=2023) + b"\n")
    assert isinstance(found, Document)
    assert (found.id, found.published) == ("7", "2023")
    found = only(line(text="b", published="2023-09-18T10:00:00Z"))
    assert isinstance(found, Document)
    assert (found.id, found.published) == ("document-1", "2023-09-18")


def test_a_folder_is_read_in_order_and_hidden_files_are_not(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.TXT", ".hidden.txt", "picture.png"):
        (tmp_path / name).write_text(name)
    assert [d.id for d in read(tmp_path)] == ["a", "b", "c"]


def test_a_folder_of_nothing(tmp_path: Path) -> None:
    assert "no file to read" in cause(tmp_path)


def test_standard_input_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Paris.")))
    first, second = read_each(["-", "-"])
    assert first == Document("stdin", "Paris.")
    assert str(second) == "<stdin>: empty"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", "<bytes>: empty"),
        (b" \n\t ", "<bytes>: empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "<bytes>: a binary file, no text"),
        (bytes(range(256)) * 4, "<bytes>: a binary file, no text"),
        (b"{broken\n", "<bytes>:1: broken JSON"),
        (b'{"id": 1}\n', "<bytes>:1: no text in this document"),
        (b'{"text": 1}\n', '<bytes>:1: "text" is not a string'),
        (b'{"text": ""}\n', "<bytes>:1: empty"),
        (b'{"text": "a", "published": "soon"}\n', '<bytes>:1: "published" is not EDTF'),
        (b'{"a": ' + b"[" * 100_000 + b"\n", "<bytes>:1: broken JSON"),
    ],
)
def test_bad_input_is_one_clear_line(raw: bytes, expected: str) -> None:
    assert cause(raw).startswith(expected)


def test_a_missing_file(tmp_path: Path) -> None:
    assert cause(tmp_path / "none.txt").endswith("none.txt: no such file or directory")
    assert "null" in cause("a\0b")


def test_a_json_array_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("[1]\n")
    assert cause(tmp_path / "a.jsonl").endswith("a.jsonl:1: not a JSON object")
    (tmp_path / "b.jsonl").write_text("\n")
    assert cause(tmp_path / "b.jsonl").endswith("b.jsonl: empty")


def test_the_lines_after_a_bad_one_are_read() -> None:
    raw = b'{"id": "a", "text": "b"}\n\n{nonsense\n' + line(id="c", text="d")
    first, second, third = read_each([raw])
    assert isinstance(first, Document)
    assert isinstance(second, BadInput)
    assert second.line == 3
    assert isinstance(third, Document)
    assert third.id == "c"


def test_a_huge_line_is_passed_over_and_never_held() -> None:
    raw = b'{"text": "' + b"a" * (MAX_BYTES + 5_000_000) + b'"}\n' + line(id="c", text="d")
    first, second = read_each([raw])
    assert str(first) == f"<bytes>:1: a line of more than {MAX_BYTES} bytes"
    assert isinstance(second, Document)


def test_a_huge_text_is_refused() -> None:
    assert "not one dispatch" in cause(b"a" * (MAX_BYTES + 1))
    assert "characters" in cause(b"a" * (MAX_CHARACTERS + 1))


@pytest.mark.parametrize("encoding", ["cp1252", "iso-8859-1"])
def test_western_bytes_are_read_by_detection_and_it_is_said(encoding: str) -> None:
    text = "Le ministre a démenti hier avoir été reçu à l'Élysée, où siégeait la délégation."
    said: list[str] = []
    (document,) = read(text.encode(encoding), notify=said.append)
    assert document.text == text
    assert said == ["<bytes>: not UTF-8, read as cp1252"]


def test_cyrillic_bytes_are_read_by_detection() -> None:
    text = "Министр иностранных дел России Сергей Лавров прибыл в понедельник в Пекин на переговоры. " * 3
    with pytest.warns(Detected, match="not UTF-8"):
        (document,) = read(text.encode("cp1251"))
    assert document.text == text


def test_half_a_surrogate_pair_is_replaced_one_for_one() -> None:
    (document,) = read(b'{"text": "a\\ud800b"}')
    assert document.text == "a\ufffdb"


def test_read_raises_at_the_first_bad_input() -> None:
    with pytest.raises(BadInput, match="broken JSON"):
        list(read(b"{broken"))
