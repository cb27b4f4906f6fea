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
            [("agreement", "concluded", "", "", "乌鲁木齐市与比什凯克市友好合作协议书")],
        ),
    ],
)
def test_a_thing_before_its_verb_is_named_without_adverbials_and_with_its_makers(
    told_in_prose: Told, text: str, expected: list[Row]
) -> None:
    assert told_in_prose(text) == expected
