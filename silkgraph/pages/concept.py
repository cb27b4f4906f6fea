"""The pages of concepts (a domain, a kind, a rule …) and of their schemes."""

from __future__ import annotations

from silkgraph.namespaces import SCHEMES, SKOS
from silkgraph.pages.asking import Asking, iris
from silkgraph.pages.outcome_list import by_document, counted, entries
from silkgraph.pages.page import Page, Source
from silkgraph.pages.statements import Statements

_QUESTIONS = ("concept-outcomes", "concept-bodies", "concept-things")


async def concept_page(thing: str, said: Statements, asking: Asking, source: Source) -> Page:
    """The page of a concept."""
    outcomes, bodies, things = await asking.all(_QUESTIONS, thing)
    names = await asking.names({*said.iris(), *iris(outcomes, bodies, things), thing})
    found = entries(outcomes)
    title, other = said.title(asking.tongue, thing)
    is_domain = thing.startswith(f"{SCHEMES}domain/")
    by = [(entry.kind if is_domain else entry.domain, entry.year) for entry in found]
    return Page(
        "concept.html",
        title,
        {
            "said": said,
            "other_title": other,
            "definition": said.said(f"{SKOS}definition", asking.tongue),
            "groups": by_document(found),
            "total": len(found),
            "counts": counted(by),
            "is_domain": is_domain,
            "bodies": bodies,
            "things": [row["subject"].value for row in things],
            "names": names,
        },
    )


async def scheme_page(thing: str, said: Statements, asking: Asking, source: Source) -> Page:
    """The page of a concept scheme."""
    concepts = await asking.rows("scheme", thing)
    names = await asking.names({*said.iris(), *iris(concepts), thing})
    title, other = said.title(asking.tongue, thing)
    return Page("scheme.html", title, {"said": said, "other_title": other, "concepts": concepts, "names": names})
