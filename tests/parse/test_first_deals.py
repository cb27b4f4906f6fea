"""The first deal of its kind, by who does it and with or for whom."""

from __future__ import annotations

import pytest
from prose import Row, frames_of, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "中国银行约翰内斯堡分行办理首笔人民币跨境汇款业务。",
            ("programme", "concluded", "中国银行约翰内斯堡分行", "", "人民币跨境汇款业务"),
        ),
        (
            "交通银行与哈萨克斯坦人民银行落地首笔数字人民币跨境支付。",
            ("programme", "concluded", "交通银行", "哈萨克斯坦人民银行", "数字人民币跨境支付"),
        ),
        (
            "渣打银行（中国）为老挝客户办理首单跨境人民币结算。",
            ("programme", "concluded", "渣打银行（中国）", "老挝客户", "跨境人民币结算"),
        ),
        (
            "中信银行为埃及央行承销首笔熊猫债。",
            ("funding", "concluded", "中信银行", "埃及央行", "熊猫债"),
        ),
        (
            "中国建设银行智利分行将落地首笔人民币信用证业务。",
            ("programme", "announced", "中国建设银行智利分行", "", "人民币信用证业务"),
        ),
    ],
)
def test_first_deals(text: str, expected: Row) -> None:
    assert told(text) == [expected]


def test_the_sum_is_no_part_of_the_name() -> None:
    (loan,) = frames_of("昆明富滇银行成功落地云南首笔对缅人民币跨境贷款1.2亿元。")
    assert (loan.kind, loan.label) == ("funding", "对缅人民币跨境贷款")
    assert [(amount.value, amount.currency) for amount in loan.amounts] == [(120_000_000, "CNY")]


@pytest.mark.parametrize(
    "text",
    [
        "自办理首笔人民币结算业务以来，该行业务增长迅速。",
        "双方希望尽早落地首笔本币结算业务。",
        "鼓励银行办理首笔数字人民币业务。",
    ],
)
def test_hopes_and_memories_are_no_deal(text: str) -> None:
    assert told(text) == []
