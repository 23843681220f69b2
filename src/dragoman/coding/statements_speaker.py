"""Whose words they are: the subject of the cue, wherever the language puts it, and the name it goes by in the document."""

from __future__ import annotations

from dragoman.coding.statements_scene import NOMINAL, VERBAL, Cue, Scene
from dragoman.model.records import Speaker
from dragoman.model.text import Sentence, Token

HEAD = 2
"""A gerund that begins at most here is an opening of its own, whose subject follows: "En affirmant que ..., X a ouvert ..."."""
NEAR = 3
"""Characters from a closing mark to the cue behind it at most."""
DEPTH = 6
"""How far up a chain of clauses an elided subject is looked for."""


def subject(scene: Scene, cue: Cue) -> tuple[int, int] | None:
    """(sentence, token) of the nominal that speaks, before the verb or understood from the clause above."""
    sentence = scene.sentences[cue.sentence]
    own = sentence[cue.first - 1] if cue.first > 0 else None
    if own is not None and own.pos == "PRON" and scene.form(own) not in scene.cues.relatives | scene.cues.clitics and own.relation != "obj":
        return _speaking(scene, sentence, own)
    before = _previous(scene, cue)
    if before is not None:
        late = any(t.index > before.verb for t in sentence.children(sentence[before.verb], "nsubj"))
        start = sentence[before.first].start
        framing = late or any(0 <= start - q.whole.end <= NEAR for q in scene.quotations)
        return (inverted(scene, before) if framing else None) or subject(scene, before)
    agent = sentence.child(sentence[cue.verb], "obl:agent")
    if agent is not None and sentence.children(sentence[cue.verb], "aux:pass"):
        return _speaking(scene, sentence, agent)
    token = _subject(scene, sentence, sentence[cue.verb], DEPTH)
    if token is None or (token.index > cue.last and cue.first > HEAD):
        token = _nearest(scene, sentence, cue)
    return _speaking(scene, sentence, token)


def _previous(scene: Scene, cue: Cue) -> Cue | None:
    """The cue whose subject this one shares: "a dit que ..., ajoutant que ...", "a assuré que ... et reproché à ..."."""
    sentence = scene.sentences[cue.sentence]
    verb = sentence[cue.verb]
    joined = cue.first > 0 and sentence[cue.first - 1].pos == "CCONJ"
    if (cue.finite and not joined) or cue.first <= HEAD or verb.relation in ("xcomp", "acl"):
        return None
    left = (
        c
        for c in scene.verbs
        if c.sentence == cue.sentence and c.last < cue.first and c.finite and scene.quotation_at(sentence[c.verb].start) is None
    )
    return max(left, key=lambda c: c.verb, default=None)


def inverted(scene: Scene, cue: Cue) -> tuple[int, int] | None:
    """(sentence, token) of the nominal that follows its verb: a-t-il dit, a indiqué le ministère, said Lavrov."""
    sentence = scene.sentences[cue.sentence]
    clitic = next((t for t in sentence.tokens[cue.first : cue.last + 3] if _is_hyphened(t)), None)
    if clitic is not None:
        if scene.form(clitic).lstrip("-") in scene.cues.generic:
            return _speaking(scene, sentence, _place(scene, sentence, max(clitic.index, cue.last)))
        return sentence.index, clitic.index
    return _speaking(scene, sentence, postposed(scene, sentence, cue.last))


def postposed(scene: Scene, sentence: Sentence, last: int) -> Token | None:
    """The first bare nominal after a token, as far as the next comma: not the day, not what a preposition introduces."""
    for token in sentence.tokens[last + 1 :]:
        if token.text in (",", ";", ":", ".", "«", '"', "“") or token.pos in VERBAL:
            return None
        if token.pos in NOMINAL and not is_adjunct(scene, sentence, token) and scene.form(token) not in scene.cues.clitics:
            return _whole(sentence, token)
    return None


def _whole(sentence: Sentence, token: Token) -> Token:
    """The head of a name that begins at the token: "Foreign" of "Foreign Secretary Alicia Bárcena"."""
    while token.relation in ("compound", "nmod:poss") and token.head > token.index:
        token = sentence[token.head]
    return token


def is_understood(scene: Scene, at: tuple[int, int], said: str) -> bool:
    """Whether a speaker is a noun, or a pronoun that stands for somebody other than what the content itself speaks of."""
    if scene.sentences[at[0]][at[1]].pos != "PRON":
        return True
    known = scene.cast.at(*at)
    return known is not None and known.name not in said


def name(scene: Scene, at: tuple[int, int]) -> Speaker:
    """The speaker as the cast knows it; a nominal that it does not know goes by its own words and has no code."""
    sentence = scene.sentences[at[0]]
    head = _owner(scene, sentence, sentence[at[1]])
    at = at[0], head.index
    if _is_nameless(scene, sentence, head):
        return Speaker(_own_words(scene, sentence, head), ())
    known = scene.cast.at(*at)
    other = _apposed(scene, sentence, head)
    if known is None or (known.person is None and other is not None):
        beside = scene.cast.at(at[0], other.index) if other is not None else None
        if beside is not None and (known is None or beside.person is not None or beside.kind == "person"):
            codes = beside.codes or (known.codes if known else ())
            return Speaker(beside.name, codes or _codes(scene, sentence, head))
    if known is not None:
        return Speaker(known.name, known.codes or _codes(scene, sentence, head), known.parties[0].id if known.parties else None)
    return Speaker(_own_words(scene, sentence, other or head), _codes(scene, sentence, head))


def _is_nameless(scene: Scene, sentence: Sentence, head: Token) -> bool:
    """People whom the text will not name, and diplomats, who speak for no country where no adjective or owner tells which."""
    if scene.words(sentence, head.index)[0] not in scene.cues.nameless:
        return False
    if any(t.pos == "PROPN" for t in sentence.children(head, "appos", "flat")):
        return False
    owners = sentence.children(head, "amod", "nmod:poss", "compound", "nmod")
    owned = (t for t in owners if sentence.case(t).split(" ")[0] not in scene.cues.beside)
    return not any(scene.cast.at(sentence.index, t.index) for t in owned)


def _codes(scene: Scene, sentence: Sentence, head: Token) -> tuple[str, ...]:
    """Whose a speaker is whom the cast does not know: by the country or town beside it, else, of a local, the country the text is about."""
    for token in sentence.children(head, "amod", "nmod:poss", "nmod", "compound"):
        beside = scene.cast.at(sentence.index, token.index)
        if beside is not None and beside.person is None and (codes := beside.codes or ((beside.place,) if beside.place else ())):
            return codes
    home = scene.cast.home
    return (home,) if home and scene.words(sentence, head.index)[0] in scene.cues.locals else ()


def _owner(scene: Scene, sentence: Sentence, head: Token) -> Token:
    """Who speaks by a document: the ministry of "un communiqué du ministère", the possessor of "its statement", whoever made it."""
    if scene.words(sentence, head.index)[0] not in scene.cues.documents:
        return head
    makers = (t for made in sentence.children(head, "acl") for t in sentence.children(made, "obl"))
    owned = (t for t in sentence.children(head, "nmod") if sentence.case(t).split(" ")[0] not in scene.cues.beside)
    owners = (*sentence.children(head, "nmod:poss", "det"), *owned, *makers)
    known = (t for t in owners if scene.cast.at(sentence.index, t.index) is not None)
    return next(known, None) or next((t for t in owners if t.pos == "PROPN"), head)


def _subject(scene: Scene, sentence: Sentence, verb: Token, depth: int) -> Token | None:
    if depth == 0:
        return None
    own = next((t for t in sentence.children(verb, "nsubj") if t.index < verb.index and _may_act(scene, sentence, t)), None)
    if own is not None and scene.form(own) not in scene.cues.relatives:
        return own
    parent = sentence.parent(verb)
    if parent is None:
        return None
    if verb.dep == "acl:relcl" or (own is not None and verb.relation in ("acl", "ccomp")):
        return _antecedent(scene, sentence, own or verb, parent)
    if parent.pos in VERBAL or parent.pos == "ADJ":
        return _subject(scene, sentence, parent, depth - 1)
    if verb.relation == "acl" and parent.pos in NOMINAL:
        return None if is_adjunct(scene, sentence, parent) else parent
    return _subject(scene, sentence, parent, depth - 1)


def _may_act(scene: Scene, sentence: Sentence, token: Token) -> bool:
    return token.pos in (*NOMINAL, "DET", "ADJ") and not is_adjunct(scene, sentence, token)


def _antecedent(scene: Scene, sentence: Sentence, relative: Token, parent: Token) -> Token:
    """The head noun, or the noun just before the pronoun where the parser went astray: a finite verb lies between."""
    between = sentence.tokens[parent.index + 1 : relative.index]
    if parent.pos in NOMINAL and parent.index < relative.index and not any(scene.is_finite(sentence, t) for t in between):
        return parent
    left = [t for t in sentence.tokens[: relative.index] if t.pos in NOMINAL]
    return _top(sentence, left[-1]) if left else parent


def _top(sentence: Sentence, token: Token) -> Token:
    """The head of the noun phrase that a noun ends."""
    while (
        token.relation in ("nmod", "flat", "appos", "compound", "amod") and token.head < token.index and sentence[token.head].pos in NOMINAL
    ):
        token = sentence[token.head]
    return token


def _nearest(scene: Scene, sentence: Sentence, cue: Cue) -> Token | None:
    """Where the tree has no subject: the nearest bare nominal before the verb that the tree calls a subject, else the first of all."""
    left = [t for t in sentence.tokens[: cue.first] if t.pos in NOMINAL and not is_adjunct(scene, sentence, t)]
    left = [t for t in left if scene.form(t) not in scene.cues.relatives and scene.quotation_at(t.start) is None]
    subjects = [t for t in left if t.relation == "nsubj"]
    if subjects or not left:
        return subjects[-1] if subjects else None
    top = _top(sentence, left[-1])
    return left[-1] if is_adjunct(scene, sentence, top) else top


def _speaking(scene: Scene, sentence: Sentence, token: Token | None) -> tuple[int, int] | None:
    """The token if it can speak: no demonstrative, no impersonal pronoun."""
    if token is None or scene.form(token) in scene.cues.demonstratives | scene.cues.generic | scene.cues.relatives | scene.cues.clitics:
        return None
    if any(scene.form(t) in scene.cues.negations for t in sentence.children(token, "det", "cc", "advmod")):
        return None
    return sentence.index, token.index


def _is_hyphened(token: Token) -> bool:
    return token.text.startswith("-") and token.lower not in ("-t", "-t-") and len(token.text) > 1 and token.text[1:].isalpha()


def _place(scene: Scene, sentence: Sentence, after: int) -> Token | None:
    """Who stands behind an impersonal pronoun: "dit-on à la mairie", "a-t-on su de source proche"."""
    for token in sentence.tokens[after + 1 :]:
        if token.text in (",", ";", "."):
            return None
        if token.pos in ("NOUN", "PROPN") and scene.words(sentence, token.index)[0] not in scene.cues.calendar:
            return token
    return None


def is_adjunct(scene: Scene, sentence: Sentence, token: Token) -> bool:
    """Whether a nominal is the day, or what a preposition introduces."""
    if not scene.cues.calendar.isdisjoint(scene.words(sentence, token.index)):
        return True
    case = sentence.child(token, "case")
    if case is not None and case.index < token.index:
        return True
    at = token.index - 1
    while at >= 0 and sentence[at].pos in ("DET", "ADJ", "NUM"):
        at -= 1
    return at >= 0 and sentence[at].pos == "ADP" and not sentence[at].text.startswith("-")


def _apposed(scene: Scene, sentence: Sentence, head: Token) -> Token | None:
    """A proper name beside a description: "la maire de Lima, Ana Ruiz", "le ministre Wang Yi"."""
    if head.pos == "PROPN":
        return None
    parent = sentence[head.head]
    if head.relation == "appos" and parent.pos == "PROPN":
        return parent
    first, last = extent(scene, sentence, head)
    described = scene.words(sentence, head.index)[0] in scene.cues.people
    if described and first > 1 and sentence[first - 1].text == "," and sentence[first - 2].pos == "PROPN":
        return _top(sentence, sentence[first - 2])
    if last + 2 < len(sentence) and sentence[last + 1].text == "," and sentence[last + 2].pos == "PROPN":
        return sentence[last + 2] if _is_name_alone(sentence, last + 2) else None
    for token in sentence.children(head, "appos", "flat", "nmod", "dep"):
        bare = not sentence.children(token, "case")
        if token.pos == "PROPN" and token.index > head.index and bare and sentence[token.index - 1].pos != "ADP":
            return token
    return None


def _is_name_alone(sentence: Sentence, first: int) -> bool:
    """Whether a run of proper nouns stands between commas, or before the end or a relative clause."""
    last = first
    while last + 1 < len(sentence) and (sentence[last + 1].pos == "PROPN" or sentence[last + 1].relation == "flat"):
        last += 1
    return last > first and (last + 1 == len(sentence) or sentence[last + 1].pos in ("PUNCT", "PRON", "SCONJ"))


def _own_words(scene: Scene, sentence: Sentence, head: Token) -> str:
    first, last = extent(scene, sentence, head)
    while first < head.index and scene.form(sentence[first]) in scene.cues.articles:
        first += 1
    return scene.text[sentence[first].start : sentence[last].end]


def extent(scene: Scene, sentence: Sentence, head: Token) -> tuple[int, int]:
    """First and last token of a nominal without what commas and clauses add to it."""
    tree = {t.index for t in sentence.subtree(head)}
    first = last = head.index
    while first > 0 and _belongs(sentence, first - 1, head, tree):
        first -= 1
    while last + 1 in tree and not _closes(scene, sentence, sentence[last + 1]):
        last += 1
    return first, last


def _belongs(sentence: Sentence, index: int, head: Token, tree: set[int]) -> bool:
    """Whether the word to the left is part of a nominal: by the tree, or a name's first part that the tree has lost."""
    token = sentence[index]
    name = head.pos == token.pos == "PROPN"
    return name or (index in tree and token.pos not in ("PUNCT", "VERB", "ADP", "SCONJ", "CCONJ"))


def _closes(scene: Scene, sentence: Sentence, token: Token) -> bool:
    """Whether a nominal ends before the word: punctuation, a clause."""
    return token.pos in ("PUNCT", "AUX", "SCONJ") or scene.form(token) in scene.cues.relatives or scene.reading(sentence, token) is not None
