"""Requests that no client would send: never a 500, never a hang, never a trace of the program.

Some hundred with every run of the tests; ten thousand others with

    pytest tests/serve/test_fuzz.py --hypothesis-profile exhaustive
"""

from __future__ import annotations

import http.client
import random
import string
from collections.abc import Iterator
from urllib.parse import quote

from hypothesis import settings
from running import Running

REQUESTS_AN_EXAMPLE = 4
"""For each example that the Hypothesis profile says (``tests/conftest.py``)."""
PIECES = [
    "SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "WHERE", "{", "}", "(", ")", "[", "]", "?s", "?p", "?o", "*", ".", ";",
    ",",
    "FILTER", "OPTIONAL", "UNION", "MINUS", "BIND", "AS", "VALUES", "GRAPH", "SERVICE", "LIMIT 3", "OFFSET -1",
    "ORDER BY",
    "GROUP BY", "HAVING", "COUNT(*)", "<urn:x>", "<http://[>", "rdfs:label", "nope:nope", '"中文"@zh', '"', "'''",
    "\\u0053",
    "\\", "1e999", "-0", "true", "^^xsd:integer", "_:b", "a", "/", "|", "^", "+", "!", "#", "\n", "\t", "\x01",
    "\u2028", "🙂",
    "PREFIX x: <urn:x>", "BASE <relative>", "FROM <urn:g>", "INSERT", "LOAD", "<<", ">>", "{|", "|}", "LATERAL",
    "%00", "\x00",
]  # fmt: skip
PATHS = [
    "/sparql",
    "/query",
    "/graph-store",
    "/search",
    "/id/body/ndrc",
    "/dump/x",
    "/.well-known/void",
    "/",
    "/%2e%2e/x",
]
NAMES = [
    "query",
    "update",
    "default-graph-uri",
    "named-graph-uri",
    "format",
    "timeout",
    "graph",
    "default",
    "q",
    "lang",
    "é",
]
METHODS = ["GET", "GET", "GET", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "BREW"]
HEADERS = ["Accept", "Content-Type", "Accept-Encoding", "Accept-Language", "If-None-Match", "Origin", "X-Request-Id"]
VALUES = [
    "text/html", "text/csv", "*/*", "text/*;q=0.5", "application/sparql-query", "application/x-www-form-urlencoded",
    "application/json", ";;;", "a/b;q=2", "gzip;q=nan", "zh-CN,en;q=0.1", "*", '"x"', 'W/"', "https://x.example",
    "text/turtle",
    "application/sparql-query; charset=x", "\xff\xfe", "", "," * 500, "q=" * 200,
]  # fmt: skip


def text(chance: random.Random) -> str:
    """A query, nearly."""
    return " ".join(chance.choices(PIECES, k=chance.randrange(12)))


def requests(number: int, chance: random.Random) -> Iterator[tuple[str, str, bytes | None, dict[str, str]]]:
    """Requests of every wrong kind."""
    for _ in range(number):
        parameters = [
            f"{quote(chance.choice(NAMES))}={quote(text(chance)) if chance.random() < 0.8 else '%FF%zz%'}"
            for _ in range(chance.randrange(4))
        ]
        path = chance.choice(PATHS) + ("?" + "&".join(parameters) if parameters else "")
        if chance.random() < 0.05:
            path = "/" + quote("".join(chance.choices(string.printable, k=20)))
        body = None
        if chance.random() < 0.4:
            body = text(chance).encode() if chance.random() < 0.7 else chance.randbytes(chance.randrange(200))
        headers = {chance.choice(HEADERS): chance.choice(VALUES) for _ in range(chance.randrange(4))}
        yield chance.choice(METHODS), path, body, headers


def test_wrong_requests(server: Running) -> None:
    number = REQUESTS_AN_EXAMPLE * settings().max_examples
    seed = 20231018 if settings().derandomize else random.randrange(1 << 32)
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    statuses: dict[int, int] = {}
    for method, path, body, headers in requests(number, random.Random(seed)):
        sent = {name: value.encode("latin-1").decode("latin-1") for name, value in headers.items()}
        try:
            connection.request(method, path, body, sent)
            reply = connection.getresponse()
            content = reply.read()
        except (http.client.IncompleteRead, ConnectionError):
            connection.close()  # the server hung up on a request that is no HTTP, or on an answer that took too long
            continue
        statuses[reply.status] = statuses.get(reply.status, 0) + 1
        assert reply.status != 500, (seed, method, path, body, headers)
        assert b"Traceback" not in content
        assert b'File "' not in content
    connection.close()

    assert sum(statuses.values()) > number * 0.95, f"seed {seed}"
    assert {200, 400, 403, 404, 405, 406} <= set(statuses)
    assert "Traceback" not in server.log.read_text()
    assert server.ask("ASK {}")
