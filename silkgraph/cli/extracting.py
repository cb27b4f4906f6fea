"""``extract``: any other text of this kind, without building."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from silkgraph.cli.listing import write_rows
from silkgraph.cli.options import ExtractFormat, Output, Quiet
from silkgraph.cli.terminal import complain, say, write

if TYPE_CHECKING:
    from silkgraph.model import Reading

ROW_FORMATS = ("jsonl", "csv", "table")


def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Text files in UTF-8.")],
    like: Annotated[
        str | None,
        typer.Option(
            "--like",
            metavar="PROFILE",
            help="The layout to read the files with. If not given: it is recognised from the text.",
        ),
    ] = None,
    format: Annotated[ExtractFormat, typer.Option("--format", help="Rows, or an RDF syntax.")] = ExtractFormat.jsonl,
    figures: Annotated[bool, typer.Option("--figures", help="Rows of figures instead of outcomes.")] = False,
    output: Output = None,
    quiet: Quiet = False,
) -> None:
    """Read other documents of this kind, without building.

    A file that cannot be read gets a message and the others are read all the same; the exit code
    is then 3.

    Example:  silkgraph extract communique.txt --format turtle
    """
    from silkgraph.errors import SilkgraphError
    from silkgraph.extraction import read_file

    readings: list[Reading] = []
    failure: SilkgraphError | None = None
    for file in files:
        try:
            readings.append(read_file(file, like))
        except SilkgraphError as error:
            complain(str(error))
            failure = error
    for reading in readings:
        _report(reading, quiet)
    if readings or failure is None:
        _write_readings(readings, format.value, figures, output)
    if failure is not None:
        raise typer.Exit(failure.exit_code)


def _report(reading: Reading, quiet: bool) -> None:
    """What was found, and each clause that tells an outcome and gave none, with its place."""
    say(
        f"{reading.document.identifier}: {len(reading.items)} items, {len(reading.outcomes)} outcomes, "
        f"{len(reading.figures)} figures, {len(reading.unread)} clauses not read",
        quiet=quiet,
    )
    for clause in reading.unread:
        passage = clause.passage
        verb = f" ({clause.verb})" if clause.verb else ""
        place = f"item {clause.item}, {passage.start}-{passage.end}"
        say(f"  not read, {place}, {clause.reason}{verb}: {passage.quote}", quiet=quiet)


def _write_readings(readings: list[Reading], format: str, figures: bool, output: Path | None) -> None:
    from silkgraph.ask.rows import FIGURE_COLUMNS, OUTCOME_COLUMNS, rows_of_figures, rows_of_outcomes

    if format not in ROW_FORMATS:
        write(_as_rdf(readings, format), output)
    elif figures:
        write_rows([row for r in readings for row in rows_of_figures(r.figures)], FIGURE_COLUMNS, format, output)
    else:
        write_rows([row for r in readings for row in rows_of_outcomes(r.outcomes)], OUTCOME_COLUMNS, format, output)


def _as_rdf(readings: list[Reading], format: str) -> bytes:
    from silkgraph.describe.document_graph import describe
    from silkgraph.export.rdf import rdf_bytes

    return rdf_bytes([quad for reading in readings for quad in describe(reading)], format)
