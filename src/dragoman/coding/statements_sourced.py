"""Content that a preposition attributes: "selon X", "d'après X", "pour X", "according to X"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.statements_framed import closing_at, end_of, is_opener, is_whole
from dragoman.coding.statements_part import narrowed, tells_toll
from dragoman.coding.statements_reported import form_of
from dragoman.coding.statements_scene import NOMINAL, VERBAL, Claim, Scene
from dragoman.coding.statements_span import before_aside, clause_start, has_main_verb, is_comment, is_outside, trimmed, unquoted, with_marks
from dragoman.model.text import Sentence, Token

SOURCE, OPINION = 0.9, 0.7
"""Confidence by construction."""
SHORT = 8
"""Tokens that an adverbial before "selon X" may have: "En retour, selon Kiev, ..."."""


def sourced(scene: Scene) -> Iterator[Claim]:
    """Claims that a preposition attributes: "selon X", "d'après X", "according to X", "pour X"."""
    for sentence in scene.sentences:
        for index, token in enumerate(sentence):
            if is_outside(scene, token) and (found := _source(scene, sentence, index)) is not None:
                first, who, last = found
                yield from _attributed(scene, sentence, first, who, last)


def _source(scene: Scene, sentence: Sentence, index: int) -> tuple[int, tuple[int, int], int] | None:
    """(first token, speaker, last token) of "selon X" that begins at a token."""
    length = _phrase_at(scene, sentence, index, scene.cues.sources)
    pronominal = _phrase_at(scene, sentence, index, scene.cues.pronominal_sources)
    if relative := _phrase_at(scene, sentence, index, scene.cues.opinion_relatives):
        return _relative_source(scene, sentence, index, relative)
    opinion = scene.form(sentence[index]) in scene.cues.opinions and index == 0
    if pronominal:
        antecedent = _topic(scene, sentence, index)
        return (index, (sentence.index, antecedent.index), index + pronominal - 1) if antecedent else None
    if not length and not opinion:
        return None
    head = _source_head(scene, sentence, index + (length or 1))
    if head is None or not _is_source(scene, sentence, head, opinion):
        return None
    return index, (sentence.index, head.index), _source_end(scene, sentence, head)


def _relative_source(scene: Scene, sentence: Sentence, index: int, length: int) -> tuple[int, tuple[int, int], int] | None:
    """ "X, pour qui « ... »": the speaker stands before."""
    left = [t for t in sentence.tokens[:index] if t.pos in ("NOUN", "PROPN")]
    return (index, (sentence.index, left[-1].index), index + length - 1) if left and sentence[index - 1].text == "," else None


def _phrase_at(scene: Scene, sentence: Sentence, index: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    for phrase in phrases:
        forms = tuple(scene.form(t) for t in sentence.tokens[index : index + len(phrase)])
        if forms == phrase:
            return len(phrase)
    return 0


def _source_head(scene: Scene, sentence: Sentence, index: int) -> Token | None:
    for token in sentence.tokens[index : index + 8]:
        if token.text in ",;:.":
            return None
        named = token.index > index and sentence[token.index - 1].pos == "DET"
        if token.pos in NOMINAL or named or scene.cast.at(sentence.index, token.index):
            follower = sentence.tokens[token.index + 1 : token.index + 2]
            compound = token.relation in ("compound", "nmod:poss", "nummod", "amod", "nmod:unmarked") and token.head > token.index
            if not (compound and follower) or scene.form(token) in scene.cues.relatives:
                return token
    return None


def _is_source(scene: Scene, sentence: Sentence, head: Token, opinion: bool) -> bool:
    lemma = scene.words(sentence, head.index)[0]
    known = scene.cast.at(sentence.index, head.index)
    if lemma in scene.cues.not_sources or not scene.cues.calendar.isdisjoint(scene.words(sentence, head.index)):
        return False
    if scene.form(head) in scene.cues.relatives:
        return False
    if opinion:
        return lemma in scene.cues.people or (known is not None and known.kind == "person" and head.pos == "PROPN")
    return head.pos != "NUM"


def _topic(scene: Scene, sentence: Sentence, index: int) -> Token | None:
    """Whom the pronoun of "à l'en croire" means: the subject of the sentence."""
    left = [t for t in sentence.tokens[:index] if t.relation == "nsubj" and t.pos in NOMINAL and scene.form(t) not in scene.cues.relatives]
    return left[0] if left else None


def _source_end(scene: Scene, sentence: Sentence, head: Token) -> int:
    """The last token of the source: up to the comma, past an apposition or a relative clause."""
    last = len(sentence) - 1
    for token in sentence.tokens[head.index + 1 :]:
        if token.text in ",;:.—–":
            last = token.index - 1
            break
        if token.pos == "CCONJ" and sentence[token.head].pos in VERBAL:
            last = token.index - 1
            break
    return _past_apposition(scene, sentence, head, last)


def _past_apposition(scene: Scene, sentence: Sentence, head: Token, last: int) -> int:
    comma = next((t.index for t in sentence.tokens[last + 2 :] if t.text in ",.;"), None)
    if last + 1 >= len(sentence) or sentence[last + 1].text != "," or comma is None:
        return last
    inner = sentence.tokens[last + 2 : comma]
    if not inner:
        return last
    named = all(t.pos in ("PROPN", "ADP", "NUM", "X") or t.relation.startswith("flat") for t in inner)
    relative = scene.form(inner[0]) in scene.cues.relatives and any(scene.is_finite(sentence, t) for t in inner)
    described = scene.words(sentence, inner[0].index)[0] in scene.cues.people
    if named and head.index < 3 and scene.words(sentence, head.index)[0] not in scene.cues.people:
        named = head.pos == "PROPN"  # "D'après la presse, Untel a ...": who acts, no apposition
    return comma - 1 if named or relative or described else last


def _attributed(scene: Scene, sentence: Sentence, first: int, who: tuple[int, int], last: int) -> Iterator[Claim]:
    span = scene.span(sentence, first, last)
    relative = _phrase_at(scene, sentence, first, scene.cues.opinion_relatives) > 0
    initial = relative or _is_initial(scene, sentence, first)
    confidence = OPINION if scene.form(sentence[first]) in scene.cues.opinions else SOURCE
    bounds = _relative_bounds(scene, sentence, last + 1) if relative and last + 1 < len(sentence) else None
    bounds = bounds or (_after(scene, sentence, last) if initial else _around(scene, sentence, first, last))
    if bounds is None:
        return
    opening = next((t.index for t in sentence if t.start >= bounds[0]), 0)
    content = with_marks(scene, trimmed(scene, bounds[0], before_aside(scene, sentence, opening, bounds[1])))
    quotation = closing_at(scene, sentence[first].start) if not initial else None
    if quotation is not None and is_whole(scene, quotation):
        content = quotation.content
    content = unquoted(scene, content)
    if content.end - content.start > 3:
        rule = "source of a toll" if not initial and tells_toll(scene, sentence, first, last) else "source"
        yield Claim(content, span, who, form_of(scene, content), "asserts", confidence, rule)


def _relative_bounds(scene: Scene, sentence: Sentence, index: int) -> tuple[int, int]:
    """A relative clause from a token to its comma."""
    end = next((t for t in sentence.tokens[index + 1 :] if t.text in ",;" and is_outside(scene, t)), None)
    return sentence[index].start, end.start if end else sentence[-1].end


def _is_initial(scene: Scene, sentence: Sentence, first: int) -> bool:
    if first == 0 or sentence[first - 1].text in ";:—–(":
        return True
    if (
        sentence[first - 1].text == ","
        and sentence[0].pos in ("ADP", "ADV")
        and first < SHORT
        and not has_main_verb(scene, sentence, 0, first - 1)
    ):
        return True
    return sentence[first - 1].pos == "CCONJ" or ((first == 2 and sentence[1].text == ",") or first == 1)


def _after(scene: Scene, sentence: Sentence, last: int) -> tuple[int, int] | None:
    """What follows "Selon X," to the end of the sentence; None where no comma and clause follow."""
    index = last + 1
    if index + 1 >= len(sentence) or sentence[index].text not in (",", ":"):
        return None
    if not has_main_verb(scene, sentence, index + 1, len(sentence) - 1) and is_outside(scene, sentence[index + 1]):
        return None
    return sentence[index + 1].start, end_of(scene, sentence, index + 1)


def _around(scene: Scene, sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """What stands before "selon X"; with what follows where a clause is interrupted."""
    end = first - 1
    while end > 0 and sentence[end].text in (",", "—", "–"):
        end -= 1
    closed = last + 1 >= len(sentence) or sentence[last + 1].text in ".;:!?"
    set_off = sentence[first - 1].text == ","
    narrow = narrowed(scene, sentence, end, last, closed, set_off)
    if narrow is not None:
        return narrow
    start = _subordinate(scene, sentence, end, closed) if set_off else None
    if start is not None:
        return sentence[start].start, (sentence[end].end if closed else _stop(scene, sentence, max(last, start)))
    start = clause_start(scene, sentence, end)
    if has_main_verb(scene, sentence, start, end):
        interrupted = not closed and set_off and _is_open_clause(scene, sentence, last)
        return sentence[start].start, (end_of(scene, sentence, last + 1) if interrupted else sentence[end].end)
    return None if closed or not set_off else (sentence[start].start, end_of(scene, sentence, last + 1))


def _stop(scene: Scene, sentence: Sentence, last: int) -> int:
    """Where a subordinate clause that a source interrupts ends: before a comma and a conjunction or verb of the clause above."""
    for token in sentence.tokens[last + 2 : -3]:
        if token.text == ";" and is_outside(scene, token):
            return token.start
        following = sentence.tokens[token.index + 1 : token.index + 4]
        resumes = following[0].pos == "CCONJ" or scene.is_finite(sentence, following[0])
        if token.text == "," and is_outside(scene, token) and resumes and any(scene.is_finite(sentence, t) for t in following):
            return token.start
    return end_of(scene, sentence, last + 1)


def _subordinate(scene: Scene, sentence: Sentence, end: int, closed: bool) -> int | None:
    """Where the clause begins that a source interrupts or ends, if it is a subordinate one: "que le Nord, selon Séoul, a tiré"."""
    opener = end
    if is_opener(scene, sentence[end]) and not closed:
        return _past_source(sentence, end)
    while opener > 0 and sentence[opener].text not in ",;" and not is_opener(scene, sentence[opener]):
        opener -= 1
    if not is_opener(scene, sentence[opener]) or opener == 0:
        return None
    inner = sentence.tokens[opener : end + 1]
    if closed:
        return _reported_relative(scene, sentence, opener, inner)
    relative = sentence[opener].pos == "PRON" and opener < end
    if any(t.pos == "VERB" and t.feats.get("VerbForm") != "Inf" for t in inner):
        return opener if relative and sentence[opener - 1].text == "," else None
    return opener if relative else opener + 1


def _reported_relative(scene: Scene, sentence: Sentence, opener: int, inner: tuple[Token, ...]) -> int | None:
    """Where a relative clause that ends a sentence is all that its source vouches for: hearsay, or what happened at a place."""
    if sentence[opener - 1].text != ",":
        return None
    if scene.form(sentence[opener]) in scene.cues.places and any(scene.is_finite(sentence, t) for t in inner):
        return opener + 1
    return opener if any(t.feats.get("Mood") == "Cnd" for t in inner) else None


def _past_source(sentence: Sentence, end: int) -> int | None:
    """What follows the two commas around a source: "où, selon Kiev, au moins ..."."""
    commas = [t.index for t in sentence.tokens[end + 1 :] if t.text == ","]
    return commas[1] + 1 if len(commas) > 1 and commas[1] + 1 < len(sentence) else None


def _is_open_clause(scene: Scene, sentence: Sentence, last: int) -> bool:
    """Whether what follows the source belongs to the clause before it: a preposition, a relative with no verb; no new clause."""
    if last + 2 >= len(sentence) or sentence[last + 1].text != ",":
        return False
    token = sentence[last + 2]
    leaning = token.pos in ("ADP", "DET") or scene.form(token) in scene.cues.relatives
    if is_comment(scene, sentence, last + 2):
        return False
    stop = next((t.index for t in sentence.tokens[last + 2 :] if t.text == ";"), len(sentence))
    return leaning and not any(scene.is_finite(sentence, t) for t in sentence.tokens[last + 2 : stop])
