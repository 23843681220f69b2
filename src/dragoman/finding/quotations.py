"""Words between quotation marks, in the text as read: every kind of mark, nested, re-opened at each paragraph, or never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.mentions import Quotation
from dragoman.model.text import Span

PAIRS = {"«": "»", "‹": "›", "“": "”", "‘": "’", "„": "“”", "‚": "‘’", '"': '"', "'": "'", "＂": "＂", "「": "」", "『": "』"}
"""Opening mark -> the marks that may close it."""
MARKS = re.compile("[" + "".join(sorted({*PAIRS, *"".join(PAIRS.values())})) + "]|\n+")
SINGLE = frozenset("'‘’‚")
SENTENCE_END = re.compile(r"[.!?…](?=\s+[A-ZÀ-ÖØ-Þ]|\s*$)|$", re.MULTILINE)
SPACES = " \t\u00a0\u202f\u2009"


@dataclass(frozen=True, slots=True)
class _Open:
    mark: str
    at: int


def find_quotations(text: str, start: int = 0) -> tuple[Quotation, ...]:
    """Every quotation from an offset on, by where it opens, the outer before the inner; offsets are those of the text as read.

    A quotation that is opened again at the head of the next paragraph goes on there. One that nothing closes ends with its sentence.
    """
    return tuple(sorted(_scan(text, start), key=lambda q: (q.whole.start, -q.whole.end)))


def _scan(text: str, start: int) -> Iterator[Quotation]:
    pending: list[_Open] = []
    reopened = -1
    for match in MARKS.finditer(text, start):
        at, mark = match.start(), match.group()
        if at == reopened:
            continue
        if mark.startswith("\n"):
            reopened = _reopening(text, match.end(), pending)
            if reopened < 0:
                yield from (_unclosed(text, opened) for opened in pending)
                pending.clear()
        elif (depth := _closes(text, at, pending)) is not None:
            yield _closed(text, pending[depth].at, at)
            del pending[depth:]
        elif _opens(text, at, pending):
            pending.append(_Open(mark, at))
    yield from (_unclosed(text, opened) for opened in pending)


def _closes(text: str, at: int, pending: list[_Open]) -> int | None:
    """The place among the open marks of the one that this mark closes."""
    mark = text[at]
    for depth in reversed(range(len(pending))):
        if mark in PAIRS[pending[depth].mark] and _may_close(text, at, pending[depth]):
            return depth
    return None


def _may_close(text: str, at: int, opened: _Open) -> bool:
    after = text[at + 1 : at + 2]
    if text[at] in SINGLE:
        return not after.isalnum() and not text[at - 1].isspace()
    if text[at] != opened.mark:
        return True
    # The same mark opens and closes: one with a blank before it and a letter after it opens another.
    return not (text[at - 1] in SPACES + "(" and after.isalnum() and at - opened.at > 1 and not text[opened.at + 1].isspace())


def _opens(text: str, at: int, pending: list[_Open]) -> bool:
    mark = text[at]
    if mark not in PAIRS or (any(o.mark == mark for o in pending) and mark not in "«“"):
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark in SINGLE:
        return not before.isalnum() and before not in (".", ")") and after.isalnum() and _has_closing(text, at)
    if mark == '"':
        return not before.isdecimal() and bool(after.strip() or before.isspace()) and (not before.isalnum())
    return True


def _has_closing(text: str, at: int) -> bool:
    """Whether a single mark is answered in its line before another opens: an apostrophe of elision is not."""
    line = text[at + 1 : text.find("\n", at) if "\n" in text[at:] else len(text)]
    closing = re.escape(PAIRS[text[at]])
    return re.search(rf"(?<=[\w.,!?…])[{closing}](?!\w)", line) is not None


def _reopening(text: str, at: int, pending: list[_Open]) -> int:
    """Where the next paragraph repeats the mark of a quotation that is still open; -1 where it does not."""
    if not pending or at >= len(text):
        return -1
    mark = pending[0].mark
    return at if text[at] == mark or (mark == "«" and text[at] == "»") else -1


def _closed(text: str, first: int, last: int) -> Quotation:
    return Quotation(_trimmed(text, first + 1, last), Span(first, last + 1))


def _unclosed(text: str, opened: _Open) -> Quotation:
    end = SENTENCE_END.search(text, opened.at + 1)
    last = end.end() if end else len(text)
    return Quotation(_trimmed(text, opened.at + 1, last), Span(opened.at, last), closed=False)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
