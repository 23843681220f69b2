"""Words with a hyphen ("sit-in", "test-fire", "Franco-German"): one token each, which the model would split in three."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.languages.data import folder, read_table, read_yaml
from dragoman.languages.en.mending.lemmas import gerund_and_past, plural

HYPHENED = re.compile(r"(?<![\w@-])[a-z]+(?:-[a-z]+)+(?![\w-])")


def hyphened_forms() -> frozenset[str]:
    """Every form of the lexicon's words with a hyphen, in small letters and with a capital."""
    small = {form for word in _words() for form in (word, plural(word), *gerund_and_past(word))}
    return frozenset(small | {form.capitalize() for form in small})


def joined_adjectives() -> re.Pattern[str]:
    """Adjectives of two states or unions: a combining form, or another adjective, before one ("Franco-German", "Kenyan-Ugandan")."""
    rows = read_table(folder("en").joinpath("names.tsv"))
    adjectives = {form for row in rows if row["kind"] == "adjective" for form in row["forms"].split("|") if form.isalpha()}
    combining = read_yaml(folder("en").joinpath("grammar.yaml"))["combining"]
    forms = {form.upper() if len(form.replace(".", "")) == 2 else form.capitalize() for form in combining}
    first, last = ("|".join(map(re.escape, sorted(words, key=len, reverse=True))) for words in (adjectives | forms, adjectives))
    return re.compile(rf"(?<![\w-])(?:{first})-(?:{last})(?![\w-])")


def _words() -> Iterator[str]:
    """Read off the files' lines, which is a hundred times as fast as their YAML."""
    yield from read_yaml(folder("en").joinpath("mending", "lemmas.yaml"))["hyphened"]
    for source in (folder("en").joinpath("classes.yaml"), *folder("en").joinpath("words").iterdir()):
        if source.name.endswith(".yaml"):
            for line in source.read_text("utf-8").splitlines():
                if not line.startswith(("#", "- act:")):
                    yield from HYPHENED.findall(line)
