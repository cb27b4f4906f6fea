"""From a thing in the graph back to the source lines it was read from."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolutions, Store, Variable

from silkgraph.ask.answers import short, shown
from silkgraph.ask.nearest import nearest
from silkgraph.ask.query import ask
from silkgraph.ask.reasons import reasons
from silkgraph.errors import QueryError
from silkgraph.export.order import reading_order
from silkgraph.export.prefixes import PREFIXES
from silkgraph.namespaces import GRAPHS, RDFS, THINGS
from silkgraph.store import OpenStore

_WHOLE = re.compile(r"<?(https?://[^\x00-\x20<>\"{}|^`\\]+)>?")
_RELATIVE = re.compile(r"[A-Za-z0-9/._-]+")

_PASSAGES = """
SELECT DISTINCT ?thing ?document ?start ?end ?exact WHERE {
  { ?thing silk:passage ?passage }
  UNION { ?thing oa:exact [] . BIND(?thing AS ?passage) }
  UNION { ?outcome silk:involves|silk:amount|silk:party ?thing ; silk:passage ?passage }
  UNION { ?participation a silk:Participation ; silk:body|silk:country ?thing ; silk:passage ?passage }
  ?passage oa:start ?start ; oa:end ?end ; oa:exact ?exact ; oa:hasSource ?document .
} ORDER BY ?document ?start ?end
"""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage in its source lines: the words, and what stands before and after them on those lines.

    Where the store does not keep the source any more, there is nothing before and after.
    """

    document: str
    start: int
    end: int
    line: int
    before: str
    exact: str
    after: str


@dataclass(frozen=True, slots=True)
class Trace:
    """What the graph says of a thing, and the passages behind it.

    ``graphs`` holds, for each named graph, its statements as predicate and value; ``mentions`` how
    often other things point here, by predicate; ``reasons`` how it was read, in words (``reasons.reasons``);
    ``more`` the number of passages left out.
    """

    iri: str
    labels: tuple[str, ...]
    graphs: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    mentions: tuple[tuple[int, str], ...]
    reasons: tuple[tuple[str, str], ...]
    evidence: tuple[Evidence, ...]
    more: int


def trace_thing(store: OpenStore, written: str, passages: int = 10) -> Trace:
    """Everything about the thing that ``written`` names: an IRI, the part after ``…/id/``, or ``body:ndrc``.

    Raises:
        QueryError: the graph says nothing of it; the message suggests what is close.
    """
    thing = _thing(store.graph, written)
    graphs: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    labels = []
    for quad in sorted(store.graph.quads_for_pattern(thing, None, None, None), key=reading_order):
        if not isinstance(quad.graph_name, NamedNode):
            continue  # the union, which holds everything once more
        graphs[quad.graph_name.value.removeprefix(GRAPHS)].append((short(quad.predicate.value), shown(quad.object)))
        if quad.predicate.value == f"{RDFS}label" and isinstance(quad.object, Literal):
            labels.append(quad.object.value)
    pointing = Counter(
        short(quad.predicate.value) for quad in store.graph.quads_for_pattern(None, None, thing, DefaultGraph())
    )
    found = list(_evidence(store, thing))
    return Trace(
        thing.value,
        tuple(dict.fromkeys(labels)),
        tuple((graph, tuple(statements)) for graph, statements in sorted(graphs.items())),
        tuple((count, predicate) for predicate, count in sorted(pointing.items())),
        tuple(reasons(store.graph, thing)),
        tuple(found[:passages]),
        max(0, len(found) - passages),
    )


def in_lines(text: str, start: int, end: int) -> tuple[int, str, str]:
    """The number of the line where a passage begins, and what stands around the passage on its lines."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return text.count("\n", 0, start) + 1, text[first:start], text[end : len(text) if last < 0 else last]


def _evidence(store: OpenStore, thing: NamedNode) -> Iterator[Evidence]:
    answer = ask(store.graph, _PASSAGES, substitutions={Variable("thing"): thing})
    assert isinstance(answer, QuerySolutions)
    for row in answer:
        document, start, end, exact = (_value(row[name]) for name in ("document", "start", "end", "exact"))
        identifier = document.rpartition("/")[2]
        text = store.source(identifier)
        line, before, after = in_lines(text, int(start), int(end)) if text else (0, "", "")
        yield Evidence(identifier, int(start), int(end), line, before, exact, after)


def _value(term: object) -> str:
    assert isinstance(term, NamedNode | Literal)
    return term.value


def _thing(graph: Store, written: str) -> NamedNode:
    prefix, colon, local = written.partition(":")
    if whole := _WHOLE.fullmatch(written.strip()):
        iri = NamedNode(whole[1])
    elif colon and prefix in PREFIXES and _RELATIVE.fullmatch(local):
        iri = NamedNode(PREFIXES[prefix] + local)
    elif _RELATIVE.fullmatch(written):
        iri = NamedNode(THINGS + written)
    else:
        raise QueryError(f"{written!r} is not an IRI", advice="Give it as in: silkgraph trace body/ndrc")
    if next(graph.quads_for_pattern(iri, None, None, None), None) is None:
        known = {q.subject.value.removeprefix(THINGS) for q in graph if isinstance(q.subject, NamedNode)}
        raise QueryError(
            f"the graph says nothing of <{iri.value}>", advice=nearest(iri.value.removeprefix(THINGS), known)
        )
    return iri
