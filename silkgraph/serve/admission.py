"""Who waits for a worker, in which order, and who is refused.

The line is short and bounded. Lighter queries go first: those with fewer variables, which is how many joins a query
can have. When the line is full, the heaviest in it is refused, so that a flood of heavy queries never keeps a plain
one out.
"""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from silkgraph.serve.problems import busy

Place = TypeVar("Place")


def weight(query: str) -> int:
    """How heavy a query may be, told without parsing it: by its variables, and a little by its length."""
    return 16 * (query.count("?") + query.count("$") + query.count("*")) + min(len(query) // 64, 4096)


@dataclass(order=True, slots=True)
class Waiting(Generic[Place]):
    """Somebody in the line."""

    weight: int
    number: int
    turn: asyncio.Future[Place] = field(compare=False)


class Line(Generic[Place]):
    """The queries that wait."""

    def __init__(self, longest: int) -> None:
        self.longest = longest
        self._heap: list[Waiting[Place]] = []
        self._number = 0

    def __len__(self) -> int:
        self._drop_gone()
        return len(self._heap)

    async def wait(self, weight: int, *, give_back: Callable[[Place], None]) -> Place:
        """Wait for one's turn; what it is given is one's own.

        Args:
            weight: of the query.
            give_back: told of a place that came when nobody wanted it any more.

        Raises:
            Problem: the line is full.
        """
        self._drop_gone()
        if len(self._heap) >= self.longest:
            heaviest = max(self._heap)
            if heaviest.weight <= weight:
                raise busy(f"{self.longest} queries are waiting already; try again in a moment")
            heaviest.turn.set_exception(busy("lighter queries came first while this one waited; try again in a moment"))
            self._drop_gone()
        self._number += 1
        waiting = Waiting[Place](weight, self._number, asyncio.get_running_loop().create_future())
        heapq.heappush(self._heap, waiting)
        try:
            return await waiting.turn
        except asyncio.CancelledError:
            if waiting.turn.done() and not waiting.turn.cancelled() and waiting.turn.exception() is None:
                give_back(waiting.turn.result())
            waiting.turn.cancel()
            raise

    def give(self, place: Place, *, most: int | None = None) -> bool:
        """Give a place to who is next; False where nobody waits, or nobody lighter than ``most``."""
        while self._heap:
            if most is not None and self._heap[0].weight > most and not self._heap[0].turn.done():
                return False
            waiting = heapq.heappop(self._heap)
            if not waiting.turn.done():
                waiting.turn.set_result(place)
                return True
        return False

    def _drop_gone(self) -> None:
        if any(waiting.turn.done() for waiting in self._heap):
            self._heap = [waiting for waiting in self._heap if not waiting.turn.done()]
            heapq.heapify(self._heap)
