"""The statements of a built graph in the order in which people read, without holding all of them in memory.

The canonical N-Quads of a store are sorted, so that what is said of one subject stands together. One pass over the file
notes where each subject begins; then the subjects are taken in reading order (3.2 before 3.14) and their lines read one
subject at a time. Memory grows with the number of subjects, by some hundred bytes each, not with what is said of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from silkgraph.export.order import natural, reading_order


@dataclass(slots=True)
class _Subject:
    """Where the lines of a subject stand, and in which graphs."""

    start: int
    length: int = 0
    graphs: set[bytes] = field(default_factory=set)


class StoredStatements:
    """The statements of a file of canonical N-Quads, or of one of the graphs in it."""

    def __init__(self, nquads: Path, graph: NamedNode | None = None) -> None:
        self._path = nquads
        self._graph = graph
        self._subjects = self._index()

    def __iter__(self) -> Iterator[Quad]:
        """Every statement, in the order of the file."""
        with self._path.open("rb") as file:
            for quad in parse(file, format=RdfFormat.N_QUADS):
                if self._graph in (None, quad.graph_name):
                    yield quad

    def by_graph(self) -> Iterator[Quad]:
        """Every statement in reading order, graph by graph."""
        wanted = {graph for subject in self._subjects.values() for graph in subject.graphs}
        with self._path.open("rb") as file:
            for graph in sorted(wanted, key=lambda name: natural(name.decode("utf-8"))):
                held = {name: place for name, place in self._subjects.items() if graph in place.graphs}
                for name in sorted(held, key=_name_order):
                    yield from self._read(file, held[name], graph)

    def united(self) -> Iterator[Quad]:
        """Every triple once, in reading order, as a quad of the default graph."""
        with self._path.open("rb") as file:
            for name in sorted(self._subjects, key=_name_order):
                quads = self._read(file, self._subjects[name])
                triples = {Quad(quad.subject, quad.predicate, quad.object) for quad in quads}
                yield from sorted(triples, key=reading_order)

    def _index(self) -> dict[bytes, _Subject]:
        subjects: dict[bytes, _Subject] = {}
        wanted = str(self._graph).encode("utf-8") if self._graph is not None else None
        position = 0
        with self._path.open("rb") as file:
            for line in file:
                # <subject> <predicate> object <graph> .
                graph = line.rsplit(b" ", 2)[1]
                if wanted in (None, graph):
                    subject = subjects.setdefault(line.split(b" ", 1)[0], _Subject(position))
                    subject.length = position + len(line) - subject.start
                    subject.graphs.add(graph)
                position += len(line)
        return subjects

    def _read(self, file: BinaryIO, place: _Subject, graph: bytes | None = None) -> list[Quad]:
        """The statements of a subject, in one graph or in all that are wanted, in reading order."""
        file.seek(place.start)
        quads = parse(file.read(place.length), format=RdfFormat.N_QUADS)
        wanted = {graph.decode("utf-8")} if graph is not None else {name.decode("utf-8") for name in place.graphs}
        return sorted((quad for quad in quads if str(quad.graph_name) in wanted), key=reading_order)


def _name_order(name: bytes) -> tuple[object, ...]:
    return natural(name.decode("utf-8").strip("<>"))
