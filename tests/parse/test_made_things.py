"""Things that are told by who made them, whatever is said of them; and by the noun before their title."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "兰州大学与哈萨克国立大学合建的“干旱区生态联合实验室”，经过半年筹备，近日迎来首批学生。",
            ("institution", "concluded", "兰州大学", "哈萨克国立大学", "干旱区生态联合实验室"),
        ),
        (
            "宁波海关与德国德勤公司合办的“跨境电商合规开放日”吸引了200家企业。",
            ("event", "concluded", "宁波海关", "德国德勤公司", "跨境电商合规开放日"),
        ),
        (
            "培训方面，由校友林志明捐资设立的“海丝青年奖学金”下学年起接受申请。",
            ("programme", "announced", "", "", "海丝青年奖学金"),
        ),
        (
            "首个落地项目，是厦门大学与曼谷大学合建的“潮汐联合实验室”。",
            ("institution", "concluded", "厦门大学", "曼谷大学", "潮汐联合实验室"),
        ),
    ],
)
def test_what_two_have_made_is_there(text: str, expected: Row) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "与会嘉宾合办的话题引发热议。",
        "双方合建的思路是“优势互补”。",
    ],
)
def test_nobody_has_made_anything(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("联盟网站“GreenSilk”同步上线。", "publication", "联盟网站“GreenSilk”"),
        ("爱奇艺宣布与越南国家电视台联手打造电视剧《红河谷》。", "programme", "电视剧红河谷"),
        ("闭幕式上颁发了首届“丝路青年创新奖”。", "programme", "丝路青年创新奖"),
        ("组委会向8位学者颁授“丝路友好使者”称号。", "programme", "“丝路友好使者”称号"),
    ],
)
def test_the_noun_beside_a_title_tells_its_kind(text: str, kind: str, label: str) -> None:
    assert [(row[0], row[4]) for row in told(text)] == [(kind, label)]
