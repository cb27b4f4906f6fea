"""The SPARQL endpoint: SPARQL 1.1 Protocol in, an answer in the form the client wants out."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from functools import partial

from silkgraph.pages.answer import result
from silkgraph.pages.asking import Ask, Asking
from silkgraph.serve import protocol
from silkgraph.serve.answer import Answer
from silkgraph.serve.caching import FRESHNESS, AnswerCache, Flights, Kept, answer_key, etag, is_fresh
from silkgraph.serve.frames import Job
from silkgraph.serve.http import Answering, ClientLeft, Request
from silkgraph.serve.look_ups import LookUps
from silkgraph.serve.media import BY_NAME, GRAPHS, HTML, RESULTS, Form
from silkgraph.serve.negotiation import encoding, named, negotiate
from silkgraph.serve.pages import Pages
from silkgraph.serve.pool import Pool
from silkgraph.serve.problems import Problem, not_acceptable, not_allowed, unpacked_only
from silkgraph.serve.settings import Settings
from silkgraph.serve.splitting import WorkerEnded
from silkgraph.serve.views import page_headers

QUIET = 0.05
"""Seconds after which it is looked whether the client is still there."""

ENDPOINTS = ("/sparql", "/sparql/", "/query", "/query/")
"""Where queries are answered; nothing else takes a POST."""

_OFFERS = ((*RESULTS, HTML), (*GRAPHS, HTML))
Describer = Callable[[Request, Answering, Form], Awaitable[None]]
"""Answers with what the service says of itself, in a form."""
FormPage = Callable[[Request, Answering], Awaitable[None]]
"""Answers with the page on which a query is written."""

Remember = Callable[[Request, str, str, str], None]
"""Is told that what a request asks of a dataset is kept under a key, and what the query was."""


class Answers:
    """Runs jobs, or knows the answer already. Everything that asks the graph goes through here."""

    def __init__(
        self, pool: Pool, cache: AnswerCache, dataset: Callable[[], str], look_ups: Callable[[], LookUps | None]
    ) -> None:
        self.pool = pool
        self.cache = cache
        self.dataset = dataset
        self._look_ups = look_ups
        self._flights = Flights()

    def key(self, job: Job, language: str = "") -> str | None:
        """The hash that names the answer to a job on the dataset served now."""
        return answer_key(self.dataset(), job, language)

    async def get(self, job: Job, key: str | None, request: Request | None = None) -> Kept | Answer:
        """The answer, kept or new; a new one is kept if it is whole, or, once it has been sent in parts, not too long.

        Raises:
            Problem: the job has no answer.
            ClientLeft: the client of ``request`` is gone, and the query with it.
        """
        for _ in range(3):
            if kept := self.cache.get(key):
                return kept
            if (look_ups := self._look_ups()) and (kept := look_ups.answer(job)):
                self.cache.put(key, kept)
                return kept
            if not await self._flights.join(key):
                break
        else:
            key = None
        error: Exception | None = None
        try:
            answer = await _watched(self.pool.run(job), request)
            if answer.body is None:
                if key is not None and answer.parts is not None:
                    answer.parts.copy(self.cache.most_copied, partial(self._keep, key, answer))
                return answer
            return self._keep(key, answer, answer.body)
        except Problem as problem:
            error = problem
            raise
        finally:
            self._flights.land(key, error)

    def _keep(self, key: str | None, answer: Answer, body: bytes) -> Kept:
        """An answer that was whole, or has become so, as one that is kept."""
        kept = Kept(answer.form, answer.kind, answer.gzip, body)
        self.cache.put(key, kept)
        return kept


class Endpoint:
    """``/sparql``."""

    def __init__(
        self,
        settings: Settings,
        answers: Answers,
        pages: Pages,
        ask: Ask,
        describe: Describer,
        page: FormPage,
        remember: Remember,
    ) -> None:
        self._settings = settings
        self._answers = answers
        self._pages = pages
        self._ask = ask
        self._describe = describe
        self._page = page
        self._remember = remember

    async def __call__(self, request: Request, answering: Answering) -> None:
        """Answer one request.

        Raises:
            Problem: it cannot be answered.
        """
        request.notes["route"] = "sparql"
        if request.method not in ("GET", "HEAD", "POST"):
            raise not_allowed(request.method, protocol.METHODS)
        parameters = protocol.pairs(request.query_string, "the query string")
        if request.method == "POST":
            if (request.header("content-encoding") or "identity").strip().casefold() != "identity":
                raise unpacked_only()
            body = await request.body(self._settings.max_query_bytes)
            asked = protocol.read_post(request.header("content-type"), body, parameters)
        else:
            found = protocol.read_get(parameters)
            if found is None:
                await self._itself(request, answering, dict(parameters).get("format"))
                return
            asked = found
        if len(asked.query.encode("utf-8")) > self._settings.max_query_bytes:
            raise Problem(414, "query-too-long", f"a query may have {self._settings.max_query_bytes:,} bytes")
        await self.answer(asked, request, answering)

    async def _itself(self, request: Request, answering: Answering, name: str | None) -> None:
        """The endpoint without a query: the service description, or the page for people."""
        form = named(name, _OFFERS[1]) if name else negotiate(request.header("accept"), _OFFERS[1])
        if form is None:
            raise not_acceptable(_OFFERS[1])
        if form is HTML:
            await self._page(request, answering)
        else:
            await self._describe(request, answering, form)

    async def answer(self, asked: protocol.Asked, request: Request, answering: Answering) -> None:
        """Answer a query."""
        request.notes["query"] = asked.query
        accept = request.header("accept")
        job = self._job(asked, accept, request.header("accept-encoding"))
        view = self._pages.view(request) if HTML.name in job.forms else None
        dataset, key = self._answers.dataset(), self._answers.key(job, repr(view) if view else "")
        headers = page_headers(request, view) if view else [("vary", "Accept, Accept-Encoding")]
        if key and request.method != "POST":
            headers += [("etag", etag(key)), ("cache-control", FRESHNESS)]
            if is_fresh(request.header("if-none-match"), etag(key)):
                request.notes["cache"] = "fresh"
                await answering.whole(304, headers)
                return
        else:
            headers.append(("cache-control", "no-store" if key is None else "no-cache"))
        if self._settings.max_rows:
            headers.append(("x-sparql-maxrows", str(self._settings.max_rows)))
        hits = self._answers.cache.hits
        try:
            answer = await self._answers.get(job, key, request)
        except Problem as problem:
            if problem.code == "not-acceptable":
                raise not_acceptable(_OFFERS[problem.members.get("which", 0)]) from None
            raise
        request.notes["cache"] = "hit" if self._answers.cache.hits > hits else "miss"
        if key and view is None and isinstance(answer, Kept):
            self._remember(request, dataset, key, asked.query)
        if view and answer.form == HTML.name:
            assert answer.body is not None, "what pages show is asked for whole"
            shown = await asyncio.to_thread(result, answer.kind, json.loads(answer.body), view.parameter("view"))
            names = await Asking(self._ask, view.tongue).names(shown.iris())
            body = self._pages.result(asked, shown, names, view, self._settings.max_rows)
            await answering.whole(200, headers, body)
            return
        await send_answer(answer, headers, answering, request)

    def _job(self, asked: protocol.Asked, accept: str | None, accept_encoding: str | None) -> Job:
        forms: list[Form | None]
        if asked.format is not None:
            forms = [named(asked.format, offers) for offers in _OFFERS]
            if forms == [None, None]:
                raise Problem(
                    406,
                    "not-acceptable",
                    f"there is no format {asked.format[:50]!r}; there are {', '.join(BY_NAME)}",
                    members={"available": list(BY_NAME)},
                )
        else:
            forms = [negotiate(accept, offers) for offers in _OFFERS]
            if forms == [None, None]:
                raise not_acceptable((*RESULTS, *GRAPHS, HTML))
        return Job(
            asked.query,
            (forms[0].name if forms[0] else None, forms[1].name if forms[1] else None),
            asked.default_graphs,
            asked.named_graphs,
            asked.has_dataset,
            gzip=encoding(accept_encoding) == "gzip",
            seconds=min(asked.timeout or self._settings.timeout_seconds, self._settings.timeout_seconds),
            max_rows=self._settings.max_rows,
        )


async def answer_job(
    answers: Answers, job: Job, headers: list[tuple[str, str]], answering: Answering, request: Request
) -> None:
    """Answer a request with what comes of a job of our own, unless the client has it already.

    Raises:
        Problem: the job has no answer.
    """
    key = answers.key(job)
    assert key is not None, "only what a client writes can change from one time to the next"
    headers = [*headers, ("etag", etag(key)), ("vary", "Accept, Accept-Encoding"), ("cache-control", FRESHNESS)]
    if is_fresh(request.header("if-none-match"), etag(key)):
        await answering.whole(304, headers)
        return
    await send_answer(await answers.get(job, key, request), headers, answering, request)


async def send_answer(
    answer: Kept | Answer, headers: list[tuple[str, str]], answering: Answering, request: Request
) -> None:
    """Send an answer that is not a page, whole or as it comes."""
    headers = [("content-type", BY_NAME[answer.form].content_type), *headers]
    if answer.gzip:
        headers.append(("content-encoding", "gzip"))
    if answer.body is not None:
        await answering.whole(200, headers, answer.body)
        return
    assert isinstance(answer, Answer) and answer.parts is not None
    if not request.knows_where_answers_end:
        try:
            await answering.whole(200, headers, await answer.parts.gathered())
        finally:
            answer.parts.close()
        return
    sending = asyncio.ensure_future(answering.parts(200, headers, answer.parts))
    leaving = asyncio.ensure_future(request.client_leaves())
    try:
        await asyncio.wait((sending, leaving, answer.parts.broken), return_when=asyncio.FIRST_COMPLETED)
        if answer.parts.broken.done():
            return  # the time is up, with a client that may not be reading; without a last part, the connection breaks
        if not sending.done():
            raise ClientLeft
        with suppress(WorkerEnded):  # the answer broke off, and the connection will
            sending.result()
    finally:
        leaving.cancel()
        sending.cancel()
        await asyncio.gather(sending, leaving, return_exceptions=True)
        answer.parts.close()


async def _watched(work: Coroutine[None, None, Answer], request: Request | None) -> Answer:
    """Await the answer of a pool; when the client leaves meanwhile, the query is ended.

    Whether it leaves is looked at after a while only: most answers are there before.
    """
    if request is None:
        return await work
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    watching: list[asyncio.Task[None]] = []
    state = {"over": False, "left": False}

    def look() -> None:
        watching.append(loop.create_task(request.client_leaves()))
        watching[0].add_done_callback(gone)

    def gone(leaving: asyncio.Task[None]) -> None:
        if not state["over"] and not leaving.cancelled() and task is not None:
            state["left"] = True
            task.cancel()

    timer = loop.call_later(QUIET, look)
    try:
        return await work
    except asyncio.CancelledError:
        if state["left"]:
            raise ClientLeft from None
        raise
    finally:
        state["over"] = True
        timer.cancel()
        for leaving in watching:
            leaving.cancel()
