"""The main job: read every source document, describe what it says, check the graph, store it.

    read -> describe (documents, reference, links, dataset) -> validate -> store

Everything before the last step happens in memory; the store in use is replaced at the very end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from silkgraph.apart import apart, cores
from silkgraph.ask.library import all_questions
from silkgraph.corpus import Remembered, Text, read_texts
from silkgraph.describe.counts import count_triples, terms_used
from silkgraph.describe.document_graph import describe
from silkgraph.describe.links import link_quads
from silkgraph.describe.reference_graph import known_reference
from silkgraph.describe.whole import describe_whole
from silkgraph.errors import SilkgraphError, SourceError, ViolationError
from silkgraph.locations import knowledge
from silkgraph.model import Reading
from silkgraph.namespaces import GRAPHS
from silkgraph.parts.building import SCRATCH, PartedGraph, complaints_across, slim
from silkgraph.parts.part import summary
from silkgraph.read.documents import SOURCE, document_folders
from silkgraph.resolve.concord import Concord
from silkgraph.search.index import index_texts, texts_of
from silkgraph.store import DocumentSummary, Manifest, StoreWriter, new_store
from silkgraph.store.layout import DATABASE, READINGS, SEARCH
from silkgraph.validate import Report, validate_quads

Observer = Callable[[str, int, int], None]
"""Told of progress: the stage, how much of it is done, and how much there is."""


class RefusedGraph(ViolationError):
    """A graph that breaks shapes and is therefore not stored, with what is wrong and where."""

    def __init__(self, report: Report, documents: tuple[DocumentSummary, ...]) -> None:
        self.report = report
        self.documents = documents
        super().__init__(
            f"the graph is not stored: {len(report.of('violation'))} violations of the shapes",
            advice="What was built before is as it was. The report names each thing and the words it was read from.",
        )


LARGE = 2_000_000
"""Bytes of text from which a graph is built part by part on disk (``silkgraph.parts``), not whole in memory.

In memory it takes some 1.5 kB for each byte of text; smaller graphs are sooner done so.
"""


@dataclass(frozen=True, slots=True)
class Graph:
    """Everything that is stored, and what it was made from."""

    readings: tuple[Reading, ...]
    quads: tuple[Quad, ...]


def build_store(
    data: Path,
    observe: Observer = lambda stage, done, total: None,
    *,
    jobs: int | None = None,
    anew: bool = False,
    documents: Path | None = None,
) -> Manifest:
    """Build the graph of all documents in a folder and make it the store in use in ``data``.

    A document that has been read by an earlier build there, and has not changed, is not read again.

    Args:
        data: the data folder, made if need be.
        observe: told of progress.
        jobs: how many processes may work; if not given, as many as are worth it.
        anew: read every document, whether it has changed or not.
        documents: the folder with the documents' folders; ``extract/`` if not given.

    Raises:
        RefusedGraph: the graph breaks a shape; the store in use stays as it is.
        SilkgraphError: a document, a data file or the folder cannot be used.
    """
    with new_store(data) as writer:
        folders = document_folders(documents)
        remembered = Remembered(data / READINGS)
        if anew:
            remembered.forget_others()
        texts = [Text(folder, described=True) for folder in folders]
        if sum(text.size() for text in texts) > LARGE:
            return _in_parts(writer, texts, jobs, remembered, observe)
        graph = make_graph(read_documents(folders, jobs, remembered, observe), observe)
        remembered.forget_others()
        sources = {
            reading.document.identifier: (folder / SOURCE).read_bytes()
            for folder, reading in zip(folders, graph.readings, strict=True)
        }
        with writer.draft(graph.quads, sources, {SEARCH: _indexing(graph.quads, jobs)}) as draft:
            observe("validate", 0, 1)
            report = validate_quads(graph.quads)
            observe("validate", 1, 1)
            summaries = tuple(_summaries(graph, report))
            if not report.conforms:
                raise RefusedGraph(report, summaries)
            observe("store", 0, 1)
            manifest = draft.put_in_use(summaries)
            observe("store", 1, 1)
        return manifest


def _in_parts(
    writer: StoreWriter, texts: Sequence[Text], jobs: int | None, remembered: Remembered, observe: Observer
) -> Manifest:
    """The same for documents of which the graph is too large to be held in memory."""
    read = read_documents([text.path for text in texts], jobs, remembered, observe)
    with closing(
        PartedGraph(writer.data / SCRATCH, texts, map(slim, read), partial(_kept, texts, remembered))
    ) as graph:
        remembered.forget_others()
        graph.describe(jobs or cores(), observe)
        observe("merge", 0, 1)
        contents = graph.merge()
        observe("merge", 1, 1)
        observe("store", 0, 1)
        with writer.filled_by(lambda folder: graph.fill(folder, texts), contents) as draft:
            draft.complete()
            report = graph.report(complaints_across(draft.folder / DATABASE))
            summaries = graph.counted(report)
            if not report.conforms:
                raise RefusedGraph(report, summaries)
            manifest = draft.put_in_use(summaries)
            observe("store", 1, 1)
    return manifest


def _kept(texts: Sequence[Text], remembered: Remembered) -> list[Path]:
    """Where the readings of these texts are.

    Raises:
        SilkgraphError: a text was changed while it was read.
    """
    paths = [remembered.path(text) for text in texts]
    for text, path in zip(texts, paths, strict=True):
        if path is None:
            raise SourceError("the document was changed while it was read", path=text.path, advice="Build again.")
    return [path for path in paths if path is not None]


def _indexing(quads: Iterable[Quad], jobs: int | None) -> Callable[[Path], None]:
    """What writes the index of texts: in a process of its own, unless there is but one core or only one is wanted."""
    texts = texts_of(quads)
    if jobs == 1 or cores() < 2:
        return lambda path: index_texts(path, texts)
    return lambda path: apart(index_texts, path, texts)


def read_documents(
    folders: Sequence[Path], jobs: int | None, remembered: Remembered, observe: Observer
) -> Iterator[Reading]:
    """What the documents in ``folders`` say; where one cannot be read, the others are read and kept all the same.

    Raises:
        SourceError: documents cannot be read; all of them are named.
        SilkgraphError: no document can be read, since a data file is broken.
    """
    observe("read", 0, len(folders))
    texts = [Text(folder, described=True) for folder in folders]
    failures: list[SourceError] = []
    for answer in read_texts(texts, jobs, remembered, lambda done: observe("read", done, len(folders))):
        if isinstance(answer, SourceError):
            failures.append(answer)
        elif isinstance(answer, SilkgraphError):
            raise answer
        else:
            yield answer
    if failures:
        raise _unread(failures, len(folders))


def _unread(failures: Sequence[SourceError], total: int) -> SourceError:
    """The error for documents that cannot be read: each with its reason, what is kept, and how to go on."""
    first, *others = failures
    advice = [first.advice, *map(str, others), f"{len(failures)} of {total} documents cannot be read."]
    if len(failures) < total:
        advice += ["The others are read and kept: `silkgraph build` goes on from there."]
    advice += ["What was built before is as it was."]
    return SourceError(first.problem, path=first.path, line=first.line, advice="\n".join(filter(None, advice)))


def make_graph(readings: Iterable[Reading], observe: Observer) -> Graph:
    """Describe what was read, with what is known and inferred across documents."""
    readings = list(readings)
    concord = Concord.of(readings)
    readings = [concord.applied(reading) for reading in readings]
    parts: list[Iterable[Quad]] = []
    total = len(readings) + 3
    for reading in readings:
        parts.append(describe(reading, called=concord.called))
        observe("describe", len(parts), total)
    parts.append(known_reference().quads(readings))
    observe("describe", len(parts), total)
    parts.append(link_quads(readings))
    observe("describe", len(parts), total)
    quads = {quad for part in parts for quad in part}
    questions = all_questions(knowledge("queries"))
    quads.update(describe_whole(readings, count_triples(quads), terms_used(quads), graph_sizes(quads), questions))
    observe("describe", total, total)
    return Graph(tuple(readings), tuple(quads))


def graph_sizes(quads: Iterable[Quad]) -> dict[str, int]:
    """The number of statements in each named graph, by the last part of its IRI."""
    counts = Counter(quad.graph_name.value for quad in quads if isinstance(quad.graph_name, NamedNode))
    return {graph.removeprefix(GRAPHS): counts[graph] for graph in sorted(counts)}


def _summaries(graph: Graph, report: Report) -> Iterator[DocumentSummary]:
    """A row for each document; a result counts for the document whose graph speaks of its thing first."""
    home: dict[str, str] = {}
    for quad in sorted(graph.quads, key=lambda quad: str(quad.graph_name)):
        if isinstance(quad.graph_name, NamedNode) and isinstance(quad.subject, NamedNode):
            home.setdefault(quad.subject.value, quad.graph_name.value.removeprefix(GRAPHS))
    found = Counter((home.get(result.focus), result.severity) for result in report.results)
    for reading in graph.readings:
        identifier = reading.document.identifier
        yield replace(
            summary(reading),
            violations=found[identifier, "violation"],
            warnings=found[identifier, "warning"],
        )
