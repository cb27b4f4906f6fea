"""Lists: where they are cut, and what they leave out."""

from __future__ import annotations

import pytest

from silkgraph.parse.coordination import parties
from silkgraph.parse.object_lists import objects
from silkgraph.recognise.lexicon import lexicon
from silkgraph.recognise.names import names


def parties_of(text: str) -> list[str]:
    return [party.name for party in parties(text, (0, len(text)), names())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("老挝、柬埔寨政府", ["老挝政府", "柬埔寨政府"]),
        ("柬埔寨、巴基斯坦、缅甸等国有关部门", ["柬埔寨有关部门", "巴基斯坦有关部门", "缅甸有关部门"]),
        ("塔吉克斯坦、尼泊尔、塞尔维亚等30个国家政府", ["塔吉克斯坦政府", "尼泊尔政府", "塞尔维亚政府"]),
        ("埃及、沙特有关企业", ["埃及有关企业", "沙特有关企业"]),
        ("捷克、挪威等国卫生部", ["捷克卫生部", "挪威卫生部"]),
        (
            "联合国工业发展组织、乌克兰和阿塞拜疆相关部门",
            ["联合国工业发展组织", "乌克兰相关部门", "阿塞拜疆相关部门"],
        ),
    ],
)
def test_an_elided_head_is_put_back(text: str, expected: list[str]) -> None:
    assert parties_of(text) == expected


@pytest.mark.parametrize(
    "name",
    [
        "瑞士环境、交通、能源和电信部瑞士联邦能源办公室",
        "斯里兰卡发展战略与国际贸易部",
        "智利经济、发展与旅游部",
        "巴基斯坦规划发展和改革部",
        "文莱外交与贸易部政策与战略研究所",
        "蒙古国教育文化科学体育部",
    ],
)
def test_a_name_with_connectors_is_one_name(name: str) -> None:
    assert parties_of(name) == [name]


def test_names_with_connectors_stand_side_by_side() -> None:
    text = "捷克工贸部、匈牙利外交与对外经济部"
    assert parties_of(text) == ["捷克工贸部", "匈牙利外交与对外经济部"]


def test_what_closes_a_list_is_no_part_of_the_last_name() -> None:
    text = "马来西亚进出口银行、泰国进出口银行等“亚洲进出口银行论坛”成员机构"
    assert parties_of(text) == ["马来西亚进出口银行", "泰国进出口银行"]


def test_a_party_points_at_its_own_words() -> None:
    text = "老挝、柬埔寨政府"
    assert [text[p.start : p.end] for p in parties(text, (0, len(text)), names())] == ["老挝", "柬埔寨政府"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "绿色高效制冷行动倡议、绿色照明行动倡议和绿色“走出去”行动倡议",
            ["绿色高效制冷行动倡议", "绿色照明行动倡议", "绿色“走出去”行动倡议"],
        ),
        (
            "关于巴沙项目及水电规划研究路线图的谅解备忘录和关于项目清单调整的协议",
            ["关于巴沙项目及水电规划研究路线图的谅解备忘录", "关于项目清单调整的协议"],
        ),
        ("工业园、输变电、风电等项目贷款协议", ["工业园、输变电、风电等项目贷款协议"]),
        ("《甲》、《乙》等文件", ["《甲》", "《乙》"]),
        ("关于共建“一带一路”等合作的谅解备忘录", ["关于共建“一带一路”等合作的谅解备忘录"]),
    ],
)
def test_objects_are_cut_only_into_whole_noun_phrases(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in objects(text, (0, len(text)), lexicon())] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("随团来访的老挝农林部", ["老挝农林部"]),
        ("海关总署署长", ["海关总署"]),
        ("卢旺达卫生部长恩萨比马纳、赞比亚大学副校长穆伦加及岭南大学", ["卢旺达卫生部", "赞比亚大学", "岭南大学"]),
        ("老挝、缅甸两国财政部", ["老挝财政部", "缅甸财政部"]),
        ("肯尼亚、卢旺达、乌干达国家科学院", ["肯尼亚国家科学院", "卢旺达国家科学院", "乌干达国家科学院"]),
        ("法国风电企业阿尔泰克、德国西门子能源公司", ["法国风电企业阿尔泰克", "德国西门子能源公司"]),
        ("老挝工贸部与泰国商务部双方", ["老挝工贸部", "泰国商务部"]),
    ],
)
def test_a_member_is_named_without_what_describes_it(text: str, expected: list[str]) -> None:
    assert parties_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加纳国家电视网络和教育频道", [None, "GH"]),
        ("位于开罗的尼罗河博物馆", ["EG"]),
        ("总部设在内罗毕的非洲海事中心", [None]),
    ],
)
def test_what_stands_around_a_name_tells_its_country(text: str, expected: list[str | None]) -> None:
    assert [party.country for party in parties(text, (0, len(text)), names())] == expected


def test_a_ministry_of_two_fields_without_its_country_is_one_name() -> None:
    text = "乌兹别克斯坦战略改革署、经济和财政部"
    assert [party.name for party in parties(text, (0, len(text)), names())] == [
        "乌兹别克斯坦战略改革署",
        "经济和财政部",
    ]
