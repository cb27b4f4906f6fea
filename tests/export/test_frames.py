"""Framed JSON-LD: each thing a tree that programs read without knowing RDF, and still the statements of the graph."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld
from pyoxigraph import DefaultGraph, Quad, RdfFormat, parse

from silkgraph.errors import QueryError
from silkgraph.export.frames import frame_names, framed_pieces
from silkgraph.locations import knowledge
from silkgraph.store import OpenStore

SILK = "https://w3id.org/silkgraph/ontology#"


def released(folder: Path, name: str) -> dict[str, Any]:
    """All things of a class as a release has them."""
    return dict(json.loads((folder / "classes" / f"{name}.jsonld").read_bytes()))


def test_an_outcome_is_a_tree_with_its_parties_and_words(released_folder: Path) -> None:
    trees = {tree["id"]: tree for tree in released(released_folder, "outcome")["@graph"]}

    laos = trees["thing:outcome/brf1-2017-outcome-list/1.3/2"]
    assert laos["type"] == ["Agreement", "Outcome"]
    assert laos["label"]["zh"] == "共建“一带一路”政府间双边合作规划"
    assert laos["kind"] == "scheme:kind/agreement"
    assert [(party["role"], party["nameAsWritten"]["zh"], party["body"]) for party in laos["party"]][1] == (
        "partner",
        "老挝政府",
        {
            "id": "thing:body/government-la",
            "type": "Body",
            "label": {"zh": "老挝政府", "en": "Government of Laos"},
            "bodyType": "scheme:body-type/government",
            "country": "thing:place/LA",
        },
    )
    assert laos["passage"][0]["exact"] == "与老挝、柬埔寨政府签署共建“一带一路”政府间双边合作规划"
    assert (laos["passage"][0]["start"], laos["passage"][0]["end"]) == (715, 743)


@pytest.mark.parametrize("name", frame_names())
def test_every_thing_of_the_class_is_there_and_nothing_that_the_graph_does_not_say(
    name: str, released_folder: Path, store: OpenStore
) -> None:
    frame = json.loads((knowledge("ontology") / "frames" / f"{name}.jsonld").read_text(encoding="utf-8"))
    document = released(released_folder, name)
    kind = document["@context"][frame["type"]].replace("silk:", SILK).replace("skos:", document["@context"]["skos"])
    things = store.graph.query(f"SELECT (COUNT(*) AS ?n) {{ ?s a <{kind}> }}")

    assert len(document["@graph"]) == int(next(iter(things))["n"].value) > 0  # type: ignore[union-attr, arg-type]
    lines = jsonld.to_rdf(without_null(document), {"format": "application/n-quads"})
    said = set(parse(lines.encode("utf-8"), format=RdfFormat.N_QUADS))
    union = {Quad(quad.subject, quad.predicate, quad.object) for quad in store.quads()}
    assert said - union == set()
    assert {quad.graph_name for quad in said} == {DefaultGraph()}


def without_null(value: Any) -> Any:
    """JSON-LD in which a frame wrote null for what a thing does not have."""
    if isinstance(value, dict):
        return {key: without_null(inner) for key, inner in value.items() if inner is not None}
    return [without_null(inner) for inner in value] if isinstance(value, list) else value


def test_frames_use_the_published_context() -> None:
    for path in (knowledge("ontology") / "frames").glob("*.jsonld"):
        assert json.loads(path.read_text(encoding="utf-8"))["@context"] == "https://w3id.org/silkgraph/context.jsonld"


def test_pieces_make_no_difference(store: OpenStore, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = b"".join(framed_pieces(store.graph, "participation"))
    monkeypatch.setattr("silkgraph.export.frames.THINGS_A_PIECE", 3)

    assert b"".join(framed_pieces(store.graph, "participation")) == at_once


def test_framing_asks_nobody(store: OpenStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)

    assert len(json.loads(b"".join(framed_pieces(store.graph, "forum")))["@graph"]) == 3


def test_an_unknown_class_is_refused_with_the_nearest(store: OpenStore) -> None:
    with pytest.raises(QueryError, match="there is no frame 'outcomes'\nDid you mean outcome"):
        list(framed_pieces(store.graph, "outcomes"))
