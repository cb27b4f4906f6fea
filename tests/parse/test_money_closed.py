"""Money that is approved for somebody, put into a company, insured, or told by 前者 and 后者."""

from __future__ import annotations

import pytest
from prose import frames_of, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "亚投行董事会批准对斐济的5000万美元气候韧性政策性贷款。",
            [("funding", "concluded", "亚投行董事会", "斐济", "气候韧性政策性贷款")],
        ),
        (
            "世界银行执董会批准面向肯尼亚的2亿美元赠款。",
            [("funding", "concluded", "世界银行执董会", "肯尼亚", "2亿美元赠款")],
        ),
        (
            "丝路基金对乌兹别克斯坦卡什卡达里亚光伏项目公司完成2800万美元股权交割。",
            [
                (
                    "funding",
                    "concluded",
                    "丝路基金",
                    "乌兹别克斯坦卡什卡达里亚光伏项目公司",
                    "2800万美元股权交割",
                )
            ],
        ),
        (
            "中国出口信用保险公司为该笔贷款出具了海外投资保险保单。",
            [("agreement", "concluded", "中国出口信用保险公司", "", "海外投资保险保单")],
        ),
        (
            "老挝外贸银行正式接入人民币跨境支付系统。",
            [("programme", "concluded", "老挝外贸银行", "", "接入人民币跨境支付系统")],
        ),
    ],
)
def test_who_gives_it_to_whom(text: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    assert told(text) == expected


def test_the_former_and_the_latter_have_sums_of_their_own() -> None:
    frames = frames_of(
        "新开发银行同埃及交通部、巴西东北银行分别签订贷款协议，前者用于轻轨改造，金额为2.5亿美元；后者以人民币计价，规模15亿元。"
    )
    assert [(f.partners[0].name, int(f.amounts[0].value), f.amounts[0].currency) for f in frames] == [
        ("埃及交通部", 250_000_000, "USD"),
        ("巴西东北银行", 1_500_000_000, "CNY"),
    ]


def test_money_spent_on_something_is_not_that_of_the_agreement_before() -> None:
    frames = frames_of("华能集团与卡宾达省政府签署社会责任合作协议，将出资150万美元为三个村庄修建供水站。")
    assert [(frame.kind, [int(amount.value) for amount in frame.amounts]) for frame in frames] == [
        ("agreement", []),
        ("funding", [1_500_000]),
    ]


def test_a_fund_has_the_money_that_was_given_for_it_whatever_its_currency() -> None:
    text = "招商局集团同肯尼亚港务局共同出资30亿肯尼亚先令，设立港口发展基金。"
    assert told(text) == [("institution", "concluded", "招商局集团", "肯尼亚港务局", "港口发展基金")]
    assert [(int(amount.value), amount.currency) for amount in frames_of(text)[0].amounts] == [(3_000_000_000, "KES")]
