"""Lines of JSON: an object a line, with or without the brackets and commas of a list around them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from dragoman.knowledge.own.formats.contract import Broken, Line, PassedOver, Record, Refused

Fields = dict[str, Any]
_BRACKETS = (b"[", b"]", b"[]", b"")


def records(lines: Iterable[Line], read: Callable[[int, Fields], Iterator[Record]]) -> Iterator[Record]:
    """What `read` makes of each object; a line that it refuses is passed over whole.

    Raises `Broken` where the file ends in the middle of a line, or of a list.
    """
    listed = False
    number = 0
    for number, raw in lines:
        bare = bare_line(raw) if raw is not None else None
        if bare in _BRACKETS:
            listed = bare == b"[" or listed and bare != b"]"
            continue
        try:
            yield from list(read(number, _object(bare)))
        except Refused as problem:
            if problem.reason == "not JSON" and raw is not None and not raw.endswith(b"\n"):
                raise Broken("cut short: the last line ends in its middle", number) from None
            yield PassedOver(number, problem.reason, problem.detail)
    if listed:
        raise Broken("cut short: the list that [ begins has no end", number)


def bare_line(raw: bytes) -> bytes:
    """A line of a list without its comma."""
    return raw.removeprefix(b"\xef\xbb\xbf").strip().removesuffix(b",").rstrip()


def first_objects(head: Sequence[bytes]) -> Iterator[Fields]:
    """The objects among the first lines of a file."""
    for raw in head:
        try:
            yield _object(bare_line(raw))
        except Refused:
            continue


def fields(value: Any) -> Fields:
    """The value where it is an object, else an empty one: files hold anything anywhere."""
    return value if isinstance(value, dict) else {}


def items(value: Any) -> list[Any]:
    """The value where it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def _object(line: bytes | None) -> Fields:
    if line is None:
        raise Refused("line too long")
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise Refused("not UTF-8") from None
    except (ValueError, RecursionError):
        raise Refused("not JSON") from None
    if not isinstance(value, dict):
        raise Refused("not a JSON object")
    return value
