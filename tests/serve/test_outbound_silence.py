"""Statement A17: no query makes the server open a connection, and an allowed service is the only exception."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from pyoxigraph import Store
from running import Running, running
from service_forms import FORMS

from silkgraph.serve.confinement import shut_in

RESULT = b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"literal","value":"from outside"}}]}}'


class Listener(ThreadingHTTPServer):
    """An endpoint that counts who comes."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Counting)
        self.hits: list[str] = []
        self.address = f"http://127.0.0.1:{self.server_address[1]}/sparql"


class _Counting(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("content-length", 0)))
        self.do_GET()

    def do_GET(self) -> None:
        assert isinstance(self.server, Listener)
        self.server.hits.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Content-Length", str(len(RESULT)))
        self.end_headers()
        self.wfile.write(RESULT)

    def log_message(self, *_: object) -> None:
        """Nothing: the hits are what counts."""


@pytest.fixture
def listener() -> Iterator[Listener]:
    """An endpoint on this machine."""
    with Listener() as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield found
        found.shutdown()


@pytest.mark.parametrize("form", FORMS)
def test_a17_service_is_refused_in_every_form(form: str, server: Running, listener: Listener) -> None:
    reply = server.query(FORMS[form] % f"<{listener.address}>")

    assert reply.status in (400, 403)
    assert "SERVICE" in reply.text or reply.status == 400
    assert listener.hits == []


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM <%s> { ?s ?p ?o }",
        "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { GRAPH <%s> { ?s ?p ?o } }",
        "DESCRIBE <%s>",
        "LOAD <%s>",
        "LOAD SILENT <%s> INTO GRAPH <urn:x>",
    ],
)
def test_a17_no_graph_is_fetched(query: str, server: Running, listener: Listener) -> None:
    reply = server.query(query % listener.address, accept="*/*")

    assert reply.status in (200, 400, 403)
    assert "from outside" not in reply.text
    assert server.query("ASK { ?s ?p ?o }", **{"default-graph-uri": listener.address}).json()["boolean"] is False
    assert listener.hits == []


def test_a_word_in_a_text_is_no_service(server: Running) -> None:
    assert server.ask('ASK { BIND("SERVICE <http://x/> LOAD" AS ?service) # SERVICE <http://y/>\n }')


@pytest.mark.parametrize("files", [0, 100])
def test_the_second_wall_holds_without_the_first(files: int, listener: Listener) -> None:
    """What a worker does at its start keeps the engine from opening a connection, whatever the query."""
    import multiprocessing

    def attempt(results: object) -> None:
        store = Store()
        shut_in(0, network=False, files=files)
        try:
            list(store.query(FORMS["plain"] % f"<{listener.address}>"))  # type: ignore[arg-type]
            results.send("answered")  # type: ignore[attr-defined]
        except Exception as error:
            results.send(str(error))  # type: ignore[attr-defined]

    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=attempt, args=(theirs,))
    process.start()
    assert ours.recv() != "answered"
    process.join()
    assert listener.hits == []


def test_an_allowed_service_is_asked_and_no_other(built_folder: Path, tmp_path: Path, listener: Listener) -> None:
    with running(built_folder, tmp_path, "--allow-service", listener.address, "--workers", "1") as server:
        assert server.rows(FORMS["plain"] % f"<{listener.address}>") == [{"s": "from outside"}]
        assert len(listener.hits) == 1
        for other in (
            f"{listener.address}x",
            listener.address.replace("127.0.0.1", "localhost"),
            "http://127.0.0.1:1/",
        ):
            assert server.query(FORMS["plain"] % f"<{other}>").status == 403
        assert server.query(FORMS["bind"] % f"<{listener.address}>").status == 403
        assert len(listener.hits) == 1
