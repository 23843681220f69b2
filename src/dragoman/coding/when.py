"""Which time expression of a sentence dates an act: the one that modifies its word, as far as the tree and the order of words tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.meanwhile import coordinated, meanwhile, same_tense, verbal
from dragoman.languages.times import TimeWords
from dragoman.model.expressions import ADNOMINAL, REVERSED
from dragoman.model.mentions import TimeMention
from dragoman.model.text import Sentence, Token

NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
DIRECT, SHARED, LENT, NEAR = 0, 1, 2, 3
COARSE = ("month", "year")
FARTHEST = 3
"""Over how many acts that go along with each other a time is lent."""


def time_of(sentence: Sentence, head: int, times: Sequence[TimeMention], words: TimeWords, light: int | None = None) -> TimeMention | None:
    """The time expression that belongs to the act whose word is token `head`; None where the sentence gives it none.

    `light` is the verb that only carries the noun `head` ("a entamé lundi une visite"): its time is the noun's where that has none.

    The nearest of those with the closest tie: own, then shared with a coordinated or auxiliary verb, then lent by the verb that governs
    an infinitive or a nominal subject, then merely near in the same clause. Without any, that of an act that went on at the same time.
    """
    here = [t for t in times if t.sentence == sentence.index]
    found = _tied(sentence, head, here)
    if found is None and light is not None:
        found = _tied(sentence, light, here)
    return found or _lent(sentence, sentence[head], here, words)


def _lent(sentence: Sentence, act: Token, times: Sequence[TimeMention], words: TimeWords, depth: int = 0) -> TimeMention | None:
    """The time of an act that went on at the same time, or of one that such an act goes along with."""
    for other, roughly in meanwhile(sentence, act, words) if depth < FARTHEST else ():
        found = _tied(sentence, other.index, times) or _lent(sentence, other, times, words, depth + 1)
        if found is not None and (not roughly or found.time.grain in COARSE):
            return found
    return None


def _tied(sentence: Sentence, head: int, times: Sequence[TimeMention]) -> TimeMention | None:
    act = sentence[head]
    apart = [t for t in times if not t.first <= head <= t.last]
    ranked = [(tie, _distance(act, t), t) for t in apart if (tie := _tie(sentence, act, t)) is not None]
    return min(ranked, key=lambda row: row[:2], default=(0, 0, None))[2]


def _distance(act: Token, time: TimeMention) -> int:
    return min(abs(time.first - act.index), abs(time.last - act.index))


def _tie(sentence: Sentence, act: Token, time: TimeMention) -> int | None:
    """How closely a time is tied to an act, the less the closer; None where it is not."""
    governor = _governor(sentence, time)
    if time.rule.startswith(REVERSED):
        return _following(sentence, act, governor, time)
    if act.index not in _part(sentence, time):
        return _carried(sentence, act, governor)
    if governor is None:
        return SHARED if _cleft(sentence, act, time) else _lone(sentence, act, time)
    if governor.index == act.index or _cleft(sentence, act, time):
        return DIRECT
    if verbal(sentence, act):
        return _verb_tie(sentence, act, governor, time)
    return _noun_tie(sentence, act, governor, time)


def _governor(sentence: Sentence, time: TimeMention) -> Token | None:
    """The word that a time modifies: the noun it is tied to, else the verb above it; nouns between are taken for wrong attachments."""
    part = _part(sentence, time)
    if time.rule.startswith(REVERSED):
        return sentence.parent(sentence[time.last])
    for token in sentence.ancestors(sentence[time.head]):
        if time.first <= token.index <= time.last:
            continue
        if verbal(sentence, token) or _described(time, token) or time.rule.startswith(ADNOMINAL):
            return token if token.index in part else _first_verb(sentence, time, part)
    return None


def _described(time: TimeMention, token: Token) -> bool:
    """A participle taken for an adjective ("frozen a year ago"), or a noun whose state lasts ("in power since 2020")."""
    lasting = time.time.latest is None and token.pos in ("NOUN", "PROPN")
    return lasting or (token.pos == "ADJ" and token.index == time.first - 1)


def _part(sentence: Sentence, time: TimeMention) -> range:
    """The stretch between semicolons in which a time stands: no time modifies a verb beyond them."""
    stops = [-1, *(t.index for t in sentence if t.text == ";"), len(sentence)]
    first = max(i for i in stops if i < time.first)
    return range(first + 1, min(i for i in stops if i > first))


def _first_verb(sentence: Sentence, time: TimeMention, part: range) -> Token | None:
    verbs = [sentence[i] for i in part if sentence[i].pos == "VERB"]
    return next((v for v in verbs if v.index > time.last), verbs[-1] if verbs else None)


def _lone(sentence: Sentence, act: Token, time: TimeMention) -> int | None:
    """A time that no verb governs, in a tree gone wrong: it goes with an act to which no verb is nearer."""
    first, last = sorted((act.index, time.head))
    return None if any(t.pos == "VERB" for t in sentence.tokens[first + 1 : last]) else NEAR


def _same_segment(sentence: Sentence, act: Token, governor: Token, time: TimeMention) -> int | None:
    """A time that a comma parts from its verb but not from the act, which the parser took for no verb."""
    stops = [t.index for t in sentence if t.relation == "punct"]

    def parted(token: Token) -> bool:
        first, last = sorted((token.index, time.head))
        return any(first < i < last for i in stops)

    near = parted(governor) and not parted(act) and _lone(sentence, act, time) is not None
    return NEAR if near and act.index < time.first and act.head != governor.index else None


def _following(sentence: Sentence, act: Token, governor: Token | None, time: TimeMention) -> int | None:
    """ "A day after X fled" dates what follows."""
    if governor is act:
        return DIRECT
    between = sentence.tokens[time.last + 1 : act.index]
    follows = act.index > time.last and verbal(sentence, act) and not any(t.relation == "punct" for t in between)
    return NEAR if follows else None


def _carried(sentence: Sentence, act: Token, governor: Token | None) -> int | None:
    """Beyond a semicolon the tale goes on at the same time, as long as it goes on in the same tense."""
    linked = governor is not None and act.head == governor.index and act.relation in ("conj", "parataxis")
    return NEAR if linked and governor is not None and same_tense(sentence, act, governor) else None


def _cleft(sentence: Sentence, act: Token, time: TimeMention) -> bool:
    """ "It was on Monday that they met": the clause hangs on the date; and so do verbs that the parser coordinates with it."""
    if act.relation == "conj":
        return act.pos == "VERB" and time.first <= act.head <= time.last
    return time.first <= act.head <= time.last and act.relation in ("acl", "ccomp", "xcomp", "advcl", "csubj", "nsubj", "dep")


def _verb_tie(sentence: Sentence, act: Token, governor: Token, time: TimeMention) -> int | None:
    if _ahead(sentence, act, governor, time):
        return SHARED
    above = coordinated(sentence, act) or sentence.parent(act)
    if above is None or time.rule.startswith(ADNOMINAL):
        return _initial(sentence, act, governor, time)
    if governor.index == above.index:
        if _shares(sentence, act, above, time):
            return SHARED
        if _borrows(sentence, act):
            return LENT
    shared = coordinated(sentence, act) is not None and time.first < act.index and same_tense(sentence, act, above)
    if shared and _tie(sentence, above, time) in (DIRECT, SHARED):
        return SHARED
    if _borrows(sentence, act) and above.index != governor.index and verbal(sentence, above):
        lent = _tie(sentence, above, time)
        return None if lent is None else max(lent, LENT)
    return _near(sentence, act, governor, time)


def _shares(sentence: Sentence, act: Token, above: Token, time: TimeMention) -> bool:
    """Coordinated verbs share what comes before the second; a bare auxiliary or copula has no date of its own."""
    if coordinated(sentence, act) is not None:
        return time.first < act.index and same_tense(sentence, act, above)
    empty = above.pos == "AUX" and not sentence.children(above, "obj")
    return empty and act.relation in ("xcomp", "ccomp", "advcl", "acl")


def _ahead(sentence: Sentence, act: Token, governor: Token, time: TimeMention) -> bool:
    """ "Bombed and shelled it on Friday": a date at the end is that of all the verbs before it with one subject and one tense."""
    joined = governor.relation == "conj" and governor.head == act.index and act.index < governor.index < time.first
    alone = not sentence.children(governor, "nsubj", "aux") and not time.rule.startswith(ADNOMINAL)
    return joined and alone and same_tense(sentence, governor, act)


def _borrows(sentence: Sentence, act: Token) -> bool:
    """Infinitives, and participles that go with the main act ("..., killing three"), but not "of having killed"."""
    form, tense = act.feats.get("VerbForm"), act.feats.get("Tense")
    if act.relation not in ("xcomp", "advcl", "ccomp", "obl", "acl") or sentence.children(act, "aux", "nsubj"):
        return False
    if form == "Inf":
        return act.relation != "acl"
    return (form == "Ger" or form == "Part" and tense != "Past") and not sentence.children(act, "mark", "case")


def _near(sentence: Sentence, act: Token, governor: Token, time: TimeMention) -> int | None:
    """A time that follows the act in its own clause though the tree gives it to a verb further up."""
    if time.first < act.index or governor.index not in {t.index for t in sentence.ancestors(act)}:
        return _initial(sentence, act, governor, time)
    between = sentence.tokens[act.index + 1 : time.first]
    broken = any(t.pos == "VERB" or t.relation in ("punct", "cc") for t in between)
    return None if broken else NEAR


def _initial(sentence: Sentence, act: Token, governor: Token, time: TimeMention) -> int | None:
    """A time before all verbs dates the main clause, whatever verb the tree gives it to."""
    first = next((t.index for t in sentence if verbal(sentence, t) and t.pos != "AUX"), len(sentence))
    main = act.index == sentence.root.index
    return NEAR if main and time.last < first and not time.rule.startswith(ADNOMINAL) else None


def _noun_tie(sentence: Sentence, act: Token, governor: Token, time: TimeMention) -> int | None:
    if any(t.index == act.index for t in _path(sentence, time)):
        return DIRECT
    if governor.relation == "acl" and governor.head == act.index and governor.feats.get("VerbForm") == "Part":
        return SHARED
    if act.relation in ("nsubj", "csubj") and act.head == governor.index:
        return LENT
    if act.relation == "conj" and (above := sentence.parent(act)) is not None and not verbal(sentence, above):
        return _noun_tie(sentence, above, governor, time)
    return _same_segment(sentence, act, governor, time)


def _path(sentence: Sentence, time: TimeMention) -> Iterator[Token]:
    """The nominals between a time and the word that it modifies."""
    for token in sentence.ancestors(sentence[time.head]):
        if verbal(sentence, token):
            return
        if token.pos in NOMINAL:
            yield token
