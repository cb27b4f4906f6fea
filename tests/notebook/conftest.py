"""The graph of the five documents as a notebook sees it: open here, and behind endpoints of two kinds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Store

import silkgraph
from silkgraph.locations import DATA_VARIABLE
from silkgraph.notebook.knowledge_graph import KnowledgeGraph
from silkgraph.store import OpenStore

# Behind everything else: other folders of tests have modules of the same names.
sys.path += [str(Path(__file__).parent), str(Path(__file__).parents[1] / "serve")]

from endpoints import answering, endpoint
from running import running


@pytest.fixture(scope="session")
def kg(built_folder: Path) -> Iterator[KnowledgeGraph]:
    """The built graph."""
    with silkgraph.load(built_folder) as graph:
        yield graph


@pytest.fixture(scope="session")
def served(built_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    """The same graph behind ``silkgraph serve``."""
    folder = tmp_path_factory.mktemp("notebook-server")
    with running(built_folder, folder, "--workers", "1") as server:
        yield silkgraph.load(server.endpoint)


@pytest.fixture(scope="session")
def apart(store: OpenStore) -> Iterator[KnowledgeGraph]:
    """The same graph behind an endpoint that keeps named graphs out of its default graph, and answers in gzip."""
    graphs = Store()
    graphs.extend(store.quads())
    with endpoint(answering(graphs)) as url:
        yield silkgraph.load(url)


@pytest.fixture
def at_home(built_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``silkgraph.load()`` finds the built graph."""
    monkeypatch.setenv(DATA_VARIABLE, str(built_folder))
