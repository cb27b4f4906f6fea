"""Why the graph says what it says of a thing: how an outcome was read, in words."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store, Variable

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


def reasons(graph: Store, thing: NamedNode) -> Iterator[tuple[str, str]]:
    """What lies behind a thing, as a word and a sentence: ``rule``, ``Event held: the object is a conference …``."""
    answer = ask(graph, _READING, substitutions={Variable("thing"): thing})
    assert isinstance(answer, QuerySolutions)
    for row in answer:
        what, label, definition = row["what"], row["label"], row["definition"]
        assert isinstance(what, Literal) and isinstance(label, Literal) and isinstance(definition, Literal)
        yield what.value, f"{label.value}: {definition.value}"
