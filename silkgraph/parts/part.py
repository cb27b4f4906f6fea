"""One part: its documents described, checked with what they touch of others, counted, and written as sorted N-Quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

import rdflib
from pyoxigraph import NamedNode, Quad, RdfFormat, parse, serialize

from silkgraph.corpus.remembered import read_kept
from silkgraph.describe import iris
from silkgraph.describe.counts import Sizes, Tally, Terms, classes_in, terms_used
from silkgraph.describe.document_graph import document_triples
from silkgraph.describe.mentions import bodies_of
from silkgraph.describe.namespaces import LINKS_GRAPH, THINGS
from silkgraph.describe.reference_graph import known_glossary
from silkgraph.errors import SilkgraphError, StoreError
from silkgraph.model import Reading
from silkgraph.parts.merging import write_sorted
from silkgraph.parts.texts import write_texts
from silkgraph.resolve.concord import Concord
from silkgraph.search.index import texts_of
from silkgraph.store import DocumentSummary
from silkgraph.store.failures import reason_of
from silkgraph.validate.check import judge
from silkgraph.validate.data_graph import DataGraph
from silkgraph.validate.report import Result
from silkgraph.validate.shapes import Shapes, load_shapes
from silkgraph.validate.sieve import unsettled

SHARED = (f"{THINGS}body/", f"{THINGS}software/")
"""What graphs of several documents may speak of."""


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a part, by its number."""

    folder: Path
    number: int

    def path(self, what: str) -> Path:
        """``quads``, ``shared``, ``values``, ``link-values``, ``texts``; given to it, ``links`` and ``around``."""
        return self.folder / f"{what}-{self.number:05}"


@dataclass(frozen=True, slots=True)
class Found:
    """A complaint, and the first graph that speaks of its thing."""

    result: Result
    graph: str


@dataclass(frozen=True)
class Described:
    """What is to be known of a part that is written."""

    summaries: tuple[DocumentSummary, ...]
    complaints: tuple[Found, ...]
    graphs: dict[str, Sizes]
    """Of each document's graph, and of the links graph as far as this part has it, by IRI."""
    sizes: Sizes
    """Of what only this part speaks of; so are the next."""
    tally: Tally
    used: frozenset[str]
    """Properties and classes."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some documents: where their readings are kept, and what they have to know of the others."""

    files: Files
    readings: tuple[Path, ...]
    concord: Concord

    @property
    def path(self) -> Path:
        """The first reading, for messages."""
        return self.readings[0]

    def perform(self) -> Described | SilkgraphError:
        """Describe it, check it, write it; the error says why that is not possible."""
        try:
            readings = [self.concord.applied(read_kept(path)) for path in self.readings]
            return self._described(readings)
        except SilkgraphError as error:
            return error
        except OSError as error:
            return StoreError(f"a part of the graph cannot be written: {reason_of(error)}", path=self.files.folder)

    def _described(self, readings: Sequence[Reading]) -> Described:
        glossary = known_glossary()
        quads = _read(self.files.path("links"), RdfFormat.N_QUADS)
        for reading in readings:
            graph = iris.graph(reading.document.identifier)
            triples = document_triples(reading, glossary, called=self.concord.called)
            quads += [Quad(*triple, graph) for triple in set(triples)]
        _write(quads, self.files)
        around = [*_read(self.files.path("around"), RdfFormat.N_TRIPLES), *reference(self.files.folder)]
        return Described(
            tuple(map(summary, readings)),
            tuple(complaints(quads, around)),
            *_counted(quads, around),
            frozenset(terms_used(quads)),
        )


def _write(quads: Sequence[Quad], files: Files) -> None:
    """The files of a part that are read when all parts are put together."""
    write_sorted(lines(quads), files.path("quads"))
    shared = {quad.triple for quad in quads if not _is_own(quad)}
    write_sorted((serialize(shared, format=RdfFormat.N_TRIPLES) or b"").splitlines(keepends=True), files.path("shared"))
    write_sorted(values(quads), files.path("values"))
    write_sorted(values(quad for quad in quads if quad.graph_name == LINKS_GRAPH), files.path("link-values"))
    write_texts(texts_of(quads), files.path("texts"))


def lines(quads: Iterable[Quad]) -> list[bytes]:
    """Quads as lines of N-Quads."""
    return (serialize(quads, format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True)


def values(quads: Iterable[Quad]) -> set[bytes]:
    """The different values among quads, a line each."""
    return {f"{value}\n".encode() for value in {quad.object for quad in quads}}


def _is_own(quad: Quad) -> bool:
    """Whether no other part speaks of the subject."""
    return isinstance(quad.subject, NamedNode) and not quad.subject.value.startswith(SHARED)


def _counted(quads: Sequence[Quad], around: Sequence[Quad]) -> tuple[dict[str, Sizes], Sizes, Tally]:
    """The sizes of the graphs, and size and tally of what only these quads speak of."""
    terms = Terms()
    graphs: dict[str, set[tuple[int, int, int]]] = {}
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode):
            graphs.setdefault(quad.graph_name.value, set()).add(terms.triple(quad))
    own = {terms.triple(quad) for quad in quads if _is_own(quad)}
    everything = {terms.triple(quad) for quad in chain(quads, around)}
    sizes = {graph: Sizes.of(triples, terms) for graph, triples in graphs.items()}
    return sizes, Sizes.of(own, terms), Tally.of(own, terms, classes_in(everything, terms))


def complaints(quads: Sequence[Quad], around: Iterable[Quad]) -> Iterator[Found]:
    """What breaks shapes, but for what is only said around these quads and is judged elsewhere."""
    around = list(around)
    rules = _rules()
    speaking: dict[str, str] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode):
            graph = str(quad.graph_name)
            known = speaking.setdefault(quad.subject.value, graph)
            if graph < known:
                speaking[quad.subject.value] = graph
    elsewhere = {quad.subject.value for quad in around if isinstance(quad.subject, NamedNode)} - speaking.keys()
    data = DataGraph(chain(quads, around))
    suspects = unsettled(rules.graph, data, set(map(rdflib.URIRef, elsewhere)))
    for result in judge(data, rules, suspects).results:
        if result.focus not in elsewhere:
            yield Found(result, speaking.get(result.focus, ""))


@cache
def _rules() -> Shapes:
    return load_shapes().within_documents()


@cache
def reference(folder: Path) -> tuple[Quad, ...]:
    """The reference graph that all parts are checked with."""
    return tuple(_read(folder / "reference", RdfFormat.N_QUADS))


def _read(path: Path, syntax: RdfFormat) -> list[Quad]:
    return [quad for quad in parse(path=str(path), format=syntax) if isinstance(quad, Quad)] if path.exists() else []


def summary(reading: Reading) -> DocumentSummary:
    """How much was read in a document; what is wrong with it is counted later."""
    return DocumentSummary(
        document=reading.document.identifier,
        source_sha256=reading.document.sha256,
        items=len(reading.items),
        outcomes=len(reading.outcomes),
        bodies=len({body.identifier for body in bodies_of(reading)}),
        figures=len(reading.figures),
        participations=len(reading.participations),
        unread=len(reading.unread),
    )
