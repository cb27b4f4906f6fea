"""How many things of each kind the built graph holds."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, QuerySolutions, Store

from silkgraph.ask.query import ask

_QUESTIONS = {
    "things": """
SELECT ?name (COUNT(?thing) AS ?number) WHERE {
  VALUES ?class {
    silk:Forum silk:SourceDocument silk:Item silk:Outcome silk:Body silk:Figure silk:Participation silk:Passage
    silk:UnreadClause
  }
  ?thing a ?class . ?class rdfs:label ?name . FILTER(LANGMATCHES(LANG(?name), "en"))
} GROUP BY ?name ORDER BY DESC(?number) ?name""",
    "outcomes by kind": """
SELECT ?name (COUNT(?outcome) AS ?number) WHERE {
  ?outcome a silk:Outcome ; silk:kind ?kind . ?kind rdfs:label ?name . FILTER(LANGMATCHES(LANG(?name), "en"))
} GROUP BY ?name ORDER BY DESC(?number) ?name""",
    "outcomes by domain": """
SELECT ?name (COUNT(?outcome) AS ?number) WHERE {
  ?outcome a silk:Outcome ; silk:domain ?domain . ?domain rdfs:label ?name . FILTER(LANGMATCHES(LANG(?name), "en"))
} GROUP BY ?name ORDER BY DESC(?number) ?name""",
}


def counts(graph: Store) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """For each question, its title and the numbers by name, the greatest first."""
    for title, question in _QUESTIONS.items():
        answer = ask(graph, question)
        assert isinstance(answer, QuerySolutions)
        rows = []
        for row in answer:
            name, number = row["name"], row["number"]
            assert isinstance(name, Literal) and isinstance(number, Literal)
            rows.append((name.value, int(number.value)))
        yield title, rows
