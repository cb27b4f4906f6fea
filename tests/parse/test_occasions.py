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


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        (
            "外长们欢迎中国和秘鲁自由贸易协定升级议定书于6月1日正式生效。",
            "agreement",
            "中国和秘鲁自由贸易协定升级议定书",
        ),
        ("双方欢迎中老航空运输协定于2027年7月1日生效。", "agreement", "中老航空运输协定"),
        ("双方高度评价中老铁路去年正式通车。", "programme", "中老铁路"),
    ],
)
def test_what_is_welcomed_came_about_with_its_day(text: str, kind: str, label: str) -> None:
    assert [(row[0], row[4]) for row in told(text)] == [(kind, label)]


def test_questions_tell_nothing() -> None:
    assert told("中国加入《数字经济伙伴关系协定》了吗？") == []
    assert told("双方何时签署自由贸易协定升级议定书？") == []
