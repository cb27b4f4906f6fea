"""Counters for Prometheus, at ``/metrics``."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from silkgraph.serve.caching import AnswerCache
from silkgraph.serve.pool import Pool

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST"})


class Metrics:
    """What is counted. A registry of its own, so that two servers in one process do not mix."""

    def __init__(self, pool: Pool, cache: AnswerCache) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "silkgraph_requests", "Requests answered", ["route", "method", "status"], registry=self._registry
        )
        self._duration = Histogram(
            "silkgraph_request_seconds", "Seconds to answer", ["route"], buckets=_SECONDS, registry=self._registry
        )
        self._registry.register(_States(pool, cache))
        self._of: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}

    def request(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one request; status 0 is one that nobody waited for."""
        of = self._of.get((route, method, status))
        if of is None:
            known = method if method in _METHODS else "other"
            of = (self._requests.labels(route, known, str(status)), self._duration.labels(route))
            if known == method:  # names of methods are a client's, and without end
                self._of[route, method, status] = of
        of[0].inc()
        of[1].observe(seconds)

    def text(self) -> bytes:
        """Everything in the text format of Prometheus."""
        return generate_latest(self._registry)


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
