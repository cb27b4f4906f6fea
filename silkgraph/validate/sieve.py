"""Which things certainly satisfy a shape, found in one look at the graph, so that pySHACL judges only the rest.

``shape:item-number`` wants one ``silk:number`` such as ``3.14`` of every item: an item that has exactly one, and one
that matches, is let through here, any other stays for pySHACL. All complaints are therefore pySHACL's own. A shape that
uses what this module does not know of goes to pySHACL as it is, so that shapes may use all of SHACL; it costs time,
never strictness.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date
from decimal import Decimal
from functools import cache

import rdflib
from rdflib.collection import Collection as RdfList
from rdflib.namespace import RDF, RDFS, SH, XSD
from rdflib.term import BNode, Literal, Node, URIRef

from silkgraph.validate.data_graph import DataGraph
from silkgraph.validate.shapes import ACROSS_DOCUMENTS

Test = Callable[[Node], bool]
"""Whether a node certainly conforms."""
Check = Callable[[Node, Collection[Node]], bool]
"""Whether a focus node with its values certainly satisfies a constraint."""

TARGETS = (SH.targetNode, SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
SILENT = frozenset((RDF.type, SH.path, SH.message, SH.severity, SH.name, SH.description, ACROSS_DOCUMENTS, *TARGETS))
"""Properties of a shape that constrain nothing."""
EXACT = frozenset((RDF.type, SH.hasValue, SH["in"]))
"""What a shape may say, and nothing else, for its answer to be certain both ways, as ``sh:not`` needs it."""
PYTHON_TYPES = {XSD.integer: int, XSD.decimal: Decimal, XSD.boolean: bool, XSD.date: date}
COMPARED = frozenset((XSD.integer, XSD.date))
"""Datatypes whose values are compared here; of others the order is left to pySHACL."""


def unsettled(
    shapes: rdflib.Graph, data: DataGraph, elsewhere: Collection[rdflib.URIRef] = frozenset()
) -> rdflib.Graph:
    """The shapes with only those things for targets that may break them.

    Args:
        shapes: what ``load_shapes`` read.
        data: the graph to check.
        elsewhere: things that are judged with another part of the graph, of which this one says not everything.

    Returns:
        A graph of shapes of which pySHACL makes the same complaints as of ``shapes``.
    """
    sieve = Sieve(shapes, data)
    narrowed = {shape: sieve.suspects(shape) for shape in shapes.subjects(RDF.type, SH.PropertyShape)}
    settled = {shape: suspects for shape, suspects in narrowed.items() if suspects is not None}
    result = rdflib.Graph()
    for subject, predicate, value in shapes:
        if subject not in settled or predicate not in TARGETS:
            result.add((subject, predicate, value))
    for shape, suspects in settled.items():
        for suspect in suspects.difference(elsewhere):
            result.add((shape, SH.targetNode, suspect))
    return result


class Sieve:
    """Shapes as tests over one graph."""

    def __init__(self, shapes: rdflib.Graph, data: DataGraph) -> None:
        self.shapes = shapes
        self.data = data
        self.instances = cache(self._instances)

    def suspects(self, shape: Node) -> set[Node] | None:
        """The focus nodes of a shape that may break it; None where that cannot be told."""
        test = self.test(shape)
        if test is None:
            return None
        found = {focus for focus in self._focus_nodes(shape) if not test(focus)}
        # A blank node of the data could be taken for one of the shapes when it is named among them.
        return None if any(isinstance(focus, BNode) for focus in found) else found

    def _focus_nodes(self, shape: Node) -> Iterator[Node]:
        for target in TARGETS:
            for value in self.shapes.objects(shape, target):
                if target == SH.targetNode:
                    yield value
                elif target == SH.targetClass:
                    yield from self.instances(value)
                else:
                    yield from (self.data.subjects_of if target == SH.targetObjectsOf else self.data.values_of)(value)

    def _instances(self, kind: Node) -> frozenset[Node]:
        """The things of a class or of a class below it."""
        classes = self.data.transitive_subjects(RDFS.subClassOf, kind)
        return frozenset(thing for one in classes for thing in self.data.subjects(RDF.type, one))

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

        def conforms(focus: Node) -> bool:
            found = values(focus)
            return all(check(focus, found) for check in checks)

        return conforms

    def _check(self, property: Node, value: Node) -> Check | None:
        """What a property of a shape demands; None where it is not known, or its value is none that it can have."""
        try:
            return CONSTRAINTS[property](self, value) if property in CONSTRAINTS else None
        except (ValueError, re.error):
            return None

    @staticmethod
    def _single(focus: Node) -> Collection[Node]:
        return (focus,)

    def _path(self, path: Node) -> Callable[[Node], Collection[Node]] | None:
        """A path as a function from a focus node to its values, each once."""
        inverse = self.shapes.value(path, SH.inversePath)
        if isinstance(path, URIRef) or isinstance(inverse, URIRef):
            table = self.data.values_of(path) if inverse is None else self.data.subjects_of(inverse)
            return lambda focus: table.get(focus, ())
        choice = self.shapes.value(path, SH.alternativePath)
        steps = [self._path(step) for step in RdfList(self.shapes, path if choice is None else choice)]
        if not steps or None in steps:
            return None
        known = [step for step in steps if step is not None]
        if choice is not None:
            return lambda focus: {value for step in known for value in step(focus)}

        def along(focus: Node) -> Collection[Node]:
            reached: Collection[Node] = (focus,)
            for step in known:
                reached = {value for node in reached for value in step(node)}
            return reached

        return along


def _at_least(sieve: Sieve, number: Node) -> Check:
    least = int(str(number))
    return lambda focus, values: len(values) >= least


def _at_most(sieve: Sieve, number: Node) -> Check:
    most = int(str(number))
    return lambda focus, values: len(values) <= most


def _of_class(sieve: Sieve, kind: Node) -> Check:
    things = sieve.instances(kind)
    return lambda focus, values: all(value in things for value in values)


def _of_datatype(sieve: Sieve, datatype: Node) -> Check | None:
    if datatype == XSD.string:
        return lambda focus, values: all(map(_is_plain, values))
    kind = PYTHON_TYPES.get(datatype, object)  # type: ignore[call-overload]
    return lambda focus, values: all(
        isinstance(value, Literal)
        and value.datatype == datatype
        and not value.ill_typed
        and isinstance(value.value, kind)
        for value in values
    )


def _is_plain(value: Node) -> bool:
    return isinstance(value, Literal) and value.datatype is None and value.language is None


def _of_kind(sieve: Sieve, kind: Node) -> Check | None:
    return (lambda focus, values: all(isinstance(value, URIRef) for value in values)) if kind == SH.IRI else None


def _matching(sieve: Sieve, pattern: Node) -> Check:
    matches = re.compile(str(pattern)).search
    return lambda focus, values: all(_is_text(value) and matches(str(value)) is not None for value in values)


def _is_text(value: Node) -> bool:
    """Whether a node's string is its own lexical form: an IRI, a string, a text in some language."""
    return isinstance(value, URIRef) or (isinstance(value, Literal) and value.datatype is None)


def _not_shorter(sieve: Sieve, length: Node) -> Check:
    least = int(str(length))
    return lambda focus, values: all(_is_text(value) and len(str(value)) >= least for value in values)


def _in_languages(sieve: Sieve, languages: Node) -> Check:
    allowed = {str(language) for language in RdfList(sieve.shapes, languages)}
    return lambda focus, values: all(isinstance(value, Literal) and value.language in allowed for value in values)


def _languages_once(sieve: Sieve, wanted: Node) -> Check | None:
    if not isinstance(wanted, Literal) or wanted.value is not True:
        return None

    def check(focus: Node, values: Collection[Node]) -> bool:
        spoken = [value.language.lower() for value in values if isinstance(value, Literal) and value.language]
        return len(spoken) == len(set(spoken))

    return check


def _among(sieve: Sieve, members: Node) -> Check:
    allowed = set(RdfList(sieve.shapes, members))
    return lambda focus, values: all(value in allowed for value in values)


def _having(sieve: Sieve, wanted: Node) -> Check:
    return lambda focus, values: wanted in values


def _same_as(sieve: Sieve, property: Node) -> Check:
    said = sieve.data.values_of(property)
    return lambda focus, values: set(values) == set(said.get(focus, ()))


def _none_of(sieve: Sieve, property: Node) -> Check:
    said = sieve.data.values_of(property)
    return lambda focus, values: set(values).isdisjoint(said.get(focus, ()))


def _before(sieve: Sieve, property: Node) -> Check:
    said = sieve.data.values_of(property)
    return lambda focus, values: all(_is_less(one, other) for other in said.get(focus, ()) for one in values)


def _is_less(one: Node, other: Node) -> bool:
    """Whether a value is certainly less than another."""
    if not (isinstance(one, Literal) and isinstance(other, Literal)) or one.ill_typed or other.ill_typed:
        return False
    return one.datatype == other.datatype and one.datatype in COMPARED and bool(one.value < other.value)


def _above(sieve: Sieve, bound: Node) -> Check:
    return lambda focus, values: all(_is_less(bound, value) for value in values)


def _from(sieve: Sieve, bound: Node) -> Check:
    return lambda focus, values: all(value == bound or _is_less(bound, value) for value in values)


def _of_shape(sieve: Sieve, shape: Node) -> Check | None:
    test = sieve.test(shape)
    if test is None:
        return None
    known = cache(test)
    return lambda focus, values: all(known(value) for value in values)


def _of_some_shape(sieve: Sieve, shapes: Node) -> Check | None:
    tests = [sieve.test(shape) for shape in RdfList(sieve.shapes, shapes)]
    known = [test for test in tests if test is not None]
    if len(known) < len(tests):
        return None
    return lambda focus, values: all(any(test(value) for test in known) for value in values)


def _not_of_shape(sieve: Sieve, shape: Node) -> Check | None:
    test = sieve.test(shape)
    if test is None or not set(sieve.shapes.predicates(shape)) <= EXACT:
        return None
    return lambda focus, values: not any(test(value) for value in values)


CONSTRAINTS: dict[Node, Callable[[Sieve, Node], Check | None]] = {
    SH.minCount: _at_least,
    SH.maxCount: _at_most,
    SH["class"]: _of_class,
    SH.datatype: _of_datatype,
    SH.nodeKind: _of_kind,
    SH.pattern: _matching,
    SH.minLength: _not_shorter,
    SH.languageIn: _in_languages,
    SH.uniqueLang: _languages_once,
    SH["in"]: _among,
    SH.hasValue: _having,
    SH.equals: _same_as,
    SH.disjoint: _none_of,
    SH.lessThan: _before,
    SH.minExclusive: _above,
    SH.minInclusive: _from,
    SH.node: _of_shape,
    SH.property: _of_shape,
    SH["or"]: _of_some_shape,
    SH["not"]: _not_of_shape,
}
"""What is known here of SHACL; each makes a check of the value that a shape gives the property."""
