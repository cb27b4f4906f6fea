"""The inside of the nursery: a process that has loaded what all workers need, and splits off workers on request.

A worker that is split off is ready within some ten milliseconds, and the graph in memory is there once for all of
them. No thread runs here (the engine's threads would not be there in a copy), and no query is evaluated. What the
serving process says and is told are messages of a fixed length:

    W  with the worker's end of a channel: split off a worker; N: one that may open connections
    E  wait for the end of the worker with this number
    R  everything is loaded
    W  the number of the new worker; 0 where there is none
    E  the number of a worker that has ended, and how: its exit code, or minus the signal
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import socket
import struct
import sys
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any

import pyoxigraph as ox

from silkgraph.serve import worker
from silkgraph.serve.frames import message
from silkgraph.store.in_memory import in_memory

REQUEST = struct.Struct(">cI")
REPORT = struct.Struct(">cIi")

GLANCE = 0.005
"""Seconds between looks at whether a worker that is waited for has ended."""

PATIENCE = 2.0
"""Seconds that a worker which is waited for may take to end by itself."""


class Nursery:
    """Splits off workers.

    Args:
        settings: what the serving process has sent; ``nquads`` is empty where the graph stays on disk.
        control: the channel to the serving process.
    """

    def __init__(self, settings: dict[str, Any], control: socket.socket) -> None:
        self._settings = settings
        self._control = control
        self._store = _loaded(settings["nquads"]) if settings["nquads"] else None
        self._awaited: dict[int, float] = {}

    def run(self) -> None:
        """Do what the serving process says until it is gone."""
        if self._settings["search"]:
            import silkgraph.search.functions  # so that no worker has to
        if self._settings["upstream"]:
            import silkgraph.serve.upstream_evaluation  # noqa: F401
        gc.collect()
        gc.freeze()  # what is never collected is never copied
        self._control.sendall(REPORT.pack(b"R", 0, 0))
        while True:
            ready, _, _ = select.select([self._control], [], [], GLANCE if self._awaited else None)
            if ready and not self._obey():
                return
            for pid in list(self._awaited):
                self._look_after(pid)

    def _obey(self) -> bool:
        """Do one thing; False where nobody is left to want anything."""
        request, descriptors, _, _ = socket.recv_fds(self._control, REQUEST.size, 1, socket.MSG_WAITALL)
        if len(request) < REQUEST.size:
            return False
        letter, pid = REQUEST.unpack(request)
        if letter == b"E":
            self._awaited[pid] = time.monotonic()
            return True
        with socket.socket(fileno=descriptors[0]) as channel:
            pid = self._split_off(channel, network=letter == b"N")
        self._control.sendall(REPORT.pack(b"W", pid, 0))
        return True

    def _split_off(self, channel: socket.socket, *, network: bool) -> int:
        """The number of a new worker; 0 where the system gives none."""
        try:
            pid = os.fork()
        except OSError:
            return 0
        if pid == 0:
            self._be_worker(channel, network=network)
        return pid

    def _be_worker(self, channel: socket.socket, *, network: bool) -> None:
        """The life of a worker; does not return."""
        code = 1
        try:
            self._control.close()
            with suppress(BrokenPipeError, ConnectionResetError):  # the serving process is gone
                worker.serve({**self._settings, "network": network}, channel, self._store)
            code = 0
        finally:
            os._exit(code)

    def _look_after(self, pid: int) -> None:
        """Tell of a worker's end. Only now is its number free to become another process's."""
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            del self._awaited[pid]
            self._control.sendall(REPORT.pack(b"E", pid, os.waitstatus_to_exitcode(status)))
        elif time.monotonic() - self._awaited[pid] > PATIENCE:
            os.kill(pid, signal.SIGKILL)


def _loaded(nquads: str) -> ox.Store:
    """The graph in memory, loaded by a thread that ends with it.

    The engine's source of random numbers belongs to a thread. That of this one stays unused, so that it begins anew in
    every worker: ``UUID()`` gives each of them others.
    """
    found: list[ox.Store] = []
    loading = Thread(target=lambda: found.append(in_memory(Path(nquads))))
    loading.start()
    loading.join()
    return found[0]


def main() -> None:
    """``python -m silkgraph.serve.nursery FD``: settings come first over the channel, as JSON."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    control = socket.socket(fileno=int(sys.argv[1]))
    settings = message(control)
    if settings:
        with suppress(BrokenPipeError, ConnectionResetError):  # the serving process is gone
            Nursery(json.loads(settings), control).run()


if __name__ == "__main__":
    main()
