"""Reads the ontology's YAML files into frozen types, and checks that they agree with one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
CAMEO = re.compile(r"(0[1-9]|1\d|20)\d{1,2}")

ROOTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "AGREE": ("03",),
        "CONSULT": ("04",),
        "SUPPORT": ("05",),
        "CONCEDE": ("03", "05", "08"),
        "COOPERATE": ("06",),
        "AID": ("07",),
        "RETREAT": ("08",),
        "REQUEST": ("02", "10"),
        "ACCUSE": ("09", "11"),
        "REJECT": ("12", "16"),
        "THREATEN": ("13",),
        "PROTEST": ("14",),
        "SANCTION": ("11", "16", "17"),
        "MOBILIZE": ("15",),
        "COERCE": ("16", "17", "19"),
        "ASSAULT": ("17", "18", "19", "20"),
    }
)
"""The CAMEO roots whose codes an act of each PLOVER type may carry, after the OEDA's CAMEO2PLOVER conversion of 2021."""

ACT_FIELDS: Mapping[str, type] = MappingProxyType(
    {
        **dict.fromkeys(("type", "mode", "cameo", "together", "means"), str),
        **dict.fromkeys(("symmetric", "solitary", "between", "inward", "official", "to_come"), bool),
        "contexts": list,
    }
)
"""What an entry of an act may say, and what each field holds."""
ACT_NEEDS = ("type", "cameo", "means")

_YAML = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Mode:
    """How a type is done. `intensity` runs from -10 (conflict) to 10 (cooperation)."""

    name: str
    intensity: float
    means: str


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER type.

    `planned` is the type of the same act while it is still to come: its own name where it stays; `refused` the
    act of saying that one will not do it. `abroad` and `home` are the
    contexts that its acts mostly have between states and within one.
    """

    name: str
    quad: str
    intensity: float
    modes: Mapping[str, Mode]
    planned: str
    refused: str | None = None
    abroad: str | None = None
    home: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """What words express; `cameo` is a CAMEO 1.1b3 code of 3 or 4 digits.

    A `symmetric` act has every party in `actor`, a `solitary` one has a recipient only where the word's own slots name
    one, one `between` is an outsider's to both sides of a quarrel, an `inward` one a state's people's or organs' to their own state, an
    `official` one only a state's organs do, to its own people where
    no other is told; one `to_come` is planned by its words; `together` is the act that it is where several do it.
    """

    name: str
    type: str
    mode: str | None
    cameo: str
    symmetric: bool
    solitary: bool
    between: bool
    inward: bool
    official: bool
    to_come: bool
    together: str | None
    contexts: tuple[str, ...]
    means: str

    @property
    def root(self) -> str:
        """The CAMEO root, "01" to "20"."""
        return self.cameo[:2]


@dataclass(frozen=True)
class Ontology:
    """Types, acts and contexts by name; `refinements` as act -> class of the complement -> act it becomes.

    `lands` is act -> the side, "actor" or "recipient", in whose land it is mostly done.
    """

    types: Mapping[str, EventType]
    acts: Mapping[str, Act]
    contexts: Mapping[str, str]
    refinements: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    lands: Mapping[str, str] = field(default_factory=dict)

    def intensity(self, type: str, mode: str | None = None) -> float:
        """The conflict-cooperation score, -10 to 10, of a type and mode. Raises KeyError where PLOVER has no such pair."""
        found = self.types[type]
        return found.intensity if mode is None else found.modes[mode].intensity

    def refined(self, act: Act, klass: str) -> Act:
        """The act that a complement of this word class makes of `act`; `act` itself where it makes no difference."""
        return self.acts[self.refinements.get(act.name, {}).get(klass, act.name)]


@cache
def ontology() -> Ontology:
    """The ontology that ships with the program. Raises ValueError where its files do not agree."""
    return build({name: read(f"{name}.yaml") for name in ("types", "acts", "contexts", "refinements", "lands")})


def read(file: str) -> Mapping[str, Any]:
    """One file of this folder, as YAML gives it."""
    content = yaml.load(files(__package__).joinpath(file).read_text("utf-8"), Loader=_YAML)
    if not isinstance(content, dict):
        raise _fault(file, "top", "must be a mapping")
    return content


def build(raw: Mapping[str, Mapping[str, Any]]) -> Ontology:
    """An ontology of the files' contents, by name without suffix; checked."""
    made = Ontology(
        types=MappingProxyType({name: _type(name, entry) for name, entry in raw["types"].items()}),
        acts=MappingProxyType({name: _act(name, entry) for name, entry in raw["acts"].items()}),
        contexts=MappingProxyType(dict(raw["contexts"])),
        refinements=MappingProxyType({act: MappingProxyType(dict(by)) for act, by in raw["refinements"].items()}),
        lands=MappingProxyType({act: side for side, acts in raw.get("lands", {}).items() for act in acts}),
    )
    for fault in _faults(made):
        raise fault
    return made


def _type(name: str, entry: Mapping[str, Any]) -> EventType:
    _known("types.yaml", name, entry, {"quad", "intensity", "planned", "refused", "abroad", "home", "modes"}, {"quad", "intensity"})
    modes = {mode: _mode(f"{name}.{mode}", mode, fields) for mode, fields in entry.get("modes", {}).items()}
    return EventType(
        name,
        entry["quad"],
        float(entry["intensity"]),
        MappingProxyType(modes),
        entry.get("planned", name),
        entry.get("refused"),
        entry.get("abroad"),
        entry.get("home"),
    )


def _mode(key: str, name: str, entry: Mapping[str, Any]) -> Mode:
    _known("types.yaml", key, entry, {"intensity", "means"}, {"intensity", "means"})
    return Mode(name, float(entry["intensity"]), entry["means"])


def _act(name: str, entry: Mapping[str, Any]) -> Act:
    _known("acts.yaml", name, entry, set(ACT_FIELDS), set(ACT_NEEDS))
    return act_of(name, entry)


def act_of(name: str, entry: Mapping[str, Any]) -> Act:
    """The act of an entry that has what an act needs."""
    return Act(
        name,
        entry["type"],
        entry.get("mode"),
        entry["cameo"],
        entry.get("symmetric", False),
        entry.get("solitary", False),
        entry.get("between", False),
        entry.get("inward", False),
        entry.get("official", False),
        entry.get("to_come", False),
        entry.get("together"),
        tuple(entry.get("contexts", ())),
        entry["means"],
    )


def _fault(file: str, key: str, cause: str) -> ValueError:
    return ValueError(f"ontology/{file}: {key}: {cause}")


def _known(file: str, key: str, entry: object, allowed: set[str], needed: set[str]) -> None:
    if not isinstance(entry, dict):
        raise _fault(file, key, "must be a mapping")
    if unknown := set(entry) - allowed:
        raise _fault(file, key, f"unknown field {', '.join(sorted(unknown))}")
    if missing := needed - set(entry):
        raise _fault(file, key, f"lacks {', '.join(sorted(missing))}")


def _faults(made: Ontology) -> Iterator[ValueError]:
    for event_type in made.types.values():
        yield from (_fault("types.yaml", event_type.name, cause) for cause in _type_faults(event_type, made))
    for act in made.acts.values():
        yield from (_fault("acts.yaml", act.name, cause) for cause in act_faults(act, made))
        if act.together is not None and act.together not in made.acts:
            yield _fault("acts.yaml", act.name, f"together: no act {act.together!r}")
    for name, by_class in made.refinements.items():
        unknown = [act for act in (name, *by_class.values()) if act not in made.acts]
        yield from (_fault("refinements.yaml", name, f"no act {act}") for act in unknown)
    yield from (_fault("lands.yaml", side, f"no act {act}") for act, side in made.lands.items() if act not in made.acts)


def _type_faults(event_type: EventType, made: Ontology) -> Iterator[str]:
    if event_type.quad not in QUADS:
        yield f"no quad class {event_type.quad!r}"
    if event_type.planned not in made.types:
        yield f"planned: no type {event_type.planned!r}"
    if event_type.refused is not None and event_type.refused not in made.acts:
        yield f"refused: no act {event_type.refused!r}"
    yield from (f"no context {c!r}" for c in (event_type.abroad, event_type.home) if c is not None and c not in made.contexts)
    for score in (event_type.intensity, *(mode.intensity for mode in event_type.modes.values())):
        if not -10 <= score <= 10 or (score > 0) != event_type.quad.endswith("cooperation"):
            yield f"intensity {score} does not fit {event_type.quad}"


def act_faults(act: Act, made: Ontology) -> Iterator[str]:
    """What of an act does not go together with types and contexts."""
    if act.type not in made.types:
        yield f"no type {act.type!r}"
    elif act.mode is not None and act.mode not in made.types[act.type].modes:
        yield f"{act.type} has no mode {act.mode!r}"
    elif not isinstance(act.cameo, str) or not CAMEO.fullmatch(act.cameo):
        yield f"{act.cameo!r} is not a CAMEO code (three or four digits, in quotation marks)"
    elif act.root not in ROOTS[act.type]:
        yield f"CAMEO {act.cameo} does not belong to {act.type} (roots {', '.join(ROOTS[act.type])})"
    yield from (f"no context {context!r}" for context in act.contexts if context not in made.contexts)
