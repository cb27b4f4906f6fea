"""Words that stand for bodies named elsewhere, and short names that a document introduces."""

from __future__ import annotations

import pytest

from silkgraph.recognise.abbreviations import short_names
from silkgraph.recognise.names import names
from silkgraph.recognise.references import Group, group, is_reference, side


@pytest.mark.parametrize(
    "word",
    [
        "双方",
        "两国元首",
        "三国",
        "各方",
        "佛方",
        "我国",
        "我校",
        "该行",
        "同一监管局",
        "论坛",
        "本届大会",
        "商会",
        "与会代表",
    ],
)
def test_these_stand_for_others(word: str) -> None:
    assert is_reference(word)


@pytest.mark.parametrize("word", ["老挝财政部", "主办方", "两国政府间委员会", "双方企业", "官方", "地方", "该"])
def test_these_stand_for_themselves(word: str) -> None:
    assert group(word) is None
    assert side(word) is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("双方", Group(2, "方", "")),
        ("两国政府代表", Group(2, "国", "政府")),
        ("四国海关负责人", Group(4, "国", "海关")),
        ("三国农业部门负责人", Group(3, "国", "")),
        ("两校", Group(2, "校", "")),
        ("各方", Group(None, "方", "")),
    ],
)
def test_a_group_says_how_many_and_of_what_kind(word: str, expected: Group) -> None:
    assert group(word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("昨天，香港出口信用保险局（信保局）宣布", {"信保局": "香港出口信用保险局"}),
        ("柳江重工股份有限公司（以下简称“柳江重工”）与", {"柳江重工": "柳江重工股份有限公司"}),
        ("由南亚开发银行（下称本行）理事会", {"本行": "南亚开发银行"}),
        ("经认证的经营者（AEO）互认", {}),
        ("中国海关总署（北京）公布", {}),
    ],
)
def test_short_names_are_introduced_in_brackets(text: str, expected: dict[str, str]) -> None:
    assert dict(short_names(text, names())) == expected
