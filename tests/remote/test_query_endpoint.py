"""``silkgraph query --endpoint``: what goes wrong between here and an endpoint is told in words."""

from __future__ import annotations

import base64
import socket
from collections.abc import Iterator
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from endpoints import answering, endpoint, saying
from pyoxigraph import NamedNode, Quad, Store
from typer.testing import CliRunner, Result

from silkgraph.cli import app
from silkgraph.remote.credentials import NOBODY, Authorization
from silkgraph.remote.endpoint import RemoteGraph
from silkgraph.remote.http import Web
from silkgraph.store import OpenStore

JSON = "application/sparql-results+json"
TRUE = b'{"head":{},"boolean":true}'


def query(url: str, *arguments: str) -> Result:
    """``silkgraph query --endpoint``."""
    return CliRunner().invoke(app, ["query", "--endpoint", url, *arguments], catch_exceptions=False)


@pytest.fixture(scope="module")
def apart(store: OpenStore) -> Iterator[str]:
    """An endpoint that keeps named graphs out of its default graph, which is empty."""
    graphs = Store()
    graphs.extend(store.quads())
    with endpoint(answering(graphs)) as url:
        yield url


def test_a_question_is_asked_of_the_named_graphs_of_an_endpoint(apart: str) -> None:
    result = query(apart, "has-agreement", "--param", "country=巴基斯坦")

    assert result.exit_code == 0, result.stderr
    assert result.stdout.split() == ["answer", "──────", "yes"]


def test_an_unknown_name_is_told_with_the_nearest_as_here(apart: str) -> None:
    result = query(apart, "partners-of-body", "--param", "body=国家开发银行行")

    assert result.exit_code == 6
    assert "the graph has no body '国家开发银行行'\nDid you mean 国家开发银行" in result.stderr


def test_a_query_that_is_malformed_is_told_with_its_place_as_here(apart: str) -> None:
    result = query(apart, "-e", "SELECT * WHERE { ?s ?p }")

    assert result.exit_code == 6
    assert "the query is malformed at line 1, column 24" in result.stderr


@pytest.mark.parametrize(
    ("status", "media_type", "content", "message"),
    [
        ("401 Unauthorized", "text/plain", b"", "answered 401 Unauthorized\nThe endpoint wants to know who you are"),
        ("404 Not Found", "text/html", b"<p>gone", "answered 404 Not Found: gone\nNothing is at this address"),
        ("500 Internal Server Error", "text/plain", b"disk", "the endpoint answered 500 Internal Server Error: disk"),
        ("503 Service Unavailable", "text/plain", b"", "The endpoint is busy, or the query takes it too long"),
        ("200 OK", "text/html", b"<p>Welcome", "answered with text/html where results of a query were asked for"),
        ("200 OK", JSON, b'{"head":', "answered with broken SPARQL Results in JSON"),
        ("200 OK", JSON, TRUE, "the endpoint answered with a truth value where rows were asked for"),
    ],
)
def test_an_answer_that_is_none(status: str, media_type: str, content: bytes, message: str) -> None:
    with endpoint(saying(status, media_type, content)) as url:
        result = query(url, "-e", "SELECT * { ?s ?p ?o }")

    assert result.exit_code == 7
    assert message in result.stderr
    assert result.stderr.startswith(f"silkgraph: {url}: ")


def test_an_endpoint_that_leads_elsewhere_is_not_followed() -> None:
    def leading(environ: WSGIEnvironment, start: StartResponse) -> list[bytes]:
        start("301 Moved Permanently", [("Location", "https://elsewhere.example/sparql")])
        return [b""]

    with endpoint(leading) as url:
        result = query(url, "-e", "ASK {}")

    assert result.exit_code == 7
    assert "answered 301 and leads to https://elsewhere.example/sparql\nGive that address instead" in result.stderr


def test_a_silent_endpoint_is_given_up() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        result = query(f"http://127.0.0.1:{listener.getsockname()[1]}/", "-e", "ASK {}", "--timeout", "0.2")

    assert result.exit_code == 7
    assert "no answer within 0.2 seconds\nAsk for less, or wait longer: --timeout 300." in result.stderr


def test_an_answer_that_breaks_off_is_none() -> None:
    def cut(environ: WSGIEnvironment, start: StartResponse) -> list[bytes]:
        environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        start("200 OK", [("Content-Type", JSON), ("Content-Length", "1000")])
        return [TRUE]

    with endpoint(cut) as url:
        result = query(url, "-e", "ASK {}")

    assert result.exit_code == 7
    assert "the answer breaks off" in result.stderr


def test_a_name_and_password_are_shown(store: OpenStore) -> None:
    wanted = "Basic " + base64.b64encode(b"li:secret").decode()
    inside = answering(store.graph)

    def guarded(environ: WSGIEnvironment, start: StartResponse) -> list[bytes]:
        if environ.get("HTTP_AUTHORIZATION") == wanted:
            return inside(environ, start)
        environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        start("401 Unauthorized", [("WWW-Authenticate", 'Basic realm="here"')])
        return [b""]

    with endpoint(guarded) as url:
        result = CliRunner(env={"SILKGRAPH_PASSWORD": "secret"}).invoke(
            app, ["query", "--endpoint", url, "--user", "li", "has-agreement", "--format", "csv"]
        )
    assert (result.exit_code, result.stdout) == (0, "true")
    with_none = CliRunner().invoke(app, ["query", "--user", "li", "has-agreement"])
    assert with_none.exit_code == 1
    assert "--user, --password-from and --token-from go with --endpoint" in with_none.stderr


def graph_of(url: str) -> RemoteGraph:
    """The graph behind an endpoint, without a look at it."""
    return RemoteGraph(url, Web(Authorization(NOBODY), 60))


@pytest.mark.parametrize(("rows", "answer"), [("", False), ('{"__ASK_RETVAL":{"type":"literal","value":"1"}}', True)])
def test_the_rows_in_which_virtuoso_answers_ask_are_a_truth_value(rows: str, answer: bool) -> None:
    content = f'{{"head":{{"vars":["__ASK_RETVAL"]}},"results":{{"bindings":[{rows}]}}}}'.encode()
    with endpoint(saying("200 OK", JSON, content)) as url:
        assert bool(graph_of(url).query("ASK {}")) is answer


def test_truth_values_are_words_whatever_the_server_writes() -> None:
    flag = '{"type":"typed-literal","datatype":"http://www.w3.org/2001/XMLSchema#boolean", "value": "1"}'
    text = '{"type":"literal","value":"#boolean\\", \\"value\\": \\"1\\""}'
    content = f'{{"head":{{"vars":["f","t"]}},"results":{{"bindings":[{{"f":{flag},"t":{text}}}]}}}}'.encode()
    with endpoint(saying("200 OK", JSON, content)) as url:
        ((found, kept),) = graph_of(url).query("SELECT * {}")  # type: ignore[misc, union-attr]
    assert (found.value, kept.value) == ("true", '#boolean", "value": "1"')
    triple = b'<urn:s> <urn:p> "0"^^<http://www.w3.org/2001/XMLSchema#boolean> .\n'
    with endpoint(saying("200 OK", "application/n-triples", triple)) as url:
        ((_, _, value),) = graph_of(url).query("CONSTRUCT WHERE { ?s ?p ?o }")  # type: ignore[misc, union-attr]
    assert value.value == "false"


def test_an_answer_that_virtuoso_has_cut_is_none() -> None:
    def cut(environ: WSGIEnvironment, start: StartResponse) -> list[bytes]:
        environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        start("200 OK", [("Content-Type", JSON), ("Server", "Virtuoso/07.20"), ("X-SPARQL-MaxRows", "10000")])
        return [TRUE]

    with endpoint(cut) as url:
        result = query(url, "-e", "ASK {}")
    assert "gives no more than 10000 rows, and cut the answer" in result.stderr


def test_a_union_that_was_pushed_is_asked(store: OpenStore) -> None:
    union, graphs = NamedNode("https://w3id.org/silkgraph/graph/union"), Store()
    graphs.extend(store.quads())
    graphs.extend(Quad(one.subject, one.predicate, one.object, union) for one in store.quads())
    with endpoint(answering(graphs)) as url:
        found = RemoteGraph.connected(url, Web(Authorization(NOBODY), 60))
    assert found.dataset.default == (union.value,)
    assert found.dataset.named == tuple(sorted(store.manifest.graphs))
