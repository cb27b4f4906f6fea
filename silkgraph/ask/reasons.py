"""Why the graph says what it says of a thing: how it was read, what it is linked to, where documents differ."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions, Store, Variable

from silkgraph.ask.answers import short
from silkgraph.ask.query import ask

_READING = """
SELECT ?thing ?what ?label ?definition WHERE {
  VALUES (?property ?rank) { (silk:rule 1) (silk:assumption 2) (silk:confidence 3) }
  ?thing ?property ?concept .
  ?property rdfs:label ?what .
  ?concept skos:prefLabel ?label ; skos:definition ?definition .
  FILTER(LANGMATCHES(LANG(?what), "en") && LANGMATCHES(LANG(?label), "en") && LANGMATCHES(LANG(?definition), "en"))
} ORDER BY ?rank ?label
"""

_LINKS = """
SELECT ?thing ?what ?other ?reason WHERE {
  { ?link silk:from ?thing ; silk:to ?other } UNION { ?link silk:to ?thing ; silk:from ?other }
  ?link a ?class ; rdfs:comment ?reason .
  ?class rdfs:label ?what .
  FILTER(?class IN (silk:Link, silk:Discrepancy))
  FILTER(LANGMATCHES(LANG(?what), "en") && LANGMATCHES(LANG(?reason), "en"))
} ORDER BY ?what ?other ?reason
"""


def reasons(graph: Store, thing: NamedNode) -> Iterator[tuple[str, str]]:
    """What lies behind a thing, as a word and a sentence: ``rule``, ``Event held: the object is a conference …``."""
    for row in _solutions(graph, _READING, thing):
        yield _text(row, "what"), f"{_text(row, 'label')}: {_text(row, 'definition')}"
    for row in _solutions(graph, _LINKS, thing):
        yield _text(row, "what").lower(), f"{short(_text(row, 'other'))}: {_text(row, 'reason')}"


def _solutions(graph: Store, query: str, thing: NamedNode) -> QuerySolutions:
    answer = ask(graph, query, substitutions={Variable("thing"): thing})
    assert isinstance(answer, QuerySolutions)
    return answer


def _text(row: QuerySolution, name: str) -> str:
    term = row[name]
    assert isinstance(term, NamedNode | Literal), name
    return term.value
