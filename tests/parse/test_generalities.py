"""What tells nothing: jubilees of what came about long ago, and states that are reached and not set up."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    "text",
    [
        "2025年，匈塞铁路通车三周年。",
        "蒙内铁路通车运营7周年，累计发送旅客1400万人次。",
        "今年是瓜达尔港自由区启用5周年。",
        "孔子学院成立十五周年。",
    ],
)
def test_jubilees(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "目前，喀麦隆克里比港与杜阿拉港实现互联互通。",
        "10月18日，“丝路电商”合作先行区与匈牙利平台实现互联互通。",
        "两国海关建立“单一窗口”互联互通。",
        "双方已建成中老泰跨境电力互联互通。",
    ],
)
def test_states_that_are_reached(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中国港湾承建的二期工程实现封顶。", [("programme", "concluded", "中国港湾", "", "二期工程")]),
        ("金港高速公路实现全线贯通。", [("programme", "concluded", "", "", "金港高速公路")]),
        (
            "博览会组织签约，50个项目签约，总金额300亿元。",
            [("agreement", "concluded", "", "", "50个项目")],
        ),
        (
            "第二十届投洽会组织签约项目50个，协议投资额120亿元。",
            [("agreement", "concluded", "第二十届投洽会", "", "签约项目50个")],
        ),
        (
            "上海合作组织签署卫生合作备忘录。",
            [("agreement", "concluded", "上海合作组织", "", "卫生合作备忘录")],
        ),
    ],
)
def test_verbs_that_only_bring_in_another(text: str, expected: list[Row]) -> None:
    assert told(text) == expected
