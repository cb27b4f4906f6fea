"""RDF syntaxes: the same quads always give the same bytes, in an order that people can read.

What is written comes in pieces of some thousand statements, each of whole subjects, so that a graph of any size can be
written without being held in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urljoin

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from silkgraph.errors import SilkgraphError
from silkgraph.export.order import reading_order
from silkgraph.export.prefixes import PREFIXES
from silkgraph.namespaces import RDF, THINGS

STATEMENTS_A_PIECE = 5_000
_TEXT_OR_ADDRESS = re.compile(r'"(?:[^"\\]|\\.)*"|<(/[^>]*)>')
GraphName = NamedNode | BlankNode | DefaultGraph


@dataclass(frozen=True, slots=True)
class Syntax:
    """An RDF syntax: how it is asked for, pyoxigraph's name for it, and whether it names graphs."""

    name: str
    format: RdfFormat
    has_graphs: bool
    is_abbreviated: bool


SYNTAXES = {
    syntax.name: syntax
    for syntax in (
        Syntax("turtle", RdfFormat.TURTLE, has_graphs=False, is_abbreviated=True),
        Syntax("trig", RdfFormat.TRIG, has_graphs=True, is_abbreviated=True),
        Syntax("ntriples", RdfFormat.N_TRIPLES, has_graphs=False, is_abbreviated=False),
        Syntax("nquads", RdfFormat.N_QUADS, has_graphs=True, is_abbreviated=False),
        Syntax("json-ld", RdfFormat.JSON_LD, has_graphs=True, is_abbreviated=True),
        Syntax("rdf-xml", RdfFormat.RDF_XML, has_graphs=False, is_abbreviated=True),
    )
}


def rdf_bytes(quads: Iterable[Quad], syntax: str) -> bytes:
    """The quads in an RDF syntax, UTF-8; a syntax without graphs gets the union of all of them.

    Args:
        quads: what to write, in any order.
        syntax: a key of ``SYNTAXES``.

    Raises:
        SilkgraphError: there is no such syntax.
    """
    chosen = SYNTAXES.get(syntax)
    if chosen is None:
        raise SilkgraphError(f"unknown RDF format {syntax!r}", advice=f"Choose one of: {', '.join(SYNTAXES)}.")
    if not chosen.has_graphs:
        quads = (Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    ordered = sorted(set(quads), key=reading_order)
    if not chosen.is_abbreviated:
        return b"".join(sorted(_serialize(ordered, chosen, {}, None).splitlines(keepends=True)))
    return b"".join(rdf_pieces(ordered, chosen, used_prefixes(ordered)))


def rdf_pieces(quads: Iterable[Quad], syntax: Syntax, prefixes: dict[str, str]) -> Iterator[bytes]:
    """The quads in an abbreviated syntax, piece by piece.

    Args:
        quads: in reading order, each once; without graphs for a syntax that has none.
        syntax: what to write.
        prefixes: what to abbreviate with; see ``used_prefixes``.
    """
    if syntax.name == "json-ld":
        from silkgraph.export.json_ld import json_ld_pieces  # rdflib is slow to import, and only this syntax needs it

        return json_ld_pieces(_pieces(quads))
    if syntax.name == "rdf-xml":
        return _xml(_pieces(quads), syntax, prefixes)
    return _turtle(_pieces(quads), syntax, prefixes)


def triples_as_quads(triples: Iterable[Triple]) -> list[Quad]:
    """Triples (of a CONSTRUCT, say) as quads of the default graph."""
    return [Quad(triple.subject, triple.predicate, triple.object) for triple in triples]


def used_prefixes(quads: Iterable[Quad]) -> dict[str, str]:
    """The project's prefixes that something in the quads is abbreviated with."""
    known, used = set(PREFIXES.values()), set()
    for quad in quads:
        for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            iri = (
                term.value if isinstance(term, NamedNode) else term.datatype.value if isinstance(term, Literal) else ""
            )
            namespace = iri[: max(iri.rfind("/"), iri.rfind("#")) + 1]
            if namespace in known:
                used.add(namespace)
    return {prefix: namespace for prefix, namespace in PREFIXES.items() if namespace in used}


def _pieces(quads: Iterable[Quad]) -> Iterator[list[Quad]]:
    """The quads in lists of some thousand: each of one graph, and all that the graph says of each subject in it."""
    for _graph, in_graph in groupby(quads, key=lambda quad: quad.graph_name):
        piece: list[Quad] = []
        for _subject, of_subject in groupby(in_graph, key=lambda quad: quad.subject):
            piece += of_subject
            if len(piece) >= STATEMENTS_A_PIECE:
                yield piece
                piece = []
        if piece:
            yield piece


def _serialize(quads: list[Quad], syntax: Syntax, prefixes: dict[str, str], base: str | None) -> bytes:
    statements: Iterable[Quad] | Iterable[Triple] = quads if syntax.has_graphs else [quad.triple for quad in quads]
    return serialize(statements, format=syntax.format, prefixes=prefixes, base_iri=base) or b""


def _turtle(pieces: Iterable[list[Quad]], syntax: Syntax, prefixes: dict[str, str]) -> Iterator[bytes]:
    """Turtle or TriG under a header in fixed order, with an empty line before each subject and graph.

    The writer declares prefixes in the order of a hash table, and indents everything but the first line of a subject,
    which is one step deeper inside a graph.
    """
    header = [f"@base <{THINGS}> .", *(f"@prefix {prefix}: <{prefixes[prefix]}> ." for prefix in sorted(prefixes))]
    yield "".join(f"{line}\n" for line in header).encode("utf-8")
    last: GraphName = DefaultGraph()
    for piece in pieces:
        graph = piece[0].graph_name
        lines = _absolute(_serialize(piece, syntax, prefixes, THINGS).decode("utf-8")).split("\n")
        body = [line for line in lines if line and not line.startswith(("@base ", "@prefix "))]
        if not isinstance(graph, DefaultGraph):
            opening, *body = body[:-1]
            if graph != last:
                yield (("}\n" if last != DefaultGraph() else "") + f"\n{opening}\n").encode("utf-8")
        depth = "" if isinstance(graph, DefaultGraph) else "\t"
        written = [line if line.startswith(f"{depth}\t") else f"\n{line}" for line in body]
        if depth and graph != last:
            written[0] = written[0].removeprefix("\n")  # no empty line below the line that opens the graph
        last = graph
        yield "".join(f"{line}\n" for line in written).encode("utf-8")
    if last != DefaultGraph():
        yield b"}\n"


def _absolute(turtle: str) -> str:
    """Addresses in full where they are not under the base: nobody recognises ``<//creativecommons.org/…>``."""
    return _TEXT_OR_ADDRESS.sub(lambda found: f"<{urljoin(THINGS, found[1])}>" if found[1] else found[0], turtle)


def _xml(pieces: Iterable[list[Quad]], syntax: Syntax, prefixes: dict[str, str]) -> Iterator[bytes]:
    """RDF/XML with its namespaces declared in fixed order."""
    names = {"rdf": RDF, **prefixes}
    declared = "".join(f' xmlns:{prefix}="{names[prefix]}"' for prefix in sorted(names))
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n'.encode()
    for piece in pieces:
        content = _serialize(piece, syntax, prefixes, None)
        yield re.sub(rb"\A.*?<rdf:RDF[^>]*>\n|</rdf:RDF>\s*\Z", b"", content, flags=re.DOTALL)
    yield b"</rdf:RDF>\n"
