"""The site: the first page, pictures, questions of the library, pages of things. Made once for a dataset, then kept."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlencode

from pyoxigraph import Literal

from silkgraph.ask.library import Question
from silkgraph.ask.things import FOLDERS, thing_iri
from silkgraph.errors import QueryError
from silkgraph.namespaces import DCTERMS, ORG, PROV, RDF, RDFS, SCHEMA, SCHEMES, SILK, SKOS
from silkgraph.pages.asking import Asking
from silkgraph.pages.gallery import gallery_page
from silkgraph.pages.home import home_page
from silkgraph.pages.page import Page
from silkgraph.pages.terms import Rows, rows_of
from silkgraph.pages.things import thing_page
from silkgraph.pages.view import View
from silkgraph.pages.wording import words
from silkgraph.serve.caching import Kept, etag, is_fresh, page_key
from silkgraph.serve.endpoint import Answers
from silkgraph.serve.frames import Job
from silkgraph.serve.http import Answering, Request
from silkgraph.serve.media import HTML, JSON
from silkgraph.serve.negotiation import encoding
from silkgraph.serve.pages import Pages
from silkgraph.serve.problems import Problem, malformed, not_allowed
from silkgraph.serve.served import Served
from silkgraph.serve.upstream import Upstream
from silkgraph.serve.views import page_headers

FIRST_QUESTIONS = (
    "partner-countries",
    "recurring-organisations",
    "funding-commitments",
    "followed-up-outcomes",
    "institutions-founded",
    "discrepancies",
)
"""The questions on the first page."""

_NAMESPACES = {
    "silk": SILK, "dcterms": DCTERMS, "org": ORG, "schema": SCHEMA, "skos": SKOS, "kind_scheme": f"{SCHEMES}kind/",
    "rdf_type": f"{RDF}type", "rdfs_label": f"{RDFS}label", "prov_derived": f"{PROV}wasDerivedFrom",
}  # fmt: skip
Make = Callable[[Asking], Awaitable[Page]]


class Site:
    """Answers with pages."""

    def __init__(self, answers: Answers, pages: Pages, served: Callable[[], Served | Upstream], seconds: float) -> None:
        self._answers = answers
        self._pages = pages
        self._served = served
        self._seconds = seconds
        self._texts: dict[tuple[str, str], str] = {}

    async def home(self, request: Request, answering: Answering) -> None:
        """``/``."""
        title = words(self._pages.view(request).tongue).home_title
        await self._answer(request, answering, lambda asking: home_page(asking, title, self._pages.root))

    async def pictures(self, request: Request, answering: Answering) -> None:
        """``/pictures``."""
        title = words(self._pages.view(request).tongue).nav_pictures
        await self._answer(request, answering, lambda asking: gallery_page(asking, title))

    async def thing(
        self, iri: str, request: Request, answering: Answering, headers: list[tuple[str, str]] | None = None
    ) -> None:
        """The page of a thing."""
        await self._answer(request, answering, lambda asking: thing_page(iri, asking, self.source), headers or [], iri)

    async def question(self, request: Request, answering: Answering) -> None:
        """``/questions/NAME``: asks for the parameters of a question, and leads to its answer.

        Raises:
            Problem: there is no such question.
        """
        _reading(request)
        name = request.path.rpartition("/")[2]
        found = next((one for one in self._pages.questions if one.name == name), None)
        if found is None:
            raise Problem(404, "not-found", f"there is no question {name[:100]!r}")
        view, wrong = self._pages.view(request), None
        if view.parameter("run") or not found.parameters:
            try:
                query = found.bound(await self._values(found, view))
                address = f"{self._pages.sheet.base}/sparql?{urlencode({'query': query})}"
                await answering.whole(303, [("location", address), ("cache-control", "no-cache")])
                return
            except QueryError as error:
                wrong = self._pages.complaint(malformed(str(error), "malformed-parameter"), view)
            except Problem as problem:
                if problem.code != "no-such-thing":
                    raise
                wrong = self._pages.complaint(problem, view)
        described = {one.name: _in(one.description, view.tongue) for one in found.parameters}
        content = {"question": found, "descriptions": described, "complaint": wrong, "title": found.titles[view.tongue]}
        body = self._pages.sheet.write("question.html", view, content)
        await answering.whole(200, [*page_headers(request, view), ("cache-control", "no-cache")], body)

    def source(self, document: str) -> str:
        """The text of a source document."""
        served = self._served()
        key = (served.manifest.sha256, document)
        if key not in self._texts:
            path = served.source(document)
            with_others = {held: text for held, text in self._texts.items() if held[0] == key[0]}
            self._texts = {**with_others, key: path.read_bytes().decode("utf-8") if path else ""}
        return self._texts[key]

    async def rows(self, query: str) -> Rows:
        """The rows of a query, through the workers and their bounds."""
        job = Job(query, (JSON.name, None), whole=True, seconds=self._seconds)
        kept = await self._answers.get(job, self._answers.key(job))
        assert kept.body is not None, "it is asked for whole"
        return rows_of(json.loads(kept.body))

    async def _answer(
        self,
        request: Request,
        answering: Answering,
        make: Make,
        headers: list[tuple[str, str]] | None = None,
        iri: str = "",
    ) -> None:
        """Answer with a page, made or kept."""
        _reading(request)
        view = self._pages.view(request)
        squeezed = encoding(request.header("accept-encoding")) == "gzip"
        key = page_key(self._answers.dataset(), request.path, *view.parameters, view.tongue, view.theme, str(squeezed))
        tag = etag(key)
        sent = [*page_headers(request, view), *(headers or []), ("etag", tag), ("cache-control", "no-cache")]
        if is_fresh(request.header("if-none-match"), tag):
            await answering.whole(304, sent)
            return
        kept = self._answers.cache.get(key)
        if kept is None:
            body = await self._written(view, make, iri)
            kept = Kept.page(HTML.name, body, squeezed)
            self._answers.cache.put(key, kept)
        if kept.gzip:
            sent.append(("content-encoding", "gzip"))
        vary = [(name, f"{value}, Accept-Encoding" if name == "vary" else value) for name, value in sent]
        await answering.whole(200, vary, kept.body)

    async def _written(self, view: View, make: Make, iri: str) -> bytes:
        asking = Asking(self.rows, view.tongue)
        page = await make(asking)
        content: dict[str, Any] = {
            **_NAMESPACES,
            **page.content,
            "title": page.title,
            "iri": iri,
            "asked": asking.asked,
        }
        # Names that Jinja would take for its own or for methods.
        content["parts_of_text"] = content.pop("parts", None)
        if page.template == "home.html":
            content |= self._first()
        return await asyncio.to_thread(self._pages.sheet.write, page.template, view, content)

    def _first(self) -> dict[str, Any]:
        by_name = {one.name: one for one in self._pages.questions}
        return {
            "questions": [by_name[name] for name in FIRST_QUESTIONS if name in by_name],
            "questions_total": len(self._pages.questions),
        }

    async def _values(self, question: Question, view: View) -> dict[str, str]:
        """What a person has written for the parameters; names of things become their IRIs."""
        values = {}
        for parameter in question.parameters:
            written = view.parameter(parameter.name).strip() or parameter.default
            if parameter.type in FOLDERS:
                written = await self._thing(parameter.type, written)
            values[parameter.name] = written
        return values

    async def _thing(self, kind: str, written: str) -> str:
        """The IRI of a thing of a kind, by its IRI, its identifier or a name.

        Raises:
            Problem: there is none.
        """
        iri = thing_iri(kind, written)
        if iri is not None and await self.rows(f"SELECT ?said WHERE {{ {iri} ?said ?value }} LIMIT 1"):
            return iri.value
        rows = await self.rows(
            "SELECT ?thing WHERE { ?thing rdfs:label|skos:prefLabel|skos:altLabel ?name . "
            f'FILTER(LCASE(STR(?name)) = LCASE({Literal(written)}) && STRSTARTS(STR(?thing), "{FOLDERS[kind]}")) }} '
            "ORDER BY ?thing LIMIT 1"
        )
        if not rows:
            raise malformed(f"the graph has no {kind} {written!r}", "no-such-thing", written=written)
        return rows[0]["thing"].value


def _in(description: str, tongue: str) -> str:
    """A description of the form ``English / 中文`` in one language."""
    english, slash, chinese = description.partition(" / ")
    return chinese if slash and tongue == "zh" else english


def _reading(request: Request) -> None:
    request.notes.setdefault("route", "page")
    if request.method not in ("GET", "HEAD"):
        raise not_allowed(request.method, "GET, HEAD, OPTIONS")
