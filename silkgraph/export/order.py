"""The order in which people expect things: numbers by value, types and labels first, Chinese before English."""

from __future__ import annotations

import re
from functools import lru_cache

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from silkgraph.namespaces import RDF, RDFS

_NUMBERS = re.compile("([0-9]+)").split
"""Cuts a text so that every second piece is a number."""
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


@lru_cache(maxsize=4096)
def natural(text: str) -> tuple[tuple[int, int, str, str], ...]:
    """A key under which ``3.2`` comes before ``3.14``, whatever the length of the numbers."""
    key = []
    for place, part in enumerate(_NUMBERS(text)):
        if place % 2:
            number = part.lstrip("0")
            key.append((0, len(number), number, part))
        elif part:
            key.append((1, 0, part, ""))
    return tuple(key)


def _object_order(term: NamedNode | BlankNode | Literal | Triple) -> tuple[object, ...]:
    if isinstance(term, Literal):
        language = term.language or ""
        return (1, language != "zh", language, natural(term.value), term.datatype.value)
    return (0, natural(_name(term)))


def _name(term: NamedNode | BlankNode | DefaultGraph | Triple) -> str:
    return term.value if isinstance(term, NamedNode | BlankNode) else ""
