"""What is shared out in order, and lists whose members end alike."""

from __future__ import annotations

import pytest
from prose import frames_of, told, who


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "中国进出口银行分别向老挝、柬埔寨提供2亿美元和3亿美元优惠贷款。",
            [("老挝", "优惠贷款", 200_000_000), ("柬埔寨", "优惠贷款", 300_000_000)],
        ),
        (
            "亚投行分别批准向印尼、土耳其提供2亿美元和3亿美元贷款。",
            [("印尼", "2亿美元贷款", 200_000_000), ("土耳其", "3亿美元贷款", 300_000_000)],
        ),
        (
            "中国进出口银行分别与老挝财政部、柬埔寨财政部签署2亿美元、3亿美元贷款协议。",
            [("老挝财政部", "贷款协议", 200_000_000), ("柬埔寨财政部", "贷款协议", 300_000_000)],
        ),
    ],
)
def test_to_each_his_own_sum(text: str, rows: list[tuple[str, str, int]]) -> None:
    assert [(f.partners[0].name, f.label, *(int(a.value) for a in f.amounts)) for f in frames_of(text)] == rows


def test_to_each_his_own_number() -> None:
    assert [row[3:] for row in told("中国分别向斐济、汤加、萨摩亚捐赠10辆、5辆和3辆救护车。")] == [
        ("斐济", "10辆救护车"),
        ("汤加", "5辆救护车"),
        ("萨摩亚", "3辆救护车"),
    ]


def test_a_sum_for_all_is_not_shared_out() -> None:
    text = "中国进出口银行分别向老挝、柬埔寨提供2亿美元优惠贷款。"
    assert [(f.partners[0].name, len(f.amounts)) for f in frames_of(text)] == [("老挝", 1), ("柬埔寨", 1)]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("中国、巴基斯坦、阿富汗三国外长共同签署《喀布尔宣言》。", [("中国、巴基斯坦、阿富汗", "")]),
        (
            "宁波舟山港与鹿特丹港、安特卫普港签署友好港协议。",
            [("宁波舟山港", "鹿特丹港"), ("宁波舟山港", "安特卫普港")],
        ),
        (
            "湖南省农科院、隆平高科与马达加斯加农业部签署杂交水稻合作协议。",
            [("湖南省农科院、隆平高科", "马达加斯加农业部")],
        ),
    ],
)
def test_members_of_lists(text: str, pairs: list[tuple[str, str]]) -> None:
    assert who("合作消息", text) == pairs
