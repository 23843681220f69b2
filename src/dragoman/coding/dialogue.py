"""To whom a word is spoken where its clause does not say: to the other side of what was told just before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.candidates import Candidate
from dragoman.model.mentions import Party

DIALOGUE = ("ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE", "SANCTION")
"""Types that answer somebody even where the clause does not say whom."""
OUTSIDE = ("SUPPORT", "ACCUSE", "SANCTION")
"""Types that an outsider does to the country that the dispatch is about, where nobody else is told."""
REACH = 3
"""Sentences looked back."""
OWN_STATE = ("OPP", "CVL", "LEG", "PTY", "NGO", "BUS", "JUD", "MED", "EDU", "REL")
"""Sectors that speak to their own government where nobody else is named."""


def continued(candidate: Candidate, before: Sequence[Candidate], home: str | None) -> Candidate:
    """A word spoken to nobody named is spoken to the other side of what its actor did, or suffered, just before."""
    if candidate.recipient or candidate.type not in DIALOGUE or not candidate.actor or len(candidate.actor) > 1:
        return candidate
    own = candidate.actor[0].code
    if candidate.actor[0].sector in OWN_STATE:
        return replace(candidate, recipient=(Party(own, own, "GOV"),)) if candidate.type in ("ACCUSE", "REQUEST") else candidate
    for earlier in reversed(before):
        if candidate.sentence - earlier.sentence > REACH:
            break
        others = tuple(p for p in (*earlier.actor, *earlier.recipient) if p.code != own)
        if own in earlier.parties and others:
            return replace(candidate, recipient=others)
    if home and home != own and candidate.type in OUTSIDE:
        return replace(candidate, recipient=(Party(home, home),))
    return candidate
