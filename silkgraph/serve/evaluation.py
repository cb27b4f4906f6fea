"""Evaluating a job: the query is parsed and run, and its answer written in the form that was asked for.

Runs inside a worker and imports little, so that a new one stands ready within a tenth of a second.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterable
from itertools import islice
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from silkgraph.ask.guard import check_query
from silkgraph.ask.syntax import Fault, fault
from silkgraph.errors import QueryError
from silkgraph.serve.frames import FOUND, Job
from silkgraph.serve.media import GRAPH_SYNTAXES, RESULT_SYNTAXES
from silkgraph.serve.sender import Sender

if TYPE_CHECKING:
    from silkgraph.search.functions import Index

_MOST_FOUND = 200
"""How many texts a search takes into its query."""

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Refused(Exception):
    """A job that gets a problem for an answer."""

    def __init__(self, status: int, code: str, detail: str, **members: Any) -> None:
        super().__init__(detail)
        self.payload = {"status": status, "code": code, "detail": detail, "members": members}


class Evaluator:
    """Answers jobs from one store.

    Args:
        settings: what the serving process has sent: the store, the index, prefixes, services that may be asked.
        channel: where the answers go.
        store: the graph in memory; None where it is to be opened on disk.
    """

    def __init__(self, settings: dict[str, Any], channel: socket.socket, store: ox.Store | None = None) -> None:
        self.store = ox.Store.read_only(settings["database"]) if store is None else store
        self.prefixes: dict[str, str] = settings["prefixes"]
        self.base: str = settings["base"]
        self.services = frozenset(settings["services"])
        self.has_network = bool(settings["network"])
        self.channel = channel
        self.sender: Sender | None = None
        self.index: Index | None = None
        self.functions: dict[ox.NamedNode, Callable[..., Any]] = {}
        if settings["search"]:
            from silkgraph.search import functions

            self.index = functions.Index(settings["search"])
            self.functions = functions.search_functions(self.index, settings["vocabulary"])

    def answer(self, job: Job) -> Sender:
        """Do a job; the sender has the whole answer then, some of it perhaps sent already, and is to be finished.

        Raises:
            Refused: it cannot be done.
        """
        self.sender = None
        if job.dump is not None:
            return self._dump(job)
        answer = self._query(job)
        if isinstance(answer, ox.QueryTriples):
            return self._graph(job, answer)
        return self._results(job, answer)

    @property
    def has_begun(self) -> bool:
        """Whether a part of the present answer has been sent."""
        return self.sender is not None and self.sender.streams

    def failure(self, error: Exception) -> Refused:
        """What the client is told of an error of the engine: what it says may name files, so it is not repeated."""
        if self.has_network:
            return Refused(502, "service-failed", "a service that the query asks did not answer as it should")
        return Refused(503, "evaluation-failed", f"the query could not be evaluated ({type(error).__name__})")

    def _graph(self, job: Job, answer: ox.QueryTriples) -> Sender:
        form = self._form(job, 1)
        if form == "html":
            return self._page(job, "graph", ["subject", "predicate", "object"], answer)
        sender = self._send_to(form, "graph", job)
        triples: Iterable[ox.Triple] = answer
        if job.max_rows:
            triples = list(islice(answer, job.max_rows + 1))
            if len(triples) > job.max_rows:
                raise _too_many(job.max_rows)
        ox.serialize(triples, sender.stream, format=GRAPH_SYNTAXES[form], prefixes=self._prefixes(form))
        return sender

    def _results(self, job: Job, answer: ox.QuerySolutions | ox.QueryBoolean) -> Sender:
        form, kind = self._form(job, 0), "ask" if isinstance(answer, ox.QueryBoolean) else "select"
        if form == "html":
            if isinstance(answer, ox.QueryBoolean):
                return self._send_page({"boolean": bool(answer)}, kind)
            return self._page(job, kind, [variable.value for variable in answer.variables], answer)
        if job.max_rows and isinstance(answer, ox.QuerySolutions):
            if sum(1 for _ in islice(answer, job.max_rows + 1)) > job.max_rows:
                raise _too_many(job.max_rows)
            again = self._query(job)
            assert isinstance(again, ox.QuerySolutions), "the same query has the same kind of answer"
            answer = again
        sender = self._send_to(form, kind, job)
        answer.serialize(sender.stream, format=RESULT_SYNTAXES[form])
        return sender

    def _dump(self, job: Job) -> Sender:
        """Named graphs as they are, in the default graph of a syntax that has graphs."""
        form = self._form(job, 1)
        graphs: list[Any] = [ox.NamedNode(iri) for iri in job.dump or ()]
        known = {graph for graph in graphs if self.store.contains_named_graph(graph)}
        if missing := [graph.value for graph in graphs if graph not in known]:
            raise Refused(404, "no-such-graph", f"there is no graph {missing[0]}")
        sender = self._send_to(form, "graph", job)
        triples = (quad.triple for graph in graphs for quad in self.store.quads_for_pattern(None, None, None, graph))
        ox.serialize(triples, sender.stream, format=GRAPH_SYNTAXES[form], prefixes=self._prefixes(form))
        return sender

    def _page(self, job: Job, kind: str, columns: list[str], rows: Iterable[Any]) -> Sender:
        """The first rows as JSON for a page, and whether there are more."""
        shown = [[_term(term) for term in row] for row in islice(rows, job.page_rows + 1)]
        more = len(shown) > job.page_rows
        return self._send_page({"columns": columns, "rows": shown[: job.page_rows], "more": more}, kind)

    def _send_page(self, content: dict[str, Any], kind: str) -> Sender:
        self.sender = Sender(self.channel, "html", kind, whole=True)
        self.sender.write(json.dumps(content, ensure_ascii=False).encode("utf-8"))
        return self.sender

    def _send_to(self, form: str, kind: str, job: Job) -> Sender:
        self.sender = Sender(self.channel, form, kind, gzip=job.gzip, whole=job.whole)
        return self.sender

    def _form(self, job: Job, which: int) -> str:
        form = job.forms[which]
        if form is None:
            raise Refused(406, "not-acceptable", "", which=which)
        return form

    def _prefixes(self, form: str) -> dict[str, str]:
        return self.prefixes if form in ("ttl", "trig") else {}

    def _query(self, job: Job) -> Answer:
        dataset: dict[str, Any] = {}
        if job.has_dataset:
            dataset["default_graph"] = [ox.NamedNode(iri) for iri in job.default_graphs]
            dataset["named_graphs"] = [ox.NamedNode(iri) for iri in job.named_graphs]

        def evaluated(query: str) -> Answer:
            return self.store.query(
                query,
                base_iri=self.base,
                prefixes={prefix: iri for prefix, iri in self.prefixes.items() if f"{prefix}:" in query},
                custom_functions=self.functions or None,
                **dataset,
            )

        try:
            if check_query(job.query, services=self.services) and not self.has_network:
                raise Refused(503, "needs-network", "this worker has no network")
            return evaluated(job.query.replace(FOUND, self._found(job.search)) if job.search else job.query)
        except QueryError as error:
            raise Refused(403, "refused-query", error.problem) from error
        except SyntaxError as error:
            raise _malformed(fault(job.query, error, evaluated), error) from error
        except ValueError as error:
            raise Refused(400, "malformed-request", str(error)) from error
        except RuntimeError as error:
            if "custom function" not in str(error):
                raise
            raise Refused(400, "unknown-function", str(error)) from error

    def _found(self, words: str) -> str:
        """The best texts for some words as a VALUES block, in every language that they may be tagged with."""
        best = self.index.best(words, _MOST_FOUND) if self.index is not None else []
        rows = (
            f"({ox.Literal(text, language=language) if language else ox.Literal(text)} {score:.4f})"
            for text, score in best
            for language in ("zh", "en", None)
        )
        return f"VALUES (?found ?value) {{ {' '.join(rows)} }}"


def _too_many(most: int) -> Refused:
    return Refused(
        403,
        "too-many-rows",
        f"the answer has more than {most:,} rows, which is what this endpoint gives; ask with LIMIT, or take the dump",
        limit=most,
    )


def _malformed(found: Fault | None, error: SyntaxError) -> Refused:
    """What is wrong with a query, with line and column counted from 1."""
    if found is None:
        return Refused(400, "malformed-query", str(error))
    detail = f"line {found.line}, column {found.column}: {found.problem}"
    text = found.text[:500]
    return Refused(400, "malformed-query", detail, line=found.line, column=found.column, text=text)


def _term(term: Any) -> Any:
    """A term as SPARQL JSON writes it; None where a variable is unbound."""
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Literal):
        if term.language:
            return {"type": "literal", "value": term.value, "xml:lang": term.language}
        if term.datatype.value == "http://www.w3.org/2001/XMLSchema#string":
            return {"type": "literal", "value": term.value}
        return {"type": "literal", "value": term.value, "datatype": term.datatype.value}
    return {"type": "literal", "value": str(term)}
