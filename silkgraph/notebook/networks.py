"""Networks for networkx: who acts with whom, and what carries on what.

Every node has a ``label`` and a ``sort`` (``body``, ``country``, ``domain``, ``outcome``), every edge a ``weight`` (how
many outcomes stand behind it) and their IRIs in ``outcomes``, one a line; attributes are plain strings and numbers,
which GraphML can hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from silkgraph.ask.nearest import nearest
from silkgraph.errors import QueryError
from silkgraph.namespaces import THINGS
from silkgraph.notebook.extras import required
from silkgraph.notebook.sources import Source
from silkgraph.notebook.tables import Record, outcome_records, party_records, records

if TYPE_CHECKING:
    import networkx

Node = tuple[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Edge:
    """Two nodes that an outcome connects."""

    first: Node
    second: Node
    outcome: str
    attributes: dict[str, Any] = field(default_factory=dict)


def network(source: Source, kind: str, filters: Mapping[str, Any], lang: str) -> networkx.Graph[str]:
    """The network of that kind.

    Raises:
        QueryError: there is no such kind.
    """
    if kind not in KINDS:
        raise QueryError(f"there is no network {kind!r}", advice=nearest(kind, KINDS))
    nx = required("networkx", "networks")
    directed, edges = KINDS[kind]
    graph: networkx.Graph[str] = nx.DiGraph() if directed else nx.Graph()
    for edge in edges(source, filters, lang):
        ends = edge.first[0], edge.second[0]
        for name, attributes in (edge.first, edge.second):
            graph.add_node(name, **attributes)
        if not graph.has_edge(*ends):
            graph.add_edge(*ends, weight=0, outcomes="", **edge.attributes)
        known = graph.edges[ends]
        if edge.outcome not in known["outcomes"].split("\n"):
            known["weight"] += 1
            known["outcomes"] = f"{known['outcomes']}\n{edge.outcome}".strip()
    return graph


def _sides(source: Source, filters: Mapping[str, Any], lang: str) -> Iterator[tuple[list[Record], list[Record]]]:
    """The initiators and the partners of each outcome."""
    parties: defaultdict[str, list[Record]] = defaultdict(list)
    outcomes = {row["outcome"] for row in records(source, "outcomes", filters, lang)}
    # As in the table of outcomes, what is asked of one party must not hide the others.
    shared = {name: value for name, value in filters.items() if name not in ("country", "body")}
    for party in party_records(source, shared, lang):
        if party["outcome"] in outcomes:
            parties[str(party["outcome"])].append(party)
    for rows in parties.values():
        yield [row for row in rows if row["role"] == "initiator"], [row for row in rows if row["role"] == "partner"]


def _body(row: Record) -> Node:
    attributes = {"label": row["label"], "sort": "body", "type": row["type"], "country": row["country"] or ""}
    return str(row["body"]), _plain(attributes)


def _country(row: Record) -> Node:
    attributes = {"label": row["country_label"], "sort": "country", "country": row["country"]}
    return f"{THINGS}place/{row['country']}", _plain(attributes)


def _body_country(source: Source, filters: Mapping[str, Any], lang: str) -> Iterator[Edge]:
    for initiators, partners in _sides(source, filters, lang):
        for initiator in initiators:
            for partner in partners:
                if partner["country"] and partner["country"] != initiator["country"]:
                    yield Edge(_body(initiator), _country(partner), str(partner["outcome"]))


def _body_body(source: Source, filters: Mapping[str, Any], lang: str) -> Iterator[Edge]:
    for initiators, partners in _sides(source, filters, lang):
        for initiator in initiators:
            for partner in partners:
                if partner["body"] != initiator["body"]:
                    yield Edge(_body(initiator), _body(partner), str(partner["outcome"]))


def _country_country(source: Source, filters: Mapping[str, Any], lang: str) -> Iterator[Edge]:
    for initiators, partners in _sides(source, filters, lang):
        for initiator in initiators:
            for partner in partners:
                if initiator["country"] and partner["country"] and initiator["country"] != partner["country"]:
                    yield Edge(_country(initiator), _country(partner), str(partner["outcome"]))


def _body_domain(source: Source, filters: Mapping[str, Any], lang: str) -> Iterator[Edge]:
    domains = {row["outcome"]: str(row["domain"]) for row in outcome_records(source, filters, lang)}
    for initiators, _ in _sides(source, filters, lang):
        for initiator in initiators:
            domain = domains[initiator["outcome"]]
            node = f"domain: {domain}", {"label": domain, "sort": "domain"}
            yield Edge(_body(initiator), node, str(initiator["outcome"]))


def _outcome_outcome(source: Source, filters: Mapping[str, Any], lang: str) -> Iterator[Edge]:
    for row in records(source, "links", filters, lang):
        later, earlier = (
            (
                str(row[side]),
                _plain({"label": row[f"{side}_label"], "sort": "outcome", "document": row[f"{side}_document"]}),
            )
            for side in ("later", "earlier")
        )
        yield Edge(later, earlier, str(row["later"]), _plain({"type": row["type"], "reason": row["reason"]}))


def _plain(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {name: str(value) if isinstance(value, str) else value for name, value in attributes.items()}


KINDS: dict[str, tuple[bool, Callable[[Source, Mapping[str, Any], str], Iterable[Edge]]]] = {
    "body-country": (False, _body_country),
    "body-body": (True, _body_body),
    "country-country": (False, _country_country),
    "body-domain": (False, _body_domain),
    "outcome-outcome": (True, _outcome_outcome),
}
"""Each kind of network: whether its edges have a direction, and where they come from."""
