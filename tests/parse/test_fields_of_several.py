"""Several things of one kind that are told apart by their fields."""

from __future__ import annotations

import pytest
from prose import told


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "双方同意成立贸易、投资和数字经济三个联合工作组。",
            ["贸易联合工作组", "投资联合工作组", "数字经济联合工作组"],
        ),
        ("大会设立绿色能源、人文交流两个专委会。", ["绿色能源专委会", "人文交流专委会"]),
        (
            "中国农业农村部与缅甸农业部签署渔业、畜牧业两项合作备忘录。",
            ["渔业合作备忘录", "畜牧业合作备忘录"],
        ),
        # the number is not that of the fields
        ("双方同意成立数字经济和绿色发展一个工作组。", ["数字经济和绿色发展一个工作组"]),
        # parts of what was just set up
        ("双方决定成立口岸委员会，下设通关、检疫两个小组。", ["口岸委员会", "通关、检疫两个小组"]),
    ],
)
def test_each_field_has_its_own(text: str, labels: list[str]) -> None:
    assert [label for *_, label in told(text)] == labels
