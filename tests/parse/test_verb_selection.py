"""Which words of a clause are verbs that tell something."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from silkgraph.parse.verb_selection import telling_verbs
from silkgraph.recognise.brackets import depths
from silkgraph.recognise.lexicon import lexicon
from silkgraph.recognise.words import words

Told = Callable[[str], list[tuple[str, str, str, str, str]]]


@pytest.mark.parametrize(
    ("clause", "verbs"),
    [
        ("海南大学同拉各斯大学就合办热带农业课程达成协议", ["达成"]),
        ("校方就在万象开设办事处进行内部咨询", []),
        ("四国委托贝尔格莱德大学编制《多瑙河航运指数》", ["编制"]),
        ("理事会授权行长与欧洲投资银行签署联合融资协议", ["签署"]),
        ("两国元首见证签署《海关合作协定》", ["签署"]),
        ("中国同加纳修订1999年税收协定的议定书完成草签", ["完成草签"]),
        ("商务部宣布为老挝企业提供20亿元出口信贷", ["提供"]),
    ],
)
def test_a_verb_that_only_introduces_or_describes_tells_nothing(clause: str, verbs: list[str]) -> None:
    span = (0, len(clause))
    found = telling_verbs(clause, span, depths(clause), 0, dict(words(clause)), lexicon())
    assert [verb.form for _, _, verb in found] == verbs


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("中国和汤加签署并发表《联合声明》。", [("declaration", "联合声明")]),
        ("中国中车在汤加建设的组装厂竣工投产。", []),
        ("中国中车与汤加铁路公司合资建设的组装厂竣工投产。", [("programme", "组装厂")]),
        ("汤加、萨摩亚、斐济三国签署国界条约。", [("agreement", "国界条约")]),
    ],
)
def test_verbs_side_by_side_are_one_act(told_in_prose: Told, sentence: str, rows: list[tuple[str, str]]) -> None:
    assert [(row[0], row[4]) for row in told_in_prose(sentence)] == rows


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("行政长官昨日在布达佩斯见证香港旅游发展局与汤加旅游部签署合作备忘录。", [("香港旅游发展局", "汤加旅游部")]),
        ("在两国领导人见证下，中国铁建与汤加港务局签署改造合同。", [("中国铁建", "汤加港务局")]),
        ("中联办教育工作部负责人致辞时说，希望深化合作。", []),
    ],
)
def test_who_looks_on_and_who_speaks_does_nothing(
    told_in_prose: Told, sentence: str, rows: list[tuple[str, str]]
) -> None:
    assert [(row[2], row[3]) for row in told_in_prose(sentence)] == rows
