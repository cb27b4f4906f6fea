"""Whose 我们 a speech speaks with."""

from __future__ import annotations

import pytest
from prose import who


@pytest.mark.parametrize(
    ("title", "country"),
    [
        ("塞尔维亚总统某某在论坛开幕式上的致辞", "塞尔维亚"),
        ("巴基斯坦总理在博鳌亚洲论坛上的演讲（全文）", "巴基斯坦"),
        ("共建未来 ——在论坛开幕式上的致辞 斐济共和国总理 某某", "斐济共和国"),
        ("习某某在论坛开幕式上的主旨讲话", "中国"),
        ("国务院总理在第五次领导人会议上的讲话", "中国"),
    ],
)
def test_the_country_of_who_gives_the_speech(title: str, country: str) -> None:
    assert who(title, "我们将同肯尼亚签署渔业协议。") == [(country, "肯尼亚")]


def test_our_side_in_a_foreign_speech_is_that_country() -> None:
    title = "老挝总理在东博会开幕大会上的致辞"
    assert who(title, "我方将举办首届老中矿业论坛。") == [("老挝", "")]


def test_who_is_quoted_speaks_for_his_country() -> None:
    text = "印度尼西亚总统某某在大会上说，我们将同中国签署海上合作备忘录。"
    assert who("第三届论坛开幕", text) == [("印度尼西亚", "中国")]


def test_a_speech_by_nobody_named_leaves_it_open() -> None:
    assert who("携手前行 ——在首届论坛上的主旨演讲", "我们将成立减贫合作中心。") == [("", "")]
