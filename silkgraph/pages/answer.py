"""The answer to a query as a page shows it: a table, and a chart, a network or a map where its columns suit one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from silkgraph.namespaces import BASE, THINGS, XSD
from silkgraph.pages.pictures.network import network
from silkgraph.pages.pictures.world import country_map
from silkgraph.pages.terms import Term, term_of

_NUMBERS = {f"{XSD}{name}" for name in ("integer", "decimal", "double", "float", "int", "long")}
_MOST_BARS = 60
_PLACE = f"{THINGS}place/"

Cells = Sequence[Term | None]


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart."""

    bars: tuple[tuple[Term, float], ...]
    most: float


@dataclass(frozen=True, slots=True)
class Result:
    """An answer; ``views`` are the ways it can be shown, ``picture`` what the one shown needs."""

    kind: str
    boolean: bool = False
    columns: tuple[str, ...] = ()
    rows: tuple[Cells, ...] = ()
    more: bool = False
    numeric: tuple[int, ...] = ()
    views: tuple[str, ...] = ("table",)
    shown: str = "table"
    picture: Any = None

    def iris(self) -> set[str]:
        """The things of the project in the answer: a picture names them, a table tells their names on request."""
        return {cell.value for row in self.rows for cell in row if cell and cell.value.startswith(BASE)}


def result(kind: str, content: Mapping[str, Any], wanted: str) -> Result:
    """The answer that a worker sent for a page, shown as ``wanted`` where that is possible."""
    if kind == "ask":
        return Result(kind, boolean=content["boolean"])
    columns = tuple(content["columns"])
    rows = tuple(tuple(None if cell is None else term_of(cell) for cell in row) for row in content["rows"])
    numeric = tuple(n for n in range(len(columns)) if _is(rows, n, lambda term: term.datatype in _NUMBERS))
    drawn = {
        "chart": _chart(columns, rows, numeric),
        "network": _network(rows, len(columns), numeric) if kind != "graph" else None,
        "map": _map(rows, len(columns), numeric),
    }
    views = ("table", *(name for name, how in drawn.items() if how is not None))
    shown = wanted if wanted in views else "table"
    how = drawn.get(shown)
    return Result(kind, False, columns, rows, content["more"], numeric, views, shown, how() if how else None)


def _is(rows: Sequence[Cells], column: int, holds: Any) -> bool:
    cells = [row[column] for row in rows if row[column] is not None]
    return bool(cells) and all(holds(cell) for cell in cells)


def _chart(columns: Sequence[str], rows: Sequence[Cells], numeric: Sequence[int]) -> Any:
    """A column of numbers beside a column of names."""
    names = [n for n in range(len(columns)) if n not in numeric and _is(rows, n, lambda term: len(term.value) < 120)]
    if not numeric or not names or len(rows) < 2:
        return None
    labels = [n for n in names if _is(rows, n, lambda term: not term.is_iri)] or names
    label, value = labels[0], numeric[-1]

    def draw() -> Bars:
        held = [(row[label], row[value]) for row in rows[:_MOST_BARS]]
        bars = tuple((name, max(number.number, 0)) for name, number in held if name is not None and number is not None)
        return Bars(bars, max((size for _, size in bars), default=1) or 1)

    return draw


def _network(rows: Sequence[Cells], count: int, numeric: Sequence[int]) -> Any:
    """Two columns of things, of which both recur or at least one does; a number beside them is the strength."""
    things = [n for n in range(count) if _is(rows, n, lambda term: term.is_iri)]
    if len(things) < 2 or len(rows) < 3:
        return None
    one, other = things[:2]

    def draw() -> Any:
        links = []
        for row in rows:
            a, b = row[one], row[other]
            strength = row[numeric[-1]] if numeric else None
            if a is not None and b is not None:
                links.append((a.value, b.value, strength.number if strength is not None else 1.0))
        return network(links)

    return draw


def _map(rows: Sequence[Cells], count: int, numeric: Sequence[int]) -> Any:
    """A column of countries; a number beside it is the size of the dot, else the rows are counted."""
    places = [n for n in range(count) if _is(rows, n, lambda term: term.is_iri and term.value.startswith(_PLACE))]
    if not places:
        return None

    def draw() -> Any:
        sums: dict[str, float] = {}
        for row in rows:
            place, size = row[places[0]], row[numeric[-1]] if numeric else None
            if place is not None:
                sums[place.value] = sums.get(place.value, 0) + (size.number if size is not None else 1)
        return country_map(sums.items())

    return draw
