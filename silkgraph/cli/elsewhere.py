"""Where a question is asked: of the built graph, or of an endpoint elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from silkgraph.errors import QueryError, RemoteError, SilkgraphError
from silkgraph.locations import data_folder

if TYPE_CHECKING:
    from silkgraph.ask.query import Graph

Endpoint = Annotated[
    str | None,
    typer.Option(
        "--endpoint", metavar="URL", help="Ask this SPARQL endpoint, which holds the graph, not the built graph."
    ),
]
Timeout = Annotated[
    float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="With --endpoint: how long to wait for it.")
]
SECONDS = 60.0
WHEN_LATE = "Ask for less, or wait longer: --timeout 300."


@contextmanager
def graph_to_ask(
    data_dir: Path | None,
    endpoint: str | None,
    timeout: float,
    user: str | None,
    password_from: Path | None,
    token_from: Path | None,
) -> Iterator[Graph]:
    """The built graph, or the one behind an endpoint, as long as the block.

    Raises:
        SilkgraphError: there is none, or the options do not go together.
    """
    if endpoint is None:
        if user or password_from or token_from:
            raise SilkgraphError("--user, --password-from and --token-from go with --endpoint")
        from silkgraph.store import open_store

        with open_store(data_folder(data_dir)) as store:
            yield store.graph
        return
    from silkgraph.remote.credentials import Authorization, credentials
    from silkgraph.remote.endpoint import RemoteGraph
    from silkgraph.remote.http import Web, check_address

    check_address(endpoint)
    known = Authorization(credentials(user, password_from, token_from))
    yield RemoteGraph.connected(endpoint, Web(known, timeout, WHEN_LATE))


@contextmanager
def faults_found_here(query: str, path: str | None) -> Iterator[None]:
    """Where an endpoint does not understand a query, say what is wrong with it as the engine here does.

    Raises:
        QueryError: the engine here does not understand it either, or the endpoint alone.
    """
    try:
        yield
    except RemoteError as error:
        if error.status != HTTPStatus.BAD_REQUEST:
            raise
        from pyoxigraph import Store

        from silkgraph.ask.query import ask

        ask(Store(), query, path=path)
        raise QueryError(error.problem, path=error.path, advice="Here it is understood.") from error
