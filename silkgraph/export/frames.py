"""JSON-LD for people who program without RDF: a tree a thing, shaped by the frame of its class.

The frames are in ``ontology/frames/``: what is named there is written out in its place (the parties of an outcome with
their bodies, its passage, its money), everything else as an IRI. pyld (extra ``export``) does the framing, a hundred
things at a time, and is given no way to load anything from anywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from silkgraph.ask.nearest import nearest
from silkgraph.errors import KnowledgeError, QueryError, SilkgraphError
from silkgraph.export.json_ld import in_order, indented, published_context
from silkgraph.export.order import natural
from silkgraph.locations import knowledge
from silkgraph.namespaces import TYPE, XSD

THINGS_A_PIECE = 100


def frame_names() -> list[str]:
    """The classes that have a frame, as one asks for them."""
    return sorted(path.stem for path in (knowledge("ontology") / "frames").glob("*.jsonld"))


def framed_pieces(graph: Store, name: str) -> Iterator[bytes]:
    """All things of a class, each as a tree, as one JSON-LD document, piece by piece.

    Args:
        graph: the built graph, the union of its named graphs in its default graph.
        name: of a frame.

    Raises:
        QueryError: there is no such frame.
        SilkgraphError: pyld is not installed.
    """
    frame = _frame(name)
    context = published_context()
    kind = NamedNode(_expanded(frame["type"], context))
    found = graph.quads_for_pattern(None, TYPE, kind, DefaultGraph())
    named = (quad.subject for quad in found if isinstance(quad.subject, NamedNode))
    things = sorted(named, key=lambda thing: natural(thing.value))
    yield json.dumps({"@context": context, "@graph": []}, ensure_ascii=False, indent=1).removesuffix("]\n}").encode()
    separator = "\n"
    for first in range(0, len(things), THINGS_A_PIECE):
        some = things[first : first + THINGS_A_PIECE]
        nodes = _framed((quad for thing in some for quad in _about(graph, thing, frame, context)), frame, context)
        yield (separator + ",\n".join(indented(node, "  ") for node in in_order(nodes, context))).encode("utf-8")
        separator = ",\n"
    yield b"\n ]\n}\n" if things else b"]\n}\n"


def _frame(name: str) -> dict[str, Any]:
    path = knowledge("ontology") / "frames" / f"{name}.jsonld"
    if name not in (known := frame_names()):
        raise QueryError(f"there is no frame {name!r}", advice=nearest(name, known))
    try:
        frame = json.loads(path.read_text(encoding="utf-8"))
        del frame["@context"]
        frame["type"] + ""
    except (ValueError, KeyError, TypeError) as error:
        raise KnowledgeError(f"this is not a JSON-LD frame: {error}", path=path) from error
    return dict(frame)


def _about(graph: Store, thing: NamedNode, frame: Mapping[str, Any], context: Mapping[str, Any]) -> Iterator[Quad]:
    """What is said of a thing and of those that the frame writes out in it; of an explicit one what the frame names."""
    named = {_expanded(key, context): inner for key, inner in frame.items() if key in context}
    wanted = {*named, TYPE.value} if frame.get("@explicit") else None
    for quad in graph.quads_for_pattern(thing, None, None, DefaultGraph()):
        if wanted is not None and quad.predicate.value not in wanted:
            continue
        yield quad
        inner = named.get(quad.predicate.value)
        if isinstance(inner, dict) and inner.get("@embed", "@never") != "@never" and isinstance(quad.object, NamedNode):
            yield from _about(graph, quad.object, inner, context)


def _framed(quads: Iterable[Quad], frame: dict[str, Any], context: dict[str, Any]) -> list[dict[str, Any]]:
    options = {"documentLoader": _refuse, "embed": "@never", "omitGraph": False}
    framed = pyld().frame(_expanded_nodes(set(quads)), {"@context": context, **_without_explicit(frame)}, options)
    return list(framed["@graph"])


def pyld() -> Any:
    """pyld's JSON-LD processor.

    Raises:
        SilkgraphError: it is not installed.
    """
    try:
        from pyld import jsonld
    except ImportError:
        raise SilkgraphError(
            "framing needs pyld, which is not installed", advice="Run: pip install 'silkgraph[export]'"
        ) from None
    return jsonld


def _expanded_nodes(quads: Iterable[Quad]) -> list[dict[str, Any]]:
    """Expanded JSON-LD. (pyld reads N-Quads too, but compares each statement with all the others.)"""
    nodes: dict[str, dict[str, Any]] = {}
    for quad in quads:
        assert isinstance(quad.subject, NamedNode), "the graph has no blank nodes"
        node = nodes.setdefault(quad.subject.value, {"@id": quad.subject.value})
        if quad.predicate == TYPE and isinstance(quad.object, NamedNode):
            node.setdefault("@type", []).append(quad.object.value)
        else:
            node.setdefault(quad.predicate.value, []).append(_expanded_value(quad.object))
    return list(nodes.values())


def _expanded_value(term: object) -> dict[str, Any]:
    if isinstance(term, NamedNode):
        return {"@id": term.value}
    assert isinstance(term, Literal), "the graph has no blank nodes"
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == f"{XSD}integer":
        return {"@value": int(term.value)}
    if term.datatype.value == f"{XSD}boolean":
        return {"@value": term.value == "true"}
    return {"@value": term.value} | ({} if term.datatype.value == f"{XSD}string" else {"@type": term.datatype.value})


def _without_explicit(frame: Mapping[str, Any]) -> dict[str, Any]:
    """The frame as pyld is to see it: what an explicit one leaves out is not among the statements any more."""
    return {
        key: _without_explicit(inner) if isinstance(inner, dict) else inner
        for key, inner in frame.items()
        if key != "@explicit" and inner != {}
    }


def _refuse(address: str, _options: object) -> Any:
    raise KnowledgeError(f"a frame or the context wants {address}, and nothing is loaded from elsewhere")


def _expanded(term: str, context: Mapping[str, Any]) -> str:
    """The IRI of a term of the context."""
    meaning = context[term]
    name = str(meaning["@id"] if isinstance(meaning, dict) else meaning)
    prefix, colon, rest = name.partition(":")
    return f"{context[prefix]}{rest}" if colon and prefix in context else name
