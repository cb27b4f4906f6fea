"""One request to a server elsewhere and its answer, bounded in time and size.

What is sent goes with its length (``Content-Length``), never in chunks: Virtuoso takes a chunked body for an empty one
and says that all is well. What is read back is known to be whole, by its length or its last chunk. Redirects are
followed for GET only, and never with credentials to another server.
"""

from __future__ import annotations

import gzip
import http.client
import re
import socket
import ssl
import time
import urllib.request
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from urllib.parse import quote, urljoin, urlsplit

from silkgraph import __version__
from silkgraph.errors import RemoteError, SilkgraphError
from silkgraph.remote.credentials import Authorization

LONGEST_COMPLAINT = 600
MOST_REDIRECTS = 5
WHEN_LATE = "Wait longer: --timeout."
_PIECE = 1 << 16
_MARKUP = re.compile(r"<(style|script|head)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_PASSING = (408, 425, 429, 500, 502, 503, 504)
"""What a server may not answer any more when asked again."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A body to send: its length, and its pieces, which can be had more than once."""

    length: int
    pieces: Callable[[], Iterable[bytes]]
    media_type: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered."""

    url: str
    status: int
    reason: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The media type without parameters, in small letters; empty where there is none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().casefold()

    def complaint(self) -> str:
        """What the body says of an error, without mark-up, and not too much of it."""
        return " ".join(_MARKUP.sub(" ", self.body.decode("utf-8", "replace")).split())[:LONGEST_COMPLAINT]


class Web:
    """Requests to one server.

    Args:
        authorization: who we are.
        timeout: seconds without a sign of the server after which it is given up.
        when_late: what to do then.
    """

    def __init__(
        self, authorization: Authorization, timeout: float, when_late: str = "Wait longer: --timeout."
    ) -> None:
        self.timeout = timeout
        self._when_late = when_late
        self._authorization = authorization

    def request(
        self, method: str, url: str, headers: Mapping[str, str] | None = None, upload: Upload | None = None
    ) -> Reply:
        """Send one request; the answer may have any status but a redirect.

        Raises:
            RemoteError: there is no answer, or it breaks off.
        """
        address = url
        for _ in range(MOST_REDIRECTS + 1):
            reply = self._authorized(method, address, headers or {}, upload)
            if reply.status not in (301, 302, 303, 307, 308):
                return reply
            target = urljoin(address, reply.headers.get("location", ""))
            if method not in ("GET", "HEAD") or _origin(target) != _origin(address):
                raise RemoteError(
                    f"the server answered {reply.status} and leads to {target}",
                    url=url,
                    status=reply.status,
                    advice="Give that address instead, if you trust it.",
                )
            address = target
        raise RemoteError(f"the server leads from one address to the next, {MOST_REDIRECTS} times", url=url)

    def _authorized(self, method: str, url: str, headers: Mapping[str, str], upload: Upload | None) -> Reply:
        """Send a request, and once more where the server wants to know first who we are."""
        reply = self._send(method, url, headers, upload)
        if reply.status == HTTPStatus.UNAUTHORIZED and self._authorization.learn(
            reply.headers.get("www-authenticate", "")
        ):
            reply = self._send(method, url, headers, upload)
        return reply

    def _send(self, method: str, url: str, headers: Mapping[str, str], upload: Upload | None) -> Reply:
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        target = quote(path, safe="/?&=%:;@!$'()*+,~#[]")
        sent = {"User-Agent": f"silkgraph/{__version__}", "Accept-Encoding": "gzip", **headers}
        if shown := self._authorization.header(method, target):
            sent["Authorization"] = shown
        if upload is not None:
            sent |= {"Content-Length": str(upload.length), "Content-Type": upload.media_type}
        try:
            connection, target = _connection(url, target, self.timeout)
        except (http.client.InvalidURL, ValueError) as error:
            raise RemoteError(f"this is not an address: {error}", url=url) from error
        try:
            early = _sent(connection, method, target, sent, upload)
            return _received(connection.getresponse(), url, time.monotonic() + self.timeout, early=early)
        except TimeoutError as error:
            raise self._late(url) from error
        except ssl.SSLError as error:
            raise RemoteError(f"no safe connection can be made: {error.reason or error}", url=url) from error
        except (OSError, http.client.HTTPException, EOFError) as error:
            raise _failed(url, error) from error
        finally:
            connection.close()

    def _late(self, url: str) -> RemoteError:
        return RemoteError(f"no answer within {self.timeout:g} seconds", url=url, advice=self._when_late, may_pass=True)


def refusal(reply: Reply, what: str, advice: Mapping[int, str]) -> RemoteError:
    """What an answer with a status of 400 and above means.

    Args:
        what: who answered (``the endpoint``).
        advice: by status.
    """
    told = reply.complaint()
    waiting = reply.headers.get("retry-after", "")
    return RemoteError(
        f"{what} answered {reply.status} {reply.reason}".rstrip() + (f": {told}" if told else ""),
        url=reply.url,
        status=reply.status,
        advice=advice.get(reply.status, ""),
        may_pass=reply.status in _PASSING,
        wait=float(waiting) if waiting.isdecimal() else None,
    )


def check_address(url: str) -> None:
    """Let an address pass that can be asked.

    Raises:
        SilkgraphError: it is none, or holds a password.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SilkgraphError("an endpoint is asked over http or https", path=url)
    if parts.username or parts.password:
        raise SilkgraphError(
            "the address holds a name or password, which every user of this machine can read",
            path=f"{parts.scheme}://{parts.hostname}",
            advice="Use --user and --password-from.",
        )


def _connection(url: str, target: str, timeout: float) -> tuple[http.client.HTTPConnection, str]:
    """A connection to a server or to the proxy before it, and what to write in the request line."""
    parts = urlsplit(url)
    host, is_safe = parts.hostname or "", parts.scheme == "https"
    proxy = urllib.request.getproxies().get(parts.scheme)
    through = urlsplit(proxy) if proxy and not urllib.request.proxy_bypass(host) else None
    if is_safe:
        context = _trusted()
        if through is None:
            return http.client.HTTPSConnection(host, parts.port, timeout=timeout, context=context), target
        tunnel = http.client.HTTPSConnection(through.hostname or "", through.port, timeout=timeout, context=context)
        tunnel.set_tunnel(host, parts.port or 443)
        return tunnel, target
    if through is None:
        return http.client.HTTPConnection(host, parts.port, timeout=timeout), target
    return http.client.HTTPConnection(through.hostname or "", through.port, timeout=timeout), url


@lru_cache(maxsize=1)
def _trusted() -> ssl.SSLContext:
    """The authorities that this machine trusts; reading them takes longer than most requests."""
    return ssl.create_default_context()


def _sent(
    connection: http.client.HTTPConnection,
    method: str,
    target: str,
    headers: Mapping[str, str],
    upload: Upload | None,
) -> bool:
    """Send a request; whether the server stopped listening before it was sent whole: it may have answered already."""
    connection.putrequest(method, target, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    if upload is None:
        return False
    try:
        for piece in upload.pieces():
            connection.send(piece)
    except (BrokenPipeError, ConnectionResetError):
        return True
    return False


def _received(answer: http.client.HTTPResponse, url: str, deadline: float, *, early: bool) -> Reply:
    """The whole answer."""
    if early and answer.status < HTTPStatus.BAD_REQUEST:
        raise ConnectionResetError("the server took only a part of what was sent")
    parts = []
    while piece := answer.read(_PIECE):
        parts.append(piece)
        if time.monotonic() > deadline:
            raise TimeoutError
    body = b"".join(parts)
    names = {name.casefold(): value for name, value in answer.getheaders()}
    if answer.length:
        raise http.client.IncompleteRead(body, answer.length)
    if names.get("content-encoding", "").casefold() in ("gzip", "x-gzip"):
        body = gzip.decompress(body)
    return Reply(url, answer.status, answer.reason, names, body)


def _failed(url: str, error: Exception) -> RemoteError:
    if isinstance(error, http.client.IncompleteRead):
        return RemoteError("the answer breaks off", url=url, may_pass=True)
    if isinstance(error, http.client.BadStatusLine) and not isinstance(error, http.client.RemoteDisconnected):
        return RemoteError("what answers there does not speak HTTP", url=url)
    if isinstance(error, ConnectionResetError | BrokenPipeError | http.client.RemoteDisconnected):
        return RemoteError("the server closed the connection in the midst of it", url=url, may_pass=True)
    if isinstance(error, socket.gaierror):
        return RemoteError(f"the server cannot be reached: {error.strerror}", url=url, advice="Check the address.")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else error
    return RemoteError(f"the server cannot be reached: {reason}", url=url, advice="Is it running?", may_pass=True)


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port
