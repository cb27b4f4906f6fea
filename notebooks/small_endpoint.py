"""A SPARQL endpoint over a few lines of Turtle, for the notebook on federated queries: somebody else's, as it were."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs
from wsgiref.simple_server import WSGIRequestHandler, make_server

from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, Store


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing."""


@contextmanager
def endpoint(turtle: str) -> Iterator[str]:
    """The address of an endpoint that answers SELECT over this Turtle, as long as the block runs."""
    store = Store()
    store.load(turtle, format=RdfFormat.TURTLE)

    def answer(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)).decode()
        sent = parse_qs(body if "urlencoded" in environ.get("CONTENT_TYPE", "") else environ.get("QUERY_STRING", ""))
        found = store.query(sent["query"][0] if "query" in sent else body)
        assert isinstance(found, QuerySolutions)
        start("200 OK", [("Content-Type", QueryResultsFormat.JSON.media_type)])
        return [found.serialize(format=QueryResultsFormat.JSON) or b""]

    with make_server("127.0.0.1", 0, answer, handler_class=_Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/sparql"
        finally:
            server.shutdown()
            thread.join()
