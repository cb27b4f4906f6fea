"""Compact JSON-LD, with the project's own context written into the file so that it reads offline.

rdflib does the compaction: pyoxigraph writes expanded JSON-LD only. What rdflib leaves to chance, the
order of graphs, nodes and values, is settled here.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from silkgraph.describe.namespaces import XSD
from silkgraph.errors import KnowledgeError
from silkgraph.export.order import natural
from silkgraph.locations import knowledge

_FIRST = {"id": 0, "type": 1, "label": 2, "@graph": 9}


def json_ld_bytes(quads: Iterable[Quad]) -> bytes:
    """The quads as one JSON-LD document; named graphs as ``@graph`` under their names.

    Raises:
        KnowledgeError: the context file is missing or broken.
    """
    context = _context()
    graphs: defaultdict[str, rdflib.Graph] = defaultdict(rdflib.Graph)
    for quad in quads:
        name = "" if isinstance(quad.graph_name, DefaultGraph) else str(_term(quad.graph_name))
        graphs[name].add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    content = _nodes(graphs.pop("", rdflib.Graph()), context)
    content += [{"id": name, "@graph": _nodes(graph, context)} for name, graph in graphs.items()]
    document = {"@context": context, "@graph": _ordered(content)}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _nodes(graph: rdflib.Graph, context: dict[str, Any]) -> list[Any]:
    """The compacted nodes of one graph. rdflib writes a lone node without the list around it."""
    written = json.loads(graph.serialize(format="json-ld", context=context, auto_compact=False))
    del written["@context"]
    return list(written.get("@graph", [written] if written else []))


def _context() -> dict[str, Any]:
    path = knowledge("ontology") / "context.jsonld"
    try:
        context = json.loads(path.read_text(encoding="utf-8"))["@context"]
    except FileNotFoundError:
        raise KnowledgeError("the JSON-LD context is missing", path=path) from None
    except (ValueError, KeyError, TypeError) as error:
        raise KnowledgeError(f"this is not a JSON-LD context: {error}", path=path) from error
    if not isinstance(context, dict):
        raise KnowledgeError("this is not a JSON-LD context", path=path)
    return context


def _term(term: NamedNode | BlankNode | Literal | Triple) -> Any:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    assert isinstance(term, Literal), "the graph is RDF 1.1"
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = None if term.datatype.value == f"{XSD}string" else rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, datatype=datatype, normalize=False)


def _ordered(values: Iterable[Any]) -> list[Any]:
    """Nodes and values in natural order, each node with its name, type and label first."""
    return sorted((_laid_out(value) for value in values), key=_place)


def _laid_out(value: Any) -> Any:
    if isinstance(value, list):
        return _ordered(value)
    if isinstance(value, dict):
        return {key: _laid_out(value[key]) for key in sorted(value, key=lambda key: (_FIRST.get(key, 5), key))}
    return value


def _place(value: Any) -> tuple[object, ...]:
    if isinstance(value, dict):
        return (1, natural(str(value.get("id", ""))), json.dumps(value, ensure_ascii=False, sort_keys=True))
    return (0, natural(str(value)), "")
