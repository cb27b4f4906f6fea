"""The search box: ``/search?q=绿色金融`` as a page or as SPARQL results."""

from __future__ import annotations

import json

from silkgraph.namespaces import OA, RDFS, SILK, SKOS, THINGS
from silkgraph.pages.asking import Ask, Asking
from silkgraph.pages.excerpt import excerpt
from silkgraph.pages.terms import rows_of
from silkgraph.serve.caching import FRESHNESS
from silkgraph.serve.endpoint import Answers, answer_job
from silkgraph.serve.frames import FOUND, Job
from silkgraph.serve.http import Answering, Request
from silkgraph.serve.media import HTML, JSON, RESULTS
from silkgraph.serve.negotiation import named, negotiate
from silkgraph.serve.pages import Pages
from silkgraph.serve.problems import not_acceptable, not_allowed
from silkgraph.serve.protocol import pairs
from silkgraph.serve.views import page_headers

LONGEST = 200
_CLASSES = {
    "outcome": "Outcome",
    "body": "Body",
    "place": "Place",
    "forum": "Forum",
    "document": "SourceDocument",
    "item": "Item",
    "figure": "Figure",
    "passage": "Passage",
    "unread": "UnreadClause",
    "party": "Party",
    "participation": "Participation",
    "link": "Link",
    "discrepancy": "Discrepancy",
}

# The best text of each thing, and how good it is. LATERAL, which the engine knows beyond SPARQL 1.1, looks each text
# up instead of going through all of them.
_QUERY = f"""PREFIX silk: <{SILK}>
PREFIX rdfs: <{RDFS}>
PREFIX skos: <{SKOS}>
PREFIX oa: <{OA}>
SELECT ?thing (SAMPLE(?found) AS ?text) (MAX(?value) AS ?score) WHERE {{
  {FOUND}
  LATERAL {{
    {{ ?thing rdfs:label ?found }} UNION {{ ?thing skos:altLabel ?found }}
    UNION {{ ?passage oa:exact ?found . ?thing silk:passage ?passage }}
  }}
}}
GROUP BY ?thing
ORDER BY DESC(?score) ?thing
LIMIT 100"""


class Search:
    """Answers ``/search``."""

    def __init__(self, answers: Answers, pages: Pages, ask: Ask, seconds: float) -> None:
        self._answers = answers
        self._pages = pages
        self._ask = ask
        self._seconds = seconds

    async def __call__(self, request: Request, answering: Answering) -> None:
        """Answer one request."""
        request.notes["route"] = "search"
        if request.method not in ("GET", "HEAD"):
            raise not_allowed(request.method, "GET, HEAD, OPTIONS")
        parameters = dict(pairs(request.query_string, "the query string"))
        wanted = parameters.get("q", "").strip()[:LONGEST].replace("\x00", "")
        offers = (HTML, *RESULTS)
        name = parameters.get("format")
        form = named(name, offers) if name else negotiate(request.header("accept"), offers)
        if form is None:
            raise not_acceptable(offers)
        asked = JSON if form is HTML else form
        job = Job(_QUERY, (asked.name, None), search=wanted or " ", whole=True, seconds=self._seconds)
        if form is not HTML:
            await answer_job(self._answers, job, [], answering, request)
            return
        view = self._pages.view(request)
        answer = await self._answers.get(job, self._answers.key(job), request)
        assert answer.body is not None, "it is asked for whole"
        found = [(row["thing"].value, row["text"]) for row in rows_of(json.loads(answer.body))]
        classes = {thing: _class_of(thing) for thing, _ in found}
        names = await Asking(self._ask, view.tongue).names({*classes, *classes.values()})
        types = {thing: names(name).words for thing, name in classes.items() if name}
        content = {
            "words": wanted,
            "found": found,
            "names": names,
            "types": types,
            "title": wanted,
            "shown": lambda text: excerpt(text.value, wanted),
        }
        body = self._pages.sheet.write("search.html", view, content)
        await answering.whole(200, [*page_headers(request, view), ("cache-control", FRESHNESS)], body)


def _class_of(thing: str) -> str:
    """The class of a thing, told by its IRI; empty where it tells none."""
    if not thing.startswith(THINGS):
        return ""
    parts = thing.removeprefix(THINGS).split("/")
    found = next((name for name in reversed(parts) if name in _CLASSES), "")
    return SILK + _CLASSES[found] if found else ""
