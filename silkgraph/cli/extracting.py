"""``extract``: any other text of this kind, without building."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from silkgraph.cli.listing import write_rows
from silkgraph.cli.options import ExtractFormat, Jobs, Output, Quiet
from silkgraph.cli.terminal import complain, counted, say, write

if TYPE_CHECKING:
    from silkgraph.model import Reading


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
    jobs: Jobs = None,
    output: Output = None,
    quiet: Quiet = False,
) -> None:
    """Read other documents of this kind, without building.

    A file that cannot be read gets a message and the others are read all the same; the exit code
    is then 3. JSON lines and CSV are written file by file, so that memory does not grow with their number.

    Example:  silkgraph extract communique.txt --format turtle
    """
    from silkgraph.corpus import Text, read_texts
    from silkgraph.errors import SilkgraphError

    failure: SilkgraphError | None = None

    def readings() -> Iterator[Reading]:
        nonlocal failure
        with counted(len(files), quiet) as observe:
            for answer in read_texts([Text(file, like) for file in files], jobs, observe=observe):
                if isinstance(answer, SilkgraphError):
                    complain(str(answer))
                    failure = answer
                else:
                    _report(answer, quiet)
                    yield answer

    _write_readings(readings(), format.value, figures, output)
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


def _write_readings(readings: Iterator[Reading], format: str, figures: bool, output: Path | None) -> None:
    """Write what was read; nothing at all where nothing could be read."""
    from silkgraph.ask.rows import FIGURE_COLUMNS, OUTCOME_COLUMNS, rows_of_figures, rows_of_outcomes

    first = next(readings, None)
    if first is None:
        return
    readings = chain([first], readings)
    columns = FIGURE_COLUMNS if figures else OUTCOME_COLUMNS
    tables = (rows_of_figures(one.figures) if figures else rows_of_outcomes(one.outcomes) for one in readings)
    if format in ("jsonl", "csv"):
        _write_pieces(_pieces(chain.from_iterable(tables), columns, format), output)
    elif format == "table":
        write_rows(list(chain.from_iterable(tables)), columns, format, output)
    else:
        write(_as_rdf(list(readings), format), output)


def _pieces(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], format: str) -> Iterator[bytes]:
    from silkgraph.export.tables import csv_pieces, flat, json_lines

    if format == "csv":
        return csv_pieces(([flat(row[column]) for column in columns] for row in rows), columns)
    return (json_lines([row]).encode("utf-8") for row in rows)


def _write_pieces(pieces: Iterator[bytes], output: Path | None) -> None:
    from silkgraph.export.files import print_pieces, write_file

    if output is None:
        print_pieces(pieces)
    else:
        write_file(output, pieces)


def _as_rdf(readings: list[Reading], format: str) -> bytes:
    from silkgraph.describe.document_graph import describe
    from silkgraph.export.rdf import rdf_bytes

    return rdf_bytes([quad for reading in readings for quad in describe(reading)], format)
