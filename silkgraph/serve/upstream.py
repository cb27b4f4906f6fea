"""A graph that is served from another endpoint: ``silkgraph serve --upstream URL``.

Requests are taken, bounded, cached and answered as for the built graph; only the evaluation is elsewhere. What the
other endpoint holds is known by what it says of itself: the checksums that ``silkgraph push`` left there, else the
description of the dataset. They are looked at from time to time, and when they have changed every answer that was kept
is forgotten.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, QuerySolutions, QueryTriples

from silkgraph import __version__
from silkgraph.ask.query import ask
from silkgraph.locations import knowledge
from silkgraph.namespaces import DATASET_GRAPH, GRAPHS, PUSHED_GRAPH
from silkgraph.remote.credentials import Authorization, Credentials, credentials
from silkgraph.remote.endpoint import RemoteGraph
from silkgraph.remote.http import Web
from silkgraph.serve.dumps import Dumps
from silkgraph.serve.http import Answering, Request
from silkgraph.serve.look_ups import LookUps
from silkgraph.serve.problems import Problem
from silkgraph.serve.served import Served
from silkgraph.serve.settings import Settings
from silkgraph.store.manifest import FORMAT, Manifest

_STATED = "CONSTRUCT {{ ?thing ?property ?value }} WHERE {{ GRAPH <{graph}> {{ ?thing ?property ?value }} }}"
_SIZES = """SELECT DISTINCT ?graph ?statements WHERE {
  ?graph void:triples ?statements . FILTER(STRSTARTS(STR(?graph), "%s"))
}"""
_SOURCES = "SELECT DISTINCT ?document ?sha256 WHERE { ?document a silk:SourceDocument ; schema:sha256 ?sha256 }"


@dataclass(frozen=True, slots=True)
class Upstream:
    """A graph behind another endpoint, as it was when it was looked at."""

    graph: RemoteGraph
    known: Credentials
    manifest: Manifest
    checksums: Mapping[str, str]
    """Of the source documents, by identifier."""

    @property
    def name(self) -> str:
        """What the log calls it."""
        return f"{self.graph.url} ({self.manifest.sha256[:12]})"

    def look_ups(self, base: str) -> LookUps | None:
        """None: there is nothing here to look anything up in."""
        return None

    def for_workers(self) -> dict[str, Any]:
        """What workers are told of it."""
        dataset = self.graph.dataset
        upstream = {
            "url": self.graph.url,
            "default": dataset.default,
            "named": dataset.named,
            "credentials": (self.known.user, self.known.password, self.known.token),
        }
        return {"database": "", "nquads": "", "search": "", "upstream": upstream}

    def is_current(self) -> bool:
        """False: only asking tells."""
        return False

    def is_same(self, other: Served | Upstream) -> bool:
        """Whether it is the same graph, asked in the same way."""
        return isinstance(other, Upstream) and (self.manifest, self.graph.dataset) == (
            other.manifest,
            other.graph.dataset,
        )

    def source(self, document: str) -> Path | None:
        """The text of a source document, where Silkgraph comes with it: the graph knows its checksum."""
        path = knowledge("extract") / document / "source.txt"
        if document not in self.checksums or not path.is_file():
            return None
        return path if hashlib.sha256(path.read_bytes()).hexdigest() == self.checksums[document] else None

    def release(self) -> None:
        """Nothing is held."""


class NoDumps(Dumps):
    """The files of a graph that is elsewhere: there are none."""

    def __init__(self) -> None:
        """Nothing to write."""

    def start(self) -> None:
        """Nothing to write."""

    async def stop(self) -> None:
        """Nothing was written."""

    def sizes(self) -> list[tuple[str, int, str]]:
        """There are no files."""
        return []

    async def send(self, name: str, request: Request, answering: Answering) -> None:
        """Say so."""
        raise Problem(
            501,
            "no-files",
            "the whole graph cannot be had as a file here, where it is asked from another endpoint; "
            "each named graph can: /graph-store?graph=IRI",
        )


def upstream_credentials(settings: Settings) -> Credentials:
    """Who the server is to the endpoint that it asks.

    Raises:
        SilkgraphError: a file cannot be read.
    """
    return credentials(
        settings.upstream_user or None,
        Path(settings.upstream_password_from) if settings.upstream_password_from else None,
        Path(settings.upstream_token_from) if settings.upstream_token_from else None,
    )


def upstream_graph(settings: Settings) -> Upstream:
    """The graph behind the endpoint that the settings name, looked at now.

    Raises:
        RemoteError: it does not answer, or has no such graph.
    """
    known = upstream_credentials(settings)
    graph = RemoteGraph.connected(settings.upstream, Web(Authorization(known), settings.timeout_seconds))
    sizes = {name: int(number) for name, number in _pairs(graph, _SIZES % GRAPHS)}
    manifest = Manifest(FORMAT, __version__, _checksum(graph), sum(sizes.values()), dict(sorted(sizes.items())), ())
    checksums = {document.rpartition("/")[2]: sha256 for document, sha256 in _pairs(graph, _SOURCES)}
    return Upstream(graph, known, manifest, checksums)


def _checksum(graph: RemoteGraph) -> str:
    """A checksum of what the endpoint says of its data; another one every time where it says nothing."""
    for described in (PUSHED_GRAPH, DATASET_GRAPH.value):
        answer = graph.query(_STATED.format(graph=described))
        assert isinstance(answer, QueryTriples), "it is a CONSTRUCT"
        if stated := sorted(map(str, answer)):
            return hashlib.sha256("\n".join(stated).encode("utf-8")).hexdigest()
    return secrets.token_hex(32)


def _pairs(graph: RemoteGraph, query: str) -> list[tuple[str, str]]:
    answer = ask(graph, query)
    assert isinstance(answer, QuerySolutions), "it is a SELECT"
    rows = [(row[0], row[1]) for row in answer]
    return [
        (name.value, value.value) for name, value in rows if isinstance(name, NamedNode) and isinstance(value, Literal)
    ]
