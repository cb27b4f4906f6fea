"""The pages of a source document and of its items: the text as it was found, every passage marked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from silkgraph.pages.asking import Asking, iris
from silkgraph.pages.marking import Line, Read, marked, reads_of, share_read
from silkgraph.pages.page import Page, Source
from silkgraph.pages.statements import Statements


@dataclass(frozen=True, slots=True)
class Part:
    """An item of a document, or the text between two items (without ``iri``), with what was read from it."""

    iri: str
    number: str
    lines: tuple[Line, ...]
    read: tuple[Read, ...]


async def document_page(thing: str, said: Statements, asking: Asking, source: Source) -> Page:
    """The page of a source document."""
    items, rows = await asking.all(("items", "read-from-document"), thing)
    names = await asking.names({*said.iris(), *iris(items, rows), thing})
    text, reads = source(thing.rpartition("/")[2]), reads_of(rows)
    places = [(row["item"].value, row["number"].value, int(row["start"].value), int(row["end"].value)) for row in items]
    title, other = said.title(asking.tongue, thing)
    kinds = Counter(read.kind for read in _each(reads) if read.what == "Outcome")
    return Page(
        "document.html",
        title,
        {
            "said": said,
            "other_title": other,
            "parts": _parts(text, places, reads),
            "kinds": kinds.most_common(),
            "counts": Counter(read.what for read in _each(reads)),
            "share": share_read(reads, len(text)),
            "items": sum(row["number"].value != "0" for row in items),
            "names": names,
        },
    )


async def item_page(thing: str, said: Statements, asking: Asking, source: Source) -> Page:
    """The page of an item."""
    rows, evidence = await asking.all(("read-from-item", "evidence"), thing)
    names = await asking.names({*said.iris(), *iris(rows, evidence), thing})
    reads = reads_of(rows)
    parts = []
    for row in evidence:
        text = source(row["document"].value.rpartition("/")[2])
        start, end = int(row["start"].value), int(row["end"].value)
        if text:
            parts.append(Part(thing, "", tuple(marked(text, start, end, reads)), tuple(_each(reads))))
    title, other = said.title(asking.tongue, thing)
    content = {"said": said, "other_title": other, "parts": parts, "read": _each(reads), "names": names}
    return Page("item.html", title, content)


def _parts(text: str, items: list[tuple[str, str, int, int]], reads: list[Read]) -> list[Part]:
    """The whole text: items, and what stands between them."""
    parts, at = [], 0
    for iri, number, start, end in items:
        if start < at:  # an item within the one before
            continue
        parts.append(_part("", "", text, at, start, reads))
        parts.append(_part(iri, number, text, start, end, reads))
        at = end
    parts.append(_part("", "", text, at, len(text), reads))
    return [part for part in parts if part.lines]


def _part(iri: str, number: str, text: str, start: int, end: int, reads: list[Read]) -> Part:
    within = [read for read in reads if read.start >= start and read.end <= end]
    return Part(
        iri, number, tuple(marked(text, start, end, reads)) if text[start:end].strip() else (), tuple(_each(within))
    )


def _each(reads: list[Read]) -> list[Read]:
    """Each thing once, where it was read from several passages."""
    return list({read.iri: read for read in reversed(reads)}.values())[::-1]
