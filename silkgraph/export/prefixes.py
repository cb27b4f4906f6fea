"""The prefixes that exported files declare and that a query may use undeclared."""

from __future__ import annotations

from silkgraph import namespaces as ns

PREFIXES: dict[str, str] = {
    "silk": ns.SILK,
    "graph": ns.GRAPHS,
    "body": f"{ns.THINGS}body/",
    "place": f"{ns.THINGS}place/",
    "kind": f"{ns.SCHEMES}kind/",
    "status": f"{ns.SCHEMES}status/",
    "pillar": f"{ns.SCHEMES}pillar/",
    "domain": f"{ns.SCHEMES}domain/",
    "body-type": f"{ns.SCHEMES}body-type/",
    "qualifier": f"{ns.SCHEMES}qualifier/",
    "rule": f"{ns.SCHEMES}rule/",
    "assumption": f"{ns.SCHEMES}assumption/",
    "confidence": f"{ns.SCHEMES}confidence/",
    "identification": f"{ns.SCHEMES}identification/",
    "aspect": f"{ns.SCHEMES}aspect/",
    "unread-reason": f"{ns.SCHEMES}unread-reason/",
    "dcat": ns.DCAT,
    "dcterms": ns.DCTERMS,
    "foaf": ns.FOAF,
    "oa": ns.OA,
    "org": ns.ORG,
    "owl": ns.OWL,
    "prov": ns.PROV,
    "rdf": ns.RDF,
    "rdfs": ns.RDFS,
    "schema": ns.SCHEMA,
    "sh": ns.SHACL,
    "skos": ns.SKOS,
    "spdx": "http://spdx.org/rdf/terms#",
    "vann": "http://purl.org/vocab/vann/",
    "void": ns.VOID,
    "wd": "http://www.wikidata.org/entity/",
    "xsd": ns.XSD,
}
