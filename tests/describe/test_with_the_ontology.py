"""A reading and the ontology together: no contradiction, nothing missing, and JSON-LD that says the same."""

from __future__ import annotations

import json

import rdflib
from pyoxigraph import Quad, RdfFormat, Store, parse, serialize

from silkgraph.describe import iris
from silkgraph.describe.document_graph import describe_reading
from silkgraph.describe.labels import Glossary
from silkgraph.describe.reference_graph import reference_quads
from silkgraph.locations import knowledge
from silkgraph.model import Reading
from silkgraph.namespaces import BASE, REFERENCE_GRAPH, silk

PREFIXES = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX owl: <http://www.w3.org/2002/07/owl#>
"""


def test_only_countries_spoken_of_get_bodies(reading: Reading) -> None:
    described = {str(quad.subject) for quad in reference_quads(readings=[reading])}
    assert f"<{BASE}id/body/government-la>" in described
    assert f"<{BASE}id/body/government-tv>" not in described
    assert f"<{BASE}id/place/TV>" in described


CONTRADICTION = """ASK {
    { ?x a ?c } UNION { ?x ?p ?y . ?p rdfs:subPropertyOf*/rdfs:domain ?c }
    UNION { ?y ?p ?x . ?p rdfs:subPropertyOf*/rdfs:range ?c }
    { ?x a ?d } UNION { ?x ?q ?z . ?q rdfs:subPropertyOf*/rdfs:domain ?d }
    UNION { ?z ?q ?x . ?q rdfs:subPropertyOf*/rdfs:range ?d }
    ?c rdfs:subClassOf* ?e . ?d rdfs:subClassOf* ?f . ?e owl:disjointWith ?f
}"""
"""By what follows from domains, ranges and subclasses, something falls into two disjoint classes."""


def test_nothing_contradicts_the_vocabulary(reading: Reading, glossary: Glossary) -> None:
    store = Store()
    store.extend([*reference_quads(readings=[reading]), *describe_reading(reading, glossary)])
    assert not store.query(PREFIXES + CONTRADICTION, use_default_graph_as_union=True)
    outcome, body = iris.outcome(reading.outcomes[0]), iris.government_body("LA")
    store.add(Quad(body, silk("partner"), outcome, REFERENCE_GRAPH))
    assert store.query(PREFIXES + CONTRADICTION, use_default_graph_as_union=True)


def test_json_ld_with_the_context_says_the_same(reading: Reading, glossary: Glossary) -> None:
    triples = {quad.triple for quad in describe_reading(reading, glossary)}
    context = json.loads((knowledge("ontology") / "context.jsonld").read_text("utf-8"))
    graph = rdflib.Graph()
    graph.parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
    written = graph.serialize(format="json-ld", context=context["@context"], auto_compact=True)
    things = {thing["id"]: thing for thing in json.loads(written)["@graph"]}
    agreement = things[iris.outcome(reading.outcomes[0]).value]
    assert agreement["label"]["zh"] == "共建“一带一路”政府间双边合作规划"
    assert agreement["partner"] == [iris.government_body("LA").value]
    assert set(agreement["type"]) == {"Outcome", "Agreement"}
    assert (agreement["year"], agreement["sequence"]) == ("2017", 1)
    assert {quad.triple for quad in parse(written, format=RdfFormat.JSON_LD)} == triples
