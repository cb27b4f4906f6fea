"""Lead-ins: a paragraph that says who acts, then numbered paragraphs that say what."""

from __future__ import annotations

import pytest
from prose import read, told, who

from silkgraph.parse.leads import NO_LEAD, is_enumerated
from silkgraph.parse.paragraphs import ParagraphReading


def actors(reading: ParagraphReading) -> list[tuple[list[str], str, str]]:
    return [([party.name for party in f.initiators], f.status, f.label) for f in reading.frames]


@pytest.mark.parametrize(
    "lead_in",
    [
        "今后三年，中方愿从以下四个方面着力：",
        "中方将采取如下举措：",
        "中方愿同各国共同实施“六项行动”。",
    ],
)
def test_who_acts_is_said_once_for_the_numbered_paragraphs(lead_in: str) -> None:
    first = read("一是能力提升行动。接收300名水利技术人员来华学习。", lead=read(lead_in).lead)
    second = read("二是绿色能源行动。建设15个光伏示范村。", lead=first.lead)
    assert actors(first) == [(["中方"], "announced", "300名水利技术人员来华学习")]
    assert actors(second) == [(["中方"], "announced", "15个光伏示范村")]


def test_papers_that_are_signed_act_in_no_entry_below() -> None:
    assert who(
        "中华人民共和国和佛得角共和国元首会晤成果清单",
        "两国元首共同见证有关合作文本签署。访问期间达成的主要成果如下：",
        "1. 签署《中华人民共和国政府与佛得角共和国政府关于共同推进蓝色经济的合作规划》。",
    )[-1] == ("中华人民共和国政府", "佛得角共和国政府")


def test_a_paragraph_without_number_lends_and_takes_nothing() -> None:
    lead = read("中方愿从以下四个方面着力：").lead
    assert actors(read("接收300名水利技术人员来华学习。", lead=lead)) == []
    assert read("甲与乙签署备忘录。", lead=lead).lead == NO_LEAD


@pytest.mark.parametrize("opening", ["从明年起", "未来五年", "今后3年内"])
def test_a_paragraph_that_goes_on_with_promises(opening: str) -> None:
    promised = read("中方将建设15个光伏示范村。").lead
    further = read(f"{opening}，接收300名水利技术人员来华学习。", lead=promised)

    assert actors(further) == [(["中方"], "announced", "300名水利技术人员来华学习")]
    assert actors(read("第二，接收300名水利技术人员来华学习。", lead=promised)) == []
    assert actors(read(f"{opening}，启动创新博士培养计划。")) == [([], "announced", "创新博士培养计划")]


@pytest.mark.parametrize("text", ["第二，夯实融资支撑。", "三是", "（四）实施", "5.开展", "——启动试点；", "六、"])
def test_numbers_of_paragraphs(text: str) -> None:
    assert is_enumerated(text, (0, len(text)))


@pytest.mark.parametrize("text", ["第二届论坛举行。", "三国商定成立委员会。", "2025年5月，", "中方将"])
def test_other_numbers_number_no_paragraph(text: str) -> None:
    assert not is_enumerated(text, (0, len(text)))


def test_what_a_plan_says_lies_ahead() -> None:
    assert [row[1::3] for row in told("规划明确，2027年举办中非青年节，建设10个农业示范村。")] == [
        ("announced", "中非青年节"),
        ("announced", "10个农业示范村"),
    ]
