"""SPARQL 1.1 Graph Store HTTP Protocol, the reading half: a named graph, the default graph or the whole dataset."""

from __future__ import annotations

from silkgraph.serve.dumps import Dumps
from silkgraph.serve.endpoint import Answers, answer_job
from silkgraph.serve.frames import Job
from silkgraph.serve.http import Answering, Request
from silkgraph.serve.media import GRAPHS, NQUADS, TRIG
from silkgraph.serve.negotiation import encoding, named, negotiate
from silkgraph.serve.problems import malformed, not_acceptable, not_allowed
from silkgraph.serve.protocol import is_iri, pairs

_DEFAULT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


class GraphStore:
    """``/graph-store``."""

    def __init__(self, answers: Answers, dumps: Dumps, seconds: float) -> None:
        self._answers = answers
        self._dumps = dumps
        self._seconds = seconds

    async def __call__(self, request: Request, answering: Answering) -> None:
        """Answer one request.

        Raises:
            Problem: it writes, names no graph or an unknown one, or accepts no form there is.
        """
        request.notes["route"] = "graph-store"
        if request.method not in ("GET", "HEAD"):
            raise not_allowed(request.method, "GET, HEAD, OPTIONS")
        parameters = pairs(request.query_string, "the query string")
        graphs = [value for name, value in parameters if name == "graph"]
        wants_default = any(name == "default" for name, _ in parameters)
        if len(graphs) + wants_default > 1:
            raise malformed("name one graph, or the default graph, not both")
        if graphs and not is_iri(graphs[0]):
            raise malformed(f"graph must be an absolute IRI, not {graphs[0][:200]!r}")
        offers = GRAPHS if graphs or wants_default else (NQUADS, TRIG)
        name = dict(parameters).get("format")
        form = named(name, offers) if name else negotiate(request.header("accept"), offers)
        if form is None:
            raise not_acceptable(offers)
        if not graphs and not wants_default:
            await self._dumps.send(f"silkgraph.{form.name}", request, answering)
            return
        job = Job(
            _DEFAULT if wants_default else "",
            (None, form.name),
            dump=tuple(graphs) if graphs else None,
            gzip=encoding(request.header("accept-encoding")) == "gzip",
            seconds=self._seconds,
        )
        await answer_job(self._answers, job, [], answering, request)
