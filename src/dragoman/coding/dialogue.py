"""To whom a word is spoken where its clause does not say: to the other side of what was told just before."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.sides import Parties
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


def addressee(act: Act, actor: Parties, sentence: int, before: Sequence[Candidate], home: str | None, main: Sequence[str]) -> Parties:
    """To whom an actor does an act where the word's own slots say nobody; none where nothing tells.

    `main` are the two parties that the text speaks of most: who offers to mediate speaks to both.
    """
    own = {p.code for p in actor}
    if act.between and len(main) == 2 and own and not own & set(main):
        return tuple(Party(code, code) for code in main)
    if act.type not in DIALOGUE or len(own) != 1:
        return ()
    code = actor[0].code
    if actor[0].sector in OWN_STATE:
        return (Party(code, code, "GOV"),) if act.type in ("ACCUSE", "REQUEST") else ()
    for earlier in reversed(before):
        if sentence - earlier.sentence > REACH:
            break
        others = tuple(p for p in (*earlier.actor, *earlier.recipient) if p.code != code)
        if code in earlier.parties and others:
            return others
    return (Party(home, home),) if home and home != code and act.type in OUTSIDE else ()
