"""What can be wrong with a request, or go wrong with a query: a status, a title and a sentence for the client.

Every problem reaches the client in one of three forms, by what it accepts: RFC 9457 JSON, text, or a page. Who asked
for RDF about a thing that is not there is told so in RDF.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pyoxigraph as ox

from silkgraph.namespaces import COMMENT, LABEL, RDFS, TYPE, xsd
from silkgraph.serve.media import GRAPH_SYNTAXES, HTML, Form
from silkgraph.serve.negotiation import negotiate

TEXT = Form("txt", "text/plain")
PROBLEM = Form("problem", "application/problem+json", "", ("application/json",))
TYPES = "https://w3id.org/silkgraph/problem/"
HTTP = "http://www.w3.org/2011/http#"
_PREFIXES = {"http": HTTP, "rdfs": RDFS, "problem": TYPES, "xsd": xsd("").value}


@dataclass(eq=False)
class Problem(Exception):
    """A refusal: what the client is told, and nothing that it is not to know."""

    status: int
    code: str
    detail: str
    headers: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, Any] = field(default_factory=dict)
    asked: Form | None = None
    """The form that the address asks for, if it asks for one; it decides over what is accepted."""
    syntaxes: tuple[Form, ...] = ()
    """The RDF syntaxes that the problem can be told in, for who accepts those and nothing else."""

    def __str__(self) -> str:
        return self.detail

    @property
    def title(self) -> str:
        """The code in words: ``time-limit`` is ``Time limit``."""
        return self.code.replace("-", " ").capitalize()

    def form(self, accept: str | None) -> Form:
        """The form that suits a client: a page for browsers, JSON for whoever speaks it, else text."""
        if self.asked is not None:
            return self.asked
        chosen = negotiate(accept, (TEXT, PROBLEM, HTML, *self.syntaxes))
        if chosen is None and accept and "json" in accept:
            return PROBLEM
        return chosen or TEXT

    def body(self, form: Form) -> bytes:
        """The problem as text, JSON or RDF (a page is made elsewhere)."""
        if form.name in GRAPH_SYNTAXES:
            syntax = GRAPH_SYNTAXES[form.name]
            return (
                ox.serialize(self._triples(), format=syntax, prefixes=_PREFIXES if form.name != "nt" else None) or b""
            )
        if form is PROBLEM:
            members = {
                "type": TYPES + self.code,
                "title": self.title,
                "status": self.status,
                "detail": self.detail,
                **self.members,
            }
            return (json.dumps(members, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
        return f"{self.title}: {self.detail}\n".encode()

    def _triples(self) -> list[ox.Triple]:
        """The problem in the W3C's vocabulary of HTTP; nothing is said of what was asked about."""
        answer = ox.BlankNode("answer")
        return [
            ox.Triple(answer, TYPE, ox.NamedNode(f"{HTTP}Response")),
            ox.Triple(answer, TYPE, ox.NamedNode(f"{TYPES}{self.code}")),
            ox.Triple(answer, LABEL, ox.Literal(self.title, language="en")),
            ox.Triple(
                answer, ox.NamedNode(f"{HTTP}statusCodeValue"), ox.Literal(str(self.status), datatype=xsd("int"))
            ),
            ox.Triple(answer, COMMENT, ox.Literal(self.detail, language="en")),
        ]


def malformed(detail: str, code: str = "malformed-request", **members: Any) -> Problem:
    """400: the request is not what the protocol allows."""
    return Problem(400, code, detail, members=members)


def not_acceptable(offers: tuple[Form, ...]) -> Problem:
    """406, with the list of what there is."""
    available = [form.media_type for form in offers]
    return Problem(
        406,
        "not-acceptable",
        f"this can be had as {', '.join(available)}; or ask with ?format= for {', '.join(f.name for f in offers)}",
        members={"available": available},
    )


def not_allowed(method: str, allowed: str) -> Problem:
    """405, with what is allowed."""
    return Problem(405, "method-not-allowed", f"{method} is not possible here; use {allowed}", {"Allow": allowed})


def unpacked_only() -> Problem:
    """415: the body is compressed."""
    return Problem(
        415,
        "unsupported-content-encoding",
        "the body of a request is sent as it is, not compressed",
        {"Accept-Encoding": "identity"},
    )


def read_only() -> Problem:
    """403: an update was sent."""
    return Problem(403, "read-only", "this endpoint answers queries only: updates are refused and nothing was changed")


def busy(detail: str) -> Problem:
    """503 for now."""
    return Problem(503, "busy", detail, {"Retry-After": "2"})
