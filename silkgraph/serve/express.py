"""The short way through the server: GET requests that can be answered at once, without waiting for anything.

Those are look-ups, and queries whose answers are kept. What a request asks for is worked out once and remembered by
its bytes. Everything that is out of the ordinary goes the long way, which gives the same answer to the same request.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from silkgraph.serve.caching import FRESHNESS, AnswerCache, Kept, answer_key, etag
from silkgraph.serve.frames import Job
from silkgraph.serve.http import Scope
from silkgraph.serve.look_ups import LONGEST, LookUps, look_up
from silkgraph.serve.media import BY_NAME, GRAPHS, HTML, RESULTS
from silkgraph.serve.negotiation import encoding, negotiate

PATHS = frozenset({"/sparql", "/query"})
LONGEST_REQUEST = 8192
"""Bytes of a query string that is remembered."""

_MOST_REMEMBERED = 4096
_QUERY = b"query="
_HEX = {f"{byte:02x}".encode(): bytes([byte]) for byte in range(256)}
_BYTES = {
    spelling: byte
    for pair, byte in _HEX.items()
    for spelling in (pair, pair.upper(), pair[:1].upper() + pair[1:], pair[:1] + pair[1:].upper())
}

RawHeaders = list[tuple[bytes, bytes]]
Said = tuple[bytes, bytes, bytes]
"""All that the answer depends on: the query string, ``Accept`` and ``Accept-Encoding``."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with its headers, and what the log is to know of it."""

    headers: RawHeaders
    body: bytes
    query: str
    cache: str


@dataclass(frozen=True, slots=True)
class _Known:
    """What a request asks for."""

    dataset: str
    key: str
    query: str


class Express:
    """Answers what can be answered at once.

    Args:
        cache: the answers kept.
        dataset: the hash of the dataset served now.
        look_ups: what answers look-ups; None while there is nothing yet.
        max_rows: how many rows an answer may have; 0 is any number.
    """

    def __init__(
        self,
        cache: AnswerCache,
        dataset: Callable[[], str],
        look_ups: Callable[[], LookUps | None],
        max_rows: int,
    ) -> None:
        self._cache = cache
        self._dataset = dataset
        self._look_ups = look_ups
        self._max_rows = max_rows
        self._known: OrderedDict[Said, _Known] = OrderedDict()
        self._forms: dict[tuple[bytes, bytes], tuple[str | None, str | None, bool]] = {}

    def reply(self, scope: Scope, headers: dict[bytes, bytes]) -> Reply | None:
        """The answer to a request; None where it has to go the long way."""
        said = self._said(scope, headers)
        if said is None or b"if-none-match" in headers:
            return None
        known = self._known.get(said)
        if known is not None and known.dataset == self._dataset():
            kept = self._cache.get(known.key)
            return self._reply(known, kept, "hit") if kept is not None else None
        return self._look_up(said)

    def remember(self, scope: Scope, headers: dict[bytes, bytes], dataset: str, key: str, query: str) -> None:
        """Know what a request asks for the next time it comes; its answer is kept under ``key``."""
        said = self._said(scope, headers)
        if said is not None:
            self._remember(said, _Known(dataset, key, query))

    def _said(self, scope: Scope, headers: dict[bytes, bytes]) -> Said | None:
        query_string = scope["query_string"]
        if scope["method"] != "GET" or scope["path"] not in PATHS or not 0 < len(query_string) <= LONGEST_REQUEST:
            return None
        return query_string, headers.get(b"accept", b""), headers.get(b"accept-encoding", b"")

    def _remember(self, said: Said, known: _Known) -> None:
        if len(self._known) >= _MOST_REMEMBERED:
            self._known.popitem(last=False)
        self._known[said] = known

    def _look_up(self, said: Said) -> Reply | None:
        """The answer where the request is a look-up and nothing else."""
        encoded, accept, accept_encoding = said
        look_ups = self._look_ups()
        if look_ups is None or self._max_rows or not encoded.startswith(_QUERY):
            return None
        query = _decoded(encoded[len(_QUERY) :])
        asked = look_up(query) if query is not None else None
        if query is None or asked is None:
            return None
        results, graphs, gzip = self._wanted(accept, accept_encoding)
        job = Job(query, (results, graphs), gzip=gzip)
        dataset = self._dataset()
        key = None if HTML.name in (results, graphs) else answer_key(dataset, job, "")
        if key is None:
            return None
        kept, cache = self._cache.get(key), "hit"
        if kept is None:
            kept, cache = look_ups.answer(job, asked), "miss"
            if kept is None:
                return None
            self._cache.put(key, kept)
        known = _Known(dataset, key, query)
        self._remember(said, known)
        return self._reply(known, kept, cache)

    def _wanted(self, accept: bytes, accept_encoding: bytes) -> tuple[str | None, str | None, bool]:
        """The forms that suit a client, and whether it takes them compressed."""
        wanted = self._forms.get((accept, accept_encoding))
        if wanted is None:
            if len(self._forms) > 1000:
                self._forms.clear()
            text = accept.decode("latin-1")
            results, graphs = (negotiate(text, offers) for offers in ((*RESULTS, HTML), (*GRAPHS, HTML)))
            wanted = (
                results.name if results else None,
                graphs.name if graphs else None,
                encoding(accept_encoding.decode("latin-1")) == "gzip",
            )
            self._forms[accept, accept_encoding] = wanted
        return wanted

    def _reply(self, known: _Known, kept: Kept, cache: str) -> Reply:
        headers = [
            _CONTENT_TYPES[kept.form],
            _VARY,
            (b"etag", etag(known.key).encode("ascii")),
            _FRESHNESS,
            (b"content-length", b"%d" % len(kept.body)),
        ]
        if self._max_rows:
            headers.append((b"x-sparql-maxrows", b"%d" % self._max_rows))
        if kept.gzip:
            headers.append(_GZIP)
        return Reply(headers, kept.body, known.query, cache)


def _decoded(encoded: bytes) -> str | None:
    """The value at the end of a query string, decoded; None where that is not plain to do."""
    if len(encoded) > 3 * LONGEST or b"&" in encoded or not encoded.isascii():
        return None
    first, *others = encoded.replace(b"+", b" ").split(b"%")
    try:
        return b"".join([first, *[_BYTES[piece[:2]] + piece[2:] for piece in others]]).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None


_CONTENT_TYPES = {name: (b"content-type", form.content_type.encode("ascii")) for name, form in BY_NAME.items()}
_VARY = (b"vary", b"Accept, Accept-Encoding")
_FRESHNESS = (b"cache-control", FRESHNESS.encode("ascii"))
_GZIP = (b"content-encoding", b"gzip")
