"""The forms an answer can take: media types, their names in ``?format=`` and file suffixes, and what W3C calls them.

SELECT and ASK answer as results, CONSTRUCT and DESCRIBE as a graph; a page is one more form of either.
"""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

FORMATS = "http://www.w3.org/ns/formats/"


@dataclass(frozen=True, slots=True)
class Form:
    """One form of an answer.

    Args:
        name: its own name, also a suffix: ``ttl``.
        media_type: as ``Content-Type`` says it, without parameters.
        iri: how service descriptions name it.
        aliases: other names and media types it is asked for by.
    """

    name: str
    media_type: str
    iri: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def content_type(self) -> str:
        """The ``Content-Type`` to answer with: whatever is not JSON or XML says that it is UTF-8."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type

    def is_called(self, name: str) -> bool:
        """Whether ``?format=name`` means this form."""
        return name.casefold() in (self.name, self.media_type, *self.aliases)


JSON = Form("json", "application/sparql-results+json", f"{FORMATS}SPARQL_Results_JSON", ("srj", "application/json"))
XML = Form(
    "xml", "application/sparql-results+xml", f"{FORMATS}SPARQL_Results_XML", ("srx", "application/xml", "text/xml")
)
CSV = Form("csv", "text/csv", f"{FORMATS}SPARQL_Results_CSV")
TSV = Form("tsv", "text/tab-separated-values", f"{FORMATS}SPARQL_Results_TSV")

TURTLE = Form("ttl", "text/turtle", f"{FORMATS}Turtle", ("turtle", "application/x-turtle"))
NTRIPLES = Form("nt", "application/n-triples", f"{FORMATS}N-Triples", ("ntriples", "n-triples"))
NQUADS = Form("nq", "application/n-quads", f"{FORMATS}N-Quads", ("nquads", "n-quads"))
TRIG = Form("trig", "application/trig", f"{FORMATS}TriG", ("application/x-trig",))
RDF_XML = Form(
    "rdf", "application/rdf+xml", f"{FORMATS}RDF_XML", ("rdf-xml", "rdfxml", "xml", "application/xml", "text/xml")
)
JSON_LD = Form("jsonld", "application/ld+json", f"{FORMATS}JSON-LD", ("json-ld", "json", "application/json"))

HTML = Form("html", "text/html", "", ("htm", "application/xhtml+xml"))

RESULTS = (JSON, XML, CSV, TSV)
"""What SELECT and ASK can be had as; the first is what is sent when nothing is asked for."""

GRAPHS = (TURTLE, NTRIPLES, NQUADS, TRIG, RDF_XML, JSON_LD)
"""What CONSTRUCT and DESCRIBE can be had as, likewise."""

BY_NAME = {form.name: form for form in (*RESULTS, *GRAPHS, HTML)}

RESULT_SYNTAXES = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
GRAPH_SYNTAXES = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "rdf": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
"""What the engine calls the forms, by their names here."""
