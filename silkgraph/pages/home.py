"""The first page: what this is, how much there is, the forums in time, pictures."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from silkgraph.pages.asking import Asking, iris
from silkgraph.pages.described import described
from silkgraph.pages.page import Page
from silkgraph.pages.pictures.world import country_map
from silkgraph.pages.terms import Rows, Text


@dataclass(frozen=True, slots=True)
class Told:
    """A document on the timeline."""

    document: str
    issued: str
    total: int
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A forum on the timeline, or a document that belongs to none."""

    forum: str
    start: str
    end: str
    documents: tuple[Told, ...]

    @property
    def total(self) -> int:
        """Its outcomes."""
        return sum(document.total for document in self.documents)


async def home_page(asking: Asking, name: str, root: str) -> Page:
    """The first page; ``name`` is the title, ``root`` the public address of the server."""
    numbers, forums, countries, dataset = await asking.all(
        ("home-numbers", "home-forums", "picture-countries", "dataset")
    )
    names = await asking.names(iris(numbers, forums, countries))
    return Page(
        "home.html",
        Text(name, asking.tongue),
        {
            "numbers": {row["class"].value.rpartition("#")[2]: int(row["times"].value) for row in numbers},
            "stops": timeline(forums),
            "map": country_map([(row["country"].value, int(row["outcomes"].value)) for row in countries]),
            "described": described(dataset, asking.tongue, root),
            "names": names,
        },
    )


def timeline(rows: Rows) -> list[Stop]:
    """Forums with their documents, in the order of time."""
    documents: defaultdict[tuple[str, str, str], dict[str, Told]] = defaultdict(dict)
    for row in rows:
        forum, start, end = (row[name].value if name in row else "" for name in ("forum", "start", "end"))
        iri = row["document"].value
        issued = row["issued"].value if "issued" in row else ""
        told = documents[forum, start, end].get(iri, Told(iri, issued, 0, ()))
        if "kind" in row:
            kind = (row["kind"].value, int(row["outcomes"].value))
            told = Told(iri, issued, told.total + kind[1], (*told.kinds, kind))
        documents[forum, start, end][iri] = told
    stops = [Stop(*key, tuple(held.values())) for key, held in documents.items()]
    return sorted(stops, key=lambda stop: stop.start or min(told.issued for told in stop.documents))
