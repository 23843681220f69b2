"""The titles of office in a line: the words of a title with what may stand between and beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.finding.complements import of_known, past_links, text_of, token_of, with_complements
from dragoman.finding.office_line import Line, Phrase, spells
from dragoman.languages.offices import LINK, Qualifier, Title

MOST_ADJECTIVES = 3


def phrases(line: Line) -> Iterator[Phrase]:
    """The titles of a line, left to right; a word that only qualifies the next title is no title."""
    waiting: Phrase | None = None
    i = 0
    while i < len(line.pieces):
        phrase = _phrase_at(line, i)
        if phrase and waiting and phrase.first > waiting.last and waiting.office:
            yield waiting
        waiting = phrase or waiting
        i = max(phrase.core_last, phrase.last) + 1 if phrase and phrase.last >= phrase.core_last else i + 1
    if waiting and waiting.office:
        yield waiting


def _phrase_at(line: Line, start: int) -> Phrase | None:
    for title in line.titles.titles.get(line.pieces[start].word, ()):
        core = _core(line, start, title)
        if core and not _cuts_short(line, core):
            whole = with_complements(line, _with_after(line, _with_before(line, core)))
            if (whole.named or not title.needs) and not _within_name(line, whole):
                return whole
    return None


def _cuts_short(line: Line, core: Phrase) -> bool:
    """ "président de la fédération" of "de la Fédération de Russie", "président du conseil" of "du Conseil présidentiel"."""
    names = (k for k in line.starts.values() if k.form.kind in ("state", "organization"))
    if any(core.core_first < k.first <= core.core_last < k.last for k in names):
        return True
    open_title = any(t.of and len(t.words) < len(core.title.words) for t in line.titles.titles[core.title.words[0]])
    after = core.core_last + 1
    linked, follows = LINK in core.title.words, line.titles.adjectives_follow and after < len(line.pieces)
    return open_title and linked and follows and _is_adjective(line, after) and not _qualifier_at(line, after)


def _within_name(line: Line, phrase: Phrase) -> bool:
    """ "Amir-Abdollahian": a title right before a hyphen is a part of a name."""
    last = line.pieces[phrase.last].token
    return line.text(last + 1) == "-" and line.sentence[last].end == line.sentence[last + 1].start


def _core(line: Line, start: int, title: Title) -> Phrase | None:
    """The title's own words from a piece on; adjectives and names may stand beside its links."""
    at, first_link = start, 0
    phrase = Phrase(title, start, start, start, start, start, title.office, title.klass, title.change)
    for n, word in enumerate(title.words):
        if word == LINK:
            first_link = first_link or at
            beyond = _link(line, at, phrase, title.words[n + 1])
            if beyond is None:
                return None
            at, phrase = beyond
            continue
        if n and title.words[n - 1] != LINK:
            at, phrase = _nationality(line, at, phrase)
        here = _at_word(line, at, word)
        if here is None:
            return None
        at = here
        if title.named == n:
            phrase = replace(phrase, of=line.pieces[at].token, named=True)
        at += 1
    return replace(phrase, last=at - 1, core_last=at - 1, first_link=first_link or at)


def _nationality(line: Line, at: int, phrase: Phrase) -> tuple[int, Phrase]:
    """ "top US diplomat", "chief Israeli negotiator": in a language whose adjectives precede, between two words of a title."""
    known = line.starts.get(at)
    if line.titles.adjectives_follow or known is None or known.form.kind not in ("adjective", "demonym", "state", "organization"):
        return at, phrase
    return known.last + 1, replace(phrase, of=token_of(line, known))


def _link(line: Line, at: int, phrase: Phrase, following: str) -> tuple[int, Phrase] | None:
    """Past the adjectives, the name and the links between two parts of a title, where the word that follows is as wanted."""
    at, phrase = _adjectives(line, at, phrase)
    for _ in range(2):
        past = past_links(line, at)
        if past == at:
            return None
        if past < len(line.pieces) and line.pieces[past].word == following:
            return past, phrase
        known = line.starts.get(past)
        if known is None:
            return None
        at = known.last + 1
        phrase = replace(phrase, of=phrase.of if phrase.of is not None else token_of(line, known), named=True)
        if at < len(line.pieces) and line.pieces[at].word == "'s":
            at += 1
        if at < len(line.pieces) and line.pieces[at].word == following:
            return at, phrase
    return None


def _adjectives(line: Line, at: int, phrase: Phrase) -> tuple[int, Phrase]:
    """Past qualifiers, nationality adjectives and other adjectives that follow a word of a title."""
    others = 0
    while at < len(line.pieces):
        qualifier = _qualifier_at(line, at)
        known = line.starts.get(at)
        if qualifier:
            at, phrase = at + len(qualifier.words), _qualified(phrase, qualifier)
        elif known and known.form.kind in ("adjective", "demonym") and line.titles.adjectives_follow:
            at, phrase = known.last + 1, replace(phrase, of=phrase.of if phrase.of is not None else token_of(line, known))
        elif others < MOST_ADJECTIVES and line.titles.adjectives_follow and _is_adjective(line, at):
            at, others = at + 1, others + 1
        else:
            break
    return at, phrase


def _is_adjective(line: Line, at: int) -> bool:
    token = line.sentence[line.pieces[at].token]
    joins = token.pos == "CCONJ" and line.starts.get(at + 1) is not None
    return (token.pos == "ADJ" and token.text[:1].islower() and at not in line.starts) or joins


def _qualifier_at(line: Line, at: int) -> Qualifier | None:
    found = (q for q in line.titles.after.get(line.pieces[at].word, ()) if spells(line, at, q.words))
    return next(found, None)


def _qualified(phrase: Phrase, qualifier: Qualifier) -> Phrase:
    office = qualifier.office.format(phrase.office) if qualifier.office else phrase.office
    return replace(phrase, office=office, change=qualifier.change or phrase.change)


def _with_after(line: Line, phrase: Phrase) -> Phrase:
    """With what follows; adjectives that nothing is known of only where a complement follows them."""
    start = phrase.last + 1
    at, phrase = _adjectives(line, start, phrase)
    if at < len(line.pieces) and line.pieces[at].link:
        return replace(phrase, last=at - 1)
    while at > start and _is_adjective(line, at - 1) and at - 1 not in line.ends and not _is_qualifier(line, start, at - 1):
        at -= 1
    return replace(phrase, last=at - 1)


def _is_qualifier(line: Line, start: int, at: int) -> bool:
    found = ((i, _qualifier_at(line, i)) for i in range(start, at + 1))
    return any(q is not None and i + len(q.words) > at for i, q in found)


def _with_before(line: Line, phrase: Phrase) -> Phrase:
    """Qualifiers, and in a language whose adjectives precede the state or organisation, before the title."""
    at = phrase.first - 1
    while at >= 0:
        words = line.titles.before.get(line.pieces[at].word, ())
        qualifier = next((q for q in words if spells(line, at - len(q.words) + 1, q.words)), None)
        if qualifier:
            phrase = replace(_qualified(phrase, qualifier), first=at - len(qualifier.words) + 1)
        elif line.titles.adjectives_follow or phrase.of is not None:
            break
        else:
            known = line.ends.get(at - (line.pieces[at].word == "'s"))
            if known is None:
                break
            phrase = replace(of_known(line, phrase, known), first=known.first)
        at = phrase.first - 1
    return _with_possessor(line, _with_unknown_body(line, _with_joined(line, phrase)))


def _with_joined(line: Line, phrase: Phrase) -> Phrase:
    """ "the French and German foreign ministers": what stands joined before the state that the title names."""
    at = phrase.first - 1
    joined = line.ends.get(at - 1) if at > 0 and phrase.of is not None and line.pos(line.pieces[at].token) == "CCONJ" else None
    here = line.starts.get(phrase.first)
    if joined is None or here is None or joined.form.kind != here.form.kind:
        return phrase
    return replace(phrase, first=joined.first)


def _with_possessor(line: Line, phrase: Phrase) -> Phrase:
    """ "the island's chief minister", "Putin's spokesman": a possessor that is no known name."""
    at = phrase.first - 1
    if phrase.of is not None or at < 1 or line.pieces[at].word != "'s" or line.pieces[at - 1].word in line.titles.titles:
        return phrase
    first = at - 1
    while first > 0 and _modifies(line, first - 1):
        first -= 1
    return replace(phrase, of=line.pieces[at - 1].token, first=first)


def _modifies(line: Line, at: int) -> bool:
    """A word of a possessor's name or an adjective before it."""
    return line.pos(line.pieces[at].token) in ("ADJ", "PROPN") and line.pieces[at].word not in line.titles.titles


def _with_unknown_body(line: Line, phrase: Phrase) -> Phrase:
    """ "Rosatom chief": a capitalised name that nobody knows, right before a title that needs one."""
    if not phrase.title.needs or not phrase.title.of or phrase.of is not None or line.titles.adjectives_follow:
        return phrase
    at = phrase.first - 1 - (phrase.first > 0 and line.pieces[phrase.first - 1].word == "'s")
    end = at
    while at >= 0 and line.starts_name(line.pieces[at].token) and line.pos(line.pieces[at].token) == "PROPN":
        at -= 1
    if at == end or end < 0:
        return phrase
    body = text_of(line, at + 1, end)
    return replace(phrase, office=phrase.title.of.format(body), first=at + 1, of=line.pieces[end].token, named=True)


def _at_word(line: Line, at: int, word: str) -> int | None:
    """Where a word stands from a place on, articles before it passed over; None where something else does."""
    while at < len(line.pieces) and line.pieces[at].article and line.pieces[at].word != word:
        at += 1
    return at if at < len(line.pieces) and line.pieces[at].word == word else None
