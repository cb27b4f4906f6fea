"""The order in which people expect things: numbers by value, types and labels first, Chinese before English."""

from __future__ import annotations

import re

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from silkgraph.describe.namespaces import RDF, RDFS

_FIRST = {f"{RDF}type": 0, f"{RDFS}label": 1}


def reading_order(quad: Quad) -> tuple[object, ...]:
    """A key that sorts quads by graph, subject, predicate and object."""
    predicate = quad.predicate.value
    return (
        natural(_name(quad.graph_name)),
        natural(_name(quad.subject)),
        _FIRST.get(predicate, 2),
        predicate,
        _object_order(quad.object),
    )


def natural(text: str) -> tuple[tuple[int, int, str, str], ...]:
    """A key under which ``3.2`` comes before ``3.14``, whatever the length of the numbers."""
    return tuple(
        (0, len(number := part.lstrip("0")), number, part) if part.isascii() and part.isdecimal() else (1, 0, part, "")
        for part in re.split(r"([0-9]+)", text)
        if part
    )


def _object_order(term: NamedNode | BlankNode | Literal | Triple) -> tuple[object, ...]:
    if isinstance(term, Literal):
        language = term.language or ""
        return (1, language != "zh", language, natural(term.value), term.datatype.value)
    return (0, natural(_name(term)))


def _name(term: NamedNode | BlankNode | DefaultGraph | Triple) -> str:
    return term.value if isinstance(term, NamedNode | BlankNode) else ""
