"""Running SPARQL on the graph: the union of the named graphs is the default graph (``store.in_union``)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Triple, Variable

from silkgraph.ask.guard import check_query
from silkgraph.ask.syntax import fault
from silkgraph.errors import QueryError
from silkgraph.export.prefixes import PREFIXES

Answer = QuerySolutions | QueryBoolean | QueryTriples


class Graph(Protocol):
    """What answers queries: a store of pyoxigraph's, or an endpoint that is asked in the same words."""

    def query(
        self,
        query: str,
        *,
        prefixes: dict[str, str] | None = None,
        substitutions: dict[Variable, NamedNode | BlankNode | Literal | Triple] | None = None,
    ) -> Answer:
        """The answer to a query."""


def ask(
    graph: Graph,
    query: str,
    *,
    path: str | None = None,
    substitutions: Mapping[Variable, NamedNode | Literal] | None = None,
    services: Collection[str] = (),
) -> Answer:
    """The answer to a SPARQL 1.1 query over a built graph; it may use ``PREFIXES`` undeclared.

    Args:
        graph: the store, or the endpoint.
        query: SELECT, ASK, CONSTRUCT or DESCRIBE.
        path: the file that the query comes from, for messages.
        substitutions: terms that stand for variables.
        services: the endpoints that ``SERVICE`` may name.

    Raises:
        QueryError: the query is malformed (with line and column) or asks for what is refused.
    """
    check_query(query, path, services=services)

    def evaluated(query: str) -> Answer:
        return graph.query(query, prefixes=PREFIXES, substitutions=dict(substitutions or {}))

    try:
        return evaluated(query)
    except SyntaxError as error:
        raise malformed(query, error, evaluated, path) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"the query could not be answered: {error}", path=path) from error


def malformed(query: str, error: SyntaxError, parse: Callable[[str], object], path: str | None = None) -> QueryError:
    """What is wrong with a query, with the place and the line it is about."""
    found = fault(query, error, parse)
    if found is None:
        return QueryError(f"the query is malformed: {error}", path=path)
    return QueryError(
        f"the query is malformed at line {found.line}, column {found.column}: {found.problem}",
        path=path,
        line=found.line if path else None,
        advice=f"  {found.text}\n  {' ' * (found.column - 1)}^",
    )
