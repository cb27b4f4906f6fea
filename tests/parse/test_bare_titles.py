"""Entries that are only a title: (kind, status, initiators, partners, label)."""

from __future__ import annotations

import pytest

from silkgraph.parse.bare_titles import bare_title
from silkgraph.parse.clauses import HeadGrammar
from silkgraph.recognise.names import names

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
