"""Why the graph says what it says of a thing: how it was read, what it is linked to, where documents differ."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions, Store, Variable

from silkgraph.ask.answers import short
from silkgraph.ask.gaps import known_names
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

_NAMED = """
SELECT ?thing ?name ?label ?definition (COUNT(DISTINCT ?party) AS ?times) WHERE {
  ?party silk:body ?thing ; silk:nameAsWritten ?name ; silk:identification ?concept .
  ?concept skos:prefLabel ?label ; skos:definition ?definition .
  FILTER(LANGMATCHES(LANG(?label), "en") && LANGMATCHES(LANG(?definition), "en"))
} GROUP BY ?thing ?name ?label ?definition ORDER BY DESC(?times) ?name
"""

_CHANGED = """
SELECT ?thing ?date ?reason WHERE {
  { ?event org:originalOrganization ?thing } UNION { ?event org:resultingOrganization ?thing }
  ?event a org:ChangeEvent ; dcterms:date ?date ; rdfs:comment ?reason .
  FILTER(LANGMATCHES(LANG(?reason), "en"))
} ORDER BY ?date ?reason
"""

_NOTED = """
SELECT ?thing ?note WHERE {
  ?thing skos:historyNote|skos:editorialNote ?note . FILTER(LANGMATCHES(LANG(?note), "en"))
} ORDER BY ?note
"""

_UNKNOWN = """
SELECT ?thing ?name ?country WHERE {
  ?thing silk:reconciled false ; silk:generic false ; rdfs:label ?name .
  FILTER(LANGMATCHES(LANG(?name), "zh"))
  OPTIONAL { ?thing silk:country ?country }
}
"""


def reasons(graph: Store, thing: NamedNode) -> Iterator[tuple[str, str]]:
    """What lies behind a thing, as a word and a sentence: ``rule``, ``Event held: the object is a conference …``."""
    for row in _solutions(graph, _READING, thing):
        yield _text(row, "what"), f"{_text(row, 'label')}: {_text(row, 'definition')}"
    for row in _solutions(graph, _LINKS, thing):
        yield _text(row, "what").lower(), f"{short(_text(row, 'other'))}: {_text(row, 'reason')}"
    yield from _identity(graph, thing)


def _identity(graph: Store, thing: NamedNode) -> Iterator[tuple[str, str]]:
    """Why the names that texts use are taken for a body, what it was or became, and which bodies it might be."""
    for row in _solutions(graph, _NAMED, thing):
        times = f"{_text(row, 'times')} × {_text(row, 'name')}"
        yield "identification", f"{times}: {_text(row, 'label')}: {_text(row, 'definition')}"
    for row in _solutions(graph, _CHANGED, thing):
        yield "change", f"{_text(row, 'date')}: {_text(row, 'reason')}"
    for row in _solutions(graph, _NOTED, thing):
        yield "note", _text(row, "note")
    for row in _solutions(graph, _UNKNOWN, thing):
        country = _text(row, "country").rpartition("/")[2] if row["country"] else None
        for candidate in known_names(graph).nearest(_text(row, "name"), country):
            yield "similar name", f"{candidate['name']} (body/{candidate['body']}, {candidate['likeness']:.0%})"


def _solutions(graph: Store, query: str, thing: NamedNode) -> QuerySolutions:
    answer = ask(graph, query, substitutions={Variable("thing"): thing})
    assert isinstance(answer, QuerySolutions)
    return answer


def _text(row: QuerySolution, name: str) -> str:
    term = row[name]
    assert isinstance(term, NamedNode | Literal), name
    return term.value
