"""Meetings that are told only as the place of something else."""

from __future__ import annotations

import pytest
from prose import told


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("在21日举行的中国—中亚五国海关署长会议上，各方讨论了通关便利化。", "中国—中亚五国海关署长会议"),
        ("来自12国的代表出席了当天在西安举行的第三届丝绸之路教育合作论坛。", "第三届丝绸之路教育合作论坛"),
        ("在日前于达累斯萨拉姆召开的第四届中坦媒体对话会期间，与会者参观了电视台。", "第四届中坦媒体对话会"),
    ],
)
def test_a_meeting_with_its_day(sentence: str, event: str) -> None:
    assert told(sentence) == [("event", "concluded", "", "", event)]


@pytest.mark.parametrize(
    "sentence",
    [
        "在2017年举行的首届“一带一路”国际合作高峰论坛上，各方进行了讨论。",
        "在昨日举行的会议上，各方进行了讨论。",
    ],
)
def test_what_the_text_looks_back_on(sentence: str) -> None:
    assert told(sentence) == []


def test_a_meeting_of_a_kind_passes_a_text() -> None:
    assert told("此次外长会通过《库克群岛联合声明》。") == [
        ("declaration", "concluded", "外长会", "", "库克群岛联合声明")
    ]
