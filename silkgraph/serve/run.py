"""Starting granian, the HTTP server, with one serving process: everything that can take long is in other processes."""

from __future__ import annotations

import os

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from silkgraph.errors import SilkgraphError
from silkgraph.serve.served import served_store
from silkgraph.serve.settings import VARIABLE, Settings
from silkgraph.serve.upstream import upstream_graph

HEADER_MILLISECONDS = 10_000
"""How long a client may take to send the head of a request."""

GRACE_SECONDS = 5


def run(settings: Settings) -> None:
    """Serve until told to stop (SIGTERM, SIGINT); queries that run then are answered first.

    Raises:
        SilkgraphError: there is nothing to serve, or this system cannot.
    """
    if os.name != "posix":
        raise SilkgraphError(
            "serving needs Linux or macOS", advice="On Windows, use a container (docs/endpoint.md) or WSL."
        )
    if settings.upstream:
        upstream_graph(settings)
    else:
        served_store(settings.data).release()
    os.environ[VARIABLE] = settings.to_environment()
    Granian(
        "silkgraph.serve.application:create",
        address=settings.host,
        port=settings.port,
        interface=Interfaces.ASGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=1,
        backlog=1024,
        respawn_failed_workers=True,
        workers_kill_timeout=int(settings.timeout_seconds) + GRACE_SECONDS,
        http1_settings=HTTP1Settings(header_read_timeout=HEADER_MILLISECONDS),
        factory=True,
        log_level=LogLevels.warning,
        process_name=None,
    ).serve()
