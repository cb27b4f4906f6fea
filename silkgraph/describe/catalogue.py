"""Where the dataset is to be had, in DCAT 3 and VoID: files, endpoint, catalogue; and the questions as examples.

Addresses are those that the project's permanent IRIs lead to; a server tells its own beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from pyoxigraph import Literal, NamedNode

from silkgraph.describe import iris
from silkgraph.describe.literals import date, en, text, zh
from silkgraph.export.prefixes import PREFIXES
from silkgraph.model import Reading
from silkgraph.namespaces import (
    BASE,
    CC_BY,
    COMMENT,
    CONTRIBUTORS,
    LABEL,
    ONTOLOGY,
    SCHEMA,
    SHACL,
    THINGS,
    TYPE,
    dcat,
    dcterms,
    foaf,
    void,
    xsd,
)

ENDPOINT = NamedNode(f"{BASE}sparql")
VCARD = "http://www.w3.org/2006/vcard/ns#"
EU = "http://publications.europa.eu/resource/authority/"
PROTOCOL = NamedNode("https://www.w3.org/TR/sparql11-protocol/")

FILES = {
    "silkgraph.nq": "application/n-quads",
    "silkgraph.trig": "application/trig",
    "silkgraph.ttl": "text/turtle",
    "silkgraph.nt": "application/n-triples",
    "silkgraph.rdf": "application/rdf+xml",
    "silkgraph.jsonld": "application/ld+json",
    "silkgraph.csv": "text/csv",
}
"""The files in which the whole graph can be downloaded, with their media types."""
WITH_GRAPHS = ("silkgraph.nq", "silkgraph.trig")
"""Those that tell which graph each statement stands in, and so hold as many statements as the dataset counts."""

Statement = tuple[NamedNode, NamedNode, NamedNode | Literal]


class Documented(Protocol):
    """What is needed of a question of the library."""

    @property
    def name(self) -> str:
        """The name of its file."""

    @property
    def titles(self) -> Mapping[str, str]:
        """What it is called, by language."""

    @property
    def questions(self) -> Mapping[str, str]:
        """What it asks, by language."""

    @property
    def text(self) -> str:
        """The whole query."""


def catalogue_triples(readings: Iterable[Reading]) -> Iterator[Statement]:
    """The catalogue, the service and the files."""
    dataset, catalogue, service = iris.dataset(), _thing("catalog"), _thing("service")
    yield catalogue, TYPE, dcat("Catalog")
    yield from _named(catalogue, "丝路图谱目录", "Catalogue of Silkgraph")
    yield catalogue, dcterms("description"), zh("丝路图谱的数据集与服务。")
    yield catalogue, dcterms("description"), en("The dataset of Silkgraph, and the service that answers for it.")
    yield catalogue, dcterms("publisher"), CONTRIBUTORS
    yield catalogue, dcat("dataset"), dataset
    yield catalogue, dcat("service"), service
    yield service, TYPE, dcat("DataService")
    yield from _named(service, "丝路图谱 SPARQL 端点", "SPARQL endpoint of Silkgraph")
    yield service, dcat("endpointURL"), ENDPOINT
    yield service, dcat("endpointDescription"), NamedNode(f"{BASE}.well-known/sparql")
    yield service, dcat("servesDataset"), dataset
    yield service, dcterms("conformsTo"), PROTOCOL
    yield service, dcterms("license"), CC_BY
    yield dataset, void("sparqlEndpoint"), ENDPOINT
    yield dataset, foaf("homepage"), NamedNode(BASE)
    yield dataset, dcat("landingPage"), NamedNode(BASE)
    yield dataset, dcterms("accessRights"), NamedNode(f"{EU}access-right/PUBLIC")
    yield dataset, dcterms("accrualPeriodicity"), NamedNode(f"{EU}frequency/IRREG")
    yield dataset, dcat("theme"), NamedNode(f"{EU}data-theme/INTR")
    yield dataset, dcterms("spatial"), NamedNode(f"{THINGS}place/CN")
    yield dataset, dcat("contactPoint"), _thing("contact")
    yield _thing("contact"), TYPE, NamedNode(f"{VCARD}Organization")
    yield _thing("contact"), NamedNode(f"{VCARD}fn"), en("Silkgraph contributors")
    yield from _period(dataset, readings)
    yield from _files(dataset)


def example_triples(questions: Iterable[Documented]) -> Iterator[Statement]:
    """The questions of the library as ``sh:SPARQLExecutable``, and the prefixes that queries may use undeclared."""
    for question in questions:
        subject = _thing(f"question/{question.name}")
        form = _form(question.text)
        yield subject, TYPE, _sh("SPARQLExecutable")
        yield subject, TYPE, _sh(f"SPARQL{form.capitalize()}Executable")
        yield from _in_both(subject, LABEL, question.titles)
        yield from _in_both(subject, COMMENT, question.questions)
        yield subject, _sh(form), text(question.text)
        yield subject, _sh("prefixes"), NamedNode(ONTOLOGY)
        yield subject, NamedNode(f"{SCHEMA}target"), ENDPOINT
        for word in question.name.split("-"):
            yield subject, NamedNode(f"{SCHEMA}keywords"), text(word)
    for prefix, namespace in PREFIXES.items():
        declaration = _thing(f"prefix/{prefix}")
        yield NamedNode(ONTOLOGY), _sh("declare"), declaration
        yield declaration, TYPE, _sh("PrefixDeclaration")
        yield declaration, _sh("prefix"), text(prefix)
        yield declaration, _sh("namespace"), Literal(namespace, datatype=xsd("anyURI"))


def _files(dataset: NamedNode) -> Iterator[Statement]:
    for name, media_type in FILES.items():
        file, address = _thing(f"distribution/{name}"), NamedNode(f"{BASE}dump/{name}")
        yield dataset, dcat("distribution"), file
        yield file, TYPE, dcat("Distribution")
        yield file, dcterms("title"), text(name)
        yield file, dcat("accessURL"), address
        yield file, dcat("downloadURL"), address
        yield file, dcat("mediaType"), NamedNode(f"https://www.iana.org/assignments/media-types/{media_type}")
        yield file, dcterms("license"), CC_BY
        if name in WITH_GRAPHS:
            yield dataset, void("dataDump"), address


def _period(dataset: NamedNode, readings: Iterable[Reading]) -> Iterator[Statement]:
    """From the first document's day to the last one's."""
    days = sorted(reading.document.issued for reading in readings if reading.document.issued)
    if days:
        period = _thing("period")
        yield dataset, dcterms("temporal"), period
        yield period, TYPE, dcterms("PeriodOfTime")
        yield period, dcat("startDate"), date(days[0])
        yield period, dcat("endDate"), date(days[-1])


def _form(query: str) -> str:
    """``select``, ``ask`` or ``construct``, whichever the query is (DESCRIBE counts as construct)."""
    without = re.sub(r"<[^>]*>|^\s*#.*$", "", query, flags=re.MULTILINE)
    found = re.search(r"\b(select|ask|construct|describe)\b", without, re.IGNORECASE)
    assert found is not None, "checked when the file was read"
    return found[1].casefold().replace("describe", "construct")


def _named(subject: NamedNode, chinese: str, english: str) -> Iterator[Statement]:
    for property in (dcterms("title"), LABEL):
        yield subject, property, zh(chinese)
        yield subject, property, en(english)


def _in_both(subject: NamedNode, property: NamedNode, texts: Mapping[str, str]) -> Iterator[Statement]:
    yield subject, property, zh(texts["zh"])
    yield subject, property, en(texts["en"])


def _thing(path: str) -> NamedNode:
    return NamedNode(f"{THINGS}{path}")


def _sh(name: str) -> NamedNode:
    return NamedNode(f"{SHACL}{name}")
