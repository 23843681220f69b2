"""Names of parties, places and people in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.languages.grammar import Grammar
from dragoman.languages.names import Entry, Names
from dragoman.model.mentions import Mention, NameKind, OfficeMention, Sense
from dragoman.model.spelling import pieces
from dragoman.model.text import Sentence, Token

PEOPLE = ("PER", "PERSON")
PLACES = ("LOC", "GPE", "FAC")
NOT_NAMES = ("VERB", "AUX", "DET", "ADP", "CCONJ", "SCONJ", "PRON", "ADV", "PUNCT", "NUM", "SYM", "PART", "INTJ")
DATES = ("DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY")


def find_names(sentence: Sentence, names: Names, grammar: Grammar, offices: Sequence[OfficeMention] = ()) -> tuple[Mention, ...]:
    """All names of a sentence in order, none inside another: first those of the tables, then other capitalised runs.

    The words of a title of office belong to no run ("Prime Minister Shehbaz Sharif").
    """
    known = list(_known(sentence, names, grammar))
    taken = {i for m in known for i in range(m.first, m.last + 1)}
    titles = {i for o in offices if o.sentence == sentence.index for i in range(o.first, o.last + 1)}
    runs = list(_runs(sentence, grammar, taken | titles))
    return tuple(sorted((*known, *runs), key=lambda m: m.first))


def _known(sentence: Sentence, names: Names, grammar: Grammar) -> Iterator[Mention]:
    flat = [(piece, token.index) for token in sentence for piece in pieces(token.text)]
    at = 0
    while at < len(flat):
        found = _longest(sentence, names, flat, at)
        if found is None:
            at += 1
            continue
        length, senses = found
        first, last = flat[at][1], flat[at + length - 1][1]
        behind = _longest(sentence, names, flat, at + length) if at + length < len(flat) else None
        person_behind = behind is not None and any(s.kind == "person" for s in behind[1])  # "China Xi Jinping"
        if _inside_longer(sentence, first, last, senses, grammar, person_behind):
            at += 1
            continue
        yield Mention(sentence.index, first, last, _head(sentence, first, last), senses)
        at += length


def _longest(sentence: Sentence, names: Names, flat: Sequence[tuple[str, int]], at: int) -> tuple[int, tuple[Sense, ...]] | None:
    """The longest name that begins at a piece and covers whole words, with all that it may stand for."""
    if at and flat[at - 1][1] == flat[at][1]:
        return None
    best: list[Entry] = []
    length = 0
    for form, entry in names.starting(flat[at][0]):
        n = len(form)
        if n < length:
            break
        if tuple(p for p, _ in flat[at : at + n]) != form or (at + n < len(flat) and flat[at + n][1] == flat[at + n - 1][1]):
            continue
        text = " ".join(t.text for t in sentence.tokens[flat[at][1] : flat[at + n - 1][1] + 1])
        if entry.fits(text):
            length = n
            best.append(entry)
    if not best:
        return None
    unique = {(e.sense.code, e.sense.kind, e.sense.id): e.sense for e in best}
    return length, tuple(unique.values())


def _inside_longer(sentence: Sentence, first: int, last: int, senses: Sequence[Sense], grammar: Grammar, person_behind: bool) -> bool:
    """`Jordan` in `Michael Jordan`, `Jordan Peterson` or `Puerto Jordan`: a name within a longer name."""
    token = sentence[first]
    if any(s.kind == "person" for s in senses) or not token.text[0].isupper():
        return False
    if last != first:
        return senses[0].kind == "body" and _goes_before(sentence, first, last, grammar)
    if not person_behind and _is_given_name(sentence, token):
        return True
    if not first:
        return False
    before = sentence[first - 1]
    if not before.text[0].isupper() or before.pos != "PROPN" or before.lower in grammar.titles | grammar.directions:
        return False
    together = before.head == token.index or token.head == before.index
    return together and bool(token.entity) and before.entity == token.entity and token.entity not in ("NORP", "DATE")


def _goes_before(sentence: Sentence, first: int, last: int, grammar: Grammar) -> bool:
    """`State Council` in `High State Council`: another word in capitals that belongs to the same name."""
    before = sentence[first - 1] if first else None
    if before is None or before.pos != "PROPN" or before.relation != "compound" or before.lower in grammar.titles:
        return False
    return first <= before.head <= last and before.text[0].isupper() and not before.text.isupper() and before.entity in ("ORG", "")


def _is_given_name(sentence: Sentence, token: Token) -> bool:
    """`Paris` in `Paris Hilton`: the first word of what the tagger takes for a person's name."""
    after = sentence[token.index + 1] if token.index + 1 < len(sentence) else None
    if after is None or after.pos != "PROPN" or not after.text[0].isupper() or token.pos != "PROPN":
        return False
    joined = after.head == token.index or token.head == after.index
    return joined and token.entity in PEOPLE and after.entity == token.entity


def _runs(sentence: Sentence, grammar: Grammar, taken: set[int]) -> Iterator[Mention]:
    """Runs of capitalised words outside the names known, with the particles between them."""
    at = 0
    while at < len(sentence):
        if at in taken or not _begins(sentence, at, grammar):
            at += 1
            continue
        last = at
        while (step := _next(sentence, last, grammar, taken)) is not None:
            last = step
        name = " ".join(t.text for t in sentence.tokens[at : last + 1])
        yield Mention(sentence.index, at, last, _head(sentence, at, last), (Sense(_kind(sentence, at, last, grammar), None, name),))
        at = last + 1


def _begins(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    token = sentence[at]
    if not token.text[0].isupper() or token.lower in grammar.titles or token.entity in DATES or len(token.text) < 2:
        return False
    return token.pos == "PROPN" or (token.entity in PEOPLE and token.pos not in NOT_NAMES)


def _next(sentence: Sentence, last: int, grammar: Grammar, taken: set[int]) -> int | None:
    """The next word of a name after word `last`, over particles ("bin", "de"); none after that of a network ("wrote on Telegram X Y")."""
    if sentence[last].lower in grammar.networks:
        return None
    for step in range(last + 1, min(last + 4, len(sentence))):
        token = sentence[step]
        if step in taken or token.entity in DATES:
            return None
        if token.text[0].isupper() and token.pos not in ("PUNCT", "DET", "PRON"):
            return step
        glued = token.text in ("-", "'") or token.lower in grammar.particles or token.lower.startswith(("al-", "el-"))
        if token.lower.startswith(("al-", "el-")):
            return step
        if not glued or (token.lower in ("de", "du", "des", "d'", "la", "le") and sentence[last].entity not in PEOPLE):
            return None
    return None


def _kind(sentence: Sentence, first: int, last: int, grammar: Grammar) -> NameKind:
    """What a run of capitals most likely names; a body with no code where nothing tells, which resolving may know better."""
    labels = [t.entity for t in sentence.tokens[first : last + 1] if t.entity]
    before = sentence[first - 1].lower if first else ""
    if before in grammar.titles or sum(label in PEOPLE for label in labels) * 2 > len(labels):
        return "person"
    if labels and labels[0] in PLACES:
        return "city"
    if labels and labels[0] in ("ORG", "MISC", "NORP", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"):
        return "organization"
    return "organization"


def _head(sentence: Sentence, first: int, last: int) -> int:
    """The word of a span that hangs on a word outside it."""
    inside = range(first, last + 1)
    tops: list[Token] = [sentence[i] for i in inside if sentence[i].head not in inside or sentence[i].head == i]
    nominal = [t for t in tops if t.pos in ("NOUN", "PROPN", "ADJ", "PRON", "X", "NUM")]
    return (nominal or tops or [sentence[first]])[0].index
