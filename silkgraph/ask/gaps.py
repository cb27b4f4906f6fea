"""What the graph lacks: clauses that were not read, and bodies that the authority file does not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions, Store

from silkgraph.ask.candidates import Candidate, KnownNames
from silkgraph.ask.query import ask
from silkgraph.export.order import natural
from silkgraph.namespaces import THINGS
from silkgraph.store import OpenStore

_UNREAD = """
SELECT ?document ?item ?start ?end ?verb ?reason ?words WHERE {
  ?clause a silk:UnreadClause ; silk:document ?document ; silk:item/silk:number ?item ;
    silk:unreadReason ?reason ; silk:passage ?passage .
  ?passage oa:start ?start ; oa:end ?end ; oa:exact ?words .
  OPTIONAL { ?clause silk:unreadVerb ?verb }
}
"""

_UNRECONCILED = """
SELECT ?body ?name ?type ?country (COUNT(DISTINCT ?outcome) AS ?outcomes) WHERE {
  ?body silk:reconciled false ; silk:generic false ; silk:bodyType ?type ; rdfs:label ?name .
  FILTER(LANGMATCHES(LANG(?name), "zh"))
  ?outcome silk:initiator|silk:partner ?body .
  OPTIONAL { ?body silk:country ?country }
} GROUP BY ?body ?name ?type ?country
"""

_KNOWN = """
SELECT ?body ?name ?country WHERE {
  ?body silk:reconciled true ; silk:bodyType ?type ; skos:prefLabel|skos:altLabel|skos:hiddenLabel ?name .
  FILTER(LANGMATCHES(LANG(?name), "zh"))
  FILTER(?type NOT IN (body-type:country, body-type:government))
  OPTIONAL { ?body silk:country ?country }
}
"""


class UnreadRow(TypedDict):
    """A clause that tells an outcome and gave none. ``line`` counts from 1 in the source, 0 where that is not kept."""

    document: str
    item: str
    line: int
    start: int
    end: int
    verb: str | None
    reason: str
    quote: str


class UnreconciledRow(TypedDict):
    """A body that acts in outcomes and is not in the authority file, with the bodies that have a similar name."""

    body: str
    name: str
    type: str
    country: str | None
    outcomes: int
    candidates: list[Candidate]


UNREAD_COLUMNS = tuple(UnreadRow.__annotations__)
UNRECONCILED_COLUMNS = tuple(UnreconciledRow.__annotations__)


def unread_rows(store: OpenStore) -> list[UnreadRow]:
    """What was not read, in reading order."""
    rows = []
    for row in _solutions(store.graph, _UNREAD):
        document, start = _code(row, "document"), int(_text(row, "start"))
        source = store.source(document)
        rows.append(
            UnreadRow(
                document=document,
                item=_text(row, "item"),
                line=source.count("\n", 0, start) + 1 if source else 0,
                start=start,
                end=int(_text(row, "end")),
                verb=_text(row, "verb") if row["verb"] else None,
                reason=_code(row, "reason"),
                quote=_text(row, "words"),
            )
        )
    return sorted(rows, key=lambda row: (row["document"], row["start"]))


def unreconciled_rows(graph: Store) -> list[UnreconciledRow]:
    """The bodies to look at, those with most outcomes first."""
    known = known_names(graph)
    rows = []
    for row in _solutions(graph, _UNRECONCILED):
        name, country = _text(row, "name"), _code(row, "country") if row["country"] else None
        rows.append(
            UnreconciledRow(
                body=_text(row, "body").removeprefix(f"{THINGS}body/"),
                name=name,
                type=_code(row, "type"),
                country=country,
                outcomes=int(_text(row, "outcomes")),
                candidates=known.nearest(name, country),
            )
        )
    return sorted(rows, key=lambda row: (-row["outcomes"], natural(row["body"])))


def known_names(graph: Store) -> KnownNames:
    """The Chinese names of the authority file, as the graph has them; countries and governments are known by rule."""
    return KnownNames.of(
        (
            _text(row, "body").removeprefix(f"{THINGS}body/"),
            _text(row, "name"),
            _code(row, "country") if row["country"] else None,
        )
        for row in _solutions(graph, _KNOWN)
    )


def _solutions(graph: Store, query: str) -> Iterator[QuerySolution]:
    answer = ask(graph, query)
    assert isinstance(answer, QuerySolutions)
    yield from answer


def _text(row: QuerySolution, name: str) -> str:
    term = row[name]
    assert isinstance(term, NamedNode | Literal), name
    return term.value


def _code(row: QuerySolution, name: str) -> str:
    return _text(row, name).rpartition("/")[2]
