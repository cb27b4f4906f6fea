"""Who made or owns what a clause tells of, without 的: ``甲与乙共建|实验室``, ``集团旗下|公司``."""

from __future__ import annotations

import pytest
from prose import Row, told


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
def test_who_built_it(text: str, expected: Row) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("中国建材集团旗下中材国际与赞比亚工商部签署协议书。", "中材国际"),
        ("招商局集团旗下的招商港口与吉布提港签署合作协议。", "招商港口"),
        ("沙特公共投资基金旗下ACWA电力公司与中国能建签署供货合同。", "ACWA电力公司"),
        ("招商局港口下属智能科技公司与柬埔寨港务局签署供货合同。", "招商局港口下属智能科技公司"),
    ],
)
def test_the_company_rather_than_who_owns_it(text: str, who: str) -> None:
    assert [row[2] for row in told(text)] == [who]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“丝路青年创业中心”在吉隆坡挂牌。该中心由中国青年企业家协会联同马来西亚青年商会开办。",
            ("institution", "concluded", "中国青年企业家协会", "马来西亚青年商会", "丝路青年创业中心"),
        ),
        (
            "《东盟旅游指南》正式出版。该书由中国旅游出版社与泰国国家旅游局共同编写。",
            ("publication", "concluded", "中国旅游出版社", "泰国国家旅游局", "东盟旅游指南"),
        ),
    ],
)
def test_the_next_sentence_says_who_made_it(text: str, expected: Row) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "中方将同东盟气象中心合作建设台风早期预警系统。",
            ("institution", "announced", "中方", "东盟气象中心", "台风早期预警系统"),
        ),
        (
            "双方约定由泰方在罗勇府为滇企设立质量服务专窗。",
            ("institution", "announced", "泰方", "", "质量服务专窗"),
        ),
        (
            "越南广播电视台与云南广播电视台连续第九年合办边境春晚。",
            ("event", "concluded", "越南广播电视台", "云南广播电视台", "边境春晚"),
        ),
        ("科威特投资局与招商银行亦签署协议。", ("agreement", "concluded", "科威特投资局", "招商银行", "协议")),
    ],
)
def test_two_that_are_named_do_it(text: str, expected: Row) -> None:
    assert [told(text)[0]] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "去年敲定的中国—塞舌尔海关AEO互认安排将于5月1日起实施。",
            [("agreement", "announced", "", "", "中国—塞舌尔海关AEO互认安排")],
        ),
        (
            "同期《阿拉伯国家信用风险指数》阿文版问世。",
            [("publication", "concluded", "", "", "阿拉伯国家信用风险指数阿文版")],
        ),
        (
            "第八届中阿企业家大会暨第六届投资研讨会于2027年在约旦安曼举行。",
            [("event", "concluded", "", "", "第八届中阿企业家大会暨第六届投资研讨会")],
        ),
    ],
)
def test_things_that_come_into_force_come_out_and_take_place(text: str, expected: list[Row]) -> None:
    assert [(row[0], row[1], "", "", row[4]) for row in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "中方将派遣第20批援津巴布韦医疗队。",
            [("programme", "announced", "中方", "津巴布韦", "第20批援津巴布韦医疗队")],
        ),
        (
            "中国将向斐济、汤加派出眼科医疗队。",
            [
                ("programme", "announced", "中国", "斐济", "眼科医疗队"),
                ("programme", "announced", "中国", "汤加", "眼科医疗队"),
            ],
        ),
        ("中国已向58个国家派出中国医疗队。", []),
    ],
)
def test_teams_that_are_sent(text: str, expected: list[Row]) -> None:
    assert told(text) == expected
