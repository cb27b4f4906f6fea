"""A SPARQL 1.1 endpoint, asked in the same words as the built graph: with ``query``, as a store of pyoxigraph's is.

Queries are written for a default graph that is the union of all graphs. Endpoints make it in three ways, and which one
is looked at first: the union that ``silkgraph push --union named`` put into a graph of its own; their own default
graph; or the names of all graphs, sent along with each query (``default-graph-uri``, ``named-graph-uri``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Self
from urllib.parse import urlencode

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    Variable,
    parse,
    parse_query_results,
)

from silkgraph.ask.guard import tokens
from silkgraph.ask.query import Answer
from silkgraph.ask.written import form_of, restricted, with_prefixes
from silkgraph.errors import RemoteError
from silkgraph.namespaces import GRAPHS, ONTOLOGY, PUSHED_GRAPH, UNION_GRAPH
from silkgraph.remote.http import Reply, Upload, Web, refusal

RESULTS = "application/sparql-results+json, application/sparql-results+xml;q=0.8"
TRIPLES = "application/n-triples, text/turtle;q=0.8, application/rdf+xml;q=0.5"
ADVICE = {
    400: "The endpoint does not understand the query.",
    401: "The endpoint wants to know who you are, or does not know you.",
    403: "The endpoint does not allow this.",
    404: "Nothing is at this address: SPARQL endpoints are often at …/sparql or …/query.",
    405: "There is something else than a SPARQL endpoint at this address.",
    429: "The endpoint is busy: wait, and ask for less at a time.",
    503: "The endpoint is busy, or the query takes it too long: ask for less at a time.",
}
_ASK_COLUMN = "__ASK_RETVAL"
"""How Virtuoso 7.2 answers ASK: with rows of one column, none of them or one, instead of a truth value."""

_BOOLEAN = re.compile(
    rb'(?:(?P<json>XMLSchema#boolean",\s*"value":\s*")|(?P<triple>"))'
    rb'(?P<digit>[01])"(?(triple)(?=\^\^<http://www\.w3\.org/2001/XMLSchema#boolean>))'
)
"""A truth value written as a digit, as Virtuoso writes it in JSON and N-Triples. A literal that reads like it has its
quotation marks escaped."""

_HAS_OUTCOMES = f"ASK {{ ?thing a <{ONTOLOGY}#Outcome> }}"
_HAS_UNION = f"ASK {{ GRAPH <{UNION_GRAPH}> {{ ?thing a <{ONTOLOGY}#Outcome> }} }}"
_PUSHED = f"SELECT DISTINCT ?graph WHERE {{ GRAPH <{PUSHED_GRAPH}> {{ ?graph ?property ?value }} }}"
_GRAPHS = "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?thing ?property ?value } }"
_OF_OURS = {UNION_GRAPH, PUSHED_GRAPH, f"{GRAPHS}default"}
"""Graphs at a server that are none of the built graph."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a query is to be answered from, where neither it nor the endpoint says so itself."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def fields(self) -> list[tuple[str, str]]:
        """As the protocol sends them."""
        return [
            *(("default-graph-uri", graph) for graph in self.default),
            *(("named-graph-uri", graph) for graph in self.named),
        ]


PLAIN = Dataset()


@dataclass(frozen=True, slots=True)
class RemoteGraph:
    """The graph behind an endpoint.

    Args:
        url: the endpoint.
        web: the way there.
        dataset: is sent with every query that names no graphs itself.
    """

    url: str
    web: Web
    dataset: Dataset = PLAIN

    @classmethod
    def connected(cls, url: str, web: Web) -> Self:
        """The endpoint at ``url``, after a look at whether it has Silkgraph's data and where.

        Raises:
            RemoteError: it does not answer, is no SPARQL endpoint, or has no such data.
        """
        plain = cls(url, web)
        if plain._asks(_HAS_UNION):
            return cls(url, web, Dataset((UNION_GRAPH,), plain._graphs()))
        if plain._asks(_HAS_OUTCOMES):
            return plain
        graphs = plain._graphs()
        united = cls(url, web, Dataset(graphs, graphs))
        if graphs and united._asks(_HAS_OUTCOMES):
            return united
        raise RemoteError(
            f"the endpoint answers, but has no silk:Outcome in its default graph nor in {len(graphs)} named graphs",
            url=url,
            advice="Load the graph into it with `silkgraph push`, or check the address.",
        )

    def query(
        self,
        query: str,
        *,
        prefixes: dict[str, str] | None = None,
        substitutions: Mapping[Variable, NamedNode | BlankNode | Literal | Triple] | None = None,
    ) -> Answer:
        """The answer to a query.

        Args:
            query: SPARQL 1.1.
            prefixes: not looked at: Silkgraph's own need not be declared.
            substitutions: terms for variables of the outermost group.

        Raises:
            RemoteError: there is none.
        """
        for variable, term in (substitutions or {}).items():
            query = restricted(query, f"VALUES {variable} {{ {term} }}")
        form, query = form_of(query), with_prefixes(query)
        if form in ("construct", "describe"):
            return self.graph(self.fetch(query, TRIPLES))
        return self.results(self.fetch(query, RESULTS), is_ask=form == "ask")

    def fetch(self, query: str, accept: str, graphs: Dataset | None = None) -> Reply:
        """The answer as it comes.

        Args:
            query: SPARQL 1.1, with its prefixes declared.
            accept: the media types that will do.
            graphs: what to answer from; if not given, what the query says, else ``dataset``.

        Raises:
            RemoteError: there is none, or only a part of it.
        """
        fields = (self._graphs_for(query) if graphs is None else graphs).fields()
        content = urlencode([("query", query), *fields]).encode("ascii")
        form = Upload(len(content), lambda: [content], "application/x-www-form-urlencoded")
        reply = self.web.request("POST", self.url, {"Accept": accept}, form)
        if reply.status >= HTTPStatus.BAD_REQUEST:
            raise refusal(reply, "the endpoint", ADVICE)
        if "virtuoso" in reply.headers.get("server", "").casefold() and "x-sparql-maxrows" in reply.headers:
            raise RemoteError(
                f"the endpoint gives no more than {reply.headers['x-sparql-maxrows']} rows, and cut the answer",
                url=self.url,
                advice="Ask for less at a time, or have ResultSetMaxRows raised in virtuoso.ini.",
            )
        return reply

    def results(self, reply: Reply, *, is_ask: bool) -> QuerySolutions | QueryBoolean:
        """The rows or the truth value in an answer.

        Raises:
            RemoteError: it holds something else.
        """
        known = QueryResultsFormat.from_media_type(reply.media_type) if reply.media_type else None
        if known is None:
            raise self._unreadable(f"{reply.media_type or 'no media type'} where results of a query were asked for")
        try:
            answer = parse_query_results(_BOOLEAN.sub(_canonical, reply.body), format=known)
            if is_ask and isinstance(answer, QuerySolutions) and _columns(answer) == [_ASK_COLUMN]:
                return _boolean(any(str(getattr(row[0], "value", "0")) not in ("0", "false") for row in answer))
            return answer
        except (SyntaxError, ValueError) as error:
            raise self._unreadable(f"broken {known.name}: {error}") from error

    def triples(self, reply: Reply) -> list[Triple]:
        """The triples in an answer.

        Raises:
            RemoteError: it holds something else.
        """
        syntax = RdfFormat.from_media_type(reply.media_type) if reply.media_type else None
        if syntax is None:
            raise self._unreadable(f"{reply.media_type or 'no media type'} where triples were asked for")
        try:
            body = _BOOLEAN.sub(_canonical, reply.body)
            return [quad.triple for quad in parse(body, format=syntax, base_iri=self.url)]
        except (SyntaxError, ValueError) as error:
            raise self._unreadable(f"broken {syntax.name}: {error}") from error

    def graph(self, reply: Reply) -> QueryTriples:
        """The same as the engine gives them, each once."""
        held = Store()
        held.extend([Quad(one.subject, one.predicate, one.object) for one in self.triples(reply)])
        found = held.query("CONSTRUCT WHERE { ?s ?p ?o }")
        assert isinstance(found, QueryTriples), "it is a CONSTRUCT"
        return found

    def _graphs_for(self, query: str) -> Dataset:
        """The graphs to send with a query that is not told any: named ones only where it asks for them."""
        words = {token.text.casefold() for token in tokens(query) if token.kind == "word"}
        if "from" in words:
            return PLAIN
        return self.dataset if "graph" in words else Dataset(self.dataset.default)

    def _asks(self, query: str) -> bool:
        answer = self.query(query)
        if not isinstance(answer, QueryBoolean):
            raise self._unreadable("rows where a truth value was asked for")
        return bool(answer)

    def _graphs(self) -> tuple[str, ...]:
        """The named graphs of the built graph: those that were pushed, else whatever there is."""
        for query in (_PUSHED, _GRAPHS):
            answer = self.query(query)
            if not isinstance(answer, QuerySolutions):
                raise self._unreadable("a truth value where rows were asked for")
            found = {row[0].value for row in answer if isinstance(row[0], NamedNode)} - _OF_OURS
            if found:
                return tuple(sorted(found))
        return ()

    def _unreadable(self, what: str) -> RemoteError:
        return RemoteError(f"the endpoint answered with {what}", url=self.url, advice="Is this a SPARQL endpoint?")


def _canonical(found: re.Match[bytes]) -> bytes:
    """``true`` or ``false`` in the place of a digit."""
    before = found["json"] or found["triple"]
    return before + (b"true" if found["digit"] == b"1" else b"false") + b'"'


def _columns(answer: QuerySolutions) -> list[str]:
    return [variable.value for variable in answer.variables]


def _boolean(value: bool) -> QueryBoolean:
    written = f'{{"head":{{}},"boolean":{str(value).casefold()}}}'
    answer = parse_query_results(written, format=QueryResultsFormat.JSON)
    assert isinstance(answer, QueryBoolean), "it is a truth value"
    return answer
