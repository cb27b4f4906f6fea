"""The benchmark of accuracy: what its simple readers read, and that the page has the tables that the command writes."""

from __future__ import annotations

import importlib
import json
import re
from pathlib import Path
from types import ModuleType

import pytest

from silkgraph.model import Item

ROOT = Path(__file__).parents[2]
SCORE = """
import json, sys
rows = [json.loads(line) for line in open(sys.argv[2], encoding="utf-8")]
fields = ["frame F1", "strict F1", "initiator F1", "partner F1", "party F1", "partner country F1", "amount F1",
          "kind accuracy", "status accuracy", "domain accuracy", "value F1", "evidence exact"]
print("missing  an outcome")
print(json.dumps(dict.fromkeys(fields, 0.5 if rows else 0.0)))
"""
"""A program that compares, in the place of the real one, which is no part of the project."""


@pytest.fixture(autouse=True)
def scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scripts of ``benchmarks/`` can be imported."""
    monkeypatch.syspath_prepend(ROOT / "benchmarks")


@pytest.fixture
def accuracy() -> ModuleType:
    return importlib.import_module("accuracy")


@pytest.fixture
def baselines() -> ModuleType:
    return importlib.import_module("baselines")


@pytest.fixture
def score_tables() -> ModuleType:
    return importlib.import_module("score_tables")


@pytest.fixture
def evaluation(tmp_path: Path) -> Path:
    """Annotations of two documents, empty but for one person."""
    folder = tmp_path / "evaluation"
    for kind in ("dev", "dev-figures", "dev-attendance"):
        (folder / kind).mkdir(parents=True)
    (folder / "score.py").write_text(SCORE, "utf-8")
    (folder / "dev" / "brf2-2019-subforums.jsonl").write_text("{}\n", "utf-8")
    (folder / "dev" / "brf3-2023-chair-statement.jsonl").write_text("{}\n", "utf-8")
    (folder / "dev-figures" / "brf3-2023-chair-statement.jsonl").write_text("{}\n", "utf-8")
    person = {"document": "brf3-2023-chair-statement", "person": "习近平", "country": "CN", "organization": None}
    unknown = person | {"person": "无人"}
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in (person, unknown))
    (folder / "dev-attendance" / "brf3-2023-chair-statement.jsonl").write_text(lines, "utf-8")
    return folder


def _without_numbers(text: str) -> list[str]:
    return [re.sub(r"\d\.\d{3}|–|\d+ of \d+", "N", line) for line in text.splitlines()]


def test_the_page_is_written_between_its_marks(
    accuracy: ModuleType,
    evaluation: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(accuracy.baselines, "TAGGERS", {"no words": lambda: lambda text: []})
    page = tmp_path / "page.md"
    page.write_text("Before.\n<!-- scores: begin -->\nold\n<!-- scores: end -->\nAfter.\n", "utf-8")

    accuracy.main(["--evaluation", str(evaluation), "--page", str(page), "--errors", "1"])

    written = page.read_text("utf-8")
    assert written.startswith("Before.\n<!-- scores: begin -->\n\n### Outcomes\n")
    assert written.endswith("\n<!-- scores: end -->\nAfter.\n") and "old" not in written
    assert "| brf2-2019-subforums | 0.500 |" in written
    assert "| running text | no words | 0.000 |" in written
    assert re.search(r"\| Silkgraph \| 0\.500 \| 0\.500 \| 1 of 2 \|", written)
    assert "missing  an outcome" in capsys.readouterr().out


def test_the_page_of_the_project_has_the_tables_that_the_command_writes(
    accuracy: ModuleType, score_tables: ModuleType
) -> None:
    scores = dict.fromkeys((*score_tables.COLUMNS, *score_tables.FIGURE_COLUMNS), 0.5)
    documents = [name for group in accuracy.GROUPS.values() for name in group]
    of_figures = [*accuracy.GROUPS["running text"], "running text"]
    result = score_tables.Result(
        outcomes=dict.fromkeys((*documents, *accuracy.GROUPS), scores),
        figures=dict.fromkeys(of_figures, scores),
        attendance=(1, 2),
    )
    page = (ROOT / "docs" / "accuracy.md").read_text("utf-8")
    tables = page.partition(score_tables.BEGIN)[2].partition(score_tables.END)[0].strip()

    expected = score_tables.tables({"Silkgraph": result, "jieba.posseg": result, "Jiagu": result})

    without_others = [line for line in _without_numbers(tables) if "other documents" not in line]
    assert without_others == _without_numbers(expected)


def test_a_page_without_marks_is_refused(score_tables: ModuleType, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Nothing.\n", "utf-8")
    with pytest.raises(SystemExit, match="has no <!-- scores: begin -->"):
        score_tables.write_page(page, "tables")


def test_texts_are_read_whose_annotation_is_beside_them(accuracy: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "visit.txt").write_text("中国商务部与老挝财政部签署合作协议。", "utf-8")
    (tmp_path / "visit.jsonl").write_text("{}\n", "utf-8")
    (tmp_path / "other.txt").write_text("中国商务部与老挝财政部签署合作协议。", "utf-8")

    (source,) = accuracy.other_sources(tmp_path)

    assert source.name == "visit"
    assert [row["label"] for row in accuracy.by_silkgraph([source]).outcomes] == ["合作协议"]


SENTENCE = "中国政府与匈牙利政府签署《合作备忘录》，总额10亿美元。"


def test_a_simple_reader_takes_bodies_before_and_behind_the_preposition(baselines: ModuleType) -> None:
    item = Item("1", 0, len(SENTENCE), (), None, ((0, len(SENTENCE)),))

    (row,) = baselines.read_outcomes("any", SENTENCE, (item,), baselines.jieba_posseg())

    assert [body["name"] for body in row["initiators"]] == ["中国政府"]
    assert [(body["name"], body["country"]) for body in row["partners"]] == [("匈牙利政府", "HU")]
    assert (row["kind"], row["label"], row["status"]) == ("agreement", "合作备忘录", "concluded")
    assert row["amounts"] == [{"value": 1_000_000_000, "currency": "USD"}]


def test_a_simple_reader_takes_the_number_and_what_stands_next_to_it(baselines: ModuleType) -> None:
    text = "截至2023年6月，中国企业建设了20多个项目。"
    item = Item("1", 0, len(text), (), None, ((0, len(text)),))

    *_, row = baselines.read_figures("any", text, (item,), baselines.jieba_posseg())

    assert (row["value"], row["unit"], row["qualifier"], row["as_of"]) == (20, "个项目", "over", "2023-06")
    assert row["subject"] == "企业"
