"""A file as numbered lines of bytes, packed (gzip) or not, whatever its size."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from dragoman.knowledge.own.formats.contract import Broken, Line

Progress = Callable[[int], None]
"""Hears how many bytes of the file have been read."""
LONGEST = 16 * 2**20
"""A line may have so many bytes (16 MiB): the largest Wikidata entities have a quarter of it."""
_CHUNK = 2**20
_GZIP = b"\x1f\x8b"


class _Watched(io.RawIOBase):
    """A file that keeps the sum and the count of what is read from it."""

    def __init__(self, file: IO[bytes], progress: Progress) -> None:
        self.sum = hashlib.sha256()
        self.count = 0
        self._file = file
        self._progress = progress

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        data = self._file.read(len(view))
        view[: len(data)] = data
        self.sum.update(data)
        self.count += len(data)
        self._progress(self.count)
        return len(data)


@dataclass
class Lines:
    """The lines from first to last, once. `sha256` and `size` are those of the file as it lies, true when all lines are read."""

    _stream: IO[bytes]
    _watched: _Watched
    count: int = 0

    def __iter__(self) -> Iterator[Line]:
        """Raises `Broken` where a packed file is cut short or damaged."""
        try:
            while raw := self._stream.readline(LONGEST + 1):
                self.count += 1
                whole = len(raw) <= LONGEST or raw.endswith(b"\n") or self._pass_rest()
                yield self.count, raw if whole else None
        except EOFError:
            raise Broken("cut short: the packed file has no end", self.count + 1) from None
        except (gzip.BadGzipFile, zlib.error):
            raise Broken("a damaged gzip file", self.count + 1) from None
        except OSError as problem:
            raise Broken((problem.strerror or str(problem)).lower(), self.count + 1) from None

    @property
    def sha256(self) -> str:
        return self._watched.sum.hexdigest()

    @property
    def size(self) -> int:
        return self._watched.count

    def _pass_rest(self) -> bool:
        """Passes what is left of a line that is too long to be held; False, for it is not whole."""
        while (part := self._stream.readline(_CHUNK)) and not part.endswith(b"\n"):
            pass
        return False


@contextmanager
def open_lines(path: Path, progress: Progress = lambda _: None) -> Iterator[Lines]:
    """The lines of a file. Raises `Broken` for what is no file that can be read."""
    with ExitStack() as stack:
        try:
            if path.exists() and not path.is_file():
                raise Broken("a folder" if path.is_dir() else "not a file: knowledge is read from a file")
            file = stack.enter_context(path.open("rb"))
        except (OSError, ValueError) as problem:  # ValueError: a NUL in the name
            if isinstance(problem, Broken):
                raise
            raise Broken((getattr(problem, "strerror", None) or str(problem)).lower()) from None
        packed = file.peek(2)[:2] == _GZIP
        watched = _Watched(file, progress)
        stream: IO[bytes] = io.BufferedReader(watched, _CHUNK)
        if packed:
            stream = stack.enter_context(io.BufferedReader(gzip.GzipFile(fileobj=stream), _CHUNK))
        yield Lines(stream, watched)
