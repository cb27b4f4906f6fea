"""The data behind an IRI: ``https://w3id.org/silkgraph/PATH`` is answered for at ``/PATH`` of this server.

Things, concepts and bodies are not documents: their IRI answers 303 with the address of a document about them,
``PATH.ttl`` and so on, in the form negotiated. Graphs and the vocabulary are documents and answer themselves.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from silkgraph.describe import iris
from silkgraph.describe.namespaces import BASE, DCTERMS, FOAF, GRAPHS, ONTOLOGY, RDF, RDFS, SCHEMES, THINGS, VOID
from silkgraph.serve.caching import FRESHNESS
from silkgraph.serve.endpoint import Answers, answer_job
from silkgraph.serve.frames import Job
from silkgraph.serve.http import Answering, Request
from silkgraph.serve.media import BY_NAME, HTML, JSON, Form
from silkgraph.serve.media import GRAPHS as GRAPH_FORMS
from silkgraph.serve.negotiation import encoding, named, negotiate
from silkgraph.serve.problems import Problem, not_acceptable, not_allowed
from silkgraph.serve.protocol import pairs

FORMS = (*GRAPH_FORMS, HTML)
LICENCE = "https://creativecommons.org/licenses/by/4.0/"

_IRI_PATH = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._-")

# The thing, what belongs to it (passages, amounts, values: things whose only place is with it), who points at it, and
# names for whatever is mentioned. The document about it says which dataset it is part of.
_ABOUT = """
CONSTRUCT {
  <%(thing)s> ?p ?o . ?o rdfs:label ?name .
  ?part ?partP ?partO .
  ?from ?in <%(thing)s> . ?from rdfs:label ?fromName .
  <%(document)s> foaf:primaryTopic <%(thing)s> ; void:inDataset <%(dataset)s> ; dcterms:license <%(licence)s> ;
    rdf:type foaf:Document .
} WHERE {
  { <%(thing)s> ?p ?o . OPTIONAL { ?o rdfs:label ?name } }
  UNION { <%(thing)s> silk:passage|silk:amount ?part . ?part ?partP ?partO }
  UNION { { SELECT ?from ?in WHERE { ?from ?in <%(thing)s> } LIMIT 2000 } OPTIONAL { ?from rdfs:label ?fromName } }
}"""
_EXISTS = "ASK { { <%(thing)s> ?p ?o } UNION { GRAPH <%(thing)s> { ?s ?p ?o } } }"
_ONTOLOGY = """
CONSTRUCT { ?term ?p ?o } WHERE {
  { ?term rdfs:isDefinedBy <%(thing)s> . ?term ?p ?o } UNION { BIND(<%(thing)s> AS ?term) ?term ?p ?o }
}"""
_PREFIXES = (
    f"PREFIX silk: <{ONTOLOGY}#>\nPREFIX rdfs: <{RDFS}>\nPREFIX rdf: <{RDF}>\nPREFIX foaf: <{FOAF}>\n"
    f"PREFIX void: <{VOID}>\nPREFIX dcterms: <{DCTERMS}>\n"
)


ThingPage = Callable[[str, Request, Answering, list[tuple[str, str]]], Awaitable[None]]
"""Answers with the page about a thing, sent with some headers."""


@dataclass(frozen=True, slots=True)
class Named:
    """An IRI that is asked for, and the form its suffix names."""

    iri: str
    form: Form | None


def named_in(path: str) -> Named | None:
    """The IRI and the suffix in a path; None where no IRI of the project has such a path.

    >>> named_in("/id/item/brf1-2017-outcome-list/3.14.ttl")
    Named(iri='https://w3id.org/silkgraph/id/item/brf1-2017-outcome-list/3.14', form=Form(name='ttl', ...))
    """
    if not path.isascii() or not set(path) <= _IRI_PATH:
        return None
    iri, form = BASE + path.removeprefix("/"), None
    stem, dot, suffix = iri.rpartition(".")
    if dot and suffix in BY_NAME and BY_NAME[suffix] in FORMS:
        iri, form = stem, BY_NAME[suffix]
    return Named(iri, form) if iri.startswith((THINGS, SCHEMES, GRAPHS)) or iri == ONTOLOGY else None


class Dereferencer:
    """Answers for the IRIs of the project."""

    def __init__(self, root: str, answers: Answers, page: ThingPage, seconds: float) -> None:
        self._root = root
        self._answers = answers
        self._page = page
        self._seconds = seconds

    async def __call__(self, request: Request, answering: Answering) -> None:
        """Answer one request.

        Raises:
            Problem: there is no such thing, or not in a form that is accepted.
        """
        request.notes["route"] = "iri"
        if request.method not in ("GET", "HEAD"):
            raise not_allowed(request.method, "GET, HEAD, OPTIONS")
        asked = named_in(request.path)
        if asked is None:
            raise _unknown(BASE + request.path.lstrip("/"))
        is_document = asked.iri.startswith(GRAPHS) or asked.iri == ONTOLOGY
        if not await self._exists(asked.iri):
            raise _unknown(asked.iri)
        form = asked.form or self._negotiated(request)
        headers = self._headers(asked.iri)
        if asked.form is None and not is_document:
            headers.append(("location", f"{self._address(asked.iri)}.{form.name}"))
            await answering.whole(303, [*headers, ("vary", "Accept"), ("cache-control", FRESHNESS)])
            return
        if form is HTML:
            await self._page(asked.iri, request, answering, headers)
            return
        job = self._job(asked.iri, form, gzip=encoding(request.header("accept-encoding")) == "gzip")
        await answer_job(self._answers, job, headers, answering, request)

    def _negotiated(self, request: Request) -> Form:
        name = dict(pairs(request.query_string, "the query string")).get("format")
        form = named(name, FORMS) if name else negotiate(request.header("accept"), FORMS)
        if form is None:
            raise not_acceptable(FORMS)
        return form

    def _address(self, iri: str) -> str:
        return f"{self._root}/{iri.removeprefix(BASE)}"

    def _headers(self, iri: str) -> list[tuple[str, str]]:
        address = self._address(iri)
        links = [f'<{address}.{other.name}>; rel="alternate"; type="{other.media_type}"' for other in FORMS]
        links += [
            f'<{address}.ttl>; rel="describedby"; type="text/turtle"',
            f'<{LICENCE}>; rel="license"',
            f'<{iri}>; rel="cite-as"',
        ]
        return [("link", ", ".join(links))]

    def _job(self, iri: str, form: Form, *, gzip: bool) -> Job:
        if iri.startswith(GRAPHS):
            return Job("", (None, form.name), dump=(iri,), gzip=gzip, seconds=self._seconds)
        query = _ONTOLOGY if iri == ONTOLOGY else _ABOUT
        names = {
            "thing": iri,
            "document": f"{self._address(iri)}.{form.name}",
            "dataset": iris.dataset().value,
            "licence": LICENCE,
        }
        return Job(_PREFIXES + query % names, (None, form.name), gzip=gzip, seconds=self._seconds)

    async def _exists(self, iri: str) -> bool:
        return bool((await self._ask(_EXISTS, iri))["boolean"])

    async def _ask(self, query: str, iri: str) -> Any:
        job = Job(query % {"thing": iri}, (JSON.name, None), whole=True, seconds=self._seconds)
        kept = await self._answers.get(job, self._answers.key(job))
        assert kept.body is not None, "it is asked for whole"
        return json.loads(kept.body)


def _unknown(iri: str) -> Problem:
    return Problem(404, "not-found", f"nothing is known of {iri[:500]}")
