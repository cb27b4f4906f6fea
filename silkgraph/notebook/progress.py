"""A progress bar while a graph is built: in a notebook's output, on a terminal, and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from silkgraph.build import Observer


@contextmanager
def progress(title: str) -> Iterator[Observer]:
    """Something to tell of progress; the bar is gone when the block ends."""
    if (display := _notebook_display()) is not None:
        handle = display(_bar(title, "", 0, 1), raw=True, display_id=True)

        def observe(stage: str, done: int, total: int) -> None:
            handle.update(_bar(title, stage, done, total), raw=True)

        try:
            yield observe
        finally:
            handle.update({"text/plain": "", "text/html": ""}, raw=True)
    elif sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        columns = TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn()
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(title)
            yield lambda stage, done, total: bar.update(
                task, description=f"{title}: {stage}", completed=done, total=total
            )
    else:
        yield lambda stage, done, total: None


def _notebook_display() -> Callable[..., Any] | None:
    """IPython's ``display``, where this runs in a kernel that can show HTML."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    if shell is None or not hasattr(shell, "kernel"):
        return None
    display: Callable[..., Any] = ipython.display.display  # type: ignore[union-attr]
    return display


def _bar(title: str, stage: str, done: int, total: int) -> dict[str, str]:
    text = f"{title}: {stage} {done}/{total}" if stage else f"{title} …"
    html = f'<div>{escape(text)} <progress value="{done}" max="{total}"></progress></div>'
    return {"text/plain": text, "text/html": html}
