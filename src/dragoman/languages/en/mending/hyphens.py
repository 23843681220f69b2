"""Words that the lexicon writes with a hyphen ("sit-in", "test-fire"): one token each, which the model would split in three."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.languages.data import folder, read_yaml
from dragoman.languages.en.mending.lemmas import gerund_and_past, plural

HYPHENED = re.compile(r"(?<![\w@-])[a-z]+(?:-[a-z]+)+(?![\w-])")


def hyphened_forms() -> frozenset[str]:
    """Every form of the lexicon's words with a hyphen, in small letters and with a capital."""
    small = {form for word in _words() for form in (word, plural(word), *gerund_and_past(word))}
    return frozenset(small | {form.capitalize() for form in small})


def _words() -> Iterator[str]:
    """Read off the files' lines, which is a hundred times as fast as their YAML."""
    yield from read_yaml(folder("en").joinpath("mending", "lemmas.yaml"))["hyphened"]
    for source in (folder("en").joinpath("classes.yaml"), *folder("en").joinpath("words").iterdir()):
        if source.name.endswith(".yaml"):
            for line in source.read_text("utf-8").splitlines():
                if not line.startswith(("#", "- act:")):
                    yield from HYPHENED.findall(line)
