"""The built graph, or one of its named graphs, in a file format, piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from silkgraph.ask.nearest import nearest
from silkgraph.errors import QueryError, SilkgraphError
from silkgraph.export.rdf import SYNTAXES, rdf_pieces, used_prefixes
from silkgraph.export.stored import StoredStatements
from silkgraph.export.tables import statement_pieces
from silkgraph.namespaces import GRAPHS

LINES_A_PIECE = 10_000


def graph_pieces(nquads: Path, format: str, graph: str | None = None) -> Iterator[bytes]:
    """A whole graph, or one named graph of it, as bytes that depend on nothing but its statements.

    Args:
        nquads: the canonical N-Quads of a store.
        format: a key of ``silkgraph.export.rdf.SYNTAXES``, or ``csv`` for a table of statements.
        graph: the last part of the graph's IRI: a document's identifier, ``reference``, ``links``, ``dataset``.

    Raises:
        QueryError: there is no such graph.
        SilkgraphError: there is no such format.
    """
    wanted = None if graph is None else _named(nquads, graph)
    if format in ("nquads", "ntriples"):
        return _in_pieces(_lines(nquads, wanted, named=format == "nquads"))
    if format == "csv":
        return statement_pieces(StoredStatements(nquads, wanted).by_graph())
    if format not in SYNTAXES:
        known = ", ".join([*SYNTAXES, "csv"])
        raise SilkgraphError(f"unknown RDF format {format!r}", advice=f"Choose one of: {known}.")
    syntax, statements = SYNTAXES[format], StoredStatements(nquads, wanted)
    if syntax.has_graphs:
        return rdf_pieces(statements.by_graph(), syntax, used_prefixes(statements))
    return rdf_pieces(statements.united(), syntax, used_prefixes(_without_graph(statements)))


def graph_names(nquads: Path) -> list[NamedNode]:
    """The graphs that the statements of a file of canonical N-Quads stand in."""
    with nquads.open("rb") as file:
        found = {line.rsplit(b" ", 2)[1] for line in file}
    return [NamedNode(name.decode("utf-8").strip("<>")) for name in sorted(found)]


def _named(nquads: Path, graph: str) -> NamedNode:
    named = {name.value.removeprefix(GRAPHS): name for name in graph_names(nquads)}
    if graph not in named:
        raise QueryError(f"there is no graph {graph!r}", advice=nearest(graph, named))
    return named[graph]


def _lines(nquads: Path, graph: NamedNode | None, *, named: bool) -> Iterator[bytes]:
    """The lines of the file, of one graph or of all; without names of graphs each triple once, still in byte order."""
    wanted = None if graph is None else str(graph).encode("utf-8")
    with nquads.open("rb") as file:
        kept = (line for line in file if wanted is None or line.rsplit(b" ", 2)[1] == wanted)
        if named:
            yield from kept
            return
        for triple, _in_graphs in groupby(kept, key=lambda line: line.rsplit(b" ", 2)[0]):
            yield triple + b" .\n"


def _in_pieces(lines: Iterable[bytes]) -> Iterator[bytes]:
    piece: list[bytes] = []
    for line in lines:
        piece.append(line)
        if len(piece) == LINES_A_PIECE:
            yield b"".join(piece)
            piece = []
    yield b"".join(piece)


def _without_graph(quads: Iterable[Quad]) -> Iterator[Quad]:
    return (Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
