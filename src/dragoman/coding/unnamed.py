"""Acts whose sentence names nobody: whose they are, as the text told it before."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.roles import Parties
from dragoman.coding.sides import is_alone
from dragoman.coding.story import Story
from dragoman.model.candidates import Candidate
from dragoman.model.mentions import Party
from dragoman.ontology import Act

TAKEN_UP = ("CONSULT", "AGREE", "SUPPORT", "RETREAT", "COOPERATE", "ASSAULT")
"""Types of acts that are spoken of again without their parties."""
REACH = 3
"""How many sentences back an act of the type is looked for."""


def unnamed(act: Act, actor: Parties, sentence: int, told: Sequence[Candidate], story: Story) -> tuple[Parties, Parties]:
    """Both sides of an act that its own sentence leaves open; both empty where nothing tells."""
    if act.type not in TAKEN_UP:
        return (), ()
    earlier = _earlier(act, actor, sentence, told)
    if earlier is not None:
        return earlier.actor, earlier.recipient
    if act.symmetric and is_alone(actor):
        others = story.others({p.code for p in actor})
        return ((*actor, Party(others[0], others[0])), ()) if others else ((), ())
    return (), ()


def _earlier(act: Act, actor: Parties, sentence: int, told: Sequence[Candidate]) -> Candidate | None:
    """The last act of the type, done by whom the word itself names if it names anybody."""
    own = {p.code for p in actor}
    near = (c for c in reversed(told) if sentence - c.sentence <= REACH and c.type == act.type)
    return next((c for c in near if own <= c.parties and not (act.symmetric and is_alone(c.actor))), None)
