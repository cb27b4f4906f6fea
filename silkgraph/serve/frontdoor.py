"""What every request passes through: an id, CORS, security headers, problems as answers, the log and the counters."""

from __future__ import annotations

import logging
import re
import secrets
import time
from html import escape

from starlette.exceptions import HTTPException

from silkgraph.serve.access_log import AccessLog
from silkgraph.serve.endpoint import ENDPOINTS
from silkgraph.serve.express import Express
from silkgraph.serve.http import Answering, Application, ClientLeft, Receive, Request, Scope, Send, Sent
from silkgraph.serve.media import HTML
from silkgraph.serve.metrics import Metrics
from silkgraph.serve.pages import Pages
from silkgraph.serve.problems import Problem
from silkgraph.serve.views import page_headers

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing from anywhere else, nothing inline, and in nobody's frame."""

SECURITY = (
    (b"content-security-policy", POLICY.encode("ascii")),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
EXPOSED = "ETag, Link, Location, Retry-After, X-Request-Id, X-SPARQL-MaxRows"
_EXPOSED = (b"access-control-expose-headers", EXPOSED.encode("ascii"))
_FOR_ALL = [(b"access-control-allow-origin", b"*"), _EXPOSED]
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_log = logging.getLogger("silkgraph.serve")


class Frontdoor:
    """An ASGI application around another."""

    def __init__(
        self,
        application: Application,
        express: Express,
        *,
        allow_origin: str,
        pages: Pages,
        metrics: Metrics,
        log: AccessLog,
    ) -> None:
        self._application = application
        self._express = express
        self._run = secrets.token_hex(4)  # no two runs of the server give the same numbers
        self._number = 0
        self._any_origin = allow_origin == "*"
        self._origins = frozenset(allow_origin.split(",")) - {"", "*"}
        self._pages = pages
        self._metrics = metrics
        self._access = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        started = time.perf_counter()
        request = Request(scope, receive)
        identifier = self._identifier(request)
        sent = Sent(send, [*SECURITY, (b"x-request-id", identifier.encode("ascii")), *self._cors(request)])
        outcome = "ok"
        try:
            if (reply := self._express.reply(scope, request.headers)) is not None:
                request.notes |= {"route": "sparql", "query": reply.query, "cache": reply.cache}
                await sent.whole(200, reply.headers, reply.body)
            elif request.method == "OPTIONS":
                await self._preflight(request, Answering(sent, is_head=False))
            else:
                await self._application(scope, receive, sent)
        except ClientLeft:
            outcome = "client-left"
        except Problem as problem:
            outcome = problem.code
            await self._tell(problem, request, sent)
        except HTTPException as error:  # Starlette's way to refuse
            outcome = "refused"
            await self._tell(Problem(error.status_code, "not-found", error.detail), request, sent)
        except Exception:
            outcome = "failed"
            _log.exception("request %s failed", identifier)
            await self._tell(
                Problem(500, "internal-error", f"the server failed; its log says more under {identifier}"),
                request,
                sent,
            )
        finally:
            if sent.status and not sent.is_complete:
                outcome = "aborted"
            seconds = time.perf_counter() - started
            self._metrics.request(request.notes.get("route", "other"), request.method, sent.status, seconds)
            self._access.write(scope, request, sent, identifier, outcome, seconds)

    def _identifier(self, request: Request) -> str:
        """What the client calls its request, or a number of our own."""
        given = request.header("x-request-id")
        if given and _REQUEST_ID.fullmatch(given):
            return given
        self._number += 1
        return f"{self._run}{self._number:08x}"

    async def _tell(self, problem: Problem, request: Request, sent: Sent) -> None:
        if sent.status:
            return  # too late for words: without a last message the server aborts the connection
        form = problem.form(request.header("accept"))
        body = self._page(problem, request) if form is HTML else problem.body(form)
        headers = [("content-type", form.content_type), ("vary", "Accept")]
        if form is HTML:
            headers = page_headers(request, self._pages.view(request))
        headers.append(("cache-control", "no-store"))
        answering = Answering(sent, is_head=request.is_head)
        await answering.whole(problem.status, [*headers, *problem.headers.items()], body)

    def _page(self, problem: Problem, request: Request) -> bytes:
        try:
            return self._pages.problem(problem, request)
        except Exception:
            _log.exception("the page about %s failed", problem.code)
            return b"<!doctype html><title>Silkgraph</title><p>" + escape(str(problem)).encode("utf-8")

    async def _preflight(self, request: Request, answering: Answering) -> None:
        allowed = "GET, HEAD, OPTIONS, POST" if request.path in ENDPOINTS else "GET, HEAD, OPTIONS"
        headers = [("allow", allowed), ("cache-control", "no-store")]
        if request.header("origin"):
            asked = request.header("access-control-request-headers") or "accept, content-type"
            headers += [
                ("access-control-allow-methods", allowed),
                ("access-control-allow-headers", re.sub(r"[^A-Za-z0-9,_ -]", "", asked)[:1000]),
                ("access-control-max-age", "86400"),
            ]
        await answering.whole(204, headers)

    def _cors(self, request: Request) -> list[tuple[bytes, bytes]]:
        if self._any_origin:
            return _FOR_ALL
        origin = request.header("origin")
        if not self._origins:
            return []
        if origin in self._origins:
            assert origin is not None
            return [(b"access-control-allow-origin", origin.encode("latin-1")), _EXPOSED, (b"vary", b"Origin")]
        return [(b"vary", b"Origin")]
