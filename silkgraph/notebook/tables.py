"""The ready tables: DataFrames of outcomes, parties, bodies, figures, participants, passages and links.

Each table is a query of ``queries/notebook/`` and the types of its columns; columns that only serve the order of rows
are left out. Codes and labels that repeat are categories, numbers ``Int64`` or ``Float64``, everything else ``string``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from silkgraph.notebook.extras import required
from silkgraph.notebook.frames import pandas_column
from silkgraph.notebook.ready import language, ready_query
from silkgraph.notebook.sources import Source
from silkgraph.notebook.terms import Value, python_value

if TYPE_CHECKING:
    import pandas

Columns = Mapping[str, str]

OUTCOMES: Columns = {
    "outcome": "string",
    "forum": "Int64",
    "document": "category",
    "item": "string",
    "kind": "category",
    "status": "category",
    "domain": "category",
    "pillar": "category",
    "label": "string",
    "initiators": "string",
    "partners": "string",
    "countries": "string",
    "amount": "Float64",
    "currency": "category",
    "year": "Int64",
    "confidence": "category",
    "start": "Int64",
    "end": "Int64",
    "quote": "string",
}
PARTIES: Columns = {
    "outcome": "string",
    "role": "category",
    "position": "Int64",
    "body": "string",
    "label": "string",
    "written": "string",
    "type": "category",
    "country": "category",
    "country_label": "category",
    "forum": "Int64",
    "document": "category",
}
AMOUNTS: Columns = {"outcome": "string", "value": "Float64", "currency": "category"}
BODIES: Columns = {
    "body": "string",
    "label": "string",
    "type": "category",
    "country": "category",
    "country_label": "category",
    "outcomes": "Int64",
    "initiates": "Int64",
    "joins": "Int64",
    "reconciled": "boolean",
    "generic": "boolean",
    "wikidata": "string",
}
FIGURES: Columns = {
    "figure": "string",
    "document": "category",
    "item": "string",
    "label": "string",
    "subject": "string",
    "measure": "string",
    "value": "Float64",
    "upper": "Float64",
    "unit": "category",
    "qualifier": "category",
    "as_of": "string",
    "since": "datetime64[s]",
    "until": "datetime64[s]",
    "start": "Int64",
    "end": "Int64",
    "quote": "string",
}
PARTICIPATIONS: Columns = {
    "participation": "string",
    "forum": "Int64",
    "document": "category",
    "label": "string",
    "person": "string",
    "office": "string",
    "country": "category",
    "country_label": "category",
    "body": "string",
    "body_label": "string",
    "start": "Int64",
    "end": "Int64",
    "quote": "string",
}
PASSAGES: Columns = {
    "passage": "string",
    "document": "category",
    "start": "Int64",
    "end": "Int64",
    "quote": "string",
    "thing": "string",
    "class": "category",
    "label": "string",
}
LINKS: Columns = {
    "later": "string",
    "earlier": "string",
    "type": "category",
    "later_label": "string",
    "earlier_label": "string",
    "later_forum": "Int64",
    "earlier_forum": "Int64",
    "later_document": "category",
    "earlier_document": "category",
    "later_words": "string",
    "earlier_words": "string",
    "reason": "string",
}
DOCUMENTS: Columns = {
    "document": "string",
    "title": "string",
    "forum": "Int64",
    "issued": "datetime64[s]",
    "characters": "Int64",
    "outcomes": "Int64",
    "figures": "Int64",
}

Record = dict[str, Value | None]


def records(source: Source, name: str, filters: Mapping[str, Any], lang: str | None = "en") -> list[Record]:
    """The rows of a ready query, variables named as in Python: ``country_label`` for ``?countryLabel``."""
    bindings = {} if lang is None else {"lang": language(lang)}
    found = ready_query(name).solutions(source, filters, bindings)
    names = [re.sub(r"(?<=[a-z])([A-Z])", lambda m: f"_{m[1].lower()}", variable) for variable in found.variables]
    return [dict(zip(names, map(python_value, row), strict=True)) for row in found.rows]


def frame(rows: list[Record], columns: Columns, index: str | None = None) -> pandas.DataFrame:
    """The records as a DataFrame with these columns of these types, in this order."""
    pd = required("pandas", "tables")
    series = {
        name: pandas_column([_cell(row.get(name), dtype) for row in rows], dtype) for name, dtype in columns.items()
    }
    made: pandas.DataFrame = pd.DataFrame(series, columns=list(columns))
    return made if index is None else made.set_index(index)


def outcome_records(source: Source, filters: Mapping[str, Any], lang: str) -> list[Record]:
    """Outcomes, each once, with its parties and money; of several sums the greatest."""
    rows = _first_of_each(records(source, "outcomes", filters, lang), "outcome")
    # The parties of all outcomes that fit: what is asked of one party must not hide the others.
    shared = {name: value for name, value in filters.items() if name not in ("country", "body")}
    parties: defaultdict[tuple[Value | None, Value | None], list[Record]] = defaultdict(list)
    for party in records(source, "parties", shared, lang):
        parties[party["outcome"], party["role"]].append(party)
    sums: dict[Value | None, Record] = {}
    for amount in records(source, "amounts", shared, None):
        known = sums.setdefault(amount["outcome"], amount)
        if float(str(amount["value"])) > float(str(known["value"])):
            sums[amount["outcome"]] = amount
    for row in rows:
        initiators, partners = (parties[row["outcome"], role] for role in ("initiator", "partner"))
        row["initiators"] = _joined(initiators, "label")
        row["partners"] = _joined(partners, "label")
        row["countries"] = _joined(partners, "country_label")
        money = sums.get(row["outcome"], {})
        row["amount"], row["currency"] = money.get("value"), money.get("currency")
    return rows


def figure_records(source: Source, filters: Mapping[str, Any], lang: str) -> list[Record]:
    """Figures, each once; ``2013/2022``, ``2022``, ``2023-06`` as the first and last day that they mean."""
    rows = _first_of_each(records(source, "figures", filters, lang), "figure")
    for row in rows:
        row["since"], row["until"] = period(str(row["as_of"])) if row["as_of"] is not None else (None, None)
    return rows


def party_records(source: Source, filters: Mapping[str, Any], lang: str) -> list[Record]:
    """The parts that bodies have in outcomes, each once."""
    return _first_of_each(records(source, "parties", filters, lang), "outcome", "role", "body")


def body_records(source: Source, filters: Mapping[str, Any], lang: str) -> list[Record]:
    """Bodies, each once: of the types that two documents see in one body, the first by name."""
    return _first_of_each(records(source, "bodies", filters, lang), "body")


def period(written: str) -> tuple[date | None, date | None]:
    """The first and the last day of a period as figures write it; nothing where it is written otherwise.

    >>> period("2023-06")
    (datetime.date(2023, 6, 1), datetime.date(2023, 6, 30))
    >>> period("2013/2022")
    (datetime.date(2013, 1, 1), datetime.date(2022, 12, 31))
    """
    first, _, last = written.partition("/")
    try:
        return _days(first)[0], _days(last or first)[1]
    except ValueError:
        return None, None


def _days(written: str) -> tuple[date, date]:
    year, month, day = (*map(int, written.split("-")), 0, 0)[:3]
    first = date(year, month or 1, day or 1)
    if day:
        return first, first
    return first, date(year, month or 12, monthrange(year, month or 12)[1])


def _first_of_each(rows: list[Record], *keys: str) -> list[Record]:
    found: dict[tuple[Value | None, ...], Record] = {}
    for row in rows:
        found.setdefault(tuple(row[key] for key in keys), row)
    return list(found.values())


def _joined(rows: list[Record], name: str) -> str | None:
    """The cells of a column in order, each once, joined; None where there is none."""
    return "; ".join(dict.fromkeys(str(row[name]) for row in rows if row[name] is not None)) or None


def _cell(value: Value | None, dtype: str) -> Any:
    """A value for a column of this type: years and forums are written as strings in the graph."""
    if value is None:
        return None
    if dtype == "Int64":
        return int(str(value))
    return float(str(value)) if dtype == "Float64" else value
