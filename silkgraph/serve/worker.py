"""The inside of a worker: opens the store read-only, gives up the right to open anything else, and answers jobs.

A client's query is parsed and evaluated here and nowhere else. Whatever it does (never end, take all memory, overflow
the parser's stack), it does to this process, which the serving process ends and replaces. Three walls stand around it:
the tokens of the query are checked, no file and no socket can be opened after the start (RLIMIT_NOFILE), and memory
and time end the process from inside (RLIMIT_AS, RLIMIT_CPU, SIGALRM) should the one outside fail to.

It imports little, so that a new worker stands ready within a tenth of a second.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import time
import zlib
from collections.abc import Callable, Iterable
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, cast

import pyoxigraph as ox

from silkgraph.ask.guard import check_query
from silkgraph.ask.syntax import Fault, fault
from silkgraph.errors import QueryError
from silkgraph.serve.frames import FOUND, LENGTH, Job, frame

if TYPE_CHECKING:
    from silkgraph.search.functions import Index

WHOLE = 1 << 20
"""Answers up to this many bytes are sent in one piece, with their length, and may be kept."""

PART = 1 << 16
SMALLEST_TO_COMPRESS = 1024
PATIENCE = 0.2
"""Seconds after which an answer that has begun is sent on, however little there is of it."""

GROWTH = 256 << 20
"""A worker whose memory has grown by so many bytes ends after its answer, and gives the memory back."""

_RESULTS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
_GRAPHS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "rdf": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
_MOST_FOUND = 200


class Refused(Exception):
    """A job that gets a problem for an answer."""

    def __init__(self, status: int, code: str, detail: str, **members: Any) -> None:
        super().__init__(detail)
        self.payload = {"status": status, "code": code, "detail": detail, "members": members}


class Sender:
    """Sends an answer: in one piece while it is short, in parts as soon as it is long or slow in coming."""

    def __init__(
        self, channel: socket.socket, form: str, kind: str, *, gzip: bool = False, whole: bool = False
    ) -> None:
        self._channel = channel
        self._head = {"form": form, "kind": kind, "gzip": gzip}
        self._whole = whole
        self._compressor = zlib.compressobj(5, zlib.DEFLATED, 31) if gzip else None
        self._parts: list[bytes] = []
        self._size = 0
        self._begun = 0.0
        self.streams = False

    @property
    def stream(self) -> IO[bytes]:
        """Itself, as serialisers want it."""
        return cast(IO[bytes], self)

    def write(self, data: bytes) -> int:
        """Take a piece of the body; called by the serialiser."""
        now = time.monotonic()
        self._begun = self._begun or now
        self._parts.append(data)
        self._size += len(data)
        if self.streams:
            if self._size >= PART:
                self._send_part()
        elif (self._size > WHOLE or now - self._begun > PATIENCE) and not self._whole:
            self.streams = True
            self._channel.sendall(frame(b"S", json.dumps(self._head).encode("ascii")))
            self._send_part()
        return len(data)

    def flush(self) -> None:
        """Nothing to do: what is written is sent in time."""

    def finish(self, *, last: bool) -> None:
        """The body is complete."""
        if self.streams:
            self._send_part(complete=True)
            self._channel.sendall(frame(b"e" if last else b"E"))
            return
        self.send_whole(b"".join(self._parts), last=last)

    def send_whole(self, body: bytes, *, last: bool) -> None:
        """Send a body that is complete already."""
        if self._compressor is not None and len(body) >= SMALLEST_TO_COMPRESS:
            body = self._compressor.compress(body) + self._compressor.flush()
        else:
            self._head["gzip"] = False
        head = json.dumps(self._head).encode("ascii")
        self._channel.sendall(frame(b"a" if last else b"A", head + b"\n" + body))

    def _send_part(self, *, complete: bool = False) -> None:
        body = b"".join(self._parts)
        self._parts, self._size = [], 0
        if self._compressor is not None:
            body = self._compressor.compress(body) + (self._compressor.flush() if complete else b"")
        if body:
            self._channel.sendall(frame(b"B", body))


class Worker:
    """Answers jobs from one store."""

    def __init__(self, settings: dict[str, Any], channel: socket.socket) -> None:
        self.store = ox.Store.read_only(settings["database"])
        self.prefixes: dict[str, str] = settings["prefixes"]
        self.base: str = settings["base"]
        self.services = frozenset(settings["services"])
        self.has_network = bool(settings["network"])
        self.channel = channel
        self._sender: Sender | None = None
        self.index: Index | None = None
        self.functions: dict[ox.NamedNode, Callable[..., Any]] = {}
        if settings["search"]:
            from silkgraph.search import functions

            self.index = functions.Index(settings["search"])
            self.functions = functions.search_functions(self.index, settings["vocabulary"])

    def answer(self, job: Job, *, is_last: Callable[[], bool]) -> None:
        """Do a job and send what comes of it.

        Raises:
            Refused: it cannot be done.
        """
        self._sender = None
        if job.dump is not None:
            self._dump(job, is_last)
            return
        answer = self._query(job)
        if isinstance(answer, ox.QueryTriples):
            form = self._form(job, 1)
            if form == "html":
                self._page(job, "graph", ["subject", "predicate", "object"], answer, is_last)
                return
            sender = self._send_to(form, "graph", job)
            triples: Iterable[ox.Triple] = self._counted(answer, job.max_rows) if job.max_rows else answer
            ox.serialize(triples, sender.stream, format=_GRAPHS[form], prefixes=self._prefixes(form))
        else:
            form = self._form(job, 0)
            kind = "ask" if isinstance(answer, ox.QueryBoolean) else "select"
            if form == "html":
                if isinstance(answer, ox.QueryBoolean):
                    self._send_page({"boolean": bool(answer)}, kind, is_last)
                else:
                    self._page(job, kind, [variable.value for variable in answer.variables], answer, is_last)
                return
            if job.max_rows and isinstance(answer, ox.QuerySolutions):
                self._check_rows(answer, job.max_rows)
                answer = self._query(job)
                assert isinstance(answer, ox.QuerySolutions)
            sender = self._send_to(form, kind, job)
            answer.serialize(sender.stream, format=_RESULTS[form])
        sender.finish(last=is_last())

    @property
    def has_begun(self) -> bool:
        """Whether a part of the present answer has been sent."""
        return self._sender is not None and self._sender.streams

    def failure(self, error: Exception) -> Refused:
        """What the client is told of an error of the engine: what it says may name files, so it is not repeated."""
        if self.has_network:
            return Refused(502, "service-failed", "a service that the query asks did not answer as it should")
        return Refused(503, "evaluation-failed", f"the query could not be evaluated ({type(error).__name__})")

    def _send_to(self, form: str, kind: str, job: Job) -> Sender:
        self._sender = Sender(self.channel, form, kind, gzip=job.gzip, whole=job.whole)
        return self._sender

    def _query(self, job: Job) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        dataset: dict[str, Any] = {}
        if job.has_dataset:
            dataset["default_graph"] = [ox.NamedNode(iri) for iri in job.default_graphs]
            dataset["named_graphs"] = [ox.NamedNode(iri) for iri in job.named_graphs]

        def evaluated(query: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
            return self.store.query(
                query,
                base_iri=self.base,
                prefixes=self.prefixes,
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

    def _prefixes(self, form: str) -> dict[str, str]:
        return self.prefixes if form in ("ttl", "trig") else {}

    def _form(self, job: Job, which: int) -> str:
        form = job.forms[which]
        if form is None:
            raise Refused(406, "not-acceptable", "", which=which)
        return form

    def _dump(self, job: Job, is_last: Callable[[], bool]) -> None:
        """Named graphs as they are, in the default graph of a syntax that has graphs."""
        form = self._form(job, 1)
        graphs: list[Any] = [ox.NamedNode(iri) for iri in job.dump or ()]
        known = {graph for graph in graphs if self.store.contains_named_graph(graph)}
        if missing := [graph.value for graph in graphs if graph not in known]:
            raise Refused(404, "no-such-graph", f"there is no graph {missing[0]}")
        sender = self._send_to(form, "graph", job)
        triples = (quad.triple for graph in graphs for quad in self.store.quads_for_pattern(None, None, None, graph))
        ox.serialize(triples, sender.stream, format=_GRAPHS[form], prefixes=self._prefixes(form))
        sender.finish(last=is_last())

    def _page(self, job: Job, kind: str, columns: list[str], rows: Iterable[Any], is_last: Callable[[], bool]) -> None:
        """The first rows as JSON for a page, and whether there are more."""
        shown = [[_term(term) for term in row] for row in islice(rows, job.page_rows + 1)]
        more = len(shown) > job.page_rows
        self._send_page({"columns": columns, "rows": shown[: job.page_rows], "more": more}, kind, is_last)

    def _send_page(self, content: dict[str, Any], kind: str, is_last: Callable[[], bool]) -> None:
        body = json.dumps(content, ensure_ascii=False).encode("utf-8")
        Sender(self.channel, "html", kind).send_whole(body, last=is_last())

    def _check_rows(self, answer: ox.QuerySolutions, most: int) -> None:
        if sum(1 for _ in islice(answer, most + 1)) > most:
            raise _too_many(most)

    def _counted(self, triples: Iterable[ox.Triple], most: int) -> list[ox.Triple]:
        found = list(islice(triples, most + 1))
        if len(found) > most:
            raise _too_many(most)
        return found


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


def _shut_in(settings: dict[str, Any]) -> None:
    """Bound memory, and let no file and no socket be opened any more. Only POSIX has the means."""
    try:
        import resource
    except ImportError:  # pragma: no cover
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if settings["memory"]:
        most = _address_space() + settings["memory"]
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    if not settings["network"]:
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _address_space() -> int:
    """The bytes of address space in use; 0 where there is no /proc to say so."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 1 << 30


def _memory() -> int:
    """The most memory, in bytes, that this process has held at any time."""
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _set_alarm(seconds: float) -> None:
    """End the process some time after the serving one should have, by the clock and by processor time."""
    import resource

    signal.setitimer(signal.ITIMER_REAL, seconds)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + seconds) + 1, most))


def _call_off_alarm() -> None:
    signal.setitimer(signal.ITIMER_REAL, 0)


def serve(settings: dict[str, Any], channel: socket.socket) -> None:
    """Answer jobs until the serving process closes the channel or memory has grown."""
    worker = Worker(settings, channel)
    _shut_in(settings)
    at_start = _memory()

    def has_grown() -> bool:
        return _memory() - at_start > GROWTH

    channel.sendall(frame(b"R"))
    while True:
        job = _receive(channel)
        if job is None:
            return
        _set_alarm(job.seconds + 2)
        try:
            worker.answer(job, is_last=has_grown)
        except Refused as refused:
            _refuse(channel, refused, last=has_grown())
        except MemoryError:
            return
        except Exception as error:
            if worker.has_begun:
                raise  # the answer breaks off, which closing the channel says
            _refuse(channel, worker.failure(error), last=True)
            return
        _call_off_alarm()
        if has_grown():
            return


def _refuse(channel: socket.socket, refused: Refused, *, last: bool) -> None:
    channel.sendall(frame(b"x" if last else b"X", json.dumps(refused.payload).encode("ascii")))


def _receive(channel: socket.socket) -> Job | None:
    length = _exactly(channel, LENGTH.size)
    content = _exactly(channel, LENGTH.unpack(length)[0]) if length else None
    return Job.from_bytes(content) if content else None


def _exactly(channel: socket.socket, size: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < size:
        piece = channel.recv(size - len(parts))
        if not piece:
            return None
        parts += piece
    return bytes(parts)


def main() -> None:
    """``python -m silkgraph.serve.worker FD``: settings come first over the channel, as one line of JSON."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    channel = socket.socket(fileno=int(sys.argv[1]))
    length = _exactly(channel, LENGTH.size)
    content = _exactly(channel, LENGTH.unpack(length)[0]) if length else None
    if content:
        try:
            serve(json.loads(content), channel)
        except (BrokenPipeError, ConnectionResetError):
            return


if __name__ == "__main__":
    main()
