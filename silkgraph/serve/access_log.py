"""The access log: one line of JSON a request, on standard error."""

from __future__ import annotations

import hashlib
import json
import sys
import time

from silkgraph.serve.http import Request, Scope, Sent


class AccessLog:
    """Writes a line for each request that has been answered, or not.

    A query is named by the first digits of its SHA-256, not written down: it may hold what a person looks for.
    """

    def __init__(self, *, enabled: bool) -> None:
        self._enabled = enabled

    def write(self, scope: Scope, request: Request, sent: Sent, identifier: str, outcome: str, seconds: float) -> None:
        """Write one line."""
        if not self._enabled:
            return
        client = scope.get("client")
        line: dict[str, object] = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            "id": identifier,
            "client": client[0] if client else None,
            "method": request.method,
            "path": request.path[:500],
            "status": sent.status or None,
            "bytes": sent.bytes,
            "ms": round(seconds * 1000, 2),
            "outcome": outcome,
        }
        query = request.notes.get("query")
        if query is not None:
            line["query"] = hashlib.sha256(query.encode("utf-8", "surrogatepass")).hexdigest()[:16]
            line["cache"] = request.notes.get("cache", "none")
        sys.stderr.write(json.dumps(line, ensure_ascii=False) + "\n")
