"""``trace``: from a thing in the graph to the words it was read from."""

from __future__ import annotations

from typing import Annotated

import typer

from silkgraph.cli.options import DataDir
from silkgraph.cli.terminal import print_trace
from silkgraph.locations import data_folder


def trace(
    thing: Annotated[
        str,
        typer.Argument(
            metavar="IRI",
            help="A thing: its IRI, the part after …/id/ (outcome/brf1-2017-outcome-list/1.1/1), or a prefixed name.",
        ),
    ],
    passages: Annotated[
        int, typer.Option("--passages", min=1, metavar="N", help="Show at most this many passages.")
    ] = 10,
    data_dir: DataDir = None,
) -> None:
    """Show what the graph says of a thing, and its source lines.

    Example:  silkgraph trace body/ndrc --passages 3
    """
    from silkgraph.ask.trace import trace_thing
    from silkgraph.store import open_store

    with open_store(data_folder(data_dir)) as store:
        found = trace_thing(store, thing, passages)
    print_trace(found)
