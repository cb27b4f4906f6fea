"""Countries written as one word before what each of them has, and lists whose last member says what all have."""

from __future__ import annotations

import pytest
from prose import told


@pytest.mark.parametrize(
    ("sentence", "initiators", "partners"),
    [
        ("中摩两国政府签署《关于互免签证的协定》，摩洛哥外交大臣出席。", "中国政府", "摩洛哥政府"),
        ("中老双方签署农产品输华检疫议定书。", "中国", "老挝"),
        ("中哈两国央行续签本币互换协议。", "中国央行", "哈萨克斯坦央行"),
        ("中越海关签署联合缉私备忘录。", "中国海关", "越南海关"),
        ("中塞两国企业签署光伏电站协议。", "中国企业", "塞尔维亚企业"),
        ("中蒙俄三国政府签署《经济走廊规划纲要》。", "中国政府、蒙古政府、俄罗斯政府", ""),
        ("中韩两国外长签署渔业协定。", "中国", "韩国"),
        ("中欧双方签署地理标志协定。", "中国", "欧洲"),
        ("中国与马来西亚两国政府签署渔业协定。", "中国政府", "马来西亚政府"),
        ("中法大学签署渔业合作协议。", "中法大学", ""),
    ],
)
def test_a_compound_is_one_body_of_each_country(sentence: str, initiators: str, partners: str) -> None:
    assert told(sentence)[0][2:4] == (initiators, partners)


@pytest.mark.parametrize(
    ("sentence", "initiators", "partners"),
    [
        ("中国海关总署和柬埔寨海关签署渔业监管协议。", "中国海关总署", "柬埔寨海关"),
        ("中国海关总署、柬埔寨海关签署渔业监管协议。", "中国海关总署、柬埔寨海关", ""),
        ("中国海关总署和柬埔寨海关分别签署渔业监管协议。", "中国海关总署", ""),
    ],
)
def test_two_joined_by_and_sign_with_each_other(sentence: str, initiators: str, partners: str) -> None:
    assert told(sentence)[0][2:4] == (initiators, partners)


@pytest.mark.parametrize(
    ("sentence", "initiators"),
    [
        ("埃及、肯尼亚、卢旺达三国央行行长签署合作协议。", "埃及央行、肯尼亚央行、卢旺达央行"),
        ("重庆、广西、云南三地口岸管理部门签署合作协议。", "重庆口岸管理部门、广西口岸管理部门、云南口岸管理部门"),
        ("匈牙利、希腊（中东欧国家）经济部门签署合作协议。", "匈牙利经济部门、希腊经济部门"),
        ("文莱、菲律宾（东盟东部增长区）签署合作协议。", "文莱、菲律宾"),
        ("与会的老挝、越南等12国代表共同签署《昆明倡议》。", "老挝、越南"),
    ],
)
def test_a_list_shares_what_its_last_member_has(sentence: str, initiators: str) -> None:
    assert told(sentence)[0][2] == initiators


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("中国和法国签署地理标志协定。", "地理标志协定"),
        ("中国和法国签署国防工业合作协议。", "国防工业合作协议"),
        ("两部门发布人工智能发展报告。", "人工智能发展报告"),
        ("双方签订中长期天然气供应合同。", "中长期天然气供应合同"),
    ],
)
def test_a_verb_is_no_noun_because_of_a_character_that_begins_another_word(sentence: str, label: str) -> None:
    assert told(sentence)[0][4] == label


@pytest.mark.parametrize(
    ("sentence", "partners"),
    [
        ("柳州市与泰国罗勇府结为友好城市。", ["泰国罗勇府"]),
        ("北部湾港集团与马来西亚关丹港、柬埔寨西哈努克港签署友好港协议。", ["马来西亚关丹港", "柬埔寨西哈努克港"]),
        ("宁夏与沙特利雅得商会、阿联酋迪拜商会签署经贸合作备忘录。", ["沙特利雅得商会", "阿联酋迪拜商会"]),
    ],
)
def test_parts_and_ports_of_countries_are_bodies(sentence: str, partners: list[str]) -> None:
    assert [row[3] for row in told(sentence)] == partners
