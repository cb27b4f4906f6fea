"""From what a person types to the IRI of a thing: an IRI, an identifier, or a name in Chinese or English."""

from __future__ import annotations

import re

from pyoxigraph import Literal, NamedNode, QuerySolutions

from silkgraph.ask.nearest import nearest
from silkgraph.ask.query import Graph, ask
from silkgraph.errors import QueryError
from silkgraph.namespaces import SCHEMES, THINGS

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

# Values are written into these queries; given with VALUES, Virtuoso does not compare Chinese ones with LCASE.
_BY_NAME = """
SELECT DISTINCT ?found WHERE {
  VALUES ?property { rdfs:label skos:prefLabel skos:altLabel }
  ?found ?property ?name .
  FILTER(LCASE(STR(?name)) = LCASE(%(wanted)s) && STRSTARTS(STR(?found), %(folder)s))
} ORDER BY ?found
"""
_CODES = "SELECT DISTINCT ?found WHERE { ?found ?property ?value . FILTER(STRSTARTS(STR(?found), %(folder)s)) }"
_LABELS = """
SELECT DISTINCT ?found WHERE { ?thing rdfs:label ?found . FILTER(STRSTARTS(STR(?thing), %(folder)s)) }
"""


def thing_iri(kind: str, written: str) -> NamedNode | None:
    """The IRI that ``written`` is or abbreviates, None where it is neither an IRI nor an identifier."""
    if whole := _IRI.fullmatch(written.strip()):
        try:
            return NamedNode(whole[1])
        except ValueError:  # http://[
            return None
    if not _CODE.fullmatch(written):
        return None
    return NamedNode(FOLDERS[kind] + (written.upper() if kind == "country" else written))


def find_thing(graph: Graph, kind: str, written: str) -> NamedNode:
    """The thing of a kind that a person means.

    Args:
        graph: the built graph, here or elsewhere.
        kind: a key of ``FOLDERS``.
        written: an IRI, an identifier (``ndrc``, ``LA``) or a name (``国家发展改革委``, ``Laos``).

    Raises:
        QueryError: the graph has no such thing; the message suggests what is close.
    """
    iri = thing_iri(kind, written)
    if iri is not None and ask(graph, f"ASK {{ {iri} ?property ?value }}"):
        return iri
    named = _column(graph, _BY_NAME, kind, written)
    if named:
        return NamedNode(named[0])
    raise QueryError(f"the graph has no {kind} {written!r}", advice=_suggestion(graph, kind, written))


def _suggestion(graph: Graph, kind: str, written: str) -> str:
    folder = FOLDERS[kind]
    codes = {thing.removeprefix(folder) for thing in _column(graph, _CODES, kind, written)}
    return nearest(written, codes | set(_column(graph, _LABELS, kind, written)))


def _column(graph: Graph, query: str, kind: str, wanted: str) -> list[str]:
    answer = ask(graph, query % {"folder": Literal(FOLDERS[kind]), "wanted": Literal(wanted)})
    assert isinstance(answer, QuerySolutions)
    return [term.value for row in answer if isinstance(term := row["found"], NamedNode | Literal)]
