"""What a release says of itself: DCAT 3 for programs, a README for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from silkgraph.describe import iris
from silkgraph.describe.literals import en, zh
from silkgraph.export.rdf import rdf_bytes
from silkgraph.namespaces import (
    BASE,
    CC_BY,
    CONTRIBUTORS,
    LABEL,
    THINGS,
    TYPE,
    dcterms,
    xsd,
)
from silkgraph.namespaces import (
    dcat as dcat_term,
)
from silkgraph.store import OpenStore

TEMPLATES = Path(__file__).with_name("templates")
SPDX = "http://spdx.org/rdf/terms#"
_DESCRIBED = ("catalog", "service", "contact", "period")
_LEFT_OUT = ("distribution", "dataDump", "subset", "classPartition", "propertyPartition", "exampleResource")
"""Of what the graph says of the dataset: told here of the files of the release, or too much for a description."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """A file of a release."""

    path: str
    media_type: str
    en: str
    zh: str
    size: int
    sha256: str


def dcat(store: OpenStore, distributions: Iterable[Distribution], syntax: str) -> bytes:
    """The dataset, as the graph describes it, with the files of this release."""
    subjects = {iris.dataset(), CONTRIBUTORS, *(NamedNode(THINGS + name) for name in _DESCRIBED)}
    subjects |= {iris.document(document.document) for document in store.manifest.documents}
    told = (
        quad
        for subject in subjects
        for quad in store.graph.quads_for_pattern(subject, None, None, DefaultGraph())
        if not quad.predicate.value.endswith(_LEFT_OUT)
    )
    files = (quad for distribution in distributions for quad in _file(distribution, store.manifest.version))
    return rdf_bytes([*told, *files], syntax)


def _file(distribution: Distribution, version: str) -> Iterator[Quad]:
    file = NamedNode(f"{THINGS}distribution/{distribution.path}")
    checksum = NamedNode(f"{file.value}/checksum")
    address = NamedNode(f"{BASE}release/{version}/{distribution.path}")
    size = Literal(str(distribution.size), datatype=xsd("nonNegativeInteger"))
    yield Quad(iris.dataset(), dcat_term("distribution"), file)
    yield Quad(file, TYPE, dcat_term("Distribution"))
    for property in (dcterms("title"), LABEL):
        yield Quad(file, property, en(f"{distribution.en} ({distribution.path})"))
        yield Quad(file, property, zh(f"{distribution.zh}（{distribution.path}）"))
    yield Quad(file, dcat_term("accessURL"), address)
    yield Quad(file, dcat_term("downloadURL"), address)
    yield Quad(
        file,
        dcat_term("mediaType"),
        NamedNode(f"https://www.iana.org/assignments/media-types/{distribution.media_type}"),
    )
    yield Quad(file, dcat_term("byteSize"), size)
    yield Quad(file, dcterms("license"), CC_BY)
    yield Quad(file, NamedNode(f"{SPDX}checksum"), checksum)
    yield Quad(checksum, TYPE, NamedNode(f"{SPDX}Checksum"))
    yield Quad(checksum, NamedNode(f"{SPDX}algorithm"), NamedNode(f"{SPDX}checksumAlgorithm_sha256"))
    yield Quad(checksum, NamedNode(f"{SPDX}checksumValue"), Literal(distribution.sha256, datatype=xsd("hexBinary")))


def readme(store: OpenStore, distributions: Sequence[Distribution], language: str) -> bytes:
    """What is in the folder, for people."""
    name = "README.md" if language == "en" else "README.zh.md"
    template = Template((TEMPLATES / name).read_text(encoding="utf-8"))
    manifest = store.manifest
    listed = "".join(
        f"| `{file.path}` | {file.en if language == 'en' else file.zh} | {file.size:,} |\n" for file in distributions
    )
    text = template.substitute(
        version=manifest.version,
        statements=f"{manifest.quads:,}",
        sha256=manifest.sha256,
        documents="".join(f"- `{document.document}`\n" for document in manifest.documents),
        files=listed,
    )
    return text.encode("utf-8")
