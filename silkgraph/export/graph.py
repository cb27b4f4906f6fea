"""The built graph, or one of its named graphs, in a file format."""

from __future__ import annotations

from pyoxigraph import NamedNode, Store

from silkgraph.ask.nearest import nearest
from silkgraph.describe.namespaces import GRAPHS
from silkgraph.errors import QueryError
from silkgraph.export.rdf import rdf_bytes
from silkgraph.export.tables import statements_csv


def export_graph(store: Store, format: str, graph: str | None = None) -> bytes:
    """The whole store, or one named graph of it, as bytes that depend on nothing but its statements.

    Args:
        store: the built graph.
        format: a key of ``silkgraph.export.rdf.SYNTAXES``, or ``csv`` for a table of statements.
        graph: the last part of the graph's IRI: a document's identifier, ``reference``, ``links``, ``dataset``.

    Raises:
        QueryError: there is no such graph.
        SilkgraphError: there is no such format.
    """
    named = {name.value.removeprefix(GRAPHS): name for name in store.named_graphs() if isinstance(name, NamedNode)}
    if graph is not None and graph not in named:
        raise QueryError(f"there is no graph {graph!r}", advice=nearest(graph, named))
    wanted = [named[graph]] if graph is not None else list(named.values())
    quads = (quad for name in wanted for quad in store.quads_for_pattern(None, None, None, name))
    return statements_csv(quads).encode("utf-8") if format == "csv" else rdf_bytes(quads, format)
