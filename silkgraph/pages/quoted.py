"""The pages of passages, and of what else is read from words: figures, people who took part, clauses not read."""

from __future__ import annotations

from silkgraph.namespaces import OA
from silkgraph.pages.asking import Asking, iris
from silkgraph.pages.marking import Read, marked, reads_of
from silkgraph.pages.outcome import explained, joined, quotations
from silkgraph.pages.page import Page, Source
from silkgraph.pages.statements import Statements
from silkgraph.pages.terms import Text


async def quoted_page(thing: str, said: Statements, asking: Asking, source: Source) -> Page:
    """The page of a figure, a participation or an unread clause."""
    item = said.one("item")
    evidence, definitions, links = await asking.all(("evidence", "definitions", "links"), thing)
    beside = await asking.rows("read-from-item", item.value) if item else []
    names = await asking.names({*said.iris(), *iris(definitions, links, beside), thing})
    title, other = said.title(asking.tongue, thing)
    return Page(
        "quoted.html",
        title,
        {
            "said": said,
            "other_title": other,
            "quotations": quotations(evidence, reads_of(beside), thing, source),
            "readings": explained(definitions, asking.tongue),
            "links": joined(links, thing, asking.tongue),
            "names": names,
        },
    )


async def passage_page(thing: str, said: Statements, asking: Asking, source: Source) -> Page:
    """The page of a passage: the words among the lines around them, and what was read from them."""
    rows = await asking.rows("read-from-passage", thing)
    names = await asking.names({*said.iris(), *iris(rows), thing})
    document = said.one(f"{OA}hasSource")
    start, end = (int(str(said.one(f"{OA}{name}") or 0)) for name in ("start", "end"))
    text = source(document.value.rpartition("/")[2]) if document else ""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    lines = marked(text, first, len(text) if last < 0 else last, [Read(thing, "this", "this", thing, start, end)])
    exact = said.one(f"{OA}exact")
    title = Text(_short(exact.value), "zh") if exact else Text(f"{start}–{end}")
    kinds = {row["read"].value: row["kind"].value for row in rows if "kind" in row}
    found = dict.fromkeys(row["read"].value for row in rows)
    content = {"said": said, "lines": lines if text else [], "read": found, "kinds": kinds, "names": names}
    return Page("passage.html", title, {**content, "document": document, "start": start, "end": end, "exact": exact})


def _short(words: str) -> str:
    """The beginning of some words, for a title."""
    return words if len(words) <= 40 else f"{words[:38]}…"
