"""Answers with what ``description`` has to tell, in the RDF syntax asked for."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Callable

from silkgraph.serve.caching import FRESHNESS, etag, is_fresh
from silkgraph.serve.description import DATASET, dataset_triples, service_triples, written
from silkgraph.serve.dumps import Dumps
from silkgraph.serve.endpoint import Answers
from silkgraph.serve.frames import Job
from silkgraph.serve.http import Answering, Request
from silkgraph.serve.media import GRAPHS, HTML, NTRIPLES, Form
from silkgraph.serve.negotiation import encoding, named, negotiate
from silkgraph.serve.problems import not_acceptable, not_allowed
from silkgraph.serve.protocol import pairs
from silkgraph.serve.settings import Settings
from silkgraph.store.manifest import Manifest


class SelfDescription:
    """The service description and the dataset's description of one server."""

    def __init__(self, settings: Settings, answers: Answers, dumps: Dumps, manifest: Callable[[], Manifest]) -> None:
        self._settings = settings
        self._answers = answers
        self._dumps = dumps
        self._manifest = manifest
        self._written: dict[tuple[str, str], bytes] = {}
        self._squeezed: dict[tuple[str, str], bytes] = {}

    async def service(self, request: Request, answering: Answering, form: Form) -> None:
        """The service description in a form that was negotiated already."""
        request.notes["route"] = "description"
        triples = service_triples(
            self._settings.root,
            self._manifest(),
            federates=bool(self._settings.allow_services),
            searches=not self._settings.upstream,
        )
        await self._send(written(list(triples), form), f"service-{form.name}", form, request, answering)

    async def service_document(self, request: Request, answering: Answering) -> None:
        """``/.well-known/sparql``."""
        await self.service(request, answering, _form(request))

    async def dataset(self, request: Request, answering: Answering) -> None:
        """``/.well-known/void``: the dataset, with the service that answers for it."""
        request.notes["route"] = "description"
        form = _form(request)
        job = Job("", (None, NTRIPLES.name), dump=(DATASET,), whole=True, seconds=self._settings.timeout_seconds)
        described = await self._answers.get(job, self._answers.key(job))
        assert described.body is not None, "it is asked for whole"
        sizes = self._dumps.sizes()
        name, sha256 = f"dataset-{form.name}-{len(sizes)}", self._manifest().sha256
        if (name, sha256) not in self._written:
            root, content = self._settings.root, described.body
            self._written = {held: body for held, body in self._written.items() if held[1] == sha256}
            self._written[name, sha256] = await asyncio.to_thread(
                lambda: written(list(dataset_triples(content, root, sizes)), form)
            )
        await self._send(self._written[name, sha256], name, form, request, answering)

    async def _send(self, body: bytes, name: str, form: Form, request: Request, answering: Answering) -> None:
        squeezed = encoding(request.header("accept-encoding")) == "gzip"
        sha256 = self._manifest().sha256
        tag = etag(f"{name}-{sha256[:20]}{'-gzip' if squeezed else ''}")
        headers = [
            ("content-type", form.content_type),
            ("etag", tag),
            ("vary", "Accept, Accept-Encoding"),
            ("cache-control", FRESHNESS),
            ("link", f'<{self._settings.root}/.well-known/void>; rel="describedby"'),
        ]
        if is_fresh(request.header("if-none-match"), tag):
            await answering.whole(304, headers)
            return
        if squeezed:
            headers.append(("content-encoding", "gzip"))
            if (name, sha256) not in self._squeezed:
                packed = await asyncio.to_thread(gzip.compress, body, 5, mtime=0)
                self._squeezed = {held: kept for held, kept in self._squeezed.items() if held[1] == sha256}
                self._squeezed[name, sha256] = packed
            body = self._squeezed[name, sha256]
        await answering.whole(200, headers, body)


def _form(request: Request) -> Form:
    if request.method not in ("GET", "HEAD"):
        raise not_allowed(request.method, "GET, HEAD, OPTIONS")
    name = dict(pairs(request.query_string, "the query string")).get("format")
    form = named(name, GRAPHS) if name else negotiate(request.header("accept"), GRAPHS)
    if form is None and negotiate(request.header("accept"), (HTML,)):
        form = GRAPHS[0]  # a browser that was sent here sees Turtle
    if form is None:
        raise not_acceptable(GRAPHS)
    return form
