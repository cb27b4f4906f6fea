"""The files that pages use: styles, scripts, the mark. They are small, and sent from memory."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from silkgraph.pages.sheet import STATIC
from silkgraph.serve.caching import is_fresh
from silkgraph.serve.http import Answering, Request
from silkgraph.serve.negotiation import encoding
from silkgraph.serve.problems import Problem, not_allowed

ADDRESS = "/static/"
FOR_EVER = "public, max-age=31536000, immutable"
"""Of an address that names its content, as pages do: ``/static/silkgraph.css?ba0bc1d20c``."""
FOR_NOW = "public, no-cache"
SHORTEST_NAME = 10
"""Characters of its hash by which an address names a file's content, at least."""
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file, as it is and compressed."""

    plain: bytes
    squeezed: bytes
    sha256: str


async def asset(request: Request, answering: Answering) -> None:
    """Answer ``/static/NAME``.

    Raises:
        Problem: there is no such file.
    """
    request.notes["route"] = "static"
    if request.method not in ("GET", "HEAD"):
        raise not_allowed(request.method, "GET, HEAD, OPTIONS")
    path = (STATIC / request.path.removeprefix(ADDRESS).replace("\x00", "")).resolve()
    if path.suffix not in _TYPES or not path.is_relative_to(STATIC.resolve()) or not path.is_file():
        raise Problem(404, "not-found", "there is no such file")
    found = _read(path, path.stat().st_mtime_ns)
    squeezed = encoding(request.header("accept-encoding")) == "gzip"
    tag = f'"{found.sha256[:20]}{"-gzip" if squeezed else ""}"'
    asked = request.query_string.decode("latin-1")
    headers = [
        ("content-type", _TYPES[path.suffix]),
        ("etag", tag),
        ("vary", "Accept-Encoding"),
        ("cache-control", FOR_EVER if _names(asked, found) else FOR_NOW),
    ]
    if is_fresh(request.header("if-none-match"), tag):
        await answering.whole(304, headers)
        return
    if squeezed:
        headers.append(("content-encoding", "gzip"))
    await answering.whole(200, headers, found.squeezed if squeezed else found.plain)


def _names(asked: str, found: Asset) -> bool:
    return len(asked) >= SHORTEST_NAME and found.sha256.startswith(asked)


@lru_cache(maxsize=100)
def _read(path: Path, modified: int) -> Asset:
    content = path.read_bytes()
    return Asset(content, gzip.compress(content, 6, mtime=0), sha256(content).hexdigest())
