"""Sorted files of lines, put together without being held in memory."""

from __future__ import annotations

import hashlib
import heapq
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

AT_ONCE = 1 << 17
"""Bytes of each file that are looked at together."""


@contextmanager
def merged(files: Sequence[Path]) -> Iterator[Iterator[list[bytes]]]:
    """The lines of sorted files, in order, each once; those handed on together stand in one file one after the other.

    Most things are spoken of in one part only, so that very many lines of one file come before the next of any other.
    """
    with ExitStack() as stack:
        yield _runs([stack.enter_context(file.open("rb", buffering=AT_ONCE)) for file in files])


def _runs(files: Iterable[IO[bytes]]) -> Iterator[list[bytes]]:
    waiting = [_Lines(number, file) for number, file in enumerate(files)]
    heap = [(lines.first, lines.number, lines) for lines in waiting if lines.more()]
    heapq.heapify(heap)
    while heap:
        _, number, lines = heap[0]
        others = heap[1:3]  # the next line of any other file is one of these
        run = lines.before(min(others)[0] if others else None)
        if run:
            yield run
        if lines.more():
            heapq.heapreplace(heap, (lines.first, number, lines))
        else:
            heapq.heappop(heap)


class _Lines:
    """The lines of a sorted file that are not handed on yet."""

    def __init__(self, number: int, file: IO[bytes]) -> None:
        self.number = number
        self._file = file
        self._lines: list[bytes] = []
        self._at = 0

    def more(self) -> bool:
        """Whether there is another line."""
        if self._at == len(self._lines):
            self._lines, self._at = self._file.readlines(AT_ONCE), 0
        return bool(self._lines)

    @property
    def first(self) -> bytes:
        """The next line."""
        return self._lines[self._at]

    def before(self, other: bytes | None) -> list[bytes]:
        """Hand on the lines before another, of those that are looked at; one that is the other's too is left to it."""
        begin, lines = self._at, self._lines
        if other is None:
            self._at = len(lines)
        elif lines[begin] == other:
            self._at += 1
            return []
        elif begin + 1 == len(lines) or lines[begin + 1] >= other:
            self._at += 1
        else:
            self._at = bisect_left(lines, other, begin + 1)
        return lines[begin : self._at]


def distinct(files: Sequence[Path]) -> int:
    """How many different lines sorted files have."""
    with merged(files) as runs:
        return sum(map(len, runs))


def write_merged(files: Sequence[Path], target: Path) -> tuple[str, int]:
    """Write the lines of sorted files to another, in order, each once; gives its SHA-256 and its number of lines.

    Raises:
        OSError: it cannot be written.
    """
    digest, number = hashlib.sha256(), 0
    with merged(files) as runs, target.open("wb", buffering=1 << 20) as output:
        for run in runs:
            content = b"".join(run)
            digest.update(content)
            output.write(content)
            number += len(run)
    return digest.hexdigest(), number


def write_sorted(lines: Iterable[bytes], target: Path) -> None:
    """Write lines, which are all different, to a file in order.

    Raises:
        OSError: it cannot be written.
    """
    target.write_bytes(b"".join(sorted(lines)))
