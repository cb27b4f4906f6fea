"""Texts that nobody has described."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from silkgraph.read.layout import LAYOUTS, recognise_layout
from silkgraph.read.text import SourceText
from silkgraph.read.words import words


def items(raw: str, layout: str = "plain") -> dict[str, list[str]]:
    text = SourceText.from_raw(raw)
    return {item.number: [text.text[start:end] for start, end in item.paragraphs] for item in LAYOUTS[layout](text)}


def test_paragraphs_are_counted_without_blank_lines_and_headings() -> None:
    raw = "# 成果\n\n中国发布倡议。\n\n## 会议\n\n双方签署协议。\n"
    assert items(raw) == {"p1": ["中国发布倡议。"], "p2": ["双方签署协议。"]}


def test_what_a_web_page_stores_before_the_text_is_counted_too() -> None:
    raw = "---\ntitle: 成果\ndate: 2025-01-01\n---\n\n中国发布倡议。\n"
    assert items(raw) == {"p5": ["中国发布倡议。"]}


def test_a_title_without_marks_is_counted_but_is_no_item() -> None:
    assert items("中国与老挝发表联合声明\n双方签署协议。\n") == {"p2": ["双方签署协议。"]}


def test_a_paragraph_that_enumerates_itself_has_that_number() -> None:
    raw = "论坛形成三项成果。\n一是中国与老挝签署文件。\n二是发布《绿色倡议》；\n第三，成立联盟。\n会后将举办博览会。\n"
    assert items(raw) == {
        "p1": ["论坛形成三项成果。"],
        "1": ["中国与老挝签署文件。"],
        "2": ["发布《绿色倡议》；"],
        "3": ["成立联盟。"],
        "p5": ["会后将举办博览会。"],
    }


def test_heading_numbers_are_joined_and_text_under_a_heading_is_its_item() -> None:
    raw = (
        "## 一、背景\n双方举行会谈。\n双方达成共识。\n"
        "## 二、成果\n（一）中方发布倡议。\n（二）双方签署协议。\n"
        "## 附录\n其他内容。\n"
    )
    assert items(raw) == {
        "1": ["双方举行会谈。", "双方达成共识。"],
        "2.1": ["中方发布倡议。"],
        "2.2": ["双方签署协议。"],
        "p5": ["其他内容。"],
    }


def test_numbers_that_run_on_over_sections_are_not_joined() -> None:
    raw = (
        "一、倡议\n1. 成立旅游部长会晤机制。\n2. 启动教育部长会晤机制。\n"
        "二、平台\n3. 举办论坛。\n4. 建立中心。\n以上由中方整理。\n"
    )
    assert items(raw) == {
        "1": ["成立旅游部长会晤机制。"],
        "2": ["启动教育部长会晤机制。"],
        "3": ["举办论坛。"],
        "4": ["建立中心。"],
        "p7": ["以上由中方整理。"],
    }


def test_numbers_that_begin_anew_are_joined() -> None:
    raw = "一、政策沟通\n（一）甲与乙签署协议\n（二）甲发布《丙》\n二、贸易畅通\n（一）甲举办博览会\n（二）甲设立基金\n"
    assert list(items(raw, "straight-list")) == ["1.1", "1.2", "2.1", "2.2"]
    assert recognise_layout(SourceText.from_raw(raw)) == "straight-list"


def test_numbers_that_say_themselves_what_they_stand_under_are_taken_as_they_are() -> None:
    raw = (
        "1. 前言\n1.1 2025年9月2日，会议在苏瓦举行。各方与会。\n1.2 各方通过本行动计划。\n2. 合作\n2.1 渔业\n"
        "2.1.2 中方将设立培训中心。\n2.4.1 2026至2028年，中方提供120个名额。\n3.2亿元已到位。\n"
    )
    assert items(raw) == {
        "1.1": ["2025年9月2日，会议在苏瓦举行。各方与会。"],
        "1.2": ["各方通过本行动计划。"],
        "2.1.2": ["中方将设立培训中心。"],
        "2.4.1": ["2026至2028年，中方提供120个名额。"],
        "2.1": ["3.2亿元已到位。"],
    }


def test_a_line_that_counts_several_entries_is_cut_between_them() -> None:
    assert items("1. 中国与肯尼亚签署协议；2. 与乌干达签署协议。3. 发布倡议。") == {
        "1": ["中国与肯尼亚签署协议；"],
        "2": ["与乌干达签署协议。"],
        "3": ["发布倡议。"],
    }
    assert items("一是成立联盟；二是举办论坛。") == {"1": ["成立联盟；"], "2": ["举办论坛。"]}
    assert items("论坛形成成果：一是成立联盟；二是举办博览会。") == {
        "p1": ["论坛形成成果：一是成立联盟；二是举办博览会。"]
    }


def test_a_bullet_is_no_part_of_a_paragraph() -> None:
    assert items("成果如下：\n• 中国与老挝签署协议。\n◆ 中国发布倡议。") == {
        "p1": ["成果如下："],
        "p2": ["中国与老挝签署协议。"],
        "p3": ["中国发布倡议。"],
    }


def test_what_follows_the_last_point_of_a_statement_is_a_paragraph_of_its_own() -> None:
    points = "".join(f"{number}、各方{number}次重申支持多边主义，愿就此保持密切沟通。\n" for number in "一二三四")
    assert list(items(points + "本公报以中文和俄文写成。\n", "statement")) == ["1", "2", "3", "4", "p5"]


def test_lines_without_any_sentence_are_read_as_paragraphs() -> None:
    assert items("中国与老挝签署合作规划\n中国与缅甸签署协议") == {
        "p1": ["中国与老挝签署合作规划"],
        "p2": ["中国与缅甸签署协议"],
    }


@pytest.mark.parametrize(
    "line", ["1.5亿元人民币到位。", "2023年，中方举办论坛。", "一带一路倡议提出十周年。", "第一届论坛举行。"]
)
def test_a_quantity_is_no_number_of_a_paragraph(line: str) -> None:
    assert items(line) == {"p1": [line]}


@pytest.mark.parametrize(
    "line",
    [
        "![](/images/1.png)",
        "来源：外交部网站",
        "编辑：维君",
        "2023-10-18 14:16",
        "2023年10月18日",
        "图 2 2013—2022 年中国与共建国家进出口总额",
        "当前位置：首页 > 国际交流",
        "上一条：我校召开工作推进会",
        "（文：刘桂芳　图：王一鸣　审核：孙维明）",
        "《人民法院报》特派记者　谢予真",
        "編譯組／綜合報導",
        "第 2 页 共 5 页",
        "— 2 —",
        "习近平同普京举行会谈（Pool via REUTERS）",
    ],
)
def test_what_the_web_page_added_is_no_item(line: str) -> None:
    assert items(f"中国发布倡议。\n\n{line}\n\n双方签署协议。") == {"p1": ["中国发布倡议。"], "p3": ["双方签署协议。"]}


@pytest.mark.parametrize(
    "title", ["外交部发言人答记者问", "外交部长会见中外记者", "中国记者协会与老挝记者协会签署协议"]
)
def test_a_title_with_reporters_in_it_is_no_byline(title: str) -> None:
    assert not words().is_furniture(title)


def test_a_number_that_comes_twice_is_one_item() -> None:
    assert items("一是甲签署协议。\n说明。\n一是乙发布倡议。\n") == {
        "1": ["甲签署协议。", "乙发布倡议。"],
        "p2": ["说明。"],
    }


LINES = st.sampled_from(
    """# 标题
## 二、成果
一、背景
（一）甲签署协议。
（二）乙
1.甲：乙
①丙。
一是丁。
专栏1 戊
目录
前言
结束语
普通的一段话。
没有句号的一行
图1 己
来源：网
海上互联互通水平不断提升。共建国家深化合作。
![](/a.png)

---
1.
（三）
第一章 庚""".split("\n")
)


@given(st.lists(LINES, max_size=25).map("\n".join), st.sampled_from(sorted(LAYOUTS)))
def test_any_text_falls_into_separate_items(raw: str, layout: str) -> None:
    text = SourceText.from_raw(raw)
    found = LAYOUTS[layout](text)
    spans = sorted(span for item in found for span in item.paragraphs)
    assert len({item.number for item in found}) == len(found)
    assert all(end <= start for (_, end), (start, _) in zip(spans, spans[1:], strict=False))
    assert all(item.start <= start < end <= item.end for item in found for start, end in item.paragraphs)
    assert recognise_layout(text) in LAYOUTS
