"""Which types, modes and CAMEO roots acts reach, and which they do not, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.ontology.loader import Act, Ontology, read

ALL_ROOTS = tuple(f"{root:02}" for root in range(1, 21))


@dataclass(frozen=True)
class OutOfReach:
    """Why there is no act of a type without a mode, by the type; and none of a CAMEO root, by the root."""

    modes: Mapping[str, str]
    roots: Mapping[str, str]


def out_of_reach() -> OutOfReach:
    raw = read("out_of_reach.yaml")
    return OutOfReach(raw["modes"], raw["roots"])


def unreached(ontology: Ontology, acts: Iterable[Act], known: OutOfReach) -> Iterator[str]:
    """What acts fail to reach without a reason, and what they do reach though a reason is given that they should not."""
    acts = tuple(acts)
    pairs, roots = {(act.type, act.mode) for act in acts}, {act.root for act in acts}
    for kind in ontology.types.values():
        for mode in (None, *kind.modes):
            listed = mode is None and kind.name in known.modes
            if ((kind.name, mode) in pairs) == listed:
                yield f"{kind.name} {mode or 'without a mode'}: {'listed as out of reach' if listed else 'reached by no act'}"
    for root in ALL_ROOTS:
        if (root in roots) == (root in known.roots):
            yield f"CAMEO {root}: {'listed as out of reach' if root in known.roots else 'reached by no act'}"
