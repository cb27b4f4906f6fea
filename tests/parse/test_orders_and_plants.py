"""Goods that are ordered and sold, plants that firms build abroad, money that a firm gets, firms of any name."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "文莱骐骥航空订购30架中国商飞飞机。",
            ("agreement", "concluded", "文莱骐骥航空", "", "订购30架中国商飞飞机"),
        ),
        (
            "广交会首日，约旦采购商下单50台机床。",
            ("agreement", "concluded", "约旦采购商", "", "下单50台机床"),
        ),
        (
            "塔吉克斯坦向宇通客车采购200辆公交车。",
            ("programme", "concluded", "塔吉克斯坦", "宇通客车", "采购200辆公交车"),
        ),
        (
            "中联重科向土耳其出口100台塔吊。",
            ("programme", "concluded", "中联重科", "土耳其", "出口100台塔吊"),
        ),
        (
            "正泰电器在埃及设厂。",
            ("programme", "concluded", "正泰电器", "埃及", "埃及设厂"),
        ),
        (
            "国轩高科拟投资12亿美元在摩洛哥建厂。",
            ("programme", "announced", "国轩高科", "摩洛哥", "摩洛哥建厂"),
        ),
        (
            "长安汽车与泰国正大集团在泰国合资建厂。",
            ("programme", "concluded", "长安汽车", "泰国正大集团", "泰国建厂"),
        ),
        (
            "福耀玻璃在匈牙利动工建设新厂。",
            ("programme", "concluded", "福耀玻璃", "匈牙利", "新厂"),
        ),
        (
            "中车株洲所中标马来西亚东海岸铁路信号系统项目。",
            ("programme", "concluded", "中车株洲所", "", "马来西亚东海岸铁路信号系统项目"),
        ),
        (
            "比亚迪向哥伦比亚波哥大交付1002辆纯电动大巴。",
            ("programme", "concluded", "比亚迪", "哥伦比亚波哥大", "1002辆纯电动大巴"),
        ),
        (
            "晶科能源获沙特主权基金注资10亿美元。",
            ("funding", "concluded", "沙特主权基金", "晶科能源", "注资10亿美元"),
        ),
        (
            "越捷航空以湿租方式引进成都航空2架ARJ21飞机。",
            ("agreement", "concluded", "越捷航空", "成都航空", "湿租2架ARJ21飞机"),
        ),
    ],
)
def test_what_firms_order_sell_and_build(text: str, expected: Row) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "中国向俄罗斯出口汽车同比增长20%。",
        "云南向老挝出口蔬菜30万吨，同比增长5%。",
        "中国从巴西进口大豆累计7000万吨。",
        "中国采购更多非洲农产品。",
        "中国企业赴越南设厂。",
        "中国鼓励企业在埃及设厂。",
    ],
)
def test_trade_that_is_counted_and_hopes_are_none(text: str) -> None:
    assert told(text) == []
