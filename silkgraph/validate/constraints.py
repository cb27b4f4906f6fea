"""What is known here of SHACL's constraints: of each a check of one focus node with its values.

``sh:minCount 1`` is a check that there is a value; ``sh:pattern`` one that looks at each value by itself. What a check
lets through certainly conforms; of what it does not, pySHACL decides.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal
from functools import cache

import rdflib
from pyoxigraph import Literal, NamedNode
from rdflib.collection import Collection as RdfList
from rdflib.namespace import RDF, SH, XSD
from rdflib.term import Node

from silkgraph.numbered import Term
from silkgraph.validate.measures import DAY, INTEGER, is_less, measure
from silkgraph.validate.shape_tests import Check, Constraint, ShapeTests
from silkgraph.validate.terms import LANGUAGE_STRING, STRING, to_oxigraph, to_rdflib

EXACT = frozenset((RDF.type, SH.hasValue, SH["in"]))
"""What a shape may say, and nothing else, for its answer to be certain both ways, as ``sh:not`` needs it."""
PYTHON_TYPES = {XSD.decimal: Decimal, XSD.boolean: bool}


def _at_least(tests: ShapeTests, number: Node) -> Check:
    least = int(str(number))
    return lambda focus, values: len(values) >= least


def _at_most(tests: ShapeTests, number: Node) -> Check:
    most = int(str(number))
    return lambda focus, values: len(values) <= most


def _of_class(tests: ShapeTests, kind: Node) -> Check:
    return lambda focus, values: tests.instances(kind).issuperset(values)


def _of_datatype(tests: ShapeTests, datatype: Node) -> Check:
    wanted = str(datatype)
    if wanted == STRING:
        return tests.of_values(lambda value: isinstance(value, Literal) and value.datatype.value == STRING)
    if wanted in (INTEGER, DAY):
        return tests.of_values(lambda value: (measure(value) or ("",))[0] == wanted)
    kind = PYTHON_TYPES.get(datatype, object)  # type: ignore[call-overload]

    def is_of(value: Term) -> bool:
        if not isinstance(value, Literal) or value.datatype.value != wanted or value.language:
            return False
        read = to_rdflib(value)
        return isinstance(read, rdflib.Literal) and not read.ill_typed and isinstance(read.value, kind)

    return tests.of_values(is_of)


def _of_kind(tests: ShapeTests, kind: Node) -> Check | None:
    return tests.of_values(lambda value: isinstance(value, NamedNode)) if kind == SH.IRI else None


def _matching(tests: ShapeTests, pattern: Node) -> Check:
    matches = re.compile(str(pattern)).search
    return tests.of_values(lambda value: (text := _text(value)) is not None and matches(text) is not None)


def _text(value: Term) -> str | None:
    """The string of a node where it is its own lexical form: an IRI, a string, a text in some language."""
    if isinstance(value, NamedNode) or (
        isinstance(value, Literal) and value.datatype.value in (STRING, LANGUAGE_STRING)
    ):
        return value.value
    return None


def _not_shorter(tests: ShapeTests, length: Node) -> Check:
    least = int(str(length))
    return tests.of_values(lambda value: (text := _text(value)) is not None and len(text) >= least)


def _in_languages(tests: ShapeTests, languages: Node) -> Check:
    allowed = {str(language) for language in RdfList(tests.shapes, languages)}
    return tests.of_values(lambda value: isinstance(value, Literal) and value.language in allowed)


def _languages_once(tests: ShapeTests, wanted: Node) -> Check | None:
    if not isinstance(wanted, rdflib.Literal) or wanted.value is not True:
        return None
    terms = tests.graph.terms

    def check(focus: int, values: Collection[int]) -> bool:
        if len(values) < 2:
            return True
        literals = [term for term in map(terms.__getitem__, values) if isinstance(term, Literal)]
        spoken = [literal.language.lower() for literal in literals if literal.language]
        return len(spoken) == len(set(spoken))

    return check


def _among(tests: ShapeTests, members: Node) -> Check:
    allowed = frozenset(map(tests.data.number, RdfList(tests.shapes, members)))
    return lambda focus, values: allowed.issuperset(values)


def _having(tests: ShapeTests, wanted: Node) -> Check:
    number = tests.data.number(wanted)
    return lambda focus, values: number in values


def _same_as(tests: ShapeTests, property: Node) -> Check:
    said = tests.said(property)
    return lambda focus, values: set(values) == set(said.get(focus, ()))


def _none_of(tests: ShapeTests, property: Node) -> Check:
    said = tests.said(property)
    return lambda focus, values: set(values).isdisjoint(said.get(focus, ()))


def _before(tests: ShapeTests, property: Node) -> Check:
    said, measures = tests.said(property), tests.measures
    return lambda focus, values: all(
        is_less(measures[one], measures[other]) for other in said.get(focus, ()) for one in values
    )


def _above(tests: ShapeTests, bound: Node) -> Check:
    least = measure(to_oxigraph(bound))
    return tests.of_values(lambda value: is_less(least, measure(value)))


def _from(tests: ShapeTests, bound: Node) -> Check:
    least = measure(to_oxigraph(bound))
    return tests.of_values(
        lambda value: is_less(least, found := measure(value)) or (least is not None and found == least)
    )


def _of_shape(tests: ShapeTests, shape: Node) -> Check | None:
    test = tests.test(shape)
    if test is None:
        return None
    known = cache(test)
    return lambda focus, values: all(map(known, values))


def _of_some_shape(tests: ShapeTests, shapes: Node) -> Check | None:
    made = [tests.test(shape) for shape in RdfList(tests.shapes, shapes)]
    known = [test for test in made if test is not None]
    if len(known) < len(made):
        return None
    return lambda focus, values: all(any(test(value) for test in known) for value in values)


def _not_of_shape(tests: ShapeTests, shape: Node) -> Check | None:
    test = tests.test(shape)
    if test is None or not set(tests.shapes.predicates(shape)) <= EXACT:
        return None
    return lambda focus, values: not any(test(value) for value in values)


CONSTRAINTS: dict[Node, Constraint] = {
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
