"""Rows as JSON lines, CSV and terminal tables."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from silkgraph.export.order import reading_order


def json_lines(rows: Iterable[Mapping[str, Any]]) -> str:
    """One JSON object a line, Chinese as it is."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def csv_text(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """RFC 4180 CSV with a header; lists of parties and amounts are joined with ``; ``."""
    return _csv(([flat(row[column]) for column in columns] for row in rows), columns)


def flat(value: Any) -> str:
    """A field of a row as a cell: nothing for None, names for parties, ``VALUE CURRENCY`` for money."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(flat(part) for part in value)
    if isinstance(value, Mapping):
        return f"{value['value']} {value['currency']}" if "currency" in value else str(value["name"])
    return str(value)


def statements_csv(quads: Iterable[Quad]) -> str:
    """A graph as a table: a row a statement, in reading order."""
    columns = ("graph", "subject", "predicate", "object", "language", "datatype")
    return _csv((_statement(quad) for quad in sorted(set(quads), key=reading_order)), columns)


def _statement(quad: Quad) -> list[str]:
    language, datatype = "", ""
    if isinstance(quad.object, Literal):
        language, datatype = quad.object.language or "", quad.object.datatype.value
    terms = (quad.graph_name, quad.subject, quad.predicate, quad.object)
    return [*map(_term, terms), language, datatype]


def _term(term: NamedNode | BlankNode | Literal | Triple | DefaultGraph) -> str:
    if isinstance(term, DefaultGraph):
        return ""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def _csv(rows: Iterable[Sequence[str]], columns: Sequence[str]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()
