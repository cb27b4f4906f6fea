"""Speaking to the person at the terminal: results on stdout, everything else on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from silkgraph.ask.trace import Trace

NO_TERMINAL_WIDTH = 200
"""How wide a table may be in a file or a pipe, where no window limits it."""


def stdout() -> Console:
    """A console on stdout: colour on a terminal only, room enough for tables elsewhere."""
    return _console(to_stderr=False)


def stderr() -> Console:
    """A console on stderr."""
    return _console(to_stderr=True)


def _console(*, to_stderr: bool) -> Console:
    from rich.console import Console

    console = Console(stderr=to_stderr, highlight=False, emoji=False, markup=False)
    return (
        console
        if console.is_terminal
        else Console(
            stderr=to_stderr, highlight=False, emoji=False, markup=False, no_color=True, width=NO_TERMINAL_WIDTH
        )
    )


def complain(message: str) -> None:
    """An error, on stderr."""
    print(f"silkgraph: {message}", file=sys.stderr)


def say(message: str, *, quiet: bool = False) -> None:
    """Something good to know that is not the result, on stderr."""
    if not quiet:
        print(message, file=sys.stderr)


def write(content: str | bytes, output: Path | None = None) -> None:
    """A result: to ``output``, whole or not at all, or to stdout as UTF-8 whatever the locale."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    if output is not None:
        from silkgraph.export.files import write_file

        write_file(output, [data])
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


@contextmanager
def counted(total: int, quiet: bool) -> Iterator[Callable[[int], None]]:
    """A progress bar on stderr that is told how many are done; nothing when there is but one, or no terminal."""
    console = stderr()
    if quiet or total < 2 or not console.is_terminal:
        yield lambda done: None
        return
    from rich.progress import Progress

    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("read", total=total)
        yield lambda done: progress.update(task, completed=done)


def print_table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    numeric: Iterable[str] = (),
    output: Path | None = None,
) -> None:
    """A table for people, to the terminal or a file; long cells are folded, never cut."""
    console = stdout()
    table = _table(columns, rows, numeric)
    if console.is_terminal and output is None:
        console.print(table)
        return
    write(_plain(console, table), output)


def table_text(columns: Sequence[str], rows: Iterable[Sequence[str]], *, numeric: Iterable[str] = ()) -> str:
    """The same table as plain text."""
    return _plain(stdout(), _table(columns, rows, numeric))


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]], numeric: Iterable[str]) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    right = set(numeric)
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold", justify="right" if column in right else "left")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _plain(console: Console, table: Table) -> str:
    with console.capture() as captured:
        console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def print_trace(trace: Trace) -> None:
    """A thing: its names, what is said of it graph by graph, why, and its passages with the words marked."""
    from rich.text import Text

    console = stdout()
    console.print(Text(trace.iri, style="bold"))
    for label in trace.labels:
        console.print(f"  {label}")
    for graph, statements in trace.graphs:
        console.print(Text(f"\n{graph}", style="dim"))
        for predicate, value in statements:
            console.print(Text.assemble(f"  {predicate}  ", value))
    if trace.mentions:
        console.print(Text("\nmentioned by", style="dim"))
        for count, predicate in trace.mentions:
            console.print(f"  {count} × {predicate}")
    if trace.reasons:
        console.print(Text("\nwhy", style="dim"))
        for what, reason in trace.reasons:
            console.print(f"  {what}: {reason}")
    for evidence in trace.evidence:
        console.print(
            Text(f"\n{evidence.document}, line {evidence.line}, {evidence.start}-{evidence.end}", style="dim")
        )
        quote = (evidence.before, (evidence.exact, "bold reverse") if console.is_terminal else f"【{evidence.exact}】")
        console.print(Text.assemble(*quote, evidence.after))
    if trace.more:
        console.print(f"\nand {trace.more} more passages (--passages shows more)")
