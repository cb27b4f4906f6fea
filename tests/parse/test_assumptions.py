"""How an outcome was read: the construction, and what was taken for granted beyond the words of its passage."""

from __future__ import annotations

import pytest

from silkgraph.extraction import extract_document
from silkgraph.model import Outcome, SourceDocument, confidence_of
from silkgraph.profile import PROFILES
from silkgraph.read.text import SourceText

DOCUMENT = SourceDocument("any", "任何", "Any", None, "", None, "", "", "plain")


def read(raw: str, profile: str = "plain") -> list[Outcome]:
    return list(extract_document(DOCUMENT, SourceText.from_raw(raw), PROFILES[profile]).outcomes)


def how(raw: str, profile: str = "plain") -> list[tuple[str, tuple[str, ...], str]]:
    """Rule, assumptions and confidence of each outcome."""
    return [(outcome.rule, outcome.assumptions, outcome.confidence) for outcome in read(raw, profile)]


def test_what_the_passage_says_in_full_is_stated() -> None:
    assert how("中国政府与匈牙利政府签署关于共同编制中匈合作规划纲要的谅解备忘录。") == [("transitive", (), "stated")]


def test_subject_of_an_earlier_clause_and_a_head_written_once_are_put_back() -> None:
    assert how("中国政府与匈牙利政府签署谅解备忘录，与老挝、柬埔寨政府签署双边合作规划。") == [
        ("transitive", (), "stated"),
        ("transitive", ("head-restored", "one-with-each", "party-from-clause"), "completed"),
        ("transitive", ("one-with-each", "party-from-clause"), "completed"),
    ]


def test_subject_and_future_of_an_earlier_sentence_are_inferred() -> None:
    raw = "中方将设立“蓝色丝路”海洋合作基金。成立茶叶贸易联盟。"
    assert how(raw) == [
        ("transitive", (), "stated"),
        ("transitive", ("party-from-sentence", "status-from-before"), "inferred"),
    ]


def test_what_a_semicolon_joins_is_one_sentence() -> None:
    raw = "中国商务部与泰国商业部签署电子商务合作谅解备忘录；与智利外交部签署服务贸易合作谅解备忘录。"
    assert [assumptions for _, assumptions, _ in how(raw)] == [(), ("party-from-clause",)]


def test_kind_of_a_name_that_does_not_tell_it_is_inferred_from_the_verb() -> None:
    (outcome,) = read("中国茶叶协会发布《茶香万里》。")
    assert (outcome.kind, outcome.assumptions, outcome.confidence) == ("publication", ("kind-from-verb",), "inferred")


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("中国举办第五届丝绸之路国际茶叶博览会。", "held"),
        ("茶叶合作分论坛由农业农村部主办。", "hosted"),
        ("亚洲茶叶合作协会正式成立。", "arrived"),
        ("论坛宣告亚洲茶叶合作协会正式成立。", "reported"),
        ("两国元首共同见证了《中华人民共和国政府和老挝人民民主共和国政府关于茶叶贸易的协定》的签署。", "witnessed"),
        ("中国政府与有关国家政府签署茶叶合作协定，包括老挝、泰国。", "members"),
        ("中国政府向老挝政府提供20亿元人民币援助。", "funded"),
        ("雅万高铁、匈塞铁路等重点项目稳步推进。", "named-thing"),
    ],
)
def test_the_rule_is_the_construction(sentence: str, rule: str) -> None:
    outcomes = read(sentence)
    assert outcomes
    assert {outcome.rule for outcome in outcomes} == {rule}


def test_heading_that_speaks_of_what_is_to_come_is_read_with_its_entries() -> None:
    raw = "一、于2024年举办的国际会议\n\n1. 茶叶经济国际论坛\n\n2. 竹藤产业国际大会\n"
    assert how(raw, "straight-list") == [("bare-title", ("status-from-heading",), "completed")] * 2


def test_confidence_is_that_of_the_boldest_assumption() -> None:
    assert confidence_of([]) == "stated"
    assert confidence_of(["head-restored"]) == "completed"
    assert confidence_of(["head-restored", "reference-resolved"]) == "inferred"
