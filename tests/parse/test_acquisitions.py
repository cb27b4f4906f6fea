"""Shares and plants that are bought: money committed by who buys, into a company where one is named."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "国家电网公司成功收购葡萄牙国家能源网公司25%股份。",
            ("funding", "concluded", "国家电网公司", "葡萄牙国家能源网公司", "收购葡萄牙国家能源网公司25%股份"),
        ),
        (
            "紫金矿业并购塞尔维亚博尔铜矿63%股权，交易金额3.5亿美元。",
            ("funding", "concluded", "紫金矿业", "", "并购塞尔维亚博尔铜矿63%股权"),
        ),
        (
            "丝路基金完成对沙特国际电力公司的股权投资，投资金额1.2亿美元。",
            ("funding", "concluded", "丝路基金", "沙特国际电力公司", "对沙特国际电力公司的股权投资"),
        ),
        (
            "国新国际与中国有色集团联合收购赞比亚谦比希铜矿。",
            ("funding", "concluded", "国新国际", "中国有色集团", "收购赞比亚谦比希铜矿"),
        ),
        (
            "招商局港口将增持汉班托塔港国际集团股权至85%。",
            ("funding", "announced", "招商局港口", "汉班托塔港国际集团", "增持汉班托塔港国际集团股权至85%"),
        ),
    ],
)
def test_shares_that_are_bought(text: str, expected: Row) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "公司收购当地农户的咖啡豆。",
        "双方鼓励企业收购海外优质资产。",
        "近年来中国企业海外并购十分活跃。",
    ],
)
def test_trade_and_wishes_are_no_acquisition(text: str) -> None:
    assert told(text) == []
