"""OWL 2 RL: everything that follows from the ontology and the data, and nothing that contradicts it."""

from __future__ import annotations

from collections.abc import Iterable

import owlrl
import pytest
import rdflib
from pyoxigraph import Literal, Quad
from rdflib.namespace import OWL, RDF

from silkgraph.locations import knowledge
from silkgraph.namespaces import GRAPHS, SILK, THINGS
from silkgraph.store import OpenStore

ERROR = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
"""The property by which owlrl tells a contradiction."""


def closed(quads: Iterable[Quad], *further: tuple[str, str, str]) -> rdflib.Graph:
    """The ontology with these statements and all that follows. Literals stay outside: what they have to be like the
    shapes check, and each of them would take part in every rule."""
    graph = rdflib.Graph().parse(knowledge("ontology") / "silkgraph.ttl")
    for quad in quads:
        if not isinstance(quad.object, Literal):
            terms = (quad.subject, quad.predicate, quad.object)
            graph.add(tuple(rdflib.URIRef(term.value) for term in terms))  # type: ignore[arg-type, union-attr]
    for triple in further:
        graph.add(tuple(rdflib.URIRef(term) for term in triple))  # type: ignore[arg-type]
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def contradictions(graph: rdflib.Graph) -> list[str]:
    return sorted(str(message) for message in graph.objects(None, ERROR))


def identified(graph: rdflib.Graph) -> list[tuple[str, str]]:
    """Different names that would have to mean one thing: two values of a functional property, say."""
    return sorted((str(one), str(other)) for one, other in graph.subject_objects(OWL.sameAs) if one != other)


@pytest.mark.slow
def test_nothing_contradicts_the_ontology_and_no_two_things_are_one(store: OpenStore) -> None:
    quads = [quad for quad in store.quads() if quad.graph_name.value != f"{GRAPHS}dataset"]  # type: ignore[union-attr]
    graph = closed(quads)

    assert contradictions(graph) == []
    assert identified(graph) == []


def test_what_the_closure_adds_is_materialised_where_the_design_says_so(store: OpenStore) -> None:
    quads = [quad for quad in store.quads() if quad.graph_name.value == f"{GRAPHS}brf2-2019-subforums"]  # type: ignore[union-attr]
    graph = closed(quads)
    stated = {(str(quad.subject), str(quad.object)) for quad in quads if quad.predicate.value == f"{SILK}involves"}

    assert {(f"<{s}>", f"<{o}>") for s, o in graph.subject_objects(rdflib.URIRef(f"{SILK}involves"))} == stated


OUTCOME, OTHER = f"{THINGS}outcome/list/1/1", f"{THINGS}outcome/list/1/2"


@pytest.mark.parametrize(
    "further",
    [
        [(OUTCOME, str(RDF.type), f"{SILK}Agreement"), (OUTCOME, str(RDF.type), f"{SILK}Convening")],
        [(OUTCOME, str(RDF.type), f"{SILK}Outcome"), (OTHER, f"{SILK}partner", OUTCOME)],
        [(OUTCOME, f"{SILK}followsUp", OTHER), (OTHER, f"{SILK}followsUp", OUTCOME)],
        [(OUTCOME, f"{SILK}followsUp", OUTCOME)],
    ],
    ids=["two disjoint kinds", "an outcome as partner", "each carries on the other", "carries on itself"],
)
def test_a_contradiction_is_found(further: list[tuple[str, str, str]]) -> None:
    assert contradictions(closed([], *further)) != []
