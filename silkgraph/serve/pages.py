"""The pages: Jinja2 templates in ``templates/``, escaped throughout, in English and Chinese.

This is the one place where HTML is made. A page gets the language, the root of the server and what it is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from silkgraph.describe.namespaces import BASE
from silkgraph.export.prefixes import PREFIXES
from silkgraph.serve.http import Request
from silkgraph.serve.media import GRAPHS, RESULTS
from silkgraph.serve.negotiation import language
from silkgraph.serve.problems import Problem
from silkgraph.serve.protocol import Asked


class Pages:
    """Renders pages."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._environment = Environment(
            loader=PackageLoader("silkgraph.serve", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["here"] = self.here
        self._environment.filters["short"] = short

    def here(self, iri: str) -> str:
        """Where an IRI of the project is found on this server; other web addresses as they are, the rest nowhere."""
        if iri.startswith(BASE):
            return f"{self._root}/{iri.removeprefix(BASE)}"
        return iri if iri.startswith(("http://", "https://")) else ""

    def render(self, template: str, language: str, **content: Any) -> bytes:
        """A page from a template."""
        page = self._environment.get_template(template)
        return page.render(language=language, root=self._root, **content).encode("utf-8")

    def problem(self, problem: Problem, request: Request) -> bytes:
        """The page that tells a person what is wrong."""
        return self.render("problem.html", language(request.header("accept-language")), problem=problem)

    def query(self, tongue: str, questions: Sequence[Any]) -> bytes:
        """The page on which a query is written."""
        return self.render("query.html", tongue, query="SELECT * WHERE {\n  ?s ?p ?o\n}\nLIMIT 10", questions=questions)

    def result(self, asked: Asked, kind: str, content: dict[str, Any], tongue: str, max_rows: int) -> bytes:
        """The page with the answer to a query."""
        forms = GRAPHS if kind == "graph" else RESULTS
        graphs = [("default-graph-uri", iri) for iri in asked.default_graphs]
        graphs += [("named-graph-uri", iri) for iri in asked.named_graphs]
        downloads = [
            (
                form.media_type,
                f"{self._root}/sparql?" + urlencode([("query", asked.query), *graphs, ("format", form.name)]),
            )
            for form in forms
        ]
        return self.render(
            "result.html", tongue, query=asked.query, kind=kind, content=content, downloads=downloads, max_rows=max_rows
        )

    def thing(
        self, iri: str, title: str, rows: list[Any], alternatives: Sequence[tuple[str, str]], tongue: str
    ) -> bytes:
        """The page about a thing."""
        return self.render("thing.html", tongue, iri=iri, title=title, rows=rows, alternatives=alternatives)


def short(iri: str) -> str:
    """``silk:partner`` for its IRI."""
    for prefix, namespace in PREFIXES.items():
        rest = iri.removeprefix(namespace)
        if rest != iri and "/" not in rest and "#" not in rest:
            return f"{prefix}:{rest}"
    return iri
