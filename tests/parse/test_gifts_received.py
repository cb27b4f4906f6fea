"""Gifts told by who gets them, and what is built for whom."""

from __future__ import annotations

import pytest
from prose import told


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "瓦努阿图卫生部接收中国政府援助的10辆救护车。",
            ("programme", "concluded", "中国政府", "瓦努阿图卫生部", "10辆救护车"),
        ),
        (
            "老挝国立大学获中国驻老挝大使馆捐赠电脑50台。",
            ("programme", "concluded", "中国驻老挝大使馆", "老挝国立大学", "电脑50台"),
        ),
        (
            "汤加政府收到中国红十字会提供的一批防汛物资。",
            ("programme", "concluded", "中国红十字会", "汤加政府", "防汛物资"),
        ),
        (
            "由中国政府赠送的警用车辆移交萨摩亚警察部。",
            ("programme", "concluded", "中国政府", "萨摩亚警察部", "警用车辆"),
        ),
        (
            "中国政府把100套教具赠送给基里巴斯教育部。",
            ("programme", "concluded", "中国政府", "基里巴斯教育部", "100套教具"),
        ),
        ("中国政府为瓦努阿图建设议会大厦。", ("programme", "concluded", "中国政府", "瓦努阿图", "议会大厦")),
        ("中国政府为瓦努阿图修建10所学校。", ("programme", "concluded", "中国政府", "瓦努阿图", "10所学校")),
        (
            "中国红十字会宣布向汤加红十字会提供粮食援助。",
            ("funding", "announced", "中国红十字会", "汤加红十字会", "粮食援助"),
        ),
    ],
)
def test_who_gives_and_who_gets(text: str, row: tuple[str, ...]) -> None:
    assert told(text) == [row]


def test_help_with_a_number_is_promised_to_who_is_helped() -> None:
    assert [row[1:4] for row in told("中方将帮助斐济建设5个示范村。")] == [("announced", "中方", "斐济")]


@pytest.mark.parametrize(
    "text",
    ["该项目获得各方提供的支持。", "多年来，瓦努阿图累计接受中国政府提供的奖学金名额300个。"],
)
def test_what_is_no_gift(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "giver", "taker"),
    [
        ("中国政府向汤加政府捐赠的10辆警车交付使用。", "中国政府", "汤加政府"),
        ("中国人民解放军向坦桑尼亚国防军援助的一批工程机械交付。", "中国人民解放军", "坦桑尼亚国防军"),
        ("中国海军向多哥海军赠送一艘巡逻艇。", "中国海军", "多哥海军"),
        ("中方宣布提供200万美元支持太平洋岛国论坛秘书处。", "中方", "太平洋岛国论坛秘书处"),
    ],
)
def test_to_whom_it_was_given(text: str, giver: str, taker: str) -> None:
    assert [row[2:4] for row in told(text)] == [(giver, taker)]


def test_a_minister_called_secretary_signs_for_his_ministry() -> None:
    text = "中国财政部长与汤加财政大臣签署经济技术合作协定。"
    assert [row[2:4] for row in told(text)] == [("中国财政部", "汤加财政部")]


def test_a_court_and_judges_pass_a_statement() -> None:
    text = "中国最高人民法院与老挝最高人民法院共同通过《南宁声明》。"
    assert told(text) == [("declaration", "concluded", "中国最高人民法院", "老挝最高人民法院", "南宁声明")]
