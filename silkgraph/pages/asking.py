"""How a page asks the graph: questions from ``queries/``, remembered so that the page can show what it asked.

A question is a ``.rq`` file with its title in the comments at its head. It runs as it stands; a page puts the thing it
is about in place of the one between the braces of ``VALUES ?thing { … }``.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from silkgraph.ask.library import Question, read_question
from silkgraph.pages.terms import Names, Rows

FOLDER = Path(__file__).parent / "queries"
MOST_NAMES = 1500
"""Things whose names are asked for at once."""

Ask = Callable[[str], Awaitable[Rows]]
"""Asks the graph a SELECT query."""

_THING = re.compile(r"VALUES\s+\?thing\s*\{[^}]*\}")
_IRI = re.compile(r"[^\x00-\x20<>\"{}|^`\\]+")
_TITLES = re.compile(r"^#.*\n", re.MULTILINE)
_NAMES = "SELECT ?thing ?name WHERE { VALUES ?thing { %s } ?thing rdfs:label|skos:prefLabel ?name }"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that a page asked: what it wants to know, and the query as it was sent."""

    title: str
    query: str


@cache
def question(name: str) -> Question:
    """A question of the pages."""
    return read_question(FOLDER / f"{name}.rq")


def about(query: str, thing: str) -> str:
    """A query asked of another thing than the one written in it.

    Raises:
        ValueError: ``thing`` is no IRI.
    """
    if not _IRI.fullmatch(thing):
        raise ValueError(f"no IRI: {thing!r}")
    return _THING.sub(lambda _: f"VALUES ?thing {{ <{thing}> }}", query)


class Asking:
    """The questions of one page."""

    def __init__(self, ask: Ask, tongue: str) -> None:
        self._ask = ask
        self.tongue = tongue
        self.asked: list[Asked] = []

    async def rows(self, name: str, thing: str = "") -> Rows:
        """Ask a question of ``queries/``, about a thing where it is about one."""
        found = question(name)
        query = about(found.text, thing) if thing else found.text
        self.asked.append(Asked(found.titles[self.tongue], _TITLES.sub("", query).strip() + "\n"))
        return await self._ask(query)

    async def all(self, names: Iterable[str], thing: str = "") -> list[Rows]:
        """Ask several questions at once."""
        return list(await asyncio.gather(*(self.rows(name, thing) for name in names)))

    async def names(self, iris: Iterable[str]) -> Names:
        """The names of things."""
        wanted = sorted({iri for iri in iris if _IRI.fullmatch(iri)})
        parts = [wanted[n : n + MOST_NAMES] for n in range(0, len(wanted), MOST_NAMES)]
        queries = (_NAMES % " ".join(f"<{iri}>" for iri in part) for part in parts)
        return Names([row for rows in await asyncio.gather(*map(self._ask, queries)) for row in rows], self.tongue)


def iris(*many: Rows) -> set[str]:
    """Every IRI in some rows."""
    return {term.value for rows in many for row in rows for term in row.values() if term.is_iri}
