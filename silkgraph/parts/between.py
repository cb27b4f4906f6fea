"""What parts have to know of each other: the links between their documents, and the things at the other end of them.

Links are found among all documents at once. What there is to say of them is left to the parts, which work side by side:
each is given those that start from its documents, and those that it says something of at their other end.
"""

from __future__ import annotations

import datetime
import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from silkgraph.describe import iris
from silkgraph.describe.labels import Glossary
from silkgraph.describe.links import links_numbered, told
from silkgraph.describe.literals import date
from silkgraph.model import Figure, Outcome, Reading
from silkgraph.namespaces import KIND_CLASSES, TYPE, dcterms, silk
from silkgraph.parts.files import Files
from silkgraph.relate.discrepancies import Discrepancy
from silkgraph.relate.links import Link

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]
AT_ONCE = 5_000
"""Links that are kept before they are written."""
LOOKED_AT = (silk("sameOutcomeAs"), silk("from"), silk("to"))
"""What shapes look at of a link that another part says."""


class Given(NamedTuple):
    """A link or a difference as a part is given it: with its number, and when the documents were issued."""

    found: Link | Discrepancy
    number: int
    issued: datetime.date | None
    earlier_issued: datetime.date | None


def write_links(readings: Sequence[Reading], links: Sequence[Link], part_of: Mapping[str, int], folder: Path) -> None:
    """Give each part the links and differences that it says something of.

    Args:
        readings: of all documents, agreed on.
        links: between their outcomes.
        part_of: the number of the part that a document belongs to.
        folder: where the parts are written.

    Raises:
        OSError: it cannot be written.
    """
    issued = {reading.document.identifier: reading.document.issued for reading in readings}
    waiting: defaultdict[int, list[Given]] = defaultdict(list)
    for number, (found, among) in enumerate(links_numbered(readings, links), 1):
        later, earlier = found.later.document, found.earlier.document
        given = Given(_slim(found), among, issued[later], issued[earlier])
        waiting[part_of[later]].append(given)
        if _said_of_both(found) and part_of[later] != part_of[earlier]:
            waiting[part_of[earlier]].append(given)
        if number % AT_ONCE == 0:
            _write(waiting, folder)
    _write(waiting, folder)


def _slim(found: Link | Discrepancy) -> Link | Discrepancy:
    """A link without what is said of its outcomes elsewhere."""
    if not isinstance(found, Link):
        return found
    return replace(found, later=_end(found.later), earlier=_end(found.earlier))


def _end(outcome: Outcome) -> Outcome:
    return replace(outcome, initiators=(), partners=(), amounts=(), establishes=(), convenes=(), names=())


def _said_of_both(found: Link | Discrepancy) -> bool:
    """Whether something is said of the earlier of two things too."""
    return isinstance(found, Link) and found.property == "sameOutcomeAs"


def _write(waiting: defaultdict[int, list[Given]], folder: Path) -> None:
    for part, given in waiting.items():
        with Files(folder, part).path("links").open("ab") as file:
            pickle.dump(given, file, pickle.HIGHEST_PROTOCOL)
    waiting.clear()


def take_links(files: Files) -> Iterator[Given]:
    """What a part was given, which is then removed."""
    path = files.path("links")
    if path.exists():
        with path.open("rb") as file:
            while file.peek(1):
                yield from pickle.load(file)
        path.unlink()


def links_of(
    readings: Iterable[Reading], given: Iterable[Given], glossary: Glossary
) -> tuple[list[Triple], list[Triple]]:
    """What the links graph says of a part's own things, and what shapes look at beyond them.

    Args:
        readings: of the part.
        given: the links and differences that have to do with it.
        glossary: what aspects are called.
    """
    own: list[Triple] = []
    around: list[Triple] = []
    near = {reading.document.identifier for reading in readings}
    for found, number, issued, earlier_issued in given:
        later, earlier = found.later.document in near, found.earlier.document in near
        backwards = iris.outcome(found.earlier) if isinstance(found.earlier, Outcome) else None
        for triple in told(found, number, glossary):
            if earlier if triple[0] == backwards else later:
                own.append(triple)
            elif triple[1] in LOOKED_AT:
                around.append(triple)
        if not later:
            around += _seen_from_afar(found.later, issued)
        if not earlier:
            around += _seen_from_afar(found.earlier, earlier_issued)
    return own, around


def _seen_from_afar(thing: Outcome | Figure, issued: datetime.date | None) -> Iterator[Triple]:
    """What shapes and counts of another part may look at of an outcome or figure."""
    subject = iris.outcome(thing) if isinstance(thing, Outcome) else iris.figure(thing)
    source, passage = iris.document(thing.document), iris.passage(thing.document, thing.passage)
    if isinstance(thing, Outcome):
        yield subject, TYPE, silk("Outcome")
        yield subject, TYPE, silk(KIND_CLASSES[thing.kind])
    else:
        yield subject, TYPE, silk("Figure")
    yield subject, silk("document"), source
    yield passage, TYPE, silk("Passage")
    yield source, TYPE, silk("SourceDocument")
    if issued:
        yield source, dcterms("issued"), date(issued)
