"""Money and the agreement on it."""

from __future__ import annotations

from decimal import Decimal

from prose import frames_of, told


def sums(text: str) -> list[tuple[str, tuple[Decimal, ...]]]:
    return [(frame.label, tuple(amount.value for amount in frame.amounts)) for frame in frames_of(text)]


def test_a_credit_and_its_agreement_are_one() -> None:
    text = "中国进出口银行向老挝发展银行提供2亿美元授信，双方代表当天签署了授信协议。"
    assert sums(text) == [("授信协议", (Decimal(200_000_000),))]


def test_each_agreement_has_its_own_sum() -> None:
    text = "新开发银行分别与埃及财政部、巴西财政部签署主权贷款协议，为铁路项目提供2亿美元和1.2亿美元资金。"
    assert sums(text) == [("主权贷款协议", (Decimal(200_000_000),)), ("主权贷款协议", (Decimal(120_000_000),))]


def test_who_gives_money_of_his_own_is_another_outcome() -> None:
    text = "新开发银行与埃及财政部签署贷款协议，丝路基金出资3000万美元。"
    assert [row[2] for row in told(text)] == ["新开发银行", "丝路基金"]


def test_an_agreement_to_come_leaves_the_money_alone() -> None:
    text = "新开发银行批准向几内亚提供1.8亿美元贷款，贷款协议将于下半年签署。"
    assert ("1.8亿美元贷款", (Decimal(180_000_000),)) in sums(text)


def test_money_arranged_has_its_sum_behind_it() -> None:
    assert sums("世界银行为该项目安排联合融资，总额3.1亿美元。") == [("联合融资", (Decimal(310_000_000),))]
