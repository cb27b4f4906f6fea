"""The outside of the nursery: starts it, has it split off workers, and hears how they ended."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections import deque
from contextlib import suppress
from typing import Any

from silkgraph.serve.frames import LENGTH
from silkgraph.serve.nursery import REPORT, REQUEST


class WorkerEnded(Exception):
    """The worker's process is gone."""


class Split:
    """A worker's process: the nursery's child, which the serving process may end."""

    def __init__(self, nursery: Splitter, pid: int) -> None:
        self.pid = pid
        self._nursery = nursery
        self._ended: asyncio.Future[int] | None = None

    def kill(self, *, is_heard: bool) -> None:
        """End it at once. Its number is its own until it is waited for; without the nursery, as long as it is heard."""
        if self._ended is None and (self._nursery.is_alive or is_heard):
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    async def wait(self) -> int:
        """Wait for its end; its exit code, negative for a signal."""
        if self._ended is None:
            self._ended = self._nursery.end_of(self.pid)
        return await asyncio.shield(self._ended)


class Splitter:
    """The nursery as the event loop sees it.

    Args:
        settings: what it and its workers are told.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._buffer = b""
        self._answers: deque[asyncio.Future[int]] = deque()
        self._ends: dict[int, asyncio.Future[int]] = {}
        self._children = 0
        self._is_retired = False

    @property
    def is_alive(self) -> bool:
        """Whether it can still be asked."""
        return self._control is not None

    async def start(self) -> None:
        """Start the process and wait until it has loaded everything.

        Raises:
            WorkerEnded: it ended instead.
        """
        self._control, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "silkgraph.serve.nursery", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                close_fds=True,
            )
        content = json.dumps(self._settings).encode("ascii")
        with suppress(BrokenPipeError):
            self._control.sendall(LENGTH.pack(len(content)) + content)
        self._control.setblocking(False)
        loop = asyncio.get_running_loop()
        ready: asyncio.Future[int] = loop.create_future()
        self._answers.append(ready)
        loop.add_reader(self._control, self._hear)
        await ready

    async def split_off(self, channel: socket.socket, *, network: bool) -> Split:
        """A new worker with one end of a channel.

        Raises:
            WorkerEnded: there is no nursery any more.
        """
        number: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._say(REQUEST.pack(b"N" if network else b"W", 0), channel.fileno())
        self._answers.append(number)
        pid = await asyncio.shield(number)
        if pid == 0:
            raise WorkerEnded("the system has no room for another process")
        self._children += 1
        return Split(self, pid)

    def end_of(self, pid: int) -> asyncio.Future[int]:
        """The end of a worker; of one whose nursery is gone nobody hears, and it counts as ended from outside."""
        ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        try:
            self._say(REQUEST.pack(b"E", pid))
            self._ends[pid] = ended
        except WorkerEnded:
            ended.set_result(-signal.SIGKILL)
        return ended

    def retire(self) -> None:
        """Close it with the end of its last worker."""
        self._is_retired = True
        if self._children == 0:
            self.close()

    def close(self) -> None:
        """End it; its workers are on their own."""
        if self._control is None or self._process is None:
            return
        asyncio.get_running_loop().remove_reader(self._control)
        self._control.close()
        self._control = None
        self._process.kill()
        self._process.wait()
        for answer in self._answers:
            if not answer.done():
                answer.set_exception(WorkerEnded("the nursery has ended"))
                answer.exception()  # nobody may be waiting for it
        for ended in self._ends.values():
            if not ended.done():
                ended.set_result(-signal.SIGKILL)
        self._answers.clear()
        self._ends.clear()

    def _say(self, request: bytes, *descriptors: int) -> None:
        if self._control is None:
            raise WorkerEnded("the nursery has ended")
        try:
            socket.send_fds(self._control, [request], descriptors)
        except OSError:
            self.close()
            raise WorkerEnded("the nursery has ended") from None

    def _hear(self) -> None:
        """Called by the event loop."""
        assert self._control is not None
        try:
            heard = self._control.recv(1 << 16)
        except BlockingIOError:
            return
        except OSError:
            heard = b""
        if not heard:
            self.close()
            return
        self._buffer += heard
        whole = len(self._buffer) - len(self._buffer) % REPORT.size
        for letter, pid, code in REPORT.iter_unpack(self._buffer[:whole]):
            if letter == b"E":
                self._children -= 1
                if (ended := self._ends.pop(pid, None)) is not None and not ended.done():
                    ended.set_result(code)
            elif not (answer := self._answers.popleft()).done():
                answer.set_result(pid)
        self._buffer = self._buffer[whole:]
        if self._is_retired and self._children == 0:
            self.close()
