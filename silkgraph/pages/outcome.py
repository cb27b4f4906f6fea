"""The page of an outcome: the sentence it was read from, who takes part, how it was read, what it is linked to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from silkgraph.pages.asking import Asking, iris
from silkgraph.pages.marking import Line, Read, marked, reads_of
from silkgraph.pages.page import Page, Source
from silkgraph.pages.statements import Statements
from silkgraph.pages.terms import Row, Rows, Term, Text, by_language

LONGEST = 700
"""Characters of an item that is quoted whole; of a longer one, the lines that matter."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words that something was read from, in their paragraph."""

    document: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """A link or a difference between what two documents say."""

    iri: str
    property: str
    other: str
    is_later: bool
    reason: Text | None
    own_words: str
    other_words: str


async def outcome_page(thing: str, said: Statements, asking: Asking, source: Source) -> Page:
    """The page of an outcome."""
    item = said.one("item")
    parties, evidence, definitions, links, amount = await asking.all(
        ("parties", "evidence", "definitions", "links", "amount"), thing
    )
    beside = await asking.rows("read-from-item", item.value) if item else []
    names = await asking.names({*said.iris(), *iris(parties, definitions, links, beside), thing})
    title, other = said.title(asking.tongue, thing)
    return Page(
        "outcome.html",
        title,
        {
            "said": said,
            "other_title": other,
            "parties": _once(parties),
            "quotations": quotations(evidence, reads_of(beside), thing, source),
            "readings": explained(definitions, asking.tongue),
            "links": joined(links, thing, asking.tongue),
            "amounts": amount,
            "beside": _beside(beside, thing),
            "names": names,
        },
    )


def quotations(evidence: Rows, reads: Iterable[Read], thing: str, source: Source) -> list[Quotation]:
    """The passages of a thing, each paragraph once, with all that was read in it."""
    items = [_place(row) for row in evidence if row["of"].value == "item"]
    own = [(_place(row), row["passage"].value) for row in evidence if row["of"].value == "own"]
    held = [Read(thing, "this", "this", passage, start, end) for (_, start, end), passage in own]
    around: dict[tuple[str, int, int], None] = {}
    for (document, start, end), _ in own:
        fitting = [
            item
            for item in items
            if item[0] == document and item[1] <= start and item[2] >= end and item[2] - item[1] <= LONGEST
        ]
        text = source(document)
        around[fitting[0] if fitting else (document, *_lines(text, start, end))] = None
    found = []
    others = [read for read in reads if read.iri != thing]
    for document, start, end in around:
        text = source(document)
        here = [*held, *others] if document == own[0][0][0] else held
        if text:
            found.append(Quotation(document, tuple(marked(text, start, end, here))))
    return found


def explained(definitions: Rows, tongue: str) -> list[tuple[str, str, Text | None]]:
    """Property, concept and what the concept means."""
    held: dict[tuple[str, str], list[Term]] = {}
    for row in definitions:
        held.setdefault((row["property"].value, row["concept"].value), []).append(row["definition"])
    order = ("rule", "assumption", "confidence")
    return sorted(
        ((name, concept, by_language(texts, tongue)) for (name, concept), texts in held.items()),
        key=lambda found: (order.index(end) if (end := found[0].rpartition("#")[2]) in order else 9, found[1]),
    )


def joined(links: Rows, thing: str, tongue: str) -> list[Joined]:
    """The links of a thing, each once, with its reason in one language."""
    held: dict[str, list[Row]] = {}
    for row in links:
        held.setdefault(row["link"].value, []).append(row)
    found = []
    for link, rows in held.items():
        row = rows[0]
        is_later = row["from"].value == thing
        words = (row["fromWords"].value, row["toWords"].value)
        found.append(
            Joined(
                link,
                row["class"].value.rpartition("#")[2],
                row["to" if is_later else "from"].value,
                is_later,
                by_language([row["reason"] for row in rows], tongue),
                words[not is_later],
                words[is_later],
            )
        )
    return found


def _place(row: Row) -> tuple[str, int, int]:
    return row["document"].value.rpartition("/")[2], int(row["start"].value), int(row["end"].value)


def _lines(text: str, start: int, end: int) -> tuple[int, int]:
    """The lines on which a stretch lies."""
    last = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if last < 0 else last


def _once(parties: Rows) -> Rows:
    """Each party once, though its body may have several countries."""
    return list({row["position"].value: row for row in reversed(parties)}.values())[::-1]


def _beside(rows: Rows, thing: str) -> list[str]:
    """What else was read from the item."""
    return list(dict.fromkeys(row["read"].value for row in rows if row["read"].value != thing))
