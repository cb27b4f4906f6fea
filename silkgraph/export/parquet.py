"""Tables as Parquet: typed columns, named as in CSV, the same bytes whenever the rows are the same.

pyarrow (extra ``export``) writes its own version into each file, so the bytes are those of one version of pyarrow.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from silkgraph.errors import SilkgraphError
from silkgraph.export.relational import Column, Row, Table

_DIGITS, _AFTER_THE_POINT = 38, 6


def parquet_bytes(rows: Iterable[Row], table: Table) -> bytes:
    """The rows as one Parquet file.

    Raises:
        SilkgraphError: pyarrow is not installed.
    """
    arrow, parquet = pyarrow()
    types = {
        "string": arrow.string(),
        "integer": arrow.int64(),
        "decimal": arrow.decimal128(_DIGITS, _AFTER_THE_POINT),
        "boolean": arrow.bool_(),
        "date": arrow.date32(),
        "year": arrow.int16(),
    }
    fields = [
        arrow.field(
            column.name, types[column.type], nullable=not column.required, metadata={"en": column.en, "zh": column.zh}
        )
        for column in table.columns
    ]
    schema = arrow.schema(fields, metadata={"title_en": table.en, "title_zh": table.zh})
    values = list(rows)
    columns = [
        arrow.array([_value(row[number], column) for row in values], type=types[column.type])
        for number, column in enumerate(table.columns)
    ]
    file = io.BytesIO()
    # Without compression: what a compressor makes of the same bytes changes with its version.
    parquet.write_table(arrow.Table.from_arrays(columns, schema=schema), file, compression="none", store_schema=False)
    return file.getvalue()


def pyarrow() -> tuple[Any, Any]:
    """pyarrow and its Parquet writer.

    Raises:
        SilkgraphError: it is not installed.
    """
    try:
        import pyarrow as arrow
        import pyarrow.parquet as parquet
    except ImportError:
        raise SilkgraphError(
            "Parquet needs pyarrow, which is not installed", advice="Run: pip install 'silkgraph[export]'"
        ) from None
    return arrow, parquet


_READ: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "decimal": Decimal,
    "boolean": lambda text: text == "true",
    "date": date.fromisoformat,
    "year": int,
}


def _value(text: str | None, column: Column) -> Any:
    return None if text is None else _READ[column.type](text)
