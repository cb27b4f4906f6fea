"""The page of a forum edition or a subforum: its documents, what came of it, who took part."""

from __future__ import annotations

from silkgraph.pages.asking import Asking, iris
from silkgraph.pages.outcome_list import by_document, counted, entries
from silkgraph.pages.page import Page, Source
from silkgraph.pages.pictures.world import country_map
from silkgraph.pages.statements import Statements

_QUESTIONS = (
    "forum-documents",
    "forum-outcomes",
    "forum-bodies",
    "forum-countries",
    "forum-people",
    "forum-subforums",
)


async def forum_page(thing: str, said: Statements, asking: Asking, source: Source) -> Page:
    """The page of a forum."""
    documents, outcomes, bodies, countries, people, subforums = await asking.all(_QUESTIONS, thing)
    names = await asking.names({*said.iris(), *iris(documents, outcomes, bodies, countries, people, subforums), thing})
    found = entries(outcomes)
    title, other = said.title(asking.tongue, thing)
    return Page(
        "forum.html",
        title,
        {
            "said": said,
            "other_title": other,
            "documents": documents,
            "groups": by_document(found),
            "total": len(found),
            "kinds": counted((entry.kind, "") for entry in found),
            "domains": counted((entry.domain, "") for entry in found),
            "bodies": bodies,
            "map": country_map([(row["country"].value, int(row["outcomes"].value)) for row in countries]),
            "people": people,
            "subforums": subforums,
            "names": names,
        },
    )
