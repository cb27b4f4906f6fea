"""The application: its commands, its exit codes, and how it ends when something goes wrong."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from silkgraph import __version__
from silkgraph.cli import (
    asking,
    building,
    comparing,
    counting,
    exporting,
    extracting,
    listing,
    pushing,
    serving,
    tracing,
)
from silkgraph.cli.terminal import complain
from silkgraph.errors import SilkgraphError

EXIT_CODES = """
Exit codes: 0 done · 1 the graph breaks a shape, or another error · 2 wrong use of the command line ·
3 a source document cannot be used · 4 a data file of Silkgraph (ontology, shape, query …) is broken ·
5 the store is missing, locked, of another version or cannot be written · 6 a query is malformed, unknown or
lacks a parameter · 7 a server elsewhere does not answer, or answers with an error ·
8 two graphs differ (diff --exit-code) · 130 stopped with Ctrl-C
"""
INTERRUPTED = 130


class Commands(TyperGroup):
    """The commands, ending every failure a user can act on with one message and its exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that ``ctx`` names."""
        try:
            return super().invoke(ctx)
        except SilkgraphError as error:
            complain(str(error))
            raise typer.Exit(error.exit_code) from None
        except KeyboardInterrupt:
            complain("stopped; what was built before is as it was")
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            # The reader of our output (head, less) has seen enough; keep the interpreter from complaining at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            complain(f"{error.filename}: {error.strerror}" if error.filename and error.strerror else str(error))
            raise typer.Exit(1) from None


app = typer.Typer(
    name="silkgraph",
    cls=Commands,
    help="The outcome documents of the Belt and Road Forum as a knowledge graph with evidence.",
    epilog=" ".join(EXIT_CODES.split()),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
)

app.command()(building.build)
app.command()(building.validate)
app.command()(counting.stats)
app.command()(asking.query)
app.command()(asking.queries)
app.command()(exporting.export)
app.command()(comparing.diff)
app.command()(listing.outcomes)
app.command()(listing.figures)
app.command()(extracting.extract)
app.command()(tracing.trace)
app.command()(serving.serve)
app.command()(pushing.push)


@app.command()
def version() -> None:
    """Print the version.

    Example:  silkgraph version
    """
    print(__version__)


def main() -> None:
    """The console script. What is printed is UTF-8 even where the locale is not: most of it is Chinese."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app(prog_name="silkgraph")
