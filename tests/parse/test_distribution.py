"""Who does what with whom where there are several."""

from __future__ import annotations

import pytest
from prose import told_in_list


def told(text: str) -> list[tuple[str, str, str]]:
    return [row[2:] for row in told_in_list(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "新华社分别与老挝通讯社和越南通讯社签署新闻素材交换协议、图片合作备忘录。",
            [("新华社", "老挝通讯社", "新闻素材交换协议"), ("新华社", "越南通讯社", "图片合作备忘录")],
        ),
        (
            "肯尼亚、卢旺达两国财政部分别与中国进出口银行、国家开发银行签署公路贷款协议和电网贷款协议。",
            [
                ("肯尼亚财政部", "中国进出口银行", "公路贷款协议"),
                ("卢旺达财政部", "国家开发银行", "电网贷款协议"),
            ],
        ),
        (
            "中国海关总署与加蓬农业部、加纳农业部分别签署水果检疫议定书。",
            [("中国海关总署", "加蓬农业部", "水果检疫议定书"), ("中国海关总署", "加纳农业部", "水果检疫议定书")],
        ),
        (
            "中国海关总署与加蓬农业部、加纳农业部共同设立水果检疫联合工作组。",
            [("中国海关总署", "加蓬农业部、加纳农业部", "水果检疫联合工作组")],
        ),
    ],
)
def test_lists_are_paired_in_order_or_spread(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_a_text_among_all_is_one() -> None:
    assert told("泰国正大集团与中信集团、日本伊藤忠商事签署三方战略合作协议。") == [
        ("泰国正大集团", "中信集团、日本伊藤忠商事", "三方战略合作协议")
    ]


def test_what_an_agreement_is_about_holds_no_act() -> None:
    assert told("绍兴市柯桥区与意大利普拉托商会就共建时尚产业中心签订框架协议。")[0][:2] == (
        "绍兴市柯桥区",
        "意大利普拉托商会",
    )
