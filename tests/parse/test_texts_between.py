"""Texts that are the subject of their clause, with those between whom they are."""

from __future__ import annotations

import pytest
from prose import BILATERAL, frames_of, read_under, told, who


@pytest.mark.parametrize(
    ("text", "one", "other", "label"),
    [
        ("中国—秘鲁自贸协定升级议定书谈成。", "中国", "秘鲁", "中国—秘鲁自贸协定升级议定书"),
        ("中国与萨尔瓦多的投资协定敲定。", "中国", "萨尔瓦多", "投资协定"),
        ("北京大学与开罗大学的合作协议续签。", "北京大学", "开罗大学", "合作协议"),
        ("中国与马尔代夫关于文化合作的谅解备忘录正式生效。", "中国", "马尔代夫", "关于文化合作的谅解备忘录"),
        (
            "中国驻肯尼亚大使馆与肯尼亚财政部关于供水项目的换文签署。",
            "中国驻肯尼亚大使馆",
            "肯尼亚财政部",
            "关于供水项目的换文",
        ),
        ("中国与汤加关于援助项目的换文完成。", "中国", "汤加", "关于援助项目的换文"),
    ],
)
def test_a_text_that_is_settled(text: str, one: str, other: str, label: str) -> None:
    assert told(text) == [("agreement", "concluded", one, other, label)]


def test_its_sum_is_told_in_its_name() -> None:
    (frame,) = frames_of("中国工商银行与埃及银行的10亿美元授信协议谈妥。")
    assert [(str(amount.value), amount.currency) for amount in frame.amounts] == [("1000000000", "USD")]
    assert ([p.name for p in frame.initiators], [p.name for p in frame.partners]) == (["中国工商银行"], ["埃及银行"])


@pytest.mark.parametrize(
    ("text", "pair", "label"),
    [
        ("双方关于渔业合作的议定书续签。", ("中国", "博茨瓦纳"), "关于渔业合作的议定书"),
        ("两国政府关于避免双重征税的协定草签。", ("中国政府", "博茨瓦纳政府"), "关于避免双重征税的协定"),
        ("双方海关AEO互认安排谈妥。", ("中国海关", "博茨瓦纳海关"), "AEO互认安排"),
    ],
)
def test_whose_text_it_is_that_is_both_sides(text: str, pair: tuple[str, str], label: str) -> None:
    assert who(BILATERAL, text) == [pair]
    assert [frame.label for frame in read_under(BILATERAL, text)] == [label]


@pytest.mark.parametrize(
    ("text", "one", "other", "label"),
    [
        ("中国与刚果（布）完成互免签证协定换文。", "中国", "刚果（布）", "互免签证协定"),
        ("中国同哈萨克斯坦交换了引渡条约的批准书。", "中国", "哈萨克斯坦", "引渡条约的批准书"),
        ("中国与老挝完成了航空运输协定的国内法律程序。", "中国", "老挝", "航空运输协定"),
        ("中方已完成中国—塞尔维亚自贸协定国内批准程序。", "中方", "", "中国—塞尔维亚自贸协定"),
    ],
)
def test_what_is_exchanged_or_ratified(text: str, one: str, other: str, label: str) -> None:
    assert told(text) == [("agreement", "concluded", one, other, label)]


@pytest.mark.parametrize("text", ["该协议敲定。", "双方完成谈判。"])
def test_what_is_not_named_is_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("noun", ["备忘录", "意向书", "会议纪要", "联合声明"])
def test_a_mere_noun_is_enough_where_both_sides_are_told(noun: str) -> None:
    text = f"{noun}由塞尔维亚农业部与中国海关总署在北京签署。"
    assert [row[2:] for row in told(text)] == [("塞尔维亚农业部", "中国海关总署", noun)]
