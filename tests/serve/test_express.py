"""The short way through the server gives the same answers as the long one, and only to those who may have them."""

from __future__ import annotations

import socket
import time
from urllib.parse import quote

import pytest
from running import JSON, Running

LOOK_UP = "SELECT ?p ?o { <https://w3id.org/silkgraph/id/body/ndrc> ?p ?o }"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s a silk:Outcome }"
OWN = {"x-request-id", "date"}

HEADERS = [
    {},
    {"Accept": JSON},
    {"Accept": "text/csv;q=0.5, text/html;q=0.1"},
    {"Accept": "application/sparql-results+xml", "Accept-Encoding": "gzip"},
    {"Accept": "text/html"},
    {"Accept": "text/turtle"},
    {"Accept": "image/png"},
    {"Accept": JSON, "Origin": "https://example.org"},
]


@pytest.mark.parametrize("query", [LOOK_UP, COUNT, "SELECT ?x { <http://[> ?p ?x }", "SELECT ?o { <relative> ?p ?o }"])
@pytest.mark.parametrize("headers", HEADERS, ids=repr)
def test_both_ways_lead_to_the_same_answer(query: str, headers: dict[str, str], server: Running) -> None:
    """A second parameter makes the way long, and the second time the first is asked the answer is known."""
    long = server.request("GET", f"/sparql?timeout=100&query={quote(query)}", headers)
    for path in (f"/sparql?query={quote(query)}", f"/query?query={quote(query, safe='').replace('%20', '+')}"):
        for _ in range(2):
            short = server.request("GET", path, headers)

            assert (short.status, short.type) == (long.status, long.type)
            if long.type != "text/html":  # pages have their own address in them
                assert short.body == long.body
                assert _compared(short.headers) == _compared(long.headers)


def _compared(headers: object) -> object:
    assert isinstance(headers, dict)
    return {name: value for name, value in headers.items() if name not in OWN}


@pytest.mark.parametrize("query", [LOOK_UP, COUNT])
def test_who_has_the_answer_is_told_so(query: str, server: Running) -> None:
    path = f"/sparql?query={quote(query)}"
    tag = [server.get(path, JSON) for _ in range(2)][1].headers["etag"]

    assert server.get(path, JSON, If_None_Match=tag).status == 304
    assert server.get(path, JSON, If_None_Match='"another"').status == 200


@pytest.mark.parametrize("method", ["HEAD", "POST", "DELETE"])
def test_other_methods_go_the_long_way(method: str, server: Running) -> None:
    path = f"/sparql?query={quote(LOOK_UP)}"
    got = server.get(path, JSON)
    reply = server.request(method, path, {"Accept": JSON})

    if method == "HEAD":
        assert (reply.status, reply.body, reply.headers["etag"]) == (200, b"", got.headers["etag"])
    else:
        assert reply.status == {"POST": 415, "DELETE": 405}[method]


@pytest.mark.parametrize(
    "encoded",
    ["%", "%4", "%zz", "%ff", "%00", "a&update=x", "a&query=b", "a;b"],
)
def test_what_is_not_plainly_encoded_goes_the_long_way(encoded: str, server: Running) -> None:
    """``%zz`` stands for itself, as browsers have it; what is no UTF-8 is refused."""
    query = quote(LOOK_UP + " # ") + encoded
    short = server.request("GET", f"/sparql?query={query}", {"Accept": JSON})
    long = server.request("GET", f"/sparql?timeout=100&query={query}", {"Accept": JSON})

    assert (short.status, short.body) == (long.status, long.body)


def test_bytes_that_belong_into_no_address_are_refused(server: Running) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as connection:
        raw = f"GET /sparql?query={quote(LOOK_UP + ' # ')}中 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        connection.sendall(raw.encode("utf-8"))

        assert connection.makefile("rb").readline() == b"HTTP/1.1 400 Bad Request\r\n"


def test_what_changes_every_time_is_not_known(server: Running) -> None:
    path = f"/sparql?query={quote('SELECT (UUID() AS ?u) { BIND(1 AS ?x) }')}"
    replies = [server.get(path, JSON) for _ in range(3)]

    assert len({reply.body for reply in replies}) == 3
    assert {reply.headers["cache-control"] for reply in replies} == {"no-store"}


def _logged(server: Running, identifier: str) -> str:
    """The line of the access log, which may be written a moment after the answer has been sent."""
    for _ in range(200):
        for line in server.log.read_text().splitlines():
            if identifier in line:
                return line
        time.sleep(0.05)
    raise AssertionError(f"{identifier} is not in the log")


def test_every_answer_is_logged_and_counted(server: Running) -> None:
    path = f"/sparql?query={quote(LOOK_UP + ' # logged')}"
    for identifier in ("express-first", "express-second"):
        assert server.get(path, JSON, X_Request_Id=identifier).headers["x-request-id"] == identifier
    first, second = (_logged(server, f"express-{n}") for n in ("first", "second"))

    assert '"cache": "miss"' in first and '"cache": "hit"' in second
    assert all('"outcome": "ok"' in line and '"status": 200' in line for line in (first, second))
    assert len({server.get(path, JSON).headers["x-request-id"] for _ in range(5)}) == 5
