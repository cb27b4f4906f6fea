"""One part: its documents described, checked with what they touch of others, counted, and written as sorted N-Quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, parse

from silkgraph.corpus.remembered import read_kept
from silkgraph.cycles import uncollected
from silkgraph.describe import iris
from silkgraph.describe.counts import Sizes, Tally, terms_in
from silkgraph.describe.document_graph import document_triples
from silkgraph.describe.mentions import bodies_of
from silkgraph.describe.reference_graph import known_glossary
from silkgraph.errors import SilkgraphError, StoreError
from silkgraph.model import Reading
from silkgraph.namespaces import LINKS_GRAPH, THINGS
from silkgraph.numbered import NumberedGraph, Numbers, Term, Terms, Triples
from silkgraph.parts.between import links_of, take_links
from silkgraph.parts.files import Files
from silkgraph.parts.merging import write_sorted
from silkgraph.parts.texts import write_texts
from silkgraph.resolve.concord import Concord
from silkgraph.search.index import texts_among
from silkgraph.store import DocumentSummary
from silkgraph.store.failures import reason_of
from silkgraph.validate.check import judge
from silkgraph.validate.data_graph import DataGraph
from silkgraph.validate.report import Result
from silkgraph.validate.shapes import Shapes, load_shapes
from silkgraph.validate.sieve import unsettled

Graphs = Mapping[NamedNode, Triples]
"""The statements of named graphs, numbered."""
Statement = tuple[Term, Term, Term]
SHARED = (f"{THINGS}body/", f"{THINGS}software/")
"""What graphs of several documents may speak of."""


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
            with uncollected():
                return self._described([self.concord.applied(read_kept(path)) for path in self.readings])
        except SilkgraphError as error:
            return error
        except OSError as error:
            return StoreError(f"a part of the graph cannot be written: {reason_of(error)}", path=self.files.folder)

    def _described(self, readings: Sequence[Reading]) -> Described:
        known = reference(self.files.folder)
        terms, glossary = Terms(known.terms), known_glossary()
        own_links, other_ends = links_of(readings, take_links(self.files), glossary)
        links = terms.triples(own_links)
        graphs = {LINKS_GRAPH: links} if links else {}
        for reading in readings:
            triples = document_triples(reading, glossary, called=self.concord.called)
            graphs[iris.graph(reading.document.identifier)] = terms.triples(triples)
        around = terms.triples(other_ends) | known.triples
        whole = NumberedGraph(terms, around.union(*graphs.values()))
        own = {triple for triples in graphs.values() for triple in triples}
        _write(graphs, own, terms, self.files)
        return Described(
            tuple(map(summary, readings)),
            tuple(complaints(graphs, around, whole)),
            *_counted(graphs, own, whole),
            frozenset(terms_in(own, terms)),
        )


def _write(graphs: Graphs, own: Triples, terms: Terms, files: Files) -> None:
    """The files of a part that are read when all parts are put together, and those that a database is loaded from."""
    shared = _shared(own, terms)
    files.path("union").write_bytes("".join(terms.lines(own)).encode())
    written = {
        "quads": chain.from_iterable(terms.lines(graphs[graph], graph) for graph in graphs),
        "shared": terms.lines(triple for triple in own if triple[0] in shared),
        "values": values(own, terms),
        "link-values": values(graphs.get(LINKS_GRAPH, ()), terms),
    }
    for what, lines in written.items():
        write_sorted(map(str.encode, lines), files.path(what))
    write_texts(texts_among(terms[number] for number in {value for _, _, value in own}), files.path("texts"))


def values(triples: Iterable[Numbers], terms: Terms) -> Iterator[str]:
    """The different values of statements, a line each."""
    return (f"{terms[number]}\n" for number in {value for _, _, value in triples})


def _shared(triples: Triples, terms: Terms) -> set[int]:
    """The subjects that other parts may speak of too."""
    return {
        number
        for number in {subject for subject, _, _ in triples}
        if not isinstance(subject := terms[number], NamedNode) or subject.value.startswith(SHARED)
    }


def _counted(graphs: Graphs, triples: Triples, whole: NumberedGraph) -> tuple[dict[str, Sizes], Sizes, Tally]:
    """The sizes of the graphs, and size and tally of what only these statements speak of."""
    terms = whole.terms
    shared = _shared(triples, terms)
    own = {triple for triple in triples if triple[0] not in shared}
    sizes = {graph.value: Sizes.of(graphs[graph], terms) for graph in graphs}
    return sizes, Sizes.of(own, terms), Tally.of(own, whole)


def complaints(graphs: Graphs, around: Triples, whole: NumberedGraph) -> Iterator[Found]:
    """What breaks shapes, but for what is only said around these graphs and is judged elsewhere.

    Args:
        graphs: what is judged.
        around: what stands around it.
        whole: both together.
    """
    rules, terms = _rules(), whole.terms
    speaking: dict[int, NamedNode] = {}
    for graph in sorted(graphs, key=str):
        for subject in {subject for subject, _, _ in graphs[graph]}:
            speaking.setdefault(subject, graph)
    elsewhere = {subject for subject, _, _ in around} - speaking.keys()
    data = DataGraph(whole)
    with closing(data):
        found = judge(data, rules, unsettled(rules.graph, data, elsewhere)).results
    homes = {str(terms[subject]): str(graph) for subject, graph in speaking.items()} if found else {}
    others = {str(terms[subject]) for subject in elsewhere} if found else set[str]()
    for result in found:
        focus = f"<{result.focus}>"
        if focus not in others:
            yield Found(result, homes.get(focus, ""))


@cache
def _rules() -> Shapes:
    return load_shapes().within_documents()


@cache
def reference(folder: Path) -> NumberedGraph:
    """The reference graph that all parts are checked with."""
    terms = Terms()
    return NumberedGraph(terms, terms.triples(statements(folder / "reference", RdfFormat.N_QUADS)))


def statements(path: Path, syntax: RdfFormat) -> Iterator[Statement]:
    """The statements of a file, their graphs left out; none where it is missing."""
    if path.exists():
        for statement in parse(path=str(path), format=syntax):
            yield statement.subject, statement.predicate, statement.object


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
