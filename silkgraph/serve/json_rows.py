"""SPARQL results as JSON, written from statements: the same bytes that the engine writes for the question.

What is said of a thing is a handful of statements. To parse the question, plan, evaluate and serialise takes the engine
four times as long as handing the statements over, and most terms in them are properties and classes that have been
written before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from json.encoder import encode_basestring

import pyoxigraph as ox

MOST_ROWS = 1000
"""Statements that are written here; the things of a graph of documents have some ten, a few have hundreds."""

Pairs = Sequence[tuple[str, str]]
"""What is said of a thing: property and value, each as JSON."""

_MOST_KNOWN = 20_000
_LONGEST_KNOWN = 400
_STRING = ox.NamedNode("http://www.w3.org/2001/XMLSchema#string")


class NotHereError(Exception):
    """What is said of a thing is long, or not all of it is of a kind that is written here."""


def results(variables: Sequence[str], p: str | None, o: str, pairs: Pairs) -> bytes:
    """The answer to ``SELECT variables { <thing> ?p ?o }`` from what is said of the thing.

    >>> results(["o"], None, "o", [('{"type":"uri","value":"urn:y"}', '{"type":"literal","value":"x"}')]).decode()
    '{"head":{"vars":["o"]},"results":{"bindings":[{"o":{"type":"literal","value":"x"}}]}}'

    Args:
        variables: what is selected, none of them twice.
        p: the variable in the place of the property, if there is one; another than ``o``.
        o: the variable in the place of the value.
        pairs: what is said.
    """
    bound = [name for name in variables if name in (p, o)]
    if len(bound) == 2:
        first, second = bound
        turned = pairs if first == p else [(value, prop) for prop, value in pairs]
        rows = [f'{{"{first}":{one},"{second}":{other}}}' for one, other in turned]
    elif bound:
        rows = [f'{{"{bound[0]}":{prop if bound[0] == p else value}}}' for prop, value in pairs]
    else:
        rows = ["{}"] * len(pairs)
    head = ",".join([f'"{name}"' for name in variables])
    return f'{{"head":{{"vars":[{head}]}},"results":{{"bindings":[{",".join(rows)}]}}}}'.encode()


class JsonTerms:
    """Writes terms, and remembers the short ones.

    Args:
        longest: the values of one thing may have so many characters.
    """

    def __init__(self, longest: int) -> None:
        self._longest = longest
        self._known: dict[object, str] = {}

    def pairs(self, statements: Iterable[ox.Quad]) -> Pairs:
        """What is said of a thing.

        Raises:
            NotHereError: it is too much, or holds a term that is neither an IRI nor a plain literal.
        """
        known, size = self._known, 0
        pairs: list[tuple[str, str]] = []
        for statement in statements:
            prop, value = statement.predicate, statement.object
            written = known.get(value) or self._write(value)
            pairs.append((known.get(prop) or self._write(prop), written))
            size += len(written)
            if size > self._longest or len(pairs) > MOST_ROWS:
                raise NotHereError
        return pairs

    def _write(self, term: object) -> str:
        if isinstance(term, ox.NamedNode):
            written = f'{{"type":"uri","value":{encode_basestring(term.value)}}}'
        elif isinstance(term, ox.Literal) and term.direction is None:
            written = f'{{"type":"literal","value":{encode_basestring(term.value)}{_kind(term)}}}'
        else:
            raise NotHereError
        if len(written) <= _LONGEST_KNOWN:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[term] = written
        return written


def _kind(literal: ox.Literal) -> str:
    """What follows the value of a literal: its language, or its datatype where it is not a plain string."""
    if literal.language is not None:
        return f',"xml:lang":{encode_basestring(literal.language)}'
    if literal.datatype == _STRING:
        return ""
    return f',"datatype":{encode_basestring(literal.datatype.value)}'
