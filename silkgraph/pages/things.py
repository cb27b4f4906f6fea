"""Which kind of page a thing gets: told by its class, or by its place among the IRIs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from silkgraph.namespaces import ONTOLOGY, RDF, SCHEMA, SILK, SKOS
from silkgraph.pages.asking import Asking
from silkgraph.pages.body import body_page
from silkgraph.pages.concept import concept_page, scheme_page
from silkgraph.pages.country import country_page
from silkgraph.pages.document import document_page, item_page
from silkgraph.pages.forum import forum_page
from silkgraph.pages.other import other_page
from silkgraph.pages.outcome import outcome_page
from silkgraph.pages.page import Page, Source
from silkgraph.pages.quoted import passage_page, quoted_page
from silkgraph.pages.statements import Statements
from silkgraph.pages.vocabulary import vocabulary_page

Maker = Callable[[str, Statements, Asking, Source], Awaitable[Page]]

_BY_CLASS: dict[str, Maker] = {
    f"{SILK}Outcome": outcome_page,
    f"{SILK}Body": body_page,
    f"{SCHEMA}Country": country_page,
    f"{SILK}SourceDocument": document_page,
    f"{SILK}Item": item_page,
    f"{SILK}Forum": forum_page,
    f"{SILK}Subforum": forum_page,
    f"{SILK}Figure": quoted_page,
    f"{SILK}Participation": quoted_page,
    f"{SILK}UnreadClause": quoted_page,
    f"{SILK}Passage": passage_page,
    f"{SKOS}Concept": concept_page,
    f"{SKOS}ConceptScheme": scheme_page,
}


async def thing_page(thing: str, asking: Asking, source: Source) -> Page:
    """The page of a thing."""
    said = Statements(await asking.rows("statements", thing))
    classes = {term.value for term in said.all(f"{RDF}type")}
    make = next((make for name, make in _BY_CLASS.items() if name in classes), other_page)
    return await (vocabulary_page if thing == ONTOLOGY else make)(thing, said, asking, source)
