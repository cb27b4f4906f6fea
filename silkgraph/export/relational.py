"""The graph as tables that refer to each other, as ``ontology/tables.toml`` says them.

Each is made when it is asked for; in memory at one time are the rows of one table.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions, Store

from silkgraph.ask.nearest import nearest
from silkgraph.ask.query import ask
from silkgraph.errors import KnowledgeError, QueryError
from silkgraph.export.order import natural
from silkgraph.export.prefixes import PREFIXES
from silkgraph.locations import knowledge
from silkgraph.namespaces import BASE

TYPES = ("string", "integer", "decimal", "boolean", "date", "year")
_COLUMN_FIELDS = {"name", "en", "zh", "path", "under", "references", "language", "type", "required"}
_TABLE_FIELDS = {"name", "class", "en", "zh", "description", "columns"}


@dataclass(frozen=True, slots=True)
class Column:
    """A property of the things of a table; ``under`` is what the IRIs of its values begin with."""

    name: str
    en: str
    zh: str
    path: str | None = None
    under: str | None = None
    references: str | None = None
    language: str | None = None
    type: str = "string"
    required: bool = False

    @property
    def property(self) -> str | None:
        """The IRI of the property, None where it is a path of several or the thing itself."""
        prefix, _, name = (self.path or "").partition(":")
        return PREFIXES[prefix] + name if prefix in PREFIXES and name.isalnum() else None


@dataclass(frozen=True, slots=True)
class Table:
    """A row a thing of one class; the first column tells rows apart."""

    name: str
    of_class: str
    en: str
    zh: str
    columns: tuple[Column, ...]
    description: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


Row = tuple[str | None, ...]
"""The lexical values of a row's cells; None where the thing has no such property."""


def tables(path: Path | None = None) -> tuple[Table, ...]:
    """The tables that there are, each after those that it refers to.

    Raises:
        KnowledgeError: the file is missing or broken.
    """
    path = path or knowledge("ontology") / "tables.toml"
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["table"]
        found = tuple(_table(entry) for entry in entries)
    except FileNotFoundError:
        raise KnowledgeError("the description of the tables is missing", path=path) from None
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise KnowledgeError(f"this does not describe tables: {error}", path=path) from error
    before: set[str] = set()
    for table in found:
        before.add(table.name)
        unknown = {column.references for column in table.columns if column.references} - before
        if unknown:
            raise KnowledgeError(f"{table.name} refers to {unknown.pop()!r}, which does not stand before it", path=path)
    return found


def table_named(name: str) -> Table:
    """The table of this name.

    Raises:
        QueryError: there is none.
    """
    known = {table.name: table for table in tables()}
    if name not in known:
        raise QueryError(f"there is no table {name!r}", advice=nearest(name, known))
    return known[name]


def rows(graph: Store, table: Table) -> Iterator[Row]:
    """The rows of a table in reading order.

    Raises:
        KnowledgeError: a thing has two values where the table has room for one.
    """
    answer = ask(graph, _query(table))
    assert isinstance(answer, QuerySolutions)
    found = sorted((_row(solution, table) for solution in answer), key=lambda row: natural(row[0] or ""))
    for row, following in zip_longest(found, found[1:]):
        if following and row[0] == following[0]:
            raise KnowledgeError(f"{table.name}: {row[0]} has several rows: {row}, {following}")
        yield row


def _table(entry: Mapping[str, Any]) -> Table:
    unknown = set(entry) - _TABLE_FIELDS | {
        field for column in entry["columns"] for field in set(column) - _COLUMN_FIELDS
    }
    if unknown:
        raise ValueError(f"unknown field {unknown.pop()!r}")
    columns = tuple(Column(**column) for column in entry["columns"])
    for column in columns:
        if column.type not in TYPES:
            raise ValueError(f"unknown type {column.type!r}")
    description = entry.get("description", "")
    return Table(entry["name"], entry["class"], entry["en"], entry["zh"], columns, description)


def _query(table: Table) -> str:
    return f"SELECT * WHERE {{ ?thing a {table.of_class} . {' '.join(_patterns(table.columns))} }}"


def _patterns(columns: Iterable[Column]) -> Iterator[str]:
    for number, column in enumerate(columns):
        if column.path is None:
            continue
        pattern = f"?thing {column.path} ?c{number}"
        if column.language:
            pattern += f' FILTER(LANGMATCHES(LANG(?c{number}), "{column.language}"))'
        yield f"OPTIONAL {{ {pattern} }}"


def _row(solution: QuerySolution, table: Table) -> Row:
    return tuple(
        _cell(solution["thing" if column.path is None else f"c{number}"], column)
        for number, column in enumerate(table.columns)
    )


def _cell(term: object, column: Column) -> str | None:
    if term is None:
        return None
    assert isinstance(term, NamedNode | Literal), "the graph has no blank nodes"
    if column.under is None:
        return term.value
    rest = term.value.removeprefix(BASE + column.under)
    if rest == term.value:
        raise KnowledgeError(f"{term.value} is not under {column.under}", path="tables.toml")
    return rest
