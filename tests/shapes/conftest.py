"""The shapes, read once: all of them, and those of each file with what they refer to."""

from __future__ import annotations

import pytest
import rdflib

from silkgraph.validate import Shapes, load_shapes


@pytest.fixture(scope="session")
def shapes() -> Shapes:
    return load_shapes()


@pytest.fixture(scope="session")
def shapes_of(shapes: Shapes) -> dict[str, Shapes]:
    """The shapes by the name of their file, so that a small graph is checked against few."""
    found = {}
    for file in {shape.source for shape in shapes.by_iri.values()}:
        graph = rdflib.Graph() + shapes.graph
        for iri, shape in shapes.by_iri.items():
            if shape.source != file:
                graph.remove((rdflib.URIRef(iri), None, None))
        members = {iri: shape for iri, shape in shapes.by_iri.items() if shape.source == file}
        found[file.stem] = Shapes(graph, members)
    return found
