"""An endpoint that speaks the SPARQL 1.1 Protocol, asked over plain HTTP.

Queries are written for a default graph that is the union of all graphs. Where an endpoint keeps its named graphs apart
from an empty default graph (Fuseki and Oxigraph do, unless told otherwise), every query is sent with the names of all
graphs, as the protocol has it (``default-graph-uri``, ``named-graph-uri``), and the endpoint makes the union.
"""

from __future__ import annotations

import gzip
import http.client
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from silkgraph import __version__
from silkgraph.ask.guard import tokens
from silkgraph.errors import SilkgraphError
from silkgraph.notebook.bindings import with_prefixes
from silkgraph.notebook.sources import Solutions, solutions

RESULTS = "application/sparql-results+json, application/sparql-results+xml;q=0.8"
TRIPLES = "application/n-triples, text/turtle;q=0.8, application/rdf+xml;q=0.5"
LONGEST_COMPLAINT = 600

_MARKUP = re.compile(r"<(style|script|head)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_HAS_OUTCOMES = "ASK { ?thing a <https://w3id.org/silkgraph/ontology#Outcome> }"
_GRAPHS = "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?thing ?property ?value } }"


class EndpointError(SilkgraphError):
    """An endpoint that does not answer, or answers with an error; ``status`` is that of HTTP, 0 where there is none."""

    exit_code = 6

    def __init__(self, problem: str, *, url: str, status: int = 0, advice: str = "") -> None:
        super().__init__(problem, path=url, advice=advice)
        self.status = status


@dataclass(frozen=True, slots=True)
class RemoteSource:
    """A SPARQL endpoint. ``graphs`` are sent with every query that names none itself; make one with ``connected``."""

    place: str
    timeout: float
    graphs: tuple[str, ...] = ()

    @classmethod
    def connected(cls, url: str, timeout: float) -> Self:
        """The endpoint at ``url``, after a look at whether it has Silkgraph's data and where.

        Raises:
            EndpointError: it does not answer, is no SPARQL endpoint, or has no such data.
        """
        plain = cls(url, timeout)
        if plain.ask(_HAS_OUTCOMES):
            return plain
        graphs = tuple(sorted(str(row[0].value) for row in plain.select(_GRAPHS).rows if row[0] is not None))  # type: ignore[union-attr]
        united = cls(url, timeout, graphs)
        if graphs and united.ask(_HAS_OUTCOMES):
            return united
        raise EndpointError(
            f"the endpoint answers, but has no silk:Outcome in its default graph nor in {len(graphs)} named graphs",
            url=url,
            advice="Load what `silkgraph export --format trig` writes into it, or check the address.",
        )

    def select(self, query: str) -> Solutions:
        answer = self._results(query)
        if not isinstance(answer, QuerySolutions):
            raise self._unreadable("a truth value where rows were asked for")
        return solutions(answer)

    def ask(self, query: str) -> bool:
        answer = self._results(query)
        if not isinstance(answer, QueryBoolean):
            raise self._unreadable("rows where a truth value was asked for")
        return bool(answer)

    def construct(self, query: str) -> list[Triple]:
        content, media_type = self._post(query, TRIPLES)
        syntax = RdfFormat.from_media_type(media_type)
        if syntax is None:
            raise self._unreadable(f"{media_type or 'no media type'} where triples were asked for")
        try:
            return [quad.triple for quad in parse(content, format=syntax, base_iri=self.place)]
        except (SyntaxError, ValueError) as error:
            raise self._unreadable(f"broken {syntax.name}: {error}") from error

    def close(self) -> None:
        """Nothing is held open between two questions."""

    def _results(self, query: str) -> QuerySolutions | QueryBoolean:
        content, media_type = self._post(query, RESULTS)
        known = QueryResultsFormat.from_media_type(media_type)
        if known is None:
            raise self._unreadable(f"{media_type or 'no media type'} where results of a query were asked for")
        try:
            return parse_query_results(content, format=known)
        except (SyntaxError, ValueError) as error:
            raise self._unreadable(f"broken {known.name}: {error}") from error

    def _post(self, query: str, accept: str) -> tuple[bytes, str]:
        """The body of the answer and its media type."""
        fields = [("query", with_prefixes(query)), *self._dataset(query)]
        request = urllib.request.Request(
            self.place,
            data=urllib.parse.urlencode(fields).encode("ascii"),
            headers={
                "Accept": accept,
                "Accept-Encoding": "gzip",
                "Content-Type": "application/x-www-form-urlencoded",
                "User-Agent": f"silkgraph/{__version__}",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as answer:
                content: bytes = answer.read()
                if answer.headers.get("Content-Encoding", "").lower() == "gzip":
                    content = gzip.decompress(content)
                return content, answer.headers.get_content_type() if answer.headers.get("Content-Type") else ""
        except urllib.error.HTTPError as error:
            raise self._refused(error) from error
        except (OSError, http.client.HTTPException, EOFError) as error:
            raise self._failed(error) from error

    def _dataset(self, query: str) -> Sequence[tuple[str, str]]:
        """The graphs to answer from, where they have to be said and the query does not say them itself."""
        if any(token.kind == "word" and token.text.casefold() == "from" for token in tokens(query)):
            return ()
        return [(name, graph) for graph in self.graphs for name in ("default-graph-uri", "named-graph-uri")]

    def _refused(self, error: urllib.error.HTTPError) -> EndpointError:
        """What an answer with a status of 400 and above means."""
        with error:
            try:
                content = error.read()
                if error.headers.get("Content-Encoding", "").lower() == "gzip":
                    content = gzip.decompress(content)
            except (OSError, http.client.HTTPException, EOFError):
                content = b""
        told = " ".join(_MARKUP.sub(" ", content.decode("utf-8", "replace")).split())[:LONGEST_COMPLAINT]
        advice = {
            400: "The endpoint does not understand the query.",
            401: "The endpoint wants credentials, which are not supported.",
            403: "The endpoint does not allow this.",
            404: "Nothing is at this address: SPARQL endpoints are often at …/sparql or …/query.",
            405: "There is something else than a SPARQL endpoint at this address.",
            429: "The endpoint is busy: wait, and ask for less at a time.",
            503: "The endpoint is busy, or the query takes it too long: ask for less at a time.",
        }.get(error.code, "")
        problem = f"the endpoint answered {error.code} {error.reason}" + (f": {told}" if told else "")
        return EndpointError(problem, url=self.place, status=error.code, advice=advice)

    def _failed(self, error: Exception) -> EndpointError:
        reason = getattr(error, "reason", error)
        if isinstance(error, TimeoutError) or isinstance(reason, TimeoutError):
            return EndpointError(
                f"no answer within {self.timeout:g} seconds",
                url=self.place,
                advice="Ask for less, or wait longer: silkgraph.load(url, timeout=300).",
            )
        return EndpointError(f"the endpoint cannot be reached: {reason}", url=self.place, advice="Is it running?")

    def _unreadable(self, what: str) -> EndpointError:
        return EndpointError(f"the endpoint answered with {what}", url=self.place, advice="Is this a SPARQL endpoint?")
