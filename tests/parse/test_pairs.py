"""Countries in one compound before a verb: (kind, status, initiators, partners, label)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Row = tuple[str, str, str, str, str]
Told = Callable[[str], list[Row]]


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
def test_a_compound_of_abbreviations_names_its_countries(told_in_prose: Told, text: str, expected: list[Row]) -> None:
    assert told_in_prose(text) == expected
