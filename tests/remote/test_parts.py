"""The graphs of a file of canonical N-Quads as they are sent: whole, the same each time, and not held in memory."""

from __future__ import annotations

import hashlib
import tracemalloc
from pathlib import Path

import pytest

from silkgraph.push.addresses import GraphStore
from silkgraph.push.parts import parts_of, union_of

NQUADS = """\
<urn:a> <urn:p> "one <urn:two> ." <urn:g:1> .
<urn:a> <urn:p> "one <urn:two> ." <urn:g:2> .
<urn:a> <urn:q> <urn:b> <urn:g:1> .
<urn:b> <urn:p> "三"@zh <urn:g:1> .
<urn:c> <urn:p> "3"^^<urn:t> <urn:g:2> .
"""
FIRST = """\
<urn:a> <urn:p> "one <urn:two> ." .
<urn:a> <urn:q> <urn:b> .
<urn:b> <urn:p> "三"@zh .
"""
UNION = """\
<urn:a> <urn:p> "one <urn:two> ." .
<urn:a> <urn:q> <urn:b> .
<urn:b> <urn:p> "三"@zh .
<urn:c> <urn:p> "3"^^<urn:t> .
"""


@pytest.fixture
def nquads(tmp_path: Path) -> Path:
    """Two graphs, one statement in both."""
    path = tmp_path / "silkgraph.nq"
    path.write_text(NQUADS, encoding="utf-8")
    return path


def test_each_graph_has_its_lines_its_length_and_its_checksum(nquads: Path) -> None:
    first, second = parts_of(nquads)

    assert (first.graph, second.graph) == ("urn:g:1", "urn:g:2")
    for _ in range(2):
        assert b"".join(first.pieces()) == FIRST.encode()
    assert (first.statements, first.length) == (3, len(FIRST.encode()))
    assert first.sha256 == hashlib.sha256(FIRST.encode()).hexdigest()
    assert b"".join(second.pieces()).count(b"\n") == second.statements == 2


def test_the_union_has_what_stands_in_two_graphs_once(nquads: Path) -> None:
    union = union_of(nquads, "")

    assert b"".join(union.pieces()) == UNION.encode()
    assert (union.statements, union.length) == (4, len(UNION.encode()))


def test_no_graph_is_held_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "silkgraph.nq"
    with path.open("w", encoding="ascii") as file:
        for number in range(60_000):
            # Runs of ten, as the statements of one thing stand together.
            file.write(f'<urn:s:{number:09}> <urn:p> "{"x" * 150}" <urn:g:{number // 10 % 3}> .\n')
    size = path.stat().st_size

    tracemalloc.start()
    sent = sum(len(piece) for part in parts_of(path) for piece in part.pieces())
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert sent > 0.9 * size > 10_000_000
    assert most < 2_500_000


@pytest.mark.parametrize(
    ("store", "graph", "address"),
    [
        (GraphStore("http://x/store"), "urn:g?a=b&c", "http://x/store?graph=urn%3Ag%3Fa%3Db%26c"),
        (GraphStore("http://x/store?repo=1"), "urn:g", "http://x/store?repo=1&graph=urn%3Ag"),
        (GraphStore("http://x/store"), "", "http://x/store?default"),
        (GraphStore("http://x/rdf/", True), "https://w3id.org/silkgraph/graph/links", "http://x/rdf/links"),
        (GraphStore("http://x/rdf", True), "", "http://x/rdf?default"),
    ],
)
def test_addresses_of_graphs(store: GraphStore, graph: str, address: str) -> None:
    assert store.address(graph) == address
