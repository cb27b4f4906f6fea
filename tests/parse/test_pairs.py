"""Countries in one compound before a verb: (kind, status, initiators, partners, label)."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中越签署跨境公路运输合作协议。", [("agreement", "concluded", "中国", "越南", "跨境公路运输合作协议")]),
        (
            "中俄蒙三国签署边境口岸发展规划纲要。",
            [("agreement", "concluded", "中国、俄罗斯、蒙古", "", "边境口岸发展规划纲要")],
        ),
        (
            "中泰、中越分别建立跨境水果快检合作机制和边境防疫联合工作组。",
            [
                ("institution", "concluded", "中国", "泰国", "跨境水果快检合作机制"),
                ("institution", "concluded", "中国", "越南", "边境防疫联合工作组"),
            ],
        ),
    ],
)
def test_a_compound_of_abbreviations_names_its_countries(text: str, expected: list[Row]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "昆明理工大学与老挝国立大学、云南师范大学与柬埔寨金边皇家大学分别签署合作协议。",
            [
                ("agreement", "concluded", "昆明理工大学", "老挝国立大学", "合作协议"),
                ("agreement", "concluded", "云南师范大学", "柬埔寨金边皇家大学", "合作协议"),
            ],
        ),
        (
            "中国海关总署与斐济海关、中国农业农村部与萨摩亚农业和渔业部分别签署《检疫议定书》和《渔业合作备忘录》。",
            [
                ("agreement", "concluded", "中国海关总署", "斐济海关", "检疫议定书"),
                ("agreement", "concluded", "中国农业农村部", "萨摩亚农业和渔业部", "渔业合作备忘录"),
            ],
        ),
    ],
)
def test_pairs_in_a_row_act_each_by_itself(text: str, expected: list[Row]) -> None:
    assert told(text) == expected
