"""What the tables hold, for programs: CSV on the Web (``csv-metadata.json``), Frictionless (``datapackage.json``)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from silkgraph import __version__
from silkgraph.describe.dataset_graph import DESCRIPTION, TITLE
from silkgraph.export.relational import Column, Table
from silkgraph.namespaces import BASE, CC_BY

CSVW_NAME = "csv-metadata.json"
FRICTIONLESS_NAME = "datapackage.json"
_CSVW_TYPES = {"year": "gYear"}
_FRICTIONLESS_TYPES = {"decimal": "number"}


def csvw(tables: Sequence[Table]) -> bytes:
    """The metadata of a group of CSV files, in the vocabulary of CSV on the Web (W3C, 2015).

    The first column and those that refer to another table are tied to the IRIs of the graph.
    """
    document = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": [
            {"@value": text, "@language": language} for language, text in zip("zh en".split(), TITLE, strict=True)
        ],
        "dc:license": {"@id": CC_BY.value},
        "dc:identifier": f"{BASE}id/dataset",
        "tables": [_csvw_table(table, tables) for table in tables],
    }
    return _json(document)


def frictionless(tables: Sequence[Table]) -> bytes:
    """The same as a Frictionless Data Package."""
    document = {
        "name": "silkgraph",
        "id": f"{BASE}id/dataset",
        "title": TITLE[1],
        "description": DESCRIPTION[1],
        "version": __version__,
        "homepage": BASE,
        "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0", "path": CC_BY.value}],
        "profile": "tabular-data-package",
        "resources": [_resource(table, tables) for table in tables],
    }
    return _json(document)


def _csvw_table(table: Table, tables: Sequence[Table]) -> dict[str, Any]:
    first = table.columns[0]
    return {
        "url": f"{table.name}.csv",
        "dc:title": [{"@value": table.en, "@language": "en"}, {"@value": table.zh, "@language": "zh"}],
        **({"dc:description": {"@value": table.description, "@language": "en"}} if table.description else {}),
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"]},
        "tableSchema": {
            "aboutUrl": f"{BASE}{first.under}{{+{first.name}}}",
            "primaryKey": [first.name],
            "columns": [_csvw_column(column) for column in table.columns],
            "foreignKeys": [
                {
                    "columnReference": [column.name],
                    "reference": {"resource": f"{column.references}.csv", "columnReference": [_key(column, tables)]},
                }
                for column in table.columns
                if column.references
            ],
        },
    }


def _csvw_column(column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": column.name,
        "titles": {"und": [column.name], "en": [column.en], "zh": [column.zh]},
        "datatype": _CSVW_TYPES.get(column.type, column.type),
        "required": column.required,
    }
    if column.property:
        described["propertyUrl"] = column.property
    else:
        described["suppressOutput"] = True
    if column.language:
        described["lang"] = column.language
    if column.under and column.path:
        described["valueUrl"] = f"{BASE}{column.under}{{+{column.name}}}"
    return described


def _resource(table: Table, tables: Sequence[Table]) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.en,
        "title_zh": table.zh,
        **({"description": table.description} if table.description else {}),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": [table.columns[0].name],
            "foreignKeys": [
                {
                    "fields": [column.name],
                    "reference": {
                        "resource": "" if column.references == table.name else column.references,
                        "fields": [_key(column, tables)],
                    },
                }
                for column in table.columns
                if column.references
            ],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "title": column.en,
        "title_zh": column.zh,
        "type": _FRICTIONLESS_TYPES.get(column.type, column.type),
    }
    if column.property:
        field["rdfType"] = column.property
    if column.required:
        field["constraints"] = {"required": True}
    return field


def _key(column: Column, tables: Sequence[Table]) -> str:
    """The name of the column that ``column`` refers to."""
    return next(table.columns[0].name for table in tables if table.name == column.references)


def _json(document: dict[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
