"""A comparison as rows, for tables and programs: how many of what, and each change with its fields."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from silkgraph.compare.changes import STATUSES, Change, Comparison, Count
from silkgraph.compare.side import Side
from silkgraph.namespaces import THINGS

COLUMNS = ("class", "change", "document", "item", "label", "old", "new", "field", "before", "after")
"""Of CSV and TSV: a row a field that has changed, and one for what is gained or lost. ``old`` and ``new`` are IRIs."""
COUNT_COLUMNS = ("document", "things", "before", "now", *STATUSES)
PLURALS = {"outcome": "outcomes", "figure": "figures", "body": "bodies"}


def change_rows(changes: Iterable[Change]) -> Iterator[dict[str, str]]:
    """The rows of ``COLUMNS``; several values of a field are joined with ``; ``."""
    for change in changes:
        thing = change.thing
        row = {
            "class": thing.of,
            "change": change.status,
            "document": "; ".join(thing.documents),
            "item": thing.item,
            "label": thing.label("zh"),
            "old": change.old.iri if change.old else "",
            "new": change.new.iri if change.new else "",
        }
        if not change.fields:
            yield {**row, "field": "", "before": "", "after": ""}
        for field in change.fields:
            yield {**row, "field": field.name, "before": "; ".join(field.old), "after": "; ".join(field.new)}


def count_rows(comparison: Comparison, *, all_documents: bool = False) -> Iterator[tuple[str, ...]]:
    """The rows of ``COUNT_COLUMNS``, of the documents where something differs or of all."""
    for count in comparison.counts:
        if all_documents or count.old != count.new or any(count.by_status.values()):
            numbers = (count.old, count.new, *(count.by_status[status] for status in STATUSES))
            yield count.document or "all", PLURALS[count.of], *(f"{number:,}" for number in numbers)


def remarks(comparison: Comparison) -> Iterator[str]:
    """What the rows do not say: documents, and statements by graph."""
    for document, status in comparison.texts.items():
        yield f"{document}: the text is changed" if status == "changed" else f"{document}: the document is {status}"
    if not comparison.differs:
        yield "no difference"
    for graph, (removed, added) in comparison.statements.items():
        yield f"statements of {f'the graph {graph}' if graph else 'all graphs together'}: -{removed:,} +{added:,}"


def shown(change: Change) -> tuple[str, str, str, str]:
    """A change for people: what became of it, which thing, what it is called, and how it differs."""
    thing = change.thing
    lines = [f"{field.name}: {_values(field.old)} → {_values(field.new)}" for field in change.fields]
    if change.old and change.new and change.old.iri != change.new.iri:
        lines.insert(0, f"was {_short(change.old.iri)}")
    if not lines:
        lines = [thing.quote] if thing.quote else list(thing.documents)
    return (
        change.status,
        _short(thing.iri),
        "\n".join(filter(None, (thing.label("zh"), thing.label("en")))),
        "\n".join(lines),
    )


SHOWN_COLUMNS = ("change", "thing", "label", "words or fields")


def to_json(comparison: Comparison, changes: Sequence[Change]) -> str:
    """The whole comparison as one JSON document."""
    document = {
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "texts": comparison.texts,
        "counts": [_count(count) for count in comparison.counts],
        "statements": {
            graph: {"removed": removed, "added": added} for graph, (removed, added) in comparison.statements.items()
        },
        "changes": [_change(change) for change in changes],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _side(side: Side) -> dict[str, str]:
    return {"version": side.version, "sha256": side.sha256}


def _count(count: Count) -> dict[str, Any]:
    return {"document": count.document or None, "class": count.of, "before": count.old, "now": count.new} | dict(
        count.by_status
    )


def _change(change: Change) -> dict[str, Any]:
    thing = change.thing
    return {
        "class": thing.of,
        "change": change.status,
        "documents": list(thing.documents),
        "item": thing.item or None,
        "label": {"zh": thing.label("zh"), "en": thing.label("en")},
        "quote": thing.quote or None,
        "old": change.old.iri if change.old else None,
        "new": change.new.iri if change.new else None,
        "fields": {field.name: {"before": list(field.old), "after": list(field.new)} for field in change.fields},
    }


def _values(values: Sequence[str]) -> str:
    return "; ".join(values) or "–"


def _short(iri: str) -> str:
    return iri.removeprefix(THINGS)
