"""Whether the words before a verb say that the act is still to come."""

from __future__ import annotations

import pytest

from silkgraph.parse.tense import lies_ahead


@pytest.mark.parametrize(
    "words",
    [
        "税务总局还计划在青岛",
        "双方同意年内在维也纳",
        "我们将于今年10月在武汉",
        "各方商定，由明年九月起",
        "下届论坛",
        "第三届会议将于2027年由乌兹别克斯坦",
        "委员会首次会议不迟于今年第四季度在阿拉木图",
        "矿业大会定于9月12日至15日在西宁",
    ],
)
def test_an_intention_or_a_time_ahead(words: str) -> None:
    assert lies_ahead(words, (0, len(words)))


@pytest.mark.parametrize(
    "words",
    [
        "两国互免签证协定于今日",
        "《2026—2030年行动计划》在京",
        "“青年领袖计划”正式",
        "示范项目计划在喀布尔",
        "去年12月双方商定在渥太华",
        "论坛",
    ],
)
def test_nouns_and_times_behind_are_none(words: str) -> None:
    assert not lies_ahead(words, (0, len(words)))


def test_a_month_after_that_of_the_document() -> None:
    text = "（2025年6月11日，坎帕拉）第六次会议于2026年9月在中国贵阳召开，第四次会议于2024年5月在比什凯克召开。"
    first, second = text.index("第六次"), text.index("第四次")
    assert lies_ahead(text, (first, first + len("第六次会议于2026年9月在中国贵阳")))
    assert not lies_ahead(text, (second, second + len("第四次会议于2024年5月在比什凯克")))


def test_a_day_without_a_year_does_not_tell_when_a_document_was_written() -> None:
    text = "9月14日，为期5天的2025年丝路茶叶交易会在福州"
    assert not lies_ahead(text, (6, len(text)))
