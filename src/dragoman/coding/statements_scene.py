"""A dispatch as its statements see it: the outer quotations, the words that report, and who the nominals are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dragoman.languages.cues import Cues, ReportVerb, Takes
from dragoman.model.mentions import Cast, Found, Quotation
from dragoman.model.records import Form, Polarity
from dragoman.model.text import Parsed, Sentence, Span, Token

NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
VERBAL = ("VERB", "AUX")
WINDOW = 3
"""Words that may stand between the words of a reporting phrase ("made it very clear")."""
HELP = 6
"""Tokens back from a participle to its auxiliary at most."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb in a sentence: its tokens run from `first` (clitics and auxiliaries) to `last` (the phrase's last word)."""

    sentence: int
    verb: int
    first: int
    last: int
    takes: frozenset[Takes]
    polarity: Polarity = "asserts"
    markers: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    finite: bool = True


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement before it is a record; `speaker` is the head of a nominal: (sentence, token)."""

    content: Span
    cue: Span
    speaker: tuple[int, int]
    form: Form
    polarity: Polarity
    confidence: float
    rule: str


@dataclass(frozen=True)
class Scene:
    """Everything that the rules of this step look at."""

    parsed: Parsed
    found: Found
    cast: Cast
    cues: Cues

    @property
    def text(self) -> str:
        return self.parsed.document.text

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return self.parsed.sentences

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The outer quotations of the text proper, in order."""
        kept: list[Quotation] = []
        for q in self.found.quotations:
            if q.content.end > q.content.start and not (kept and kept[-1].whole.overlaps(q.whole)):
                kept.append(q)
        return tuple(kept)

    @cached_property
    def verbs(self) -> tuple[Cue, ...]:
        """Every reporting verb that says something: not negated, not passive, not what somebody declines to say."""
        return tuple(cue for s in self.sentences for t in s if (cue := self._cue(s, t)))

    def quotation_at(self, offset: int) -> Quotation | None:
        """The outer quotation around an offset, its marks included."""
        return next((q for q in self.quotations if q.whole.start <= offset < q.whole.end), None)

    def span(self, sentence: Sentence, first: int, last: int) -> Span:
        """From one token to another, both included."""
        return Span(sentence[first].start, sentence[last].end)

    def words(self, sentence: Sentence, index: int) -> tuple[str, str]:
        """Lemma and form of a token, lower case, apostrophes straight."""
        token = sentence[index]
        return token.lemma.lower().replace("’", "'"), token.lower.replace("’", "'")

    def form(self, token: Token) -> str:
        return token.lower.replace("’", "'")

    def before(self, offset: int) -> str:
        """The last character before an offset that is no blank; empty at the start of a paragraph."""
        at = offset - 1
        while at >= 0 and self.text[at].isspace():
            if self.text[at] == "\n":
                return ""
            at -= 1
        return self.text[at] if at >= self.parsed.body else ""

    def reading(self, sentence: Sentence, token: Token) -> tuple[str, str] | None:
        """Lemma and VerbForm of a word that is a verb: the language's table of forms before the parser's word."""
        lemma, kind = self.cues.forms.get(self.form(token), ("", ""))
        if token.pos in VERBAL:
            own = token.lemma.lower().replace("’", "'")
            known = token.feats.get("VerbForm", "Fin")
            bare = token.index == 0 or sentence[token.index - 1].pos != "AUX"
            return (lemma, kind if bare else "Part") if lemma else (own, known)
        if not lemma:
            return None
        if kind == "Part":
            return (lemma, kind) if token.index > 0 and sentence[token.index - 1].pos == "AUX" else None
        trusted = self.form(token) not in self.cues.ambiguous or self._opens_incise(sentence, token)
        return (lemma, kind) if trusted else None

    def is_finite(self, sentence: Sentence, token: Token) -> bool:
        found = self.reading(sentence, token)
        return found is not None and found[1] == "Fin"

    def _opens_incise(self, sentence: Sentence, token: Token) -> bool:
        """Whether the word stands where a verb with its subject behind it would: after a comma or a mark, before a nominal."""
        if token.index + 1 >= len(sentence) or self.before(token.start) not in (",", "»", '"', "”"):
            return False
        following = sentence[token.index + 1]
        return following.pos in ("DET", "PROPN", "PRON") and self.form(following) not in self.cues.relatives

    def _cue(self, sentence: Sentence, token: Token) -> Cue | None:
        read = self.reading(sentence, token)
        if read is None or self._is_no_report(sentence, token, read[1]):
            return None
        matches = [(verb, last) for verb in self.cues.verbs.get(read[0], ()) if (last := self._matches(sentence, token, verb)) is not None]
        if not matches:
            return None
        best = (len(matches[0][0].rest), matches[0][0].reflexive)
        alike = [(v, last) for v, last in matches if (len(v.rest), v.reflexive) == best]
        first = self._group_start(sentence, token)
        if self._unsaid(sentence, token, first):
            return None
        verbs = [v for v, _ in alike]
        return Cue(
            sentence.index,
            token.index,
            first,
            alike[0][1],
            frozenset[Takes]().union(*(v.takes for v in verbs)),
            verbs[0].polarity,
            frozenset[str]().union(*(v.markers for v in verbs)),
            frozenset[str]().union(*(v.labels for v in verbs)),
            read[1] == "Fin" or (read[1] == "Part" and self._helped(sentence, token)),
        )

    def _is_no_report(self, sentence: Sentence, token: Token, kind: str) -> bool:
        """ "the ruling party", "took to the streets to demand that": an attribute, a purpose."""
        if kind == "Part" and token.relation in ("acl", "amod", "advcl") and not self._helped(sentence, token):
            return sentence[token.index - 1].pos != "CCONJ" and not sentence.children(token, "obj", "ccomp", "xcomp")
        return (token.relation in ("amod", "compound") and kind != "Fin") or (kind == "Inf" and token.relation in ("advcl", "acl"))

    def _helped(self, sentence: Sentence, participle: Token) -> bool:
        """Whether an auxiliary stands before, at most a few words that are no verbs between: "a pour sa part dénoncé"."""
        for token in reversed(sentence.tokens[max(0, participle.index - HELP) : participle.index]):
            if token.pos == "AUX":
                return True
            if token.pos == "VERB" or token.text in ",;:":
                return False
        return False

    def _lemma(self, token: Token) -> str:
        return token.lemma.lower().replace("’", "'")

    def _matches(self, sentence: Sentence, token: Token, verb: ReportVerb) -> int | None:
        """The index of the phrase's last word, if the phrase stands here."""
        if verb.reflexive and not self._is_reflexive(sentence, token):
            return None
        at = token.index
        for word in verb.rest:
            reach = range(at + 1, min(at + 1 + WINDOW, len(sentence)))
            found = next((i for i in reach if word in self.words(sentence, i)), None)
            if found is None:
                return None
            at = found
        return at

    def _is_reflexive(self, sentence: Sentence, token: Token) -> bool:
        group = sentence.tokens[max(0, token.index - 4) : token.index]
        return any(self.form(t) in ("se", "s'") for t in group) and "se" in self.cues.clitics

    def _group_start(self, sentence: Sentence, token: Token) -> int:
        first = token.index
        while first > 0 and self._belongs(sentence[first - 1], token):
            first -= 1
        while first < token.index and sentence[first].pos == "ADV" and self.form(sentence[first]) not in self.cues.negations:
            first += 1
        return first

    def _belongs(self, token: Token, verb: Token) -> bool:
        form = self.form(token)
        clitic = form in self.cues.clitics or token.text.startswith("-")
        return (
            clitic
            or token.pos in ("AUX", "PART")
            or (token.pos == "ADV" and token.head in (verb.index, verb.head))
            or form in self.cues.negations
        )

    def _unsaid(self, sentence: Sentence, verb: Token, first: int) -> bool:
        around = [self.form(t) for t in sentence.tokens[first : verb.index + 1]]
        if any(w in self.cues.negations for w in around):
            return True
        if sentence.children(verb, "aux:pass") and not sentence.children(verb, "obl:agent"):
            return True
        above = [t for t in (*sentence.children(verb, "aux", "mark"), *self._governors(sentence, verb)) if t.index < verb.index]
        return any(self._lemma(t) in self.cues.refusals or self.form(t) in self.cues.refusals for t in above)

    def _governors(self, sentence: Sentence, verb: Token) -> Iterator[Token]:
        parent = sentence.parent(verb)
        if parent is not None and verb.relation in ("xcomp", "ccomp") and verb.feats.get("VerbForm") == "Inf":
            yield parent
