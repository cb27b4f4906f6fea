"""An answer as it comes from a worker: whole, or in parts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from silkgraph.serve.connection import WorkerConnection
from silkgraph.serve.problems import Problem
from silkgraph.serve.splitting import WorkerEnded

MOST_GATHERED = 32 << 20
LEFT = "client left"
"""Why a worker was ended whose client did not wait for the answer."""


class Stream:
    """The parts of a long answer as they come. Whoever takes it must close it, read or not."""

    def __init__(self, worker: WorkerConnection, release: Callable[[], None]) -> None:
        self._worker = worker
        self._release = release
        self._is_complete = False
        self._is_closed = False
        self._copied: list[bytes] = []
        self._room = 0
        self._take_copy: Callable[[bytes], object] | None = None

    def copy(self, most: int, take: Callable[[bytes], object]) -> None:
        """Have the whole body handed over once it is complete, if it has at most so many bytes."""
        self._room, self._take_copy = most, take

    @property
    def broken(self) -> asyncio.Future[None]:
        """Done once the worker was ended: who waits to send the next part need not wait longer."""
        return self._worker.killed

    def __aiter__(self) -> Stream:
        return self

    async def __anext__(self) -> bytes:
        """The next part.

        Raises:
            WorkerEnded: the answer breaks off.
        """
        letter, payload = await self._worker.next_frame()
        if letter == b"E":
            self._is_complete = True
            if self._take_copy is not None:
                self._take_copy(b"".join(self._copied))
            raise StopAsyncIteration
        if self._take_copy is not None:
            self._room -= len(payload)
            self._copied.append(payload)
            if self._room < 0:
                self._take_copy = None
                self._copied.clear()
        return payload

    async def gathered(self) -> bytes:
        """All parts as one, for a client of HTTP/1.0, who could not tell a cut answer from a whole one.

        Raises:
            Problem: the answer breaks off, or is too long to be held.
        """
        held = bytearray()
        try:
            async for part in self:
                held += part
                if len(held) > MOST_GATHERED:
                    raise Problem(
                        505,
                        "answer-too-long",
                        f"an answer of more than {MOST_GATHERED >> 20} MB is sent by HTTP/1.1 or later only",
                        members={"limit_megabytes": MOST_GATHERED >> 20},
                    )
        except WorkerEnded:
            raise Problem(
                503,
                "broken-off",
                "the query was stopped before its answer was whole; make it narrower or ask with LIMIT",
            ) from None
        return bytes(held)

    def close(self) -> None:
        """Let go of the worker; it is ended if it has not come to the end."""
        if self._is_closed:
            return
        self._is_closed = True
        if not self._is_complete:
            self._worker.kill(LEFT)
        self._release()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker answered: the head, and the body whole or as it comes."""

    form: str
    kind: str
    gzip: bool
    body: bytes | None
    parts: Stream | None = None
