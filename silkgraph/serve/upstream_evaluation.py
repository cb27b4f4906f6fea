"""Evaluating a job by asking another endpoint; runs inside a worker, as evaluation on a store does.

The query is parsed here first, so that what is malformed or refused never leaves, and is told as it always is. What
comes back is read and written anew in the form that was asked for, with the same bounds.
"""

from __future__ import annotations

import socket
from http import HTTPStatus
from typing import Any

import pyoxigraph as ox

from silkgraph.ask.guard import tokens
from silkgraph.ask.written import with_base, with_prefixes
from silkgraph.errors import RemoteError
from silkgraph.remote.credentials import Authorization, Credentials
from silkgraph.remote.endpoint import RESULTS, TRIPLES, Dataset, RemoteGraph
from silkgraph.remote.http import Reply, Web
from silkgraph.serve.evaluation import Answer, Evaluator, Refused
from silkgraph.serve.frames import Job
from silkgraph.serve.sender import Sender

SEARCHES = ("matches", "score")
"""The functions that need an index of the texts."""

_GRAPH = "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"


class UpstreamEvaluator(Evaluator):
    """Answers jobs by asking another endpoint.

    Args:
        settings: as those of ``Evaluator``; ``upstream`` says which endpoint, and how its graphs are named.
        channel: where the answers go.
    """

    def __init__(self, settings: dict[str, Any], channel: socket.socket) -> None:
        super().__init__({**settings, "search": ""}, channel, ox.Store())
        upstream = settings["upstream"]
        self._web = Web(Authorization(Credentials(*upstream["credentials"])), 0)
        dataset = Dataset(tuple(upstream["default"]), tuple(upstream["named"]))
        self._graph_there = RemoteGraph(upstream["url"], self._web, dataset)
        words = {f"silk:{name}" for name in SEARCHES} | {f"<{settings['vocabulary']}{name}>" for name in SEARCHES}
        self._searching = frozenset(words)
        self._fetched: tuple[Job, Reply] | None = None

    def _query(self, job: Job) -> Answer:
        if job.search or any(token.text in self._searching for token in tokens(job.query)):
            raise Refused(
                501,
                "no-search",
                "there is no text search here, where the graph is asked from another endpoint; "
                "ask with CONTAINS(?text, …), or silkgraph serve without --upstream",
            )
        kind = super()._query(job)  # of an empty store: malformed and refused queries never leave
        try:
            if isinstance(kind, ox.QueryTriples):
                return self._graph_there.graph(self._fetch(job, TRIPLES))
            return self._graph_there.results(self._fetch(job, RESULTS), is_ask=isinstance(kind, ox.QueryBoolean))
        except RemoteError as error:
            raise _failed(error) from error

    def _dump(self, job: Job) -> Sender:
        form = self._form(job, 1)
        self._web.timeout = job.seconds
        held = ox.Store()
        try:
            for graph in job.dump or ():
                query = _GRAPH.format(graph=ox.NamedNode(graph).value)
                triples = self._graph_there.triples(self._graph_there.fetch(query, TRIPLES))
                if not triples:
                    raise Refused(404, "no-such-graph", f"there is no graph {graph}")
                held.extend([ox.Quad(one.subject, one.predicate, one.object) for one in triples])
        except RemoteError as error:
            raise _failed(error) from error
        except ValueError as error:
            raise Refused(400, "malformed-request", str(error)) from error
        found = held.query("CONSTRUCT WHERE { ?s ?p ?o }")
        assert isinstance(found, ox.QueryTriples), "it is a CONSTRUCT"
        return self._graph(Job(job.query, (None, form), gzip=job.gzip, whole=job.whole), found)

    def _fetch(self, job: Job, accept: str) -> Reply:
        """The answer of the other endpoint; asked once, however often it is read."""
        if self._fetched is None or self._fetched[0] is not job:
            self._web.timeout = job.seconds
            query = with_base(with_prefixes(job.query), self.base)
            graphs = Dataset(job.default_graphs, job.named_graphs) if job.has_dataset else None
            self._fetched = (job, self._graph_there.fetch(query, accept, graphs))
        return self._fetched[1]


def _failed(error: RemoteError) -> Refused:
    """What the client is told: not the address, which may be nobody's business."""
    if error.status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
        return Refused(503, "upstream-busy", f"the endpoint that this server asks is busy: {error.problem}")
    if error.status == 0 and error.problem.startswith("no answer within"):
        return Refused(504, "upstream-timeout", f"the endpoint that this server asks: {error.problem}")
    return Refused(502, "upstream-failed", f"the endpoint that this server asks: {error.problem}")
