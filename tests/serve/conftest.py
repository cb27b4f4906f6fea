"""Servers for the tests: on the graph of the five documents, patient or hasty, and on that of the W3C's tests."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

sys.path.insert(0, str(Path(__file__).parent))

from running import Running, running

from silkgraph.store import new_store

W3C = Path(__file__).parent / "w3c"
TIMEOUT = 5.0
"""The time limit of the server that is pressed hard, in seconds."""


@pytest.fixture(scope="session")
def patient_server(built_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server on the graph of the five documents, with time enough on a crowded machine."""
    with running(built_folder, tmp_path_factory.mktemp("server"), "--timeout", "120", "--workers", "2") as found:
        yield found


@pytest.fixture(scope="session")
def server(patient_server: Running) -> Running:
    """The server that most tests ask."""
    return patient_server


@pytest.fixture(scope="session")
def hasty_server(built_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server on the same graph with little time and memory for a query."""
    folder, limits = tmp_path_factory.mktemp("hasty"), ("--timeout", str(TIMEOUT), "--memory", "256")
    with running(built_folder, folder, *limits, "--workers", "2") as found:
        yield found


@pytest.fixture(scope="session")
def w3c_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server on the graphs that the W3C's protocol tests ask for."""
    folder = tmp_path_factory.mktemp("w3c")
    quads = [
        Quad(quad.subject, quad.predicate, quad.object, NamedNode(f"http://kasei.us/2009/09/sparql/data/data{n}.rdf"))
        for n in (1, 2, 3)
        for quad in parse(path=W3C / f"data{n}.nt", format=RdfFormat.N_TRIPLES)
    ]
    with new_store(folder) as writer:
        writer.write(quads, (), {})
    with running(folder, folder, "--timeout", "120") as found:
        yield found
