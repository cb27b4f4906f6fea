"""The crew: so many worker processes, each replaced when it ends, whatever ended it."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Coroutine
from typing import Any

from silkgraph.serve.connection import WorkerConnection
from silkgraph.serve.splitting import Splitter, WorkerEnded

STOPPED = "stopped"
"""Why a worker was ended when the server stopped."""

_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.2, 10.0
_log = logging.getLogger("silkgraph.serve")


class Crew:
    """Keeps worker processes at the ready.

    Args:
        settings: what each worker is told at its start.
        size: how many there are.
        ready: told of a worker that can take a job: a new one, or one that has come back.
        lost: told of one that ended while it may have been waiting; says whether it was.
    """

    def __init__(
        self,
        settings: dict[str, Any],
        size: int,
        *,
        ready: Callable[[WorkerConnection], None],
        lost: Callable[[WorkerConnection], bool],
    ) -> None:
        self.settings = settings
        self.size = size
        self.ended: dict[str, int] = {}
        self._ready = ready
        self._lost = lost
        self._splitter: Splitter | None = None
        self._starting = asyncio.Lock()
        self._generation = 0
        self._generations: dict[WorkerConnection, int] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_stopping = False

    async def start(self) -> None:
        """Start the workers; returns when the first is ready.

        Raises:
            WorkerEnded: it cannot open the store.
        """
        first = WorkerConnection(self._is_gone)
        await first.start(await self._nursery())
        self._join(first)
        for _ in range(self.size - 1):
            self._do(self._replace())

    async def stop(self) -> None:
        """End all workers."""
        self._is_stopping = True
        for worker in list(self._generations):
            worker.kill(STOPPED)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._splitter is not None:
            self._splitter.close()

    async def renew(self, settings: dict[str, Any]) -> None:
        """Have workers with other settings from the moment this returns; those that have a job finish it first.

        Raises:
            WorkerEnded: there can be none with these settings; everything stays as it is.
        """
        fresh = Splitter(settings)
        await fresh.start()
        if self._splitter is not None:
            self._splitter.retire()
        self.settings, self._splitter = settings, fresh
        self._generation += 1
        for worker in [*self._generations]:
            if self._lost(worker):
                self._retire(worker)

    async def hire(self, *, network: bool) -> WorkerConnection:
        """A worker beside the others, with or without a network, for one job.

        Raises:
            WorkerEnded: it did not start.
        """
        worker, nursery = WorkerConnection(), await self._nursery()
        starting = self._do(worker.start(nursery, network=network))
        try:
            await asyncio.shield(starting)
        except BaseException:  # whoever waited for it may be gone before it is there
            starting.add_done_callback(lambda _: self._retire(worker))
            raise
        return worker

    async def _nursery(self) -> Splitter:
        """Where workers come from; another one where it has been ended."""
        async with self._starting:
            if self._splitter is None or not self._splitter.is_alive:
                fresh = Splitter(self.settings)
                await fresh.start()
                self._splitter = fresh
            return self._splitter

    def take_back(self, worker: WorkerConnection) -> None:
        """A worker has done its job, or is gone."""
        if worker.is_slow and worker.is_alive:
            self._restore_priority(worker)
        if (
            worker.is_alive
            and not worker.is_leaving
            and not worker.why_ended
            and self._generations.get(worker) == self._generation
        ):
            self._ready(worker)
        else:
            self._retire(worker)

    def _join(self, worker: WorkerConnection) -> None:
        self._generations[worker] = self._generation
        self._ready(worker)

    def _is_gone(self, worker: WorkerConnection) -> None:
        """A process ended: one that waited for a job is replaced now, one that has a job when it is taken back."""
        if self._lost(worker):
            self._retire(worker)

    def _restore_priority(self, worker: WorkerConnection) -> None:
        worker.is_slow = False
        try:
            os.setpriority(os.PRIO_PROCESS, worker.pid, os.getpriority(os.PRIO_PROCESS, 0))
        except OSError:
            worker.is_leaving = True  # only a privileged server can take niceness back

    def _retire(self, worker: WorkerConnection) -> None:
        """End a worker, and start another in its place if it had one."""
        why = worker.why_ended or ("recycled" if worker.is_leaving else "replaced" if worker.is_alive else "died")
        self.ended[why] = self.ended.get(why, 0) + 1
        had_a_place = self._generations.pop(worker, None) is not None
        worker.kill(why)
        self._do(self._reap(worker))
        if had_a_place and not self._is_stopping:
            self._do(self._replace())

    async def _reap(self, worker: WorkerConnection) -> None:
        await worker.wait_ended()

    async def _replace(self) -> None:
        pause = _SHORTEST_PAUSE
        while not self._is_stopping:
            worker, generation = WorkerConnection(self._is_gone), self._generation
            try:
                await worker.start(await self._nursery())
            except (WorkerEnded, OSError) as error:
                _log.error("a worker did not start: %s", error)
                worker.kill("died")
                await worker.wait_ended()
                await asyncio.sleep(pause)
                pause = min(_LONGEST_PAUSE, 2 * pause)
                continue
            if generation == self._generation:
                self._join(worker)
                return
            worker.kill("replaced")
            await worker.wait_ended()

    def _do(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task
