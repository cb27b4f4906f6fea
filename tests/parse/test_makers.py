"""Who made or owns what a clause tells of, without 的: ``甲与乙共建|实验室``, ``集团旗下|公司``."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Row = tuple[str, str, str, str, str]
Told = Callable[[str], list[Row]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "清华大学与印度尼西亚大学共建东南亚中心在巴厘揭牌。",
            ("institution", "concluded", "清华大学", "印度尼西亚大学", "东南亚中心"),
        ),
        (
            "中国港湾承建科特迪瓦阿比让港扩建项目竣工。",
            ("programme", "concluded", "中国港湾", "", "科特迪瓦阿比让港扩建项目"),
        ),
        (
            "由三峡集团投资、中国水电三局承建的巴基斯坦科哈拉水电站开工。",
            ("programme", "concluded", "三峡集团、中国水电三局", "", "巴基斯坦科哈拉水电站"),
        ),
        (
            "天津大学与泰国大城技术学院共建的鲁班工坊投用。",
            ("institution", "concluded", "天津大学", "泰国大城技术学院", "鲁班工坊"),
        ),
    ],
)
def test_who_built_it(text: str, expected: Row, told_in_prose: Told) -> None:
    assert told_in_prose(text) == [expected]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("中国建材集团旗下中材国际与赞比亚工商部签署协议书。", "中材国际"),
        ("招商局集团旗下的招商港口与吉布提港签署合作协议。", "招商港口"),
        ("沙特公共投资基金旗下ACWA电力公司与中国能建签署供货合同。", "ACWA电力公司"),
        ("招商局港口下属智能科技公司与柬埔寨港务局签署供货合同。", "招商局港口下属智能科技公司"),
    ],
)
def test_the_company_rather_than_who_owns_it(text: str, who: str, told_in_prose: Told) -> None:
    assert [row[2] for row in told_in_prose(text)] == [who]
