"""The page of a country: its partners in time, its bodies, its people at the forums."""

from __future__ import annotations

from silkgraph.pages.asking import Asking, iris
from silkgraph.pages.outcome_list import by_document, counted, entries
from silkgraph.pages.page import Page, Source
from silkgraph.pages.statements import Statements

_QUESTIONS = ("country-outcomes", "country-bodies", "country-counterparts", "participants")
_MOST = 40


async def country_page(thing: str, said: Statements, asking: Asking, source: Source) -> Page:
    """The page of a country."""
    outcomes, bodies, counterparts, people = await asking.all(_QUESTIONS, thing)
    met = counted(
        (row["other"].value, row["year"].value) for row in counterparts for _ in range(int(row["outcomes"].value))
    )
    names = await asking.names({*said.iris(), *iris(outcomes, bodies, counterparts, people), thing})
    found = entries(outcomes)
    title, other = said.title(asking.tongue, thing)
    return Page(
        "country.html",
        title,
        {
            "said": said,
            "other_title": other,
            "groups": by_document(found),
            "total": len(found),
            "domains": counted((entry.domain, entry.year) for entry in found),
            "bodies": [row for row in bodies if row["outcomes"].value != "0"],
            "partners": met,
            "most": _MOST,
            "people": people,
            "names": names,
        },
    )
