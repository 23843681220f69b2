"""A sentence cut into folded words, with the states, organisations and groups that it names, and the titles found in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import takewhile
from typing import Literal

from dragoman.languages.offices import LINK, NameForm, OfficeTitles, Title, split
from dragoman.model.text import Sentence

Change = Literal["holds", "left", "appointed"]
PEOPLE = ("adjective", "demonym")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or a part of one ("vice", "premier" of "vice-Premier") with its token; `link` is its meaning as a link."""

    word: str
    token: int
    link: str | None
    article: bool


@dataclass(frozen=True, slots=True)
class Known:
    """A state's, organisation's or group's name in the line: pieces `first` to `last`."""

    first: int
    last: int
    form: NameForm


@dataclass(frozen=True, slots=True)
class Phrase:
    """A title with all that belongs to it: pieces `first` to `last`, the title's own words from `core_first` to `core_last`."""

    title: Title
    first: int
    last: int
    core_first: int
    core_last: int
    first_link: int
    office: str
    klass: str
    change: Change = "holds"
    of: int | None = None
    named: bool = False
    """Whether a complement or a name (not an adjective) says of what."""


@dataclass(frozen=True)
class Line:
    """A sentence cut into pieces, with the known names that begin and end at each."""

    sentence: Sentence
    titles: OfficeTitles
    pieces: tuple[Piece, ...]
    starts: Mapping[int, Known] = field(default_factory=dict)
    ends: Mapping[int, Known] = field(default_factory=dict)

    def text(self, token: int) -> str:
        """The token's text; empty beyond either end of the sentence."""
        return self.sentence[token].text if 0 <= token < len(self.sentence) else ""

    def pos(self, token: int) -> str:
        return self.sentence[token].pos if 0 <= token < len(self.sentence) else ""

    def folded(self, token: int) -> str:
        return "".join(split(self.text(token))).rstrip(".")

    def is_rank(self, token: int) -> bool:
        return self.folded(token) in self.titles.ranks

    def is_article(self, token: int) -> bool:
        return self.folded(token) in self.titles.articles

    def past_address(self, token: int) -> int:
        """Past what may stand before a name: "le général", "M.", "the Norwegian"."""
        at = token
        while self.is_rank(at) or self._is_people(at) or (self.text(at) == "." and self.is_rank(at - 1)):
            at += 1
        if at == token and self.is_article(at) and (self.is_rank(at + 1) or self._is_people(at + 1)):
            return self.past_address(at + 1)
        return at

    def _is_people(self, token: int) -> bool:
        """An adjective or noun of nationality before a name."""
        known = self._known_at.get(token)
        return known is not None and known.form.kind in PEOPLE

    def skippable_before(self, token: int) -> bool:
        """An article or a possessive that introduces a title."""
        poss = token >= 0 and self.sentence[token].dep in ("nmod:poss", "poss") and self.pos(token) == "PRON"
        return self.pos(token) == "DET" or self.is_article(token) or poss

    def known_name(self, token: int) -> bool:
        """Whether a state's or an organisation's name stands there."""
        return token in self._known_at

    @cached_property
    def _known_at(self) -> Mapping[int, Known]:
        return {self.pieces[i].token: k for k in self.starts.values() for i in range(k.first, k.last + 1)}

    def starts_name(self, token: int) -> bool:
        """Whether a name that may be a person's begins at a token."""
        if not self.text(token)[:1].isupper() or (self.known_name(token) and not self._is_given_name(token)):
            return False
        if self.text(token + 1)[:1].isupper() and not self.is_article(token):
            return True
        return self.folded(token) not in self.titles.not_names and self.pos(token) not in ("DET", "PRON", "ADP", "CCONJ", "AUX", "SCONJ")

    def _is_given_name(self, token: int) -> bool:
        """ "Israël Katz", "Jordan Bardella": one word of a state or town, and a capitalised word that is none."""
        known = self._known_at[token]
        alone = known.form.kind in ("state", "capital") and known.first == known.last
        return alone and self.text(token + 1)[:1].isupper() and not self.known_name(token + 1)

    def in_name(self, token: int) -> bool:
        """Whether a token may go on a name: capitalised, a particle before a capital, a hyphen, an initial's stop."""
        word = self.text(token)
        if word[:1].isupper():
            return self.folded(token) not in self.titles.not_names and self.pos(token) not in ("VERB", "AUX")
        return word in ("-", ".") and self._touches(token) or self._is_particle(token)

    def _is_particle(self, token: int) -> bool:
        """ "von der" of "von der Leyen": particles up to a capital."""
        if self.folded(token) not in self.titles.particles:
            return False
        after = self.text(token + 1)
        return after[:1].isupper() or after == "-" or self._is_particle(token + 1)

    def _touches(self, token: int) -> bool:
        """No blank on either side of a hyphen; none before a stop after an initial."""
        here, before = self.sentence[token], self.sentence[token - 1] if token else None
        if before is None or before.end != here.start or token + 1 >= len(self.sentence):
            return False
        return len(before.text) == 1 if here.text == "." else self.sentence[token + 1].start == here.end


def read_line(sentence: Sentence, titles: OfficeTitles) -> Line:
    line = Line(sentence, titles, tuple(_pieces(sentence, titles)))
    known = [k for i in range(len(line.pieces)) for k in _names_at(line, i)]
    # The longest name that begins or ends at a piece; a name within another is one too ("Trésor américain", "américain").
    # What may be a noun or an adjective ("New Zealand") is the noun.
    starts = {k.first: k for k in sorted(known, key=lambda k: (k.last, k.form.kind not in PEOPLE))}
    ends = {k.last: k for k in sorted(known, key=lambda k: (-k.first, k.form.kind not in PEOPLE))}
    return replace(line, starts=starts, ends=ends)


def _pieces(sentence: Sentence, titles: OfficeTitles) -> Iterator[Piece]:
    for token in sentence:
        for word in titles.words(token.text):
            article = word in titles.articles or (token.pos == "DET" and word not in titles.links)
            yield Piece(word, token.index, titles.links.get(word), article)


def _names_at(line: Line, i: int) -> Iterator[Known]:
    raw = split(line.text(line.pieces[i].token))
    for form in line.titles.names.get(raw[0] if raw else "", ()):
        if spells(line, i, form.words) and _written_as(line.text(line.pieces[i].token), form.first):
            yield Known(i, i + len(form.words) - 1, form)


def spells(line: Line, start: int, words: Sequence[str]) -> bool:
    """Whether the pieces from a place on are those words, inflected or not."""
    base = line.titles.base
    here = line.pieces[start : start + len(words)] if start >= 0 else ()
    return len(here) == len(words) and all(p.word == base.get(w, w) for p, w in zip(here, words, strict=True))


def starts_title(line: Line, at: int) -> bool:
    """Whether the words of a title, up to its first link, stand at a piece."""
    titles = line.titles.titles.get(line.pieces[at].word, ()) if at < len(line.pieces) else ()
    return any(spells(line, at, tuple(takewhile(lambda w: w != LINK, t.words))) for t in titles)


def _written_as(text: str, form: str) -> bool:
    """Capitals where the name has them: "US" is not "us", "Turkey" not "turkey"."""
    return text.isupper() if form.isupper() and len(form) > 1 else text[:1].isupper() or form[:1].islower()
