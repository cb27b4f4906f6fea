"""Contracts told by who gives them, by who wins them, and honours, which are none."""

from __future__ import annotations

import pytest
from prose import frames_of, told


@pytest.mark.parametrize(
    ("text", "owner", "winner", "contract"),
    [
        ("槟城州政府把峇六拜轻轨信号标授予中车四方所。", "槟城州政府", "中车四方所", "峇六拜轻轨信号标"),
        (
            "阿曼水务公司将苏哈尔海水淡化厂运维合同授予中国能建。",
            "阿曼水务公司",
            "中国能建",
            "苏哈尔海水淡化厂运维合同",
        ),
        ("秘鲁交通部选定中国路桥为利马环城公路承包商。", "秘鲁交通部", "中国路桥", "利马环城公路"),
        (
            "科威特石油公司向中国石油工程建设公司授予一份价值3亿美元的北部油田增产工程合同。",
            "科威特石油公司",
            "中国石油工程建设公司",
            "北部油田增产工程合同",
        ),
        ("东方电气集团赢得科卡科多水电站机组检修标。", "东方电气集团", "", "科卡科多水电站机组检修标"),
        ("智利公共工程部宣布，将查考大桥监理标授予中咨公司。", "智利公共工程部", "中咨公司", "查考大桥监理标"),
    ],
)
def test_a_contract_is_between_who_gives_and_who_gets_it(text: str, owner: str, winner: str, contract: str) -> None:
    assert told(text) == [("agreement", "concluded", owner, winner, contract)]


def test_the_sum_of_the_contract_follows_it() -> None:
    (frame,) = frames_of("沙捞越州政府把古晋轻轨供电标授予中车株洲所，标的额约3.1亿林吉特。")
    assert [(int(amount.value), amount.currency) for amount in frame.amounts] == [(310_000_000, "MYR")]


@pytest.mark.parametrize(
    "text",
    [
        "中国政府将中国政府友谊奖授予塞尔维亚专家。",
        "双方把合作项目交给专业团队实施。",
        "该项目由卡塔尔公共工程署授予中建中东公司。",
        "中方选择非洲国家作为合作项目的供应商。",
    ],
)
def test_honours_and_nobody_in_particular_tell_no_contract(text: str) -> None:
    assert told(text) == []
