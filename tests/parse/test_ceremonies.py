"""What has a ceremony is what came about; so is what somebody gave."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        (
            "中国援助老挝琅南塔医院项目举行交接仪式。",
            ("programme", "concluded", "中国", "老挝", "老挝琅南塔医院项目"),
        ),
        ("中国援柬埔寨磅湛医院项目竣工。", ("programme", "concluded", "中国", "柬埔寨", "柬埔寨磅湛医院项目")),
        ("内罗毕鲁班工坊举行揭牌仪式。", ("institution", "concluded", "", "", "内罗毕鲁班工坊")),
        (
            "海南省与汤加结好签字仪式在海口举行。",
            ("agreement", "concluded", "海南省", "汤加", "海南省与汤加结好"),
        ),
    ],
)
def test_the_thing_that_is_celebrated(sentence: str, row: Row) -> None:
    assert told(sentence) == [row]


@pytest.mark.parametrize("sentence", ["两国企业举行签约仪式。", "中国大使馆举行捐赠仪式。", "双方举行开工仪式。"])
def test_a_ceremony_alone_is_no_outcome(sentence: str) -> None:
    assert told(sentence) == []


def test_both_sides_are_those_who_set_up_what_the_clause_before_speaks_of() -> None:
    text = "四川外国语大学与波兰罗兹大学合作设立的孔子学院迎来20周年，双方签署新一轮合作协议。"
    assert told(text)[0][2:4] == ("四川外国语大学", "波兰罗兹大学")


def test_a_class_begins() -> None:
    assert told("老挝铁路管理研修班在昆明开班。") == [("programme", "concluded", "", "", "老挝铁路管理研修班")]
    assert told("研修班开班仪式在昆明举行。") == []
