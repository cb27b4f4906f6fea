"""Goods that come in, or go out, for the first time."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("柬埔寨香蕉首次输华。", ("programme", "concluded", "", "柬埔寨", "柬埔寨香蕉首次输华")),
        ("智利冷冻水果获准对华出口。", ("programme", "concluded", "", "智利", "智利冷冻水果获准对华出口")),
        ("巴西鲜食葡萄获得中国市场准入。", ("programme", "concluded", "", "巴西", "巴西鲜食葡萄获得中国市场准入")),
        (
            "首批马来西亚鲜食榴莲8月24日空运抵达北京。",
            ("programme", "concluded", "", "马来西亚", "首批马来西亚鲜食榴莲空运抵达北京"),
        ),
        ("赞比亚蓝莓获得输华准入。", ("programme", "concluded", "", "赞比亚", "赞比亚蓝莓获得输华准入")),
        (
            "首批来自坦桑尼亚的鲜食牛油果近日抵达上海港。",
            ("programme", "concluded", "", "坦桑尼亚", "首批来自坦桑尼亚的鲜食牛油果抵达上海港"),
        ),
        ("陕西苹果首次出口墨西哥。", ("programme", "concluded", "", "墨西哥", "陕西苹果首次出口墨西哥")),
        (
            "塞尔维亚蓝莓即将首次进入中国市场。",
            ("programme", "announced", "", "塞尔维亚", "塞尔维亚蓝莓即将首次进入中国市场"),
        ),
    ],
)
def test_goods_that_come_for_the_first_time(text: str, expected: Row) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "越南榴莲出口中国同比增长两成。",
        "泰国水果深受中国消费者喜爱。",
        "中方欢迎更多肯尼亚优质农产品输华。",
        "智利车厘子大量进入中国市场。",
        "双方愿推动阿根廷核桃早日输华。",
    ],
)
def test_trade_and_hopes_are_none(text: str) -> None:
    assert told(text) == []
