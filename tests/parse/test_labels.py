"""What an outcome is called: the words of the text in, its name out."""

from __future__ import annotations

import pytest

from silkgraph.parse.labels import clean_label, without_attribute


@pytest.mark.parametrize(
    ("phrase", "label"),
    [
        ("《“一带一路”绿色投资原则2023年度报告》", "“一带一路”绿色投资原则2023年度报告"),
        ("首届“一带一路”科技交流大会", "“一带一路”科技交流大会"),
        ("一份矿产品检测结果互认备忘录", "矿产品检测结果互认备忘录"),
        ("总额4.5亿欧元的港口设备采购合同", "港口设备采购合同"),
        ("为期五年的班轮共舱协议", "班轮共舱协议"),
        ("由八国海关组成的联合工作组", "联合工作组"),
        ("以“以茶会友”为主题的第四届丝路茶业博览会", "第四届丝路茶业博览会"),
        ("历时6天的中国—南亚博览会", "中国—南亚博览会"),
        ("中、法两种文字的《古城保护案例集》", "古城保护案例集"),
        ("新修订的《投资者保护规则》", "投资者保护规则"),
        ("《跨境电商发展指数》研究报告", "跨境电商发展指数"),
        ("加强知识产权合作的《共同倡议》", "加强知识产权合作的共同倡议"),
        ("《边境口岸协定》第三批补充清单", "边境口岸协定第三批补充清单"),
        ("关于修订《领事条约》的议定书", "关于修订领事条约的议定书"),
        ("“丝路心相通”行动", "“丝路心相通”行动"),
    ],
)
def test_a_label_is_as_short_as_it_can_be_and_still_names_it(phrase: str, label: str) -> None:
    assert clean_label(phrase) == label


def test_a_thing_is_named_without_what_describes_it() -> None:
    assert without_attribute("时速350公里的雅万高铁") == "雅万高铁"


def test_what_leads_up_to_a_name_is_no_part_of_it() -> None:
    assert clean_label("首个项目——“百部佳片译制计划”") == "百部佳片译制计划"
    assert clean_label("贝尔格莱德—诺维萨德段") == "贝尔格莱德—诺维萨德段"
