"""The application: every part made and wired, and which path leads to which of them."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from starlette.routing import Route, Router

from silkgraph.ask.library import all_questions
from silkgraph.export.prefixes import PREFIXES
from silkgraph.locations import knowledge
from silkgraph.namespaces import SILK
from silkgraph.serve.access_log import AccessLog
from silkgraph.serve.assets import asset
from silkgraph.serve.caching import AnswerCache
from silkgraph.serve.dereference import Dereferencer
from silkgraph.serve.dumps import Dumps
from silkgraph.serve.endpoint import ENDPOINTS, Answers, Endpoint
from silkgraph.serve.express import Express
from silkgraph.serve.frontdoor import Frontdoor
from silkgraph.serve.graph_store import GraphStore
from silkgraph.serve.http import Answering, Application, Receive, Request, Scope, Send
from silkgraph.serve.look_ups import LookUps
from silkgraph.serve.metrics import Metrics
from silkgraph.serve.pages import Pages
from silkgraph.serve.pool import Pool
from silkgraph.serve.problems import Problem
from silkgraph.serve.searching import Search
from silkgraph.serve.self_description import SelfDescription
from silkgraph.serve.served import Served, served_store
from silkgraph.serve.settings import Settings
from silkgraph.serve.site import Site
from silkgraph.serve.splitting import WorkerEnded
from silkgraph.serve.upstream import NoDumps, Upstream, upstream_graph
from silkgraph.serve.visitors import Visitors

WATCHED_EVERY = 2.0
"""Seconds between looks at whether another graph has been built."""

FOLLOWED_EVERY = 1.0
"""Seconds between looks at whether the main process is still there."""

COLLECTED = (10_000, 20, 20)
"""When Python looks for garbage: seldom, since answers that are kept look like it, and hardly anything here is."""

Handler = Callable[[Request, Answering], Awaitable[None]]
_log = logging.getLogger("silkgraph.serve")


class Server:
    """One server: the store it serves, the workers, and the parts that answer."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.served = self._newest()
        self.look_ups: LookUps | None = None
        self.pool = Pool(
            self._worker_settings(self.served),
            long_queries=settings.long_queries,
            longest_line=settings.queue_length,
        )
        self.cache = AnswerCache(settings.cache_megabytes << 20)
        self.answers = Answers(self.pool, self.cache, lambda: self.served.manifest.sha256, lambda: self.look_ups)
        self.express = Express(
            self.cache, lambda: self.served.manifest.sha256, lambda: self.look_ups, settings.max_rows
        )
        self.questions = all_questions(knowledge("queries"))
        self.pages = Pages(settings.root, self.questions)
        self.site = Site(self.answers, self.pages, lambda: self.served, settings.timeout_seconds)
        self.metrics = Metrics(self.pool, self.cache)
        self.dumps = NoDumps() if isinstance(self.served, Upstream) else Dumps(self.served)
        self.description = SelfDescription(settings, self.answers, self.dumps, lambda: self.served.manifest)

    def application(self) -> Application:
        """The ASGI application."""
        seconds, root = self.settings.timeout_seconds, self.settings.root
        visitors = Visitors(self.pages, self.pool, self.metrics, lambda: self.served.manifest)
        endpoint = Endpoint(
            self.settings,
            self.answers,
            self.pages,
            self.site.rows,
            self.description.service,
            visitors.query,
            lambda request, *known: self.express.remember(request.scope, request.headers, *known),
        )
        router = Router(
            routes=[
                *(_route(path, endpoint) for path in ENDPOINTS),
                _route("/", self.site.home),
                _route("/pictures", self.site.pictures),
                _route("/questions/{name}", self.site.question),
                _route("/health", visitors.health),
                _route("/metrics", visitors.counters),
                _route("/context.jsonld", visitors.context),
                _route("/search", Search(self.answers, self.pages, self.site.rows, seconds)),
                _route("/graph-store", GraphStore(self.answers, self.dumps, seconds)),
                _route("/.well-known/void", self.description.dataset),
                _route("/.well-known/sparql", self.description.service_document),
                _route("/dump/{name}", self.dumps),
                _route("/static/{name:path}", asset),
            ],
            redirect_slashes=False,
            default=_application(Dereferencer(root, self.answers, self.site.thing, seconds)),
            lifespan=self._lifespan,
        )
        return Frontdoor(
            router,
            self.express,
            allow_origin=self.settings.allow_origin,
            pages=self.pages,
            metrics=self.metrics,
            log=AccessLog(enabled=self.settings.access_log),
        )

    @asynccontextmanager
    async def _lifespan(self, _: Any) -> AsyncIterator[None]:
        _, self.look_ups = await asyncio.gather(
            self.pool.crew.start(), asyncio.to_thread(self.served.look_ups, self.settings.sparql)
        )
        gc.collect()
        gc.freeze()  # what stays is not looked through again and again, which would hold up requests
        gc.set_threshold(*COLLECTED)
        watching, following = asyncio.create_task(self._watch()), asyncio.create_task(_follow(os.getppid()))
        self.dumps.start()
        try:
            yield
        finally:
            watching.cancel()
            following.cancel()
            await self.dumps.stop()
            await self.pool.crew.stop()
            self.served.release()

    async def _watch(self) -> None:
        """Serve what is built, or comes to be elsewhere, while the server runs, as soon as it is whole."""
        while True:
            await asyncio.sleep(self.settings.upstream_watched_every if self.settings.upstream else WATCHED_EVERY)
            try:
                if await asyncio.to_thread(self.served.is_current):
                    continue
                newest = await asyncio.to_thread(self._newest)
            except Exception as error:
                _log.warning("what is to be served cannot be looked at: %s", error)
                continue
            if newest.is_same(self.served):
                newest.release()
                continue
            try:
                look_ups = await asyncio.to_thread(newest.look_ups, self.settings.sparql)
                await self.pool.crew.renew(self._worker_settings(newest))
            except (WorkerEnded, OSError) as error:
                _log.warning("%s cannot be opened: %s", newest.name, error)
                newest.release()
                continue
            _log.warning("there is another graph: serving %s", newest.name)
            replaced, self.served, self.look_ups = self.served, newest, look_ups
            self.cache.clear()
            if isinstance(newest, Served):
                await self.dumps.renew(newest)
            replaced.release()

    def _newest(self) -> Served | Upstream:
        if self.settings.upstream:
            return upstream_graph(self.settings)
        return served_store(self.settings.data, self.settings.most_in_memory)

    def _worker_settings(self, served: Served | Upstream) -> dict[str, Any]:
        return {
            **served.for_workers(),
            "base": self.settings.sparql,
            "vocabulary": SILK,
            "prefixes": PREFIXES,
            "services": list(self.settings.allow_services),
            "memory": self.settings.memory_megabytes << 20,
        }


async def _follow(parent: int) -> None:
    """End with the process that has started this one: killed, it cannot say so, and its port would stay taken."""
    while os.getppid() == parent:
        await asyncio.sleep(FOLLOWED_EVERY)
    _log.warning("the main process has ended: stopping")
    os.kill(os.getpid(), signal.SIGTERM)


def create() -> Application:
    """The application with the settings that the command has left in the environment."""
    return Server(Settings.from_environment()).application()


def _route(path: str, handler: Handler) -> Route:
    return Route(path, _Part(handler), include_in_schema=False)


def _application(handler: Handler) -> Application:
    return _Part(handler)


class _Part:
    """A handler as the ASGI application that Starlette routes to, whatever the method."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise Problem(404, "not-found", "nothing speaks another protocol than HTTP here")
        request = Request(scope, receive)
        await self._handler(request, Answering(send, is_head=request.is_head))
