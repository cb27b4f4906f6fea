"""Canonical N-Quads, which are sorted, as the N-Triples of the union of their graphs.

A triple that stands in several graphs has them in lines one after the other, so that one pass gives each triple once.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

END = b" .\n"
"""What ends a line of N-Triples."""

_AT_ONCE = 2000


def triple_of(line: bytes) -> bytes:
    """A line of N-Quads without the graph and the full stop."""
    return line.rsplit(b" ", 2)[0]


def union_lines(nquads: Path) -> Iterator[bytes]:
    """Every triple of a file of canonical N-Quads once, as lines of N-Triples."""
    last = b""
    with nquads.open("rb", buffering=1 << 20) as file:
        for line in file:
            triple = triple_of(line)
            if triple != last:
                yield triple + END
                last = triple


class UnionOfGraphs(io.RawIOBase):
    """The lines of the union as a file that a loader reads."""

    def __init__(self, nquads: Path) -> None:
        self._lines = union_lines(nquads)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        self._rest = self._rest or b"".join(islice(self._lines, _AT_ONCE))
        taken = min(len(buffer), len(self._rest))
        buffer[:taken] = self._rest[:taken]
        self._rest = self._rest[taken:]
        return taken
