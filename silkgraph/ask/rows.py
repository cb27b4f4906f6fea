"""Outcomes and figures as flat rows, as the evaluation format defines them; outcomes also tell how they were read.

The same rows come from two places: read back from the built graph by SPARQL (``outcome_rows``,
``figure_rows``), and straight from a reading of a text that is not built (``rows_of_outcomes``,
``rows_of_figures``). For the same text they are equal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, TypedDict, TypeVar

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions

from silkgraph.ask.nearest import nearest
from silkgraph.ask.query import Graph, ask
from silkgraph.errors import QueryError
from silkgraph.model import Body, Figure, Outcome
from silkgraph.namespaces import THINGS


class BodyRow(TypedDict):
    """A party of an outcome."""

    name: str
    country: str | None
    type: str
    generic: bool


class AmountRow(TypedDict):
    """A sum of money, in whole currency units."""

    value: int | float
    currency: str


class OutcomeRow(TypedDict):
    """An outcome in the evaluation format, and after its fields how the outcome was read."""

    document: str
    item: str
    quote: str
    start: int
    end: int
    kind: str
    label: str
    status: str
    initiators: list[BodyRow]
    partners: list[BodyRow]
    domain: str
    pillar: str | None
    amounts: list[AmountRow]
    rule: str
    assumptions: list[str]
    confidence: str


class FigureRow(TypedDict):
    """A figure in the evaluation format."""

    document: str
    item: str
    quote: str
    start: int
    end: int
    subject: str
    measure: str
    value: int | float
    upper: int | float | None
    unit: str
    qualifier: str
    as_of: str | None


OUTCOME_COLUMNS = tuple(OutcomeRow.__annotations__)
FIGURE_COLUMNS = tuple(FigureRow.__annotations__)

_OUTCOMES = """
SELECT ?thing ?document ?item ?place ?number ?start ?end ?exact
  ?kind ?label ?status ?domain ?pillar ?rule ?confidence WHERE {
  ?thing a silk:Outcome ; silk:document ?document ; silk:item ?itemNode ; silk:sequence ?number ;
    silk:kind ?kind ; silk:status ?status ; silk:domain ?domain ; rdfs:label ?label ; silk:passage ?passage ;
    silk:rule ?rule ; silk:confidence ?confidence .
  FILTER(LANGMATCHES(LANG(?label), "zh"))
  ?itemNode silk:number ?item .
  ?passage oa:start ?start ; oa:end ?end ; oa:exact ?exact .
  OPTIONAL { ?itemNode silk:passage/oa:start ?place }
  OPTIONAL { ?thing silk:pillar ?pillar }
}
"""

_PARTIES = """
SELECT ?thing ?party ?role ?position ?name ?type ?country ?generic WHERE {
  VALUES ?role { "initiator" "partner" }
  ?thing a silk:Outcome ; silk:document ?document ; silk:party ?party .
  ?party silk:role ?role ; silk:position ?position ; silk:nameAsWritten ?name ; silk:body ?body .
  ?body silk:bodyType ?type .
  OPTIONAL { ?body silk:country ?country }
  OPTIONAL { ?body silk:generic ?generic }
}
"""

_AMOUNTS = """
SELECT ?thing ?amount ?value ?currency WHERE {
  ?thing a silk:Outcome ; silk:document ?document ; silk:amount ?amount .
  ?amount schema:value ?value ; schema:currency ?currency .
}
"""

_ASSUMPTIONS = """
SELECT ?thing ?assumption WHERE {
  ?thing a silk:Outcome ; silk:document ?document ; silk:assumption ?assumption .
}
"""

_DOCUMENTS = "SELECT DISTINCT ?document WHERE { ?document a silk:SourceDocument }"

_FIGURES = """
SELECT ?thing ?document ?item ?place ?number ?start ?end ?exact
  ?subject ?measure ?value ?upper ?unit ?qualifier ?asOf WHERE {
  ?thing a silk:Figure ; silk:document ?document ; silk:item ?itemNode ; silk:sequence ?number ;
    silk:subject ?subject ; silk:measure ?measure ; schema:value ?value ; silk:unit ?unit ;
    silk:qualifier ?qualifier ; silk:passage ?passage .
  ?itemNode silk:number ?item .
  ?passage oa:start ?start ; oa:end ?end ; oa:exact ?exact .
  OPTIONAL { ?itemNode silk:passage/oa:start ?place }
  OPTIONAL { ?thing silk:upperValue ?upper }
  OPTIONAL { ?thing silk:asOf ?asOf }
}
"""


def outcome_rows(graph: Graph, document: str | None = None) -> list[OutcomeRow]:
    """Every outcome of the built graph (of one document, if named), in reading order."""
    parties = _grouped(graph, _PARTIES, document, _party_order)
    amounts = _grouped(graph, _AMOUNTS, document, lambda row: _last_number(_text(row, "amount")))
    assumptions = _grouped(graph, _ASSUMPTIONS, document, lambda row: _code(row, "assumption"))
    return [
        OutcomeRow(
            document=_code(row, "document"),
            item=_text(row, "item"),
            quote=_text(row, "exact"),
            start=_integer(row, "start"),
            end=_integer(row, "end"),
            kind=_code(row, "kind"),
            label=_text(row, "label"),
            status=_code(row, "status"),
            initiators=_bodies(parties[_text(row, "thing")], "initiator"),
            partners=_bodies(parties[_text(row, "thing")], "partner"),
            domain=_code(row, "domain"),
            pillar=_optional_code(row, "pillar"),
            amounts=[
                AmountRow(value=number(Decimal(_text(amount, "value"))), currency=_text(amount, "currency"))
                for amount in amounts[_text(row, "thing")]
            ],
            rule=_code(row, "rule"),
            assumptions=[_code(assumed, "assumption") for assumed in assumptions[_text(row, "thing")]],
            confidence=_code(row, "confidence"),
        )
        for row in _in_reading_order(graph, _OUTCOMES, document)
    ]


def figure_rows(graph: Graph, document: str | None = None) -> list[FigureRow]:
    """Every figure of the built graph (of one document, if named), in reading order."""
    return [
        FigureRow(
            document=_code(row, "document"),
            item=_text(row, "item"),
            quote=_text(row, "exact"),
            start=_integer(row, "start"),
            end=_integer(row, "end"),
            subject=_text(row, "subject"),
            measure=_text(row, "measure"),
            value=number(Decimal(_text(row, "value"))),
            upper=number(Decimal(_text(row, "upper"))) if row["upper"] else None,
            unit=_text(row, "unit"),
            qualifier=_code(row, "qualifier"),
            as_of=_text(row, "asOf") if row["asOf"] else None,
        )
        for row in _in_reading_order(graph, _FIGURES, document)
    ]


def rows_of_outcomes(outcomes: Iterable[Outcome]) -> list[OutcomeRow]:
    """The rows of outcomes that were read but not built."""
    return [
        OutcomeRow(
            document=outcome.document,
            item=outcome.item,
            quote=outcome.passage.quote,
            start=outcome.passage.start,
            end=outcome.passage.end,
            kind=outcome.kind,
            label=outcome.label,
            status=outcome.status,
            initiators=[_body_row(body) for body in outcome.initiators],
            partners=[_body_row(body) for body in outcome.partners],
            domain=outcome.domain,
            pillar=outcome.pillar,
            amounts=[AmountRow(value=number(amount.value), currency=amount.currency) for amount in outcome.amounts],
            rule=outcome.rule,
            assumptions=list(outcome.assumptions),
            confidence=outcome.confidence,
        )
        for outcome in outcomes
    ]


def rows_of_figures(figures: Iterable[Figure]) -> list[FigureRow]:
    """The rows of figures that were read but not built."""
    return [
        FigureRow(
            document=figure.document,
            item=figure.item,
            quote=figure.passage.quote,
            start=figure.passage.start,
            end=figure.passage.end,
            subject=figure.subject,
            measure=figure.measure,
            value=number(figure.value),
            upper=None if figure.upper is None else number(figure.upper),
            unit=figure.unit,
            qualifier=figure.qualifier,
            as_of=figure.as_of,
        )
        for figure in figures
    ]


def number(value: Decimal) -> int | float:
    """A decimal as JSON writes it best: an integer when whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def _body_row(body: Body) -> BodyRow:
    return BodyRow(name=body.name, country=body.country, type=body.type, generic=body.generic)


def _bodies(parties: Iterable[QuerySolution], role: str) -> list[BodyRow]:
    """The parties of a role in order, each once: a body that two documents describe differently has several rows."""
    rows: dict[str, BodyRow] = {}
    for party in parties:
        if _text(party, "role") == role:
            row = BodyRow(
                name=_text(party, "name"),
                country=_optional_code(party, "country"),
                type=_code(party, "type"),
                generic=bool(party["generic"]) and _text(party, "generic") == "true",
            )
            rows.setdefault(_text(party, "party"), row)
    return list(rows.values())


def _party_order(party: QuerySolution) -> tuple[int, list[str]]:
    return _integer(party, "position"), [str(party[name]) for name in ("generic", "type", "country")]


Row = TypeVar("Row")


def document_rows(graph: Graph, document: str | None, rows: Callable[[Graph, str | None], list[Row]]) -> list[Row]:
    """The rows of a document that a person names, or of all where none is named.

    Raises:
        QueryError: the graph has no such document.
    """
    if document is not None and document not in (known := documents(graph)):
        raise QueryError(f"the graph has no document {document!r}", advice=nearest(document, known))
    return rows(graph, document)


def documents(graph: Graph) -> list[str]:
    """The identifiers of the source documents of the built graph."""
    return sorted(_code(row, "document") for row in _solutions(graph, _DOCUMENTS, None))


def _solutions(graph: Graph, query: str, document: str | None) -> QuerySolutions:
    # A VALUES block rather than a substitution, so that ?document stays among the results. The
    # identifier has become a checked IRI: it cannot end the block early.
    if document is not None:
        query = query.replace("WHERE {", f"WHERE {{ VALUES ?document {{ {document_iri(document)} }}", 1)
    answer = ask(graph, query)
    assert isinstance(answer, QuerySolutions)
    return answer


def document_iri(document: str) -> NamedNode:
    """The IRI of a source document, from its identifier."""
    return NamedNode(f"{THINGS}document/{document}")


def _grouped(
    graph: Graph, query: str, document: str | None, order: Callable[[QuerySolution], Any]
) -> Mapping[str, list[QuerySolution]]:
    groups: defaultdict[str, list[QuerySolution]] = defaultdict(list)
    for row in _solutions(graph, query, document):
        groups[_text(row, "thing")].append(row)
    for rows in groups.values():
        rows.sort(key=order)
    return groups


def _in_reading_order(graph: Graph, query: str, document: str | None) -> Iterator[QuerySolution]:
    """The solutions by document, place of the item, and number; the first passage of each thing only."""

    def key(row: QuerySolution) -> tuple[str, int, str, int, int]:
        place = _integer(row, "place") if row["place"] else _integer(row, "start")
        return _code(row, "document"), place, _text(row, "item"), _integer(row, "number"), _integer(row, "start")

    seen: set[str] = set()
    for row in sorted(_solutions(graph, query, document), key=key):
        thing = _text(row, "thing")
        if thing not in seen:
            seen.add(thing)
            yield row


def _text(row: QuerySolution, name: str) -> str:
    term = row[name]
    assert isinstance(term, NamedNode | Literal), name
    return term.value


def _integer(row: QuerySolution, name: str) -> int:
    return int(_text(row, name))


def _code(row: QuerySolution, name: str) -> str:
    """The last part of an IRI: a code, an identifier."""
    return _text(row, name).rpartition("/")[2]


def _optional_code(row: QuerySolution, name: str) -> str | None:
    return _code(row, name) if row[name] else None


def _last_number(iri: str) -> int:
    last = iri.rpartition("/")[2]
    return int(last) if last.isdecimal() else 0
