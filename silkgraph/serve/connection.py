"""The outside of a worker: has the process split off, hands it a job, reads its frames, and ends it."""

from __future__ import annotations

import asyncio
import os
import socket
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import cast

from silkgraph.serve.frames import FrameReader, Job
from silkgraph.serve.splitting import Split, Splitter, WorkerEnded

MOST_WAITING = 1 << 20
"""Bytes of frames that wait for a slow client before the worker is made to wait as well."""

NICENESS = 10
"""By how much a query that runs long gives way to short ones."""


class WorkerConnection(asyncio.Protocol):
    """One worker process, as the event loop sees it.

    Args:
        ended: told when the process is gone, whether anybody waits for it or not.
    """

    def __init__(self, ended: Callable[[WorkerConnection], None] | None = None) -> None:
        self._tell_ended = ended
        self.busy_since = 0.0
        self.is_slow = False
        self.is_leaving = False
        self.why_ended: str | None = None
        self.killed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._process: Split | None = None
        self._transport: asyncio.Transport | None = None
        self._reader = FrameReader()
        self._frames: deque[tuple[bytes, bytes]] = deque()
        self._waiting_bytes = 0
        self._wakes: asyncio.Future[None] | None = None
        self._is_closed = False

    @property
    def pid(self) -> int:
        """The process's number."""
        assert self._process is not None
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether it can still send."""
        return not self._is_closed

    async def start(self, splitter: Splitter, *, network: bool = False) -> None:
        """Have the process split off and wait until it is ready.

        Raises:
            WorkerEnded: it ended instead.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            await asyncio.get_running_loop().create_unix_connection(lambda: self, sock=ours)
            self._process = await splitter.split_off(theirs, network=network)
        letter, _ = await self.next_frame()
        if letter != b"R":
            raise WorkerEnded("the worker did not start")

    def send(self, job: Job, seconds: float) -> None:
        """Hand over a job, with the time that is left for it.

        Raises:
            WorkerEnded: there is nobody to take it.
        """
        if self._is_closed or self._transport is None:
            raise WorkerEnded("the worker has ended")
        self.busy_since = time.monotonic()
        self._transport.write(job.to_bytes(seconds))

    async def next_frame(self) -> tuple[bytes, bytes]:
        """The next frame, its letter in upper case.

        Raises:
            WorkerEnded: the process is gone.
        """
        while not self._frames:
            if self._is_closed:
                raise WorkerEnded(self.why_ended or "the worker ended")
            self._wakes = asyncio.get_running_loop().create_future()
            try:
                await self._wakes
            finally:
                self._wakes = None
        letter, payload = self._frames.popleft()
        self._waiting_bytes -= len(payload)
        if self._transport is not None and self._waiting_bytes <= MOST_WAITING and not self._is_closed:
            self._transport.resume_reading()
        if letter.islower():
            self.is_leaving = True
        return letter.upper(), payload

    def give_way(self) -> None:
        """Let short queries go first from now on."""
        self.is_slow = True
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.pid, NICENESS)

    def kill(self, why: str) -> None:
        """End the process at once; whoever waits for a frame is told why."""
        if self.why_ended is None:
            self.why_ended = why
        if not self.killed.done():
            self.killed.set_result(None)
        if self._process is not None:
            self._process.kill(is_heard=not self._is_closed)
        if self._transport is not None:
            self._transport.abort()

    async def wait_ended(self) -> int:
        """Wait for the process to be gone; its exit code, negative for a signal."""
        return 0 if self._process is None else await self._process.wait()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Called by the event loop."""
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """Called by the event loop."""
        for letter, payload in self._reader.feed(data):
            self._frames.append((letter, payload))
            self._waiting_bytes += len(payload)
        if self._waiting_bytes > MOST_WAITING and self._transport is not None:
            self._transport.pause_reading()
        self._wake()

    def connection_lost(self, error: Exception | None) -> None:
        """Called by the event loop."""
        self._is_closed = True
        self._wake()
        if self._tell_ended is not None:
            self._tell_ended(self)

    def _wake(self) -> None:
        if (self._frames or self._is_closed) and self._wakes is not None and not self._wakes.done():
            self._wakes.set_result(None)
