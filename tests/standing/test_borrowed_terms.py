"""OOPS! P40, FOOPS! VOC1: what the graph borrows from other vocabularies exists; no foreign namespace gets terms."""

from __future__ import annotations

import rdflib
from pyoxigraph import NamedNode
from rdflib.namespace import DCAT, DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, VANN, VOID, XSD

from silkgraph.namespaces import BASE
from silkgraph.store import OpenStore

KNOWN = {
    str(space): space for space in (DCAT, DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, VANN, VOID, XSD)
}
"""rdflib knows every term of these."""
READ_IN_THEIR_SPECIFICATIONS = {
    "http://www.w3.org/ns/oa#TextPositionSelector",
    "http://www.w3.org/ns/oa#TextQuoteSelector",
    "http://www.w3.org/ns/oa#end",
    "http://www.w3.org/ns/oa#exact",
    "http://www.w3.org/ns/oa#hasSource",
    "http://www.w3.org/ns/oa#start",
    "http://www.w3.org/2006/vcard/ns#Organization",
    "http://www.w3.org/2006/vcard/ns#fn",
    "http://www.w3.org/ns/dcat#version",  # of DCAT 3; rdflib has the terms of DCAT 2
    "http://www.w3.org/ns/dqv#Metric",
    "http://www.w3.org/ns/dqv#QualityMeasurement",
    "http://www.w3.org/ns/dqv#computedOn",
    "http://www.w3.org/ns/dqv#expectedDataType",
    "http://www.w3.org/ns/dqv#hasQualityMeasurement",
    "http://www.w3.org/ns/dqv#isMeasurementOf",
    "http://www.w3.org/ns/dqv#value",
    "http://ldf.fi/void-ext#datatype",
    "http://ldf.fi/void-ext#datatypePartition",
}
NAME_CLASSES = ("#type", "#subClassOf", "#subPropertyOf", "#domain", "#range")


def borrowed(store: OpenStore) -> set[str]:
    """Every property and class in use, or tied in by the ontology, that is not of the project."""
    used = set()
    for quad in store.quads():
        used.add(quad.predicate.value)
        if quad.predicate.value.endswith(NAME_CLASSES) and isinstance(quad.object, NamedNode):
            used.add(quad.object.value)
    return {iri for iri in used if not iri.startswith(BASE)}


def test_p40_every_borrowed_term_exists(store: OpenStore) -> None:
    unknown = {
        iri
        for iri in borrowed(store) - READ_IN_THEIR_SPECIFICATIONS
        if (space := iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]) not in KNOWN
        or rdflib.URIRef(iri) not in KNOWN[space]
    }

    assert unknown == set()


def test_what_was_looked_up_by_hand_is_in_use(store: OpenStore) -> None:
    assert READ_IN_THEIR_SPECIFICATIONS - borrowed(store) == set()
