"""Which countries 两国, 双方, 中方 and 哈方 mean under a title."""

from __future__ import annotations

import pytest
from prose import BILATERAL, read_under, who

from silkgraph.recognise.names import names


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("双方签署《关于野生动物保护的谅解备忘录》。", ("中国", "博茨瓦纳")),
        ("两国签署《关于野生动物保护的谅解备忘录》。", ("中国", "博茨瓦纳")),
        ("两国政府代表签署《关于野生动物保护的谅解备忘录》。", ("中国政府", "博茨瓦纳政府")),
        ("两国外交部签署《关于政治磋商的谅解备忘录》。", ("中国外交部", "博茨瓦纳外交部")),
        ("中方与博方签署《关于野生动物保护的谅解备忘录》。", ("中方", "博茨瓦纳")),
        ("我国与博茨瓦纳签署《关于野生动物保护的谅解备忘录》。", ("中国", "博茨瓦纳")),
        ("三国签署《关于野生动物保护的谅解备忘录》。", ("", "")),
        ("各方签署《关于野生动物保护的谅解备忘录》。", ("", "")),
    ],
)
def test_the_title_names_those_who_are_meant(sentence: str, expected: tuple[str, str]) -> None:
    assert who(BILATERAL, sentence) == [expected]


def test_three_countries_of_a_title_act_together() -> None:
    title = "中国、蒙古国、俄罗斯三国旅游部门负责人会晤联合公报"
    assert who(title, "三国签署《旅游合作协定》。", "各方签署《边境旅游纪要》。") == [("中国、蒙古国、俄罗斯", "")] * 2


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("中方将提供1亿元人民币无偿援助。", ("中方", "博茨瓦纳")),
        ("中国与博茨瓦纳跨境支付系统投入运行。", ("中国", "博茨瓦纳")),
        ("《中博旅游合作协定》在北京签署。", ("中国", "博茨瓦纳")),
        ("中欧班列产业联盟成立。", ("", "")),
    ],
)
def test_states_are_parties_although_the_sentence_does_not_say_so(sentence: str, expected: tuple[str, str]) -> None:
    assert who(BILATERAL, sentence) == [expected]


@pytest.mark.parametrize(
    ("party", "generic"), [("中亚五国海关部门", True), ("上海合作组织成员国", True), ("老挝海关部门", False)]
)
def test_several_states_of_a_region_are_nobody_in_particular(party: str, generic: bool) -> None:
    assert names().is_generic(party) is generic


def test_what_is_granted_to_others_is_not_for_the_state_of_the_title() -> None:
    assert who(BILATERAL, "中国对53个非洲建交国实施100%税目产品零关税。") == [("中国", "")]


@pytest.mark.parametrize(
    ("title", "sentence", "expected"),
    [
        ("哈萨克斯坦总统访问乌兹别克斯坦", "哈乌签署盟友关系条约。", ("哈萨克斯坦", "乌兹别克斯坦")),
        ("塞尔维亚总统对匈牙利进行正式访问", "塞匈签署能源合作谅解备忘录。", ("塞尔维亚", "匈牙利")),
        ("土耳其总统访问阿塞拜疆", "土阿两国签署教育合作议定书。", ("土耳其", "阿塞拜疆")),
        ("塞尔维亚总统对匈牙利进行正式访问", "哈乌签署盟友关系条约。", ("", "")),
    ],
)
def test_two_other_states_of_the_title_by_a_compound(title: str, sentence: str, expected: tuple[str, str]) -> None:
    assert who(title, sentence) == [expected]


def test_both_sides_are_those_of_what_the_sentence_begins_with() -> None:
    title = "商务部：中国—厄瓜多尔自贸协定生效"
    assert who(title, "中国—尼加拉瓜自贸协定谈判结束，双方签署了早期收获安排。")[-1] == ("中国", "尼加拉瓜")
    assert who(title, "谈判结束，双方签署了早期收获安排。")[-1] == ("中国", "厄瓜多尔")


def test_both_sides_may_be_china_and_a_union() -> None:
    title = "中国—西非国家经济共同体合作行动计划（2026—2029年）"
    assert who(title, "双方一致通过本行动计划。") == [("中国", "西非国家经济共同体")]
    assert read_under(title, "双方一致通过本行动计划。")[0].label == title
