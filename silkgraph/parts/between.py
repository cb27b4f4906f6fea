"""What parts have to know of each other: the links between their documents, and the things at the other end of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from silkgraph.describe import iris
from silkgraph.describe.links import links_told
from silkgraph.describe.literals import date
from silkgraph.describe.namespaces import KIND_CLASSES, LINKS_GRAPH, TYPE, dcterms, silk
from silkgraph.model import Figure, Outcome, Reading, SourceDocument
from silkgraph.parts.part import Files
from silkgraph.relate.links import Link

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]
AT_ONCE = 5_000
"""Links that are kept before they are written."""


class _Spool:
    """Statements on their way to the files of several parts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._waiting: defaultdict[tuple[str, int], list[Quad]] = defaultdict(list)
        self._number = 0

    def put(self, part: int, what: str, quad: Quad) -> None:
        self._waiting[what, part].append(quad)

    def passed(self) -> None:
        """One more link is put; from time to time all is written."""
        self._number += 1
        if self._number % AT_ONCE == 0:
            self.flush()

    def flush(self) -> None:
        for (what, part), quads in self._waiting.items():
            statements = (quad.triple for quad in quads)
            with Files(self.folder, part).path(what).open("ab") as file:
                file.write(serialize(statements, format=RdfFormat.N_TRIPLES) or b"")
        self._waiting.clear()


def write_links(readings: Sequence[Reading], links: Sequence[Link], part_of: Mapping[str, int], folder: Path) -> None:
    """Write what the links graph says to the parts whose things it says it of, and to those at the other end.

    Args:
        readings: of all documents, agreed on.
        links: between their outcomes.
        part_of: the number of the part that a document belongs to.
        folder: where the parts are written.

    Raises:
        OSError: it cannot be written.
    """
    documents = {reading.document.identifier: reading.document for reading in readings}
    spool = _Spool(folder)
    for found, triples in links_told(readings, links):
        ends = (found.later, found.earlier)
        there, here = (part_of[end.document] for end in ends)
        backwards = iris.outcome(found.earlier) if isinstance(found.earlier, Outcome) else None
        for triple in triples:
            quad = Quad(*triple, LINKS_GRAPH)
            own = here if triple[0] == backwards else there
            spool.put(own, "links", quad)
            for other in {there, here} - {own}:
                spool.put(other, "around", quad)
        if there != here:
            for end, other in zip(ends, (here, there), strict=True):
                for triple in _seen_from_afar(end, documents[end.document]):
                    spool.put(other, "around", Quad(*triple))
        spool.passed()
    spool.flush()


def _seen_from_afar(thing: Outcome | Figure, document: SourceDocument) -> Iterator[Triple]:
    """What shapes and counts of another part may look at of an outcome or figure."""
    subject = iris.outcome(thing) if isinstance(thing, Outcome) else iris.figure(thing)
    source, passage = iris.document(document.identifier), iris.passage(thing.document, thing.passage)
    if isinstance(thing, Outcome):
        yield subject, TYPE, silk("Outcome")
        yield subject, TYPE, silk(KIND_CLASSES[thing.kind])
    else:
        yield subject, TYPE, silk("Figure")
    yield subject, silk("document"), source
    yield passage, TYPE, silk("Passage")
    yield source, TYPE, silk("SourceDocument")
    if document.issued:
        yield source, dcterms("issued"), date(document.issued)
