"""Networks that networkx, and so Gephi, reads."""

from __future__ import annotations

import io

import networkx
import pytest

from silkgraph.errors import QueryError
from silkgraph.export.graphml import graphml_pieces
from silkgraph.store import OpenStore


def network(store: OpenStore, name: str) -> networkx.Graph:
    return networkx.read_graphml(io.BytesIO(b"".join(graphml_pieces(store.graph, name))))


def test_outcomes_are_between_their_parties_and_these_in_their_countries(store: OpenStore) -> None:
    graph = network(store, "outcomes")
    laos = "outcome/brf1-2017-outcome-list/1.3/2"

    assert graph.is_directed()
    assert graph.nodes[laos]["label_zh"] == "共建“一带一路”政府间双边合作规划"
    assert (graph.nodes[laos]["type"], graph.nodes[laos]["category"], graph.nodes[laos]["domain"]) == (
        "outcome", "agreement", "strategy",
    )  # fmt: skip
    assert {(end, data["role"]) for _, end, data in graph.out_edges(laos, data=True)} == {
        ("body/government-cn", "initiator"),
        ("body/government-la", "partner"),
        ("forum/2017", "forum"),
    }
    assert [end for _, end in graph.out_edges("body/government-la")] == ["country/LA"]
    assert graph.nodes["country/LA"]["label"] == "Laos"
    assert not [node for node, data in graph.nodes(data=True) if not data.get("label")]


def test_cooperation_is_weighted_with_shared_outcomes(store: OpenStore) -> None:
    graph = network(store, "cooperation")
    one, other, heaviest = max(graph.edges(data="weight"), key=lambda edge: (edge[2], edge[:2]))
    both = ", ".join(f"<https://w3id.org/silkgraph/id/{body}>" for body in (one, other))
    silk = "https://w3id.org/silkgraph/ontology#"
    (row,) = store.graph.query(f"SELECT (COUNT(DISTINCT ?o) AS ?n) {{ ?o <{silk}initiator>|<{silk}partner> {both} }}")  # type: ignore[misc]

    assert not graph.is_directed()
    assert heaviest == int(row["n"].value) > 1
    assert not list(networkx.selfloop_edges(graph))


def test_an_unknown_network_is_refused_with_the_nearest(store: OpenStore) -> None:
    with pytest.raises(QueryError, match="there is no network 'outcome'\nDid you mean outcomes"):
        graphml_pieces(store.graph, "outcome")
