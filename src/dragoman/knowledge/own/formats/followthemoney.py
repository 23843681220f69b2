"""FollowTheMoney entities, a line of JSON each, as OpenSanctions publishes them (entities.ftm.json).

People, organisations and positions are taken; who held what by Occupancy, Membership, Employment and Directorship.
Schema: https://followthemoney.tech/explorer/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.knowledge.own.dates import date, span
from dragoman.knowledge.own.formats.contract import Claim, Entity, Format, Kind, Line, PassedOver, Record, Refused
from dragoman.knowledge.own.formats.objects import Fields, fields, first_objects, items, records
from dragoman.knowledge.own.parties import first_known
from dragoman.knowledge.own.spelling import clean, key, names
from dragoman.model.mentions import Sector

KINDS: dict[str, Kind] = {
    "Person": "person",
    "Organization": "organization",
    "PublicBody": "organization",
    "Company": "organization",
    "LegalEntity": "organization",
    "Position": "office",
}
LINKS = {
    "Occupancy": ("holder", "post"),
    "Membership": ("member", "organization"),
    "Employment": ("employee", "employer"),
    "Directorship": ("director", "organization"),
}
"""Who and in what, by the schema of the link."""
COUNTRIES: dict[Kind, tuple[str, ...]] = {
    "person": ("nationality", "citizenship", "country"),
    "organization": ("mainCountry", "country", "jurisdiction"),
    "office": ("country",),
}
"""Where the country stands, surest first."""
SECTORS: tuple[tuple[str, Sector], ...] = (
    ("gov.judicial", "JUD"),
    ("role.judge", "JUD"),
    ("gov.legislative", "LEG"),
    ("mil", "MIL"),
    ("role.spy", "SPY"),
    ("crime.terror", "REB"),
    ("gov.igo", "IGO"),
    ("gov.religion", "REL"),
    ("rel", "REL"),
    ("pol.party", "PTY"),
    ("pol.union", "CVL"),
    ("role.act", "CVL"),
    ("role.journo", "MED"),
    ("role.oligarch", "BUS"),
    ("gov.soe", "BUS"),
    ("fin", "BUS"),
    ("fin.bank", "BUS"),
    ("gov", "GOV"),
    ("role.diplo", "GOV"),
    ("role.civil", "GOV"),
)
"""What the topics say of the sector, telling ones first; any other below `gov.` is government."""
BY_SCHEMA: dict[str, Sector] = {"PublicBody": "GOV", "Company": "BUS"}
POLITICAL = ("role.pep", "role.pol", "role.pep.natl")


def recognises(head: Sequence[bytes]) -> bool:
    return any(isinstance(o.get("schema"), str) and isinstance(o.get("properties"), dict) for o in first_objects(head))


def read(line: int, entity: Fields) -> Iterator[Record]:
    """What one entity comes to; raises `Refused`."""
    schema, id = entity.get("schema"), entity.get("id")
    if not isinstance(schema, str) or not isinstance(id, str) or not clean(id):
        raise Refused("no id or no schema")
    if schema in KINDS:
        yield _entity(line, clean(id), schema, entity)
    elif schema in LINKS:
        yield from _claims(line, schema, fields(entity.get("properties")))
    else:
        yield PassedOver(line, clean(schema) or "?", unused=True)


def _entity(line: int, id: str, schema: str, entity: Fields) -> Entity:
    properties, kind = fields(entity.get("properties")), KINDS[schema]
    caption = entity.get("caption")
    given = texts(properties, "name")
    usual = [caption] if isinstance(caption, str) and caption in given else []
    called = names([*usual, *given, *texts(properties, "alias"), *_telling(texts(properties, "weakAlias"))])
    if not called:
        raise Refused("no name")
    topics = texts(properties, "topics")
    died = min(texts(properties, "deathDate"), default="")
    return Entity(
        line,
        id,
        kind,
        called,
        first_known(code for where in COUNTRIES[kind] for code in texts(properties, where)),
        _sector(topics) or BY_SCHEMA.get(schema),
        "GOV" if any(topic in POLITICAL for topic in topics) else None,
        date(died) if kind == "person" else None,
    )


def _claims(line: int, schema: str, properties: Fields) -> Iterator[Claim]:
    who, where = (texts(properties, role) for role in LINKS[schema])
    if not who or not where:
        raise Refused("not said who, or what office")
    role = next((called for text in texts(properties, "role") if (called := clean(text))), None)
    if schema != "Occupancy" and role is None:
        raise Refused("no role")
    starts, ends = sorted(texts(properties, "startDate")), sorted(texts(properties, "endDate"))
    ended = "ended" in (text.casefold() for text in texts(properties, "status"))
    start, end = span(date(starts[0]) if starts else None, date(ends[-1]) if ends else None, ended)
    title = role if schema != "Occupancy" else None
    yield from (Claim(line, clean(person), start, end, clean(post), title) for person in who for post in where)


def texts(properties: Fields, name: str) -> list[str]:
    """The values of a property that are text and not empty."""
    return [value for value in items(properties.get(name)) if isinstance(value, str) and value]


def _telling(weak: Iterable[str]) -> Iterator[str]:
    """Weak aliases of two words or more: a single one ("the Doctor", "Ali") stands for too many."""
    return (alias for alias in weak if len(alias) < 500 and " " in key(alias))


def _sector(topics: Sequence[str]) -> Sector | None:
    told = next((sector for topic, sector in SECTORS if topic in topics), None)
    return told or ("GOV" if any(topic.startswith("gov.") for topic in topics) else None)


def _records(lines: Iterable[Line]) -> Iterator[Record]:
    return records(lines, read)


FORMAT = Format("FollowTheMoney", recognises, _records)
