"""Words that tell what page of a newspaper a text stands on (pages.yaml): public affairs, sport, markets, the arts, weather ..."""

from __future__ import annotations

from functools import cache

from dragoman.languages.contexts import ContextCues, build
from dragoman.languages.data import folder, read_yaml

STATE, FORCE, LAW, WORK, SPORT = "state", "force", "law", "work", "sport"
"""Keys of words for who acts in public affairs, with weapons, for law and order; for people who
go on strike; for games."""
PUBLIC = (STATE, FORCE, "public")
"""The keys of words of public affairs."""
STORIES = ("works", "history")
"""The keys of words for what tells of deeds that are no news: books and films, the past."""
NEUTRAL = (LAW, "crime", WORK)
"""The keys of words that tell nothing of the page: public affairs and the local page have both.

Every other key is a page of ordinary news.
"""


@cache
def load_pages(code: str) -> ContextCues:
    """The words of a language (ISO 639-1), from its `pages.yaml`: page -> rows of words.

    Raises ValueError where a key that the coder needs is missing.
    """
    raw = read_yaml(folder(code) / "pages.yaml")
    if missing := {*PUBLIC, *STORIES, *NEUTRAL, SPORT} - set(raw):
        raise ValueError(f"languages/{code}/pages.yaml: no {', '.join(sorted(missing))}")
    return build(raw)
