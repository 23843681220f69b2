"""What stands after a reporting verb: a clause, an infinitive, a denied thing."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.statements_scene import VERBAL, Claim, Cue, Scene
from dragoman.coding.statements_span import clause_end, has_main_verb, is_outside, is_second_clause, trimmed, unquoted, with_marks
from dragoman.coding.statements_speaker import inverted, postposed, subject
from dragoman.model.records import Form
from dragoman.model.text import Sentence, Span, Token

CLAUSE, BARE, INFINITIVE, OBJECT = 0.9, 0.85, 0.85, 0.75
"""Confidence by construction."""
REACH = 14
"""Tokens between a verb and its complementizer at most ("a affirmé vendredi, lors d'une conférence de presse à X, que")."""


def reported(scene: Scene) -> Iterator[Claim]:
    """The claims of every construction in which the content follows its cue with no quotation mark of its own."""
    for cue in scene.verbs:
        if is_outside(scene, scene.sentences[cue.sentence][cue.verb]):
            yield from _joined(scene, cue)
            found = _clause(scene, cue) or _infinitive(scene, cue) or _object(scene, cue)
            if found is not None:
                yield found


def complement(scene: Scene, cue: Cue) -> int | None:
    """The first token of the clause that the cue governs, its complementizer left out."""
    sentence = scene.sentences[cue.sentence]
    if "clause" in cue.takes and (mark := _complementizer(scene, sentence, cue)) is not None:
        return mark + 1
    return _bare(scene, sentence, cue) if "bare" in cue.takes else None


def _clause(scene: Scene, cue: Cue) -> Claim | None:
    first = complement(scene, cue)
    if first is None or first >= len(scene.sentences[cue.sentence]):
        return None
    marked = scene.form(scene.sentences[cue.sentence][first - 1]) in scene.cues.complementizers
    if not marked and scene.sentences[cue.sentence].children(scene.sentences[cue.sentence][cue.verb], "mark") and not cue.finite:
        return None
    return claim(scene, cue, first, CLAUSE if marked else BARE, "clause" if marked else "bare clause")


def _joined(scene: Scene, cue: Cue) -> Iterator[Claim]:
    """A second clause after a comma: "..., and that he had refused"."""
    sentence = scene.sentences[cue.sentence]
    first = complement(scene, cue)
    for index in range(first or len(sentence), len(sentence) - 3):
        token = sentence[index]
        if not is_outside(scene, token):
            continue
        if token.text == ";" or any(c.verb == index and c.sentence == cue.sentence for c in scene.verbs):
            return
        at = index + 1 if token.text == "," else index
        if sentence[at].pos == "CCONJ" and is_second_clause(scene, sentence, at, first or 0):
            made = claim(scene, cue, at + 2, CLAUSE, "joined clause")
            if made is not None:
                yield made


def claim(scene: Scene, cue: Cue, first: int, confidence: float, rule: str, end: int | None = None) -> Claim | None:
    sentence = scene.sentences[cue.sentence]
    who = _who(scene, cue, sentence[first].start)
    if who is None:
        return None
    content = trimmed(scene, sentence[first].start, end or clause_end(scene, sentence, first, cue))
    content = with_marks(scene, content)
    inner = unquoted(scene, content)
    if inner.end - inner.start < 2:
        return None
    return Claim(inner, scene.span(sentence, cue.first, cue.last), who, form_of(scene, inner), cue.polarity, confidence, rule)


def _who(scene: Scene, cue: Cue, before: int) -> tuple[int, int] | None:
    """The speaker: after the verb if it stands there before the content ("assure-t-il que"), else its subject."""
    sentence = scene.sentences[cue.sentence]
    late = inverted(scene, cue) if any(t.text.startswith("-") for t in sentence.tokens[cue.first : cue.last + 2]) else None
    return late if late is not None and sentence[late[1]].start < before else subject(scene, cue)


def form_of(scene: Scene, span: Span) -> Form:
    if any(q.content.start <= span.start and span.end <= q.content.end for q in scene.quotations):
        return "direct"
    return "mixed" if any(span.overlaps(q.content) for q in scene.quotations) else "indirect"


def _complementizer(scene: Scene, sentence: Sentence, cue: Cue) -> int | None:
    """The index of the complementizer that belongs to the cue."""
    for index in range(cue.last + 1, min(cue.last + 1 + REACH, len(sentence))):
        token = sentence[index]
        if scene.form(token) in scene.cues.complementizers:
            return index if _is_complementizer(scene, sentence, cue, index) else None
        if token.text in (";", ":") or not is_outside(scene, token) or scene.reading(sentence, token) is not None:
            return None
    return None


def _is_complementizer(scene: Scene, sentence: Sentence, cue: Cue, index: int) -> bool:
    """Not a relative pronoun, a comparison or half of a conjunction."""
    token, before = sentence[index], sentence[index - 1]
    if index - 1 <= cue.last:
        return True
    if token.pos == "DET" or (index - 2 == cue.last and before.text == ","):
        return False
    if scene.form(before) in scene.cues.compounds:
        return False
    clause = sentence[token.head]
    if (clause.head == cue.verb and clause.relation == "ccomp") or scene.words(sentence, before.index)[0] in scene.cues.fillers:
        return True
    relative = token.pos == "PRON" or clause.relation == "acl"
    if not relative or not scene.cues.calendar.isdisjoint(scene.words(sentence, before.index)):
        return True
    return _has_no_gap(sentence, clause, index)


def _has_no_gap(sentence: Sentence, clause: Token, index: int) -> bool:
    """Whether a clause lacks neither subject nor object, as a relative clause would."""
    parts = [t.relation for t in sentence.children(clause, "nsubj", "obj", "cop", "xcomp") if t.index != index]
    return "nsubj" in parts and len(parts) > 1


def _bare(scene: Scene, sentence: Sentence, cue: Cue) -> int | None:
    """The first token of a finite clause that follows with no complementizer."""
    verb = sentence[cue.verb]
    clause = next((t for t in sentence.children(verb, "ccomp") if t.index > cue.last), None)
    doers = sentence.children(clause, "nsubj", "expl", "csubj") if clause else ()
    if clause is None or not doers or doers[0].index <= cue.last:
        return _unparsed(scene, sentence, cue) if clause is None else None
    first = _past_day(scene, sentence, min(t.index for t in sentence.subtree(clause) if t.index > cue.last))
    while first < clause.index and sentence[first].pos == "PUNCT" and is_outside(scene, sentence[first]):
        first += 1
    opening = sentence[first]
    if scene.form(opening) in scene.cues.complementizers:
        return None
    if scene.form(opening) in scene.cues.questions or (opening.pos == "SCONJ" and scene.form(opening) not in scene.cues.complementizers):
        return first if scene.form(opening) in scene.cues.conditions else None
    return first


def _unparsed(scene: Scene, sentence: Sentence, cue: Cue) -> int | None:
    """A clause that the tree does not show: a nominal right after the verb and a finite verb of its own behind it."""
    first = cue.last + 1
    while first < len(sentence) and (sentence[first].pos == "ADV" or not scene.cues.calendar.isdisjoint(scene.words(sentence, first))):
        first += 1
    if first >= len(sentence) or sentence[first].pos not in ("DET", "PRON", "PROPN", "NOUN", "NUM"):
        return None
    verb = sentence[cue.verb]
    if (
        sentence.children(verb, "ccomp", "xcomp")
        or scene.before(sentence[cue.first].start) in ("»", '"', "”")
        or verb.relation == "parataxis"
    ):
        return None
    if scene.form(sentence[first]) in scene.cues.relatives | scene.cues.demonstratives | scene.cues.questions:
        return None
    end = next((t.index for t in sentence.tokens[first:] if t.text in ";:"), len(sentence))
    thing = sentence.child(verb, "obj")
    if thing is not None and not any(scene.is_finite(sentence, t) for t in sentence.children(thing, "acl")):
        return None
    return first if "object" not in cue.takes and has_main_verb(scene, sentence, first, end - 1) else None


def _infinitive(scene: Scene, cue: Cue) -> Claim | None:
    """ "dit avoir vu", "nie toute ..."; "denies running": the verb form next to the cue, past clitics and negation."""
    if "infinitive" not in cue.takes:
        return None
    sentence = scene.sentences[cue.sentence]
    first = _past_day(scene, sentence, cue.last + 1)
    index = first
    while index < len(sentence) and _is_small(scene, sentence[index]):
        index += 1
    if index >= len(sentence) or not _is_nonfinite(sentence[index], cue):
        return None
    while scene.form(sentence[first]) in scene.cues.infinitive_marks:
        first += 1
    return claim(scene, cue, first, INFINITIVE, "infinitive")


def _past_day(scene: Scene, sentence: Sentence, first: int) -> int:
    """Past "lundi", "on Monday", "dans la soirée", "the day before" and a phrase between commas that stand after a verb of saying."""
    index, days = first, 0
    while index < len(sentence) - 1:
        token = sentence[index]
        day = not scene.cues.calendar.isdisjoint(scene.words(sentence, index))
        if not day and token.pos not in ("ADP", "DET", "NUM", "ADJ") and scene.form(token) not in scene.cues.afterthoughts:
            break
        if scene.form(token) in scene.cues.infinitive_marks and sentence[index + 1].pos not in ("DET", "ADJ", "NUM", "NOUN"):
            break
        index, days = index + 1, days + day
    return index if days else first


def _is_small(scene: Scene, token: Token) -> bool:
    form = scene.form(token)
    return form in scene.cues.clitics or form in scene.cues.negations or form in scene.cues.infinitive_marks or token.pos == "ADV"


def _is_nonfinite(token: Token, cue: Cue) -> bool:
    if token.pos not in VERBAL:
        return False
    form = token.feats.get("VerbForm")
    return form == "Inf" or (cue.polarity == "denies" and (form == "Ger" or token.lower.endswith("ing")))


def _object(scene: Scene, cue: Cue) -> Claim | None:
    """What is denied: "dément toute implication"."""
    sentence = scene.sentences[cue.sentence]
    fronted = cue.first > 0 and scene.form(sentence[cue.first - 1]) in scene.cues.relatives
    if "object" not in cue.takes or fronted:
        return None
    thing = postposed(scene, sentence, cue.last)
    if thing is None or thing.pos == "PRON" or not is_outside(scene, thing):
        return None
    first = cue.last + 1
    while first < thing.index and (sentence[first].pos == "ADV" or sentence[first].text == ","):
        first += 1
    if any(scene.form(t) in scene.cues.complementizers for t in sentence.subtree(thing)):
        return None
    return claim(scene, cue, first, OBJECT, "denied object", _phrase_end(scene, sentence, thing))


def _phrase_end(scene: Scene, sentence: Sentence, head: Token) -> int:
    """The end of a nominal: its subtree as far as the first comma or conjunction with a verb outside quotation marks."""
    inside = {t.index for t in sentence.subtree(head)}
    last = head.index
    for token in sentence.tokens[head.index + 1 :]:
        if is_outside(scene, token) and (token.text in ",;:.(—–" or token.index not in inside):
            break
        last = token.index
    return sentence[last].end
