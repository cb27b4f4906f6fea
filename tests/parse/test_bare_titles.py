"""Entries that are only a title: (kind, status, initiators, partners, label)."""

from __future__ import annotations

import pytest

from silkgraph.parse.bare_titles import bare_title, is_title_alone, tells_act
from silkgraph.parse.clauses import HeadGrammar
from silkgraph.recognise.names import names
from silkgraph.recognise.words import words

TO_COME = ("五、于2023至2024年举办的国际会议",)


@pytest.mark.parametrize(
    ("entry", "headings", "expected"),
    [
        (
            "第三届青年科学家论坛（中国科协主办，2027年，拉萨）",
            ("六、后续活动",),
            ("event", "announced", "中国科协", "", "第三届青年科学家论坛"),
        ),
        (
            "第三届高原国家合作论坛（拉巴斯，2028年）",
            (),
            ("event", "announced", "", "", "第三届高原国家合作论坛"),
        ),
        ("《渔业图谱》中、英文版（海洋大学著）", (), ("publication", "concluded", "海洋大学", "", "渔业图谱")),
        ("“唐蕃古道”马术之旅", ("六、后续活动",), ("event", "announced", "", "", "“唐蕃古道”马术之旅")),
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
        (
            "加拉法特风电场一期总承包合同（某工程股份有限公司、厄立特里亚电力公司签署）",
            (),
            ("agreement", "concluded", "某工程股份有限公司、厄立特里亚电力公司", "", "加拉法特风电场一期总承包合同"),
        ),
        (
            "中国—加勒比气候政策磋商机制（中国气象局、加勒比共同体秘书处设立）",
            (),
            ("institution", "concluded", "中国气象局、加勒比共同体秘书处", "", "中国—加勒比气候政策磋商机制"),
        ),
        (
            "《中华人民共和国政府和厄瓜多尔共和国政府关于互免签证的协定》",
            (),
            (
                "agreement",
                "concluded",
                "中华人民共和国政府",
                "厄瓜多尔共和国政府",
                "中华人民共和国政府和厄瓜多尔共和国政府关于互免签证的协定",
            ),
        ),
        (
            "《“一带一路”自然灾害防治和应急管理合作机制章程》",
            (),
            ("publication", "concluded", "", "", "“一带一路”自然灾害防治和应急管理合作机制章程"),
        ),
        (
            "“香料之路”智库网络（由中国社会科学院联合斐济大学、瓦努阿图国立大学发起成立）。",
            (),
            ("institution", "concluded", "中国社会科学院", "斐济大学、瓦努阿图国立大学", "“香料之路”智库网络"),
        ),
        (
            "第三届中国—安第斯国家合作高级别会议（2027年，拉巴斯）。",
            (),
            ("event", "announced", "", "", "第三届中国—安第斯国家合作高级别会议"),
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


@pytest.mark.parametrize(
    ("entry", "tells"),
    [
        ("中国将于2023年11月举办全球数字贸易博览会", True),
        ("成立全球可持续交通创新联盟", True),
        ("斐济农业部与中国热带农业科学院签署木薯育种合作备忘录", True),
        ("中国与厄瓜多尔签署关于香蕉产业的五年合作规划", True),
        ("博茨瓦纳城际铁路一期项目开工", True),
        ("在云南建设中国—南亚花卉合作中心", True),
        ("愿研究在对方国家设立鲁班工坊", True),
        ("深化互联互通合作北京倡议", False),
        ("中国—东盟建设部长圆桌会议南宁倡议", False),
        ("“一带一路”共建国家出版合作体论坛", False),
        ("第八届“一带一路”园区建设国际合作峰会", False),
        ("中国—南亚花卉电子拍卖互认试点", False),
    ],
)
def test_an_entry_with_an_act_and_who_does_it_is_a_sentence(entry: str, tells: bool) -> None:
    assert tells_act(entry, (0, len(entry)), dict(words(entry)), HeadGrammar.of(names())) is tells
