"""Bodies named by those who act for them."""

from __future__ import annotations

import pytest

from silkgraph.recognise.names import names


@pytest.mark.parametrize(
    ("phrase", "body"),
    [
        ("海关总署署长", "海关总署"),
        ("加纳卫生部长阿贡", "加纳卫生部"),
        ("商务部副部长", "商务部"),
        ("加纳卫生部第一副部长阿贡", "加纳卫生部"),
        ("福州市市长", "福州市"),
        ("老挝政府代表", "老挝政府"),
        ("香港交易所行政总裁", "香港交易所"),
        ("金砖国家财政部长级会议", None),
        ("中国银行", None),
        ("企业代表", None),
    ],
)
def test_the_body_behind_an_office(phrase: str, body: str | None) -> None:
    assert names().body_behind(phrase) == body
