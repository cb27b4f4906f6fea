"""Rows that are read back from the store are those of the reading, field by field."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from known_readings import reading_of

from silkgraph.ask.rows import (
    FIGURE_COLUMNS,
    OUTCOME_COLUMNS,
    document_rows,
    documents,
    figure_rows,
    number,
    outcome_rows,
    rows_of_figures,
    rows_of_outcomes,
)
from silkgraph.errors import QueryError
from silkgraph.read.documents import document_folders
from silkgraph.store import OpenStore

FOLDERS = document_folders()
DOCUMENTS = [folder.name for folder in FOLDERS]


@pytest.mark.parametrize("folder", FOLDERS, ids=DOCUMENTS)
def test_a_document_comes_back_from_the_store_as_it_was_read(folder: Path, store: OpenStore) -> None:
    reading = reading_of(folder.name)

    assert outcome_rows(store.graph, folder.name) == rows_of_outcomes(reading.outcomes)
    assert figure_rows(store.graph, folder.name) == rows_of_figures(reading.figures)


@pytest.mark.parametrize("folder", FOLDERS, ids=DOCUMENTS)
def test_every_quote_stands_in_the_source_at_its_offsets(folder: Path, store: OpenStore) -> None:
    text = store.source(folder.name)

    assert text is not None
    rows = [*outcome_rows(store.graph, folder.name), *figure_rows(store.graph, folder.name)]
    assert rows
    assert all(text[row["start"] : row["end"]] == row["quote"] for row in rows)


def test_an_outcome_has_the_fields_of_the_format(store: OpenStore) -> None:
    first = outcome_rows(store.graph, "brf1-2017-outcome-list")[0]

    assert list(first) == list(OUTCOME_COLUMNS)
    assert json.loads(json.dumps(first, ensure_ascii=False)) == {
        "document": "brf1-2017-outcome-list",
        "item": "1.1",
        "quote": "中国政府与有关国家政府签署政府间“一带一路”合作谅解备忘录，包括蒙古国、巴基斯坦、尼泊尔、"
        "克罗地亚、黑山、波黑、阿尔巴尼亚、东帝汶、新加坡、缅甸、马来西亚",
        "start": 487,
        "end": 564,
        "kind": "agreement",
        "label": "政府间“一带一路”合作谅解备忘录",
        "status": "concluded",
        "initiators": [{"name": "中国政府", "country": "CN", "type": "government", "generic": False}],
        "partners": [{"name": "蒙古国政府", "country": "MN", "type": "government", "generic": False}],
        "domain": "strategy",
        "pillar": "policy-coordination",
        "amounts": [],
        "rule": "members",
        "assumptions": ["head-restored", "one-with-each"],
        "confidence": "completed",
    }


def test_money_comes_back_in_whole_units(store: OpenStore) -> None:
    rows = outcome_rows(store.graph, "brf1-2017-outcome-list")

    assert {"value": 100_000_000_000, "currency": "CNY"} in [amount for row in rows for amount in row["amounts"]]


def test_a_figure_has_the_fields_of_the_format(store: OpenStore) -> None:
    rows = figure_rows(store.graph, "bri-2023-white-paper")

    assert {tuple(row) for row in rows} == {FIGURE_COLUMNS}
    assert [(row["value"], row["unit"]) for row in rows if row["quote"] == "时速  \n350 公里的雅万高铁"] in (
        [(350, "公里")],
        [],
    )


def test_all_documents_follow_one_another(store: OpenStore) -> None:
    rows = outcome_rows(store.graph)

    assert documents(store.graph) == DOCUMENTS
    assert list(dict.fromkeys(row["document"] for row in rows)) == DOCUMENTS


def test_an_unknown_document_is_answered_with_the_nearest(store: OpenStore) -> None:
    with pytest.raises(QueryError, match="the graph has no document 'brf1-2017'\nDid you mean brf1-2017-outcome-list"):
        document_rows(store.graph, "brf1-2017", outcome_rows)


@pytest.mark.parametrize(("value", "written"), [("100", "100"), ("100.0", "100"), ("19.1", "19.1"), ("1E+3", "1000")])
def test_a_whole_number_is_written_without_a_point(value: str, written: str) -> None:
    assert json.dumps(number(Decimal(value))) == written
