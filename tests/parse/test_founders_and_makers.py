"""Who founded or made what: alliances whose members follow, and things each made with somebody else."""

from __future__ import annotations

import pytest
from prose import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who began it, and who followed
        (
            "陶瓷文化联盟由景德镇陶瓷大学倡议发起，埃及艾因夏姆斯大学、葡萄牙阿威罗大学等9所高校共同组建。",
            [("景德镇陶瓷大学", "埃及艾因夏姆斯大学、葡萄牙阿威罗大学", "陶瓷文化联盟")],
        ),
        (
            "丝路旅游联盟由陕西省文化和旅游厅联合哈萨克斯坦旅游协会、乌兹别克斯坦旅游委员会等20家单位发起成立。",
            [("陕西省文化和旅游厅", "哈萨克斯坦旅游协会、乌兹别克斯坦旅游委员会", "丝路旅游联盟")],
        ),
        # those who act together are not what came about
        ("佛得角大学、厦门大学等12所高校共同组建。", []),
        # each with somebody else
        (
            "河北中医药大学与匈牙利佩奇大学合作设立的中医中心、与捷克帕拉茨基大学合办的中医文化馆同日启用。",
            [
                ("河北中医药大学", "匈牙利佩奇大学", "中医中心"),
                ("河北中医药大学", "捷克帕拉茨基大学", "中医文化馆"),
            ],
        ),
        (
            "北京大学与开罗大学共建的中国研究中心、复旦大学与突尼斯大学共建的联合实验室同时揭牌。",
            [("北京大学", "开罗大学", "中国研究中心"), ("复旦大学", "突尼斯大学", "联合实验室")],
        ),
    ],
)
def test_they_are_named(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(initiators, partners, label) for _, _, initiators, partners, label in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "actors", "body"),
    [
        ("缔约方大会采纳乌方提出的成立冰川研究理事会的倡议。", "缔约方大会", "冰川研究理事会"),
        ("理事会接受了肯尼亚提出的设立东非数字贸易中心的建议。", "理事会", "东非数字贸易中心"),
    ],
)
def test_a_proposal_that_is_taken_up_announces_its_body(text: str, actors: str, body: str) -> None:
    assert told(text) == [("institution", "announced", actors, "", body)]


def test_the_last_who_follows_keeps_the_end_of_its_name() -> None:
    text = "故宫博物院牵头，开罗博物馆、大英博物馆响应，世界古迹保护联盟宣布成立。"
    assert told(text) == [("institution", "concluded", "故宫博物院", "开罗博物馆、大英博物馆", "世界古迹保护联盟")]
