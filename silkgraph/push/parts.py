"""The named graphs of a built graph as N-Triples, ready to be sent: each with its length and checksum.

One pass over the canonical N-Quads notes where the lines of each graph stand. Nothing else is held in memory: when a
graph is sent its lines are read again, so that the same bytes can be sent as often as need be. Memory grows with the
number of stretches of lines that belong to one graph, by sixteen bytes each.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from silkgraph.store.union import END, triple_of, union_lines

if TYPE_CHECKING:
    from hashlib import _Hash

BYTES_A_PIECE = 1 << 18


@dataclass(frozen=True, slots=True)
class Part:
    """What is sent in one request.

    Args:
        graph: the IRI of the graph; for the union, where it is to stand, empty for the default graph.
        statements: how many there are.
        length: in bytes, as N-Triples.
        sha256: of the N-Triples.
    """

    graph: str
    statements: int
    length: int
    sha256: str
    _nquads: Path = field(repr=False)
    _stretches: array[int] | None = field(default=None, repr=False)
    """Where its lines begin and end in the file, in turn; None is all of them, each triple once."""

    def pieces(self) -> Iterator[bytes]:
        """The N-Triples in byte order."""
        piece = bytearray()
        for line in self._lines():
            piece += line
            if len(piece) >= BYTES_A_PIECE:
                yield bytes(piece)
                piece.clear()
        if piece:
            yield bytes(piece)

    def _lines(self) -> Iterator[bytes]:
        if self._stretches is None:
            yield from union_lines(self._nquads)
            return
        with self._nquads.open("rb") as file:
            for start, end in zip(self._stretches[::2], self._stretches[1::2], strict=True):
                file.seek(start)
                position = start
                while position < end:
                    line = file.readline()
                    position += len(line)
                    yield triple_of(line) + END


def parts_of(nquads: Path) -> list[Part]:
    """Every named graph in a file of canonical N-Quads, by name."""
    found: dict[bytes, _Growing] = {}
    position = 0
    with nquads.open("rb") as file:
        for line in file:
            triple, graph, _ = line.rsplit(b" ", 2)
            growing = found.get(graph)
            if growing is None:
                growing = found[graph] = _Growing()
            growing.add(triple, position, position + len(line))
            position += len(line)
    return [
        Part(
            name.decode("utf-8")[1:-1],
            growing.statements,
            growing.length,
            growing.hash.hexdigest(),
            nquads,
            growing.stretches,
        )
        for name, growing in sorted(found.items())
    ]


def union_of(nquads: Path, graph: str) -> Part:
    """The union of all graphs, each triple once.

    Args:
        nquads: the canonical N-Quads of a store.
        graph: where it is to stand; empty for the default graph.
    """
    growing = _Growing()
    for line in union_lines(nquads):
        growing.add(line.removesuffix(END), 0, 0)
    return Part(graph, growing.statements, growing.length, growing.hash.hexdigest(), nquads)


class _Growing:
    """A graph as far as it has been read."""

    def __init__(self) -> None:
        self.statements = 0
        self.length = 0
        self.hash: _Hash = hashlib.sha256()
        self.stretches = array("Q")

    def add(self, triple: bytes, start: int, end: int) -> None:
        """Take in a statement that stands from ``start`` to ``end`` in the file."""
        line = triple + END
        self.statements += 1
        self.length += len(line)
        self.hash.update(line)
        if self.stretches and self.stretches[-1] == start:
            self.stretches[-1] = end
        else:
            self.stretches.append(start)
            self.stretches.append(end)
