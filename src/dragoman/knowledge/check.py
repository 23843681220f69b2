"""Whether the tables of identities and the languages' names agree: every complaint is a line that names its place."""

from __future__ import annotations

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import combinations, pairwise
from typing import get_args

from dragoman.knowledge.organizations import Membership, Role, groups, memberships, organizations
from dragoman.knowledge.people import Gender
from dragoman.knowledge.places import fold
from dragoman.knowledge.states import states
from dragoman.knowledge.tables import rows, table
from dragoman.model.mentions import NameKind, Sector
from dragoman.model.time import BadTime, Time

NAMES = "names.tsv"
SPELLINGS = "people.tsv"
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
EARLIEST = date(1900, 1, 1)
"""Before this day nobody held an office that news still speaks of: an earlier one is a slip of the pen."""
SOLE = frozenset((
    "president", "prime minister", "premier", "chancellor", "vice chancellor", "king", "queen", "emir", "sultan", "pope", "supreme leader",
    "foreign minister", "foreign secretary", "secretary of state", "defence minister", "defence secretary", "interior minister",
    "home secretary", "finance minister", "treasury secretary", "commerce minister", "commerce secretary", "justice minister",
    "attorney general", "national security adviser", "chief cabinet secretary", "central bank governor", "Fed chair",
    "army chief of staff", "army chief", "ambassador to the UN", "speaker of parliament", "speaker of the House of Representatives",
    "secretary-general", "director general", "director-general", "managing director", "executive director", "prosecutor",
    "chair of the commission", "commission president", "European Commission president", "European Council president",
    "foreign policy chief", "high commissioner for human rights", "high commissioner for refugees", "president of the General Assembly",
    "White House press secretary", "state department spokesperson", "Pentagon spokesperson", "CIA director", "FBI director",
))  # fmt: skip
"""Offices that one person holds at a time; a tenure beside another's (a rival, a joint holder) says `yes` in `beside`."""


def check() -> list[str]:
    """All complaints about the tables of this folder and the languages' names; an empty list is a clean bill."""
    parties = [*_tables(), *_states(), *_organizations(), *_groups(), *_memberships(), *_names()]
    people = [*check_people(list(table("people.tsv"))), *check_tenures(list(table("tenures.tsv")), ids()), *_spellings()]
    return [*parties, *people, *check_offices(list(table("offices.tsv"))), *check_cities(_city_lines())]


@cache
def ids() -> frozenset[str]:
    """Everyone's id."""
    return frozenset(row["id"] for row in table("people.tsv"))


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


def check_people(table: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Complaints about rows of `id`, `name`, `country` and `gender`."""
    written = Counter(row["id"] for row in table)
    yield from (f"people.tsv: {id} is written {times} times" for id, times in written.items() if times > 1)
    for row in table:
        place = f"people.tsv: {row['id']}"
        if not ID.fullmatch(row["id"]):
            yield f"{place}: not an id"
        if not row["name"] or row["name"] != row["name"].strip():
            yield f"{place}: the name is empty or padded"
        if row["country"] not in states():
            yield f"{place}: no state {row['country']}"
        if row["gender"] not in get_args(Gender):
            yield f"{place}: no gender {row['gender']}"


def check_tenures(table: Sequence[Mapping[str, str]], people: Iterable[str]) -> Iterator[str]:
    """Complaints about rows of `person`, `office`, `of`, `from`, `to` and `beside`.

    Nobody holds one office twice at once, and an office of one holder (`SOLE`) has no two at once but on days that the precision
    of the dates leaves open, or where the table says that it was so.
    """
    known = frozenset(people)
    complaints = [complaint for row in table for complaint in _tenure(row, known)]
    yield from complaints
    if not complaints:
        yield from _at_once(table)


def _tenure(row: Mapping[str, str], people: frozenset[str]) -> Iterator[str]:
    place = _of_tenure(row)
    if row["person"] not in people:
        yield f"{place}: no person {row['person']}"
    if row["of"] not in codes():
        yield f"{place}: no code {row['of']}"
    if not row["office"] or row["office"] != row["office"].strip():
        yield f"{place}: the office is empty or padded"
    if row.get("beside", "") not in ("", "yes"):
        yield f"{place}: beside is {row['beside']}"
    yield from _span(place, row["from"] or None, row["to"] or None)
    if row["from"] and re.match(r"\d{4}", row["from"]) and int(row["from"][:4]) < EARLIEST.year:
        yield f"{place}: begins in {row['from']}"


def _at_once(table: Iterable[Mapping[str, str]]) -> Iterator[str]:
    held: defaultdict[tuple[str, str], list[Mapping[str, str]]] = defaultdict(list)
    for row in table:
        held[row["office"], row["of"]].append(row)
    for (office, _), tenures in held.items():
        for one, other in combinations(tenures, 2):
            same = one["person"] == other["person"]
            if (same and _could_share(one, other)) or (not same and office in SOLE and _surely_share(one, other)):
                yield f"{_of_tenure(one)}: {one['from']}/{one['to']} and {other['person']} {other['from']}/{other['to']} at once"


def _of_tenure(row: Mapping[str, str]) -> str:
    return f"tenures.tsv: {row['person']}: {row['office']} of {row['of']}"


def _could_share(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two tenures share more than the day, month or year on which one ends and the other begins."""
    return one["from"] == other["from"] or _surely_share(one, other)


def _surely_share(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two tenures share days however their dates are read; a tenure whose beginning is not known may have begun at its end."""
    if one.get("beside") or other.get("beside") or not (one["from"] and other["from"]):
        return False
    begun = max(Time.parse(row["from"]).latest or date.max for row in (one, other))
    ended = min((Time.parse(row["to"]).earliest if row["to"] else None) or date.max for row in (one, other))
    return begun < ended


def check_offices(table: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Complaints about rows of `of`, `office`, `called` and `named`."""
    written = Counter((row["of"], row["office"], row["called"]) for row in table)
    yield from (f"offices.tsv: {' '.join(key)} is written {times} times" for key, times in written.items() if times > 1)
    for row in table:
        place = f"offices.tsv: {row['of']} {row['office']}"
        if row["of"] not in codes() | {"*"}:
            yield f"{place}: no code {row['of']}"
        if not row["office"] or not row["called"] or row["office"] == row["called"]:
            yield f"{place}: called {row['called'] or 'nothing'}"
        if row["named"] not in ("", "yes"):
            yield f"{place}: named is {row['named']}"


def _city_lines() -> list[str]:
    packed = resources.files("dragoman.knowledge").joinpath("cities.tsv.gz").read_bytes()
    return gzip.decompress(packed).decode("utf-8").splitlines()[1:]


def check_cities(lines: Sequence[str]) -> Iterator[str]:
    """Complaints about the lines of the towns (key, rank, name, country, latitude, longitude, population), which must be in order."""
    split = [line.split("\t") for line in lines]
    yield from (f"cities: {' '.join(cells)}: {len(cells)} cells" for cells in split if len(cells) != 7)
    for key, _, name, country, latitude, longitude, population in (cells for cells in split if len(cells) == 7):
        if country not in states():
            yield f"cities: {name}: no state {country}"
        if not (abs(float(latitude)) <= 90 and abs(float(longitude)) <= 180 and int(population) >= 0):
            yield f"cities: {name}: no such place on Earth: {latitude} {longitude} {population}"
        if not key or key != key.casefold():
            yield f"cities: {name}: {key} is no key"
    yield from (f"cities: {after.partition(chr(9))[0]} is out of order" for before, after in pairwise(lines) if before > after)


def _languages(name: str) -> Iterator[tuple[str, Traversable]]:
    """(place, file) of each language that has a table of that name."""
    for folder in sorted(resources.files("dragoman.languages").iterdir(), key=lambda entry: entry.name):
        source = folder.joinpath(name)
        if folder.is_dir() and source.is_file():
            yield f"{folder.name}/{name}", source


def _names() -> Iterator[str]:
    for place, source in _languages(NAMES):
        yield from check_names(place, list(rows(source)))


def _spellings() -> Iterator[str]:
    for place, source in _languages(SPELLINGS):
        yield from check_spellings(place, list(rows(source)), list(table("people.tsv")))


def check_spellings(place: str, table: Sequence[Mapping[str, str]], people: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Complaints about one language's rows of `id` and `forms` beside the rows of people.tsv.

    Two people may share a spelling only if they are of two countries: a text's countries then tell which is meant.
    """
    countries = {row["id"]: row["country"] for row in people}
    written = Counter(row["id"] for row in table)
    yield from (f"{place}: {id} is written {times} times" for id, times in written.items() if times > 1)
    yield from (f"{place}: no person {row['id']}" for row in table if row["id"] not in countries)
    for row in table:
        yield from _forms(f"{place}: {row['id']}", _split(row))
    held: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    spelt = ((row["id"], form) for row in table for form in _split(row))
    for id, form in (*((row["id"], row["name"]) for row in people), *spelt):
        held[fold(form), countries.get(id, "")].add(id)
    yield from (f"{place}: {form} of {country} is {' and '.join(sorted(by))}" for (form, country), by in held.items() if len(by) > 1)


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
