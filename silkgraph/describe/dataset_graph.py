"""The graph as a dataset: title, licence, sources, how much it is and in which graphs (DCAT, VoID, PROV).

There is no clock in it: the dataset is dated by its newest source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Quad

import silkgraph
from silkgraph.describe import iris
from silkgraph.describe.literals import date, en, integer, text, zh
from silkgraph.model import Reading
from silkgraph.namespaces import (
    CC_BY,
    CONTRIBUTORS,
    DATASET_GRAPH,
    DCTERMS,
    LABEL,
    OA,
    ONTOLOGY,
    ORG,
    OWL,
    PROV,
    SCHEMA,
    SILK,
    SKOS,
    THINGS,
    TYPE,
    dcat,
    dcterms,
    foaf,
    owl,
    prov,
    void,
)

TITLE = (
    "丝路图谱：“一带一路”国际合作高峰论坛成果知识图谱",
    "Silkgraph: the outcomes of the Belt and Road Forum as a knowledge graph",
)
DESCRIPTION = (
    "从公开的成果文件读出的知识图谱：每一项成果、数据与机构都能追溯到它所依据的原文。",
    "A knowledge graph read from published outcome documents: every outcome, figure and body can be followed back "
    "to the words in the source that it was read from.",
)
RIGHTS = (
    "数据采用 CC BY 4.0；来源文件自有其条款。",
    "The data is under CC BY 4.0; the source documents keep their own terms.",
)
KEYWORDS = (("一带一路", "Belt and Road"), ("国际合作", "international cooperation"), ("知识图谱", "knowledge graph"))
VOCABULARIES = (SILK, DCTERMS, OA, ORG, OWL, PROV, SCHEMA, SKOS)
GRAPH_TITLES = {
    "reference": ("词汇、概念表、规范档与国家", "Vocabulary, concept schemes, authority file and countries"),
    "links": ("跨文件推断的联系", "Links inferred across documents"),
    "dataset": ("数据集说明", "Description of the dataset"),
}

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]


def dataset_quads(
    readings: Iterable[Reading], counts: Mapping[str, int], version: str = silkgraph.__version__
) -> list[Quad]:
    """The quads of the dataset graph, in a stable order.

    Args:
        readings: of the documents that the dataset is made from.
        counts: triples by named graph, by its name (a document's identifier, ``reference``, ``links``) or its IRI.
        version: of the dataset, which is the program's.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.identifier)
    triples = {*_dataset(ordered, version), *_sizes(ordered, counts)}
    return sorted((Quad(*triple, DATASET_GRAPH) for triple in triples), key=str)


def _dataset(readings: Sequence[Reading], version: str) -> Iterator[Triple]:
    subject = iris.dataset()
    for kind in (dcat("Dataset"), void("Dataset"), prov("Entity")):
        yield subject, TYPE, kind
    for property, (chinese, english) in (
        (dcterms("title"), TITLE),
        (LABEL, TITLE),
        (dcterms("description"), DESCRIPTION),
        (dcterms("rights"), RIGHTS),
        *((dcat("keyword"), keyword) for keyword in KEYWORDS),
    ):
        yield subject, property, zh(chinese)
        yield subject, property, en(english)
    yield subject, dcterms("identifier"), text(subject.value)
    yield subject, dcterms("license"), CC_BY
    yield subject, dcterms("creator"), CONTRIBUTORS
    yield subject, dcterms("publisher"), CONTRIBUTORS
    yield subject, dcterms("conformsTo"), NamedNode(ONTOLOGY)
    yield subject, dcterms("language"), text("zh")
    yield subject, dcterms("language"), text("en")
    yield subject, dcat("version"), text(version)
    yield subject, owl("versionInfo"), text(version)
    yield subject, prov("wasAttributedTo"), CONTRIBUTORS
    yield CONTRIBUTORS, TYPE, foaf("Agent")
    yield CONTRIBUTORS, foaf("name"), en("Silkgraph contributors")
    yield from _sources(subject, readings)
    yield subject, void("uriSpace"), text(THINGS)
    for vocabulary in VOCABULARIES:
        yield subject, void("vocabulary"), NamedNode(vocabulary)


def _sources(subject: NamedNode, readings: Sequence[Reading]) -> Iterator[Triple]:
    """What the dataset is made from, and a first outcome of each document as example."""
    for reading in readings:
        source = iris.document(reading.document.identifier)
        yield subject, dcterms("source"), source
        yield subject, prov("wasDerivedFrom"), source
        if reading.outcomes:
            yield subject, void("exampleResource"), iris.outcome(reading.outcomes[0])
    dates = [reading.document.issued for reading in readings if reading.document.issued]
    if dates:
        yield subject, dcterms("issued"), date(max(dates))
        yield subject, dcterms("modified"), date(max(dates))


def _sizes(readings: Sequence[Reading], counts: Mapping[str, int]) -> Iterator[Triple]:
    """How many triples in all and in each named graph."""
    subject = iris.dataset()
    documents = {reading.document.identifier: reading.document for reading in readings}
    yield subject, void("triples"), integer(sum(counts.values()))
    for name, triples in counts.items():
        graph = NamedNode(name) if name.startswith("https://") else iris.graph(name)
        local = graph.value.rpartition("/")[2]
        titles = GRAPH_TITLES.get(local)
        yield subject, void("subset"), graph
        yield graph, TYPE, void("Dataset")
        yield graph, void("triples"), integer(triples)
        yield graph, dcterms("license"), CC_BY
        if titles:
            yield graph, LABEL, zh(titles[0])
            yield graph, LABEL, en(titles[1])
        elif local in documents:
            yield graph, dcterms("source"), iris.document(local)
