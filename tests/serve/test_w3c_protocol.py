"""The query side of the W3C's SPARQL 1.1 Protocol test suite, read from its manifest and run against a real server."""

from __future__ import annotations

import http.client
import json
from pathlib import Path
from typing import NamedTuple

import pytest
from rdflib import RDF, Graph, Namespace, Node
from rdflib.collection import Collection
from running import JSON, Running

MANIFEST = Path(__file__).parent / "w3c" / "manifest.ttl"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")


class Exchange(NamedTuple):
    """A request of the manifest, and what it expects."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    statuses: set[str]
    boolean: bool | None


def exchanges() -> dict[str, list[Exchange]]:
    """The requests of each test on the query side, by the test's name."""
    graph = Graph().parse(MANIFEST)
    manifest = next(graph.subjects(RDF.type, MF.Manifest))
    tests = Collection(graph, graph.value(manifest, MF.entries))
    return {
        str(test).partition("#")[2]: [
            _exchange(graph, request)
            for connection in graph.objects(test, MF.action)
            for request in Collection(graph, graph.value(connection, HT.requests))
        ]
        for test in tests
        if "update" not in str(test)
    }


def _exchange(graph: Graph, request: Node) -> Exchange:
    headers = {}
    if (listed := graph.value(request, HT.headers)) is not None:
        for header in Collection(graph, listed):
            headers[str(graph.value(header, HT.fieldName)).lower()] = str(graph.value(header, HT.fieldValue))
    body = None
    if (content := graph.value(request, HT.body)) is not None:
        encoding = str(graph.value(content, CNT.characterEncoding) or "utf-8")
        body = str(graph.value(content, CNT.chars)).encode(encoding)
    response = graph.value(request, HT.resp)
    boolean = graph.value(response, MF.expectedBoolean)
    if boolean is not None:
        headers.setdefault("accept", JSON)
    return Exchange(
        str(graph.value(request, HT.methodName)),
        str(graph.value(request, HT.absolutePath)),
        headers,
        body,
        {str(status).partition("StatusCode")[2][0] for status in graph.objects(response, MF.expectedStatus)},
        None if boolean is None else bool(boolean),
    )


EXCHANGES = exchanges()


def test_the_manifest_has_twenty_tests_of_queries() -> None:
    assert len(EXCHANGES) == 20


@pytest.mark.parametrize("name", EXCHANGES)
def test_the_server_answers_as_the_manifest_expects(name: str, w3c_server: Running) -> None:
    for exchange in EXCHANGES[name]:
        connection = http.client.HTTPConnection("127.0.0.1", w3c_server.port, timeout=10)
        connection.putrequest(exchange.method, exchange.path)
        for header, value in exchange.headers.items():
            connection.putheader(header, value)
        if exchange.body is not None:
            connection.putheader("content-length", str(len(exchange.body)))
        connection.endheaders(exchange.body)
        reply = connection.getresponse()
        content = reply.read()
        connection.close()
        assert str(reply.status)[0] in exchange.statuses, content
        if exchange.boolean is not None:
            assert json.loads(content)["boolean"] is exchange.boolean
