"""Titles of office in a sentence: which office, of which state or organisation, held by whom.

Words decide, read left to right with what may stand between and beside them; the tree only says which word is the head of
a name or a title, so that a wrong parse costs little.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.finding.complements import complement_end, past_links, token_of
from dragoman.finding.office_line import Line, Phrase, read_line, starts_title
from dragoman.finding.titles import phrases
from dragoman.languages.offices import OfficeTitles
from dragoman.model.mentions import OfficeMention
from dragoman.model.text import Sentence, Token

OPENING = (",", "(", "-", "–", "—", ":")
PLACES = ("LOC", "GPE", "FAC")
CLOSING = (",", ")", ".", ";", "-", "–", "—", "?", "!", '"', "»", "”")


def find_offices(sentence: Sentence, titles: OfficeTitles) -> tuple[OfficeMention, ...]:
    """The offices that a sentence mentions, in its order; one for each holder where a plural title has several.

    `klass` is the class of the titles' file: state, government, foreign, ..., "relative" for counterparts, predecessors
    and successors, who hold an office named elsewhere.
    """
    line = read_line(sentence, titles)
    found = list(phrases(line))
    taken: set[int] = set()
    mentions: list[OfficeMention] = []
    before: tuple[_Name, ...] = ()
    for n, phrase in enumerate(found):
        joined = n > 0 and _joined(line, found[n - 1], phrase)
        before = tuple(_holders(line, phrase, found, taken)) or (before if joined else ())
        taken.update(h.last for h in before)
        mentions.extend(_mention(line, phrase, h) for h in before or (None,))
    return tuple(mentions)


@dataclass(frozen=True, slots=True)
class _Name:
    """A capitalised name that may be a person's: tokens `first` to `last`."""

    first: int
    last: int


def _mention(line: Line, phrase: Phrase, name: _Name | None) -> OfficeMention:
    return OfficeMention(
        sentence=line.sentence.index,
        first=line.pieces[phrase.first].token,
        last=line.pieces[phrase.last].token,
        head=_head_token(line, phrase).index,
        office=phrase.office,
        klass=phrase.klass,
        of=phrase.of if phrase.of is not None or name is None else _of_behind(line, name),
        person=_name_head(line.sentence, name) if name else None,
        change=phrase.change,
    )


def _head_token(line: Line, phrase: Phrase) -> Token:
    """The noun before the first linking word that the tree hangs elsewhere; else the nearest thing to it."""
    core = [line.pieces[i].token for i in range(phrase.core_first, phrase.core_last + 1)]
    before_link = [line.sentence[line.pieces[i].token] for i in range(phrase.core_first, min(phrase.first_link, phrase.core_last + 1))]
    nouns = [t for t in before_link if t.pos in ("NOUN", "PROPN")] or before_link
    outside = [t for t in nouns if not core[0] <= t.head <= core[-1] or t.head == t.index]
    return (outside or nouns)[0]


def _name_head(sentence: Sentence, name: _Name) -> int:
    inside = range(name.first, name.last + 1)
    named = [i for i in inside if sentence[i].text[0].isupper()]
    return next((i for i in named if sentence[i].head not in inside or sentence[i].head == i), named[0])


def _holders(line: Line, phrase: Phrase, found: list[Phrase], taken: set[int]) -> Iterator[_Name]:
    after = _beside(line, phrase) or _after_comma(line, phrase) or _of_next_title(line, phrase, found)
    if after:
        yield after
        if _head_token(line, phrase).feats.get("Number") == "Plur":
            yield from _others(line, after)
        return
    earlier = _before_comma(line, phrase, found, taken) or _subject(line, phrase)
    if earlier:
        yield earlier


def _beside(line: Line, phrase: Phrase) -> _Name | None:
    """ "Foreign Minister Wang Yi", "le président russe Vladimir Poutine": the name follows at once."""
    return _name_from(line, line.pieces[phrase.last].token + 1)


def _after_comma(line: Line, phrase: Phrase) -> _Name | None:
    """ "la ministre chilienne du Travail, Ana Ruiz, ...": between marks, or to the sentence's end."""
    comma = _past_rest(line, phrase)
    if line.text(comma) not in OPENING:
        return None
    name = _name_from(line, comma + 1)
    if name and line.text(name.last + 1) in (*CLOSING, ""):
        return name if name.last > name.first or line.sentence[name.first].pos == "PROPN" else None
    return None


def _joined(line: Line, phrase: Phrase, following: Phrase) -> bool:
    """ "président du Front et ancien ministre": two titles of one person, joined without an article."""
    conjunction = line.pieces[phrase.last].token + 1
    return line.pos(conjunction) == "CCONJ" and line.pieces[following.first].token == conjunction + 1


def _of_next_title(line: Line, phrase: Phrase, found: list[Phrase]) -> _Name | None:
    """ "l'invitée, l'ex-ministre chilienne Ana Ruiz": a title, a comma or an "and", and a titled name."""
    comma = line.pieces[phrase.last].token + 1
    first = comma + 1 + line.is_article(comma + 1)
    following = next((f for f in found if line.pieces[f.first].token == first), None)
    if following is None or not (line.text(comma) in OPENING or _joined(line, phrase, following)):
        return None
    return _beside(line, following)


def _past_rest(line: Line, phrase: Phrase) -> int:
    """The token behind what else belongs to the title: "et de la Sécurité publique", "for political affairs", "(AIEA)"."""
    last = phrase.last
    for _ in range(2):
        at = last + 1 + (last + 1 < len(line.pieces) and line.pos(line.pieces[last + 1].token) == "CCONJ")
        beyond = past_links(line, at)
        if beyond == at or beyond == len(line.pieces) or starts_title(line, beyond):
            break
        last = complement_end(line, phrase, beyond) or last
    token = line.pieces[last].token + 1
    return token + 3 if line.text(token) == "(" and line.text(token + 1).isupper() and line.text(token + 2) == ")" else token


def _of_behind(line: Line, name: _Name) -> int | None:
    """ "King Abdullah of Jordan": the state behind the holder's name."""
    at = next((i for i, p in enumerate(line.pieces) if p.token == name.last + 1), None)
    known = line.starts.get(past_links(line, at)) if at is not None and line.pieces[at].link == "of" else None
    return token_of(line, known) if known else None


def _others(line: Line, name: _Name) -> Iterator[_Name]:
    """The further names of "Presidents Putin and Xi"."""
    while line.text(name.last + 1) == "," or line.pos(name.last + 1) == "CCONJ":
        following = _name_from(line, name.last + 2)
        if following is None:
            return
        name = following
        yield name


def _before_comma(line: Line, phrase: Phrase, found: list[Phrase], taken: set[int]) -> _Name | None:
    """ "Dmitri Peskov, the Kremlin's spokesman": a name, a comma, the title, and no other holder of either."""
    start = line.pieces[phrase.first].token
    while start > 0 and line.skippable_before(start - 1):
        start -= 1
    comma = start - 1
    if line.text(comma) not in OPENING:
        return None
    titled = {p.token for f in found for p in line.pieces[f.first : f.last + 1]}
    name = _name_up_to(line, comma - 1, titled)
    if name and _is_setting(line, name):
        return None
    articled = start < line.pieces[phrase.first].token
    listed = articled and name is not None and (name.last in taken or line.pos(line.pieces[phrase.last].token + 1) == "CCONJ")
    return name if name and (not listed or _hangs(line, phrase, name)) else None


def _is_setting(line: Line, name: _Name) -> bool:
    """ "In Munich, the US vice president": the place where it happens, not who holds the office."""
    at = name.first if line.pos(name.first) == "ADP" else name.first - 1
    if line.folded(at) not in line.titles.settings:
        return False
    places = any(line.sentence[i].entity in PLACES for i in range(at + 1, name.last + 1))
    return places or line.text(at)[:1].isupper()


def _hangs(line: Line, phrase: Phrase, name: _Name) -> bool:
    head = _head_token(line, phrase)
    return head.relation == "appos" and name.first <= head.head <= name.last


def _subject(line: Line, phrase: Phrase) -> _Name | None:
    """ "Wang Yi est le ministre ...", "Ri Su Yong, qui est ...": the subject of the copula, or what its relative stands for."""
    sentence, head = line.sentence, _head_token(line, phrase)
    subject = sentence.child(head, "nsubj") if sentence.children(head, "cop") else None
    if subject and subject.pos == "PRON" and head.relation == "acl":
        subject = sentence.parent(head)
    if subject is None or subject.pos != "PROPN" or line.known_name(subject.index):
        return None
    return _whole_name(line, subject)


def _whole_name(line: Line, token: Token) -> _Name | None:
    first = token.index
    while first > 0 and line.in_name(first - 1):
        first -= 1
    return _name_from(line, first)


def _name_from(line: Line, start: int) -> _Name | None:
    """The capitalised name that begins at a token, ranks and forms of address before it passed over."""
    start = line.past_address(start)
    if not line.starts_name(start):
        return None
    last = start
    while line.in_name(last + 1) and not line.known_name(last + 1):
        last += 1
    while last > start and not line.sentence[last].text[0].isupper():
        last -= 1
    return _Name(start, last)


def _name_up_to(line: Line, last: int, titled: set[int]) -> _Name | None:
    """The capitalised name that ends at a token."""
    if last < 0 or not line.sentence[last].text[0].isalnum():
        return None
    first = last
    while first > 0 and line.in_name(first - 1) and first - 1 not in titled:
        first -= 1
    name = _name_from(line, first)
    return replace(name, last=last) if name and name.last >= last else None
