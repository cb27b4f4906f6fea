"""``serve``."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

import typer

from silkgraph.cli.options import DataDir, PasswordFrom, TokenFrom, User
from silkgraph.cli.terminal import say
from silkgraph.errors import SilkgraphError
from silkgraph.locations import data_folder


def serve(
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to listen on.")] = 7878,
    base_url: Annotated[
        str,
        typer.Option(
            "--base-url",
            metavar="URL",
            help="The public address, for links and descriptions. If not given: http://HOST:PORT.",
        ),
    ] = "",
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="A query's time limit.")
    ] = 30.0,
    memory: Annotated[int, typer.Option("--memory", min=16, metavar="MB", help="A query's memory limit.")] = 1024,
    workers: Annotated[
        int,
        typer.Option(
            "--workers",
            min=0,
            max=256,
            metavar="N",
            help="How many queries may run long at once; as many processes again stand ready for short ones. "
            "0: one a processor, or 8 with --upstream.",
        ),
    ] = 0,
    max_rows: Annotated[
        int, typer.Option("--max-rows", min=0, metavar="N", help="Refuse answers with more rows. 0: none is refused.")
    ] = 0,
    max_query_bytes: Annotated[
        int, typer.Option("--max-query-bytes", min=1024, metavar="N", help="Refuse longer requests.")
    ] = 1_048_576,
    queue: Annotated[int, typer.Option("--queue", min=0, metavar="N", help="How many queries may wait.")] = 64,
    cache: Annotated[int, typer.Option("--cache", min=0, metavar="MB", help="Memory for answers kept.")] = 64,
    most_in_memory: Annotated[
        int,
        typer.Option(
            "--most-in-memory",
            min=0,
            metavar="N",
            help="Graphs with more statements are answered from disk, more slowly; a statement takes a kilobyte.",
        ),
    ] = 500_000,
    allow_origin: Annotated[
        str,
        typer.Option(
            "--allow-origin",
            metavar="ORIGINS",
            help="Web pages that may ask: *, origins with commas, or empty for none.",
        ),
    ] = "*",
    allow_service: Annotated[
        list[str] | None,
        typer.Option("--allow-service", metavar="URL", help="An endpoint that SERVICE may ask; may be repeated."),
    ] = None,
    upstream: Annotated[
        str,
        typer.Option(
            "--upstream",
            metavar="URL",
            help="Answer from this SPARQL endpoint, which holds the graph, not from the built graph.",
        ),
    ] = "",
    refresh: Annotated[
        float,
        typer.Option(
            "--refresh",
            min=0.1,
            metavar="SECONDS",
            help="With --upstream: how often to look whether the graph there has changed; so old may an answer be.",
        ),
    ] = 30.0,
    user: User = None,
    password_from: PasswordFrom = None,
    token_from: TokenFrom = None,
    access_log: Annotated[
        bool, typer.Option("--access-log/--no-access-log", help="A line of JSON a request, on stderr.")
    ] = True,
    data_dir: DataDir = None,
) -> None:
    """Answer SPARQL over HTTP, and for every IRI of the graph.

    Example:  silkgraph serve --port 7878 --timeout 30
    """
    from silkgraph.serve.run import run
    from silkgraph.serve.settings import Settings

    for url in (base_url, *(allow_service or ())):
        if url and (urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc):
            raise SilkgraphError(f"{url!r} is not an http or https URL")
    if upstream:
        from silkgraph.remote.http import check_address

        check_address(upstream)
        if allow_service:
            raise SilkgraphError("--allow-service goes without --upstream: SERVICE would be performed there")
    elif user or password_from or token_from:
        raise SilkgraphError("--user, --password-from and --token-from go with --upstream")
    settings = Settings(
        data=data_folder(data_dir).resolve(),
        host=host,
        port=port,
        base_url=base_url,
        timeout_seconds=timeout,
        memory_megabytes=memory,
        workers=workers,
        max_rows=max_rows,
        max_query_bytes=max_query_bytes,
        queue_length=queue,
        cache_megabytes=cache,
        most_in_memory=most_in_memory,
        allow_origin=allow_origin,
        allow_services=tuple(allow_service or ()),
        access_log=access_log,
        upstream=upstream,
        upstream_watched_every=refresh,
        upstream_user=user or "",
        upstream_password_from=str(password_from.resolve()) if password_from else "",
        upstream_token_from=str(token_from.resolve()) if token_from else "",
    )
    say(f"serving {settings.root}/sparql, stop with Ctrl-C")
    run(settings)
