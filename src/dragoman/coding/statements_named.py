"""Content that a noun governs, or that names something: "a claim by X that ...", "qualifie X de Y", "put the loss at N"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.statements_reported import claim, complement, form_of
from dragoman.coding.statements_scene import NOMINAL, VERBAL, Claim, Cue, Scene
from dragoman.coding.statements_span import clause_end, is_outside, trimmed, unquoted, with_marks
from dragoman.model.text import Sentence, Token

LABEL, NOUN = 0.65, 0.6
"""Confidence by construction."""
REACH = 14
"""Tokens between a noun and its clause at most; twice as many between a verb and its label."""


def labelled(scene: Scene) -> Iterator[Claim]:
    """The claims of verbs that call something something."""
    for cue in scene.verbs:
        if is_outside(scene, scene.sentences[cue.sentence][cue.verb]) and complement(scene, cue) is None:
            found = _label(scene, cue)
            if found is not None:
                yield found


def named(scene: Scene) -> Iterator[Claim]:
    """ "a claim by villagers that ...", "l'affirmation de Moscou selon laquelle ..."."""
    for sentence in scene.sentences:
        for noun in sentence:
            if noun.pos == "NOUN" and scene.words(sentence, noun.index)[0] in scene.cues.nouns and is_outside(scene, noun):
                found = _noun(scene, sentence, noun)
                if found is not None:
                    yield found


def _label(scene: Scene, cue: Cue) -> Claim | None:
    """ "qualifie l'accord de trahison", "described it as a farce", "évalue le butin à un million"."""
    sentence = scene.sentences[cue.sentence]
    kind = "label" if "label" in cue.takes else "estimate" if "estimate" in cue.takes else None
    if kind is None or not cue.finite:
        return None
    thing = next((t for t in sentence.children(sentence[cue.verb], "obj") if t.index > cue.last), None)
    if "" in cue.labels:
        return _bare_label(scene, cue, sentence)
    for index in range(cue.last + 1, min(cue.last + 1 + 2 * REACH, len(sentence))):
        token = sentence[index]
        if token.text in ";:.,":
            return None
        if _is_marker(scene, sentence, cue, index, thing):
            after = index + 2 if scene.form(sentence[min(index + 1, len(sentence) - 1)]) in scene.cues.being else index + 1
            first = after if kind == "label" or thing is None else min(t.index for t in sentence.subtree(thing) if t.index > cue.last)
            end = _label_end(scene, sentence, index + 1)
            return claim(scene, cue, first, LABEL, kind, end) if end > sentence[index].end else None
    return None


def _bare_label(scene: Scene, cue: Cue, sentence: Sentence) -> Claim | None:
    """ "called it thin gruel": the second object, which no word leads in."""
    verb = sentence[cue.verb]
    labels = [t for t in sentence.children(verb, "xcomp") if t.index > cue.last and t.pos in ("NOUN", "ADJ", "PROPN")]
    thing = sentence.child(verb, "obj")
    if not labels or thing is None:
        return None
    first = min(t.index for t in sentence.subtree(labels[0]) if t.index > max(cue.last, thing.index))
    return claim(scene, cue, first, LABEL, "label", _label_end(scene, sentence, labels[0].index))


def _is_marker(scene: Scene, sentence: Sentence, cue: Cue, index: int, thing: Token | None) -> bool:
    lemma, form = scene.words(sentence, index)
    if not cue.labels & {lemma, form}:
        return False
    governed = sentence[index].head
    if form in scene.cues.infinitive_marks and index + 1 < len(sentence) and sentence[index + 1].pos in ("DET", "PROPN", "PRON"):
        return False
    attached = sentence[governed].head == cue.verb or governed == cue.verb or thing is None or form in scene.cues.infinitive_marks
    return attached and (thing is None or index > thing.index)


def _label_end(scene: Scene, sentence: Sentence, first: int) -> int:
    last = first - 1
    for token in sentence.tokens[first:]:
        listed = token.text == "," and token.index + 1 < len(sentence) and sentence[token.index + 1].pos == "ADJ"
        if (
            is_outside(scene, token)
            and not listed
            and (token.text in ",;:.(—–" or (token.pos == "CCONJ" and _joins_verbs(sentence, token)))
        ):
            break
        last = token.index
    return sentence[last].end


def _joins_verbs(sentence: Sentence, conjunction: Token) -> bool:
    return sentence[conjunction.head].pos in VERBAL


def _noun(scene: Scene, sentence: Sentence, noun: Token) -> Claim | None:
    owner = next((t for t in sentence.children(noun, "nmod:poss", "nmod", "obl:agent", "obl") if t.pos in NOMINAL), None)
    first = _noun_clause(scene, sentence, noun)
    if owner is None or first is None or first >= len(sentence) or owner.index >= first:
        return None
    as_cue = Cue(sentence.index, noun.index, noun.index, noun.index, frozenset())
    content = with_marks(scene, trimmed(scene, sentence[first].start, clause_end(scene, sentence, first, as_cue)))
    who = (sentence.index, owner.index)
    return Claim(
        unquoted(scene, content), scene.span(sentence, noun.index, noun.index), who, form_of(scene, content), "asserts", NOUN, "noun"
    )


def _noun_clause(scene: Scene, sentence: Sentence, noun: Token) -> int | None:
    for index in range(noun.index + 1, min(noun.index + REACH, len(sentence))):
        token = sentence[index]
        pair = (scene.form(sentence[index - 1]), scene.form(token))
        clause = sentence[token.head]
        if pair in scene.cues.noun_clauses:
            return index + 1
        if scene.form(token) in scene.cues.complementizers and (token.pos == "SCONJ" or token.relation == "mark"):
            return index + 1 if clause.relation in ("acl", "ccomp") or index == noun.index + 1 else None
        if token.text in ",;:." or (token.pos in VERBAL and token.feats.get("VerbForm") == "Fin"):
            return None
    return None
