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


@pytest.mark.parametrize(
    "text",
    [
        "双方决定构建新时代中塞命运共同体。",
        "中泰一致同意共建更具韧性的中泰命运共同体。",
        "中方鼓励和支持非方来华发行“熊猫债”。",
        "双方鼓励并支持两国企业建立联合实验室。",
        "中国与海合会宣布将尽早完成自贸协定谈判。",
        "中国和秘鲁力争年内完成自贸协定升级谈判。",
    ],
)
def test_what_is_wished_for_or_hoped_for(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("purpose", ["用于建设图尔古孙水电站", "主要用于实施30个民生项目", "用以援建五所学校"])
def test_what_money_is_for(purpose: str) -> None:
    loan = told(f"亚投行向哈萨克斯坦提供3.5亿美元贷款，{purpose}。")

    assert [(kind, partners) for kind, _, _, partners, _ in loan] == [("funding", "哈萨克斯坦")]


def test_talks_that_are_over() -> None:
    assert told("中国与海合会完成自贸协定谈判。") == [("agreement", "concluded", "中国", "海合会", "自贸协定")]


def test_satisfaction_is_no_part_of_a_name() -> None:
    told_of = told("双方对签署扩大农产品贸易议定书感到满意。")

    assert told_of == [("agreement", "concluded", "", "", "扩大农产品贸易议定书")]
