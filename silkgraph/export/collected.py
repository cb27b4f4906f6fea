"""Statements that come one document after the other, written in order without being held in memory together."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, serialize

from silkgraph.export.graph import graph_pieces
from silkgraph.parts.merging import write_merged, write_sorted

STATEMENTS_A_RUN = 200_000
"""Statements that are held and sorted at one time."""


def rdf_of_all(documents: Iterable[Iterable[Quad]], format: str) -> Iterator[bytes]:
    """The statements of all documents in an RDF syntax, as ``export.rdf.rdf_bytes`` writes them, piece by piece.

    Args:
        documents: the statements of each, without blank nodes.
        format: a key of ``silkgraph.export.rdf.SYNTAXES``.

    Raises:
        OSError: the folder for temporary files cannot be written.
        SilkgraphError: there is no such format.
    """
    with tempfile.TemporaryDirectory(prefix="silkgraph-") as name:
        folder = Path(name)
        runs: list[Path] = []
        held: list[bytes] = []

        def sort() -> None:
            runs.append(folder / f"run-{len(runs)}")
            write_sorted(set(held), runs[-1])
            held.clear()

        for quads in documents:
            held += (serialize(quads, format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True)
            if len(held) >= STATEMENTS_A_RUN:
                sort()
        sort()
        write_merged(runs, folder / "all.nq")
        yield from graph_pieces(folder / "all.nq", format)
