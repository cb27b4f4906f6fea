"""``build`` and ``validate``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from silkgraph.cli.counting import print_documents
from silkgraph.cli.options import DataDir, Jobs, Output, Quiet, ReportFormat
from silkgraph.cli.terminal import say, stderr, write
from silkgraph.locations import data_folder

if TYPE_CHECKING:
    from silkgraph.build import Observer


def build(
    data_dir: DataDir = None,
    jobs: Jobs = None,
    anew: Annotated[
        bool, typer.Option("--anew", help="Read every document, also those that have not changed.")
    ] = False,
    documents: Annotated[
        Path | None,
        typer.Option(
            "--documents", metavar="DIR", help="The folder with the documents' folders. If not given: extract/."
        ),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Read the source documents, check the graph and store it.

    A document is not read again where it, the lexicon, the ontology and the program are as they were.
    The new store replaces the old one in one step, and only when the graph satisfies every shape:
    a build that fails or is stopped leaves what was built before. An archive of more than 2 MB of text is
    described and checked part by part, so that memory does not grow with it.

    Example:  silkgraph build --data-dir ./data
    """
    from silkgraph.build import RefusedGraph, build_store
    from silkgraph.validate import Report

    try:
        with _progress(quiet) as observe:
            manifest = build_store(data_folder(data_dir), observe, jobs=jobs, anew=anew, documents=documents)
    except RefusedGraph as refused:
        if not quiet:
            print_documents(refused.documents)
        say(Report(refused.report.of("violation")).to_text(limit=None))
        raise
    if not quiet:
        print_documents(manifest.documents)
        if unread := sum(document.unread for document in manifest.documents):
            write(f"{unread} clauses tell an outcome and gave none: silkgraph stats --unread lists them\n")
        write(f"{manifest.quads:,} statements in {len(manifest.graphs)} graphs\n")
        write(f"SHA-256 of the canonical N-Quads: {manifest.sha256}\n")


def validate(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]...", help="RDF files. If not given: the built graph.")
    ] = None,
    format: Annotated[ReportFormat, typer.Option("--format", help="How to write the report.")] = "text",
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
    write({"text": report.to_text, "turtle": report.to_turtle, "json": report.to_json}[format](), output)
    if not report.conforms:
        raise typer.Exit(1)


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
