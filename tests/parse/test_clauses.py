"""Heads of clauses in, who acts with whom out."""

from __future__ import annotations

import pytest

from silkgraph.parse.clauses import HeadGrammar
from silkgraph.parse.heads import ClauseHead
from silkgraph.recognise.names import names

GRAMMAR = HeadGrammar.of(names())


def head_of(text: str, signing: bool = False) -> ClauseHead:
    return GRAMMAR.read(text, (0, len(text)), signing)


def who(text: str, signing: bool = False) -> tuple[str, str, str]:
    head = head_of(text, signing)
    return (
        "、".join(party.name for party in head.subjects),
        "、".join(party.name for party in head.counterparts),
        "、".join(party.name for party in head.recipients),
    )


@pytest.mark.parametrize(
    "opening",
    [
        "日前，",
        "2024年6月，",
        "6月3日至5日，",
        "会谈后，",
        "签约仪式上",
        "访问期间",
        "同日，",
        "昨日（七日）",
        "在两国领导人见证下，",
        "根据双方达成的共识，",
        "经国务院批准，",
        "与此同时，",
        "据介绍，",
        "地方合作也有突破：",
        "【标准合作】",
    ],
)
def test_what_opens_a_clause_belongs_to_no_name(opening: str) -> None:
    assert who(f"{opening}老挝公安部与中国公安部", signing=True) == ("老挝公安部", "中国公安部", "")


@pytest.mark.parametrize(
    "between",
    [
        "前晚",
        "将于二季度",
        "首次",
        "日前",
        "当场",
        "一口气",
        "在万象",
        "于去年12月",
        "则先后",
        "自2025年1月1日起",
        "昨天以换函方式",
    ],
)
def test_adverbs_times_and_places_belong_to_no_name(between: str) -> None:
    assert who(f"老挝公安部{between}与中国公安部", signing=True) == ("老挝公安部", "中国公安部", "")
    assert who(f"老挝公安部与中国公安部{between}", signing=True) == ("老挝公安部", "中国公安部", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中国财政部联合多边开发银行将", ("中国财政部", "多边开发银行", "")),
        ("中华全国青年联合会同蒙古国青年联合会共同", ("中华全国青年联合会", "蒙古国青年联合会", "")),
        ("中国人民银行先后和蒙古银行、老挝银行", ("中国人民银行", "蒙古银行、老挝银行", "")),
        ("安徽省教育厅还将会同德国学术交流总会", ("安徽省教育厅", "德国学术交流总会", "")),
        ("中国水利部就界河防洪同蒙古国环境部", ("中国水利部", "蒙古国环境部", "")),
        ("中方将向柬埔寨、老挝", ("中方", "", "柬埔寨、老挝")),
        ("主席国就此汇总后", ("主席国", "", "")),
        ("中国与有关国家、国际组织以及工商学术界代表共同", ("中国", "有关国家、国际组织、工商学术界代表", "")),
    ],
)
def test_who_acts_with_whom_and_for_whom(text: str, expected: tuple[str, str, str]) -> None:
    assert who(text) == expected


def test_on_either_side_of_a_signing_stands_a_party_whatever_its_name() -> None:
    assert who("海岳新材与“营商安曼”", signing=True) == ("海岳新材", "“营商安曼”", "")
    assert who("海岳新材与“营商安曼”") == ("", "", "")


@pytest.mark.parametrize("text", ["双边合作与", "他说，这一切和", "签约金额共", "进一步合作文件将"])
def test_what_is_no_name_is_left_out(text: str) -> None:
    assert who(text, signing=True) == ("", "", "")


def test_tense_is_told_by_adverbs_and_not_by_names() -> None:
    assert head_of("中国人民银行将于年底前与越南计划投资部").announced
    assert not head_of("中国人民银行与越南计划投资部").announced


def test_what_an_act_is_about_stands_behind_its_preposition() -> None:
    text = "香港金融管理局与卡塔尔中央银行就债券互认"
    about = head_of(text).about
    assert about is not None and text[slice(*about)] == "债券互认"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上海港与苏瓦港务公司", ("上海港", "苏瓦港务公司", "")),
        ("中建三局、巴基斯坦国家公路局", ("中建三局、巴基斯坦国家公路局", "", "")),
        ("吉布提港口与自贸区管理局和招商局港口公司", ("吉布提港口与自贸区管理局、招商局港口公司", "", "")),
        ("并向非洲干旱区与旱地研究中心", ("", "", "非洲干旱区与旱地研究中心")),
    ],
)
def test_a_name_ends_before_a_place_that_begins_behind_and(text: str, expected: tuple[str, str, str]) -> None:
    assert who(text) == expected


def test_those_who_come_from_countries_are_nobody_in_particular() -> None:
    assert who("来自中国和智利的企业", signing=True)[0] == "中国企业、智利企业"
