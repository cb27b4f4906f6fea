"""Answers: the same here, behind ``silkgraph serve`` and behind an endpoint that keeps its graphs apart."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal

import pytest
from pyoxigraph import Literal, NamedNode, Store

import silkgraph
from silkgraph.errors import QueryError
from silkgraph.notebook.knowledge_graph import KnowledgeGraph
from silkgraph.notebook.result import Result
from silkgraph.notebook.sources import LocalSource, Solutions
from silkgraph.notebook.terms import Iri, Text


@pytest.fixture(params=["kg", "served", "apart"])
def any_graph(request: pytest.FixtureRequest) -> KnowledgeGraph:
    """The graph in each of its three places."""
    found: KnowledgeGraph = request.getfixturevalue(request.param)
    return found


TYPED = """
SELECT ?text ?whole ?part ?truth ?day ?year ?thing ?open WHERE {
  VALUES (?text ?whole ?part ?truth ?day ?year ?thing ?open) {
    ("一带"@zh 380000000000 2.5 true "2023-10-18"^^xsd:date "2023"^^xsd:gYear body:cdb UNDEF)
    ("一路"@zh 7 1 false "2017-05-14"^^xsd:date "2017"^^xsd:gYear body:exim UNDEF)
  }
}
"""


def test_cells_are_values_of_python(any_graph: KnowledgeGraph) -> None:
    row = any_graph.query(TYPED)[0]

    assert row.asdict() == {
        "text": Text("一带", "zh"),
        "whole": 380000000000,
        "part": Decimal("2.5"),
        "truth": True,
        "day": date(2023, 10, 18),
        "year": "2023",
        "thing": Iri("https://w3id.org/silkgraph/id/body/cdb"),
        "open": None,
    }
    assert row.text.language == "zh" and row["thing"].short == "body:cdb" and row[1] == row.whole


def test_columns_of_frames_have_the_types_of_their_terms(any_graph: KnowledgeGraph) -> None:
    result = any_graph.query(TYPED)

    assert result.to_pandas().dtypes.astype(str).to_dict() == {
        "text": "string",
        "whole": "Int64",
        "part": "Float64",
        "truth": "boolean",
        "day": "datetime64[s]",
        "year": "Int64",
        "thing": "string",
        "open": "string",
    }
    assert result.to_pandas()["open"].isna().all()
    assert [str(dtype) for dtype in result.to_polars().dtypes] == [
        "String", "Int64", "Float64", "Boolean", "Date", "Int64", "String", "String",
    ]  # fmt: skip
    assert result.to_polars()["open"].null_count() == 2


def test_columns_of_mixed_types_keep_every_value(kg: KnowledgeGraph) -> None:
    result = kg.query('SELECT ?x WHERE { VALUES ?x { 1 "one" true } }')

    assert result.to_pandas()["x"].tolist() == [1, "one", True]
    assert result.to_polars()["x"].to_list() == ["1", "one", "True"]


def test_an_answer_without_rows_is_a_frame_without_rows(kg: KnowledgeGraph) -> None:
    result = kg.query("SELECT ?x ?y WHERE { ?x silk:noSuchProperty ?y }")

    assert (len(result), list(result.to_pandas().columns), result.to_polars().shape) == (0, ["x", "y"], (0, 2))
    assert repr(result) == "x  y\n[0 rows of 2]"


def test_values_stand_for_variables(any_graph: KnowledgeGraph) -> None:
    query = "SELECT (COUNT(?outcome) AS ?n) WHERE { ?outcome silk:partnerCountry ?country ; silk:kind ?kind }"
    laos = {"country": silkgraph.iri("place:LA"), "kind": silkgraph.iri("kind:agreement")}
    written = query.replace("?country", "place:LA").replace("?kind", "kind:agreement")

    assert any_graph.query(query, **laos).value() == any_graph.query(written).value() != 0
    assert any_graph.ask("ASK { ?x skos:notation ?code }", code="LA")
    assert not any_graph.ask("ASK { ?x skos:notation ?code }", code='"} UNION { ?x ?y ?z }')
    assert len(any_graph.construct("CONSTRUCT { ?c rdfs:label ?l } WHERE { ?c rdfs:label ?l }", c=laos["country"])) == 2


def test_a_mistake_is_told_with_its_place(any_graph: KnowledgeGraph) -> None:
    query = (
        "SELECT ?outcome WHERE {\n  ?outcome silk:partnerCountry ?country ;; silk:kind kind:agreement .\n  ?outcome }"
    )
    with pytest.raises(QueryError) as caught:
        any_graph.query(query, country=silkgraph.iri("place:LA"))

    assert "at line 3, column 12" in str(caught.value)
    assert "  ?outcome }\n             ^" in str(caught.value)
    assert caught.value._render_traceback_() == [f"QueryError: {caught.value}"]


def test_each_form_of_query_has_its_call(kg: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match=r"this is ASK, not SELECT\nAsk it with kg.ask\(…\)."):
        kg.query("ASK { }")
    with pytest.raises(QueryError, match=r"this is DESCRIBE, not ASK\nAsk it with kg.construct\(…\)."):
        kg.ask("DESCRIBE body:cdb")


def test_questions_of_the_library_take_names(any_graph: KnowledgeGraph) -> None:
    by_code = any_graph.question("partners-of-body", body="cdb")

    assert len(by_code) > 0
    assert list(any_graph.question("partners-of-body", body="国家开发银行")) == list(by_code)
    with pytest.raises(QueryError, match="the graph has no body '国家开发银号'\nDid you mean 国家开发银行"):
        any_graph.question("partners-of-body", body="国家开发银号")
    with pytest.raises(QueryError, match="has no parameter 'bodi'\nDid you mean body"):
        any_graph.question("partners-of-body", bodi="cdb")


def test_an_answer_is_a_sequence(kg: KnowledgeGraph) -> None:
    result = kg.query("SELECT ?code WHERE { ?x a silk:Forum ; skos:notation ?code } ORDER BY ?code")

    assert [code for (code,) in result] == result.column("code") == ["2017", "2019", "2023"]
    assert [row.code for row in result[1:]] == ["2019", "2023"]
    assert pickle.loads(pickle.dumps(result[0])) == result[0]
    assert repr(result[0]) == "Row(code='2017')"
    with pytest.raises(QueryError, match="the answer has 3 rows of 1, not one cell"):
        result.value()
    with pytest.raises(QueryError, match="the answer has no column 'cod'\nIt has: code"):
        result.column("cod")
    with pytest.raises(AttributeError, match="no cell 'cod'"):
        result[0].cod  # noqa: B018


def test_a_long_answer_is_cut_with_a_note_and_chinese_is_two_wide() -> None:
    result = asked_of_nothing('SELECT ?name ?n { VALUES (?name ?n) { ("国家" 0) ("x" 1) } }')

    assert repr(result) == "name  n\n国家  0\nx     1\n[2 rows of 2]"
    long = asked_of_nothing(f"SELECT ?n {{ VALUES ?n {{ {' '.join(map(str, range(60)))} }} }}")
    assert repr(long).endswith("[60 rows of 1; the first 20 are shown]")
    assert long._repr_html_().count("<tr>") == 51
    assert "60 rows of 1; the first 50 are shown" in long._repr_html_()


def test_what_is_shown_in_a_notebook_is_escaped() -> None:
    hostile = Literal("<img src=x onerror=alert(1)>")
    rows = ((NamedNode("javascript:alert(1)"), hostile), (NamedNode("https://example.org/a?b=1&c='2'"), None))
    shown = Result(Solutions(("<b>", "x"), rows), "")._repr_html_()

    assert "<img" not in shown and "<b>" not in shown
    assert 'href="javascript' not in shown
    assert '<a href="https://example.org/a?b=1&amp;c=&#x27;2&#x27;" rel="noopener noreferrer"' in shown


def asked_of_nothing(query: str) -> Result:
    """The answer of a graph that holds nothing."""
    return KnowledgeGraph(LocalSource("nowhere", Store())).query(query)
