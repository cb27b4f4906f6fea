"""The dataset says what it is, from what, how much, under which licence, and no clock time."""

from __future__ import annotations

from pyoxigraph import NamedNode, Store

from silkgraph.describe.dataset_graph import dataset_quads
from silkgraph.model import Reading

COUNTS = {"brf1-2017-outcome-list": 120, "reference": 4000, "links": 10}
PREFIXES = """
PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX void: <http://rdfs.org/ns/void#> PREFIX prov: <http://www.w3.org/ns/prov#>
"""


def holds(store: Store, pattern: str) -> bool:
    return bool(store.query(f"{PREFIXES} ASK {{ {pattern} }}", use_default_graph_as_union=True))


def test_dataset_is_described(reading: Reading) -> None:
    store = Store()
    store.extend(dataset_quads([reading], COUNTS, "0.1.0"))
    document = "<https://w3id.org/silkgraph/id/document/brf1-2017-outcome-list>"
    assert holds(store, '?d a dcat:Dataset ; dcterms:title ?t ; dcat:version "0.1.0" . FILTER (lang(?t) = "zh")')
    assert holds(store, '?d a dcat:Dataset ; dcterms:title ?t ; dcterms:description ?x . FILTER (lang(?t) = "en")')
    assert holds(store, "?d dcterms:license <https://creativecommons.org/licenses/by/4.0/> ; a dcat:Dataset")
    assert holds(store, f"?d dcterms:source {document} ; prov:wasDerivedFrom {document} ; void:triples 4130")
    assert holds(store, "<https://w3id.org/silkgraph/graph/reference> void:triples 4000 ; a void:Dataset")
    assert holds(store, '?d dcterms:issued "2017-05-16"^^<http://www.w3.org/2001/XMLSchema#date>')


def test_graph_may_be_given_by_its_iri(reading: Reading) -> None:
    by_iri = {f"https://w3id.org/silkgraph/graph/{name}": count for name, count in COUNTS.items()}
    assert dataset_quads([reading], by_iri) == dataset_quads([reading], COUNTS)


def test_everything_stands_in_the_dataset_graph(reading: Reading) -> None:
    graphs = {quad.graph_name for quad in dataset_quads([reading], COUNTS)}
    assert graphs == {NamedNode("https://w3id.org/silkgraph/graph/dataset")}
