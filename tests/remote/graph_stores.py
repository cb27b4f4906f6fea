"""A graph store in memory, over real HTTP, that fails as it is told to."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal
from urllib.parse import parse_qs, urlsplit

Fault = Literal["", "hang", "cut", "half", "busy"] | int
"""What happens to a PUT: nothing, no answer, no answer and the connection closed, the same in the midst of the body,
503 with ``Retry-After``, or a status."""


@dataclass
class FakeStore:
    """What the store holds, what it was asked, and what is to go wrong."""

    graphs: dict[str, bytes] = field(default_factory=dict)
    requests: list[tuple[str, str]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    """Of the next PUTs of graphs other than the ledger, in turn."""
    wants: str = ""
    """The header that who comes must show; empty lets everybody in."""
    leads_to: str = ""
    """Where every request is sent on to."""
    url: str = ""
    hanging: threading.Event = field(default_factory=threading.Event)

    @property
    def named(self) -> dict[str, bytes]:
        """The graphs by the last part of their names."""
        return {name.rpartition("/")[2]: content for name, content in self.graphs.items()}

    def sent(self) -> list[str]:
        """The graphs that were PUT, the ledger apart, by the last part of their names."""
        names = [graph.rpartition("/")[2] for method, graph in self.requests if method == "PUT"]
        return [name for name in names if name != "pushed"]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    store: FakeStore

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""

    def do_GET(self) -> None:
        if self._is_let_in():
            content = self.store.graphs.get(self._graph())
            self._answer(404 if content is None else 200, content or b"", "application/n-triples")

    def do_PUT(self) -> None:
        graph, length = self._graph(), int(self.headers["Content-Length"])
        fault: Fault = ""
        if not graph.endswith("/pushed") and self.store.faults:
            fault = self.store.faults.pop(0)
        if fault == "half":
            self.rfile.read(length // 2)
            return self._cut()
        body = self.rfile.read(length)
        if not self._is_let_in():
            return None
        self.store.requests.append(("PUT", graph))
        if fault == "hang":
            self.store.hanging.wait(60)
            return self._cut()
        if fault == "cut":
            return self._cut()
        if fault == "busy":
            return self._answer(503, b"come again", headers={"Retry-After": "3"})
        if isinstance(fault, int):
            return self._answer(fault, b"<html><head><title>x</title></head><body><p>disk trouble</p></body></html>")
        self.store.graphs[graph] = body
        return self._answer(204)

    def do_DELETE(self) -> None:
        if self._is_let_in():
            self.store.requests.append(("DELETE", self._graph()))
            self._answer(404 if self.store.graphs.pop(self._graph(), None) is None else 204)

    def _is_let_in(self) -> bool:
        if self.store.leads_to:
            self._answer(308, headers={"Location": self.store.leads_to})
        elif self.store.wants and self.headers.get("Authorization") != self.store.wants:
            self._answer(401, headers={"WWW-Authenticate": 'Negotiate, Basic realm="the store", charset="UTF-8"'})
        else:
            return True
        return False

    def _graph(self) -> str:
        parts = urlsplit(self.path)
        fields = parse_qs(parts.query, keep_blank_values=True)
        if "graph" in fields:
            return fields["graph"][0]
        return "" if "default" in fields else self.store.url + parts.path.removeprefix("/store")

    def _answer(
        self, status: int, body: bytes = b"", media_type: str = "text/html", headers: dict[str, str] | None = None
    ) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": media_type, "Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _cut(self) -> None:
        self.close_connection = True
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A connection that we cut."""


@contextmanager
def fake_store() -> Iterator[FakeStore]:
    """A store that runs as long as the block."""
    store = FakeStore()
    handler = type("Handler", (_Handler,), {"store": store})
    with _Server(("127.0.0.1", 0), handler) as server:
        store.url = f"http://127.0.0.1:{server.server_port}/store"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield store
        finally:
            store.hanging.set()
            server.shutdown()
            thread.join()
