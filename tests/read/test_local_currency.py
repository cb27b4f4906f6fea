"""A bare 元 in a paper of Hong Kong or Macao, where the text itself tells whose it is."""

from __future__ import annotations

import pytest

from silkgraph.read.text import SourceText


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("香港賽馬會捐出1.2億元，另撥1000萬港元。", "香港赛马会捐出1.2亿港元，另拨1000万港元。"),
        ("【香港商報訊】雙方投入5000萬元。", "【香港商报讯】双方投入5000万港元。"),
        ("（澳門日報訊）基金會捐款三百萬元。", "（澳门日报讯）基金会捐款三百万澳门元。"),
    ],
)
def test_a_bare_sum_is_in_the_currency_of_the_place(raw: str, read: str) -> None:
    assert SourceText.from_raw(raw).text == read


@pytest.mark.parametrize(
    "raw",
    [
        "香港賽馬會捐出1.2億元，其中人民幣2000萬元用於內地。",
        "台北訊：基金會捐款200萬元。",
        "香港贸发局投资3亿元，合5亿港元。",
        "【香港商報訊】元首會晤後發表公報。",
    ],
)
def test_otherwise_it_is_left_as_it_is(raw: str) -> None:
    assert SourceText.from_raw(raw).text.count("港元") == raw.count("港元")


def test_the_passage_is_in_the_words_of_the_file() -> None:
    text = SourceText.from_raw("（香港3日電）金管局捐贈300萬元。")
    start = text.text.index("300")
    assert text.passage(start, start + len("300万港元")).quote == "300萬元"
    assert text.as_written(start, start + len("300万港元")) == "300萬元"
