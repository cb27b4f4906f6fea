"""``export``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from silkgraph.cli.options import DataDir, GraphFormat, Output, Quiet
from silkgraph.cli.terminal import say
from silkgraph.locations import data_folder

if TYPE_CHECKING:
    from silkgraph.store import OpenStore

ONLY_WITH = {"graph": "an RDF syntax or csv", "class": "json-ld", "table": "csv or parquet", "network": "graphml"}


def export(
    format: Annotated[GraphFormat | None, typer.Option("--format", help="What to write.")] = None,
    graph: Annotated[
        str | None,
        typer.Option(
            "--graph",
            metavar="DOCUMENT",
            help="One graph only: a document's identifier, or reference, links or dataset. If not given: all of them.",
        ),
    ] = None,
    of_class: Annotated[
        str | None,
        typer.Option(
            "--class", metavar="NAME", help="With json-ld: all things of a class, each as a tree (outcome, body …)."
        ),
    ] = None,
    table: Annotated[
        str | None,
        typer.Option("--table", metavar="NAME", help="With csv and parquet: a table (outcomes, parties, bodies …)."),
    ] = None,
    network: Annotated[
        str | None,
        typer.Option(
            "--network", metavar="NAME", help="With graphml: outcomes or cooperation. If not given: outcomes."
        ),
    ] = None,
    all: Annotated[
        Path | None,
        typer.Option(
            "--all",
            metavar="FOLDER",
            help="Write everything: every format, table and network, with description and checksums.",
        ),
    ] = None,
    since: Annotated[
        Path | None,
        typer.Option(
            "--since",
            metavar="OLD",
            help="With --all: an earlier release or build; DATA-CHANGELOG.md tells what has changed since.",
        ),
    ] = None,
    output: Output = None,
    data_dir: DataDir = None,
    quiet: Quiet = False,
) -> None:
    """Write the graph in an RDF syntax, as tables or as a network, or all of it as a release.

    TriG, N-Quads, JSON-LD and CSV tell which graph each statement stands in; Turtle, N-Triples and
    RDF/XML hold the union. CSV without --table is a table of statements.

    Example:  silkgraph export --format turtle --graph brf1-2017-outcome-list -o 2017.ttl
    """
    chosen = {"graph": graph, "class": of_class, "table": table, "network": network}
    if all is not None:
        if format or output or any(chosen.values()):
            raise typer.BadParameter("--all writes everything; it goes with no other option but --since and --data-dir")
        return _write_all(all, data_folder(data_dir), since, quiet=quiet)
    if since is not None:
        raise typer.BadParameter("--since goes with --all")
    if format is None:
        raise typer.BadParameter("say which --format, or --all FOLDER for everything")
    _check(format, chosen)
    from silkgraph.export.files import print_pieces, write_file
    from silkgraph.store import open_store

    with open_store(data_folder(data_dir)) as store:
        pieces = _pieces(store, format, chosen)
        if output is None:
            return print_pieces(pieces)
        size = write_file(output, pieces)
    say(f"wrote {output} ({size:,} bytes)", quiet=quiet)


def _check(format: GraphFormat, chosen: dict[str, str | None]) -> None:
    """Refuse options that say nothing about this format.

    Raises:
        BadParameter: one does.
    """
    fitting = {"graph"}
    if format == "csv":
        fitting = {"table"} if chosen["table"] else {"graph"}
    elif format == "json-ld":
        fitting = {"class"} if chosen["class"] else {"graph"}
    elif format == "parquet":
        fitting = {"table"}
        if not chosen["table"]:
            raise typer.BadParameter("parquet is for tables: say which with --table")
    elif format == "graphml":
        fitting = {"network"}
    for option, value in chosen.items():
        if value and option not in fitting:
            raise typer.BadParameter(f"--{option} goes with {ONLY_WITH[option]}, and not with another choice")


def _pieces(store: OpenStore, format: GraphFormat, chosen: dict[str, str | None]) -> Iterable[bytes]:
    if chosen["table"]:
        from silkgraph.export.relational import table_named
        from silkgraph.export.release import table_csv, table_parquet

        write_table = table_csv if format == "csv" else table_parquet
        return write_table(store, table_named(chosen["table"]))
    if format == "graphml":
        from silkgraph.export.graphml import NETWORKS, graphml_pieces

        return graphml_pieces(store.graph, chosen["network"] or NETWORKS[0])
    if chosen["class"]:
        from silkgraph.export.frames import framed_pieces

        return framed_pieces(store.graph, chosen["class"])
    from silkgraph.export.graph import graph_pieces

    return graph_pieces(store.nquads, format, chosen["graph"])


def _write_all(folder: Path, data: Path, since: Path | None, *, quiet: bool) -> None:
    from silkgraph.export.release import write_release
    from silkgraph.store import open_store

    with open_store(data) as store:
        number = write_release(store, folder, lambda path: say(path, quiet=quiet), since)
    say(f"wrote {folder} ({number} files)", quiet=quiet)
