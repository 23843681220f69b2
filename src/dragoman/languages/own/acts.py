"""A user's own acts, in the form of ontology/acts.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.languages.own.documents import Located, read_document
from dragoman.languages.own.faults import At, unknown
from dragoman.ontology import Act, Ontology
from dragoman.ontology.loader import ACT_FIELDS, ACT_NEEDS, act_faults, act_of

NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
SILENCE = "nothing"
"""What stands in the place of an act for words that shall express none."""


def read_acts(at: At, ours: Ontology) -> dict[str, Act | None]:
    """The acts of a file by name; None, with a fault noted, for one that is wrong."""
    raw = read_document(at)
    if raw is not None and not isinstance(raw, Located):
        at.on(1).fault("must be a mapping: an act's name, then its fields")
    found: dict[str, Act | None] = {}
    for name, entry in raw.items() if isinstance(raw, Located) else ():
        here = at.on(raw.lines[name], name)
        causes = list(_causes(name, entry, ours))
        for cause in causes:
            here.fault(cause)
        found[name] = None if causes else act_of(name, entry)
    return found


def _causes(name: str, entry: Any, ours: Ontology) -> Iterator[str]:
    if not NAME.fullmatch(name) or name == SILENCE:
        yield "an act is named in small letters, with hyphens, and not 'nothing'"
    if not isinstance(entry, Located):
        yield "must be a mapping of fields"
        return
    yield from (unknown("field", field, ACT_FIELDS) for field in entry if field not in ACT_FIELDS)
    missing = [field for field in ACT_NEEDS if field not in entry]
    if missing:
        yield f"lacks {', '.join(missing)}"
    wrong = list(_wrong(entry))
    yield from wrong
    if not missing and not wrong and set(entry) <= set(ACT_FIELDS):
        yield from _unfit(name, entry, ours)


def _wrong(entry: Mapping[str, Any]) -> Iterator[str]:
    """Fields that hold the wrong kind of thing."""
    for field, value in entry.items():
        kind = ACT_FIELDS.get(field)
        if kind is bool and not isinstance(value, bool):
            yield f"{field}: must be true or false"
        elif kind is str and not isinstance(value, str) and not (field == "mode" and value is None):
            yield f"{field}: must be text{', in quotation marks' if field == 'cameo' else ''}"
        elif kind is list and not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
            yield f"{field}: must be a list of words"


def _unfit(name: str, entry: Mapping[str, Any], ours: Ontology) -> Iterator[str]:
    """What does not go together with the ontology."""
    kind = ours.types.get(entry["type"])
    if kind is None:
        yield unknown("type", entry["type"], ours.types)
    elif entry.get("mode") is not None and entry["mode"] not in kind.modes:
        yield unknown(f"mode of {kind.name}", entry["mode"], kind.modes)
    else:
        yield from act_faults(act_of(name, entry), ours)
