"""The graph, or one of its named graphs, for rdflib; complete or not at all."""

from __future__ import annotations

from collections.abc import Iterator

import rdflib
from pyoxigraph import Literal, NamedNode, Triple

from silkgraph.ask.nearest import nearest
from silkgraph.errors import QueryError
from silkgraph.export.prefixes import PREFIXES
from silkgraph.namespaces import GRAPHS
from silkgraph.notebook.sources import Source
from silkgraph.validate.terms import rdflib_triples

_NAMES = "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } } ORDER BY ?graph"


def dataset(source: Source) -> rdflib.Dataset:
    """Every named graph; the default graph is their union. Without named graphs, everything is in the default graph."""
    made = rdflib.Dataset(default_union=True)
    _name_prefixes(made)
    for name in graph_names(source):
        _fill(made.graph(rdflib.URIRef(name)), source, f"GRAPH <{name}> {{ ?s ?p ?o }}")
    if not len(made):
        _fill(made.default_graph, source, "?s ?p ?o")
    return made


def named_graph(source: Source, name: str) -> rdflib.Graph:
    """One named graph, by its IRI or its last part: a document's identifier, ``reference``, ``links``, ``dataset``.

    Raises:
        QueryError: there is no such graph.
    """
    known = {graph.removeprefix(GRAPHS): graph for graph in graph_names(source)}
    iri = known.get(name.removeprefix(GRAPHS))
    if iri is None:
        raise QueryError(f"there is no graph {name!r}", advice=nearest(name, known))
    made = rdflib.Graph(identifier=rdflib.URIRef(iri))
    _name_prefixes(made)
    _fill(made, source, f"GRAPH <{iri}> {{ ?s ?p ?o }}")
    return made


def triples_graph(triples: list[Triple]) -> rdflib.Graph:
    """The triples of a CONSTRUCT."""
    made = rdflib.Graph()
    _name_prefixes(made)
    _add(made, triples)
    return made


def graph_names(source: Source) -> list[str]:
    """The IRIs of all named graphs, in order."""
    return [graph.value for (graph, *_) in source.select(_NAMES).rows if isinstance(graph, NamedNode)]


def _fill(graph: rdflib.Graph, source: Source, pattern: str) -> None:
    """Add what the pattern finds.

    Raises:
        QueryError: an endpoint has cut its answer short.
    """
    _add(graph, source.construct(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}"))
    ((count,),) = source.select(
        f"SELECT (COUNT(*) AS ?n) WHERE {{ SELECT DISTINCT ?s ?p ?o WHERE {{ {pattern} }} }}"
    ).rows
    wanted = int(count.value) if isinstance(count, Literal) else -1
    if len(graph) != wanted:
        raise QueryError(
            f"{source.place} gave {len(graph):,} of {wanted:,} statements",
            advice="The endpoint limits how long an answer may be: take its dump, and silkgraph.load() the file.",
        )


def _add(graph: rdflib.Graph, triples: list[Triple]) -> None:
    statements: Iterator[tuple[rdflib.term.Identifier, ...]] = rdflib_triples(triples)
    for subject, predicate, value in statements:
        graph.add((subject, predicate, value))


def _name_prefixes(graph: rdflib.Graph) -> None:
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, replace=True)
