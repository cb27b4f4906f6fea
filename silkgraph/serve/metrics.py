"""Counters for Prometheus, at ``/metrics``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric

from silkgraph.serve.caching import AnswerCache
from silkgraph.serve.pool import Pool

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST"})


@dataclass(slots=True)
class _Count:
    """Requests of one kind: how many took up to each of ``_SECONDS``, how many longer, and seconds in all."""

    upto: list[int] = field(default_factory=lambda: [0] * (len(_SECONDS) + 1))
    seconds: float = 0.0


class Metrics:
    """What is counted. A registry of its own, so that two servers in one process do not mix."""

    def __init__(self, pool: Pool, cache: AnswerCache) -> None:
        self._registry = CollectorRegistry()
        self._counts: dict[tuple[str, str, int], _Count] = {}
        self._registry.register(_Requests(self._counts))
        self._registry.register(_States(pool, cache))

    def request(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one request; status 0 is one that nobody waited for."""
        if method not in _METHODS:  # names of methods are a client's, and without end
            method = "other"
        count = self._counts.get((route, method, status))
        if count is None:
            count = self._counts[route, method, status] = _Count()
        count.upto[bisect_left(_SECONDS, seconds)] += 1
        count.seconds += seconds

    def text(self) -> bytes:
        """Everything in the text format of Prometheus."""
        return generate_latest(self._registry)


class _Requests:
    """What was counted, put together when asked for: requests are many."""

    def __init__(self, counts: dict[tuple[str, str, int], _Count]) -> None:
        self._counts = counts

    def collect(self) -> Iterator[Metric]:
        """Called by the registry."""
        requests = CounterMetricFamily("silkgraph_requests", "Requests answered", labels=["route", "method", "status"])
        routes: dict[str, _Count] = {}
        for (route, method, status), count in sorted(self._counts.items()):
            requests.add_metric([route, method, str(status)], sum(count.upto))
            total = routes.setdefault(route, _Count())
            total.upto = [one + more for one, more in zip(total.upto, count.upto, strict=True)]
            total.seconds += count.seconds
        yield requests
        seconds = HistogramMetricFamily("silkgraph_request_seconds", "Seconds to answer", labels=["route"])
        bounds = [*(str(float(bound)) for bound in _SECONDS), "+Inf"]
        for route, total in routes.items():
            seconds.add_metric([route], list(zip(bounds, accumulate(total.upto), strict=True)), total.seconds)
        yield seconds


class _States:
    """What is read when asked instead of counted."""

    def __init__(self, pool: Pool, cache: AnswerCache) -> None:
        self._pool = pool
        self._cache = cache

    def collect(self) -> Iterator[Metric]:
        """Called by the registry."""
        workers = GaugeMetricFamily("silkgraph_workers", "Worker processes", labels=["state"])
        workers.add_metric(["idle"], self._pool.idle)
        workers.add_metric(["running"], self._pool.running - self._pool.slow)
        workers.add_metric(["running_long"], self._pool.slow)
        yield workers
        yield GaugeMetricFamily("silkgraph_queue_length", "Queries waiting for a worker", value=self._pool.waiting)
        ended = CounterMetricFamily("silkgraph_workers_ended", "Worker processes ended, by reason", labels=["reason"])
        for reason, count in self._pool.crew.ended.items():
            ended.add_metric([reason.replace(" ", "_")], count)
        yield ended
        cache = CounterMetricFamily("silkgraph_cache", "Look-ups in the cache of answers", labels=["result"])
        cache.add_metric(["hit"], self._cache.hits)
        cache.add_metric(["miss"], self._cache.misses)
        yield cache
        yield GaugeMetricFamily("silkgraph_cache_bytes", "Size of the cache of answers", value=self._cache.bytes)
