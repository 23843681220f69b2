"""What a text says about itself before it begins: a crawler's header (`date 2023-09`, the page's address) and a dateline.

Datelines follow the agencies' style books: place in capitals, then perhaps the region, the day and the agency, then a dash:
"BEIRUT, June 3 (Reuters) -", "MOSCOU (AP) —", "KYIV, Ukraine —", "NANTES (Loire-Atlantique), 4 mars 2021 (AFP) -".
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from dragoman.languages import available, language
from dragoman.model.text import Span

_DATE = re.compile(r"\s*date\s*[:=]?\s*(?P<day>[0-9]{4}(?:-[0-9]{2}){0,2})(?:[T ][0-9]{2}:\S*)?(?!\S)", re.I)
_ADDRESS = re.compile(r"\s*(?:url|link|source)?\s*[:=]?\s*(?P<url>https?://\S+|www\.\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)+/\S*)", re.I)

_HEAD = re.compile(r"\s*(?P<head>[^\n—–:]{3,100}?)(?P<mark>\s*[—–]|\s*--|(?:(?<=\))|\s)-(?=\s)|:(?=\s+[A-ZÀ-Þ]))\s*")
_AGENCY = re.compile(r"\s*\((?P<agency>[^()]*[A-Z][^()]*)\)$")
_LOOK = 600  # characters: a dateline may stand below a headline and a byline, no further

_DAY = re.compile(r"\b(?P<d>\d{1,2})(?:er|st|nd|rd|th)?\.?\s+(?P<m>[^\W\d_]+)|(?P<m2>[^\W\d_]+)\.?\s+(?P<d2>\d{1,2})\b", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Header:
    """What stands before the text proper, which begins at `body`; `published` is EDTF.

    `dateline` is the dateline's span, `place` its town as written; `day` is (month, day) where the dateline leaves out the year.
    """

    published: str | None = None
    url: str | None = None
    body: int = 0
    dateline: Span | None = None
    place: str | None = None
    day: tuple[int, int] | None = None

    def publication(self, given: str | None) -> str | None:
        """The date given (by hand or as metadata), else the header's, else the dateline's; a dateline's day narrows a year or month."""
        known = given or self.published
        if known is None or self.day is None or not re.fullmatch(r"\d{4}(-\d\d)?", known):
            return known
        narrowed = _iso(int(known[:4]), *self.day)
        return narrowed if narrowed.startswith(known) and _valid(narrowed) else known


def find_header(text: str) -> Header:
    """The header of a text; an empty one where it has none."""
    published, url, body = _crawler(text)
    found = _dateline(text, body)
    if found is None:
        return Header(published, url, body)
    day, year = _day(found.added)
    if published is None and day and year:
        published = _iso(year, *day)
    return Header(published, url, body, found.span, found.town, day)


def _crawler(text: str) -> tuple[str | None, str | None, int]:
    """The date, the address and the end of a crawler's header; it counts as one only if it tells a date."""
    published = url = None
    at = 0
    while found := (published is None and _DATE.match(text, at)) or (url is None and _ADDRESS.match(text, at)):
        published, url = found.groupdict().get("day", published), found.groupdict().get("url", url)
        at = found.end()
    if published is None or not _valid(published):
        return None, None, len(text) - len(text.lstrip())
    return published, url, len(text) - len(text[at:].lstrip())


@dataclass(frozen=True, slots=True)
class _Dateline:
    span: Span
    town: str
    agency: str
    added: str  # all the rest: a region, a day

    @property
    def capitals(self) -> bool:
        return self.town.upper() == self.town and len(self.town) > 2

    @property
    def dated(self) -> bool:
        return any(c.isdecimal() for c in self.added)


def _dateline(text: str, body: int) -> _Dateline | None:
    """The first line that opens with a dateline; below the first line only one that names its agency or its day."""
    first = True
    for line in re.finditer(r"[^\n]*\S[^\n]*", text[body : body + _LOOK]):
        found = _parts(text, body + line.start(), body + line.end())
        if found and (found.agency or found.dated or (first and found.capitals and len(found.added.split()) < 5)):
            return found
        first = False
    return None


def _parts(text: str, start: int, end: int) -> _Dateline | None:
    """A line's head up to its dash, taken apart; None where it is none of a dateline: no capitals, and no agency either."""
    head = _HEAD.match(text, start, end)
    if head is None:
        return None
    words = head["head"].strip()
    by = _AGENCY.search(words)
    agency = by["agency"] if by else ""
    town = _town(words[: by.start()] if by else words)
    added = words[len(town) :].strip(" ,")
    if not town or len(town.split()) > 5 or len(added.split()) > 9:
        return None
    found = _Dateline(Span(head.start("head"), head.end("mark")), town, agency, added)
    return found if found.capitals or (agency and town[0].isupper()) else None


def _town(words: str) -> str:
    """The words in capitals at the start, else all before a comma, a bracket or a day."""
    town = re.split(r"[,(\d]", words, maxsplit=1)[0].rstrip()
    small = next((w.start() for w in re.finditer(r"\S+", town) if not w.group().isupper()), None)
    return town[:small].rstrip() if small else town


def _day(words: str) -> tuple[tuple[int, int] | None, int | None]:
    """The (month, day) and the year that the words of a dateline name."""
    if not re.search(r"\d", words):
        return None, None
    months = _months()
    year = _YEAR.search(words)
    for found in _DAY.finditer(words):
        month = months.get((found["m"] or found["m2"]).lower())
        day = int(found["d"] or found["d2"])
        if month and _valid(f"2000-{month:02}-{day:02}"):
            return (month, day), int(year.group()) if year else None
    return None, None


def _months() -> dict[str, int]:
    """Every language's names of months by their first word: a dateline is read before the language is known."""
    tables = (language(code).times.lexicon["month"] for code in available())
    return {first: int(phrases[0][1]) for table in tables for first, phrases in table.items()}


def _iso(year: int, month: int, day: int) -> str:
    return f"{year}-{month:02}-{day:02}"


def _valid(edtf: str) -> bool:
    year, month, day = (*map(int, edtf.split("-")), 1, 1)[:3]
    try:
        return bool(datetime.date(year, month, day))
    except ValueError:
        return False
