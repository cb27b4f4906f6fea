"""``diff``: what is different between two builds or releases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from silkgraph.cli.options import DataDir, DiffFormat, Document, Output
from silkgraph.cli.terminal import print_table, table_text, write
from silkgraph.locations import data_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from silkgraph.compare import Change, Comparison

DIFFERENT = 8


def diff(
    old: Annotated[
        Path, typer.Argument(metavar="OLD", help="A data folder, a store, a release folder or an RDF file (also .gz).")
    ],
    new: Annotated[
        Path | None, typer.Argument(metavar="[NEW]", help="The same. If not given: what is built now.")
    ] = None,
    format: Annotated[
        DiffFormat,
        typer.Option("--format", help="A table, the changelog of the data, rows, or change sets in an RDF syntax."),
    ] = "table",
    document: Document = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help=f"End with {DIFFERENT} where anything differs.")
    ] = False,
    output: Output = None,
    data_dir: DataDir = None,
) -> None:
    """Compare two builds or releases: outcomes, figures and bodies gained, lost, changed and moved.

    A thing that says the same under another IRI or in another place has moved. The table counts these and
    shows the others; every other format has all of them.

    Example:  silkgraph diff release-2026-10 release-2026-11 --format csv -o changes.csv
    """
    from silkgraph.compare import compare, opened

    with opened(old) as before, opened(data_folder(data_dir) if new is None else new) as now:
        comparison = compare(before, now)
    changes = _of_document(comparison, document)
    if format == "table":
        _print(comparison, changes, document, output)
    else:
        write(_written(comparison, changes, format), output)
    if exit_code and comparison.differs:
        raise typer.Exit(DIFFERENT)


def _of_document(comparison: Comparison, document: str | None) -> Sequence[Change]:
    """The changes of a document, or all where none is named.

    Raises:
        QueryError: neither side has this document.
    """
    from silkgraph.ask.nearest import nearest
    from silkgraph.errors import QueryError

    known = sorted({count.document for count in comparison.counts if count.document})
    if document is not None and document not in known:
        raise QueryError(f"neither side has a document {document!r}", advice=nearest(document, known))
    return [change for change in comparison.changes if document is None or document in change.thing.documents]


def _written(comparison: Comparison, changes: Sequence[Change], format: str) -> str | bytes:
    from silkgraph.compare.rows import COLUMNS, change_rows, to_json
    from silkgraph.export.tables import csv_text, tsv_text

    if format == "json":
        return to_json(comparison, changes)
    if format == "csv":
        return csv_text(change_rows(changes), COLUMNS)
    if format == "tsv":
        return tsv_text(change_rows(changes), COLUMNS)
    if format == "markdown":
        from silkgraph.compare.changelog import changelog

        return changelog(comparison)
    from silkgraph.compare.changesets import comparison_bytes

    return comparison_bytes(comparison, changes, format)


def _print(comparison: Comparison, changes: Sequence[Change], document: str | None, output: Output) -> None:
    from silkgraph.compare.rows import COUNT_COLUMNS, SHOWN_COLUMNS, count_rows, remarks, shown

    counted = [row for row in count_rows(comparison) if document in (None, row[0])]
    rows = [shown(change) for change in changes if change.status != "moved"]
    told = "".join(f"{remark}\n" for remark in remarks(comparison))
    if output is not None:
        parts = [table_text(COUNT_COLUMNS, counted, numeric=COUNT_COLUMNS[2:]), table_text(SHOWN_COLUMNS, rows), told]
        return write("\n".join(parts), output)
    if counted:
        print_table(COUNT_COLUMNS, counted, numeric=COUNT_COLUMNS[2:])
    if rows:
        print_table(SHOWN_COLUMNS, rows)
    write(told)
