"""What a query may not do is refused on its tokens."""

from __future__ import annotations

import pytest
from pyoxigraph import Store
from service_forms import FORMS

from silkgraph.ask.guard import check_query, tokens
from silkgraph.ask.query import ask
from silkgraph.errors import QueryError


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_no_form_of_service_is_answered(form: str) -> None:
    with pytest.raises(QueryError):
        ask(Store(), form % "<http://127.0.0.1:9/sparql>")


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p "SERVICE <x>" }',
        "SELECT * { ?s ?p '''it's a SERVICE''' }",
        "SELECT * { ?s ?p <https://example.org/SERVICE> } # SERVICE",
        "PREFIX service: <https://example.org/> SELECT * { ?service service:SERVICE service:load }",
        'SELECT * { ?s ?p "a\\"b SERVICE" , "x"@en }',
    ],
)
def test_the_word_in_a_name_a_text_or_a_comment_is_no_service(query: str) -> None:
    check_query(query)
    ask(Store(), query)


@pytest.mark.parametrize("update", ["LOAD <http://127.0.0.1:9/>", "CLEAR ALL", "INSERT DATA { <a:b> <a:b> <a:b> }"])
def test_an_update_is_refused(update: str) -> None:
    with pytest.raises(QueryError, match="the store is read-only"):
        ask(Store(), update)


def test_deep_nesting_is_refused_before_the_parser_sees_it() -> None:
    with pytest.raises(QueryError, match="more than 200 groups inside each other"):
        ask(Store(), "SELECT * " + "{" * 50_000 + "}" * 50_000)


def test_the_refusal_says_where() -> None:
    with pytest.raises(QueryError) as refused:
        check_query("SELECT * {\n  SERVICE <http://127.0.0.1:9/> {} }")

    assert str(refused.value) == (
        "SERVICE is refused: queries are answered from the built graph alone (line 2, column 3)"
    )


def test_tokens_are_what_sparql_means_by_them() -> None:
    query = 'SELECT ?x{?x a:b/c:d <http://e/#f>,"g#h"@zh-Hans} # i'

    assert [token.text for token in tokens(query)] == [
        "SELECT", "?x", "{", "?x", "a:b", "/", "c:d", "<http://e/#f>", ",", '"g#h"', "@zh-Hans", "}",
    ]  # fmt: skip


def test_a_malformed_query_is_shown_with_line_and_column() -> None:
    with pytest.raises(QueryError) as refused:
        ask(Store(), "SELECT * {\n  ?s ?p }", path="mine.rq")

    message = str(refused.value)
    assert message.startswith("mine.rq:2: the query is malformed at line 2, column 9: '}' is not expected here")
    assert message.endswith("\n    ?s ?p }\n          ^")
