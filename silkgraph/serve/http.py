"""The little of HTTP that every part needs: a request as ASGI hands it over, and ways to answer it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, MutableMapping
from typing import Any

from silkgraph.serve.problems import Problem

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

Application = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = Iterable[tuple[str, str]]

SECONDS_FOR_A_BODY = 10.0
"""How long a client may take to send what it announced."""


class Request:
    """One request; ``notes`` is what the log and the counters are to know of it."""

    def __init__(self, scope: Scope, receive: Receive) -> None:
        self.scope = scope
        self.method: str = scope["method"]
        self.path: str = scope["path"]
        self.query_string: bytes = scope["query_string"]
        self.notes: dict[str, Any] = scope.setdefault("silkgraph", {})
        self.receive = receive
        self._headers: dict[bytes, bytes] = {}
        for name, value in scope["headers"]:
            held = self._headers.get(name)
            self._headers[name] = value if held is None else held + b", " + value

    @property
    def headers(self) -> dict[bytes, bytes]:
        """All headers, by their names in lower case."""
        return self._headers

    def header(self, name: str) -> str | None:
        """The value of a header; several are joined with commas."""
        value = self._headers.get(name.encode("ascii"))
        return None if value is None else value.decode("latin-1")

    @property
    def knows_where_answers_end(self) -> bool:
        """Whether a client sees that an answer broke off: in HTTP/1.0 one without a length ends with the connection."""
        return str(self.scope.get("http_version", "1.1")) not in ("1", "1.0", "0.9")

    @property
    def is_head(self) -> bool:
        """Whether only the head of the answer is wanted."""
        return self.method == "HEAD"

    async def body(self, most: int) -> bytes:
        """The whole body.

        Raises:
            Problem: it is longer than ``most`` bytes, or does not come.
        """
        announced = self.header("content-length")
        if announced and announced.isdecimal() and int(announced) > most:
            raise _too_large(most)
        parts, size = [], 0
        try:
            async with asyncio.timeout(SECONDS_FOR_A_BODY):
                while True:
                    message = await self.receive()
                    if message["type"] == "http.disconnect":
                        raise ClientLeft
                    piece = message.get("body", b"")
                    size += len(piece)
                    if size > most:
                        raise _too_large(most)
                    parts.append(piece)
                    if not message.get("more_body", False):
                        return b"".join(parts)
        except TimeoutError:
            raise Problem(
                408, "request-timeout", f"the request did not arrive within {SECONDS_FOR_A_BODY:g} s"
            ) from None

    async def client_leaves(self) -> None:
        """Returns when the client closes the connection; the body has been read, or is of no interest."""
        while (await self.receive())["type"] != "http.disconnect":
            pass


class ClientLeft(Exception):
    """The client is gone; there is nobody to answer."""


class Sent:
    """Sends messages on, adds headers to the first, and remembers what was sent."""

    def __init__(self, send: Send, headers: list[tuple[bytes, bytes]]) -> None:
        self._send = send
        self._headers = headers
        self.status = 0
        self.bytes = 0
        self.is_complete = False

    async def whole(self, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
        """Send an answer whose headers are encoded already."""
        self.status = status
        await self._send({"type": "http.response.start", "status": status, "headers": [*headers, *self._headers]})
        self.bytes, self.is_complete = len(body), True
        await self._send({"type": "http.response.body", "body": body, "more_body": False})

    async def __call__(self, message: Message) -> None:
        """Send a message."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"] = [*message.get("headers", ()), *self._headers]
        elif message["type"] == "http.response.body":
            self.bytes += len(message.get("body", b""))
            self.is_complete = not message.get("more_body", False)
        await self._send(message)


class Answering:
    """Sends one answer."""

    def __init__(self, send: Send, *, is_head: bool) -> None:
        self.send = send
        self._is_head = is_head

    async def whole(self, status: int, headers: Headers, body: bytes = b"") -> None:
        """An answer that is known whole."""
        named = _encoded(headers)
        if status not in (204, 304):
            named.append((b"content-length", str(len(body)).encode("ascii")))
        await self.send({"type": "http.response.start", "status": status, "headers": named})
        await self.send({"type": "http.response.body", "body": b"" if self._is_head else body, "more_body": False})

    async def parts(self, status: int, headers: Headers, body: AsyncIterator[bytes]) -> None:
        """An answer sent as it comes.

        When ``body`` breaks off, no last message is sent, and the server aborts the connection: no client takes a
        part for the whole.
        """
        await self.send({"type": "http.response.start", "status": status, "headers": _encoded(headers)})
        if not self._is_head:
            async for part in body:
                await self.send({"type": "http.response.body", "body": part, "more_body": True})
        await self.send({"type": "http.response.body", "body": b"", "more_body": False})


def _encoded(headers: Headers) -> list[tuple[bytes, bytes]]:
    return [(name.encode("ascii"), value.encode("latin-1", "replace")) for name, value in headers]


def _too_large(most: int) -> Problem:
    return Problem(413, "request-too-large", f"a request may have {most:,} bytes", members={"limit_bytes": most})
