"""YAML whose mappings know on which line they stand, and in which no key may be written twice."""

from __future__ import annotations

from typing import Any

import yaml

from dragoman.languages.data import WordLoader
from dragoman.languages.own.faults import At


class Located(dict[str, Any]):
    """A mapping with the line (from 1) that it begins on, and those of its keys."""

    line: int
    lines: dict[str, int]


class _Loader(WordLoader):
    """As the program's own files are read, but for mappings."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> Located:
    found = Located()
    found.line, found.lines = node.start_mark.line + 1, {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str):
            raise yaml.MarkedYAMLError(problem=f"a key must be text: {key!r}", problem_mark=key_node.start_mark)
        if key in found:
            raise yaml.MarkedYAMLError(problem=f"{key} is written twice", problem_mark=key_node.start_mark)
        found.lines[key] = key_node.start_mark.line + 1
        found[key] = loader.construct_object(value_node, deep=True)
    return found


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read_text(at: At) -> str | None:
    """The text of a file; None, with a fault noted, where it cannot be read."""
    try:
        return at.file.read_text("utf-8-sig")
    except UnicodeDecodeError:
        at.fault("not UTF-8")
    except OSError as problem:
        at.fault(f"cannot be read: {(problem.strerror or str(problem)).lower()}")
    return None


def read_document(at: At) -> Any:
    """What a YAML file holds; None where it holds nothing or cannot be read, the latter with a fault noted."""
    text = read_text(at)
    if text is None:
        return None
    try:
        return yaml.load(text, _Loader)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        at.on(mark.line + 1 if mark else None).fault(f"broken YAML: {problem.problem or problem.context}")
    except (yaml.YAMLError, RecursionError, ValueError) as problem:
        at.fault(f"broken YAML: {problem or 'nested too deeply'}")
    return None
