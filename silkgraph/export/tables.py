"""Rows as JSON lines, CSV and terminal tables."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from silkgraph.export.order import reading_order


def json_lines(rows: Iterable[Mapping[str, Any]]) -> str:
    """One JSON object a line, Chinese as it is."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def csv_text(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """RFC 4180 CSV with a header; lists of parties and amounts are joined with ``; ``."""
    cells = ([flat(row[column]) for column in columns] for row in rows)
    return b"".join(csv_pieces(cells, columns)).decode("utf-8")


def tsv_text(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """Tab-separated values with a header; tabs, line breaks and backslashes in a cell are escaped with a backslash."""
    lines = [columns, *([flat(row[column]).translate(_ESCAPED) for column in columns] for row in rows)]
    return "".join("\t".join(line) + "\n" for line in lines)


_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def flat(value: Any) -> str:
    """A field of a row as a cell: nothing for None, names for parties, ``VALUE CURRENCY`` for money."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(flat(part) for part in value)
    if isinstance(value, Mapping):
        return f"{value['value']} {value['currency']}" if "currency" in value else str(value["name"])
    return str(value)


STATEMENT_COLUMNS = ("graph", "subject", "predicate", "object", "language", "datatype")
ROWS_A_PIECE = 5_000


def statements_csv(quads: Iterable[Quad]) -> str:
    """A graph as a table: a row a statement, in reading order."""
    return b"".join(statement_pieces(sorted(set(quads), key=reading_order))).decode("utf-8")


def statement_pieces(quads: Iterable[Quad]) -> Iterator[bytes]:
    """The same, piece by piece, of quads that are in reading order."""
    return csv_pieces(map(_statement, quads), STATEMENT_COLUMNS)


def csv_pieces(rows: Iterable[Sequence[str]], columns: Sequence[str]) -> Iterator[bytes]:
    """RFC 4180 CSV with a header, UTF-8, piece by piece."""
    rows = iter(rows)
    piece: list[Sequence[str]] = [columns]
    while piece:
        text = io.StringIO()
        csv.writer(text, lineterminator="\r\n").writerows(piece)
        yield text.getvalue().encode("utf-8")
        piece = list(islice(rows, ROWS_A_PIECE))


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
