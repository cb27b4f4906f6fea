"""Notes behind a name, and names, that say who did it."""

from __future__ import annotations

import prose
import pytest


@pytest.mark.parametrize(
    ("entry", "kind", "by", "label"),
    [
        (
            "启动“环礁净水计划”（中国节能集团、斐济水务局发起）。",
            "programme",
            "中国节能集团、斐济水务局",
            "环礁净水计划",
        ),
        ("发布《热带旅游报告》（海南大学、斐济大学编写）。", "publication", "海南大学、斐济大学", "热带旅游报告"),
        ("出版《草药图鉴》中文、英文和马来文版（云南大学编）。", "publication", "云南大学", "草药图鉴"),
        ("举办首届红树林保护论坛（自然资源部主办）。", "event", "自然资源部", "红树林保护论坛"),
        (
            "成立气象服务联盟（中国气象局、斐济气象局共同发起）。",
            "institution",
            "中国气象局、斐济气象局",
            "气象服务联盟",
        ),
    ],
)
def test_a_note_behind_a_name_says_who_did_it(entry: str, kind: str, by: str, label: str) -> None:
    assert prose.told_in_list(entry) == [(kind, "concluded", by, "", label)]


def test_each_of_two_texts_has_its_own_note() -> None:
    entry = "发布《蓝色倡议》（自然资源部、佛得角海洋部共同发起）和《海洋垃圾报告》（厦门大学编制）。"

    assert prose.told_in_list(entry) == [
        ("declaration", "concluded", "自然资源部、佛得角海洋部", "", "蓝色倡议"),
        ("publication", "concluded", "厦门大学", "", "海洋垃圾报告"),
    ]


def test_who_acts_in_the_sentence_is_not_replaced_by_a_note() -> None:
    assert prose.told_in_list("中国气象局启动“早期预警计划”（世界气象组织2027年评估）。") == [
        ("programme", "concluded", "中国气象局", "", "早期预警计划")
    ]


@pytest.mark.parametrize(
    ("text", "by", "beside", "label"),
    [
        ("西北农大、奥什大学节水联合实验室当天挂牌。", "西北农大、奥什大学", "", "西北农大、奥什大学节水联合实验室"),
        (
            "中山大学与马尼拉大学热带医学联合研究中心揭牌。",
            "中山大学",
            "马尼拉大学",
            "中山大学与马尼拉大学热带医学联合研究中心",
        ),
        ("中国—马尔代夫联合海洋观测中心揭牌。", "", "", "中国—马尔代夫联合海洋观测中心"),
    ],
)
def test_a_body_is_called_by_those_who_made_it_together(text: str, by: str, beside: str, label: str) -> None:
    assert prose.told(text) == [("institution", "concluded", by, beside, label)]
