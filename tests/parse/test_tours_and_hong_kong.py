"""Troupes that perform abroad, and how papers of Hong Kong tell of contracts, permits and exchanges."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "香港中乐团赴哈萨克斯坦阿拉木图演出。",
            ("programme", "concluded", "香港中乐团", "哈萨克斯坦", "哈萨克斯坦阿拉木图演出"),
        ),
        (
            "上海芭蕾舞团携《天鹅湖》将赴新西兰巡演。",
            ("programme", "announced", "上海芭蕾舞团", "新西兰", "天鹅湖新西兰巡演"),
        ),
        (
            "香港电台与马来西亚国营电台互换节目。",
            ("programme", "concluded", "香港电台", "马来西亚国营电台", "互换节目"),
        ),
        (
            "港大深圳医院与印尼雅加达医院缔结姐妹医院。",
            ("agreement", "concluded", "港大深圳医院", "印尼雅加达医院", "姐妹医院"),
        ),
        (
            "澳门国际银行获葡萄牙央行批准设立里斯本分行。",
            ("institution", "concluded", "澳门国际银行", "", "里斯本分行"),
        ),
        (
            "香港铁路公司中标迪拜地铁蓝线运营。",
            ("programme", "concluded", "香港铁路公司", "", "迪拜地铁蓝线运营"),
        ),
        (
            "香港特区政府将印尼纳入旅游签证便利计划。",
            ("programme", "concluded", "香港特区政府", "印尼", "印尼纳入旅游签证便利计划"),
        ),
    ],
)
def test_tours_permits_and_exchanges(text: str, expected: Row) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "该团多次赴国外演出。",
        "双方就地区形势交换意见。",
        "两国电台希望互换更多节目。",
        "代表团赴老挝访问演出基地。",
    ],
)
def test_habits_and_views_are_none(text: str) -> None:
    assert told(text) == []
