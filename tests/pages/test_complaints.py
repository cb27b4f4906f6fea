"""Problems are told in the language of the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import silkgraph
from silkgraph.pages.complaints import Complaint, complaint, in_chinese

SERVE = Path(silkgraph.__file__).parent / "serve"
FOR_OURSELVES = {"needs-network"}
"""Problems that no client hears of."""


def test_every_problem_has_chinese_words_and_none_are_there_for_nothing() -> None:
    program = "\n".join(path.read_text("utf-8") for path in SERVE.glob("*.py"))
    codes = set(re.findall(r'\b(?:Problem|Refused)\(\s*\d{3},\s*"([a-z-]+)"', program))
    codes |= set(re.findall(r'\bmalformed\(.*?, "([a-z-]+)"', program))
    codes |= set(re.findall(r'code: str = "([a-z-]+)"', program))

    assert set(in_chinese()) == codes - FOR_OURSELVES


@pytest.mark.parametrize(
    ("code", "members", "text"),
    [
        (
            "time-limit",
            {"limit_seconds": 2.5},
            "查询未能在 2.5 秒内完成，已被停止。请缩小范围、加上 LIMIT，或下载全部数据。",
        ),
        ("too-many-rows", {"limit": 1000}, "结果超过本服务给出的 1,000 行。请加上 LIMIT，或下载全部数据。"),
        ("malformed-query", {"line": 2, "column": 9, "text": "?s }"}, "第 2 行第 9 列不符合 SPARQL 语法。"),
        ("malformed-query", {}, "查询不符合 SPARQL 语法。"),
    ],
)
def test_chinese_sentences_hold_what_the_english_ones_do(code: str, members: dict[str, object], text: str) -> None:
    assert complaint(code, "Title", "detail", members, "zh") == Complaint(in_chinese()[code]["title"], text, "detail")


def test_english_is_told_as_it_is() -> None:
    assert complaint("busy", "Busy", "try again", {}, "en") == Complaint("Busy", "try again")
