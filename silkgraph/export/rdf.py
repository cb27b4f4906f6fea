"""RDF syntaxes: the same quads always give the same bytes, in an order that people can read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from silkgraph.describe.namespaces import RDF, THINGS
from silkgraph.errors import SilkgraphError
from silkgraph.export.order import reading_order
from silkgraph.export.prefixes import PREFIXES


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
    if chosen.name == "json-ld":
        from silkgraph.export.json_ld import json_ld_bytes  # rdflib is slow to import, and only this syntax needs it

        return json_ld_bytes(ordered)
    if not chosen.is_abbreviated:
        lines = _serialize(ordered, chosen, {}, None)
        return b"".join(sorted(lines.splitlines(keepends=True)))
    prefixes = _used_prefixes(ordered)
    if chosen.name == "rdf-xml":
        return _with_xml_header(_serialize(ordered, chosen, prefixes, None), prefixes)
    return _laid_out(_serialize(ordered, chosen, prefixes, THINGS), prefixes)


def triples_as_quads(triples: Iterable[Triple]) -> list[Quad]:
    """Triples (of a CONSTRUCT, say) as quads of the default graph."""
    return [Quad(triple.subject, triple.predicate, triple.object) for triple in triples]


def _serialize(quads: list[Quad], syntax: Syntax, prefixes: dict[str, str], base: str | None) -> bytes:
    statements: Iterable[Quad] | Iterable[Triple] = quads if syntax.has_graphs else [quad.triple for quad in quads]
    return serialize(statements, format=syntax.format, prefixes=prefixes, base_iri=base) or b""


def _used_prefixes(quads: Iterable[Quad]) -> dict[str, str]:
    iris: set[str] = set()
    for quad in quads:
        for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            if isinstance(term, NamedNode):
                iris.add(term.value)
            elif isinstance(term, Literal):
                iris.add(term.datatype.value)
    namespaces = {iri[: max(iri.rfind("/"), iri.rfind("#")) + 1] for iri in iris}
    return {prefix: namespace for prefix, namespace in PREFIXES.items() if namespace in namespaces}


def _laid_out(content: bytes, prefixes: dict[str, str]) -> bytes:
    """Turtle or TriG under a header in fixed order, with an empty line before each subject and graph.

    The writer declares prefixes in the order of a hash table, and it indents everything but the
    first line of a subject, which is one step deeper inside a graph.
    """
    lines = [f"@base <{THINGS}> ."]
    lines += [f"@prefix {prefix}: <{prefixes[prefix]}> ." for prefix in sorted(prefixes)]
    body = content.decode("utf-8").split("\n")
    start = next((n for n, line in enumerate(body) if line and not line.startswith(("@base ", "@prefix "))), len(body))
    depth = 0
    for line in body[start:]:
        if line == "}":
            depth = 0
        elif line and not line.startswith("\t" * (depth + 1)) and not lines[-1].endswith("{"):
            lines.append("")
        if line.endswith(" {") and not line.startswith("\t"):
            depth = 1
        lines.append(line)
    return "\n".join(lines).encode("utf-8")


def _with_xml_header(content: bytes, prefixes: dict[str, str]) -> bytes:
    """RDF/XML with its namespaces declared in fixed order."""
    names = {"rdf": RDF, **prefixes}
    declared = "".join(f' xmlns:{prefix}="{names[prefix]}"' for prefix in sorted(names))
    return re.sub(rb"<rdf:RDF [^>]*>", f"<rdf:RDF{declared}>".encode(), content, count=1)
