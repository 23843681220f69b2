"""Content that stands before or around its verb: ", a indiqué le ministère", ", the army said"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.statements_reported import complement, form_of
from dragoman.coding.statements_scene import VERBAL, Claim, Cue, Scene
from dragoman.coding.statements_span import clause_start, has_main_verb, is_outside, speech, trimmed, unquoted, with_marks
from dragoman.coding.statements_speaker import inverted, subject
from dragoman.model.mentions import Quotation
from dragoman.model.text import Sentence, Span, Token

BESIDE, FINAL, MIDDLE = 0.95, 0.9, 0.85
"""Confidence by construction."""


def incised(scene: Scene) -> Iterator[Claim]:
    """Claims whose reporting verb stands after its content, or interrupts it."""
    for cue in scene.verbs:
        if cue.takes & {"incise", "quote"}:
            sentence = scene.sentences[cue.sentence]
            around = scene.quotation_at(sentence[cue.verb].start)
            yield from _inside(scene, cue, sentence, around) if around else _outside(scene, cue, sentence)


def _outside(scene: Scene, cue: Cue, sentence: Sentence) -> Iterator[Claim]:
    """The cue stands outside quotation marks, after a comma or a closing mark."""
    if complement(scene, cue) is not None:
        return
    found = _framed_by(scene, cue, sentence)
    if found is None:
        return
    first, who = found
    span = scene.span(sentence, cue.first, cue.last)
    quotation = closing_at(scene, sentence[first].start)
    if quotation is not None and is_whole(scene, quotation):
        content = speech(scene, quotation.content.start, quotation.content.end)
        yield Claim(content, span, who, "direct", cue.polarity, BESIDE, "quotation before cue")
        yield from _resumed(scene, cue, who, sentence, quotation)
    elif "incise" in cue.takes and first > 0:
        yield from _stretch(scene, cue, sentence, first, who)


def _framed_by(scene: Scene, cue: Cue, sentence: Sentence) -> tuple[int, tuple[int, int]] | None:
    """The first token of the incise and its speaker, where the cue makes one."""
    if scene.cues.subject_first:
        first = _subject_start(scene, cue, sentence)
        if first is not None:
            who = subject(scene, cue)
            return first, who if who is not None and who[1] >= first else (sentence.index, _last_name(sentence, first, cue.first))
    led = any(t.index < cue.first for t in sentence.children(sentence[cue.verb], "nsubj"))
    if not (led and scene.cues.subject_first) and _is_boundary(scene, sentence, cue.first) and _is_finite_group(scene, sentence, cue):
        who = inverted(scene, cue)
        return (cue.first, who) if who is not None else None
    return None


def _last_name(sentence: Sentence, first: int, end: int) -> int:
    """The last capitalised word of a short subject that the tree does not know as one."""
    return next((i for i in range(end - 1, first, -1) if sentence[i].text[:1].isupper()), first)


def _is_boundary(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Whether something may have been reported up to here: a comma, a dash or a closing quotation mark stands before."""
    before = scene.before(sentence[index].start)
    if before in (",", "—", "–"):
        return True
    return closing_at(scene, sentence[index].start) is not None


def closing_at(scene: Scene, offset: int) -> Quotation | None:
    """The quotation that ends just before an offset, at most a comma between."""
    for quotation in scene.quotations:
        gap = scene.text[quotation.whole.end : offset] if quotation.whole.end <= offset else "x"
        if not gap.strip(" ,\u00a0\u202f–—") and len(gap) < 5:
            return quotation
    return None


def _is_finite_group(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    head = next((t for t in sentence.tokens[cue.first : cue.verb + 1] if t.pos in VERBAL), sentence[cue.verb])
    return scene.is_finite(sentence, head)


def _subject_start(scene: Scene, cue: Cue, sentence: Sentence) -> int | None:
    """Where a subject that stands before its verb begins, if an incise begins there: ", the Indian army said"."""
    if _takes_more(scene, sentence, cue):
        return None
    appositions = 1 if sentence[cue.first - 1].text == "," else 0
    own = next((t.index for t in sentence.children(sentence[cue.verb], "nsubj") if t.index < cue.first), cue.first)
    for index in range(cue.first - 1, -1, -1):
        token = sentence[index]
        if not is_outside(scene, token) or (scene.is_finite(sentence, token) and token.dep != "acl:relcl"):
            return None
        if not _is_boundary(scene, sentence, index):
            continue
        quoted = closing_at(scene, token.start) is not None
        if quoted or (appositions == 0 and index <= own):
            return index if _may_open(scene, token) else None
        appositions = max(0, appositions - 1)
    return None


def _may_open(scene: Scene, token: Token) -> bool:
    """Whether an incise may begin with the word: no relative, no conjunction, no preposition."""
    return (
        token.pos not in ("SCONJ", "CCONJ", "ADP", "VERB", "AUX") and scene.form(token) not in scene.cues.relatives | scene.cues.questions
    )


def _takes_more(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb has its complement behind it, which an incise has not: "the government told them to ..."."""
    comma = next((t.index for t in sentence.tokens[cue.last + 1 :] if t.text in ",.;"), len(sentence))
    things = [t for t in sentence.children(sentence[cue.verb], "obj", "xcomp", "ccomp") if cue.last < t.index < comma]
    return any(t.pos in VERBAL or (_bare(scene, t) and not scene.cues.hearers & set(scene.words(sentence, cue.verb))) for t in things)


def _bare(scene: Scene, token: Token) -> bool:
    return scene.form(token) not in scene.cues.calendar


def is_whole(scene: Scene, quotation: Quotation) -> bool:
    """Whether the quotation is the whole of what is said: nothing but an opening adverbial stands before it in its sentence."""
    sentence = scene.parsed.sentence_at(quotation.whole.start)
    if sentence is None:
        return True
    before = tuple(t for t in sentence if t.end <= quotation.whole.start)
    if not before or before[-1].text in ":;—–" or not is_outside(scene, before[-1]):
        return True
    clause = before[clause_start(scene, sentence, before[-1].index) :] if len(before) > 1 else before
    if before[-1].text == ",":
        return not has_main_verb(scene, sentence, clause[0].index, clause[-1].index) or any(
            c.sentence == sentence.index and c.last <= before[-1].index for c in scene.verbs
        )
    return len(before) <= 2 and before[-1].pos in ("CCONJ", "ADV", "PUNCT")


def _resumed(scene: Scene, cue: Cue, who: tuple[int, int], sentence: Sentence, quotation: Quotation) -> Iterator[Claim]:
    """The second half of a quotation that the cue splits: "X", a dit Y, "Z"."""
    following = next((q for q in scene.quotations if q.whole.start >= sentence[cue.last].end), None)
    if following is None or following.whole.start > sentence.span.end or scene.before(following.whole.start) != ",":
        return
    between = tuple(t for t in sentence if cue.last < t.index and t.end <= following.whole.start)
    if not any(t.pos == "VERB" or scene.is_finite(sentence, t) for t in between):
        content = speech(scene, following.content.start, following.content.end)
        yield Claim(content, scene.span(sentence, cue.first, cue.last), who, "direct", cue.polarity, BESIDE, "split quotation")


def _stretch(scene: Scene, cue: Cue, sentence: Sentence, first: int, who: tuple[int, int]) -> Iterator[Claim]:
    """Unquoted words before the incise, and after it where it interrupts them."""
    last = first - 2 if sentence[first - 1].text in (",", "—", "–") else first - 1
    start = clause_start(scene, sentence, last, participle=False) if last >= 0 else 0
    stretch = sentence.tokens[start : last + 1]
    span = scene.span(sentence, cue.first, cue.last)
    if last >= 0 and is_opener(scene, sentence[last]) and (resumed := _resumption(scene, sentence, max(cue.last, who[1]))) is not None:
        yield _made(scene, sentence[resumed].start, end_of(scene, sentence, resumed), span, who, cue, MIDDLE, "incise inside")
        return
    if not stretch or scene.form(stretch[0]) in (scene.cues.questions | scene.cues.relatives) - scene.cues.conditions:
        return
    pronominal = sentence[who[1]].text.startswith("-")
    resumed = _resumption(scene, sentence, max(cue.last, who[1] if who[1] > first else cue.last))
    if has_main_verb(scene, sentence, start, last) and not _continues_with_complement(scene, sentence, resumed):
        followed = resumed is not None and scene.is_finite(sentence, sentence[resumed])
        if not pronominal and (followed or _is_coordinated(sentence, cue, who)):
            return
        yield _made(scene, stretch[0].start, stretch[-1].end, span, who, cue, FINAL, "incise")
    elif resumed is not None and _is_interrupted(scene, sentence, stretch, resumed, pronominal):
        yield _made(scene, stretch[0].start, end_of(scene, sentence, resumed), span, who, cue, MIDDLE, "incise inside")


def _made(scene: Scene, start: int, end: int, span: Span, who: tuple[int, int], cue: Cue, confidence: float, rule: str) -> Claim:
    content = unquoted(scene, with_marks(scene, trimmed(scene, start, end)))
    return Claim(content, span, who, form_of(scene, content), cue.polarity, confidence, rule)


def _resumption(scene: Scene, sentence: Sentence, index: int) -> int | None:
    """The token after the comma that closes an incise."""
    for token in sentence.tokens[index + 1 :]:
        if token.text == "," and token.index + 1 < len(sentence):
            return token.index + 1
        if token.text in ";:." or not is_outside(scene, token):
            return None
    return None


def _continues_with_complement(scene: Scene, sentence: Sentence, resumed: int | None) -> bool:
    return resumed is not None and scene.form(sentence[resumed]) in scene.cues.complementizers | scene.cues.infinitive_marks


def _is_interrupted(scene: Scene, sentence: Sentence, stretch: tuple[Token, ...], resumed: int, pronominal: bool) -> bool:
    """Whether a clause stands around the incise: a subject before it, its verb after it."""
    if pronominal or _continues_with_complement(scene, sentence, resumed):
        return True
    opens = stretch[0].pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")
    return opens and any(scene.is_finite(sentence, t) for t in sentence.tokens[resumed : resumed + 3])


def _is_coordinated(sentence: Sentence, cue: Cue, who: tuple[int, int]) -> bool:
    """Whether the verb is one of a row ("a fermé ..., a rappelé son ambassadeur et ..."), its "subject" an object."""
    after = sentence.tokens[who[1] + 1 :]
    joint = next((t for t in after if t.pos == "CCONJ" or t.text in ",;."), None)
    if joint is None or joint.pos != "CCONJ":
        return False
    following = sentence.tokens[joint.index + 1 : joint.index + 3]
    return any(t.pos in VERBAL and t.feats.get("VerbForm") in ("Fin", "Part") for t in following)


def end_of(scene: Scene, sentence: Sentence, index: int) -> int:
    stop = next((t for t in sentence.tokens[index:] if t.text == ";" and is_outside(scene, t)), None)
    return stop.start if stop else sentence[-1].end


def _inside(scene: Scene, cue: Cue, sentence: Sentence, quotation: Quotation) -> Iterator[Claim]:
    """An incise within the quotation marks: « A, a promis M. Untel, B »."""
    if scene.before(sentence[cue.first].start) != "," or not _is_finite_group(scene, sentence, cue):
        return
    who = inverted(scene, cue)
    if who is None or not _is_outsider(scene, sentence, sentence[who[1]]):
        return
    span = scene.span(sentence, cue.first, cue.last)
    before = speech(scene, quotation.content.start, sentence[cue.first].start)
    yield Claim(before, span, who, "direct", "asserts", BESIDE, "incise in quotation")
    resumed = _after_comma(sentence, max(cue.last, who[1]))
    if resumed is not None and sentence[resumed].start < quotation.content.end:
        after = speech(scene, sentence[resumed].start, quotation.content.end)
        if after.end > after.start:
            yield Claim(after, span, who, "direct", "asserts", BESIDE, "incise in quotation")


def _is_outsider(scene: Scene, sentence: Sentence, token: Token) -> bool:
    """Whether a nominal within quotation marks is the speaker: an inverted pronoun, a name, somebody by office."""
    if token.text.startswith("-") or token.text[:1].isupper() or scene.words(sentence, token.index)[0] in scene.cues.people:
        return True
    return scene.cast.at(sentence.index, token.index) is not None


def _after_comma(sentence: Sentence, index: int) -> int | None:
    return next((t.index + 1 for t in sentence.tokens[index + 1 :] if t.text == "," and t.index + 1 < len(sentence)), None)


def is_opener(scene: Scene, token: Token) -> bool:
    return scene.form(token) in scene.cues.relatives | scene.cues.complementizers | scene.cues.places and token.pos in (
        "PRON",
        "SCONJ",
        "DET",
        "ADV",
    )
