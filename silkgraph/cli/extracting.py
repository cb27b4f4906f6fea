"""``extract``: any other text of this kind, without building."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from silkgraph.cli.listing import write_rows
from silkgraph.cli.on_spark import extract_on_spark
from silkgraph.cli.options import Engine, ExtractFormat, Jobs, Quiet
from silkgraph.cli.terminal import complain, counted, say

if TYPE_CHECKING:
    from silkgraph.model import Reading


def extract(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Text files in UTF-8, or folders of texts or of document folders."),
    ],
    like: Annotated[
        str | None,
        typer.Option(
            "--like",
            metavar="PROFILE",
            help="The layout to read the files with. If not given: it is recognised from the text.",
        ),
    ] = None,
    format: Annotated[
        ExtractFormat | None,
        typer.Option("--format", help="Rows, or an RDF syntax; jsonl if not given. Spark writes nquads."),
    ] = None,
    figures: Annotated[bool, typer.Option("--figures", help="Rows of figures instead of outcomes.")] = False,
    jobs: Jobs = None,
    engine: Annotated[
        Engine, typer.Option("--engine", help="Read on this machine, or as a Spark job (extra spark).")
    ] = "local",
    spark: Annotated[
        list[str] | None,
        typer.Option("--spark", metavar="NAME=VALUE", help="A setting of Spark (spark.master=yarn); may be repeated."),
    ] = None,
    partitions: Annotated[
        int | None, typer.Option("--partitions", min=1, metavar="N", help="With Spark: how many files to write.")
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="PLACE",
            help="Write to this file, whole or not at all; with Spark, to this new folder. If not given: stdout.",
        ),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Read other documents of this kind, without building.

    A file that cannot be read gets a message and the others are read all the same; the exit code
    is then 3. Memory does not grow with the number of files, but for a table, whose columns want all rows: JSON lines
    and CSV are written file by file, and RDF is put in order on disk.
    With --engine spark, FILE and PLACE may be on any file system that Spark reads (hdfs://…, s3a://…).

    Example:  silkgraph extract communique.txt --format turtle
    """
    if engine == "spark":
        if format not in (None, "nquads") or figures or jobs is not None:
            raise typer.BadParameter("--engine spark writes N-Quads; --format, --figures and --jobs do not go with it")
        if output is None:
            raise typer.BadParameter("--engine spark writes a folder: name it with --output")
        return extract_on_spark(files, output, like, spark or [], partitions, quiet=quiet)
    if spark or partitions:
        raise typer.BadParameter("--spark and --partitions go with --engine spark")
    place = None if output is None else Path(output)
    _extract_here(files, like, format or "jsonl", figures, jobs, place, quiet)


def _extract_here(
    files: Sequence[str],
    like: str | None,
    format: str,
    figures: bool,
    jobs: int | None,
    output: Path | None,
    quiet: bool,
) -> None:
    from silkgraph.corpus import read_texts
    from silkgraph.corpus.places import texts_in
    from silkgraph.corpus.summaries import summary
    from silkgraph.errors import SilkgraphError

    texts = [text for file in files for text in texts_in(Path(file), like)]
    failure: SilkgraphError | None = None

    def readings() -> Iterator[Reading]:
        nonlocal failure
        with counted(len(texts), quiet) as observe:
            for answer in read_texts(texts, jobs, observe=observe):
                if isinstance(answer, SilkgraphError):
                    complain(str(answer))
                    failure = answer
                    continue
                for line in summary(answer):
                    say(line, quiet=quiet)
                yield answer

    _write_readings(readings(), format, figures, output)
    if failure is not None:
        raise typer.Exit(failure.exit_code)


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
        _write_pieces(_as_rdf(readings, format), output)


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


def _as_rdf(readings: Iterable[Reading], format: str) -> Iterator[bytes]:
    from silkgraph.describe.document_graph import describe
    from silkgraph.export.collected import rdf_of_all

    return rdf_of_all((describe(reading) for reading in readings), format)
