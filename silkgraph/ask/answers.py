"""An answer as bytes in a result format, or as a table for people."""

from __future__ import annotations

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, Triple

from silkgraph.ask.query import Answer
from silkgraph.errors import QueryError
from silkgraph.export.prefixes import PREFIXES
from silkgraph.export.rdf import SYNTAXES, rdf_bytes, triples_as_quads
from silkgraph.export.tables import statements_csv
from silkgraph.namespaces import THINGS

RESULT_FORMATS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
Term = NamedNode | BlankNode | Literal | Triple
Table = tuple[list[str], list[list[str]]]


def answer_bytes(answer: Answer, format: str | None) -> bytes:
    """An answer as a file: SPARQL results for SELECT and ASK, RDF for CONSTRUCT and DESCRIBE.

    Args:
        answer: what the query gave.
        format: a key of ``RESULT_FORMATS`` or ``SYNTAXES``; None is JSON or Turtle.

    Raises:
        QueryError: the format does not go with the kind of query.
    """
    if isinstance(answer, QuerySolutions | QueryBoolean):
        chosen = RESULT_FORMATS.get(format or "json")
        if chosen is None:
            raise QueryError(
                f"SELECT and ASK cannot be written as {format}",
                advice=f"Choose one of: table, {', '.join(RESULT_FORMATS)}.",
            )
        return answer.serialize(format=chosen) or b""
    quads = triples_as_quads(answer)
    if format == "csv":
        return statements_csv(quads).encode("utf-8")
    if (format or "turtle") not in SYNTAXES:
        raise QueryError(
            f"CONSTRUCT and DESCRIBE cannot be written as {format}",
            advice=f"Choose one of: {', '.join(SYNTAXES)}, csv.",
        )
    return rdf_bytes(quads, format or "turtle")


def answer_table(answer: Answer, format: str | None) -> Table | None:
    """Columns and cells where the answer is to be shown as a table, None where it is to be a file."""
    if format not in (None, "table") or not isinstance(answer, QuerySolutions | QueryBoolean):
        return None
    if isinstance(answer, QueryBoolean):
        return ["answer"], [["yes" if answer else "no"]]
    return [variable.value for variable in answer.variables], [[shown(term) for term in row] for row in answer]


def shown(term: Term | None) -> str:
    """A term for people: text as it is, IRIs with a prefix where one fits."""
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return short(term.value)
    return term.value if isinstance(term, Literal) else str(term)


def short(iri: str) -> str:
    """``silk:partner`` for its IRI, ``outcome/…`` for a thing, else the IRI; ``trace`` takes all of them."""
    for prefix, namespace in PREFIXES.items():
        rest = iri.removeprefix(namespace)
        if rest != iri and "/" not in rest and "#" not in rest:
            return f"{prefix}:{rest}"
    return iri.removeprefix(THINGS)
