"""Tables: every row of the graph, described so that Frictionless and CSV on the Web find nothing to object to."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import csvw as csv_on_the_web
import frictionless
import pyarrow.parquet
import pytest

from silkgraph.ask.rows import figure_rows, outcome_rows
from silkgraph.errors import KnowledgeError, QueryError
from silkgraph.export.parquet import parquet_bytes
from silkgraph.export.relational import Table, rows, table_named, tables
from silkgraph.export.release import table_csv
from silkgraph.export.table_description import CSVW_NAME, FRICTIONLESS_NAME, csvw
from silkgraph.export.table_description import frictionless as frictionless_description
from silkgraph.store import OpenStore

TABLES = tables()


@pytest.fixture(scope="module")
def folder(store: OpenStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All tables as CSV, with both descriptions."""
    folder = tmp_path_factory.mktemp("tables")
    for table in TABLES:
        (folder / f"{table.name}.csv").write_bytes(b"".join(table_csv(store, table)))
    (folder / CSVW_NAME).write_bytes(csvw(TABLES))
    (folder / FRICTIONLESS_NAME).write_bytes(frictionless_description(TABLES))
    return folder


def read(folder: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / f"{name}.csv").read_bytes().decode("utf-8"), newline="")))


def test_a_memorandum_with_two_governments_is_two_rows_with_their_parties(folder: Path) -> None:
    laos = next(row for row in read(folder, "outcomes") if row["id"] == "brf1-2017-outcome-list/1.3/2")
    parties = [row for row in read(folder, "parties") if row["outcome"] == laos["id"]]

    assert laos["label_zh"] == "共建“一带一路”政府间双边合作规划"
    assert (laos["forum"], laos["year"], laos["kind"], laos["start"], laos["end"]) == (
        "2017", "2017", "kind/agreement", "715", "743",
    )  # fmt: skip
    assert [(row["role"], row["body"], row["name_as_written"]) for row in parties] == [
        ("initiator", "government-cn", "中国政府"),
        ("partner", "government-la", "老挝政府"),
    ]


def test_outcomes_and_figures_are_those_of_the_evaluation_rows(folder: Path, store: OpenStore) -> None:
    outcomes, figures = read(folder, "outcomes"), read(folder, "figures")

    assert sorted((row["document"], row["label_zh"], row["quote"]) for row in outcomes) == sorted(
        (row["document"], row["label"], row["quote"]) for row in outcome_rows(store.graph)
    )
    assert sorted((row["document"], row["quote"], Decimal(row["value"])) for row in figures) == sorted(
        (row["document"], row["quote"], Decimal(str(row["value"]))) for row in figure_rows(store.graph)
    )


def test_frictionless_finds_no_error(folder: Path) -> None:
    report = frictionless.Package(str(folder / FRICTIONLESS_NAME)).validate()

    assert report.flatten(["type", "message"]) == []
    assert report.valid
    assert report.stats["tasks"] == len(TABLES)


def test_frictionless_finds_the_error_of_a_dangling_reference(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    amounts = tmp_path / "amounts.csv"
    amounts.write_bytes(amounts.read_bytes().replace(b",brf1-2017-outcome-list/", b",brf0-2017-outcome-list/", 1))

    report = frictionless.Package(str(tmp_path / FRICTIONLESS_NAME)).validate()

    assert [error for (error,) in report.flatten(["type"])] == ["foreign-key"]


def test_csv_on_the_web_finds_no_error(folder: Path) -> None:
    group = csv_on_the_web.TableGroup.from_file(folder / CSVW_NAME)

    assert group.check_referential_integrity()
    for table in group.tables:
        assert table.check_primary_key()
        assert len(list(table.iterdicts(strict=True))) == len(read(folder, str(table.url).removesuffix(".csv")))


def test_columns_lead_to_the_terms_and_things_of_the_graph(folder: Path, store: OpenStore) -> None:
    described = json.loads((folder / CSVW_NAME).read_text(encoding="utf-8"))
    outcomes = next(table for table in described["tables"] if table["url"] == "outcomes.csv")
    domain = next(column for column in outcomes["tableSchema"]["columns"] if column["name"] == "domain")

    assert outcomes["tableSchema"]["aboutUrl"] == "https://w3id.org/silkgraph/id/outcome/{+id}"
    assert domain["propertyUrl"] == "https://w3id.org/silkgraph/ontology#domain"
    assert domain["valueUrl"] == "https://w3id.org/silkgraph/scheme/{+domain}"
    row = read(folder, "outcomes")[0]
    subject, value = (
        f"https://w3id.org/silkgraph/{path}" for path in (f"id/outcome/{row['id']}", f"scheme/{row['domain']}")
    )
    assert bool(store.graph.query(f"ASK {{ <{subject}> <{domain['propertyUrl']}> <{value}> }}"))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_parquet_has_the_rows_of_the_csv_with_types(table: Table, folder: Path, store: OpenStore) -> None:
    content = parquet_bytes(rows(store.graph, table), table)
    written = pyarrow.parquet.read_table(io.BytesIO(content))

    assert written.column_names == list(table.names)
    assert [[in_csv(value) for value in row.values()] for row in written.to_pylist()] == [
        list(row.values()) for row in read(folder, table.name)
    ]
    assert parquet_bytes(rows(store.graph, table), table) == content


def in_csv(value: object) -> str:
    """A typed value as a cell of the CSV."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return "" if value is None else str(value)


def test_every_class_that_documents_are_read_into_has_a_table() -> None:
    classes = {table.of_class.removeprefix("silk:") for table in TABLES}

    assert classes >= {
        "Forum",
        "SourceDocument",
        "Item",
        "Outcome",
        "Party",
        "Body",
        "Place",
        "Figure",
        "Participation",
    }


def test_an_unknown_table_is_refused_with_the_nearest() -> None:
    with pytest.raises(QueryError, match="there is no table 'outcome'\nDid you mean outcomes"):
        table_named("outcome")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('type = "date"', 'type = "day"', "unknown type 'day'"),
        (
            'references = "forums"',
            'references = "forum"',
            "documents refers to 'forum', which does not stand before it",
        ),
        ('class = "silk:Forum"', 'klass = "silk:Forum"', "unknown field 'klass'"),
        ("[[table]]", "[[table]", "this does not describe tables"),
    ],
)
def test_a_broken_description_is_refused(old: str, new: str, message: str, tmp_path: Path) -> None:
    from silkgraph.locations import knowledge

    text = (knowledge("ontology") / "tables.toml").read_text(encoding="utf-8")
    path = tmp_path / "tables.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(KnowledgeError, match=message):
        tables(path)
