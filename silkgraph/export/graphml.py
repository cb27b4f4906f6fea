"""Networks for Gephi and other programs that draw graphs, as GraphML.

``outcomes`` is everything: outcomes, bodies, countries and forums, and who did what. ``cooperation`` is what most
pictures are made of: bodies, linked where they are parties to the same outcomes, and weighted with their number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, combinations
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import Store

from silkgraph.ask.nearest import nearest
from silkgraph.errors import QueryError
from silkgraph.export.relational import Row, Table, rows, tables

NETWORKS = ("outcomes", "cooperation")
ACTING = ("initiator", "partner")
_NODE_KEYS = {"label": "string", "label_zh": "string", "type": "string", "category": "string", "country": "string"}
_NODE_KEYS |= {"forum": "string", "domain": "string", "outcomes": "int"}
_EDGE_KEYS = {"role": "string", "weight": "double"}


@dataclass(frozen=True, slots=True)
class Node:
    """Something that is drawn; ``values`` by the names of ``_NODE_KEYS``."""

    id: str
    values: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two nodes; heavier where it stands for more."""

    source: str
    target: str
    role: str
    weight: int = 1


@dataclass(frozen=True, slots=True)
class _Records:
    """The rows that networks are made of, by column name."""

    graph: Store
    described: Mapping[str, Table] = field(default_factory=lambda: {table.name: table for table in tables()})

    def __getitem__(self, name: str) -> Iterator[dict[str, str | None]]:
        table = self.described[name]
        return (_named(row, table) for row in rows(self.graph, table))


def graphml_pieces(graph: Store, network: str) -> Iterator[bytes]:
    """A network of ``NETWORKS`` as GraphML, piece by piece.

    Raises:
        QueryError: there is no such network.
    """
    if network not in NETWORKS:
        raise QueryError(f"there is no network {network!r}", advice=nearest(network, NETWORKS))
    records = _Records(graph)
    nodes, edges = _outcomes(records) if network == "outcomes" else _cooperation(records)
    return _written(nodes, edges, directed=network == "outcomes")


def _outcomes(records: _Records) -> tuple[Iterator[Node], Iterator[Edge]]:
    parties = list(records["parties"])
    acting = Counter(party["body"] for party in parties if party["role"] in ACTING)
    named = {party["body"] for party in parties}
    bodies = [body for body in records["bodies"] if body["id"] in named]
    outcomes = list(records["outcomes"])
    inhabited = {body["country"] for body in bodies}
    nodes = chain(
        (_node("forum", forum) for forum in records["forums"]),
        (_node("country", country) for country in records["countries"] if country["id"] in inhabited),
        (_node("body", body, category=_code(body["type"]), outcomes=str(acting[body["id"]])) for body in bodies),
        (
            _node("outcome", outcome, category=_code(outcome["kind"]), domain=_code(outcome["domain"]))
            for outcome in outcomes
        ),
    )
    roles = Counter((f"outcome/{party['outcome']}", f"body/{party['body']}", str(party["role"])) for party in parties)
    edges = chain(
        (Edge(*role, weight=times) for role, times in roles.items()),
        (Edge(f"body/{body['id']}", f"country/{body['country']}", "country") for body in bodies if body["country"]),
        (Edge(f"outcome/{o['id']}", f"forum/{o['forum']}", "forum") for o in outcomes if o["forum"]),
    )
    return nodes, edges


def _cooperation(records: _Records) -> tuple[Iterator[Node], Iterator[Edge]]:
    together: dict[str | None, set[str]] = {}
    for party in records["parties"]:
        if party["role"] in ACTING:
            together.setdefault(party["outcome"], set()).add(str(party["body"]))
    acting = Counter(chain.from_iterable(together.values()))
    pairs = Counter(pair for bodies in together.values() for pair in combinations(sorted(bodies), 2))
    nodes = (
        _node("body", body, category=_code(body["type"]), outcomes=str(acting[str(body["id"])]))
        for body in records["bodies"]
        if body["id"] in acting
    )
    edges = (
        Edge(f"body/{one}", f"body/{other}", "cooperation", times) for (one, other), times in sorted(pairs.items())
    )
    return nodes, edges


def _node(type: str, record: Mapping[str, str | None], **values: str | None) -> Node:
    shown = {"label": record["label_en"], "label_zh": record["label_zh"], "type": type, **values}
    for name in ("country", "forum"):
        shown[name] = record.get(name)
    return Node(f"{type}/{record['id']}", shown)


def _written(nodes: Iterable[Node], edges: Iterable[Edge], *, directed: bool) -> Iterator[bytes]:
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for kind, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for name, type in keys.items():
            key = f' <key id="{_key(kind, name)}" for="{kind}" attr.name="{name}" attr.type="{type}"/>\n'
            yield key.encode("ascii")
    yield f' <graph id="silkgraph" edgedefault="{"directed" if directed else "undirected"}">\n'.encode("ascii")
    for node in nodes:
        data = "".join(_data("node", name, value) for name, value in node.values.items() if value is not None)
        yield f"  <node id={quoteattr(node.id)}>{data}</node>\n".encode()
    for number, edge in enumerate(edges, start=1):
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        data = _data("edge", "role", edge.role) + _data("edge", "weight", str(edge.weight))
        yield f'  <edge id="e{number}" {ends}>{data}</edge>\n'.encode()
    yield b" </graph>\n</graphml>\n"


def _data(kind: str, name: str, value: str) -> str:
    return f'<data key="{_key(kind, name)}">{escape(value)}</data>'


def _key(kind: str, name: str) -> str:
    return f"{kind}-{name}"


def _named(row: Row, table: Table) -> dict[str, str | None]:
    return dict(zip(table.names, row, strict=True))


def _code(concept: str | None) -> str:
    """``body-type/bank`` is of category ``bank``."""
    return (concept or "").rpartition("/")[2]
