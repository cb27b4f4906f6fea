"""``stats``: how much is built, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from silkgraph.cli.listing import write_rows
from silkgraph.cli.options import DataDir, Document, Output, RowFormat
from silkgraph.cli.terminal import print_table, write
from silkgraph.errors import QueryError
from silkgraph.locations import data_folder

if TYPE_CHECKING:
    from silkgraph.store import DocumentSummary, OpenStore


def stats(
    unread: Annotated[
        bool, typer.Option("--unread", help="List what was not read: clauses that tell an outcome and gave none.")
    ] = False,
    unreconciled: Annotated[
        bool,
        typer.Option(
            "--unreconciled", help="List the bodies that the authority file lacks, with the most similar names in it."
        ),
    ] = False,
    document: Document = None,
    format: Annotated[RowFormat, typer.Option("--format", help="How to write a list.")] = "table",
    output: Output = None,
    data_dir: DataDir = None,
) -> None:
    """Show what is built, how many things of each kind, and what is missing.

    Example:  silkgraph stats --unread --document brf3-2023-chair-statement
    """
    from silkgraph.store import open_store

    if unread and unreconciled:
        raise typer.BadParameter("ask for one list at a time", param_hint="--unread, --unreconciled")
    with open_store(data_folder(data_dir)) as store:
        if unread:
            _list_unread(store, document, format, output)
        elif unreconciled:
            _list_unreconciled(store, format, output)
        else:
            _print_counts(store)


def print_documents(documents: Iterable[DocumentSummary]) -> None:
    """The summary table of a build: a row a document."""
    columns = ("document", "items", "outcomes", "bodies", "figures", "people", "unread", "validation")
    rows = []
    for row in documents:
        numbers = (row.items, row.outcomes, row.bodies, row.figures, row.participations, row.unread)
        verdict = _verdict(row.violations, row.warnings)
        rows.append((row.document, *(f"{number:,}" for number in numbers), verdict))
    print_table(columns, rows, numeric=columns[1:-1])


def _list_unread(store: OpenStore, document: str | None, format: str, output: Output) -> None:
    from silkgraph.ask.gaps import UNREAD_COLUMNS, unread_rows
    from silkgraph.ask.nearest import nearest
    from silkgraph.ask.rows import documents

    known = documents(store.graph)
    if document is not None and document not in known:
        raise QueryError(f"the graph has no document {document!r}", advice=nearest(document, known))
    rows = [row for row in unread_rows(store) if document in (None, row["document"])]
    if format == "table":
        shown = [
            (row["document"], row["item"], str(row["line"]), row["verb"] or "", row["reason"], _one_line(row["quote"]))
            for row in rows
        ]
        print_table(("document", "item", "line", "verb", "reason", "words"), shown, numeric=("line",), output=output)
    else:
        write_rows(rows, UNREAD_COLUMNS, format, output)


def _list_unreconciled(store: OpenStore, format: str, output: Output) -> None:
    from silkgraph.ask.gaps import UNRECONCILED_COLUMNS, unreconciled_rows

    rows: list[Any] = [
        row if format == "jsonl" else {**row, "candidates": "; ".join(map(_candidate, row["candidates"]))}
        for row in unreconciled_rows(store.graph)
    ]
    write_rows(rows, UNRECONCILED_COLUMNS, format, output)


def _candidate(found: Any) -> str:
    return f"{found['name']} (body/{found['body']}, {found['likeness']:.0%})"


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _print_counts(store: OpenStore) -> None:
    from silkgraph.ask.statistics import counts

    print_documents(store.manifest.documents)
    for title, rows in counts(store.graph):
        print_table((title, "number"), [(name, f"{number:,}") for name, number in rows], numeric=("number",))
    sizes = [(graph.rpartition("/")[2], f"{number:,}") for graph, number in store.manifest.graphs.items()]
    print_table(("graph", "statements"), sizes, numeric=("statements",))
    write(f"store: {store.folder}\nSHA-256: {store.manifest.sha256}\n")


def _verdict(violations: int, warnings: int) -> str:
    found = [_counted(violations, "violation"), _counted(warnings, "warning")]
    return ", ".join(filter(None, found)) or "conforms"


def _counted(number: int, noun: str) -> str:
    """``2 warnings``, ``1 warning``, or nothing."""
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""
