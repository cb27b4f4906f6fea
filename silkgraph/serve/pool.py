"""Running jobs: which worker takes which, for how long, and which gives way.

There are twice as many workers as queries may run long, and one more, so that a short query always finds one. A query
that has run for ``PATIENCE`` counts as long: it gets a lower priority, and when others wait while long queries hold
more workers than they may, the youngest of those is ended. The last free worker is kept for light queries. The time
limit ends any query.
"""

from __future__ import annotations

import asyncio
import json
import signal
import time
from typing import Any

from silkgraph.serve.admission import Line, weight
from silkgraph.serve.answer import LEFT, Answer, Stream
from silkgraph.serve.connection import WorkerConnection
from silkgraph.serve.crew import STOPPED, Crew
from silkgraph.serve.frames import Job
from silkgraph.serve.problems import Problem, busy
from silkgraph.serve.splitting import WorkerEnded

PATIENCE = 0.5
"""Seconds after which a query is a long one."""

LIGHT = 128
"""The weight of the heaviest query that the last free worker is for: eight variables or so."""

_TIME, _CROWDED = "time limit", "crowded"


class Pool:
    """Runs jobs in worker processes.

    Args:
        worker_settings: what each worker is told at its start.
        long_queries: how many queries may run long at once.
        longest_line: how many may wait for a worker.
    """

    def __init__(self, worker_settings: dict[str, Any], *, long_queries: int, longest_line: int) -> None:
        self.long_queries = long_queries
        self.crew = Crew(worker_settings, 2 * long_queries + 1, ready=self._welcome, lost=self._forget)
        self._idle: list[WorkerConnection] = []
        self._running: set[WorkerConnection] = set()
        self._line: Line[WorkerConnection] = Line(longest_line)
        self._networked = asyncio.Semaphore(long_queries)

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

    async def run(self, job: Job) -> Answer:
        """What a worker answers to a job.

        Raises:
            Problem: the query is wrong, too long, too heavy, or there are too many.
        """
        deadline = time.monotonic() + job.seconds
        heaviness = weight(job.query)
        worker = self._take_idle(heaviness) or await self._wait(heaviness, job.seconds)
        try:
            return await self._run_on(worker, job, deadline)
        except Problem as problem:
            if problem.code != "needs-network":
                raise
        async with self._networked:
            return await self._run_on(await self._networked_worker(), job, deadline)

    async def _networked_worker(self) -> WorkerConnection:
        """A worker of its own for a query that asks an allowed service: it may open connections."""
        try:
            return await self.crew.hire(network=True)
        except WorkerEnded:
            raise busy("no worker could be started") from None

    async def _run_on(self, worker: WorkerConnection, job: Job, deadline: float) -> Answer:
        loop = asyncio.get_running_loop()
        self._running.add(worker)
        timers = [
            loop.call_later(max(0.0, deadline - time.monotonic()), worker.kill, _TIME),
            loop.call_later(PATIENCE, self._becomes_slow, worker),
        ]
        is_streamed = False
        try:
            worker.send(job, max(0.1, deadline - time.monotonic()))
            letter, payload = await worker.next_frame()
            if letter == b"S":
                is_streamed = True
                return Answer(
                    **json.loads(payload), body=None, parts=Stream(worker, lambda: self._release(worker, timers))
                )
            if letter == b"X":
                raise Problem(**json.loads(payload))
            head, _, body = payload.partition(b"\n")
            return Answer(**json.loads(head), body=body)
        except WorkerEnded:
            raise await self._why(worker, job) from None
        except asyncio.CancelledError:
            worker.kill(LEFT)
            raise
        finally:
            if not is_streamed:
                self._release(worker, timers)

    def _take_idle(self, heaviness: int) -> WorkerConnection | None:
        return self._idle.pop() if len(self._idle) > (0 if heaviness <= LIGHT else 1) else None

    async def _wait(self, heaviness: int, seconds: float) -> WorkerConnection:
        asyncio.get_running_loop().call_soon(self._relieve)
        try:
            async with asyncio.timeout(seconds):
                return await self._line.wait(heaviness, give_back=self._welcome)
        except TimeoutError:
            raise busy(f"no worker was free within the time limit of {seconds:g} s; try again later") from None

    def _release(self, worker: WorkerConnection, timers: list[asyncio.TimerHandle]) -> None:
        for timer in timers:
            timer.cancel()
        self._running.discard(worker)
        self.crew.take_back(worker)

    def _welcome(self, worker: WorkerConnection) -> None:
        """Give a free worker to who waits, or keep it ready."""
        self._idle.append(worker)
        while self._idle and self._line.give(self._idle[-1], most=None if len(self._idle) > 1 else LIGHT):
            self._idle.pop()

    def _forget(self, worker: WorkerConnection) -> bool:
        """Give a worker that waits for a query to nobody; False where it is not waiting."""
        if worker not in self._idle:
            return False
        self._idle.remove(worker)
        return True

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
        if worker.why_ended == _CROWDED:
            return busy(f"{self.long_queries} long queries are running already; try again later")
        if worker.why_ended == STOPPED:
            return busy("the server is stopping")
        ended_by = -(await worker.wait_ended())
        if worker.why_ended == _TIME or ended_by in (signal.SIGALRM, signal.SIGXCPU):
            return Problem(
                503,
                "time-limit",
                f"the query did not end within the time limit of {job.seconds:g} s and was stopped; "
                "make it narrower, ask with LIMIT, or take the dump",
                members={"limit_seconds": job.seconds},
            )
        if ended_by == signal.SIGKILL:
            return busy("the process that evaluated the query was ended from outside; try again")
        memory = self.crew.settings["memory"] >> 20
        return Problem(
            503,
            "memory-limit",
            f"the query needed more than the {memory} MB of memory that a query may have, or was too complex to "
            "evaluate, and was stopped; make it narrower or ask with LIMIT",
            members={"limit_megabytes": memory},
        )
