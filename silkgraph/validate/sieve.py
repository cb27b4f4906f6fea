"""Which things certainly satisfy a shape, found in one look at the graph, so that pySHACL judges only the rest.

``shape:item-number`` wants one ``silk:number`` such as ``3.14`` of every item: an item that has exactly one, and one
that matches, is let through here, any other stays for pySHACL. All complaints are therefore pySHACL's own. A shape that
uses what this module does not know of goes to pySHACL as it is, so that shapes may use all of SHACL; it costs time,
never strictness.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, cached_property

import rdflib
from pyoxigraph import Literal, NamedNode
from rdflib.collection import Collection as RdfList
from rdflib.namespace import RDF, RDFS, SH, XSD
from rdflib.term import BNode, Node, URIRef

from silkgraph.numbered import Table, Term, Terms
from silkgraph.validate.data_graph import DataGraph
from silkgraph.validate.shapes import ACROSS_DOCUMENTS
from silkgraph.validate.terms import LANGUAGE_STRING, STRING, to_oxigraph, to_rdflib

Test = Callable[[int], bool]
"""Whether the node with this number certainly conforms."""
Check = Callable[[int, Collection[int]], bool]
"""Whether a focus node with its values certainly satisfies a constraint."""

TARGETS = (SH.targetNode, SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
SILENT = frozenset((RDF.type, SH.path, SH.message, SH.severity, SH.name, SH.description, ACROSS_DOCUMENTS, *TARGETS))
"""Properties of a shape that constrain nothing."""
EXACT = frozenset((RDF.type, SH.hasValue, SH["in"]))
"""What a shape may say, and nothing else, for its answer to be certain both ways, as ``sh:not`` needs it."""
PYTHON_TYPES = {XSD.decimal: Decimal, XSD.boolean: bool}
INTEGER, DAY = str(XSD.integer), str(XSD.date)
"""Datatypes whose values are compared here; of others the order is left to pySHACL."""
INTEGERS = re.compile(r"[+-]?[0-9]+")
DAYS = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


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
    """Shapes as tests over one graph, whose things go by their numbers."""

    def __init__(self, shapes: rdflib.Graph, data: DataGraph, elsewhere: Collection[int] = frozenset()) -> None:
        self.shapes = shapes
        self.data = data
        self.elsewhere = elsewhere
        self.graph = data.numbered
        self.instances = cache(self._instances)

    def suspects(self, shape: Node) -> set[Node] | None:
        """The focus nodes of a shape that may break it; None where that cannot be told."""
        test = self.test(shape)
        if test is None:
            return None
        focus_nodes = self._focus_nodes(shape).difference(self.elsewhere)
        found: set[Node] = {self.data.term(focus) for focus in focus_nodes if not test(focus)}
        # A blank node of the data could be taken for one of the shapes when it is named among them.
        return None if any(isinstance(focus, BNode) for focus in found) else found

    def _focus_nodes(self, shape: Node) -> set[int]:
        found: set[int] = set()
        for target in TARGETS:
            for value in self.shapes.objects(shape, target):
                number = self.data.number(value)
                if target == SH.targetNode:
                    found.add(number)
                elif target == SH.targetClass:
                    found |= self.instances(value)
                else:
                    found.update(
                        (self.graph.subjects_of if target == SH.targetObjectsOf else self.graph.values_of)(number)
                    )
        return found

    def _instances(self, kind: Node) -> frozenset[int]:
        """The things of a class or of a class below it."""
        classes = self.data.transitive_subjects(RDFS.subClassOf, kind)
        members = self.graph.subjects_of(self.data.number(RDF.type))
        return frozenset(thing for one in classes if one for thing in members.get(self.data.number(one), ()))

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
            return CONSTRAINTS[property](self, value) if property in CONSTRAINTS else None
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
    def measures(self) -> Mapping[int, tuple[str, int | date] | None]:
        """What numbers and days are to be compared by, with their datatype."""
        return _Measures(self.graph.terms)


class _Measures(dict[int, "tuple[str, int | date] | None"]):
    """``measure`` of the terms with these numbers, remembered."""

    def __init__(self, terms: Terms) -> None:
        super().__init__()
        self._terms = terms

    def __missing__(self, number: int) -> tuple[str, int | date] | None:
        found = self[number] = measure(self._terms[number])
        return found


def measure(term: Term) -> tuple[str, int | date] | None:
    """The datatype and the value of a whole number or a day; None of anything else, and of what is none.

    >>> measure(Literal("12", datatype=NamedNode(INTEGER)))
    ('http://www.w3.org/2001/XMLSchema#integer', 12)
    """
    if not isinstance(term, Literal):
        return None
    kind, written = term.datatype.value, term.value
    if kind == INTEGER and INTEGERS.fullmatch(written):
        return kind, int(written)
    if kind == DAY and DAYS.fullmatch(written):
        try:
            return kind, date.fromisoformat(written)
        except ValueError:
            return None
    return None


def _at_least(sieve: Sieve, number: Node) -> Check:
    least = int(str(number))
    return lambda focus, values: len(values) >= least


def _at_most(sieve: Sieve, number: Node) -> Check:
    most = int(str(number))
    return lambda focus, values: len(values) <= most


def _of_class(sieve: Sieve, kind: Node) -> Check:
    return lambda focus, values: sieve.instances(kind).issuperset(values)


def _of_datatype(sieve: Sieve, datatype: Node) -> Check:
    wanted = str(datatype)
    if wanted == STRING:
        return sieve.of_values(lambda value: isinstance(value, Literal) and value.datatype.value == STRING)
    if wanted in (INTEGER, DAY):
        return sieve.of_values(lambda value: (measure(value) or ("",))[0] == wanted)
    kind = PYTHON_TYPES.get(datatype, object)  # type: ignore[call-overload]

    def is_of(value: Term) -> bool:
        if not isinstance(value, Literal) or value.datatype.value != wanted or value.language:
            return False
        read = to_rdflib(value)
        return isinstance(read, rdflib.Literal) and not read.ill_typed and isinstance(read.value, kind)

    return sieve.of_values(is_of)


def _of_kind(sieve: Sieve, kind: Node) -> Check | None:
    return sieve.of_values(lambda value: isinstance(value, NamedNode)) if kind == SH.IRI else None


def _matching(sieve: Sieve, pattern: Node) -> Check:
    matches = re.compile(str(pattern)).search
    return sieve.of_values(lambda value: (text := _text(value)) is not None and matches(text) is not None)


def _text(value: Term) -> str | None:
    """The string of a node where it is its own lexical form: an IRI, a string, a text in some language."""
    if isinstance(value, NamedNode) or (
        isinstance(value, Literal) and value.datatype.value in (STRING, LANGUAGE_STRING)
    ):
        return value.value
    return None


def _not_shorter(sieve: Sieve, length: Node) -> Check:
    least = int(str(length))
    return sieve.of_values(lambda value: (text := _text(value)) is not None and len(text) >= least)


def _in_languages(sieve: Sieve, languages: Node) -> Check:
    allowed = {str(language) for language in RdfList(sieve.shapes, languages)}
    return sieve.of_values(lambda value: isinstance(value, Literal) and value.language in allowed)


def _languages_once(sieve: Sieve, wanted: Node) -> Check | None:
    if not isinstance(wanted, rdflib.Literal) or wanted.value is not True:
        return None
    terms = sieve.graph.terms

    def check(focus: int, values: Collection[int]) -> bool:
        if len(values) < 2:
            return True
        literals = [term for term in map(terms.__getitem__, values) if isinstance(term, Literal)]
        spoken = [literal.language.lower() for literal in literals if literal.language]
        return len(spoken) == len(set(spoken))

    return check


def _among(sieve: Sieve, members: Node) -> Check:
    allowed = frozenset(map(sieve.data.number, RdfList(sieve.shapes, members)))
    return lambda focus, values: allowed.issuperset(values)


def _having(sieve: Sieve, wanted: Node) -> Check:
    number = sieve.data.number(wanted)
    return lambda focus, values: number in values


def _same_as(sieve: Sieve, property: Node) -> Check:
    said = sieve.said(property)
    return lambda focus, values: set(values) == set(said.get(focus, ()))


def _none_of(sieve: Sieve, property: Node) -> Check:
    said = sieve.said(property)
    return lambda focus, values: set(values).isdisjoint(said.get(focus, ()))


def _before(sieve: Sieve, property: Node) -> Check:
    said, measures = sieve.said(property), sieve.measures
    return lambda focus, values: all(
        _is_less(measures[one], measures[other]) for other in said.get(focus, ()) for one in values
    )


def _is_less(one: tuple[str, int | date] | None, other: tuple[str, int | date] | None) -> bool:
    """Whether a value is certainly less than another."""
    return one is not None and other is not None and one[0] == other[0] and one[1] < other[1]  # type: ignore[operator]


def _above(sieve: Sieve, bound: Node) -> Check:
    least = measure(to_oxigraph(bound))
    return sieve.of_values(lambda value: _is_less(least, measure(value)))


def _from(sieve: Sieve, bound: Node) -> Check:
    least = measure(to_oxigraph(bound))
    return sieve.of_values(
        lambda value: _is_less(least, found := measure(value)) or (least is not None and found == least)
    )


def _of_shape(sieve: Sieve, shape: Node) -> Check | None:
    test = sieve.test(shape)
    if test is None:
        return None
    known = cache(test)
    return lambda focus, values: all(map(known, values))


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
