"""The ready tables: the same rows as everywhere else, in columns of sensible types, whoever answers."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from silkgraph.ask.library import all_questions
from silkgraph.ask.rows import figure_rows, outcome_rows
from silkgraph.errors import QueryError
from silkgraph.notebook import tables
from silkgraph.notebook.knowledge_graph import KnowledgeGraph
from silkgraph.notebook.ready import ready_query
from silkgraph.store import OpenStore

ROOT = Path(__file__).resolve().parents[2]
TABLES = ["outcomes", "parties", "amounts", "bodies", "figures", "participations", "passages", "links", "documents"]
PLAN_WITH_LAOS = "https://w3id.org/silkgraph/id/outcome/brf1-2017-outcome-list/1.3/2"


def test_an_outcome_is_a_row_with_readable_labels(kg: KnowledgeGraph) -> None:
    row = kg.outcomes(lang="zh").loc[PLAN_WITH_LAOS]

    assert row.drop(["quote", "amount", "currency"]).to_dict() == {
        "forum": 2017,
        "document": "brf1-2017-outcome-list",
        "item": "1.3",
        "kind": "协议",
        "status": "已达成",
        "domain": "战略规划",
        "pillar": "政策沟通",
        "label": "共建“一带一路”政府间双边合作规划",
        "initiators": "中国政府",
        "partners": "老挝政府",
        "countries": "老挝",
        "year": 2017,
        "confidence": "补足",
        "start": 715,
        "end": 743,
    }
    assert row[["amount", "currency"]].isna().all()
    assert row["quote"] == "与老挝、柬埔寨政府签署共建“一带一路”政府间双边合作规划"


def test_outcomes_are_those_of_the_rows_in_the_same_order(kg: KnowledgeGraph, store: OpenStore) -> None:
    rows = outcome_rows(store.graph)
    table = kg.outcomes(lang="zh")

    assert table["label"].tolist() == [row["label"] for row in rows]
    assert table["quote"].tolist() == [row["quote"] for row in rows]
    assert [len(names.split("; ")) for names in table["initiators"].dropna()] == [
        len({(party["name"], party["country"]) for party in row["initiators"]}) for row in rows if row["initiators"]
    ]


def test_figures_are_those_of_the_rows(kg: KnowledgeGraph, store: OpenStore) -> None:
    rows = figure_rows(store.graph)
    table = kg.figures()

    assert table["value"].tolist() == [float(row["value"]) for row in rows]
    assert table["as_of"].dropna().tolist() == [row["as_of"] for row in rows if row["as_of"]]
    assert table["until"].notna().sum() == table["as_of"].notna().sum()


def test_columns_have_the_types_that_the_table_says(kg: KnowledgeGraph) -> None:
    declared = [
        tables.OUTCOMES, tables.PARTIES, tables.AMOUNTS, tables.BODIES, tables.FIGURES, tables.PARTICIPATIONS,
        tables.PASSAGES, tables.LINKS, tables.DOCUMENTS,
    ]  # fmt: skip
    for name, columns in zip(TABLES, declared, strict=True):
        table = getattr(kg, name)().reset_index()
        found = {column: str(dtype) for column, dtype in table.dtypes.items() if column in columns}
        assert found == dict(columns), name


@pytest.mark.parametrize("name", TABLES)
def test_an_endpoint_gives_the_same_table(name: str, kg: KnowledgeGraph, apart: KnowledgeGraph) -> None:
    pd.testing.assert_frame_equal(getattr(kg, name)(), getattr(apart, name)())


@pytest.mark.parametrize("name", ["outcomes", "bodies", "figures"])
def test_our_own_endpoint_gives_the_same_table(name: str, kg: KnowledgeGraph, served: KnowledgeGraph) -> None:
    pd.testing.assert_frame_equal(getattr(kg, name)(), getattr(served, name)())


@pytest.mark.parametrize("name", TABLES)
def test_each_thing_has_one_row(name: str, kg: KnowledgeGraph) -> None:
    table = getattr(kg, name)()

    assert len(table) > 0
    assert table.index.is_unique


def test_filters_take_codes_names_and_numbers(kg: KnowledgeGraph) -> None:
    energy = kg.outcomes(forum=2017, domain="energy", country="PK")

    assert len(energy) > 0
    for same in (
        kg.outcomes(forum="2017", domain="能源", country="巴基斯坦"),
        kg.outcomes(forum=2017, domain="domain:energy", country="Pakistan"),
        kg.outcomes(domain="https://w3id.org/silkgraph/scheme/domain/energy", country="pk", forum=2017),
    ):
        pd.testing.assert_frame_equal(same, energy)


def test_filters_leave_what_fits_and_nothing_else(kg: KnowledgeGraph) -> None:
    everything, parties = kg.outcomes(), kg.parties()
    acting = parties[parties["role"].isin(["initiator", "partner"])]
    pakistan = set(acting.loc[acting["country"] == "PK", "outcome"])

    assert set(kg.outcomes(country="PK").index) == pakistan
    bank = parties["label"] == "China Development Bank"
    assert set(kg.outcomes(body="cdb").index) == set(parties.loc[bank, "outcome"])
    for name, code, label in (
        ("kind", "funding", "Funding commitment"),
        ("status", "announced", "Announced"),
        ("domain", "energy", "Energy"),
        ("pillar", "unimpeded-trade", "Unimpeded trade"),
        ("document", "brf2-2019-subforums", "brf2-2019-subforums"),
    ):
        pd.testing.assert_index_equal(kg.outcomes(**{name: code}).index, everything.index[everything[name] == label])
    assert set(kg.bodies(type="bank")["type"]) == {"Bank or financial institution"}
    assert set(kg.figures(unit="USD")["unit"]) == {"USD"}
    assert set(kg.participations(country="ID")["country_label"]) == {"Indonesia"}
    assert set(kg.parties(role="partner", country="LA")["country_label"]) == {"Laos"}


def test_an_outcome_that_is_found_by_one_party_shows_all_of_them(kg: KnowledgeGraph) -> None:
    everything, found = kg.outcomes(), kg.outcomes(country="LA")

    pd.testing.assert_series_equal(found["partners"], everything.loc[found.index, "partners"])
    assert found["initiators"].notna().any()


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"country": "Pakistn"}, "the graph has no country 'Pakistn'\nDid you mean Pakistan"),
        ({"kind": "agrement"}, "the graph has no kind 'agrement'\nDid you mean agreement"),
        ({"forum": 2018}, "the graph has no forum '2018'"),
        ({"body": 'x" ) } #'}, "the graph has no body"),
        ({"lang": "fr"}, "there are no labels in 'fr'"),
    ],
)
def test_what_the_graph_does_not_have_is_an_error_and_not_an_empty_table(
    kg: KnowledgeGraph, filters: dict[str, str], message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        kg.outcomes(**filters)  # type: ignore[arg-type]


@pytest.mark.parametrize("path", sorted((ROOT / "queries" / "notebook").glob("*.rq")), ids=lambda path: path.stem)
def test_each_query_is_documented_like_the_questions_and_standard(path: Path) -> None:
    (question,) = [one for one in all_questions(path.parent) if one.name == path.stem]
    ready = ready_query(path.stem)

    assert set(question.titles) == set(question.questions) == {"zh", "en"}
    assert all("?value" in chosen.pattern for chosen in ready.filters.values())


def test_the_library_does_not_list_them() -> None:
    assert not {question.name for question in all_questions(ROOT / "queries")} & set(TABLES)


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("2022", ("2022-01-01", "2022-12-31")),
        ("2016-02", ("2016-02-01", "2016-02-29")),
        ("2023-08-31", ("2023-08-31", "2023-08-31")),
        ("2013/2022", ("2013-01-01", "2022-12-31")),
        ("soon", (None, None)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(written: str, days: tuple[str | None, str | None]) -> None:
    first, last = tables.period(written)

    assert (first and first.isoformat(), last and last.isoformat()) == days
