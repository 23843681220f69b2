"""To whom a word is spoken where its clause does not say: to the other side of what was told just before."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.roles import Parties
from dragoman.model.candidates import Candidate
from dragoman.model.mentions import Party
from dragoman.ontology import Act

DIALOGUE = ("ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE", "SANCTION", "AID")
"""Types that answer somebody even where the clause does not say whom."""
OUTSIDE = ("SUPPORT", "ACCUSE", "SANCTION", "AID")
"""Types that an outsider does to the country that the dispatch is about, where nobody else is told."""
REACH = 3
"""Sentences looked back."""
OWN_STATE = ("OPP", "CVL", "LEG", "PTY", "NGO", "BUS", "JUD", "MED", "EDU", "REL")
"""Sectors that speak to their own government where nobody else is named."""


def both_sides(act: Act, actor: Parties, others: Sequence[str], before: Sequence[Candidate]) -> Parties:
    """Who offers to mediate or calls for calm speaks to both sides: the two `others` that the text speaks of most.

    Not who has a quarrel with one of them.
    """
    own = {p.code for p in actor}
    party = any(own & e.parties and e.parties & set(others) for e in before)
    return tuple(Party(code, code) for code in others) if act.between and own and len(others) == 2 and not party else ()


def addressee(kind: str, actor: Parties, sentence: int, before: Sequence[Candidate], home: str | None) -> Parties:
    """To whom an actor does a thing of a type where the word's own slots say nobody; none where nothing tells."""
    own = {p.code for p in actor}
    if kind not in DIALOGUE or len(own) != 1:
        return ()
    code = actor[0].code
    if actor[0].sector in OWN_STATE:
        return (Party(code, code, "GOV"),) if kind in ("ACCUSE", "REQUEST") else ()
    for earlier in reversed(before):
        if sentence - earlier.sentence > REACH:
            break
        others = tuple(p for p in (*earlier.actor, *earlier.recipient) if p.code != code)
        if code in earlier.parties and others:
            return others
    return (Party(home, home),) if home and home != code and kind in OUTSIDE else ()
