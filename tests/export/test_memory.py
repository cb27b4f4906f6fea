"""What is held in memory while a graph is written grows with its subjects, not with what is said of them."""

from __future__ import annotations

import tracemalloc
from collections import deque
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from silkgraph.export.graph import graph_pieces
from silkgraph.export.rdf import rdf_bytes
from silkgraph.store.canonical import canonical_nquads

SUBJECTS, STATEMENTS = 40, 150


@pytest.mark.parametrize("format", ["turtle", "trig", "ntriples", "nquads", "rdf-xml"])
def test_a_graph_is_written_in_a_fraction_of_what_it_takes_as_a_whole(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("silkgraph.export.rdf.STATEMENTS_A_PIECE", STATEMENTS)
    monkeypatch.setattr("silkgraph.export.graph.LINES_A_PIECE", STATEMENTS)
    about, graph = NamedNode("http://purl.org/dc/terms/description"), NamedNode("https://w3id.org/silkgraph/graph/list")
    quads = [
        Quad(NamedNode(f"https://w3id.org/silkgraph/id/item/list/{item}"), about, Literal(f"第{number}句" * 10), graph)
        for item in range(SUBJECTS)
        for number in range(STATEMENTS)
    ]
    path = tmp_path / "silkgraph.nq"
    path.write_bytes(canonical_nquads(quads))

    in_pieces = peak(lambda: deque(graph_pieces(path, format), maxlen=0))
    as_a_whole = peak(lambda: rdf_bytes(quads, format))

    assert in_pieces < as_a_whole / 5


def peak(work: object) -> int:
    """The most bytes that Python holds while it works."""
    assert callable(work)
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
