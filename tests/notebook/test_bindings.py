"""Values go into a query where they belong, and mistakes are told where they are."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import rdflib

from silkgraph.ask.written import form_of, with_prefixes
from silkgraph.errors import QueryError
from silkgraph.notebook.bindings import bound
from silkgraph.notebook.terms import Iri, Text, iri, python_value, term_of


@pytest.mark.parametrize(
    ("query", "values", "result"),
    [
        (
            "SELECT ?x WHERE { ?x silk:country ?c }",
            {"c": iri("place:LA")},
            "SELECT ?x WHERE { VALUES ?c { <https://w3id.org/silkgraph/id/place/LA> }  ?x silk:country ?c }",
        ),
        (
            "CONSTRUCT { ?x a ?c } WHERE { ?x a ?c }",
            {"c": 'he said "{"'},
            'CONSTRUCT { ?x a ?c } WHERE { VALUES ?c { "he said \\"{\\"" }  ?x a ?c }',
        ),
        (
            "SELECT (EXISTS { ?x ?p ?n } AS ?there) { ?x ?p ?n }",
            {"n": 3},
            "SELECT (EXISTS { ?x ?p ?n } AS ?there) { VALUES ?n { 3 }  ?x ?p ?n }",
        ),
        (
            'ASK { VALUES ?c { "USD" } ?x silk:unit ?c }',
            {"c": "CNY"},
            'ASK { VALUES ?c { "CNY" } ?x silk:unit ?c }',
        ),
    ],
)
def test_a_value_is_put_first_into_the_outermost_group_or_where_the_query_has_one(
    query: str, values: dict[str, object], result: str
) -> None:
    assert bound(query, values) == result


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x WHERE { ?x silk:country ?country }", "the query has no variable ?contry\nDid you mean country?"),
        ("CONSTRUCT WHERE { ?contry a silk:Place }", "CONSTRUCT WHERE { … } cannot take values"),
        ("DESCRIBE ?contry", "the query has no group { … } to put a value into"),
    ],
)
def test_a_value_that_has_no_place_is_refused(query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message.replace("?", r"\?").replace("{", r"\{").replace("}", r"\}")):
        bound(query, {"contry": "LA"})


def test_prefixes_are_declared_when_used_and_not_declared() -> None:
    query = 'PREFIX silk: <https://example.org/> SELECT * { ?x silk:a skos:Concept ; ?p "rdfs:label" # owl:Thing\n}'

    assert with_prefixes(query) == f"PREFIX skos: <http://www.w3.org/2004/02/skos/core#> {query}"


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("# ASK\nPREFIX ask: <http://x/> SELECT * {}", "select"),
        ("BASE <http://x/> construct { } where { }", "construct"),
        ("describe <http://x/>", "describe"),
    ],
)
def test_the_form_of_a_query_is_its_first_word_behind_the_prologue(query: str, form: str) -> None:
    assert form_of(query) == form


def test_what_is_no_query_is_refused() -> None:
    with pytest.raises(QueryError, match="this is not a query"):
        form_of("INSERT DATA { <a> <b> <c> }")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("CNY", '"CNY"'),
        (Text("老挝", "zh"), '"老挝"@zh'),
        (Iri("https://example.org/a"), "<https://example.org/a>"),
        (True, '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
        (Decimal("2.50"), '"2.50"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        (date(2023, 10, 18), '"2023-10-18"^^<http://www.w3.org/2001/XMLSchema#date>'),
        (
            datetime(2023, 10, 18, tzinfo=UTC),
            '"2023-10-18T00:00:00+00:00"^^<http://www.w3.org/2001/XMLSchema#dateTime>',
        ),
        (rdflib.URIRef("https://example.org/a"), "<https://example.org/a>"),
        (rdflib.Literal("老挝", lang="zh"), '"老挝"@zh'),
    ],
)
def test_values_of_python_become_terms_and_come_back(value: object, written: str) -> None:
    term = term_of(value)

    assert str(term) == written
    if not isinstance(value, rdflib.Literal | rdflib.URIRef):
        assert python_value(term) == value


@pytest.mark.parametrize("value", [["LA"], object(), None])
def test_values_that_are_no_terms_are_refused(value: object) -> None:
    with pytest.raises(QueryError, match="cannot be put into a query"):
        term_of(value)


@pytest.mark.parametrize("written", ["国家开发银行", "body:", "no such thing", "javascript:alert(1)"])
def test_what_is_no_iri_is_refused(written: str) -> None:
    with pytest.raises(QueryError, match="is not an IRI"):
        iri(written)
