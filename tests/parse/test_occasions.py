"""What is opened before guests: (kind, status, initiators, partners, label)."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "两国元首以视频方式共同出席阿克拉鲁班工坊揭牌仪式。",
            ("institution", "concluded", "", "", "阿克拉鲁班工坊"),
        ),
        ("两国总理共同见证加纳凯蓬港启用。", ("programme", "concluded", "", "", "加纳凯蓬港")),
        ("两国外长为塔那那利佛中国文化中心揭牌。", ("institution", "concluded", "", "", "塔那那利佛中国文化中心")),
    ],
)
def test_guests_are_no_parties_to_what_is_opened(text: str, expected: Row) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize("text", ["两国元首共同出席签字仪式。", "中方希望两国元首共同出席大桥通车仪式。"])
def test_a_ceremony_without_a_thing_or_wished_for_is_none(text: str) -> None:
    assert told(text) == []
