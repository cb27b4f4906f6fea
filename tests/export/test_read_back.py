"""What others read from our files is the real graph, whole: rdflib and pyoxigraph, every syntax; the shapes hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from silkgraph.export.rdf import SYNTAXES
from silkgraph.store import OpenStore
from silkgraph.validate import validate_store

RDFLIB_NAMES = {"json-ld": "json-ld", "ntriples": "nt", "rdf-xml": "xml"}
Term = NamedNode | BlankNode | Literal | Triple


def released(folder: Path, syntax: str) -> bytes:
    """The whole graph as a release has it."""
    return (folder / f"silkgraph.{SYNTAXES[syntax].format.file_extension}").read_bytes()


def wanted(store: OpenStore, syntax: str) -> set[Quad]:
    """What the syntax can say of the graph: with the names of graphs, or the union."""
    quads = set(store.quads())
    assert not any(isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode) for quad in quads)
    if SYNTAXES[syntax].has_graphs:
        return quads
    return {Quad(quad.subject, quad.predicate, quad.object) for quad in quads}


def as_rdflib_reads(content: bytes, syntax: str) -> Iterator[Quad]:
    """The quads of an rdflib dataset that parsed ``content``."""
    dataset = rdflib.Dataset()
    dataset.parse(data=content, format=RDFLIB_NAMES.get(syntax, syntax))
    for subject, predicate, object, graph in dataset.quads():
        name = DefaultGraph() if graph in (None, rdflib.graph.DATASET_DEFAULT_GRAPH_ID) else NamedNode(str(graph))
        yield Quad(NamedNode(str(subject)), NamedNode(str(predicate)), of_rdflib(object), name)


def of_rdflib(term: object) -> NamedNode | Literal:
    """The term, with the lexical form that rdflib keeps."""
    if isinstance(term, rdflib.Literal):
        if term.language:
            return Literal(str(term), language=term.language)
        return Literal(str(term), datatype=NamedNode(str(term.datatype))) if term.datatype else Literal(str(term))
    assert isinstance(term, rdflib.URIRef)
    return NamedNode(str(term))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # inside rdflib's JSON-LD parser
@pytest.mark.filterwarnings("ignore:Dataset.*:DeprecationWarning")  # rdflib's parsers use what rdflib deprecates
@pytest.mark.parametrize("syntax", SYNTAXES)
def test_rdflib_reads_the_graph_back(
    syntax: str, released_folder: Path, store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    content = released(released_folder, syntax)

    assert set(as_rdflib_reads(content, syntax)) == wanted(store, syntax)


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_pyoxigraph_reads_the_graph_back(syntax: str, released_folder: Path, store: OpenStore) -> None:
    content = released(released_folder, syntax)

    assert set(parse(content, format=SYNTAXES[syntax].format)) == wanted(store, syntax)


@pytest.mark.slow
def test_shapes_hold_on_what_was_read_back(released_folder: Path, store: OpenStore) -> None:
    again = Store()
    again.bulk_load(released(released_folder, "trig"), RdfFormat.TRIG)

    assert set(again) == set(store.quads())
    assert validate_store(again).conforms
