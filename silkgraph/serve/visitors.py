"""The addresses that are about the server itself: the query form, health and counters; the JSON-LD context."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256

from silkgraph.locations import knowledge
from silkgraph.serve.caching import is_fresh
from silkgraph.serve.http import Answering, Request
from silkgraph.serve.metrics import Metrics
from silkgraph.serve.pages import Pages
from silkgraph.serve.pool import Pool
from silkgraph.serve.problems import not_allowed
from silkgraph.serve.views import page_headers
from silkgraph.store.manifest import Manifest

_READ = "GET, HEAD, OPTIONS"


class Visitors:
    """Answers people and monitors."""

    def __init__(
        self,
        pages: Pages,
        pool: Pool,
        metrics: Metrics,
        manifest: Callable[[], Manifest],
    ) -> None:
        self._pages = pages
        self._pool = pool
        self._metrics = metrics
        self._manifest = manifest

    async def query(self, request: Request, answering: Answering) -> None:
        """``/sparql`` in a browser, before a query is written."""
        _reading(request, "page")
        view = self._pages.view(request)
        headers = [*page_headers(request, view), ("cache-control", "no-cache")]
        await answering.whole(200, headers, self._pages.query(view))

    async def health(self, request: Request, answering: Answering) -> None:
        """``/health``: 200 while workers stand ready or run, else 503."""
        _reading(request, "health")
        alive = self._pool.idle + self._pool.running
        told = {
            "status": "ok" if alive else "no worker",
            "dataset": self._manifest().sha256,
            "version": self._manifest().version,
            "workers": {"idle": self._pool.idle, "running": self._pool.running, "long": self._pool.slow},
            "waiting": self._pool.waiting,
        }
        headers = [("content-type", "application/json"), ("cache-control", "no-store")]
        await answering.whole(200 if alive else 503, headers, (json.dumps(told) + "\n").encode("ascii"))

    async def counters(self, request: Request, answering: Answering) -> None:
        """``/metrics``."""
        _reading(request, "metrics")
        headers = [("content-type", "text/plain; version=0.0.4; charset=utf-8"), ("cache-control", "no-store")]
        await answering.whole(200, headers, self._metrics.text())

    async def context(self, request: Request, answering: Answering) -> None:
        """``/context.jsonld``: what the short names of our JSON-LD mean."""
        _reading(request, "context")
        content = (knowledge("ontology") / "context.jsonld").read_bytes()
        tag = f'"{sha256(content).hexdigest()[:20]}"'
        headers = [("content-type", "application/ld+json"), ("cache-control", "public, max-age=3600"), ("etag", tag)]
        if is_fresh(request.header("if-none-match"), tag):
            await answering.whole(304, headers)
            return
        await answering.whole(200, headers, content)


def _reading(request: Request, route: str) -> None:
    request.notes["route"] = route
    if request.method not in ("GET", "HEAD"):
        raise not_allowed(request.method, _READ)
