"""What every request passes through: an id, CORS, security headers, problems as answers, the log and the counters."""

from __future__ import annotations

import logging
import re
import secrets
import time
from html import escape

from starlette.exceptions import HTTPException

from silkgraph.serve.access_log import AccessLog
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
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_log = logging.getLogger("silkgraph.serve")


class Frontdoor:
    """An ASGI application around another."""

    def __init__(
        self, application: Application, *, allow_origin: str, pages: Pages, metrics: Metrics, log: AccessLog
    ) -> None:
        self._application = application
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
        given = request.header("x-request-id")
        identifier = given if given and _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
        sent = Sent(send, [*SECURITY, (b"x-request-id", identifier.encode("ascii")), *self._cors(request)])
        outcome = "ok"
        try:
            if request.method == "OPTIONS":
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
        headers = [("allow", "GET, HEAD, OPTIONS, POST"), ("cache-control", "no-store")]
        if request.header("origin"):
            asked = request.header("access-control-request-headers") or "accept, content-type"
            headers += [
                ("access-control-allow-methods", "GET, HEAD, OPTIONS, POST"),
                ("access-control-allow-headers", re.sub(r"[^A-Za-z0-9,_ -]", "", asked)[:1000]),
                ("access-control-max-age", "86400"),
            ]
        await answering.whole(204, headers)

    def _cors(self, request: Request) -> list[tuple[bytes, bytes]]:
        exposed = (b"access-control-expose-headers", EXPOSED.encode("ascii"))
        if self._any_origin:
            return [(b"access-control-allow-origin", b"*"), exposed]
        origin = request.header("origin")
        if not self._origins:
            return []
        if origin in self._origins:
            assert origin is not None
            return [(b"access-control-allow-origin", origin.encode("latin-1")), exposed, (b"vary", b"Origin")]
        return [(b"vary", b"Origin")]
