"""How a worker sends an answer: in one piece while it is short, in parts as soon as it is long or slow in coming."""

from __future__ import annotations

import json
import socket
import time
import zlib
from typing import IO, cast

from silkgraph.serve.frames import frame

WHOLE = 1 << 20
"""Answers up to this many bytes are sent in one piece, with their length, and may be kept."""

PART = 1 << 16
SMALLEST_TO_COMPRESS = 1024
PATIENCE = 0.2
"""Seconds after which an answer that has begun is sent on, however little there is of it."""


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
        body = b"".join(self._parts)
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
