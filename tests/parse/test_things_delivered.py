"""Schools that are run abroad, bodies with their makers' names, counted machines that are delivered."""

from __future__ import annotations

import pytest
from prose import told


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("中国路桥在肯尼亚兴办职业技术学校。", ("institution", "concluded", "中国路桥", "肯尼亚", "职业技术学校")),
        ("中国在加纳兴办了一所渔业技术学院。", ("institution", "concluded", "中国", "加纳", "渔业技术学院")),
        (
            "天津大学与曼谷理工学院合作兴办国际铁道学院。",
            ("institution", "concluded", "天津大学", "曼谷理工学院", "国际铁道学院"),
        ),
        (
            "浙江大学与剑桥大学在杭州为全球健康联合研究中心挂牌。",
            ("institution", "concluded", "浙江大学", "剑桥大学", "全球健康联合研究中心"),
        ),
        (
            "中国农业科学院与荷兰瓦赫宁根大学联合实验室挂牌。",
            (
                "institution",
                "concluded",
                "中国农业科学院",
                "荷兰瓦赫宁根大学",
                "中国农业科学院与荷兰瓦赫宁根大学联合实验室",
            ),
        ),
    ],
)
def test_what_is_run_together_or_abroad(text: str, row: tuple[str, ...]) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "首批10辆宇通客车将于6月交付卡塔尔国家运输公司。",
            ("programme", "announced", "", "卡塔尔国家运输公司", "首批10辆宇通客车"),
        ),
        ("中国重汽向尼日利亚交付200辆卡车。", ("programme", "concluded", "中国重汽", "尼日利亚", "200辆卡车")),
        ("首批4台盾构机将于年底交付。", ("programme", "announced", "", "", "首批4台盾构机")),
    ],
)
def test_how_many_are_delivered_to_whom(text: str, row: tuple[str, ...]) -> None:
    assert told(text) == [row]


def test_how_many_come_of_an_order_is_told_with_the_order() -> None:
    text = "中车株机与马来西亚交通部签署动车组采购合同，首批4列将于年底交付。"
    assert [row[4] for row in told(text)] == ["动车组采购合同"]


@pytest.mark.parametrize(
    ("text", "makers"),
    [
        ("下一届论坛于2029年在内罗毕举行；设立中非青年创业基金。", ["", ""]),
        ("中方宣布，第三届中国—中亚峰会将于2027年在乌鲁木齐举行，设立中亚培训中心。", ["", "中方"]),
        (
            "第三届中国—东盟气候论坛在昆明举行，发布《昆明倡议》。",
            ["", "第三届中国—东盟气候论坛"],
        ),
    ],
)
def test_a_meeting_yet_to_come_founds_nothing(text: str, makers: list[str]) -> None:
    assert [row[2] for row in told(text)] == makers
