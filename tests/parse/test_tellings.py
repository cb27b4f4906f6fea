"""Whether a verb and its object tell an outcome."""

from __future__ import annotations

import pytest

from silkgraph.parse.tellings import is_vague, tells
from silkgraph.recognise.lexicon import lexicon


def tells_in_prose(verb: str, phrase: str, about: bool = False) -> bool:
    words = lexicon()
    return tells(words.verbs[verb], phrase, words.head(phrase), running=True, about=about)


@pytest.mark.parametrize(
    ("verb", "phrase"),
    [
        ("签署", "矿产品贸易认定单"),
        ("达成", "铁路货运合作协议"),
        ("设立", "跨境电商联络点"),
        ("举办", "“茶香与咖啡”之夜"),
        ("推出", "“一窗通办”服务模式"),
        ("启动", "边境地区联合巡查试点"),
        ("揭牌", "丝路书屋分店"),
    ],
)
def test_a_name_or_a_verb_that_proves_it_tells_an_outcome(verb: str, phrase: str) -> None:
    assert tells_in_prose(verb, phrase)


@pytest.mark.parametrize(
    ("verb", "phrase"),
    [
        ("达成", "协议"),
        ("建立", "互信"),
        ("建设", "高水平自由贸易区"),
        ("打造", "更多合作平台"),
        ("实施", "更加积极的进口政策"),
        ("发表", "看法"),
    ],
)
def test_what_names_nothing_is_no_outcome(verb: str, phrase: str) -> None:
    assert not tells_in_prose(verb, phrase)


def test_a_topic_before_the_verb_makes_a_bare_agreement_one() -> None:
    assert tells_in_prose("达成", "协议", about=True)


@pytest.mark.parametrize(
    ("label", "vague"),
    [
        ("多项双边合作文件", True),
        ("重要共识", True),
        ("15份合作协议", True),
        ("合作协议", False),
        ("渔业合作协议", False),
    ],
)
def test_counted_papers_without_a_topic_are_vague(label: str, vague: bool) -> None:
    assert is_vague(label) is vague
