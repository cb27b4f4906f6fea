"""What ``silkgraph.load`` and ``silkgraph.read_texts`` open: the built graph, a file, an endpoint, one's own texts."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from pyoxigraph import Quad, Store

from silkgraph.errors import SilkgraphError, SourceError, StoreError
from silkgraph.locations import data_folder
from silkgraph.notebook.knowledge_graph import KnowledgeGraph
from silkgraph.notebook.sources import LocalSource, Source
from silkgraph.store import in_union, open_store
from silkgraph.store.layout import current_store

Place = str | PathLike[str]


def load(place: Place | None, *, timeout: float, build: bool, services: Iterable[str]) -> KnowledgeGraph:
    """See ``silkgraph.load``."""
    if place is not None and "://" in str(place):
        return KnowledgeGraph(_endpoint(str(place), timeout))
    allowed = frozenset(services)
    path = None if place is None else Path(place)
    if path is not None and path.is_file():
        return KnowledgeGraph(_file(path, allowed))
    folder = data_folder(path)
    if current_store(folder) is None:
        if path is not None and not build:
            raise StoreError(
                "nothing is built here, and it is no RDF file",
                path=path,
                advice=f"Build it with silkgraph.load({str(place)!r}, build=True), or check the path.",
            )
        _build(folder)
    opened = open_store(folder)
    return KnowledgeGraph(LocalSource(str(folder), opened.graph, allowed, opened))


def read_texts(places: Iterable[Place], *, like: str | None) -> KnowledgeGraph:
    """See ``silkgraph.read_texts``."""
    from silkgraph.build import make_graph
    from silkgraph.extraction import read_file, read_folder
    from silkgraph.notebook.progress import progress

    paths = [Path(place) for place in places]
    if not paths:
        raise SourceError(
            "there is nothing to read", advice='Give a text, as in silkgraph.read_texts("communique.txt").'
        )
    with progress("Reading") as observe:
        readings = []
        for done, path in enumerate(paths):
            observe("read", done, len(paths))
            readings.append(read_folder(path) if path.is_dir() else read_file(path, like))
        observe("read", len(paths), len(paths))
        graph = make_graph(readings, observe)
    return KnowledgeGraph(_in_memory(", ".join(map(str, paths)), graph.quads))


def _endpoint(url: str, timeout: float) -> Source:
    from silkgraph.notebook.remote import RemoteSource

    if not url.startswith(("http://", "https://")):
        raise SilkgraphError("an endpoint is asked over http or https", path=url)
    return RemoteSource.connected(url, timeout)


def _file(path: Path, services: frozenset[str]) -> LocalSource:
    from silkgraph.rdf_files import read_quads

    return _in_memory(str(path), read_quads(path), services)


def _in_memory(place: str, quads: Iterable[Quad], services: frozenset[str] = frozenset()) -> LocalSource:
    store = Store()
    store.extend(in_union(quads))
    return LocalSource(place, store, services)


def _build(folder: Path) -> None:
    from silkgraph.build import build_store
    from silkgraph.notebook.progress import progress

    with progress("Building the graph") as observe:
        build_store(folder, observe)
