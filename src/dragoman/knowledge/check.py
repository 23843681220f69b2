"""Whether the tables of identities and the languages' names agree: every complaint is a line that names its place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources
from typing import get_args

from dragoman.knowledge.organizations import Membership, Role, groups, memberships, organizations
from dragoman.knowledge.states import states
from dragoman.knowledge.tables import rows, table
from dragoman.model.mentions import NameKind, Sector
from dragoman.model.time import BadTime, Time

NAMES = "names.tsv"


def check() -> list[str]:
    """All complaints about states, organisations, groups, memberships and names; an empty list is a clean bill."""
    return [*_tables(), *_states(), *_organizations(), *_groups(), *_memberships(), *_names()]


def codes() -> frozenset[str]:
    """Every code that a party may have."""
    return frozenset((*states(), *organizations(), *groups()))


def _tables() -> Iterator[str]:
    for name in ("states.tsv", "organizations.tsv", "groups.tsv"):
        written = Counter(row["code"] for row in table(name))
        yield from (f"{name}: {code} is written {times} times" for code, times in written.items() if times > 1)
    shared = Counter((*states(), *organizations(), *groups()))
    yield from (f"{code} stands in two tables" for code, times in shared.items() if times > 1)


def _states() -> Iterator[str]:
    for state in states().values():
        if state.parent and state.parent not in states():
            yield f"states.tsv: {state.code}: no state {state.parent}"
        if not (-90 <= state.latitude <= 90 and -180 <= state.longitude <= 180):
            yield f"states.tsv: {state.code}: no such place on Earth"
        if state.kind != "entity" and not (len(state.code) == 3 and state.alpha2):
            yield f"states.tsv: {state.code}: not an ISO 3166-1 code"


def _organizations() -> Iterator[str]:
    for organization in organizations().values():
        place = f"organizations.tsv: {organization.code}"
        if organization.parent and organization.parent not in organizations():
            yield f"{place}: no organization {organization.parent}"
        yield from _sector(place, organization.sector)
        yield from _span(place, organization.start, organization.end)


def _groups() -> Iterator[str]:
    for group in groups().values():
        if group.country and group.country not in states():
            yield f"groups.tsv: {group.code}: no state {group.country}"
        yield from _sector(f"groups.tsv: {group.code}", group.sector)


def _memberships() -> Iterator[str]:
    for m in memberships():
        place = f"memberships.tsv: {m.organization} {m.member}"
        if m.organization not in organizations():
            yield f"{place}: no organization {m.organization}"
        if m.member not in states() and m.member not in organizations():
            yield f"{place}: no member {m.member}"
        if m.role not in get_args(Role):
            yield f"{place}: no role {m.role}"
        yield from _span(place, m.start, m.end)
    yield from _twice(memberships())


def _twice(found: Sequence[Membership]) -> Iterator[str]:
    times = Counter((m.organization, m.member, m.role, m.start) for m in found)
    yield from (f"memberships.tsv: {key[0]} {key[1]} is written {n} times" for key, n in times.items() if n > 1)


def _sector(place: str, sector: str | None) -> Iterator[str]:
    if sector and sector not in get_args(Sector):
        yield f"{place}: no sector {sector}"


def _span(place: str, start: str | None, end: str | None) -> Iterator[str]:
    try:
        first, last = (Time.parse(text) if text else None for text in (start, end))
    except BadTime as error:
        yield f"{place}: {error}"
        return
    if first and last and first.earliest and last.latest and first.earliest > last.latest:
        yield f"{place}: ends ({end}) before it begins ({start})"


def _names() -> Iterator[str]:
    for folder in sorted(resources.files("dragoman.languages").iterdir(), key=lambda entry: entry.name):
        source = folder.joinpath(NAMES)
        if folder.is_dir() and source.is_file():
            yield from check_names(f"{folder.name}/{NAMES}", list(rows(source)))


def check_names(place: str, table: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Complaints about one language's rows of `code`, `kind`, `sector` and `forms`.

    A form may stand for two codes only on lines that hold nothing but such forms, the likelier code first: so that whoever
    adds one has meant it.
    """
    for row in table:
        where = f"{place}: {row['code']} {row['kind']}"
        if row["code"] not in codes():
            yield f"{where}: no code {row['code']}"
        if row["kind"] not in get_args(NameKind):
            yield f"{where}: no kind {row['kind']}"
        yield from _sector(where, row["sector"])
        yield from _forms(where, _split(row))
    yield from (f"{place}: {form} stands for {' and '.join(held)}" for form, held in _clashes(table))


def _forms(where: str, forms: Sequence[str]) -> Iterator[str]:
    yield from (f"{where}: a form is empty or padded" for form in forms if not form or form != form.strip())
    yield from (f"{where}: {form} is written twice" for form, times in Counter(forms).items() if times > 1)


def _clashes(table: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, list[str]]]:
    lines = [(row["code"], _split(row)) for row in table]
    held: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for code, forms in lines:
        for form in forms:
            held[form][code] = None
    mixed = {form for _, forms in lines if any(len(held[f]) == 1 for f in forms) for form in forms}
    yield from ((form, sorted(by)) for form, by in held.items() if len(by) > 1 and form in mixed)


def _split(row: Mapping[str, str]) -> list[str]:
    return row["forms"].split("|")
