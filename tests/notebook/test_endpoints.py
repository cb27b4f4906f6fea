"""What goes wrong between here and an endpoint is told in words; what an endpoint keeps apart is put together."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from endpoints import answering, endpoint, saying
from pyoxigraph import Store

import silkgraph
from silkgraph.errors import SilkgraphError
from silkgraph.notebook.knowledge_graph import KnowledgeGraph
from silkgraph.notebook.remote import EndpointError, RemoteSource

JSON = "application/sparql-results+json"


def test_the_graphs_of_an_endpoint_whose_default_graph_is_empty_are_named_with_each_query(
    kg: KnowledgeGraph, apart: KnowledgeGraph
) -> None:
    assert isinstance(apart.source, RemoteSource)
    assert len(apart.source.graphs) == 8
    for query in (
        "SELECT (COUNT(*) AS ?n) WHERE { SELECT DISTINCT ?s ?p ?o WHERE { ?s ?p ?o } }",
        "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s a silk:Outcome } }",
        "SELECT (COUNT(*) AS ?n) FROM graph:links WHERE { ?s ?p ?o }",
    ):
        assert apart.query(query).value() == kg.query(query).value() != 0


def test_an_endpoint_whose_default_graph_is_the_union_is_asked_plainly(served: KnowledgeGraph) -> None:
    assert isinstance(served.source, RemoteSource)
    assert served.source.graphs == ()


@pytest.mark.parametrize(
    ("status", "media_type", "content", "message"),
    [
        (
            "404 Not Found",
            "text/html",
            b"<style>p{}</style><p>gone away",
            "answered 404 Not Found: gone away",
        ),
        (
            "503 Service Unavailable",
            "text/plain",
            b"too long",
            "Unavailable: too long\nThe endpoint is busy",
        ),
        ("500 Internal Server Error", "text/plain", b"", "the endpoint answered 500 Internal Server Error"),
        ("200 OK", "text/html", b"<p>Welcome", "answered with text/html where results of a query were asked for"),
        ("200 OK", JSON, b'{"head":', "answered with broken"),
        (
            "200 OK",
            JSON,
            b'{"head":{"vars":[]},"results":{"bindings":[]}}',
            "rows where a truth value was",
        ),
    ],
)
def test_an_answer_that_is_none_is_told_in_words(status: str, media_type: str, content: bytes, message: str) -> None:
    with endpoint(saying(status, media_type, content)) as url, pytest.raises(EndpointError) as caught:
        silkgraph.load(url)

    assert message in str(caught.value)
    assert str(caught.value).startswith(f"{url}: ")


def test_an_endpoint_without_our_data_is_told() -> None:
    with endpoint(answering(Store())) as url, pytest.raises(EndpointError, match="has no silk:Outcome in its default"):
        silkgraph.load(url)


@pytest.fixture
def deaf() -> Iterator[str]:
    """A place that takes requests and never answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/sparql"


def test_waiting_ends(deaf: str) -> None:
    with pytest.raises(EndpointError, match=r"no answer within 0\.2 seconds\nAsk for less, or wait longer"):
        silkgraph.load(deaf, timeout=0.2)


def test_an_endpoint_that_is_not_running_is_told() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/sparql"
    with pytest.raises(EndpointError, match="cannot be reached"):
        silkgraph.load(url)


def test_other_protocols_are_refused() -> None:
    with pytest.raises(SilkgraphError, match="an endpoint is asked over http or https"):
        silkgraph.load("file:///etc/passwd")


def test_an_answer_that_an_endpoint_cuts_short_is_no_graph(kg: KnowledgeGraph) -> None:
    class Cut:
        """The built graph behind something that gives ten triples of any CONSTRUCT."""

        place = "http://example.org/sparql"
        select, ask, close = kg.source.select, kg.source.ask, kg.source.close

        def construct(self, query: str) -> list[object]:
            return list(kg.source.construct(query))[:10]

    with pytest.raises(SilkgraphError, match=r"http://example.org/sparql gave 10 of [\d,]+ statements"):
        KnowledgeGraph(Cut()).graph("links")  # type: ignore[arg-type]


def test_a_query_over_the_built_graph_may_ask_an_endpoint_that_was_allowed(
    built_folder: object, served: KnowledgeGraph
) -> None:
    query = f"""SELECT ?name WHERE {{
      body:cdb silk:country ?place . SERVICE <{served.place}> {{ ?place rdfs:label ?name }}
    }} ORDER BY ?name"""
    with silkgraph.load(str(built_folder), services=[served.place]) as allowed:
        assert allowed.query(query).column("name") == ["China", "中国"]
    with silkgraph.load(str(built_folder)) as closed, pytest.raises(SilkgraphError, match="SERVICE is refused"):
        closed.query(query)
