"""The workers: twice as many as queries may run long, and one more, so that a short query always finds one.

A query that has run for ``PATIENCE`` counts as long: it gets a lower priority, and when others wait while long queries
hold more workers than they may, the youngest of those is ended. The last free worker is kept for light queries. The
time limit ends any query. A worker that ended is replaced.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from silkgraph.serve.admission import Line, weight
from silkgraph.serve.connection import WorkerConnection, WorkerEnded
from silkgraph.serve.frames import Job
from silkgraph.serve.problems import Problem, busy

PATIENCE = 0.5
"""Seconds after which a query is a long one."""

LIGHT = 128
"""The weight of the heaviest query that the last free worker is for: eight variables or so."""

_TIME, _CROWDED, _LEFT, _STOPPED = "time limit", "crowded", "client left", "stopped"
_log = logging.getLogger("silkgraph.serve")


class Stream:
    """The parts of a long answer as they come. Whoever takes it must close it, read or not."""

    def __init__(self, worker: WorkerConnection, release: Callable[[], None]) -> None:
        self._worker = worker
        self._release = release
        self._is_complete = False
        self._is_closed = False

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
            raise StopAsyncIteration
        return payload

    def close(self) -> None:
        """Let go of the worker; it is ended if it has not come to the end."""
        if self._is_closed:
            return
        self._is_closed = True
        if not self._is_complete:
            self._worker.kill(_LEFT)
        self._release()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker answered: the head, and the body whole or as it comes."""

    form: str
    kind: str
    gzip: bool
    body: bytes | None
    parts: Stream | None = None


class Pool:
    """Runs jobs in worker processes."""

    def __init__(self, worker_settings: dict[str, Any], *, long_queries: int, longest_line: int) -> None:
        self.long_queries = long_queries
        self.size = 2 * long_queries + 1
        self.ended: dict[str, int] = {}
        self._settings = worker_settings
        self._generation = 0
        self._idle: list[WorkerConnection] = []
        self._running: dict[WorkerConnection, float] = {}
        self._line: Line[WorkerConnection] = Line(longest_line)
        self._generations: dict[WorkerConnection, int] = {}
        self._networked = asyncio.Semaphore(long_queries)
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_stopping = False

    @property
    def idle(self) -> int:
        """Workers that wait for a query."""
        return len(self._idle)

    @property
    def running(self) -> int:
        """Queries that run."""
        return len(self._running)

    @property
    def slow(self) -> int:
        """Queries that have run for longer than ``PATIENCE``."""
        return sum(worker.is_slow for worker in self._running)

    @property
    def waiting(self) -> int:
        """Queries that wait for a worker."""
        return len(self._line)

    async def start(self) -> None:
        """Start the workers; returns when the first is ready.

        Raises:
            WorkerEnded: it cannot open the store.
        """
        first = WorkerConnection(self._is_gone)
        await first.start(self._settings)
        self._welcome(first)
        for _ in range(self.size - 1):
            self._do(self._replace())

    async def stop(self) -> None:
        """End all workers."""
        self._is_stopping = True
        for worker in [*self._idle, *self._running]:
            worker.kill(_STOPPED)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def renew(self, worker_settings: dict[str, Any]) -> None:
        """Serve another store from now on; queries that run end on the old one."""
        self._settings = worker_settings
        self._generation += 1
        idle, self._idle = self._idle, []
        for worker in idle:
            self._retire(worker)

    async def run(self, job: Job) -> Answer:
        """What a worker answers to a job.

        Raises:
            Problem: the query is wrong, too long, too heavy, or there are too many.
        """
        deadline = time.monotonic() + job.seconds
        worker = self._take_idle(weight(job.query)) or await self._wait(job)
        try:
            return await self._run_on(worker, job, deadline)
        except Problem as problem:
            if problem.code != "needs-network":
                raise
        async with self._networked:
            return await self._run_networked(job, deadline)

    async def _run_on(self, worker: WorkerConnection, job: Job, deadline: float) -> Answer:
        loop = asyncio.get_running_loop()
        self._running[worker] = deadline
        timers = [
            loop.call_later(max(0.0, deadline - time.monotonic()), worker.kill, _TIME),
            loop.call_later(PATIENCE, self._becomes_slow, worker),
        ]
        released = False
        try:
            worker.send(job, max(0.1, deadline - time.monotonic()))
            letter, payload = await worker.next_frame()
            if letter == b"S":
                released = True  # by the stream
                head = json.loads(payload)
                return Answer(**head, body=None, parts=Stream(worker, lambda: self._release(worker, timers)))
            if letter == b"X":
                raise Problem(**json.loads(payload))
            head, _, body = payload.partition(b"\n")
            return Answer(**json.loads(head), body=body)
        except WorkerEnded:
            raise await self._why(worker, job) from None
        except asyncio.CancelledError:
            worker.kill(_LEFT)
            raise
        finally:
            if not released:
                self._release(worker, timers)

    async def _run_networked(self, job: Job, deadline: float) -> Answer:
        """Run a query that asks an allowed service, in a worker of its own that may open connections."""
        worker = WorkerConnection()
        try:
            await worker.start({**self._settings, "network": True})
        except WorkerEnded:
            raise busy("no worker could be started") from None
        worker.is_leaving = True
        self._generations[worker] = -1
        return await self._run_on(worker, job, deadline)

    def _take_idle(self, weight: int) -> WorkerConnection | None:
        return self._idle.pop() if len(self._idle) > (0 if weight <= LIGHT else 1) else None

    async def _wait(self, job: Job) -> WorkerConnection:
        asyncio.get_running_loop().call_soon(self._relieve)
        try:
            async with asyncio.timeout(job.seconds):
                return await self._line.wait(weight(job.query), give_back=self._welcome)
        except TimeoutError:
            raise busy(f"no worker was free within the time limit of {job.seconds:g} s; try again later") from None

    def _release(self, worker: WorkerConnection, timers: list[asyncio.TimerHandle]) -> None:
        for timer in timers:
            timer.cancel()
        self._running.pop(worker, None)
        if worker.is_slow and worker.is_alive:
            self._restore_priority(worker)
        if worker.is_alive and not worker.is_leaving and not worker.why_ended and self._is_current(worker):
            self._welcome(worker)
        else:
            self._retire(worker)

    def _is_current(self, worker: WorkerConnection) -> bool:
        return self._generations.get(worker) == self._generation

    def _restore_priority(self, worker: WorkerConnection) -> None:
        worker.is_slow = False
        try:
            os.setpriority(os.PRIO_PROCESS, worker.pid, os.getpriority(os.PRIO_PROCESS, 0))
        except OSError:
            worker.is_leaving = True  # only a privileged server can take niceness back

    def _welcome(self, worker: WorkerConnection) -> None:
        """Give a free worker to who waits, or keep it ready."""
        self._generations.setdefault(worker, self._generation)
        self._idle.append(worker)
        while self._idle and self._line.give(self._idle[-1], most=None if len(self._idle) > 1 else LIGHT):
            self._idle.pop()

    def _is_gone(self, worker: WorkerConnection) -> None:
        """A process ended: one that waited for a query is replaced now, one that runs when its query is over."""
        if worker in self._idle:
            self._idle.remove(worker)
            self._retire(worker)

    def _retire(self, worker: WorkerConnection) -> None:
        """End a worker and start another in its place."""
        why = worker.why_ended or ("recycled" if worker.is_leaving else "replaced" if worker.is_alive else "died")
        self.ended[why] = self.ended.get(why, 0) + 1
        is_extra = self._generations.pop(worker, None) == -1
        worker.kill(why)
        self._do(self._reap(worker))
        if not self._is_stopping and not is_extra:
            self._do(self._replace())

    async def _reap(self, worker: WorkerConnection) -> None:
        await worker.wait_ended()

    async def _replace(self) -> None:
        delay = 0.2
        while not self._is_stopping:
            worker, generation = WorkerConnection(self._is_gone), self._generation
            try:
                await worker.start(self._settings)
            except (WorkerEnded, OSError) as error:
                _log.error("a worker did not start: %s", error)
                worker.kill("died")
                await worker.wait_ended()
                await asyncio.sleep(delay)
                delay = min(10.0, 2 * delay)
                continue
            if generation == self._generation:
                self._generations[worker] = generation
                self._welcome(worker)
                return
            worker.kill("replaced")
            await worker.wait_ended()

    def _becomes_slow(self, worker: WorkerConnection) -> None:
        if worker in self._running:
            worker.give_way()
            self._relieve()

    def _relieve(self) -> None:
        """While queries wait, at most half of the workers are held by long ones: the youngest of those make room."""
        if not len(self._line) or len(self._idle) > 1:
            return
        slow = sorted((worker for worker in self._running if worker.is_slow), key=lambda worker: worker.busy_since)
        for worker in slow[self.long_queries :]:
            worker.kill(_CROWDED)

    async def _why(self, worker: WorkerConnection, job: Job) -> Problem:
        """The problem to tell where a worker ended without an answer."""
        if worker.why_ended == _TIME:
            return Problem(
                503,
                "time-limit",
                f"the query did not end within the time limit of {job.seconds:g} s and was stopped; "
                "make it narrower, ask with LIMIT, or take the dump",
                members={"limit_seconds": job.seconds},
            )
        if worker.why_ended == _CROWDED:
            return busy(f"{self.long_queries} long queries are running already; try again later")
        if worker.why_ended == _STOPPED:
            return busy("the server is stopping")
        memory = self._settings["memory"] >> 20
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(worker.wait_ended(), 1)
        return Problem(
            503,
            "memory-limit",
            f"the query needed more than the {memory} MB of memory that a query may have, or was too complex to "
            "evaluate, and was stopped; make it narrower or ask with LIMIT",
            members={"limit_megabytes": memory},
        )

    def _do(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
