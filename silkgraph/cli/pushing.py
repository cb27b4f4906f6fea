"""``push``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from silkgraph.cli.options import DataDir, PasswordFrom, Quiet, TokenFrom, User
from silkgraph.cli.terminal import print_table, say, stderr
from silkgraph.locations import data_folder

if TYPE_CHECKING:
    from silkgraph.push.parts import Part
    from silkgraph.push.pushing import Step


class Union(StrEnum):
    """Where the union of all graphs is put."""

    default = "default"
    named = "named"


def push(
    url: Annotated[str, typer.Argument(metavar="URL", help="A SPARQL 1.1 graph store, as in http://HOST:7878/store.")],
    graph: Annotated[
        list[str] | None,
        typer.Option(
            "--graph",
            metavar="DOCUMENT",
            help="Send this graph: a document's identifier, or reference, links or dataset; may be repeated. "
            "If not given: all of them, and those pushed before that are no more are removed.",
        ),
    ] = None,
    union: Annotated[
        Union | None,
        typer.Option(
            "--union",
            help="Also put the union of all graphs, each statement once, into the default graph (for stores that "
            "have one: Oxigraph, Fuseki) or into the named graph graph:union (for others: Virtuoso).",
        ),
    ] = None,
    direct: Annotated[
        bool, typer.Option("--direct", help="Give each graph an address of its own, URL/NAME, instead of ?graph=IRI.")
    ] = False,
    anew: Annotated[bool, typer.Option("--anew", help="Send also what the server holds already.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would be sent, and change nothing at the server.")
    ] = False,
    timeout: Annotated[
        float,
        typer.Option("--timeout", min=0.1, metavar="SECONDS", help="How long to wait for a sign of the server."),
    ] = 300.0,
    retries: Annotated[
        int, typer.Option("--retries", min=0, max=10, metavar="N", help="How often a failed request is tried again.")
    ] = 4,
    user: User = None,
    password_from: PasswordFrom = None,
    token_from: TokenFrom = None,
    data_dir: DataDir = None,
    quiet: Quiet = False,
) -> None:
    """Load the built graph into another store, over the Graph Store Protocol.

    Each named graph is replaced as a whole by one PUT. What the server holds already is not sent again; after a
    failure the same command goes on.

    Example:  silkgraph push http://localhost:7878/store --union default
    """
    from silkgraph.push.addresses import GraphStore
    from silkgraph.push.pushing import Pusher, plan
    from silkgraph.remote.credentials import Authorization, credentials
    from silkgraph.remote.http import Web, check_address
    from silkgraph.store import open_store

    if graph and union:
        raise typer.BadParameter("the union is of all graphs: it goes without --graph", param_hint="--union")
    check_address(url)
    known = Authorization(credentials(user, password_from, token_from))
    with open_store(data_folder(data_dir)) as store, _progress(quiet) as observe:
        parts = _parts(store.nquads, graph or [], union)
        pusher = Pusher(Web(known, timeout), GraphStore(url, direct), retries, say, observe)
        held = pusher.held()
        steps = plan(parts, held, anew=anew, removes=not graph)
        if not dry_run:
            pusher.run(steps, held, lambda step: None)
    if not quiet:
        _print_steps(steps, is_done=not dry_run)


def _parts(nquads: Path, chosen: Sequence[str], union: Union | None) -> list[Part]:
    """The graphs to send.

    Raises:
        QueryError: one of those chosen does not exist.
    """
    from silkgraph.ask.nearest import nearest
    from silkgraph.errors import QueryError
    from silkgraph.namespaces import UNION_GRAPH
    from silkgraph.push.addresses import short
    from silkgraph.push.parts import parts_of, union_of

    parts = parts_of(nquads)
    if union is not None:
        parts.append(union_of(nquads, UNION_GRAPH if union is Union.named else ""))
    if not chosen:
        return parts
    named = {short(part.graph): part for part in parts}
    for name in chosen:
        if name not in named:
            raise QueryError(f"there is no graph {name!r}", advice=nearest(name, named))
    return [named[name] for name in dict.fromkeys(chosen)]


def _print_steps(steps: Sequence[Step], *, is_done: bool) -> None:
    from silkgraph.push.addresses import short

    words = {
        "send": "sent" if is_done else "to be sent",
        "keep": "there already",
        "remove": "removed" if is_done else "to be removed",
    }
    rows = [
        (
            short(step.graph),
            f"{step.part.statements:,}" if step.part else "",
            f"{step.part.length:,}" if step.part else "",
            words[step.action],
        )
        for step in steps
    ]
    print_table(("graph", "statements", "bytes", ""), rows, numeric=("statements", "bytes"))


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[Part, int], None]]:
    """A bar on stderr for each graph that is sent; nothing when it is not a terminal."""
    console = stderr()
    if quiet or not console.is_terminal:
        yield lambda part, sent: None
        return
    from rich.progress import BarColumn, DownloadColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    from silkgraph.push.addresses import short

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        tasks: dict[str, TaskID] = {}

        def observe(part: Part, sent: int) -> None:
            if part.graph not in tasks:
                for task in tasks.values():
                    progress.update(task, visible=False)
                tasks[part.graph] = progress.add_task(short(part.graph), total=part.length)
            progress.update(tasks[part.graph], completed=sent)

        yield observe
