"""Sums of money, in sentences of the documents."""

from __future__ import annotations

from decimal import Decimal

import pytest

from silkgraph.parse.money import find_money


def money_in(text: str) -> list[tuple[str, int, str, str]]:
    return [(text[m.start : m.end], int(m.amount.value), m.amount.currency, m.qualifier) for m in find_money(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("丝路基金新增资金1000亿元人民币。", [("1000亿元人民币", 100000000000, "CNY", "exact")]),
        ("“一带一路”金融合作专项贷款（500亿元等值人民币）", [("500亿元等值人民币", 50000000000, "CNY", "exact")]),
        ("规模初步预计约3000亿元人民币，", [("约3000亿元人民币", 300000000000, "CNY", "about")]),
        ("总体援助规模不少于600亿元人民币。", [("不少于600亿元人民币", 60000000000, "CNY", "at-least")]),
        ("向南南合作援助基金增资10亿美元，", [("10亿美元", 1000000000, "USD", "exact")]),
        ("累计发行规模1525.4亿元；", [("1525.4亿元", 152540000000, "CNY", "exact")]),
        ("拉动近1万亿美元投资。", [("近1万亿美元", 1000000000000, "USD", "nearly")]),
        ("贷款项目累计拉动投资4000多亿美元", [("4000多亿美元", 400000000000, "USD", "over")]),
        ("人民币100亿元", [("人民币100亿元", 10000000000, "CNY", "exact")]),
        ("$3亿", [("$3亿", 300000000, "USD", "exact")]),
    ],
)
def test_a_sum_has_value_currency_and_qualifier(text: str, expected: list[tuple[str, int, str, str]]) -> None:
    assert money_in(text) == expected


def test_every_sum_of_a_list_is_found() -> None:
    text = "总规模1000亿元人民币，首期100亿元人民币"
    assert [value for _, value, _, _ in money_in(text)] == [100000000000, 10000000000]


def test_a_list_may_share_its_currency() -> None:
    assert money_in("分别达到2万亿、1.3万亿美元") == [
        ("2万亿", 2000000000000, "USD", "exact"),
        ("1.3万亿美元", 1300000000000, "USD", "exact"),
    ]


def test_two_currencies_joined_by_or_and_by_a_slash_are_two_sums() -> None:
    assert [c for _, _, c, _ in money_in("提供5亿欧元或6亿美元")] == ["EUR", "USD"]
    assert [c for _, _, c, _ in money_in("10亿元人民币/1.4亿美元")] == ["CNY", "USD"]


def test_an_equivalent_belongs_to_the_sum() -> None:
    assert money_in("10亿元或等值美元") == [("10亿元或等值美元", 1000000000, "CNY", "exact")]


def test_a_range_has_an_upper_end_and_may_share_its_scale() -> None:
    (mention,) = find_money("500—600亿美元")
    assert (mention.amount.value, mention.upper) == (Decimal(50000000000), Decimal(60000000000))


@pytest.mark.parametrize(
    "text", ["29个国家的元首和政府首脑出席", "多元纠纷解决路径", "数十亿美元", "2017年", "100个项目"]
)
def test_what_is_no_sum_is_left_alone(text: str) -> None:
    assert find_money(text) == ()


def test_only_the_given_span_is_read() -> None:
    text = "1亿元，2亿元，3亿元"
    assert [int(m.amount.value) for m in find_money(text, 4, 8)] == [200000000]
