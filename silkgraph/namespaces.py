"""The names that the graph is written with: one function a vocabulary, each giving a node.

``silk("partner")`` is ``<https://w3id.org/silkgraph/ontology#partner>``.
"""

from __future__ import annotations

from functools import cache

from pyoxigraph import NamedNode

from silkgraph.model import Kind

BASE = "https://w3id.org/silkgraph/"
ONTOLOGY = BASE + "ontology"
SILK = ONTOLOGY + "#"
THINGS = BASE + "id/"
SCHEMES = BASE + "scheme/"
GRAPHS = BASE + "graph/"

DCAT = "http://www.w3.org/ns/dcat#"
DCTERMS = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
OWL = "http://www.w3.org/2002/07/owl#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SHACL = "http://www.w3.org/ns/shacl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
VOID = "http://rdfs.org/ns/void#"
XSD = "http://www.w3.org/2001/XMLSchema#"

REFERENCE_GRAPH = NamedNode(GRAPHS + "reference")
LINKS_GRAPH = NamedNode(GRAPHS + "links")
DATASET_GRAPH = NamedNode(GRAPHS + "dataset")

UNION_GRAPH = f"{GRAPHS}union"
"""Where ``silkgraph push --union named`` puts the union of all graphs; no graph of the built one."""

PUSHED_GRAPH = f"{GRAPHS}pushed"
"""Where ``silkgraph push`` writes down what a server holds; no graph of the built one."""

CC_BY = NamedNode("https://creativecommons.org/licenses/by/4.0/")
CONTRIBUTORS = NamedNode(THINGS + "agent/silkgraph")

KIND_CLASSES: dict[Kind, str] = {
    "agreement": "Agreement",
    "declaration": "Declaration",
    "publication": "Publication",
    "institution": "Establishment",
    "funding": "FundingCommitment",
    "programme": "Programme",
    "event": "Convening",
}
"""The subclass of ``silk:Outcome`` that goes with each kind."""


@cache
def silk(name: str) -> NamedNode:
    """A term of the Silkgraph vocabulary."""
    return NamedNode(SILK + name)


@cache
def dcat(name: str) -> NamedNode:
    """A term of DCAT."""
    return NamedNode(DCAT + name)


@cache
def dcterms(name: str) -> NamedNode:
    """A term of DCMI Metadata Terms."""
    return NamedNode(DCTERMS + name)


@cache
def foaf(name: str) -> NamedNode:
    """A term of FOAF."""
    return NamedNode(FOAF + name)


@cache
def oa(name: str) -> NamedNode:
    """A term of the Web Annotation vocabulary."""
    return NamedNode(OA + name)


@cache
def org(name: str) -> NamedNode:
    """A term of the Organization ontology."""
    return NamedNode(ORG + name)


@cache
def owl(name: str) -> NamedNode:
    """A term of OWL."""
    return NamedNode(OWL + name)


@cache
def prov(name: str) -> NamedNode:
    """A term of PROV-O."""
    return NamedNode(PROV + name)


@cache
def rdf(name: str) -> NamedNode:
    """A term of RDF."""
    return NamedNode(RDF + name)


@cache
def rdfs(name: str) -> NamedNode:
    """A term of RDF Schema."""
    return NamedNode(RDFS + name)


@cache
def schema(name: str) -> NamedNode:
    """A term of schema.org."""
    return NamedNode(SCHEMA + name)


@cache
def skos(name: str) -> NamedNode:
    """A term of SKOS."""
    return NamedNode(SKOS + name)


@cache
def void(name: str) -> NamedNode:
    """A term of VoID."""
    return NamedNode(VOID + name)


@cache
def xsd(name: str) -> NamedNode:
    """An XML Schema datatype."""
    return NamedNode(XSD + name)


TYPE = rdf("type")
LABEL = rdfs("label")
COMMENT = rdfs("comment")
