"""Terms of pyoxigraph, which the project works with, as terms of rdflib, which pySHACL works with, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

Term = NamedNode | BlankNode | Literal

STRING = "http://www.w3.org/2001/XMLSchema#string"
LANGUAGE_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


def to_rdflib(term: Term) -> rdflib.term.Identifier:
    """The same term for rdflib.

    A plain string loses its datatype: for rdflib ``"CNY"`` and ``"CNY"^^xsd:string`` are two literals, and
    only the first is what Turtle files read by rdflib have.
    """
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    return rdflib.Literal(term.value, datatype=None if datatype == STRING else rdflib.URIRef(datatype))


def to_oxigraph(term: rdflib.term.Node) -> Term:
    """The same term for pyoxigraph."""
    if isinstance(term, rdflib.URIRef):
        return NamedNode(str(term))
    if isinstance(term, rdflib.BNode):
        return BlankNode(str(term))
    if not isinstance(term, rdflib.Literal):
        raise TypeError(f"not a term of a data graph: {term!r}")
    if term.language:
        return Literal(str(term), language=term.language)
    return Literal(str(term), datatype=NamedNode(str(term.datatype)) if term.datatype else None)


def rdflib_triples(statements: Iterable[Quad | Triple]) -> Iterator[tuple[rdflib.term.Identifier, ...]]:
    """Statements as triples for rdflib, their graphs left out; each term is converted once.

    A statement about a statement (RDF 1.2) is left out: rdflib cannot hold it, and no shape asks for it.
    """
    known: dict[Term, rdflib.term.Identifier] = {}
    for statement in statements:
        if isinstance(statement.subject, Triple) or isinstance(statement.object, Triple):
            continue
        triple = (statement.subject, statement.predicate, statement.object)
        for term in triple:
            if term not in known:
                known[term] = to_rdflib(term)
        yield tuple(known[term] for term in triple)
