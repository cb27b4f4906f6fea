"""``outcomes`` and ``figures``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from silkgraph.cli.elsewhere import SECONDS, Endpoint, Timeout, graph_to_ask
from silkgraph.cli.options import DataDir, Document, Output, PasswordFrom, RowFormat, TokenFrom, User
from silkgraph.cli.terminal import print_table, write

NOT_IN_TABLES = ("quote", "start", "end", "rule", "assumptions", "confidence")


def outcomes(
    format: Annotated[RowFormat, typer.Option("--format", help="How to write the rows.")] = "table",
    document: Document = None,
    output: Output = None,
    endpoint: Endpoint = None,
    timeout: Timeout = SECONDS,
    user: User = None,
    password_from: PasswordFrom = None,
    token_from: TokenFrom = None,
    data_dir: DataDir = None,
) -> None:
    """List the outcomes with their evidence.

    JSON lines and CSV hold every field of the evaluation format, and how the outcome was read; the table leaves out
    quotes, offsets and the reading.

    Example:  silkgraph outcomes --format jsonl --document brf3-2023-multilateral-list
    """
    from silkgraph.ask.rows import OUTCOME_COLUMNS, document_rows, outcome_rows

    with graph_to_ask(data_dir, endpoint, timeout, user, password_from, token_from) as graph:
        rows = document_rows(graph, document, outcome_rows)
    write_rows(rows, OUTCOME_COLUMNS, format, output)


def figures(
    format: Annotated[RowFormat, typer.Option("--format", help="How to write the rows.")] = "table",
    document: Document = None,
    output: Output = None,
    endpoint: Endpoint = None,
    timeout: Timeout = SECONDS,
    user: User = None,
    password_from: PasswordFrom = None,
    token_from: TokenFrom = None,
    data_dir: DataDir = None,
) -> None:
    """List the figures that running text states.

    Example:  silkgraph figures --format csv --document bri-2023-white-paper
    """
    from silkgraph.ask.rows import FIGURE_COLUMNS, document_rows, figure_rows

    with graph_to_ask(data_dir, endpoint, timeout, user, password_from, token_from) as graph:
        rows = document_rows(graph, document, figure_rows)
    write_rows(rows, FIGURE_COLUMNS, format, output)


def write_rows(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], format: str, output: Output) -> None:
    """Rows as JSON lines, CSV or a table; the table leaves out what fills a screen (``NOT_IN_TABLES``)."""
    from silkgraph.export.tables import csv_text, flat, json_lines

    if format == "jsonl":
        write(json_lines(rows), output)
    elif format == "csv":
        write(csv_text(rows, columns), output)
    else:
        shown = [column for column in columns if column not in NOT_IN_TABLES]
        print_table(shown, [[flat(row[column]) for column in shown] for row in rows], output=output)
