"""Columns of terms as columns of pandas and polars, with the type that all of their terms have.

xsd:integer and kin                         Int64            Int64
xsd:decimal, double, float, mixed numbers   Float64          Float64
xsd:boolean                                 boolean          Boolean
xsd:date, xsd:gYear, xsd:gYearMonth         datetime64[s]    Date       (the first day; gYear: Int64)
xsd:dateTime                                datetime64[us, UTC]  Datetime
strings, texts, IRIs                        string           String
mixed                                       object           String
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Literal

from pyoxigraph import Literal as RdfLiteral

from silkgraph.namespaces import XSD
from silkgraph.notebook.extras import required
from silkgraph.notebook.terms import Term, Value, python_value

if TYPE_CHECKING:
    import pandas
    import polars

Type = Literal["integer", "number", "boolean", "date", "time", "text", "mixed"]

LARGEST_INTEGER = 2**63 - 1

PANDAS_TYPES: dict[Type, Any] = {
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
    "time": "datetime64[us, UTC]",
    "text": "string",
    "mixed": "object",
}


def pandas_frame(columns: Sequence[str], rows: Sequence[Sequence[Term | None]]) -> pandas.DataFrame:
    """The rows as a DataFrame of pandas."""
    pd = required("pandas", "DataFrames")
    series = {}
    for place, name in enumerate(columns):
        type, cells = typed([row[place] for row in rows])
        series[name] = pandas_column(cells, PANDAS_TYPES[type])
    frame: pandas.DataFrame = pd.DataFrame(series, columns=list(columns))
    return frame


def pandas_column(cells: Iterable[Any], dtype: str) -> pandas.Series[Any]:
    """A column of a given dtype; ``None`` becomes what the dtype has for missing."""
    pd = required("pandas", "DataFrames")
    if dtype in ("string", "category"):
        cells = [str(cell) if isinstance(cell, str) else cell for cell in cells]
    if dtype == "category":
        column = pd.Series(list(cells), dtype="string").astype("category")
    elif dtype.startswith("datetime"):
        column = pd.Series(pd.to_datetime(pd.Series(list(cells), dtype="object"), utc="UTC" in dtype)).astype(dtype)
    else:
        column = pd.Series(list(cells), dtype=dtype)
    found: pandas.Series[Any] = column
    return found


def polars_frame(columns: Sequence[str], rows: Sequence[Sequence[Term | None]]) -> polars.DataFrame:
    """The rows as a DataFrame of polars."""
    pl = required("polars", "DataFrames of polars")
    types = {
        "integer": pl.Int64,
        "number": pl.Float64,
        "boolean": pl.Boolean,
        "date": pl.Date,
        "time": pl.Datetime("us", "UTC"),
        "text": pl.String,
        "mixed": pl.String,
    }
    series = []
    for place, name in enumerate(columns):
        type, cells = typed([row[place] for row in rows])
        if type in ("text", "mixed"):
            cells = [None if cell is None else str(cell) for cell in cells]
        series.append(pl.Series(name, cells, dtype=types[type]))
    frame: polars.DataFrame = pl.DataFrame(series)
    return frame


def typed(terms: Sequence[Term | None]) -> tuple[Type, list[Any]]:
    """The type of a column, and its cells in that type."""
    values = [_value(term) for term in terms]
    found = {_type(value) for value in values if value is not None}
    if found == {"integer", "number"}:
        found = {"number"}
    type: Type = "text" if not found else found.pop() if len(found) == 1 else "mixed"
    convert = _CELLS.get(type)
    return type, [value if value is None or convert is None else convert(value) for value in values]


def _value(term: Term | None) -> Value | None:
    """As ``python_value``, and years as numbers, months as their first day."""
    value = python_value(term)
    if isinstance(term, RdfLiteral) and isinstance(value, str):
        try:
            if term.datatype.value == f"{XSD}gYear":
                return int(value)
            if term.datatype.value == f"{XSD}gYearMonth":
                return date.fromisoformat(f"{value}-01")
        except ValueError:
            return value
    return value


def _type(value: Value) -> Type:
    if isinstance(value, str):
        return "text"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer" if abs(value) <= LARGEST_INTEGER else "number"
    if isinstance(value, datetime):
        return "time"
    return "date" if isinstance(value, date) else "number"


def _in_utc(value: datetime) -> datetime:
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


_CELLS: dict[Type, Callable[[Any], Any]] = {"number": float, "text": str, "time": _in_utc}
