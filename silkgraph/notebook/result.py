"""The answer to a SELECT: rows in Python, DataFrames, and a table for whoever looks at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from silkgraph.errors import QueryError
from silkgraph.notebook import html
from silkgraph.notebook.sources import Solutions
from silkgraph.notebook.terms import Iri, Value, python_value

if TYPE_CHECKING:
    import pandas
    import polars

SHOWN_ROWS = 20
WIDEST_CELL = 60


class Row(tuple[Value | None, ...]):
    """A row: a tuple whose cells also have names, ``row.country`` or ``row["country"]``."""

    columns: tuple[str, ...]

    @classmethod
    def of(cls, columns: tuple[str, ...], cells: tuple[Value | None, ...]) -> Row:
        """The row with these cells under these names."""
        row = cls(cells)
        row.columns = columns
        return row

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, str):
            if place not in self.columns:
                raise KeyError(place)
            place = self.columns.index(place)
        return super().__getitem__(place)

    def __getattr__(self, name: str) -> Any:
        if name != "columns" and name in self.columns:
            return self[name]
        raise AttributeError(f"the row has no cell {name!r}")

    def asdict(self) -> dict[str, Value | None]:
        """The cells by name."""
        return dict(zip(self.columns, self, strict=True))

    def __repr__(self) -> str:
        return f"Row({', '.join(f'{name}={_plain(cell)!r}' for name, cell in self.asdict().items())})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Row.of, (self.columns, tuple(self))


class Result(Sequence[Row]):
    """All rows of an answer, in its order.

    >>> result = kg.query("SELECT ?code ?name WHERE { place:LA skos:notation ?code ; rdfs:label ?name } ORDER BY ?name")
    >>> len(result), result.columns
    (2, ('code', 'name'))
    >>> result[0].name
    'Laos'
    >>> [row["name"] for row in result]
    ['Laos', '老挝']
    >>> result.to_pandas().dtypes["code"].name
    'string'
    """

    def __init__(self, solutions: Solutions, query: str) -> None:
        self.columns = solutions.variables
        self.terms = solutions.rows
        """The rows as terms of pyoxigraph, with datatypes and languages."""
        self.query = query
        self._rows = tuple(Row.of(self.columns, tuple(map(python_value, row))) for row in solutions.rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        return self._rows[place]

    def column(self, name: str) -> list[Value | None]:
        """All cells of a column.

        Raises:
            QueryError: there is no such column.
        """
        if name not in self.columns:
            raise QueryError(f"the answer has no column {name!r}", advice=f"It has: {', '.join(self.columns)}.")
        place = self.columns.index(name)
        return [row[place] for row in self._rows]

    def value(self) -> Value | None:
        """The one cell of an answer that has one row and one column, such as a count.

        Raises:
            QueryError: it has more or less.
        """
        if len(self) != 1 or len(self.columns) != 1:
            raise QueryError(f"the answer has {self._size()}, not one cell")
        cell: Value | None = self._rows[0][0]
        return cell

    def to_dicts(self) -> list[dict[str, Value | None]]:
        """The rows as dictionaries."""
        return [row.asdict() for row in self._rows]

    def to_pandas(self) -> pandas.DataFrame:
        """A DataFrame of pandas. Columns are ``Int64``, ``Float64``, ``boolean``, ``datetime64`` or ``string`` by the
        datatypes of all their terms, and ``object`` where they are mixed; what the answer leaves open is missing.
        """
        from silkgraph.notebook.frames import pandas_frame

        return pandas_frame(self.columns, self.terms)

    def to_polars(self) -> polars.DataFrame:
        """A DataFrame of polars, typed in the same way; columns of mixed types are strings."""
        from silkgraph.notebook.frames import polars_frame

        return polars_frame(self.columns, self.terms)

    def _size(self) -> str:
        return f"{len(self):,} row{'' if len(self) == 1 else 's'} of {len(self.columns)}"

    def _note(self, shown: int) -> str:
        left = len(self) - shown
        return f"{self._size()}; the first {shown} are shown" if left > 0 else self._size()

    def __repr__(self) -> str:
        cells = [[_cut(_shown(cell)) for cell in row] for row in self._rows[:SHOWN_ROWS]]
        lines = _laid_out(self.columns, cells)
        return "\n".join([*lines, f"[{self._note(len(cells))}]"])

    def _repr_html_(self) -> str:
        return html.table(self.columns, self._rows, self._note(min(len(self), html.MOST_ROWS)))


def _laid_out(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns of even width; a Chinese character is as wide as two letters."""
    from rich.cells import cell_len

    table = [list(columns), *map(list, rows)]
    widths = [max(cell_len(row[n]) for row in table) for n in range(len(columns))]
    return [
        "  ".join(f"{cell}{' ' * (width - cell_len(cell))}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]


def _plain(cell: Value | None) -> Value | None:
    return str(cell) if isinstance(cell, str) else cell


def _shown(cell: Value | None) -> str:
    if cell is None:
        return ""
    text = cell.short if isinstance(cell, Iri) else str(cell)
    return " ".join(text.split())


def _cut(text: str) -> str:
    return text if len(text) <= WIDEST_CELL else f"{text[: WIDEST_CELL - 1]}…"
