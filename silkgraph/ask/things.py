"""From what a person types to the IRI of a thing: an IRI, an identifier, or a name in Chinese or English."""

from __future__ import annotations

import re

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolutions, Store, Variable

from silkgraph.ask.nearest import nearest
from silkgraph.ask.query import ask
from silkgraph.describe.namespaces import SCHEMES, THINGS
from silkgraph.errors import QueryError

FOLDERS = {
    "body": f"{THINGS}body/",
    "country": f"{THINGS}place/",
    "document": f"{THINGS}document/",
    "forum": f"{THINGS}forum/",
    "outcome": f"{THINGS}outcome/",
    "kind": f"{SCHEMES}kind/",
    "domain": f"{SCHEMES}domain/",
    "pillar": f"{SCHEMES}pillar/",
}
"""What a parameter may be of, and where the IRIs of such things begin."""

_CODE = re.compile(r"[A-Za-z0-9/._-]+")
_IRI = re.compile(r"<?(https?://[^\x00-\x20<>\"{}|^`\\]+)>?")

_BY_NAME = """
SELECT DISTINCT ?wanted ?folder ?thing WHERE {
  VALUES ?property { rdfs:label skos:prefLabel skos:altLabel }
  ?thing ?property ?name .
  FILTER(LCASE(STR(?name)) = LCASE(STR(?wanted)) && STRSTARTS(STR(?thing), STR(?folder)))
} ORDER BY ?thing
"""
_LABELS = """
SELECT DISTINCT ?wanted ?folder ?label WHERE {
  ?thing rdfs:label ?label . FILTER(STRSTARTS(STR(?thing), STR(?folder)))
}
"""


def thing_iri(kind: str, written: str) -> NamedNode | None:
    """The IRI that ``written`` is or abbreviates, None where it is neither an IRI nor an identifier."""
    if whole := _IRI.fullmatch(written.strip()):
        return NamedNode(whole[1])
    if not _CODE.fullmatch(written):
        return None
    return NamedNode(FOLDERS[kind] + (written.upper() if kind == "country" else written))


def find_thing(graph: Store, kind: str, written: str) -> NamedNode:
    """The thing of a kind that a person means.

    Args:
        graph: the built graph.
        kind: a key of ``FOLDERS``.
        written: an IRI, an identifier (``ndrc``, ``LA``) or a name (``国家发展改革委``, ``Laos``).

    Raises:
        QueryError: the graph has no such thing; the message suggests what is close.
    """
    iri = thing_iri(kind, written)
    if iri is not None and (next(graph.quads_for_pattern(iri, None, None, None), None) is not None):
        return iri
    named = _column(graph, _BY_NAME, "thing", kind, written)
    if named:
        return NamedNode(named[0])
    raise QueryError(f"the graph has no {kind} {written!r}", advice=_suggestion(graph, kind, written))


def _suggestion(graph: Store, kind: str, written: str) -> str:
    folder = FOLDERS[kind]
    codes = {
        quad.subject.value.removeprefix(folder)
        for quad in graph.quads_for_pattern(None, None, None, DefaultGraph())
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(folder)
    }
    return nearest(written, codes | set(_column(graph, _LABELS, "label", kind, written)))


def _column(graph: Store, query: str, variable: str, kind: str, wanted: str) -> list[str]:
    bound = {Variable("folder"): Literal(FOLDERS[kind]), Variable("wanted"): Literal(wanted)}
    answer = ask(graph, query, substitutions=bound)
    assert isinstance(answer, QuerySolutions)
    return [term.value for row in answer if isinstance(term := row[variable], NamedNode | Literal)]
