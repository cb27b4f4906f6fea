"""What goes between the serving process and a worker: a job as JSON one way, frames with the answer the other.

A frame is a letter, the length of its payload in four bytes, and the payload:

    A  a whole answer: the head as one line of JSON, then the body
    S  the head of an answer that is sent in parts
    B  a part of the body
    E  the answer is complete
    X  a problem, as JSON
    R  the worker has opened the store and is ready

After A, E or X the worker takes the next job; in lower case the frame is its last.
"""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Self

FOUND = "VALUES (?found ?value) { }"
HEADER = struct.Struct(">cI")
LENGTH = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker is to do.

    Args:
        query: SPARQL.
        forms: names of the form for SELECT and ASK and of the one for CONSTRUCT and DESCRIBE; None where the client
            accepts none.
        default_graphs: stands for FROM, together with ``named_graphs``, where ``has_dataset``.
        named_graphs: stands for FROM NAMED.
        has_dataset: whether the request says which graphs are asked.
        dump: answer with these named graphs themselves instead of a query.
        search: words whose best texts, with their scores, take the place of ``FOUND`` in the query.
        gzip: whether the client takes the answer compressed.
        whole: send the answer in one piece, however long it is: the server itself wants it.
        seconds: how long it may take.
        max_rows: how many rows or triples the answer may have; 0 is any number.
        page_rows: how many of them a page shows.
    """

    query: str
    forms: tuple[str | None, str | None]
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    has_dataset: bool = False
    dump: tuple[str, ...] | None = None
    search: str = ""
    gzip: bool = False
    whole: bool = False
    seconds: float = 30.0
    max_rows: int = 0
    page_rows: int = 500

    def to_bytes(self, seconds: float) -> bytes:
        """As it goes over the wire, length first, with the time that is left for it."""
        values = [seconds if name == "seconds" else getattr(self, name) for name in _NAMES]
        content = json.dumps(values).encode("ascii")
        return LENGTH.pack(len(content)) + content

    @classmethod
    def from_bytes(cls, content: bytes) -> Self:
        """The job in the bytes after the length."""
        values: list[Any] = [tuple(value) if isinstance(value, list) else value for value in json.loads(content)]
        return cls(*values)


_NAMES = tuple(field.name for field in fields(Job))


def frame(letter: bytes, payload: bytes = b"") -> bytes:
    """One frame."""
    return HEADER.pack(letter, len(payload)) + payload


def message(channel: socket.socket) -> bytes | None:
    """What was sent with its length before it; None where the channel is closed."""
    length = _exactly(channel, LENGTH.size)
    return _exactly(channel, LENGTH.unpack(length)[0]) if length else None


def _exactly(channel: socket.socket, size: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < size:
        piece = channel.recv(size - len(parts))
        if not piece:
            return None
        parts += piece
    return bytes(parts)


class FrameReader:
    """Cuts a stream of bytes into frames."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[tuple[bytes, bytes]]:
        """The frames that are complete with ``data``, as letter and payload."""
        self._buffer += data
        while len(self._buffer) >= HEADER.size:
            letter, length = HEADER.unpack_from(self._buffer)
            end = HEADER.size + length
            if len(self._buffer) < end:
                return
            payload = bytes(self._buffer[HEADER.size : end])
            del self._buffer[:end]
            yield letter, payload
