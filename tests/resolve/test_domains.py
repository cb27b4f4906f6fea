"""The topical domain of an outcome."""

from __future__ import annotations

import pytest

from silkgraph.resolve.domains import domain


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("关于海关事务的合作与互助协定", "customs"),
        ("第五届“一带一路”税收征管合作论坛", "taxation"),
        ("卡洛特水电站", "energy"),
        ("“一带一路”地震科学考察联盟", "disaster"),
        ("政府间旅游合作协议", "tourism"),
        ("政府间“一带一路”合作谅解备忘录", "strategy"),
    ],
)
def test_the_words_of_the_label_tell_the_domain(label: str, expected: str) -> None:
    assert domain(label, label, (), ()) == expected


def test_without_any_word_the_domain_is_strategy() -> None:
    assert domain("甲", "甲", (), ()) == "strategy"
