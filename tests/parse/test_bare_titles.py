"""Entries that are only a title: (kind, status, initiators, partners, label)."""

from __future__ import annotations

import pytest

from silkgraph.parse.bare_titles import bare_title, is_title_alone
from silkgraph.parse.clauses import HeadGrammar
from silkgraph.recognise.names import names
from silkgraph.recognise.words import words

TO_COME = ("五、于2023至2024年举办的国际会议",)


@pytest.mark.parametrize(
    ("entry", "headings", "expected"),
    [
        ("“一带一路”蓝色合作倡议", (), ("declaration", "concluded", "", "", "“一带一路”蓝色合作倡议")),
        (
            "《“一带一路”绿色投资原则2023年度报告》（“一带一路”绿色投资原则年会发布）",
            (),
            (
                "publication",
                "concluded",
                "“一带一路”绿色投资原则年会",
                "",
                "“一带一路”绿色投资原则2023年度报告",
            ),
        ),
        (
            "“一带一路”地震科学考察联盟（“一带一路”地震减灾协调人会议倡议成立）",
            (),
            ("institution", "concluded", "“一带一路”地震减灾协调人会议", "", "“一带一路”地震科学考察联盟"),
        ),
        (
            "《中东欧中小企业数字化转型指数（2025）》（卢布尔雅那大学、浙江工商大学联合编制）",
            (),
            ("publication", "concluded", "卢布尔雅那大学、浙江工商大学", "", "中东欧中小企业数字化转型指数（2025）"),
        ),
        (
            "“中东欧青年创客中国行”（团中央国际联络部、捷克青年理事会发起）",
            (),
            ("programme", "concluded", "团中央国际联络部、捷克青年理事会", "", "中东欧青年创客中国行"),
        ),
        ("“一带一路”媒体合作论坛", TO_COME, ("event", "announced", "", "", "“一带一路”媒体合作论坛")),
        ("全球可持续交通高峰论坛（2023）", TO_COME, ("event", "announced", "", "", "全球可持续交通高峰论坛（2023）")),
    ],
)
def test_a_title_tells_its_kind_and_its_note_who_made_it(
    entry: str, headings: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    frame = bare_title(entry, (0, len(entry)), names(), HeadGrammar.of(names()), headings)
    assert frame is not None
    assert (
        frame.kind,
        frame.status,
        "、".join(party.name for party in frame.initiators),
        "、".join(party.name for party in frame.partners),
        frame.label.replace("《", "").replace("》", ""),
    ) == expected


def test_a_phrase_whose_last_word_tells_no_kind_is_left_out() -> None:
    entry = "共同的愿望"
    assert bare_title(entry, (0, len(entry)), names(), HeadGrammar.of(names()), ()) is None


@pytest.mark.parametrize(
    ("entry", "alone"),
    [
        ("《数字化转型指数（2025）》（卢布尔雅那大学、浙江工商大学联合编制）", True),
        ("“青年创客中国行”（捷克青年理事会发起）", True),
        ("《路线图（2025—2027年）》", True),
        ("发布《路线图》", False),
        ("中国与老挝签署《关于编制规划的谅解备忘录》", False),
        ("设立风险共担基金（首期8000万欧元）", False),
        ("塞尔维亚科技部同中方续签《合作计划（2025—2027年）》", False),
    ],
)
def test_among_sentences_an_entry_that_tells_no_act_is_a_title(entry: str, alone: bool) -> None:
    assert is_title_alone(entry, (0, len(entry)), dict(words(entry)), names()) is alone
