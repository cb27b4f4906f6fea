"""All parts, and what they make together: the main job for archives."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, serialize

from silkgraph.apart import apart
from silkgraph.ask.library import all_questions
from silkgraph.corpus import Text
from silkgraph.corpus.workers import in_processes
from silkgraph.cycles import uncollected
from silkgraph.describe import iris
from silkgraph.describe.counts import Sizes, Statement, Tally, terms_used
from silkgraph.describe.reference_graph import reference_quads
from silkgraph.describe.whole import describe_whole
from silkgraph.errors import SilkgraphError
from silkgraph.locations import knowledge
from silkgraph.model import Reading
from silkgraph.namespaces import DATASET_GRAPH, GRAPHS, LINKS_GRAPH, REFERENCE_GRAPH, THINGS, TYPE, silk
from silkgraph.numbered import NumberedGraph, Terms
from silkgraph.parts.between import write_links
from silkgraph.parts.files import Files
from silkgraph.parts.loading import Loading
from silkgraph.parts.merging import distinct, write_merged, write_sorted
from silkgraph.parts.part import Described, Found, Part, complaints, reference, statements, values
from silkgraph.parts.texts import index_files, write_texts
from silkgraph.relate.links import find_links
from silkgraph.resolve.concord import Concord
from silkgraph.search.index import texts_of
from silkgraph.store import DocumentSummary
from silkgraph.store.layout import DATABASE, NQUADS, SEARCH, SOURCES, STORE_PREFIX
from silkgraph.store.writing import Contents
from silkgraph.validate.check import judge_across
from silkgraph.validate.report import Report, Result
from silkgraph.validate.shapes import load_shapes

SIZE = 600_000
"""Bytes of text of a part, with its links: some 170,000 statements, which one process holds in 400 MB."""
LINK = 50
"""Bytes of text that as much is said of as of a link, at either end of it."""
SCRATCH = f"{STORE_PREFIX}parts"
"""Where parts are written; the name of a store that was never finished, so that the next build clears it away."""
BASE = 99_999
"""The number of the part that belongs to no document: the reference graph and the description of the dataset."""

Observer = Callable[[str, int, int], None]


def divided(sizes: Sequence[int], size: int) -> list[list[int]]:
    """The positions of the documents of each part, in their order."""
    parts: list[list[int]] = []
    room = 0
    for position, own in enumerate(sizes):
        if room <= 0:
            parts.append([])
            room = size
        parts[-1].append(position)
        room -= own
    return parts


def slim(reading: Reading) -> Reading:
    """A reading without what only its own part needs."""
    return replace(reading, items=(), item_passages=(), unread=(), preamble=None)


class PartedGraph:
    """A graph on disk, made part by part from readings that are kept.

    Args:
        folder: where it is written, made anew.
        texts: the documents, in order.
        readings: what they say, without what only their part needs.
        kept: tells, when all are read, where the whole readings are.
    """

    def __init__(
        self, folder: Path, texts: Sequence[Text], readings: Iterable[Reading], kept: Callable[[], Sequence[Path]]
    ) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        self.folder = folder
        with uncollected():
            self.readings = list(readings)
            self.concord = Concord.of(self.readings)
            self.readings = [self.concord.applied(reading) for reading in self.readings]
        self._texts, self._places = texts, kept()
        self.parts: list[Part] = []
        self.summaries: list[DocumentSummary] = []
        self.complaints: list[Found] = []
        self.graphs: dict[str, Sizes] = {}
        self.sizes, self.tally = Sizes(), Tally()
        self.used: set[str] = set()
        self._loading = Loading(folder / DATABASE)
        self._indexing = ThreadPoolExecutor(1, "indexing")
        self._index: Future[None] = Future()

    def close(self) -> None:
        """Let go of what is under way in the background."""
        self._loading.close()
        self._indexing.shutdown()

    def describe(self, jobs: int, observe: Observer) -> None:
        """Describe, check and write all documents, and what links them; what is written is loaded meanwhile.

        Raises:
            SilkgraphError: a part cannot be described or written.
        """
        quads = reference_quads(readings=self.readings)
        _write(quads, self.folder / "reference")
        observe("link", 0, 1)
        with uncollected():
            self._link()
        observe("link", 1, 1)
        total = len(self.parts) + 2
        observe("describe", 0, total)
        processes = min(jobs, len(self.parts))
        answers: Iterator[Described | SilkgraphError] = (part.perform() for part in self.parts)
        if processes > 1:
            answers = in_processes(self.parts, processes)
        for done, (part, answer) in enumerate(zip(self.parts, answers, strict=True), 1):
            if isinstance(answer, SilkgraphError):
                raise answer
            self._take(answer)
            self._load(sum(sizes.triples for sizes in answer.graphs.values()), part.files)
            observe("describe", done, total)
        with uncollected():
            self._count_base(quads)
            self._describe_dataset(quads)
        self._loading.finish()
        texts = [*self._files("texts"), Files(self.folder, BASE).path("texts")]
        self._index = self._indexing.submit(apart, index_files, self.folder / SEARCH, texts)
        observe("describe", total, total)

    def _link(self) -> None:
        """Find the links, divide the documents into parts by what there is to say of them, and write the links."""
        links = find_links(self.readings)
        ends = Counter(end.document for link in links for end in (link.later, link.earlier))
        documents = [reading.document.identifier for reading in self.readings]
        sizes = [text.size() + LINK * ends[own] for text, own in zip(self._texts, documents, strict=True)]
        part_of: dict[str, int] = {}
        for number, positions in enumerate(divided(sizes, SIZE)):
            readings = tuple(self._places[position] for position in positions)
            self.parts.append(Part(Files(self.folder, number), readings, self.concord))
            part_of |= {documents[position]: number for position in positions}
        write_links(self.readings, links, part_of, self.folder)

    def _take(self, part: Described) -> None:
        self.summaries += part.summaries
        self.complaints += part.complaints
        for graph, sizes in part.graphs.items():
            self.graphs.setdefault(graph, Sizes()).add(sizes)
            if graph != LINKS_GRAPH.value:
                self.graphs[graph].objects = sizes.objects
        self.sizes.add(part.sizes)
        self.tally.add(part.tally)
        self.used |= part.used

    def _load(self, statements: int, files: Files) -> None:
        """Have statements loaded, and their union."""
        self._loading.add(2 * statements, files.path("quads"), files.path("union"))

    def _files(self, what: str) -> list[Path]:
        return [part.files.path(what) for part in self.parts]

    def _count_base(self, quads: Sequence[Quad]) -> None:
        """Take in what belongs to no part: the reference graph, and bodies that several documents speak of."""
        write_merged(self._files("shared"), self.folder / "shared")
        known = reference(self.folder)
        terms, triples = Terms(known.terms), set(known.triples)
        self.graphs[REFERENCE_GRAPH.value] = Sizes.of(triples, terms)
        triples |= terms.triples(statements(self.folder / "shared", RdfFormat.N_TRIPLES))
        self.sizes.add(Sizes.of(triples, terms))
        self.tally.add(Tally.of(triples, NumberedGraph(terms, triples)))
        self.used |= terms_used(quads)
        files = Files(self.folder, BASE)
        write_sorted(map(str.encode, values(triples, terms)), files.path("values"))
        self.sizes.objects = distinct([*self._files("values"), files.path("values")])
        if LINKS_GRAPH.value in self.graphs:
            self.graphs[LINKS_GRAPH.value].objects = distinct(self._files("link-values"))

    def _describe_dataset(self, quads: Sequence[Quad]) -> None:
        counts = {graph.removeprefix(GRAPHS): self.graphs[graph].triples for graph in sorted(self.graphs)}
        questions = all_questions(knowledge("queries"))
        told = describe_whole(self.readings, self._statistics(), self.used, counts, questions)
        _write(told, self.folder / "dataset")
        files = Files(self.folder, BASE)
        write_texts(texts_of([*quads, *told]), files.path("texts"))
        _write([*quads, *told], files.path("quads"))
        _write([quad.triple for quad in (*quads, *told)], files.path("union"))
        self._load(len(quads) + len(told), files)
        stubs = {
            *((iris.document(reading.document.identifier), silk("SourceDocument")) for reading in self.readings),
            *((iris.outcome(reading.outcomes[0]), silk("Outcome")) for reading in self.readings if reading.outcomes),
        }
        _write([Quad(subject, TYPE, kind) for subject, kind in stubs], self.folder / "around-dataset")
        self.graphs[DATASET_GRAPH.value] = Sizes(triples=len(told))
        self.complaints += apart(complaints_of_base, self.folder)

    def _statistics(self) -> Iterator[Statement]:
        for graph, sizes in self.graphs.items():
            yield from sizes.statements(NamedNode(graph))
        yield from self.sizes.statements(iris.dataset())
        yield from self.tally.statements()

    def merge(self) -> Contents:
        """Put the N-Quads of all parts together, while they are still loaded.

        Raises:
            OSError: they cannot be written.
        """
        files = [*self._files("quads"), Files(self.folder, BASE).path("quads")]
        sha256, statements = write_merged(files, self.folder / NQUADS)
        counts = {graph: self.graphs[graph].triples for graph in sorted(self.graphs)}
        return Contents(sha256, statements, counts)

    def fill(self, folder: Path, texts: Sequence[Text]) -> None:
        """Move what is made to the folder of a store, when it is complete, and copy the sources there."""
        for text, reading in zip(texts, self.readings, strict=True):
            shutil.copyfile(text.source, folder / SOURCES / f"{reading.document.identifier}.txt")
        self._loading.complete()
        self._index.result()
        for name in (NQUADS, DATABASE, SEARCH):
            (self.folder / name).rename(folder / name)
        shutil.rmtree(self.folder)

    def report(self, further: Iterable[Result]) -> Report:
        """All complaints, each once."""
        found = {complaint.result for complaint in self.complaints} | set(further)
        return Report(tuple(sorted(found, key=Result.key)))

    def counted(self, report: Report) -> tuple[DocumentSummary, ...]:
        """The summaries, a complaint counting for the document whose graph speaks of its thing first."""
        graphs: dict[str, str] = {}
        for complaint in self.complaints:
            focus = complaint.result.focus
            if complaint.graph and complaint.graph < graphs.setdefault(focus, complaint.graph):
                graphs[focus] = complaint.graph
        number = Counter((_document(result.focus, graphs), result.severity) for result in report.results)
        return tuple(
            replace(
                summary,
                violations=number[summary.document, "violation"],
                warnings=number[summary.document, "warning"],
            )
            for summary in self.summaries
        )


def _document(focus: str, graphs: dict[str, str]) -> str:
    """The document that a complaint counts for; what no part complained of tells it by its IRI."""
    graph = graphs.get(focus)
    if graph:
        return graph.strip("<>").removeprefix(GRAPHS)
    kind = focus.removeprefix(THINGS).split("/")
    return kind[1] if len(kind) > 1 else ""


def _write(statements: Iterable[Quad] | Iterable[Triple], target: Path) -> None:
    write_sorted(set((serialize(statements, format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True)), target)


def complaints_of_base(folder: Path) -> list[Found]:
    """What breaks shapes among that which belongs to no part."""
    known = reference(folder)
    terms = Terms(known.terms)
    shared = terms.triples(statements(folder / "shared", RdfFormat.N_TRIPLES))
    graphs = {
        REFERENCE_GRAPH: known.triples | shared,
        DATASET_GRAPH: terms.triples(statements(folder / "dataset", RdfFormat.N_QUADS)),
    }
    around = terms.triples(statements(folder / "around-dataset", RdfFormat.N_QUADS))
    found = complaints(graphs, around, NumberedGraph(terms, around.union(*graphs.values())))
    return [Found(complaint.result, "") for complaint in found]


def complaints_across(database: Path) -> tuple[Result, ...]:
    """What breaks the rules that compare documents."""
    return judge_across(Store.read_only(str(database)), load_shapes().across_documents()).results
