"""Where paragraphs and sentences begin: rules of our own, since the models miss boundaries and invent others."""

from __future__ import annotations

import re
from collections.abc import Iterator

BLANK_LINE = re.compile(r"\n[ ]*\n\s*|\n")
END = re.compile(r"""[.!?…]+[ ]?[»"')\]]*[ ]+(?=[«"'(\[—–-]*[ ]?[A-ZÀ-ÖØ-Þ0-9])""")
TITLE = re.compile(
    r"(?:^|[\s(«\"'])(?:M|MM|Mme|Mmes|Mlle|Dr|Drs|Pr|Me|Mgr|St|Ste|Gen|Gén|Col|Cdt|Lt|Maj|Capt|Cpl|Sgt|Adm|Brig|Sen|Rep|Gov|Mr|Mrs|Ms|Messrs|Prof|Rev|Hon|"
    r"Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|janv|févr|fév|avr|juil|sept|oct|nov|déc|"
    r"No|Nos|art|vs|gén|gen|col|lt|cdt|cap|maj|adj|sgt|[A-ZÀ-Þ])\.[ ]*$"
)
DATED = re.compile(r"\b(?:Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp)\.[ ]*$")
"""Abbreviations that may end a sentence, as one before a name ("M. Macron") never does."""
ACRONYM = re.compile(r"(?:[A-Z]\.){2,}[ ]*$")
# "the U.S. On Monday": after an acronym a sentence starts only at a word that starts sentences, not names.
STARTER = re.compile(
    r"[«\"'(]*[ ]?(?:The|In|On|At|It|He|She|They|But|And|A|An|This|That|These|Those|For|After|Before|While|When|As|His|Her|Its|"
    r"Their|We|I|There|Le|La|Les|L'|Il|Elle|Ils|Elles|Un|Une|Mais|En|Dans|Selon)\b"
)


def paragraphs(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """The paragraphs of a text from an offset on: (start, end), blanks at both ends left out. A line is a paragraph."""
    for piece in _pieces(text, start):
        body = text[piece[0] : piece[1]]
        left = len(body) - len(body.lstrip())
        right = len(body.rstrip())
        if right > left:
            yield piece[0] + left, piece[0] + right


def _pieces(text: str, start: int) -> Iterator[tuple[int, int]]:
    at = start
    for gap in BLANK_LINE.finditer(text, start):
        yield at, gap.start()
        at = gap.end()
    yield at, len(text)


def sentence_starts(paragraph: str) -> list[int]:
    """Offsets in a paragraph where a sentence begins; the first is 0."""
    return [0, *(m.end() for m in END.finditer(paragraph) if _ends_here(paragraph, m))]


def _ends_here(paragraph: str, boundary: re.Match[str]) -> bool:
    before = paragraph[max(0, boundary.start() - 12) : boundary.start() + 1]
    if DATED.search(before):
        return bool(STARTER.match(paragraph, boundary.end())) and boundary.group().startswith(".")
    if boundary.group().lstrip().startswith(".") and TITLE.search(before):
        return False
    if ACRONYM.search(before):
        return bool(STARTER.match(paragraph, boundary.end()))
    return True
