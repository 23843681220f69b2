"""What stands behind or before a title and says of what state or body, or to where: "of X", "to Y", "X's"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.finding.office_line import Known, Line, Phrase, starts_title
from dragoman.languages.offices import split
from dragoman.model.text import Token

PROPER_BODY = ("organization", "group", "body", "seat")
LONGEST_COMPLEMENT = 8


def with_complements(line: Line, phrase: Phrase) -> Phrase:
    """ "of X" and "to Y" behind the title, in either order."""
    for _ in range(2):
        at = phrase.last + 1
        link = line.pieces[at].link if at < len(line.pieces) and line.pieces[at].token - line.pieces[phrase.last].token == 1 else None
        if link == "of":
            phrase = _with_of(line, phrase, past_links(line, at))
        elif link and phrase.title.to:
            phrase = _with_to(line, phrase, past_links(line, at), link)
    return phrase


def of_known(line: Line, phrase: Phrase, known: Known) -> Phrase:
    """The phrase of a state, organisation or group; a state's own bodies and parties stand in the office's name ("head of Rosatom")."""
    proper, office, klass = known.form.kind in PROPER_BODY, phrase.office, phrase.klass
    if proper and known.form.code in line.titles.english and phrase.title.of and klass in ("head", "leader"):
        office = _requalified(phrase, phrase.title.of.format(_place(line, known.first, known.last)))
    elif known.form.kind == "group" and phrase.title.group:
        office, klass = phrase.title.group, "leader"
    return replace(phrase, of=token_of(line, known), office=office, klass=klass, named=phrase.named or proper)


def _with_of(line: Line, phrase: Phrase, at: int) -> Phrase:
    known = line.starts.get(at)
    if known and known.form.kind not in ("adjective", "demonym") and _stands_alone(line, known) and not _is_town(phrase, known):
        if phrase.of is not None and (phrase.named or known.form.kind not in PROPER_BODY):
            return phrase if phrase.named else replace(phrase, last=known.last)
        return replace(of_known(line, phrase, known), last=known.last)
    if starts_title(line, at) and phrase.of is None and not phrase.title.needs:
        return replace(phrase, of=line.pieces[at].token)
    if not phrase.title.of or phrase.named:
        return phrase
    return _with_unknown_of(line, phrase, phrase.title.of, at)


def _is_town(phrase: Phrase, known: Known) -> bool:
    """The capital of "mayor of London" belongs to the office's name."""
    return phrase.title.klass == "local" and phrase.title.of is not None and known.form.kind in ("capital", "region", "city")


def _stands_alone(line: Line, known: Known) -> bool:
    """Whether a name is the whole complement: "of Russia", not "of the United Nations mission"."""
    here, after = line.pieces[known.last].token, line.pieces[known.last].token + 1
    if line.text(after) in line.titles.possessives:
        return False
    if line.titles.adjectives_follow or line.pos(after) not in ("NOUN", "PROPN"):
        return line.text(after) != "-"
    return line.sentence[here].head != after and not line.text(after)[:1].islower()


def _with_unknown_of(line: Line, phrase: Phrase, longer: str, at: int) -> Phrase:
    """A complement that is no known name: it makes the office's name longer, unless it only points back or ends in a name."""
    at = _past_container(line, at)
    last = complement_end(line, phrase, at)
    if last is None:
        return phrase
    inside = [k for k in line.starts.values() if at <= k.first <= k.last <= last]
    named = next((k for k in inside if _is_foreign_body(line, k)), next(iter(inside), None))
    of = phrase.of if phrase.of is not None else token_of(line, named) if named else line.pieces[at].token
    whole = replace(phrase, last=last, of=of, named=True)
    if named and _is_foreign_body(line, named) and named.last == last and not any(p.link for p in line.pieces[at : named.first]):
        return of_known(line, whole, named)
    if (last == at and line.pieces[at].word in line.titles.anaphors) or _is_indefinite(line, at):
        return whole
    klass = "head" if phrase.klass in ("state", "government") else phrase.klass
    return replace(whole, office=_requalified(phrase, longer.format(_place(line, at, last))), klass=klass)


def _is_foreign_body(line: Line, known: Known) -> bool:
    """An organisation or group with a code of its own, not a state's."""
    return known.form.kind in PROPER_BODY and known.form.code not in line.titles.english


def _past_container(line: Line, at: int) -> int:
    """Past "la région de": the place itself is in the office's name."""
    if at < len(line.pieces) and line.pieces[at].word in line.titles.containers:
        beyond = past_links(line, at + 1)
        return beyond if beyond > at + 1 and beyond < len(line.pieces) else at
    return at


def _is_indefinite(line: Line, at: int) -> bool:
    before = line.sentence[line.pieces[at].token - 1]
    return before.feats.get("Definite") == "Ind"


def _with_to(line: Line, phrase: Phrase, at: int, link: str) -> Phrase:
    known = line.starts.get(at)
    last = known.last if known else complement_end(line, phrase, at)
    if last is None or phrase.title.to is None:
        return phrase
    place = line.titles.english.get(known.form.code, f"the {known.form.code}") if known else _place(line, at, last)
    office = _requalified(phrase, phrase.title.to.format(place, link=link))
    return replace(phrase, office=office, last=last, named=True)


def _place(line: Line, first: int, last: int) -> str:
    """The complement in English where the language's file has it, else as written."""
    words = tuple(w for p in dict.fromkeys(p.token for p in line.pieces[first : last + 1]) for w in split(line.text(p)))
    return line.titles.places.get(words) or text_of(line, first, last)


def _requalified(phrase: Phrase, longer: str) -> str:
    """The longer name in the place of the plain one, so that "deputy" and "acting" stay before it."""
    return phrase.office.replace(phrase.title.office, longer) if phrase.title.office in phrase.office else longer


def complement_end(line: Line, phrase: Phrase, at: int) -> int | None:
    """The last piece of a complement that begins with a noun ("Comité pour la paix au Tchad"), None where none does."""
    if at >= len(line.pieces) or line.pos(line.pieces[at].token) not in ("NOUN", "PROPN", "ADJ"):
        return None
    sentence, first = line.sentence, line.sentence[line.pieces[at].token]
    above = (sentence[_outermost(line, at)], sentence[line.pieces[phrase.core_first].token])
    below = {t.index for head in above for t in sentence.subtree(head)}
    last = None
    for i in range(at, min(at + LONGEST_COMPLEMENT, len(line.pieces))):
        piece = line.pieces[i]
        proper = line.text(piece.token)[:1].isupper() and last is not None
        if _ends_complement(line, piece.token) or _is_person(sentence[piece.token]) > _is_person(first):
            break
        if not (proper or piece.link or piece.article or piece.token in below):
            break
        if proper or (piece.token in below and line.pos(piece.token) in ("NOUN", "ADJ", "PROPN")):
            last = i
    return last


def _ends_complement(line: Line, token: int) -> bool:
    """A verb or a mark; but not the "based" of "Tripoli-based"."""
    return line.pos(token) in ("PUNCT", "VERB", "AUX", "PRON", "ADV") and line.text(token - 1) != "-"


def _is_person(token: Token) -> bool:
    return token.entity in ("PER", "PERSON")


def _outermost(line: Line, at: int) -> int:
    """The head of the nominal that begins at a piece: up the tree while the head still follows."""
    token = line.sentence[line.pieces[at].token]
    while token.index < token.head < line.pieces[at].token + LONGEST_COMPLEMENT and line.sentence[token.head].pos in ("NOUN", "PROPN"):
        token = line.sentence[token.head]
    return token.index


def past_links(line: Line, at: int) -> int:
    while at < len(line.pieces) and (line.pieces[at].link or line.pieces[at].article):
        at += 1
    return at


def token_of(line: Line, known: Known) -> int:
    """The token that stands for a name: its syntactic head where the tree says, else its last word that is no link."""
    inside = sorted({line.pieces[i].token for i in range(known.first, known.last + 1)})
    return next((t for t in inside if line.sentence[t].head not in inside), inside[0])


def text_of(line: Line, first: int, last: int) -> str:
    """The words as written, blanks as in the text."""
    a, b = line.pieces[first].token, line.pieces[last].token
    words = [line.text(i) + (" " if i < b and line.sentence[i].end < line.sentence[i + 1].start else "") for i in range(a, b + 1)]
    return "".join(words)
