"""Compact JSON-LD, with the project's own context written into the file so that it reads offline.

rdflib does the compaction: pyoxigraph writes expanded JSON-LD only. What rdflib leaves to chance, the
order of graphs, nodes and values, is settled here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from silkgraph.errors import KnowledgeError
from silkgraph.export.order import natural
from silkgraph.locations import knowledge
from silkgraph.namespaces import XSD

_FIRST = {"id": 0, "type": 1, "label": 2, "@graph": 9}


def json_ld_pieces(pieces: Iterable[list[Quad]]) -> Iterator[bytes]:
    """One JSON-LD document, in pieces; named graphs as ``@graph`` under their names.

    Args:
        pieces: quads in reading order, each piece of one graph and of whole subjects.

    Raises:
        KnowledgeError: the context file is missing or broken.
    """
    context = published_context()
    opening = json.dumps({"@context": context, "@graph": []}, ensure_ascii=False, indent=1)
    yield opening.removesuffix("[]\n}").encode("utf-8")
    last: object = None
    for piece in pieces:
        graph = piece[0].graph_name
        nodes = in_order(_nodes(_rdflib_graph(piece), context), context)
        if graph == last:
            before = ",\n"
        else:
            before = "[\n" if last is None else "\n   ]\n  },\n" if isinstance(last, NamedNode) else ",\n"
            if isinstance(graph, NamedNode):
                before += f'  {{\n   "id": {json.dumps(graph.value)},\n   "@graph": [\n'
        last = graph
        indent = "    " if isinstance(graph, NamedNode) else "  "
        yield (before + ",\n".join(indented(node, indent) for node in nodes)).encode("utf-8")
    closing = "[]" if last is None else "\n   ]\n  }\n ]" if isinstance(last, NamedNode) else "\n ]"
    yield f"{closing}\n}}\n".encode("ascii")


def in_order(nodes: Iterable[dict[str, Any]], context: Mapping[str, Any]) -> list[Any]:
    """Nodes in the natural order of their whole IRIs, so that pieces follow each other as they come."""

    def iri(node: Mapping[str, Any]) -> str:
        prefix, _, rest = str(node.get("id", "")).partition(":")
        return f"{context[prefix]}{rest}" if isinstance(context.get(prefix), str) else f"{prefix}:{rest}"

    return [laid_out(node) for node in sorted(nodes, key=lambda node: natural(iri(node)))]


def indented(node: Any, indent: str) -> str:
    """A node as JSON, every line of it shifted by ``indent``."""
    return "\n".join(indent + line for line in json.dumps(node, ensure_ascii=False, indent=1).split("\n"))


def _rdflib_graph(quads: Iterable[Quad]) -> rdflib.Graph:
    graph = rdflib.Graph()
    for quad in quads:
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _nodes(graph: rdflib.Graph, context: dict[str, Any]) -> list[Any]:
    """The compacted nodes of one graph. rdflib writes a lone node without the list around it."""
    written = json.loads(graph.serialize(format="json-ld", context=context, auto_compact=False))
    del written["@context"]
    return list(written.get("@graph", [written] if written else []))


def published_context() -> dict[str, Any]:
    """The content of ``ontology/context.jsonld``.

    Raises:
        KnowledgeError: the file is missing or broken.
    """
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
    return sorted((laid_out(value) for value in values), key=_place)


def laid_out(value: Any) -> Any:
    """A value with its name, type and label first, and everything in natural order."""
    if isinstance(value, list):
        return _ordered(value)
    if isinstance(value, dict):
        return {key: laid_out(value[key]) for key in sorted(value, key=lambda key: (_FIRST.get(key, 5), key))}
    return value


def _place(value: Any) -> tuple[object, ...]:
    if isinstance(value, dict):
        return (1, natural(str(value.get("id", ""))), json.dumps(value, ensure_ascii=False, sort_keys=True))
    return (0, natural(str(value)), "")
