"""The text a parser likes, with a map back to the text as read."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

# One character for one, so that most offsets hold by themselves.
ALIKE = str.maketrans({**dict.fromkeys("’‘‛ʼ′＇", "'"), **dict.fromkeys("“”„‟″＂", '"'), **dict.fromkeys("‐‑", "-")})
BLANK = frozenset("\t\v\f\r\x85\u2028\u2029")
DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
STRAY_STOP = re.compile(r"(?<=[^\W_]{2})\.(?= +[a-zà-öø-ÿ])")
ABBREVIATED = re.compile(
    r"\b(?:M|Mme|Mlle|Dr|Pr|St|Ste|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Mr|Mrs|Ms|vs|al|av|bd|ed|eds|p|pp|vol|fig|etc|env|cf|art|approx|inc|ltd|co|corp|no)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Normalised:
    """`text[i]` stands for character `offsets[i]` of the text as read; `offsets` has one entry more, the end."""

    text: str
    offsets: tuple[int, ...]

    def as_read(self, start: int, end: int) -> tuple[int, int]:
        """A span of the normalised text as a span of the text as read."""
        return self.offsets[start], (self.offsets[end - 1] + 1 if end > start else self.offsets[start])

    def at_or_after(self, offset: int) -> int:
        """The place in the normalised text of the first character at or after an offset of the text as read."""
        return bisect_left(self.offsets, offset)

    def without(self, start: int, end: int) -> Normalised:
        """The same with a stretch blanked and a paragraph begun after it; offsets hold."""
        blank = " " * (end - start - 1) + "\n" if end > start else ""
        return Normalised(self.text[:start] + blank + self.text[end:], self.offsets)


def normalise(text: str) -> Normalised:
    """Quotation marks and spaces made plain, invisible characters dropped, stray full stops inside sentences blanked."""
    kept = [i for i, c in enumerate(text) if c not in DROPPED]
    plain = "".join(_plain(text[i]) for i in kept)
    return Normalised(_without_stray_stops(plain), (*kept, len(text)))


def _plain(character: str) -> str:
    if character in BLANK or unicodedata.category(character) == "Zs":
        return " "
    return character.translate(ALIKE)


def _without_stray_stops(text: str) -> str:
    """A full stop before a lower-case word ends no sentence: machine translation leaves them behind."""

    def blank(match: re.Match[str]) -> str:
        return "." if ABBREVIATED.search(text, max(0, match.start() - 8), match.start()) else " "

    return STRAY_STOP.sub(blank, text)
