"""Names of states and towns that in a text are something else's: a person's ("Jim Jordan ... Jordan"), another town's ("Paris, Texas")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from dragoman.knowledge.places import find_city
from dragoman.languages.grammar import Grammar
from dragoman.model.mentions import Mention
from dragoman.model.spelling import pieces
from dragoman.model.text import Sentence

PLACES = ("state", "capital", "region", "city")
REACH = 6
"""Words within which "a college town in" names where a town lies."""


def find_namesakes(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> Set[tuple[int, int]]:
    """Sentence and first word of single words that a person told of in full before is called by.

    Not where the text speaks of the same state by another name too (Jordan and Jordanians), nor of the town of somebody's given name.
    """
    full: set[str] = set()
    found: dict[tuple[int, int], set[str]] = {}
    spoken: set[str] = set()
    for mention in mentions:
        words = [p for t in sentences[mention.sentence].tokens[mention.first : mention.last + 1] for p in pieces(t.text)]
        codes = {s.code for s in mention.senses if s.code and s.kind != "person"}
        if mention.kind == "person" and len(words) > 1:
            full |= {words[0], words[-1]}
        elif len(words) == 1 and words[0] in full and mention.kind in PLACES:
            found[mention.sentence, mention.first] = codes
        else:
            spoken |= codes
    return {place for place, codes in found.items() if not codes & spoken}


def country_of_apposition(mention: Mention, places: Mapping[tuple[int, int], Mention], sentence: Sentence, grammar: Grammar) -> str | None:
    """The country of a town whose region or state follows: "Athens, Georgia", "Moscow, a college town in Idaho"."""
    after = mention.last + 1
    if mention.kind not in ("capital", "city") or after + 1 >= len(sentence) or sentence[after].text not in (",", "("):
        return None
    ahead = sentence.tokens[after + 1 : after + 2 + REACH]
    for token in ahead:
        place = places.get((sentence.index, token.index))
        if place is None and (token.lower in grammar.determiners or token.pos in ("NOUN", "ADJ", "ADP", "PROPN", "DET")):
            continue
        town = any(t.lemma.lower() in grammar.town_words for t in ahead[: token.index - after])
        return _country(mention, place, sentence) if place and (token == ahead[0] or town) else None
    return None


def _country(mention: Mention, place: Mention, sentence: Sentence) -> str | None:
    """Of the countries of a region's or state's name the one that has a town so called, unless it is what the name stands for anyway."""
    name = " ".join(t.text for t in sentence.tokens[mention.first : mention.last + 1])
    regions = [s.code for s in place.senses if s.kind in ("region", "state")]
    own = {s.code for s in mention.senses}
    towns = {city.country for city in find_city(name)}
    return next((code for code in regions if code in towns and code not in own), None) if place.kind != "capital" else None
