"""Runs the notebooks and keeps what they answer: ``python notebooks/execute.py [--check] [NAME.ipynb …]``.

What is kept is the same on every machine but for what the graph says: cells are numbered, and nothing tells when or how
fast they ran. ``--check`` runs them and keeps nothing. The graph is the one that ``silkgraph.load()`` finds.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

FOLDER = Path(__file__).resolve().parent
SECONDS_A_CELL = 300
KERNEL = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def executed(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook with the answers of a run in its own folder.

    Raises:
        CellExecutionError: a cell fails.
    """
    client = NotebookClient(
        notebook, timeout=SECONDS_A_CELL, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}}
    )
    return plain(client.execute())


def plain(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook without anything that differs from run to run."""
    notebook.metadata = nbformat.from_dict(KERNEL)
    for number, cell in enumerate(notebook.cells, 1):
        cell.id = f"cell-{number:02}"
        cell.metadata = nbformat.from_dict({})
    return notebook


def main() -> int:
    """Run them all, or those that are named."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true", help="run them and keep nothing")
    options.add_argument("notebooks", nargs="*", type=Path, help="these; all if none is named")
    chosen = options.parse_args()
    for path in chosen.notebooks or sorted(FOLDER.glob("*.ipynb")):
        try:
            notebook = executed(nbformat.read(path, as_version=4))
        except CellExecutionError as error:
            print(f"{path}: {error}", file=sys.stderr)
            return 1
        if not chosen.check:
            nbformat.write(notebook, path)
        print(path.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
