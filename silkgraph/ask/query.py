"""Running SPARQL on the graph: the union of the named graphs is the default graph (``store.in_union``)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store, Variable

from silkgraph.ask.guard import check_query
from silkgraph.errors import QueryError
from silkgraph.export.prefixes import PREFIXES

_AT = re.compile(r"^error at (\d+):(\d+): (.*)$", re.DOTALL)

Answer = QuerySolutions | QueryBoolean | QueryTriples


def ask(
    graph: Store,
    query: str,
    *,
    path: str | None = None,
    substitutions: Mapping[Variable, NamedNode | Literal] | None = None,
) -> Answer:
    """The answer to a SPARQL 1.1 query over a built graph; it may use ``PREFIXES`` undeclared.

    Args:
        graph: the store.
        query: SELECT, ASK, CONSTRUCT or DESCRIBE.
        path: the file that the query comes from, for messages.
        substitutions: terms that stand for variables.

    Raises:
        QueryError: the query is malformed (with line and column) or asks for what is refused.
    """
    check_query(query, path)
    try:
        return graph.query(query, prefixes=PREFIXES, substitutions=dict(substitutions or {}))
    except SyntaxError as error:
        raise malformed(query, error, path) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"the query could not be answered: {error}", path=path) from error


def malformed(query: str, error: SyntaxError, path: str | None = None) -> QueryError:
    """The parser's complaint with the place and the line it is about."""
    found = _AT.match(str(error))
    if found is None:
        return QueryError(f"the query is malformed: {error}", path=path)
    line, column, wanted = int(found[1]), int(found[2]), found[3]
    written = query.splitlines()[line - 1] if line <= query.count("\n") + 1 and query else ""
    return QueryError(
        f"the query is malformed at line {line}, column {column}: {wanted}",
        path=path,
        line=line if path else None,
        advice=f"  {written}\n  {' ' * (column - 1)}^",
    )
