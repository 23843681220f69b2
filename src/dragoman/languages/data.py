"""Files of the language folders, read as packaged data."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from dragoman.knowledge.tables import rows

BASE: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class WordLoader(BASE):  # type: ignore[misc, valid-type]
    """YAML in which `on`, `off`, `yes` and `no` are words, as in YAML 1.2."""


WordLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, rows in BASE.yaml_implicit_resolvers.items()
}


def folder(code: str) -> Traversable:
    """The folder of the language with that ISO 639-1 code."""
    return resources.files("dragoman.languages").joinpath(code)


def read_yaml(source: Traversable) -> Any:
    """The content of a YAML file; errors name the file."""
    try:
        return yaml.load(source.read_text("utf-8"), WordLoader)
    except yaml.YAMLError as error:
        raise ValueError(f"{source.name}: {error}") from error


def read_table(source: Traversable) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated file with a header; lines that begin with # are comments."""
    return rows(source)
