"""The data behind an IRI: ``https://w3id.org/silkgraph/PATH`` is answered for at ``/PATH`` of this server.

Things, concepts and bodies are not documents: their IRI answers 303 with the address of a document about them,
``PATH.ttl`` and so on, in the form negotiated. Graphs and the vocabulary are documents and answer themselves.

A name may itself end like a form (``…/id/distribution/silkgraph.ttl``): a path is taken for a name and a suffix where
there is such a name, else for a name as it stands.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import urlencode

from silkgraph.describe import iris
from silkgraph.namespaces import BASE, DCTERMS, FOAF, GRAPHS, ONTOLOGY, OWL, RDF, RDFS, SCHEMES, THINGS, VOID
from silkgraph.serve.caching import FRESHNESS
from silkgraph.serve.endpoint import Answers, answer_job
from silkgraph.serve.frames import Job
from silkgraph.serve.http import Answering, Request
from silkgraph.serve.media import BY_NAME, HTML, JSON, Form
from silkgraph.serve.media import GRAPHS as GRAPH_FORMS
from silkgraph.serve.negotiation import encoding, named, negotiate
from silkgraph.serve.problems import Problem, not_acceptable, not_allowed
from silkgraph.serve.protocol import pairs
from silkgraph.serve.views import choices

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
_IS_THING = "ASK { <%(thing)s> ?p ?o }"
_IS_GRAPH = "ASK { GRAPH <%(thing)s> { ?s ?p ?o } }"
_IS_VERSION = f"ASK {{ <{ONTOLOGY}> <{OWL}versionIRI> <%(thing)s> }}"
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


class Kind(Enum):
    """What an IRI names."""

    THING = auto()
    GRAPH = auto()
    VOCABULARY = auto()


def named_in(path: str) -> tuple[Named, ...]:
    """What a path may name, the likelier first; nothing where no IRI of the project has such a path.

    >>> [(one.iri, one.form and one.form.name) for one in named_in("/id/item/brf1-2017-outcome-list/3.14.ttl")]
    [('https://w3id.org/silkgraph/id/item/brf1-2017-outcome-list/3.14', 'ttl'),
     ('https://w3id.org/silkgraph/id/item/brf1-2017-outcome-list/3.14.ttl', None)]
    """
    if not path.isascii() or not set(path) <= _IRI_PATH:
        return ()
    whole = Named(BASE + path.removeprefix("/"), None)
    stem, _, suffix = whole.iri.rpartition(".")
    form = BY_NAME.get(suffix)
    meant = (Named(stem, form), whole) if form in FORMS else (whole,)
    spaces = (THINGS, SCHEMES, GRAPHS, f"{ONTOLOGY}/")
    return tuple(one for one in meant if one.iri.startswith(spaces) or one.iri == ONTOLOGY)


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
        asked, kind = await self._found(request)
        form = asked.form or _negotiated(request)
        headers = self._headers(asked.iri)
        if asked.form is None and kind is Kind.THING:
            chosen = urlencode(choices(request)) if form is HTML else ""
            headers.append(("location", f"{self._address(asked.iri)}.{form.name}{chosen and '?' + chosen}"))
            await answering.whole(303, [*headers, ("vary", "Accept"), ("cache-control", FRESHNESS)])
            return
        if form is HTML:
            await self._page(ONTOLOGY if kind is Kind.VOCABULARY else asked.iri, request, answering, headers)
            return
        job = self._job(asked.iri, kind, form, gzip=encoding(request.header("accept-encoding")) == "gzip")
        await answer_job(self._answers, job, headers, answering, request)

    async def _found(self, request: Request) -> tuple[Named, Kind]:
        """What the path of a request names.

        Raises:
            Problem: nothing.
        """
        meant = named_in(request.path)
        for one in meant:
            kind = await self._kind(one.iri)
            if kind is not None:
                return one, kind
        name = _wanted(request)
        asked = (meant[0].form if meant else None) or (named(name, FORMS) if name else None)
        iri = meant[0].iri if meant else BASE + request.path.lstrip("/")
        raise Problem(
            404, "not-found", f"nothing is known of {iri[:500]}", asked=asked, syntaxes=GRAPH_FORMS if meant else ()
        )

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

    def _job(self, iri: str, kind: Kind, form: Form, *, gzip: bool) -> Job:
        if kind is Kind.GRAPH:
            return Job("", (None, form.name), dump=(iri,), gzip=gzip, seconds=self._seconds)
        query = _ONTOLOGY if kind is Kind.VOCABULARY else _ABOUT
        names = {
            "thing": ONTOLOGY if kind is Kind.VOCABULARY else iri,
            "document": f"{self._address(iri)}.{form.name}",
            "dataset": iris.dataset().value,
            "licence": LICENCE,
        }
        return Job(_PREFIXES + query % names, (None, form.name), gzip=gzip, seconds=self._seconds)

    async def _kind(self, iri: str) -> Kind | None:
        """What an IRI names; None where it is nothing."""
        if iri.startswith(ONTOLOGY):
            return Kind.VOCABULARY if await self._ask(_IS_THING if iri == ONTOLOGY else _IS_VERSION, iri) else None
        if iri.startswith(GRAPHS) and await self._ask(_IS_GRAPH, iri):
            return Kind.GRAPH
        return Kind.THING if await self._ask(_IS_THING, iri) else None

    async def _ask(self, query: str, iri: str) -> bool:
        job = Job(query % {"thing": iri}, (JSON.name, None), whole=True, seconds=self._seconds)
        kept = await self._answers.get(job, self._answers.key(job))
        assert kept.body is not None, "it is asked for whole"
        return bool(json.loads(kept.body)["boolean"])


def _wanted(request: Request) -> str | None:
    return dict(pairs(request.query_string, "the query string")).get("format")


def _negotiated(request: Request) -> Form:
    name = _wanted(request)
    form = named(name, FORMS) if name else negotiate(request.header("accept"), FORMS)
    if form is None:
        raise not_acceptable(FORMS)
    return form
