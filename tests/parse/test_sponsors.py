"""Acts that one side leads while another backs or proposes them."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "中国支持埃及牵头成立非洲沙漠化防治中心。",
            [("institution", "concluded", "埃及", "", "非洲沙漠化防治中心")],
        ),
        (
            "中方将发布《中非数字治理倡议》，支持同济大学牵头成立中非智慧城市联盟，为非洲培养500名工程师。",
            [
                ("declaration", "announced", "中方", "", "中非数字治理倡议"),
                ("institution", "announced", "同济大学", "", "中非智慧城市联盟"),
                ("programme", "announced", "中方", "", "培养500名工程师"),
            ],
        ),
    ],
)
def test_who_leads_does_it(text: str, expected: list[Row]) -> None:
    assert told(text) == expected


def test_who_proposed_it_where_nobody_else_did_it() -> None:
    assert told("在中国和塞内加尔倡议下，非洲绿色发展联盟正式成立。") == [
        ("institution", "concluded", "中国、塞内加尔", "", "非洲绿色发展联盟")
    ]


def test_who_signs_is_named_rather_than_who_proposed() -> None:
    assert told("在柬埔寨倡议下，中国与越南签署《水文合作协定》。") == [
        ("agreement", "concluded", "中国", "越南", "水文合作协定")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中方支持非洲建设5个数字转型中心。", [("programme", "announced", "中方", "非洲", "5个数字转型中心")]),
        ("中国政府将支持老挝修建100所乡村小学。", [("programme", "announced", "中国政府", "老挝", "100所乡村小学")]),
        ("中方将协助汤加实施2个防灾减灾项目。", [("programme", "announced", "中方", "汤加", "2个防灾减灾项目")]),
        (
            "中方愿为非洲援建30个清洁能源项目，支持非方建设20个职业技术中心。",
            [
                ("programme", "announced", "中方", "", "30个清洁能源项目"),
                ("programme", "announced", "中方", "非方", "20个职业技术中心"),
            ],
        ),
        ("中国愿支持太平洋岛国建设气候观测站。", []),
    ],
)
def test_who_backs_counted_things_promises_them(text: str, expected: list[Row]) -> None:
    assert told(text) == expected
