"""Licences and honours that an authority gives a firm."""

from __future__ import annotations

import pytest
from prose import told


@pytest.mark.parametrize(
    ("text", "giver", "taker", "label"),
    [
        ("埃塞俄比亚通信管理局授予狮航电信公司运营牌照。", "埃塞俄比亚通信管理局", "狮航电信公司", "运营牌照"),
        ("纳米比亚矿业部向中广核铀业颁发采矿许可证。", "纳米比亚矿业部", "中广核铀业", "采矿许可证"),
        ("沙特投资部授予华邦物流地区总部许可证。", "沙特投资部", "华邦物流", "地区总部许可证"),
        ("阿联酋央行授予中国银行人民币清算牌照。", "阿联酋央行", "中国银行", "人民币清算牌照"),
        ("马来西亚国家银行颁授数字银行牌照予天星财团。", "马来西亚国家银行", "天星财团", "数字银行牌照"),
        ("肯尼亚政府授予中国路桥“最佳承包商”称号。", "肯尼亚政府", "中国路桥", "“最佳承包商”称号"),
        ("南非政府将杰出投资者称号授予海信集团。", "南非政府", "海信集团", "杰出投资者称号"),
    ],
)
def test_who_gives_whom_which_licence(text: str, giver: str, taker: str, label: str) -> None:
    assert told(text) == [("programme", "concluded", giver, taker, label)]


@pytest.mark.parametrize("text", ["商务部向12家企业颁发许可证。", "清华大学授予埃塞俄比亚总理名誉博士称号。"])
def test_nobody_in_particular_and_no_person_gets_one(text: str) -> None:
    assert told(text) == []
