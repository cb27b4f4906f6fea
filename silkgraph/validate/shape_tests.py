"""Shapes as tests of single things, over one graph whose things go by their numbers.

What a shape's properties demand is made by the ``constraints`` that are given; a shape with another property is none
that can be tested.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from functools import cached_property

import rdflib
from rdflib.collection import Collection as RdfList
from rdflib.namespace import RDF, RDFS, SH
from rdflib.term import Node, URIRef

from silkgraph.numbered import Table, Term
from silkgraph.validate.data_graph import DataGraph
from silkgraph.validate.measures import Measure, Measures
from silkgraph.validate.shapes import ACROSS_DOCUMENTS

Test = Callable[[int], bool]
"""Whether the node with this number certainly conforms."""
Check = Callable[[int, Collection[int]], bool]
"""Whether a focus node with its values certainly satisfies a constraint."""

TARGETS = (SH.targetNode, SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
SILENT = frozenset((RDF.type, SH.path, SH.message, SH.severity, SH.name, SH.description, ACROSS_DOCUMENTS, *TARGETS))
"""Properties of a shape that constrain nothing."""


class ShapeTests:
    """The shapes of a graph as tests of the things of another."""

    def __init__(self, shapes: rdflib.Graph, data: DataGraph, constraints: Mapping[Node, Constraint]) -> None:
        self.shapes = shapes
        self.data = data
        self.graph = data.numbered
        self.constraints = constraints
        self._instances: dict[Node, frozenset[int]] = {}

    def test(self, shape: Node) -> Test | None:
        """A shape as a test of one focus node; None where it says something that is not known here."""
        path = self.shapes.value(shape, SH.path)
        values = self._single if path is None else self._path(path)
        if values is None:
            return None
        stated = [
            (property, value) for property, value in self.shapes.predicate_objects(shape) if property not in SILENT
        ]
        if len({property for property, _ in stated}) < len(stated):
            return None
        made = [self._check(property, value) for property, value in stated]
        checks = [check for check in made if check is not None]
        if len(checks) < len(made):
            return None

        def conforms(focus: int) -> bool:
            found = values(focus)
            return all(check(focus, found) for check in checks)

        return conforms

    def _check(self, property: Node, value: Node) -> Check | None:
        """What a property of a shape demands; None where it is not known, or its value is none that it can have."""
        try:
            return self.constraints[property](self, value) if property in self.constraints else None
        except (ValueError, re.error):
            return None

    @staticmethod
    def _single(focus: int) -> Collection[int]:
        return (focus,)

    def _path(self, path: Node) -> Callable[[int], Collection[int]] | None:
        """A path as a function from a focus node to its values, each once."""
        inverse = self.shapes.value(path, SH.inversePath)
        if isinstance(path, URIRef) or isinstance(inverse, URIRef):
            number = self.data.number(path if inverse is None else inverse)
            table = self.graph.values_of(number) if inverse is None else self.graph.subjects_of(number)
            return lambda focus: table.get(focus, ())
        choice = self.shapes.value(path, SH.alternativePath)
        steps = [self._path(step) for step in RdfList(self.shapes, path if choice is None else choice)]
        if not steps or None in steps:
            return None
        known = [step for step in steps if step is not None]
        if choice is not None:
            return lambda focus: {value for step in known for value in step(focus)}

        def along(focus: int) -> Collection[int]:
            reached: Collection[int] = (focus,)
            for step in known:
                reached = {value for node in reached for value in step(node)}
            return reached

        return along

    def said(self, property: Node) -> Table:
        """The values of a property."""
        return self.graph.values_of(self.data.number(property))

    def of_values(self, test: Callable[[Term], bool]) -> Check:
        """A check that looks at each value by itself; what it finds is remembered."""
        terms, known = self.graph.terms, dict[int, bool]()

        def check(focus: int, values: Collection[int]) -> bool:
            for value in values:
                holds = known.get(value)
                if holds is None:
                    holds = known[value] = test(terms[value])
                if not holds:
                    return False
            return True

        return check

    @cached_property
    def measures(self) -> Mapping[int, Measure | None]:
        """What numbers and days are to be compared by, with their datatype."""
        return Measures(self.graph.terms)

    def instances(self, kind: Node) -> frozenset[int]:
        """The things of a class or of a class below it."""
        found = self._instances.get(kind)
        if found is None:
            classes = self.data.transitive_subjects(RDFS.subClassOf, kind)
            members = self.graph.subjects_of(self.data.number(RDF.type))
            found = frozenset(thing for one in classes if one for thing in members.get(self.data.number(one), ()))
            self._instances[kind] = found
        return found


Constraint = Callable[[ShapeTests, Node], Check | None]
"""Makes a check of the value that a shape gives a property; None where the value says what is not known here."""
