"""Quotations that follow their cue, stand inside it, or go on without one."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.statements_scene import VERBAL, Claim, Cue, Scene
from dragoman.coding.statements_span import clause_end, is_outside, speech, trimmed, with_marks
from dragoman.coding.statements_speaker import inverted, is_adjunct, subject
from dragoman.model.mentions import Quotation
from dragoman.model.text import Sentence, Span, Token

LED, FRAGMENT, CONTINUED, BARE_COLON = 0.9, 0.7, 0.75, 0.6
"""Confidence by construction."""
MOSTLY = 0.5
"""The part of a complement's characters that must be quoted for it to be reported speech."""
BESIDE = 10
"""Tokens between a cue and a quotation after a comma at most."""
REACH = 30
"""Tokens between a verb and the quoted words it governs at most."""
OPENING = "«\"“„‘'‹「"


def led(scene: Scene) -> Iterator[Claim]:
    """Quotations that their cue stands before: X a déclaré : « ... », X said, "...", X a dénoncé « une farce »."""
    for quotation in scene.quotations:
        sentence = scene.parsed.sentence_at(quotation.whole.start)
        if sentence is None:
            continue
        index = next((t.index for t in sentence if t.start >= quotation.whole.start), 0)
        if index == 0:
            continue
        found = _after_colon(scene, quotation, sentence, index) or _fragment(scene, quotation, sentence, index)
        if found is not None:
            yield found


def continued(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """Quotations with no cue that go on where an attributed one has ended."""
    said = {c.content.start: c for c in claims}
    previous: Claim | None = None
    end = -1
    for quotation in scene.quotations:
        inside = [c for c in claims if quotation.whole.holds(c.content)]
        whole = next((c for c in inside if c.content.start == quotation.content.start), None)
        if whole is not None or inside:
            previous, end = (whole or inside[-1]), quotation.whole.end
            continue
        covering = any(c.content.overlaps(quotation.content) for c in said.values())
        if previous is None or covering or not _goes_on(scene, previous, quotation, end):
            continue
        content = speech(scene, quotation.content.start, quotation.content.end)
        previous = Claim(content, previous.cue, previous.speaker, "direct", "asserts", CONTINUED, "continued quotation")
        end = quotation.whole.end
        yield previous


def _goes_on(scene: Scene, previous: Claim, quotation: Quotation, end: int) -> bool:
    """Whether only the cue of the quotation before stands between, and this one is a sentence of its own."""
    gap = scene.text[end : quotation.whole.start]
    alone = _begins_sentence(scene, quotation) or previous.cue.start >= end
    far = "\n" in gap and (gap.strip() != "" or previous.cue.start >= end)
    return (
        previous.form == "direct"
        and alone
        and not far
        and _ends_sentence(scene, quotation)
        and _only_cue(scene, previous, Span(end, quotation.whole.start))
    )


def _only_cue(scene: Scene, previous: Claim, gap: Span) -> bool:
    """At most the rest of the sentence with the cue lies between."""
    rest = scene.text[gap.start : gap.end].strip(" ,.\u00a0\n")
    if not rest:
        return True
    first = scene.parsed.sentence_at(previous.cue.start)
    return (first is not None and gap.holds(previous.cue) and gap.end <= first.span.end + 3) or (
        first is not None and first.span.holds(gap)
    )


def _begins_sentence(scene: Scene, quotation: Quotation) -> bool:
    return scene.before(quotation.whole.start) in ("", ".", "!", "?", "…", "»", '"', "”")


def _ends_sentence(scene: Scene, quotation: Quotation) -> bool:
    text = scene.text
    after = text[quotation.whole.end : quotation.whole.end + 2].strip(" \u00a0")
    return not after or after[0] in ".\n;" or text[quotation.content.end - 1] in ".!?…"


def _after_colon(scene: Scene, quotation: Quotation, sentence: Sentence, index: int) -> Claim | None:
    """A quotation after a colon, or after a comma next to the cue."""
    mark = scene.before(quotation.whole.start)
    if mark not in (":", ",") or (mark == ":" and not _is_sentence_like(scene, quotation)):
        return None
    cue = _last_cue(scene, sentence, index, "quote")
    if mark == "," and not (cue and _is_beside(sentence, cue, index) and _is_sentence_like(scene, quotation)):
        return None
    who, span, confidence = _leader(scene, sentence, index, cue)
    if who is None:
        return None
    return Claim(
        speech(scene, quotation.content.start, quotation.content.end), span, who, "direct", "asserts", confidence, "quotation after cue"
    )


def _is_beside(sentence: Sentence, cue: Cue, index: int) -> bool:
    """Whether at most an addressee or a day stands between the cue and its quotation."""
    between = sentence.tokens[cue.last + 1 : index]
    return len(between) <= 1 or (len(between) <= BESIDE and not any(t.pos in VERBAL or t.text in ",;:" for t in between[:-1]))


def _leader(scene: Scene, sentence: Sentence, index: int, cue: Cue | None) -> tuple[tuple[int, int] | None, Span, float]:
    """Who introduces what follows the colon: the cue's subject, else the subject of the nearest verb before."""
    later = cue is not None and any(scene.is_finite(sentence, t) for t in sentence.tokens[cue.last + 1 : index])
    if cue is not None and not later:
        return subject(scene, cue), scene.span(sentence, cue.first, cue.last), LED
    verbs = [t for t in sentence.tokens[:index] if t.pos == "VERB" and is_outside(scene, t)]
    for verb in reversed(verbs):
        who = subject(scene, Cue(sentence.index, verb.index, verb.index, verb.index, frozenset()))
        if who is not None:
            return who, scene.span(sentence, verb.index, verb.index), BARE_COLON
    first = next((t for t in sentence.tokens[:index] if t.pos == "PROPN"), None)
    if verbs or first is None:
        return None, Span(0, 0), BARE_COLON
    return (sentence.index, first.index), scene.span(sentence, index - 1, index - 1), BARE_COLON


def _is_sentence_like(scene: Scene, quotation: Quotation) -> bool:
    """Whether the quotation is a saying rather than a name: it begins with a capital or ends the sentence, and has several words."""
    words = scene.text[quotation.content.start : quotation.content.end].split()
    return len(words) > 1 and (words[0][:1].isupper() or _ends_sentence(scene, quotation))


def _last_cue(scene: Scene, sentence: Sentence, index: int, takes: str) -> Cue | None:
    """The last cue before a token that takes this, outside quotations."""
    cues = [
        c
        for c in scene.verbs
        if c.sentence == sentence.index and c.last < index and takes in c.takes and is_outside(scene, sentence[c.verb])
    ]
    return cues[-1] if cues else None


def _fragment(scene: Scene, quotation: Quotation, sentence: Sentence, index: int) -> Claim | None:
    """Quoted words that are a cue's complement or most of it."""
    cue = _governing(scene, sentence, index)
    if cue is None:
        return None
    infinitive = _led_infinitive(scene, sentence, cue, index)
    if len(scene.text[quotation.content.start : quotation.content.end].split()) < 2 and not _is_direct(scene, sentence, cue, index):
        return None
    if infinitive is not None:
        return _within_infinitive(scene, sentence, cue, infinitive)
    first = _complement_start(scene, sentence, cue, index)
    if not _governs(scene, sentence, cue, first):
        return None
    content = _complement_span(scene, sentence, quotation, first, index)
    quoted = sum(
        min(q.content.end, content.end) - q.content.start for q in scene.quotations if content.start <= q.content.start < content.end
    )
    who = _who(scene, cue, sentence, index)
    if who is None or quoted < MOSTLY * (content.end - content.start):
        return None
    whole = content.start >= quotation.content.start and content.end <= quotation.content.end
    span = scene.span(sentence, cue.first, cue.last)
    if whole and _is_direct(scene, sentence, cue, index):
        return Claim(content, span, who, "direct", cue.polarity, LED, "quotation beside cue")
    return Claim(content, span, who, "mixed", cue.polarity, FRAGMENT, "quoted fragment")


def _led_infinitive(scene: Scene, sentence: Sentence, cue: Cue, index: int) -> int | None:
    """Where an infinitive begins led in by one of the cue's markers before the quoted words: "promised to ...", "accuse X d'avoir ..."."""
    if "led" not in cue.takes:
        return None
    for at in range(cue.last + 1, index):
        marker = sentence[at]
        follows = next((t for t in sentence.tokens[at + 1 : index + 2] if t.pos != "PUNCT" and not _is_small(scene, t)), None)
        leads = cue.markers & {scene.form(marker), scene.words(sentence, at)[0]} or scene.form(marker) in scene.cues.infinitive_marks
        if leads and follows is not None and _is_nonfinite(follows) and follows.index < index:
            return at + 1
    return None


def _is_small(scene: Scene, token: Token) -> bool:
    return scene.form(token) in scene.cues.clitics | scene.cues.negations or token.pos == "ADV"


def _is_nonfinite(token: Token) -> bool:
    return token.pos in VERBAL and (token.feats.get("VerbForm") in ("Inf", "Ger") or token.text.endswith("ing"))


def _within_infinitive(scene: Scene, sentence: Sentence, cue: Cue, first: int) -> Claim | None:
    """What is promised, asked or reproached, with the quoted words in it."""
    who = _who(scene, cue, sentence, first)
    if who is None:
        return None
    content = with_marks(scene, trimmed(scene, sentence[first].start, clause_end(scene, sentence, first, cue)))
    return Claim(content, scene.span(sentence, cue.first, cue.last), who, "mixed", cue.polarity, FRAGMENT, "infinitive with quotation")


def _governing(scene: Scene, sentence: Sentence, index: int) -> Cue | None:
    """The last cue before the quoted words, where no other verb's clause and no other quotation lies between."""
    cues = [c for c in scene.verbs if c.sentence == sentence.index and c.last < index and is_outside(scene, sentence[c.verb])]
    cue = cues[-1] if cues else None
    if cue is None or index - cue.last > REACH or not cue.takes & {"fragment", "led"}:
        return None
    between = sentence.tokens[cue.last + 1 : index]
    foreign = any(t.text in ";:" or scene.is_finite(sentence, t) or not is_outside(scene, t) for t in between)
    return None if foreign or any(scene.form(t) in scene.cues.relatives for t in between) else cue


def _governs(scene: Scene, sentence: Sentence, cue: Cue, first: int) -> bool:
    """Whether the complement that begins at `first` is the cue's own: its object, or led in by one of its markers."""
    marker = sentence[first - 1]
    between = sentence.tokens[cue.last + 1 : first]
    if "led" in cue.takes and cue.markers & {scene.form(marker), scene.words(sentence, first - 1)[0]} and marker.index > cue.last:
        return True
    if "led" in cue.takes and "" in cue.markers:
        return True
    if "fragment" not in cue.takes or (between and marker.pos == "ADP"):
        return False
    return not any(t.pos in ("NOUN", "PROPN") and not is_adjunct(scene, sentence, t) for t in between)


def _is_direct(scene: Scene, sentence: Sentence, cue: Cue, index: int) -> bool:
    opening = scene.text[sentence[index].start : sentence[index].start + 3].lstrip(OPENING + " \u00a0")
    return index - cue.last <= 2 and cue.finite and "quote" in cue.takes and opening[:1].isupper()


def _who(scene: Scene, cue: Cue, sentence: Sentence, index: int) -> tuple[int, int] | None:
    late = inverted(scene, cue) if any(t.text.startswith("-") for t in sentence.tokens[cue.first : cue.last + 2]) else None
    return late if late is not None and late[1] < index else subject(scene, cue)


def _complement_start(scene: Scene, sentence: Sentence, cue: Cue, index: int) -> int:
    """The token at which the complement that holds the quotation begins."""
    first = index
    while first - 1 > cue.last and _leads_in(scene, sentence[first - 1]):
        first -= 1
    if first < index:
        return first
    noun = first - 1
    while noun > cue.last and sentence[noun].pos == "ADJ":
        noun -= 1
    if (
        noun > cue.last
        and sentence[noun].pos == "NOUN"
        and not is_adjunct(scene, sentence, sentence[noun])
        and sentence[noun - 1].pos in ("DET", "ADJ", "NUM")
    ):
        return _nominal_start(sentence, cue, noun)
    while first - 1 > cue.last and sentence[first - 1].pos in ("DET", "ADJ") and sentence[first - 1].text not in ",;":
        first -= 1
    return first


def _leads_in(scene: Scene, token: Token) -> bool:
    """An infinitive or its clitics, which belong to what is reported: "d'avoir « laissé brûler » ..."."""
    return (token.feats.get("VerbForm") in ("Inf", "Ger") and token.pos in VERBAL) or scene.form(token) in scene.cues.clitics


def _nominal_start(sentence: Sentence, cue: Cue, noun: int) -> int:
    first = noun
    while first - 1 > cue.last and sentence[first - 1].pos in ("DET", "ADJ", "NUM", "ADV"):
        first -= 1
    return first


def _complement_span(scene: Scene, sentence: Sentence, quotation: Quotation, first: int, index: int) -> Span:
    """From the complement's first token to its end: the quotation alone, or what leans on it to the next comma."""
    last = next((t for t in reversed(sentence.tokens) if t.end <= quotation.whole.end), sentence[-1])
    end = last.index
    while end + 1 < len(sentence) and _leans(scene, sentence, end + 1, last.index):
        end += 1
    alone = end == last.index and all(t.pos in ("DET", "ADJ", "PUNCT") for t in sentence.tokens[first:index])
    if alone:
        return speech(scene, quotation.content.start, quotation.content.end)
    if sentence[end].pos == "ADP":
        return Span(0, len(scene.text))
    return trimmed(scene, sentence[first].start, max(sentence[end].end, quotation.whole.end))


def _leans(scene: Scene, sentence: Sentence, index: int, last: int) -> bool:
    token = sentence[index]
    if token.pos == "CCONJ" or token.text in ",;:.()—–!?" or token.pos in ("SCONJ", "AUX"):
        return False
    if index == last + 1:
        return token.pos in ("ADP", "ADJ") or token.lower in scene.cues.relatives
    return token.pos != "VERB"
