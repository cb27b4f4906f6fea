"""The built graph in servers of other make: loaded by ``silkgraph push``, and asked there."""

from __future__ import annotations

import http.client
import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from other_servers import Other, oxigraph, virtuoso
from running import Running, running
from same_answers import normal
from typer.testing import CliRunner, Result

from silkgraph.ask.library import Question, all_questions
from silkgraph.ask.query import ask
from silkgraph.cli import app
from silkgraph.locations import knowledge
from silkgraph.remote.credentials import NOBODY, Authorization, credentials
from silkgraph.remote.endpoint import RemoteGraph
from silkgraph.remote.http import Web
from silkgraph.store import OpenStore

WEB = Web(Authorization(NOBODY), 300)
GRAPHS = "https://w3id.org/silkgraph/graph/"
LINKS = f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{GRAPHS}links> {{ ?s ?p ?o }} }}"


@pytest.fixture(scope="module", params=[oxigraph, virtuoso], ids=lambda make: str(make.__name__))
def other(
    request: pytest.FixtureRequest, built_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Other]:
    """A server of other make that holds the built graph."""
    with request.param(tmp_path_factory.mktemp("other")) as server:
        result = push(server, built_folder)
        assert result.exit_code == 0, result.stderr
        assert result.stdout.count("sent") == 9
        yield server


def push(other: Other, data: Path, *options: str) -> Result:
    """``silkgraph push`` with the union where the server can have it."""
    chosen = () if "--graph" in options else ("--union", other.union)
    return CliRunner().invoke(
        app,
        ["push", other.store, "--data-dir", str(data), *other.options, *chosen, *options],
        catch_exceptions=False,
    )


def number(other: Other, query: str) -> int:
    """The one number that a query answers."""
    parts = urlsplit(other.endpoint)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=150)
    try:
        connection.request(
            "GET",
            f"{parts.path}?{urlencode({'query': query})}",
            headers={"Accept": "application/sparql-results+json"},
        )
        (row,) = json.loads(connection.getresponse().read())["results"]["bindings"]
        return int(row["n"]["value"])
    finally:
        connection.close()


@pytest.mark.slow
def test_each_graph_is_there_whole(other: Other, store: OpenStore) -> None:
    for graph, statements in store.manifest.graphs.items():
        assert number(other, f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}") == statements


def test_the_union_is_there_each_statement_once(other: Other, store: OpenStore) -> None:
    pattern = "{ ?s ?p ?o }" if other.union == "default" else f"{{ GRAPH <{GRAPHS}union> {{ ?s ?p ?o }} }}"
    united = {quad.triple for quad in store.quads()}
    assert number(other, f"SELECT (COUNT(*) AS ?n) {pattern}") == len(united)


def test_nothing_is_sent_twice_and_pushing_anew_gives_the_same(
    other: Other, built_folder: Path, store: OpenStore
) -> None:
    again = push(other, built_folder)
    assert again.exit_code == 0
    assert again.stdout.count("there already") == 9

    anew = push(other, built_folder, "--graph", "links", "--anew")

    assert anew.exit_code == 0
    assert number(other, LINKS) == store.manifest.graphs[f"{GRAPHS}links"]


def test_the_letters_are_the_ones_that_were_sent(other: Other) -> None:
    words = "与老挝、柬埔寨政府签署共建“一带一路”政府间双边合作规划"
    query = f'SELECT (COUNT(*) AS ?n) {{ GRAPH <{GRAPHS}brf1-2017-outcome-list> {{ ?s oa:exact "{words}" }} }}'
    assert number(other, f"PREFIX oa: <http://www.w3.org/ns/oa#> {query}") == 1


def test_a_graph_that_is_cut_in_the_midst_leaves_the_one_before(
    other: Other, store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both servers take a graph whole before they replace the one they have."""
    known = credentials(None, None, None)
    if other.options:
        known = credentials("dba", Path(other.options[3]), None)
    authorization = Authorization(known)
    address = f"{other.store}?{urlencode({'graph': GRAPHS + 'links'})}"
    assert Web(authorization, 150).request("GET", address).status == 200
    parts = urlsplit(address)
    header = authorization.header("PUT", f"{parts.path}?{parts.query}")
    body = b"".join(f"<urn:s:{n}> <urn:p> <urn:o> .\n".encode() for n in range(20_000))
    with socket.create_connection((parts.hostname or "", parts.port or 80)) as connection:
        head = f"PUT {parts.path}?{parts.query} HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Length: {len(body)}\r\n"
        head += "Content-Type: application/n-triples\r\n" + (f"Authorization: {header}\r\n" if header else "")
        connection.sendall(f"{head}\r\n".encode() + body[: len(body) // 2])
        time.sleep(1)

    time.sleep(1)
    assert number(other, LINKS) == store.manifest.graphs[f"{GRAPHS}links"]
    assert number(other, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s <urn:p> ?o } }") == 0


@pytest.fixture(scope="module")
def graph(other: Other) -> RemoteGraph:
    """The graph behind that server."""
    return RemoteGraph.connected(other.endpoint, WEB)


@pytest.mark.parametrize("question", all_questions(knowledge("queries")), ids=lambda question: str(question.name))
def test_the_library_has_the_same_answers(question: Question, graph: RemoteGraph, store: OpenStore) -> None:
    here, there = (normal(ask(one, question.text)) for one in (store.graph, graph))

    assert there == here


@pytest.mark.parametrize(
    "command",
    [
        ("query", "partners-of-body", "--param", "body=国家开发银行", "--format", "tsv"),
        ("query", "network-of-body"),
        ("query", "-e", "ASK { ?outcome silk:partnerCountry place:LA }"),
        ("query", "-e", "SELECT DISTINCT ?g { GRAPH ?g { ?thing a silk:Outcome } } ORDER BY ?g"),
        ("query", "-e", "SELECT (COUNT(*) AS ?n) FROM graph:links { ?s ?p ?o }"),
        ("query", "-e", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
        ("outcomes", "--format", "jsonl"),
        ("figures", "--format", "csv", "--document", "bri-2023-white-paper"),
    ],
    ids=" ".join,
)
def test_commands_ask_it_as_they_ask_the_built_graph(
    command: tuple[str, ...], other: Other, built_folder: Path
) -> None:
    def run(*where: str) -> str:
        result = CliRunner().invoke(app, [*command, *where], catch_exceptions=False)
        assert result.exit_code == 0, result.stderr
        return result.stdout

    assert run("--endpoint", other.endpoint) == run("--data-dir", str(built_folder))


@pytest.fixture(scope="module")
def servers(
    other: Other, built_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Running, Running]]:
    """Silkgraph's own server on that server, and on the built graph."""
    folder = tmp_path_factory.mktemp("servers")
    with (
        running(folder, folder, "--upstream", other.endpoint, "--timeout", "120") as there,
        running(built_folder, folder, "--timeout", "120", "--workers", "1") as here,
    ):
        yield there, here


@pytest.mark.parametrize("question", all_questions(knowledge("queries")), ids=lambda question: str(question.name))
def test_the_library_has_the_same_answers_through_our_own_server(
    question: Question, servers: tuple[Running, Running]
) -> None:
    there, here = (normal(RemoteGraph(one.endpoint, WEB).query(question.text)) for one in servers)

    assert there == here


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/pictures",
        "/id/outcome/brf1-2017-outcome-list/1.3/2.html",
        "/id/outcome/brf3-2023-chair-statement/7.3/2.html",
        "/id/forum/2017.html",
        "/id/place/LA.html",
        "/scheme/kind/agreement.html",
    ],
)
def test_the_pages_are_the_same_through_our_own_server(path: str, servers: tuple[Running, Running]) -> None:
    there, here = (one.get(path, "text/html").text.replace(one.root, "") for one in servers)

    assert "<main" in here
    assert there == here


def test_a_wrong_password_is_told_and_one_that_nobody_wants_is_not_shown(
    other: Other, built_folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "password").write_text("wrong")
    wrong = ("--user", "dba", "--password-from", str(tmp_path / "password"))
    result = CliRunner().invoke(app, ["push", other.store, "--data-dir", str(built_folder), "--graph", "links", *wrong])

    wants_one = bool(other.options)
    assert result.exit_code == (7 if wants_one else 0)
    assert ("answered 401 Unauthorized" in result.stderr) is wants_one
