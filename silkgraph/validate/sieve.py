"""Which things certainly satisfy a shape, found in one look at the graph, so that pySHACL judges only the rest.

``shape:item-number`` wants one ``silk:number`` such as ``3.14`` of every item: an item that has exactly one, and one
that matches, is let through here, any other stays for pySHACL. All complaints are therefore pySHACL's own. A shape that
uses what this module does not know of goes to pySHACL as it is, so that shapes may use all of SHACL; it costs time,
never strictness.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import rdflib
from rdflib.namespace import RDF, SH
from rdflib.term import BNode, Node

from silkgraph.validate.constraints import CONSTRAINTS
from silkgraph.validate.data_graph import DataGraph
from silkgraph.validate.shape_tests import TARGETS, ShapeTests


def unsettled(shapes: rdflib.Graph, data: DataGraph, elsewhere: Collection[int] = frozenset()) -> rdflib.Graph:
    """The shapes with only those things for targets that may break them.

    Args:
        shapes: what ``load_shapes`` read.
        data: the graph to check.
        elsewhere: the numbers of things that are judged with another part of the graph, of which this one says not
            everything.

    Returns:
        A graph of shapes of which pySHACL makes the same complaints as of ``shapes``.
    """
    sieve = Sieve(shapes, data, elsewhere)
    narrowed = {shape: sieve.suspects(shape) for shape in shapes.subjects(RDF.type, SH.PropertyShape)}
    settled = {shape: suspects for shape, suspects in narrowed.items() if suspects is not None}
    result = rdflib.Graph()
    for subject, predicate, value in shapes:
        if subject not in settled or predicate not in TARGETS:
            result.add((subject, predicate, value))
    for shape, suspects in settled.items():
        for suspect in suspects:
            result.add((shape, SH.targetNode, suspect))
    return result


class Sieve:
    """Finds the things that a shape leaves to pySHACL."""

    def __init__(self, shapes: rdflib.Graph, data: DataGraph, elsewhere: Collection[int] = frozenset()) -> None:
        self.shapes = shapes
        self.data = data
        self.elsewhere = elsewhere
        self.tests = ShapeTests(shapes, data, CONSTRAINTS)

    def suspects(self, shape: Node) -> set[Node] | None:
        """The focus nodes of a shape that may break it; None where that cannot be told."""
        test = self.tests.test(shape)
        if test is None:
            return None
        focus_nodes = self._focus_nodes(shape).difference(self.elsewhere)
        found: set[Node] = {self.data.term(focus) for focus in focus_nodes if not test(focus)}
        # A blank node of the data could be taken for one of the shapes when it is named among them.
        return None if any(isinstance(focus, BNode) for focus in found) else found

    def _focus_nodes(self, shape: Node) -> set[int]:
        """All things that the targets of a shape mean."""
        found: set[int] = set()
        for target in TARGETS:
            for value in self.shapes.objects(shape, target):
                found.update(self._targeted(target, value))
        return found

    def _targeted(self, target: Node, value: Node) -> Iterable[int]:
        """The things that one target of a shape means."""
        number = self.data.number(value)
        if target == SH.targetNode:
            return (number,)
        if target == SH.targetClass:
            return self.tests.instances(value)
        graph = self.data.numbered
        return graph.subjects_of(number) if target == SH.targetObjectsOf else graph.values_of(number)
