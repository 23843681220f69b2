"""Time expressions in a sentence: the templates of times.yaml matched over its words, the longest match first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dragoman.finding.outlook import outlook
from dragoman.finding.time_amounts import Count
from dragoman.finding.time_values import build
from dragoman.languages.times import ANY, DIGITS, Element, Rule, TimeWords, split
from dragoman.model.expressions import ADNOMINAL, Extent, Offset, Stretch, TimeExpression, When
from dragoman.model.text import Sentence, Token

LONGEST_GAP = 6
LONGEST_LEAD = 8
"""How many words of an expression may come before the first that tells of time."""
COUNTED = frozenset({"NOUN", "ADJ", "PROPN", "NUM", "SYM"})
Match = tuple[int, Any]
Captures = Mapping[str, Any]


def find_times(sentence: Sentence, words: TimeWords) -> tuple[TimeExpression, ...]:
    """The time expressions of a sentence in the order of the text; none overlaps another."""
    chart = _Chart(sentence, words)
    return tuple(chart.expressions()) if chart.promising() else ()


def _without_hyphens(pieces: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Hyphens between digits make a range; others only join ("mid-November"), whether or not they are tokens of their own."""
    digits = [False, *(word.isdecimal() for word, _ in pieces), False]
    return [piece for i, piece in enumerate(pieces) if piece[0] not in "-–" or (digits[i] and digits[i + 2])]


class _Chart:
    """The words of one sentence and what has been matched at each of them."""

    def __init__(self, sentence: Sentence, vocabulary: TimeWords) -> None:
        self.sentence = sentence
        self.vocabulary = vocabulary
        pieces = _without_hyphens([(word, token.index) for token in sentence for word in split(token.text)])
        self.words = [word for word, _ in pieces]
        self.tokens = [token for _, token in pieces]
        self.memo: dict[tuple[str, int], tuple[Match, ...]] = {}
        self.ruled: dict[tuple[str, int], tuple[tuple[int, str, When], ...]] = {}

        self.opening = self._places()

    def _places(self) -> list[bool]:
        """For each word whether an expression may begin there: with no other words before one that tells of time, unless it has a gap."""
        words, signals, members = self.words, self.vocabulary.signals, self.vocabulary.members
        places, lead = [False] * len(words), LONGEST_LEAD + 1
        for i in range(len(words) - 1, -1, -1):
            word = words[i]
            lead = 0 if word in signals or word.isdecimal() else lead + 1
            open_here = lead == 0 or lead <= LONGEST_LEAD and word in members
            places[i] = lead <= LONGEST_LEAD and word in self.vocabulary.gap_openings or open_here and (lead == 0 or places[i + 1])
        return places

    def promising(self) -> bool:
        return any(self.opening)

    def expressions(self) -> Iterator[TimeExpression]:
        at = 0
        while at < len(self.words):
            found = self._best(at)
            if found is None:
                at += 1
                continue
            end, rule, value = found
            if isinstance(value, Extent) or not (self._habitual(at) or rule == "calendar" and self._is_name(at, end)):
                yield self._expression(at, end, rule, value)
            at = end

    def _expression(self, at: int, end: int, rule: str, value: When) -> TimeExpression:
        first, last = self.tokens[at], self.tokens[end - 1]
        head = self._head(first, last)
        named = (ADNOMINAL if self._bound_to_noun(at, head) else "") + rule
        return TimeExpression(self.sentence.index, first, last, head, value, named, outlook(self.sentence, head, self.vocabulary))

    def _bound_to_noun(self, at: int, head: int) -> bool:
        above = self.sentence[self.sentence[head].head]
        linked = any(self.words[i] in self.vocabulary.linking for i in (at, at - 1) if i >= 0)
        leading = head < above.index and self.sentence[head].dep in ("nmod:poss", "compound", "nummod", "amod")
        return above.index != head and above.pos in ("NOUN", "PROPN") and (linked or leading)

    def _best(self, at: int) -> tuple[int, str, When] | None:
        """The longest match at a place, unless one that begins inside it reaches further."""
        found = self._longest(at)
        if found and any((inner := self._longest(i)) and inner[0] > found[0] for i in range(at + 1, found[0])):
            return None
        return found

    def _longest(self, at: int) -> tuple[int, str, When] | None:
        if not self.opening[at] or (at and self.tokens[at] == self.tokens[at - 1]):
            return None
        ruled = [*self._ruled("date", at), *self._ruled("phrase", at)]
        found = [m for m in ruled if self._ends_token(m[0]) and not self._measures(m)]
        return max(found, key=lambda m: m[0], default=None)

    def _measures(self, match: tuple[int, str, When]) -> bool:
        """ "For a two-day visit" tells how long the visit is, not for how long one has come."""
        end, _, value = match
        last = self.sentence[self.tokens[end - 1]]
        return isinstance(value, (Stretch, Offset)) and last.head > last.index and last.relation in ("compound", "amod")

    def _ends_token(self, end: int) -> bool:
        return end == len(self.words) or self.tokens[end] != self.tokens[end - 1]

    def _habitual(self, at: int) -> bool:
        """ "Every Monday" and "tous les lundis" are no date."""
        return at > 0 and self.words[at - 1] in self.vocabulary.repeated

    def _is_name(self, at: int, end: int) -> bool:
        """ "Bloody Sunday" and "jeudi noir" are names of days long past."""
        beside = [i for i in (at - 1, at, end) if 0 <= i < len(self.words)]
        weekday = any(self.words[i] in self.vocabulary.lexicon["weekday"] for i in (at, end - 1))
        return weekday and any(self.words[i] in self.vocabulary.naming for i in beside)

    def _head(self, first: int, last: int) -> int:
        """The token of the span whose own head lies outside it; the last such, since adpositions come first."""
        outside = [t for t in self.sentence.tokens[first : last + 1] if not first <= t.head <= last or t.head == t.index]
        content = [t for t in outside if t.pos not in ("ADP", "PUNCT", "DET", "SCONJ")] or outside
        return content[0].index if content else first

    # matching

    def _match(self, category: str, at: int) -> tuple[Match, ...]:
        if at >= len(self.words) or not self._opens(category, at):
            return ()
        key = (category, at)
        if key not in self.memo:
            self.memo[key] = ()
            self.memo[key] = tuple(self._find(category, at))
        return self.memo[key]

    def _opens(self, category: str, at: int) -> bool:
        openings, word = self.vocabulary.openings[category], self.words[at]
        return word in openings or ANY in openings or (DIGITS in openings and word.isdecimal())

    def _find(self, category: str, at: int) -> Iterator[Match]:
        if category in READERS:
            yield from READERS[category](self, at)
            return
        yield from self._listed(category, at)
        if category in self.vocabulary.rules:
            yield from ((end, value) for end, _, value in self._ruled(category, at))

    def _listed(self, category: str, at: int) -> Iterator[Match]:
        for phrase, value in self.vocabulary.lexicon.get(category, {}).get(self.words[at], ()):
            end = at + len(phrase)
            if tuple(self.words[at:end]) == phrase and self._capital(at) and (category != "landmark" or self._solid(at, end)):
                yield end, value

    def _capital(self, at: int) -> bool:
        return self.words[at] not in self.vocabulary.capital or self.sentence[self.tokens[at]].text[:1].isupper()

    def _solid(self, at: int, end: int) -> bool:
        """Whether the words stand without a blank between them: "le 11-Septembre" is a name, "le 11 septembre" a date."""
        first, last = self.tokens[at], self.tokens[end - 1]
        return all(self.sentence[i].end == self.sentence[i + 1].start for i in range(first, last))

    def _ruled(self, category: str, at: int) -> tuple[tuple[int, str, When], ...]:
        key = (category, at)
        if key not in self.ruled:
            self.ruled[key] = ()
            self.ruled[key] = tuple(self._built(category, at))
        return self.ruled[key]

    def _built(self, category: str, at: int) -> Iterator[tuple[int, str, When]]:
        for rule in self._candidates(category, at):
            for end, captures in self._sequence(rule.elements, 0, at, {}):
                value = build(rule.name, captures)
                if value is not None:
                    yield end, rule.name, value

    def _candidates(self, category: str, at: int) -> Iterator[Rule]:
        """The rules that may begin with the word at a place and go on with the next."""
        if at >= len(self.words):
            return
        starts, word = self.vocabulary.starts[category], self.words[at]
        following = {ANY, *self.words[at + 1 : at + 2], *(DIGITS for w in self.words[at + 1 : at + 2] if w.isdecimal())}
        for rule, seconds in (*starts.get(word, ()), *(starts.get(DIGITS, ()) if word.isdecimal() else ()), *starts.get(ANY, ())):
            if not following.isdisjoint(seconds) and (not rule.literal or not rule.literal.isdisjoint(self.words)):
                yield rule

    def _sequence(self, elements: tuple[Element, ...], k: int, at: int, captures: Captures) -> Iterator[tuple[int, Captures]]:
        if k == len(elements):
            yield at, captures
            return
        element = elements[k]
        if element.words:
            if at < len(self.words) and self.words[at] in element.words:
                yield from self._sequence(elements, k + 1, at + 1, captures)
        else:
            for end, value in self._match(element.category, at):
                yield from self._sequence(elements, k + 1, end, self._captured(captures, element, at, value))
        if element.optional:
            yield from self._sequence(elements, k + 1, at, captures)

    def _captured(self, captures: Captures, element: Element, at: int, value: Any) -> Captures:
        added = {element.name: value, f"kind:{element.name}": element.category}
        if element.category == "unit":
            added["plural"] = self.sentence[self.tokens[at]].feats.get("Number") == "Plur"
            added |= self._whole_weeks(captures.get("n"), value)
        return {**captures, **added}

    def _whole_weeks(self, count: Count | None, unit: str) -> Mapping[str, Any]:
        """ "Quinze jours" are two weeks."""
        weeks = self.vocabulary.idiom_days.get(int(count.value)) if count and unit == "day" else None
        return {"n": Count(weeks), "unit": "week"} if weeks else {}

    # numbers

    def _token(self, at: int) -> Token | None:
        return self.sentence[self.tokens[at]] if at < len(self.words) else None

    def _counts(self, at: int) -> bool:
        """Whether the word at a place is what a number just before it counts."""
        token = self._token(at)
        if token is None:
            return False
        word = self.words[at]
        dated = word in self.vocabulary.linking or word in self.vocabulary.lexicon["month"] or word in self.vocabulary.lexicon["unit"]
        return token.pos in COUNTED or dated or word.isdecimal() or word in "%/:h°€$£"

    def read_count(self, at: int) -> Iterator[Match]:
        yield from ((end, Count(value, rough=True)) for end, value in self._listed("count", at))
        number = self._number(at)
        if number:
            yield number[0], Count(number[1])
            yield from self._one_or_other(*number)

    def _one_or_other(self, end: int, low: float) -> Iterator[Match]:
        """ "Two or three": about so many."""
        if end + 1 < len(self.words) and self.words[end] in self.vocabulary.between:
            high = self._number(end + 1)
            if high and low < high[1]:
                yield high[0], Count((low + high[1]) / 2, rough=True)

    def _number(self, at: int) -> tuple[int, float] | None:
        if self.words[at].isdecimal():
            return at + 1, float(self.words[at][:6])
        numbers, total, end = self.vocabulary.numbers, 0.0, at
        while end < len(self.words) and self.words[end] in numbers:
            value = numbers[self.words[end]]
            if end > at and value < 20 and self.words[end - 1] in self.vocabulary.articles:
                return None
            scales = value >= 100 or (value == 20 and total == 4)
            total = max(total, 1) * value if scales else total + value
            end += 1
        return (end, total) if end > at else None

    def read_number(self, at: int) -> Iterator[Match]:
        if self.words[at].isdecimal() and len(self.words[at]) <= 4:
            yield at + 1, int(self.words[at])

    def read_day(self, at: int) -> Iterator[Match]:
        """A day of a month in digits, as an ordinal, or in words; any number, since a day that no month has must be seen to be refused."""
        word = self.words[at]
        if word.isdecimal() and len(word) <= 3:
            follows = at + 1 < len(self.words) and self.words[at + 1] in self.vocabulary.suffixes
            yield at + 1 + follows, int(word)
            return
        yield from ((end, value) for end, value in self._listed("ordinal", at) if value > 0)
        number = self._number(at) if word not in self.vocabulary.articles else None
        if number and self.vocabulary.day_first:
            yield number[0], int(number[1])

    def read_lone_day(self, at: int) -> Iterator[Match]:
        if self.words[at].isdecimal():
            yield from ((end, day) for end, day in self.read_day(at) if 1 <= day <= 31 and not self._counts(end))

    def read_year(self, at: int) -> Iterator[Match]:
        word = self.words[at]
        if not word.isdecimal() or not (len(word) >= 4 or word == "0"):
            return
        dated = at > 0 and (self.words[at - 1] in self.vocabulary.lexicon["month"] or self.words[at - 1] in (",", "."))
        if dated or len(word) == 4 and not (self._counts(at + 1) and int(word) % 100 == 0):
            yield at + 1, int(word[:5])

    def read_short_year(self, at: int) -> Iterator[Match]:
        """The last two digits of a year, where they can be no day: mai 68."""
        if re.fullmatch("[3-9][2-9]|[4-9][01]", self.words[at]):
            yield at + 1, 1900 + int(self.words[at])

    def read_gap(self, at: int) -> Iterator[Match]:
        for end in range(at + 1, min(at + LONGEST_GAP, len(self.words)) + 1):
            token = self.sentence[self.tokens[end - 1]]
            if token.pos in ("PUNCT", "VERB", "AUX"):
                return
            yield end, None

    def read_nominal(self, at: int) -> Iterator[Match]:
        """No words, but only where a noun phrase or a clause follows."""
        token = self._token(at)
        if token is not None and (token.dep == "amod" or token.pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "SCONJ")):
            yield at, None


READERS = {
    "n": _Chart.read_count,
    "num": _Chart.read_number,
    "day": _Chart.read_day,
    "dom": _Chart.read_lone_day,
    "year": _Chart.read_year,
    "short": _Chart.read_short_year,
    "gap": _Chart.read_gap,
    "nominal": _Chart.read_nominal,
}
