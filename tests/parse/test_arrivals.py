"""Things that are the subject themselves: (kind, status, initiators, partners, label)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Row = tuple[str, str, str, str, str]
Told = Callable[[str], list[Row]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "中国与巴基斯坦合作建设的卡拉奇核电站K2、K3两台“华龙一号”核电机组建成投运。",
            [("programme", "concluded", "中国", "巴基斯坦", "卡拉奇核电站K2、K3两台“华龙一号”核电机组")],
        ),
        (
            "苏州大学与文莱大学合办的热带医学联合实验室也于当日挂牌。",
            [("institution", "concluded", "苏州大学", "文莱大学", "热带医学联合实验室")],
        ),
        (
            "《乌鲁木齐市与比什凯克市友好合作协议书》5月6日在比什凯克签署。",
            [("agreement", "concluded", "乌鲁木齐市", "比什凯克市", "乌鲁木齐市与比什凯克市友好合作协议书")],
        ),
    ],
)
def test_a_thing_before_its_verb_is_named_without_adverbials_and_with_its_makers(
    told_in_prose: Told, text: str, expected: list[Row]
) -> None:
    assert told_in_prose(text) == expected


def test_an_attribute_over_commas_says_who_holds_it_and_is_no_clause(told_in_prose: Told) -> None:
    text = "由浙江省人民政府、突尼斯文化部共同主办，宁波市人民政府承办的第二届海上丝路港口论坛在宁波开幕。"
    assert told_in_prose(text) == [
        ("event", "concluded", "浙江省人民政府、突尼斯文化部、宁波市人民政府", "", "第二届海上丝路港口论坛")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第五届论坛将于2028年由肯尼亚商会主办。", ("event", "announced", "肯尼亚商会", "", "第五届论坛")),
        (
            "第三届丝路茶业博览会定于5月8日至10日在黄山举行，由安徽省人民政府、斯里兰卡商会主办。",
            ("event", "announced", "安徽省人民政府、斯里兰卡商会", "", "第三届丝路茶业博览会"),
        ),
        (
            "中国同塞舌尔修订2003年航空协定的议定书于当日完成草签。",
            ("agreement", "concluded", "中国", "塞舌尔", "修订2003年航空协定的议定书"),
        ),
    ],
)
def test_hosts_after_由_and_dates_are_no_part_of_the_name(told_in_prose: Told, text: str, expected: Row) -> None:
    assert told_in_prose(text) == [expected]
