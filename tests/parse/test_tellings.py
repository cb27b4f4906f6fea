"""Whether a verb and its object tell an outcome."""

from __future__ import annotations

import pytest
from prose import Row, told

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


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        (
            "中国与巴西就恢复牛肉输华达成一致。",
            ("agreement", "concluded", "中国", "巴西", "恢复牛肉输华"),
        ),
        (
            "中巴双方就“把港口建成绿色港”达成重要共识。",
            ("declaration", "concluded", "中国", "巴基斯坦", "把港口建成绿色港重要共识"),
        ),
        ("各方就共建丝路电商走廊形成共识。", ("declaration", "concluded", "", "", "共建丝路电商走廊共识")),
    ],
)
def test_that_something_particular_was_agreed_upon_is_told(sentence: str, row: Row) -> None:
    assert told(sentence) == [row]


@pytest.mark.parametrize(
    "sentence",
    [
        "中国与巴西就进一步深化合作达成共识。",
        "双方就共同关心的国际和地区问题达成广泛共识。",
        "两国就加强战略沟通达成一致。",
        "双方就构建更加紧密的合作关系达成共识。",
    ],
)
def test_that_all_agreed_in_general_is_not(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "甘肃物流集团与伊朗铁路公司商定首年开行不少于48列。",
        "明确到2028年全省企业租用海外仓的总面积争取突破60万平方米。",
        "公司负责人说，亦欢迎更多基金来港设立办公室。",
    ],
)
def test_a_mere_count_a_target_and_a_welcome_are_none(sentence: str) -> None:
    assert told(sentence) == []
