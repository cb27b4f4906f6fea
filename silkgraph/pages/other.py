"""The page of anything else (a party, a link, a graph, the dataset): what is said of it, and what points at it."""

from __future__ import annotations

from collections import defaultdict

from silkgraph.namespaces import BASE
from silkgraph.pages.asking import Asking, iris
from silkgraph.pages.page import Page, Source
from silkgraph.pages.statements import Statements


async def other_page(thing: str, said: Statements, asking: Asking, source: Source) -> Page:
    """The page of a thing without a page of its own kind."""
    mentions = await asking.rows("mentions", thing)
    names = await asking.names({*said.iris(), *iris(mentions), thing})
    pointing: defaultdict[str, list[str]] = defaultdict(list)
    for row in mentions:
        if row["subject"].is_iri:
            pointing[row["property"].value].append(row["subject"].value)
    title, other = said.title(asking.tongue, thing.removeprefix(BASE).removeprefix("id/"))
    written = said.said("nameAsWritten", asking.tongue)
    if written is not None and not said.names():
        title = written  # a party, by the name that it goes by in the text
    content = {"said": said, "other_title": other, "mentions": dict(sorted(pointing.items())), "names": names}
    return Page("other.html", title, content)
