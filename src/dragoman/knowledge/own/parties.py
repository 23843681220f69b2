"""Whose someone or something is: the codes of others as the codes of our parties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import cast, get_args

from dragoman.knowledge.check import codes
from dragoman.knowledge.own.formats.contract import Refused
from dragoman.knowledge.states import by_alpha2
from dragoman.knowledge.tables import rows
from dragoman.model.mentions import Sector

UNRECOGNISED = {"CY-TRNC": "TRNC", "SO-SOM": "SOMALILAND", "AC": "SHN", "TA": "SHN", "IC": "ESP"}
"""Codes of FollowTheMoney that ISO 3166-1 does not have."""
CLAIMED = frozenset(("AZ-NK", "GE-AB", "MD-PMR", "PK-KM", "UA-CRI", "UA-DPR", "UA-LPR"))
"""Those who hold office there hold none of the state that the code begins with, and we have no code of theirs."""
_LONGEST = 40


@lru_cache(maxsize=4096)
def party(code: str) -> str | None:
    """Our code for one of ours as written, an ISO 3166-1 alpha-2 or alpha-3 code, or a subdivision (us-ca); None where unknown.

    Of ours that are an alpha-2 code too, capitals mean ours: AU is the African Union, au Australia.
    """
    wanted = code.strip().upper()
    if code.strip() in codes():
        return code.strip()
    state = by_alpha2().get(wanted) or (None if wanted in CLAIMED else by_alpha2().get(wanted.partition("-")[0]))
    return UNRECOGNISED.get(wanted) or (state.code if state else wanted if wanted in codes() else None)


@cache
def by_item() -> Mapping[str, str]:
    """The codes of our parties by their Wikidata items."""
    table = rows(resources.files("dragoman.knowledge.own").joinpath("items.tsv"))
    return MappingProxyType({item: row["code"] for row in table for item in row["items"].split("|")})


def first_known(given: Iterable[str], known: Mapping[str, str] | None = None) -> str | None:
    """The first code that stands for a party of ours; None where none is given. Raises `Refused` where none of those given does."""
    unknown = ""
    for code in given:
        found = party(code[:_LONGEST]) if known is None else known.get(code)
        if found:
            return found
        unknown = unknown or code
    if unknown:
        raise Refused("unknown country code", repr(unknown[:_LONGEST]))
    return None


def sector(text: str) -> Sector | None:
    """A sector by its code, None for nothing; raises `Refused` for what is none."""
    code = text.strip().upper()
    if code and code not in get_args(Sector):
        raise Refused("unknown sector", repr(text.strip()[:_LONGEST]))
    return cast(Sector, code) if code else None
