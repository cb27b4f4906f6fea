"""``build``, ``validate`` and ``stats``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from silkgraph.cli.options import DataDir, Output, Quiet, ReportFormat
from silkgraph.cli.terminal import print_table, say, stderr, write
from silkgraph.locations import data_folder

if TYPE_CHECKING:
    from silkgraph.build import Observer
    from silkgraph.store import DocumentSummary


def build(data_dir: DataDir = None, quiet: Quiet = False) -> None:
    """Read the source documents, check the graph and store it.

    The new store replaces the old one in one step, and only when the graph satisfies every shape:
    a build that fails or is stopped leaves what was built before.

    Example:  silkgraph build --data-dir ./data
    """
    from silkgraph.build import RefusedGraph, build_store
    from silkgraph.validate import Report

    try:
        with _progress(quiet) as observe:
            manifest = build_store(data_folder(data_dir), observe)
    except RefusedGraph as refused:
        if not quiet:
            _print_documents(refused.documents)
        say(Report(refused.report.of("violation")).to_text(limit=None))
        raise
    if not quiet:
        _print_documents(manifest.documents)
        write(f"{manifest.quads:,} statements in {len(manifest.graphs)} graphs\n")
        write(f"SHA-256 of the canonical N-Quads: {manifest.sha256}\n")


def validate(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]...", help="RDF files. If not given: the built graph.")
    ] = None,
    format: Annotated[ReportFormat, typer.Option("--format", help="How to write the report.")] = ReportFormat.text,
    output: Output = None,
    data_dir: DataDir = None,
) -> None:
    """Check the built graph, or any RDF files, against the shapes.

    Warnings and remarks leave the exit code at 0; a violation makes it 1.

    Example:  silkgraph validate more.ttl --format json
    """
    from silkgraph.validate import Report, validate_file, validate_quads

    if files:
        reports = [validate_file(file) for file in files]
    else:
        from silkgraph.store import open_store

        with open_store(data_folder(data_dir)) as store:
            reports = [validate_quads(store.quads())]
    report = Report(tuple(sorted((result for one in reports for result in one.results), key=lambda one: one.key())))
    write({"text": report.to_text, "turtle": report.to_turtle, "json": report.to_json}[format.value](), output)
    if not report.conforms:
        raise typer.Exit(1)


def stats(data_dir: DataDir = None) -> None:
    """Show what is built, and how many things of each kind.

    Example:  silkgraph stats
    """
    from silkgraph.ask.statistics import counts
    from silkgraph.store import open_store

    with open_store(data_folder(data_dir)) as store:
        _print_documents(store.manifest.documents)
        for title, rows in counts(store.graph):
            print_table((title, "number"), [(name, f"{number:,}") for name, number in rows], numeric=("number",))
        sizes = [(graph.rpartition("/")[2], f"{number:,}") for graph, number in store.manifest.graphs.items()]
        print_table(("graph", "statements"), sizes, numeric=("statements",))
        write(f"store: {store.folder}\nSHA-256: {store.manifest.sha256}\n")


@contextmanager
def _progress(quiet: bool) -> Iterator[Observer]:
    """Progress bars on stderr while a build runs; nothing when it is not a terminal."""
    console = stderr()
    if quiet or not console.is_terminal:
        yield lambda stage, done, total: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<9}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        tasks: dict[str, TaskID] = {}

        def observe(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = progress.add_task(stage, total=total)
            progress.update(tasks[stage], completed=done, total=total)

        yield observe


def _print_documents(documents: Iterable[DocumentSummary]) -> None:
    """The summary table: a row a document."""
    columns = ("document", "items", "outcomes", "bodies", "figures", "people", "unread", "validation")
    rows = []
    for row in documents:
        numbers = (row.items, row.outcomes, row.bodies, row.figures, row.participations, row.unread)
        verdict = _verdict(row.violations, row.warnings)
        rows.append((row.document, *(f"{number:,}" for number in numbers), verdict))
    print_table(columns, rows, numeric=columns[1:-1])


def _verdict(violations: int, warnings: int) -> str:
    found = [_counted(violations, "violation"), _counted(warnings, "warning")]
    return ", ".join(filter(None, found)) or "conforms"


def _counted(number: int, noun: str) -> str:
    """``2 warnings``, ``1 warning``, or nothing."""
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""
