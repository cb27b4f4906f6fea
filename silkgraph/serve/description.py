"""What the service says of itself: the SPARQL 1.1 Service Description, and the dataset's own description (VoID, DCAT).

The graph holds its own description in ``…/graph/dataset``, with the addresses that the project's permanent IRIs lead
to. Here the same is told with the addresses of this server, and with what only a server knows: which formats it
speaks, and how large its files are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TypeVar, cast

import pyoxigraph as ox

from silkgraph.describe import iris
from silkgraph.export.prefixes import PREFIXES
from silkgraph.namespaces import (
    BASE,
    CC_BY,
    COMMENT,
    DATASET_GRAPH,
    GRAPHS,
    LABEL,
    THINGS,
    TYPE,
    dcterms,
    foaf,
    silk,
    void,
    xsd,
)
from silkgraph.serve.media import GRAPH_SYNTAXES, RESULTS, Form
from silkgraph.serve.media import GRAPHS as GRAPH_FORMS
from silkgraph.store.manifest import Manifest

SD = "http://www.w3.org/ns/sparql-service-description#"
SPDX = "http://spdx.org/rdf/terms#"
VOID_EXT = "http://ldf.fi/void-ext#"
_PREFIXES = ("dcat", "dcterms", "foaf", "prov", "rdf", "rdfs", "schema", "sh", "silk", "skos", "void", "xsd")
MOVED = tuple(f"{BASE}{path}" for path in ("sparql", "dump/", "graph-store", ".well-known/"))
"""The addresses, and not names of things, that the graph's own description holds."""

FUNCTIONS = {
    "matches": (
        'silk:matches(?text, "绿色金融")：文本含有全部所问的词时为真。',
        'silk:matches(?text, "绿色金融"): true where the text holds all words of the question.',
    ),
    "score": (
        'silk:score(?text, "绿色金融")：文本与所问之词的相关度（BM25），不匹配时为 0。',
        'silk:score(?text, "绿色金融"): how well the text matches (BM25); 0 where it does not.',
    ),
}
"""The functions that queries may call beyond those of SPARQL, with what they do."""

Term = TypeVar("Term")
Triples = Iterable[ox.Triple]


def sd(name: str) -> ox.NamedNode:
    """A term of the Service Description vocabulary."""
    return ox.NamedNode(SD + name)


def service_triples(root: str, manifest: Manifest, *, federates: bool, searches: bool) -> Iterator[ox.Triple]:
    """The service description of a server.

    Args:
        root: the public address of the server.
        manifest: of the store that is served.
        federates: whether SERVICE is open for some endpoint.
        searches: whether queries may search texts.
    """
    service, dataset = ox.NamedNode(f"{root}/sparql"), ox.NamedNode(f"{root}/sparql#dataset")
    default = ox.NamedNode(f"{root}/sparql#union")
    yield ox.Triple(service, TYPE, sd("Service"))
    yield ox.Triple(service, sd("endpoint"), service)
    yield ox.Triple(service, sd("supportedLanguage"), sd("SPARQL11Query"))
    yield ox.Triple(service, sd("feature"), sd("UnionDefaultGraph"))
    if federates:
        yield ox.Triple(service, sd("feature"), sd("BasicFederatedQuery"))
    yield ox.Triple(service, sd("defaultEntailmentRegime"), ox.NamedNode("http://www.w3.org/ns/entailment/Simple"))
    for form in (*RESULTS, *GRAPH_FORMS):
        yield ox.Triple(service, sd("resultFormat"), ox.NamedNode(form.iri))
    for name, (chinese, english) in FUNCTIONS.items() if searches else ():
        yield ox.Triple(service, sd("extensionFunction"), silk(name))
        yield ox.Triple(silk(name), TYPE, sd("Function"))
        yield ox.Triple(silk(name), LABEL, ox.Literal(name))
        yield ox.Triple(silk(name), COMMENT, ox.Literal(chinese, language="zh"))
        yield ox.Triple(silk(name), COMMENT, ox.Literal(english, language="en"))
    yield ox.Triple(service, dcterms("license"), CC_BY)
    yield ox.Triple(service, sd("defaultDataset"), dataset)
    yield ox.Triple(service, sd("availableGraphs"), dataset)
    yield ox.Triple(dataset, TYPE, sd("Dataset"))
    yield ox.Triple(dataset, TYPE, sd("GraphCollection"))
    yield ox.Triple(dataset, sd("defaultGraph"), default)
    yield ox.Triple(default, TYPE, sd("Graph"))
    for name, count in manifest.graphs.items():
        graph = ox.NamedNode(name if ":" in name else GRAPHS + name)
        entry = ox.NamedNode(f"{root}/sparql#{graph.value.rpartition('/')[2]}")
        yield ox.Triple(dataset, sd("namedGraph"), entry)
        yield ox.Triple(entry, TYPE, sd("NamedGraph"))
        yield ox.Triple(entry, sd("name"), graph)
        yield ox.Triple(entry, sd("graph"), graph)
        yield ox.Triple(graph, TYPE, sd("Graph"))
        yield ox.Triple(graph, void("triples"), ox.Literal(str(count), datatype=xsd("integer")))


def dataset_triples(described: bytes, root: str, sizes: Iterable[tuple[str, int, str]]) -> Iterator[ox.Triple]:
    """The graph's own description, with the addresses of this server.

    Args:
        described: the dataset graph as N-Triples.
        root: the public address of the server.
        sizes: of the files that can be downloaded: name, bytes and SHA-256.
    """
    page = ox.NamedNode(f"{root}/.well-known/void")
    yield ox.Triple(page, TYPE, void("DatasetDescription"))
    yield ox.Triple(page, foaf("primaryTopic"), iris.dataset())
    in_order = b"\n".join(sorted(described.splitlines()))
    for quad in ox.parse(BytesIO(in_order), format=ox.RdfFormat.N_TRIPLES):
        yield ox.Triple(_moved(quad.subject, root), quad.predicate, _moved(quad.object, root))
    for name, size, sha256 in sizes:
        distribution = ox.NamedNode(f"{THINGS}distribution/{name}")
        checksum = ox.NamedNode(f"{root}/dump/{name}#checksum")
        size_type = xsd("nonNegativeInteger")
        yield ox.Triple(
            distribution, ox.NamedNode("http://www.w3.org/ns/dcat#byteSize"), ox.Literal(str(size), datatype=size_type)
        )
        yield ox.Triple(distribution, ox.NamedNode(f"{SPDX}checksum"), checksum)
        yield ox.Triple(checksum, TYPE, ox.NamedNode(f"{SPDX}Checksum"))
        yield ox.Triple(checksum, ox.NamedNode(f"{SPDX}algorithm"), ox.NamedNode(f"{SPDX}checksumAlgorithm_sha256"))
        yield ox.Triple(checksum, ox.NamedNode(f"{SPDX}checksumValue"), ox.Literal(sha256, datatype=xsd("hexBinary")))


def written(triples: Triples, form: Form) -> bytes:
    """Triples in an RDF syntax."""
    prefixes = {prefix: PREFIXES[prefix] for prefix in _PREFIXES} | {"sd": SD, "spdx": SPDX, "void-ext": VOID_EXT}
    return (
        ox.serialize(triples, format=GRAPH_SYNTAXES[form.name], prefixes=prefixes if form.name != "nt" else {}) or b""
    )


def _moved(term: Term, root: str) -> Term:
    """An address of the project as the same address on this server; any other term as it is."""
    if isinstance(term, ox.NamedNode) and term.value.startswith(MOVED):
        return cast(Term, ox.NamedNode(f"{root}/{term.value.removeprefix(BASE)}"))
    return term


DATASET = DATASET_GRAPH.value
