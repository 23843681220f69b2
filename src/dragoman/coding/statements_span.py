"""Where reported words begin and end: punctuation first, the tree where punctuation leaves it open."""

from __future__ import annotations

from dragoman.coding.statements_scene import VERBAL, Cue, Scene
from dragoman.model.text import Sentence, Span, Token

STOPS = frozenset(";:")
PADDING = " \t\n\u00a0\u202f,;:–—-"
FINAL = PADDING + "."
LONG = 50
"""Characters from which a coordinated clause with a complementizer of its own is a statement of its own."""
DANGLING = 24
"""Words that an introductory adverbial may have at most to be left out of what is reported."""


def trimmed(scene: Scene, start: int, end: int) -> Span:
    """Without blanks, commas and the full stop around; a closing mark keeps the stop inside it."""
    text = scene.text
    while start < end and text[start] in PADDING:
        start += 1
    while end > start and text[end - 1] in FINAL:
        end -= 1
    return Span(start, end)


def with_marks(scene: Scene, span: Span) -> Span:
    """Widened to the closing mark of a quotation that it cuts."""
    cut = next((q for q in scene.quotations if span.start <= q.whole.start < span.end < q.whole.end), None)
    return Span(span.start, cut.whole.end) if cut else span


def unquoted(scene: Scene, span: Span) -> Span:
    """The content of the quotation that the span is as a whole, else the span."""
    whole = next(
        (q for q in scene.quotations if q.whole.start <= span.start < q.content.end and q.content.end <= span.end <= q.whole.end + 2), None
    )
    if whole is None or (whole.whole.start < span.start and whole.content.start != span.start):
        return span
    return speech(scene, whole.content.start, whole.content.end)


def speech(scene: Scene, start: int, end: int) -> Span:
    """Quoted words without blanks and commas around; a full stop, a question mark stay."""
    text = scene.text
    while start < end and text[start] in PADDING[:-3]:
        start += 1
    while end > start and text[end - 1] in PADDING[:-3]:
        end -= 1
    return Span(start, end)


def is_outside(scene: Scene, token: Token) -> bool:
    return scene.quotation_at(token.start) is None


def has_main_verb(scene: Scene, sentence: Sentence, first: int, last: int) -> bool:
    """Whether the tokens from `first` to `last` hold a finite verb that no relative pronoun or conjunction has claimed."""
    claimed = opened = 0
    for token in sentence.tokens[first : last + 1]:
        if token.text == "," and claimed and token.index - opened > 1:
            claimed -= opened > 0
            opened = 0
        elif scene.form(token) in scene.cues.relatives or token.pos == "SCONJ":
            claimed, opened = claimed + 1, token.index
        elif scene.is_finite(sentence, token) or _is_misread(sentence, token):
            if claimed == 0:
                return True
            claimed, opened = claimed - 1, 0
    return False


def _is_misread(sentence: Sentence, token: Token) -> bool:
    """A participle that nothing helps and that governs its clause is a finite form to the reader."""
    if token.pos != "VERB" or token.feats.get("VerbForm") != "Part" or sentence.children(token, "aux", "cop"):
        return False
    return token.relation == "root" or (
        bool(sentence.children(token, "nsubj")) and token.relation in ("ccomp", "parataxis", "conj", "advcl")
    )


def clause_start(scene: Scene, sentence: Sentence, last: int, participle: bool = True) -> int:
    """The token at which the clause that ends at `last` begins: after a semicolon, an adversative, the head of the sentence.

    An opening `participle` ("Arrêté en mai, X ...") is left out, unless the whole sentence is reported.
    """
    first = last
    while first > 0 and not _is_break(scene, sentence, first):
        first -= 1
    while first < last and (sentence[first].pos in ("CCONJ", "PUNCT") or scene.form(sentence[first]) in scene.cues.breaks):
        if sentence[first].text in ("«", '"', "“", "(", "‘"):
            break
        first += 1
    return _without_adverbial(scene, sentence, first, last, participle)


def _is_break(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Whether a new clause begins at the token."""
    token, before = sentence[index], sentence[index - 1]
    if not is_outside(scene, before):
        return False
    if before.text in STOPS or before.text in ("—", "–"):
        return True
    if before.text != ",":
        return False
    return scene.form(token) in scene.cues.breaks or (token.pos == "CCONJ" and _opens_clause(scene, sentence, index))


def _opens_clause(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Whether a conjunction joins a clause with a subject of its own to one that is whole: "..., et l'Egypte aurait ..."."""
    following = sentence.tokens[index + 1 : index + 2]
    if not following or following[0].pos not in ("DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ"):
        return False
    clitic = following[0].pos == "PRON" and scene.form(following[0]) in scene.cues.relatives | scene.cues.clitics
    return has_main_verb(scene, sentence, 0, index - 1) and not clitic


def _without_adverbial(scene: Scene, sentence: Sentence, first: int, last: int, participle: bool) -> int:
    """Past "Dans la matinée," and its like: a short opening that has no verb and is no subject."""
    comma = next((i for i in range(first, min(first + DANGLING + 1, last)) if sentence[i].text == ","), None)
    if comma is None or comma + 1 >= last:
        return first
    opening = sentence.tokens[first:comma]
    head = opening[0]
    adverbial = (
        head.pos in ("ADP", "ADV")
        or (participle and head.feats.get("VerbForm") == "Part" and head.relation != "nsubj")
        or not scene.cues.calendar.isdisjoint(scene.words(sentence, head.index))
    )
    return (
        comma + 1
        if adverbial and not any(scene.is_finite(sentence, t) for t in opening) and all(is_outside(scene, t) for t in opening)
        else first
    )


def clause_end(scene: Scene, sentence: Sentence, start: int, cue: Cue) -> int:
    """The offset at which a reported clause that begins at token `start` ends."""
    for index in range(start + 1, len(sentence)):
        token = sentence[index]
        if not is_outside(scene, token):
            continue
        if token.text in STOPS:
            return token.start
        if _resumes(scene, sentence, index, start, cue):
            return sentence[index - 1].end
    return sentence[-1].end


def _resumes(scene: Scene, sentence: Sentence, index: int, start: int, cue: Cue) -> bool:
    """Whether the speaker's own clause, or the dispatch's, goes on at the token."""
    token, before = sentence[index], sentence[index - 1]
    head = sentence[cue.verb]
    if before.text == "," and _opens_main_clause(sentence, token, head):
        return True
    if token.pos == "CCONJ" and is_second_clause(scene, sentence, index, start):
        return True
    if token.pos == "CCONJ" and before.text != ",":
        return _conjunct_of(sentence, token, head, start) or _joins_cue(scene, sentence, index, cue)
    if before.text not in (",", ")", "—", "–", "»", '"', "”"):
        return False
    if token.pos == "CCONJ":
        return (
            _conjunct_of(sentence, token, head, start)
            or _joins_cue(scene, sentence, index, cue)
            or _joins_clause(scene, sentence, index, start)
        )
    if before.text == "," and has_main_verb(scene, sentence, start, index - 1) and _is_aside(scene, sentence, index):
        return True
    return _opens_report(scene, sentence, index, start, cue) or _leaves_relative(sentence, token, head)


def _opens_main_clause(sentence: Sentence, token: Token, cue: Token) -> bool:
    """Whether the subject of the clause above begins, where the cue stands in an opening: "En affirmant que ..., le roi a ouvert ..."."""
    above = sentence.parent(cue)
    if above is None or cue.relation != "advcl" or above.index < token.index:
        return False
    return any(sentence.subtree(t)[0].index == token.index for t in sentence.children(above, "nsubj"))


def is_second_clause(scene: Scene, sentence: Sentence, index: int, start: int) -> bool:
    """Whether a conjunction repeats the complementizer after a comma, or after a clause long enough to be a statement of its own."""
    if index + 2 >= len(sentence) or scene.form(sentence[index + 1]) not in scene.cues.complementizers:
        return False
    parted = sentence[index - 1].text == ","
    return parted or min(sentence[index].start - sentence[start].start, sentence.span.end - sentence[index].end) > LONG


def _joins_clause(scene: Scene, sentence: Sentence, index: int, start: int) -> bool:
    """Whether a conjunction after a comma begins a clause with its own subject: the dispatch goes on, or the complementizer comes again."""
    following = sentence.tokens[index + 1 : index + 2]
    if not following or not has_main_verb(scene, sentence, start, index - 1):
        return False
    if scene.form(following[0]) in scene.cues.complementizers:
        return True
    nominal = following[0].pos in ("DET", "NOUN", "PROPN", "PRON") and (
        following[0].pos == "DET" or scene.form(following[0]) not in scene.cues.clitics
    )
    return nominal and any(scene.is_finite(sentence, t) for t in sentence.tokens[index + 2 :])


def before_aside(scene: Scene, sentence: Sentence, first: int, end: int) -> int:
    """Where a clause that begins at a token ends, or sooner where the dispatch comments on it: ", ce que Paris dément"."""
    for index in range(first + 2, len(sentence)):
        if sentence[index].start >= end:
            return end
        if sentence[index - 1].text == "," and is_outside(scene, sentence[index]) and is_comment(scene, sentence, index):
            return sentence[index - 1].start
    return end


def is_comment(scene: Scene, sentence: Sentence, index: int) -> bool:
    """ "ce que", "ce qui"; "a claim that", "a charge" and its like."""
    words = [scene.words(sentence, i) for i in range(index, min(index + 2, len(sentence)))]
    if len(words) < 2:
        return False
    resumed = scene.form(sentence[index]) in scene.cues.demonstratives and words[1][1] in scene.cues.relatives | scene.cues.complementizers
    return resumed or (sentence[index].pos == "DET" and words[1][0] in scene.cues.summaries)


def _is_aside(scene: Scene, sentence: Sentence, index: int) -> bool:
    """A contrast, a time ("a day after ..."), a summary ("a step that ...") of the dispatch's own."""
    words = [scene.words(sentence, i)[0] for i in range(index, min(index + 5, len(sentence)))]
    if scene.form(sentence[index]) in scene.cues.breaks:
        return True
    timed = any(w in scene.cues.calendar for w in words[:4]) and any(w in scene.cues.afterthoughts for w in words[1:])
    return timed or is_comment(scene, sentence, index)


def _opens_report(scene: Scene, sentence: Sentence, index: int, start: int, cue: Cue) -> bool:
    """Whether the speaker's next participle begins: ", adding that ...", ", rappelant que ...", ", tout en regrettant ..."."""
    opener = _opened_verb(sentence, index)
    if opener is None or opener.index <= start or opener.index - index > 2:
        return False
    found = scene.reading(sentence, opener)
    nonfinite = (found is not None and found[1] in ("Part", "Ger")) or opener.text.endswith("ing")
    by_cue = opener.head == cue.verb and opener.relation in ("advcl", "acl", "conj", "parataxis", "xcomp")
    reporting = found is not None and found[0] in scene.cues.verbs
    return nonfinite and (by_cue or reporting)


def _joins_cue(scene: Scene, sentence: Sentence, index: int, cue: Cue) -> bool:
    """Whether another reporting verb of the same shape follows a conjunction: "a assuré que ... et reproché ..."."""
    following = next((c for c in scene.verbs if c.sentence == sentence.index and c.first == index + 1), None)
    if following is None or sentence[following.verb].feats.get("VerbForm") == "Inf":
        return False
    return _is_pluperfect(scene, sentence, cue) or not _is_pluperfect(scene, sentence, following)


def _is_pluperfect(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Whether a cue is told as past already when others are: "said it had refused and had demanded" reports both."""
    return any(scene.form(t) in scene.cues.pluperfect for t in sentence.tokens[cue.first : cue.verb])


def _conjunct_of(sentence: Sentence, conjunction: Token, cue: Token, start: int) -> bool:
    """Whether a coordinating conjunction joins a verb to the cue, or to what governs it, rather than to the reported clause."""
    joined = sentence.parent(conjunction)
    if joined is None or joined.index <= conjunction.index:
        joined = next((t for t in sentence if t.relation == "conj" and t.index > conjunction.index and t.head < conjunction.index), None)
    if joined is None or joined.pos not in VERBAL or joined.relation not in ("conj", "advcl", "parataxis"):
        return False
    first = sentence[joined.head]
    return first.index < start and (
        first.index == cue.index or first in tuple(sentence.ancestors(cue)) or cue in tuple(sentence.ancestors(joined))
    )


def _opened_verb(sentence: Sentence, index: int) -> Token | None:
    """The verb that a stretch after a comma opens with, past a gerund's preposition or adverb."""
    return next((t for t in sentence.tokens[index : index + 3] if t.pos in VERBAL), None)


def _leaves_relative(sentence: Sentence, token: Token, cue: Token) -> bool:
    """Whether the cue stands in a subordinate clause that has ended before the token."""
    around = (cue, *sentence.ancestors(cue))
    top = next((t for t in around if t.dep in ("acl:relcl", "acl", "advcl") and t.head < t.index), None)
    if top is None:
        return False
    return top not in (token, *sentence.ancestors(token))
