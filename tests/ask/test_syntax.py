"""Malformed queries are told where they go wrong, whatever the engine's parser has read ahead."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from silkgraph.ask.syntax import Fault, fault


@pytest.mark.parametrize(
    ("query", "line", "column", "problem"),
    [
        ("SELEKT", 1, 1, "'SELEKT' is not expected here"),
        ("SELECT * WHERE {\n ?s ?p ?o .\n ?s ?p .\n ?x ?y ?z }\n", 3, 8, "'.' is not expected here"),
        ("SELECT *\nWHERE { ?s ?p }", 2, 15, "'}' is not expected here"),
        ("SELECT * { ?s ?p ?o } ORDER BYE ?s", 1, 29, "'BYE' is not expected here"),
        ('SELECT * { ?s ?p ?o\nFILTER(REGEX(?o "x")) }', 2, 17, "'\"x\"' is not expected here"),
        ("SELECT * { ?s ?p ?o FILTR(?o) }", 1, 21, "'FILTR' is not expected here"),
        ("SELECT ?s { ?s", 1, 15, "the query ends too early"),
        ("", 1, 1, "the query ends too early"),
        ("SELECT * { ?s nope:x ?o }", 1, 15, "Prefix not found"),
        ("SELECT (?s AS ?s) { ?s ?p ?o }", 1, 31, "The SELECT overrides an existing variable using an expression"),
    ],
)
def test_a_fault_is_where_the_query_cannot_go_on(query: str, line: int, column: int, problem: str) -> None:
    assert found(query) == Fault(line, column, query.split("\n")[line - 1], problem)


def test_of_a_very_long_query_the_place_is_the_engines() -> None:
    assert found("SELECT * { ?s ?p }" + " " * 200_000).line == 1


def found(query: str) -> Fault:
    """What is wrong with a query."""
    parse = Store().query
    with pytest.raises(SyntaxError) as told:
        parse(query)
    problem = fault(query, told.value, parse)
    assert problem is not None
    return problem
