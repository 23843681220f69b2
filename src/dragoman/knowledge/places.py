"""Towns of 15,000 people and more by their French, English and local names.

The table is made by scripts/make_cities.py from GeoNames (https://www.geonames.org), licensed CC BY 4.0; see NOTICE.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import islice, takewhile


@dataclass(frozen=True, slots=True)
class City:
    """A town: `country` is ISO 3166-1 alpha-3, coordinates are in degrees, north and east positive."""

    name: str
    country: str
    latitude: float
    longitude: float
    population: int


def find_city(name: str) -> tuple[City, ...]:
    """The towns of a name, written with or without capitals, accents and hyphens; the most populous first, none where unknown.

    Many names of small towns are words or first names too: a caller without other evidence should ask for a large population.
    """
    rows, start = _rows(), fold(name) + "\t"
    first = bisect_left(rows, start)
    return tuple(_city(row) for row in takewhile(lambda row: row.startswith(start), islice(rows, first, None)))


def fold(name: str) -> str:
    """Lower case, without accents, words parted by one blank: the form of the table's keys."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("œ", "oe"))
    return " ".join(re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c))))


@cache
def _rows() -> Sequence[str]:
    """The rows as written, in the order of their keys."""
    packed = resources.files("dragoman.knowledge").joinpath("cities.tsv.gz").read_bytes()
    return gzip.decompress(packed).decode("utf-8").splitlines()[1:]


def _city(row: str) -> City:
    _, _, name, country, latitude, longitude, population = row.split("\t")
    return City(name, country, float(latitude), float(longitude), int(population))
