"""Branches that open and papers that are listed, by whose they are; who is charged or permitted to do something."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "巴基斯坦哈比银行北京分行开业。",
            ("institution", "concluded", "巴基斯坦哈比银行", "", "巴基斯坦哈比银行北京分行"),
        ),
        (
            "云南省中医医院泰国分院在曼谷挂牌。",
            ("institution", "concluded", "云南省中医医院", "", "云南省中医医院泰国分院"),
        ),
        (
            "俄罗斯外贸银行上海分行升格挂牌。",
            ("institution", "concluded", "俄罗斯外贸银行", "", "俄罗斯外贸银行上海分行"),
        ),
        (
            "海南医学院为柬埔寨中医中心挂牌。",
            ("institution", "concluded", "海南医学院", "", "柬埔寨中医中心"),
        ),
        (
            "“中国—东盟数字贸易中心”南宁挂牌。",
            ("institution", "concluded", "", "", "中国—东盟数字贸易中心"),
        ),
        (
            "蒙古国贸易发展银行在呼和浩特挂牌设立代表处。",
            ("institution", "concluded", "蒙古国贸易发展银行", "", "代表处"),
        ),
        (
            "老挝国家电力公司债券在上海证券交易所挂牌。",
            ("funding", "concluded", "老挝国家电力公司", "", "老挝国家电力公司债券"),
        ),
        (
            "人民币对坚戈在中国外汇交易中心挂牌交易。",
            ("programme", "concluded", "", "", "人民币对坚戈挂牌交易"),
        ),
    ],
)
def test_branches_and_papers(text: str, expected: Row) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "埃及国民银行获准在上海设立分行。",
            ("institution", "concluded", "埃及国民银行", "", "分行"),
        ),
        (
            "埃及国民银行获国家金融监督管理总局批准在上海设立分行。",
            ("institution", "concluded", "埃及国民银行", "", "分行"),
        ),
        (
            "中国人民银行指定中国银行乌兰巴托代表处为蒙古国人民币清算行。",
            ("institution", "concluded", "中国人民银行", "中国银行乌兰巴托代表处", "蒙古国人民币清算行"),
        ),
        (
            "中国人民银行决定由中国银行担任塞尔维亚人民币清算行。",
            ("institution", "concluded", "中国人民银行", "中国银行", "塞尔维亚人民币清算行"),
        ),
        (
            "中国银行毛里求斯子行获任毛里求斯人民币清算行。",
            ("institution", "concluded", "", "中国银行毛里求斯子行", "毛里求斯人民币清算行"),
        ),
        (
            "中国人民银行与毛里求斯银行建立本币互换安排，规模为20亿元人民币。",
            ("agreement", "concluded", "中国人民银行", "毛里求斯银行", "本币互换安排"),
        ),
    ],
)
def test_who_is_permitted_and_charged(text: str, expected: Row) -> None:
    assert told(text) == [expected]


def test_a_medicine_on_sale_is_no_paper() -> None:
    assert told("该药在越南上市交易活跃。") == []
