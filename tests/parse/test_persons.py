"""Persons who are called by family name and office: never a party, but the bodies they act for."""

from __future__ import annotations

import pytest
from prose import Row, told

from silkgraph.recognise.offices import person


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("林大使", ("林", "大使")),
        ("欧阳副会长", ("欧阳", "副会长")),
        ("孙先生", ("孙", "先生")),
        ("中国大使", None),
        ("财政部长", None),
        ("海关关长", None),
    ],
)
def test_a_family_name_and_an_office(phrase: str, expected: tuple[str, str] | None) -> None:
    assert person(phrase) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "中国海外承包商会会长张大伟率团访问坦桑尼亚。张会长与坦桑尼亚工商会签署谅解备忘录。",
            ("agreement", "concluded", "中国海外承包商会", "坦桑尼亚工商会", "谅解备忘录"),
        ),
        (
            "11月3日，中国驻科摩罗大使林国栋会见科摩罗外长。林大使与科摩罗卫生部长签署交接证书。",
            ("agreement", "concluded", "中国", "科摩罗卫生部", "交接证书"),
        ),
        (
            "厦门市副市长张志红访问印度尼西亚。张副市长与泗水港务局签署港口合作备忘录。",
            ("agreement", "concluded", "厦门市", "泗水港务局", "港口合作备忘录"),
        ),
        (
            "中国路桥公司总经理李伟到访槟城。李总经理与马来西亚槟城港务局签署合作协议。",
            ("agreement", "concluded", "中国路桥公司", "马来西亚槟城港务局", "合作协议"),
        ),
    ],
)
def test_who_was_introduced_acts_for_his_house(text: str, expected: Row) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "李总经理与马来西亚槟城港务局签署合作协议。",
            ("agreement", "concluded", "", "马来西亚槟城港务局", "合作协议"),
        ),
        ("黄董事长和易部长共同签署了投资协议。", ("agreement", "concluded", "", "", "投资协议")),
    ],
)
def test_for_whom_nobody_knows(text: str, expected: Row) -> None:
    assert told(text) == [expected]
