"""Endpoints for the tests: applications, and a server that runs them as long as a block."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs
from wsgiref.simple_server import WSGIRequestHandler, make_server
from wsgiref.types import StartResponse, WSGIEnvironment

from pyoxigraph import NamedNode, QueryResultsFormat, QueryTriples, RdfFormat, Store, serialize

Application = Callable[[WSGIEnvironment, StartResponse], list[bytes]]


def answering(graphs: Store) -> Application:
    """An endpoint as the protocol has it: the dataset is what the request names, else the store as it is."""

    def answer(environ: WSGIEnvironment, start: StartResponse) -> list[bytes]:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)).decode("ascii")
        fields = parse_qs(body)
        default, named = ([NamedNode(g) for g in fields.get(f"{name}-graph-uri", [])] for name in ("default", "named"))
        dataset = {"default_graph": default, "named_graphs": named} if default or named else {}
        try:
            found = graphs.query(fields["query"][0], **dataset)  # type: ignore[arg-type]
        except SyntaxError as error:
            start("400 Bad Request", [("Content-Type", "text/plain")])
            return [str(error).encode()]
        if isinstance(found, QueryTriples):
            content, media_type = serialize(found, format=RdfFormat.N_TRIPLES), RdfFormat.N_TRIPLES.media_type
        else:
            content, media_type = found.serialize(format=QueryResultsFormat.JSON), QueryResultsFormat.JSON.media_type
        start("200 OK", [("Content-Type", f"{media_type}; charset=utf-8"), ("Content-Encoding", "gzip")])
        return [gzip.compress(content or b"")]

    return answer


def saying(status: str, media_type: str, content: bytes) -> Application:
    """Something that answers everything alike."""

    def answer(environ: WSGIEnvironment, start: StartResponse) -> list[bytes]:
        environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        start(status, [("Content-Type", media_type)])
        return [content]

    return answer


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@contextmanager
def endpoint(application: Application) -> Iterator[str]:
    """The address of an application that runs as long as the block."""
    with make_server("127.0.0.1", 0, application, handler_class=_Silent) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/sparql"
        finally:
            server.shutdown()
            thread.join()
