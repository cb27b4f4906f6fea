"""What is granted or given without a number: policies, debts forgiven, goods, data."""

from __future__ import annotations

import pytest
from prose import Row, told


def labels(text: str) -> list[str]:
    return [label for *_, label in told(text)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("中方决定对莱索托、贝宁97%税目产品实施零关税。", "97%税目产品零关税"),
        ("中方决定给予所有最不发达国家100%税目产品零关税待遇。", "100%税目产品零关税待遇"),
        ("中方将对汤加公民实施单方面免签政策。", "汤加公民单方面免签政策"),
        ("中方将免除多哥、贝宁两国截至2025年底到期未偿还的无息贷款债务。", "免除到期未偿还的无息贷款债务"),
        ("中方愿邀请非洲青年议员访华。", "非洲青年议员访华"),
    ],
)
def test_what_is_granted_without_a_number(text: str, label: str) -> None:
    assert labels(text) == [label]


def test_debt_relief_is_told_once() -> None:
    assert labels("中方将免除津巴布韦部分到期无息贷款，并向津方赠送800吨大米和300吨小麦。") == [
        "免除津巴布韦部分到期无息贷款",
        "800吨大米",
        "300吨小麦",
    ]


def test_goods_may_be_given_without_saying_how_many() -> None:
    assert told("中国向基里巴斯捐赠一批警用物资。") == [("programme", "concluded", "中国", "基里巴斯", "警用物资")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "国家开发银行向印尼曼底利银行授予15亿元授信额度。",
            ("funding", "concluded", "国家开发银行", "印尼曼底利银行", "授信额度"),
        ),
        (
            "工商银行给予哈萨克斯坦铁路公司10亿美元信用贷款。",
            ("funding", "concluded", "工商银行", "哈萨克斯坦铁路公司", "信用贷款"),
        ),
        (
            "中国水利部向老挝、柬埔寨提供汛期水文数据。",
            ("programme", "concluded", "中国水利部", "老挝、柬埔寨", "汛期水文数据"),
        ),
        (
            "中国红十字会向摩洛哥红新月会提供一批救灾帐篷和药品。",
            ("programme", "concluded", "中国红十字会", "摩洛哥红新月会", "救灾帐篷和药品"),
        ),
    ],
)
def test_credit_lines_data_and_goods(text: str, expected: Row) -> None:
    assert told(text) == [expected]


def test_experience_that_is_shared_is_no_gift() -> None:
    assert told("中方向湄公河国家提供更多便利和信息。") == []


@pytest.mark.parametrize("related", ["建交", "有外交关系", "签署共建文件"])
def test_who_only_tells_which_countries_are_meant_is_no_partner(related: str) -> None:
    text = f"中国决定给予所有同中国{related}的最不发达国家100%税目产品零关税待遇。"

    whom = f"同中国{related}的最不发达国家"
    assert told(text) == [("programme", "announced", "中国", whom, "100%税目产品零关税待遇")]
