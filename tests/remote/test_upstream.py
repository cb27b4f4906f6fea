"""``silkgraph serve --upstream``: the endpoint and the pages over another endpoint, and what is told when it fails."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from endpoints import Application, answering, endpoint, saying
from pyoxigraph import Literal, NamedNode, Quad, Store
from running import Running, free_port, running

from silkgraph.store import OpenStore

JSON = "application/sparql-results+json"
PROBLEM = "application/problem+json"
EITHER = f"{JSON}, {PROBLEM}"
LEDGER = NamedNode("https://w3id.org/silkgraph/graph/pushed")
COUNT = "SELECT (COUNT(?outcome) AS ?n) { ?outcome a silk:Outcome }"


class Elsewhere:
    """An endpoint with the built graph in its default graph, and with a mind of its own."""

    def __init__(self, store: OpenStore) -> None:
        self.graphs = Store()
        self.graphs.extend(store.graph)
        self.asked = 0
        self.instead: Application | None = None
        self._answer = answering(self.graphs)

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> list[bytes]:
        self.asked += 1
        return (self.instead or self._answer)(environ, start)


@pytest.fixture(scope="module")
def elsewhere_and_server(
    store: OpenStore, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Elsewhere, Running]]:
    """That endpoint, and a server that answers from it."""
    folder, there = tmp_path_factory.mktemp("upstream"), Elsewhere(store)
    with endpoint(there) as url:
        options = ("--upstream", url, "--timeout", "60", "--refresh", "0.5", "--workers", "2")
        with running(folder, folder, *options) as server:
            yield there, server


@pytest.fixture
def there(elsewhere_and_server: tuple[Elsewhere, Running]) -> Iterator[Elsewhere]:
    """The endpoint, which answers as it should again after the test."""
    yield elsewhere_and_server[0]
    elsewhere_and_server[0].instead = None


@pytest.fixture
def server(elsewhere_and_server: tuple[Elsewhere, Running]) -> Running:
    """The server."""
    return elsewhere_and_server[1]


def problem(server: Running, query: str) -> tuple[int, str, str]:
    """The status of a query that fails, and what is told."""
    reply = server.query(query, accept=EITHER)
    told: dict[str, Any] = reply.json()
    return reply.status, told["type"].rpartition("/")[2], told["detail"]


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_rows_come_in_every_form(server: Running, store: OpenStore, form: str) -> None:
    number = str(sum(1 for _ in store.graph.query("SELECT * { ?o a <https://w3id.org/silkgraph/ontology#Outcome> }")))

    reply = server.query(COUNT, format=form)

    assert reply.status == 200
    assert number in reply.text


@pytest.mark.parametrize("form", ["ttl", "nt", "nq", "trig", "rdf", "jsonld"])
def test_graphs_come_in_every_form(server: Running, form: str) -> None:
    reply = server.query("CONSTRUCT { body:ndrc rdfs:label ?name } WHERE { body:ndrc rdfs:label ?name }", format=form)

    assert reply.status == 200
    assert "National Development and Reform Commission" in reply.text


def test_an_answer_is_kept_until_the_graph_there_changes(there: Elsewhere, server: Running) -> None:
    first = server.query(COUNT)
    asked = there.asked
    tag = first.headers["etag"]
    # What the server asks by itself, to see whether anything has changed, is not the query.
    assert server.query(COUNT).body == first.body
    fresh = server.get("/sparql?" + urlencode({"query": COUNT}), JSON, If_None_Match=tag)
    assert (fresh.status, fresh.body) == (304, b"")

    there.graphs.add(Quad(LEDGER, NamedNode("http://rdfs.org/ns/void#triples"), Literal(1), LEDGER))
    deadline = time.monotonic() + 120
    while server.query(COUNT).headers["etag"] == tag and time.monotonic() < deadline:
        time.sleep(0.2)

    assert server.query(COUNT).headers["etag"] != tag
    assert there.asked > asked


def test_what_is_malformed_or_refused_never_leaves(there: Elsewhere, server: Running) -> None:
    def never(environ: WSGIEnvironment, start: StartResponse) -> list[bytes]:
        asked = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])).decode()
        left.append(asked)
        start("500 Internal Server Error", [])
        return [b""]

    left: list[str] = []
    there.instead = never
    assert problem(server, "SELECT * { ?marked ?p }")[:2] == (400, "malformed-query")
    assert problem(server, "SELECT * { SERVICE <http://marked.example/> { ?s ?p ?o } }")[:2] == (403, "refused-query")
    assert [asked for asked in left if "marked" in asked] == []


def test_text_search_is_refused_in_words(server: Running) -> None:
    query = 'SELECT ?text { ?p oa:exact ?text . FILTER(silk:matches(?text, "绿色金融")) }'
    status, code, detail = problem(server, query)
    assert (status, code) == (501, "no-search")
    assert "there is no text search here" in detail and "CONTAINS" in detail
    assert server.get("/search?q=bank", "text/html").status == 501
    assert b"extensionFunction" not in server.get("/.well-known/sparql", "text/turtle").body


def test_files_are_refused_and_graphs_are_given(server: Running, store: OpenStore) -> None:
    assert server.get("/dump/silkgraph.nq", PROBLEM).json()["type"].endswith("/no-files")
    links = "https://w3id.org/silkgraph/graph/links"
    given = server.get("/graph-store?" + urlencode({"graph": links}), "application/n-triples")
    assert given.status == 200
    assert len(given.text.splitlines()) == store.manifest.graphs[links]
    assert server.get("/graph-store?graph=https://w3id.org/silkgraph/graph/none", "text/turtle").status == 404


@pytest.mark.parametrize(
    ("instead", "status", "code", "told"),
    [
        (
            saying("500 Internal Server Error", "text/plain", b"disk"),
            502,
            "upstream-failed",
            "answered 500",
        ),
        (saying("503 Service Unavailable", "text/plain", b"later"), 503, "upstream-busy", "503 Service Unavailable"),
        (saying("200 OK", "text/html", b"<p>Welcome"), 502, "upstream-failed", "answered with text/html where results"),
        (saying("200 OK", JSON, b'{"head":'), 502, "upstream-failed", "answered with broken SPARQL Results in JSON"),
    ],
    ids=["500", "503", "page", "broken"],
)
def test_an_upstream_that_fails_is_told_without_its_address(
    there: Elsewhere, server: Running, instead: Application, status: int, code: str, told: str
) -> None:
    there.instead = instead

    found = problem(server, f"SELECT * {{ ?s ?p {status} }} # {told}")

    assert found[:2] == (status, code)
    assert told in found[2]
    assert "127.0.0.1" not in found[2]


def test_what_was_answered_before_is_answered_while_the_upstream_is_away(there: Elsewhere, server: Running) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?s silk:kind kind:agreement }"
    before = server.query(query)

    there.instead = saying("502 Bad Gateway", "text/plain", b"")

    assert server.query(query).body == before.body
    assert problem(server, "SELECT * { ?s silk:kind ?never }")[:2] == (502, "upstream-failed")
    there.instead = None
    assert server.query("SELECT * { ?s silk:kind ?never } LIMIT 1").status == 200


def test_an_upstream_that_hangs_holds_nobody(there: Elsewhere, server: Running) -> None:
    over = threading.Event()

    def hanging(environ: WSGIEnvironment, start: StartResponse) -> list[bytes]:
        over.wait(100)
        start("500 Internal Server Error", [])
        return [b""]

    query = "SELECT (COUNT(*) AS ?n) { ?s silk:kind kind:event }"
    before = server.query(query)
    there.instead = hanging
    try:
        asked = urlencode({"query": "SELECT * { ?s silk:kind ?hangs }", "timeout": "1"})
        late = server.get(f"/sparql?{asked}", EITHER)
        assert late.status in (503, 504)
        assert late.json()["type"].rpartition("/")[2] in ("time-limit", "upstream-timeout")
        assert server.query(query).body == before.body
    finally:
        over.set()


def started(*options: str) -> subprocess.CompletedProcess[str]:
    """``silkgraph serve`` with options that it cannot begin with."""
    command = [sys.executable, "-m", "silkgraph", "serve", "--port", str(free_port()), *options]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120)


def test_it_does_not_begin_without_an_upstream_that_has_the_graph() -> None:
    away = started("--upstream", f"http://127.0.0.1:{free_port()}/sparql")
    assert away.returncode == 7
    assert "cannot be reached: Connection refused" in away.stderr
    with endpoint(answering(Store())) as url:
        empty = started("--upstream", url)
    assert empty.returncode == 7
    assert "the endpoint answers, but has no silk:Outcome" in empty.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--upstream", "ftp://x/"), "an endpoint is asked over http or https"),
        (("--upstream", "http://x/", "--allow-service", "http://y/"), "--allow-service goes without --upstream"),
        (("--user", "li"), "--user, --password-from and --token-from go with --upstream"),
    ],
)
def test_options_that_do_not_go_together(options: tuple[str, ...], told: str) -> None:
    ended = started(*options)

    assert ended.returncode == 1
    assert told in ended.stderr
