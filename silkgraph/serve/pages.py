"""The pages about queries, searches and problems, and the addresses that they link to.

What things look like is in ``silkgraph.pages``; here it meets what a request asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from silkgraph.ask.library import Question
from silkgraph.pages.answer import Result
from silkgraph.pages.complaints import Complaint, complaint
from silkgraph.pages.sheet import Sheet
from silkgraph.pages.terms import Names
from silkgraph.pages.view import View
from silkgraph.pages.wording import words
from silkgraph.serve.http import Request
from silkgraph.serve.media import CSV, GRAPHS, JSON, JSON_LD, NQUADS, NTRIPLES, RDF_XML, RESULTS, TRIG, TSV, TURTLE, XML
from silkgraph.serve.problems import Problem
from silkgraph.serve.protocol import Asked
from silkgraph.serve.views import view_of

_CALLED = {
    JSON: "JSON", XML: "XML", CSV: "CSV", TSV: "TSV", TURTLE: "Turtle", NTRIPLES: "N-Triples", NQUADS: "N-Quads",
    TRIG: "TriG", RDF_XML: "RDF/XML", JSON_LD: "JSON-LD",
}  # fmt: skip
_FIRST = """# %s
SELECT ?outcome ?title ?words WHERE {
  ?outcome silk:partnerCountry place:LA ;
    rdfs:label ?title ;
    silk:passage/oa:exact ?words .
  FILTER(LANG(?title) = "%s")
}
LIMIT 50"""


class Pages:
    """Writes pages for the server."""

    def __init__(self, root: str, questions: Sequence[Question] = ()) -> None:
        self.root = root
        self.sheet = Sheet(root)
        self.questions = questions

    def view(self, request: Request) -> View:
        """How the person behind a request wants the page."""
        return view_of(request, self.sheet.base)

    def problem(self, problem: Problem, request: Request) -> bytes:
        """The page that tells a person what is wrong; a query that has no answer stands in the editor again."""
        view = self.view(request)
        told = self.complaint(problem, view)
        query = request.notes.get("query")
        if query is not None and problem.code != "not-acceptable":
            return self._bench(view, str(query), problem=problem, complaint=told)
        return self.sheet.write("problem.html", view, {"problem": problem, "complaint": told, "title": told.title})

    def complaint(self, problem: Problem, view: View) -> Complaint:
        """A problem in the language of a page."""
        return complaint(problem.code, problem.title, problem.detail, problem.members, view.tongue)

    def query(self, view: View) -> bytes:
        """The page on which a query is written."""
        return self._bench(view, _FIRST % (words(view.tongue).first_query, view.tongue))

    def result(self, asked: Asked, answer: Result, names: Names, view: View, max_rows: int) -> bytes:
        """The page with the answer to a query."""
        address = f"{self.sheet.base}/sparql?"
        graphs = [("default-graph-uri", iri) for iri in asked.default_graphs]
        graphs += [("named-graph-uri", iri) for iri in asked.named_graphs]
        forms = GRAPHS if answer.kind == "graph" else RESULTS
        downloads = [
            (_CALLED[form], address + urlencode([("query", asked.query), *graphs, ("format", form.name)]))
            for form in forms
        ]
        shown = [("view", answer.shown)] if answer.shown != "table" else []
        content = {
            "result": answer,
            "names": names,
            "downloads": downloads,
            "permalink": address + urlencode([("query", asked.query), *graphs, *shown]),
            "max_rows": max_rows,
        }
        with_query = View(
            view.tongue, view.theme, f"{self.sheet.base}/sparql", (("query", asked.query), *graphs, *shown)
        )
        return self._bench(with_query, asked.query, **content)

    def _bench(self, view: View, query: str, **content: Any) -> bytes:
        common = {"query": query, "questions": self.questions, "problem": None, "result": None, "title": ""}
        return self.sheet.write("query.html", view, {**common, **content})
