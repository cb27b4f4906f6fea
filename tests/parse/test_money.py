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
        ("承保额度不超过1.5亿美元。", [("不超过1.5亿美元", 150000000, "USD", "at-most")]),
        ("向南南合作援助基金增资10亿美元，", [("10亿美元", 1000000000, "USD", "exact")]),
        ("累计发行规模1525.4亿元；", [("1525.4亿元", 152540000000, "CNY", "exact")]),
        ("拉动近1万亿美元投资。", [("近1万亿美元", 1000000000000, "USD", "nearly")]),
        ("贷款项目累计拉动投资4000多亿美元", [("4000多亿美元", 400000000000, "USD", "over")]),
        ("人民币100亿元", [("人民币100亿元", 10000000000, "CNY", "exact")]),
        ("$3亿", [("$3亿", 300000000, "USD", "exact")]),
        ("HK$5亿", [("HK$5亿", 500000000, "HKD", "exact")]),
        ("AED 5亿", [("AED 5亿", 500000000, "AED", "exact")]),
        ("港币3亿元", [("港币3亿元", 300000000, "HKD", "exact")]),
        ("美元5000万", [("美元5000万", 50000000, "USD", "exact")]),
        ("捐款1.8万澳门元", [("1.8万澳门元", 18000, "MOP", "exact")]),
        ("合资五亿二千万令吉", [("五亿二千万令吉", 520000000, "MYR", "exact")]),
        ("进出口总值为十二点七亿澳门元", [("十二点七亿澳门元", 1270000000, "MOP", "exact")]),
        ("贷款3亿6500万美元", [("3亿6500万美元", 365000000, "USD", "exact")]),
        ("提供5千万欧元授信", [("5千万欧元", 50000000, "EUR", "exact")]),
        ("出资20亿特别提款权", [("20亿特别提款权", 2000000000, "XDR", "exact")]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("互换规模为40亿元人民币/740亿毛里求斯卢比", [(4000000000, "CNY"), (74000000000, "MUR")]),
        ("合同额3亿元人民币（约合300亿坚戈）", [(300000000, "CNY"), (30000000000, "KZT")]),
        ("8000万挪威克朗和15亿肯尼亚先令", [(80000000, "NOK"), (1500000000, "KES")]),
        ("50亿莫桑比克梅蒂卡尔", [(5000000000, "MZN")]),
    ],
)
def test_a_currency_is_known_by_its_country_and_its_noun(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(value, currency) for _, value, currency, _ in money_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("阿曼投资局设立规模为10亿里亚尔的基金", "OMR"),
        ("卡塔尔发展基金出资10亿里亚尔", "QAR"),
        ("基金规模为10亿里亚尔", "SAR"),
        ("向巴基斯坦提供50亿卢比", "PKR"),
        ("基金规模50亿卢比，由尼泊尔央行托管", "NPR"),
        ("摩洛哥国家电力局投资3亿迪拉姆", "MAD"),
        ("投资3亿迪拉姆", "AED"),
    ],
)
def test_a_noun_that_countries_share_is_that_of_the_country_named(text: str, currency: str) -> None:
    assert [c for _, _, c, _ in money_in(text)] == [currency]


def test_an_equivalent_belongs_to_the_sum() -> None:
    assert money_in("10亿元或等值美元") == [("10亿元或等值美元", 1000000000, "CNY", "exact")]
    assert money_in("2亿欧元或等值的当地货币") == [("2亿欧元或等值的当地货币", 200000000, "EUR", "exact")]


def test_a_range_has_an_upper_end_and_may_share_its_scale() -> None:
    (mention,) = find_money("500—600亿美元")
    assert (mention.amount.value, mention.upper) == (Decimal(50000000000), Decimal(60000000000))


@pytest.mark.parametrize(
    "text",
    [
        "29个国家的元首和政府首脑出席",
        "多元纠纷解决路径",
        "数十亿美元",
        "2017年",
        "100个项目",
        "人民币5年期",
        "三国元首",
    ],
)
def test_what_is_no_sum_is_left_alone(text: str) -> None:
    assert find_money(text) == ()


def test_only_the_given_span_is_read() -> None:
    text = "1亿元，2亿元，3亿元"
    assert [int(m.amount.value) for m in find_money(text, 4, 8)] == [200000000]
