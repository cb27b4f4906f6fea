"""What one sentence of a paragraph lends to the next: who acts, whether it is to come, which forum is meant."""

from __future__ import annotations

import pytest
from prose import told, told_in_list


def test_a_bare_forum_is_the_one_the_section_is_about() -> None:
    text = "论坛宣告“一带一路”绿色发展国际联盟正式成立。论坛还发布了绿色照明行动倡议。"
    assert told_in_list(text, event="绿色之路分论坛") == [
        ("institution", "concluded", "绿色之路分论坛", "", "“一带一路”绿色发展国际联盟"),
        ("declaration", "concluded", "绿色之路分论坛", "", "绿色照明行动倡议"),
    ]


def test_tense_and_subject_carry_over_to_later_clauses() -> None:
    text = "中方将举办首届“一带一路”科技交流大会，实施“丝路心相通”行动。成立丝绸之路旅游城市联盟。"
    assert [(status, who) for _, status, who, _, _ in told_in_list(text)] == [("announced", "中方")] * 3


@pytest.mark.parametrize(
    "text",
    [
        "鼓励缔结引渡条约、刑事司法协助条约和反腐败合作协议。",
        "推动建立更加均衡、平等和可持续的贸易体系。",
        "各方支持加强基础设施建设，促进贸易便利化。",
        "共建“一带一路”为构建人类命运共同体提供了实践平台。",
    ],
)
def test_wishes_and_aims_are_no_outcomes(text: str) -> None:
    assert told(text) == []


def test_an_enumerated_pledge_keeps_its_subject() -> None:
    text = "一是中方将向非洲国家提供500亿元人民币援助。二是中方将设立中非绿色发展基金。"
    assert [(status, who) for _, status, who, _, _ in told(text)] == [("announced", "中方")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "共建“一带一路”坚持共建原则。",
        "各方共同打造开放型合作平台，构建全球互联互通伙伴关系。",
        "中国与共建国家、国际组织积极建立绿色低碳发展合作机制。",
        "按照平等参与、利益共享、风险共担的原则，各国携手前行。",
        "作为一个发展的倡议、合作的倡议、开放的倡议，共建“一带一路”追求的是发展。",
        "中国与160多个国家和国际组织签署卫生合作协议，在17个共建国家建立人民币清算安排。",
        "中国愿与各方一道，建设更加紧密的卫生合作伙伴关系、绿色发展伙伴关系。",
        "拉美各国共建更加紧密的命运共同体，搭建更多对话平台。",
    ],
)
def test_what_is_said_in_general_is_no_outcome(text: str) -> None:
    assert told(text) == []
