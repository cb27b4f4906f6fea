"""Running prose that reports on named things."""

from __future__ import annotations

import pytest
from prose import told

from silkgraph.parse.acts import Context
from silkgraph.parse.clauses import HeadGrammar
from silkgraph.parse.named_things import Report, cited_publication, named_things
from silkgraph.recognise.names import names


def report(clause: str) -> Report:
    return named_things((0, len(clause)), Context(clause, names(), HeadGrammar.of(names()), running=True))


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("卡洛特水电站并网发电", [("programme", "卡洛特水电站")]),
        ("上凯富峡水电站全部机组投产发电", [("programme", "上凯富峡水电站全部机组")]),
        ("默拉直流输电项目投入商业运营", [("programme", "默拉直流输电项目")]),
        ("中老铁路全线建成通车且运营成效显著", [("programme", "中老铁路")]),
        ("巴基斯坦瓜达尔港共建取得重大进展", [("programme", "巴基斯坦瓜达尔港共建")]),
        ("中俄东线天然气管道正式通气", [("programme", "中俄东线天然气管道")]),
        (
            "中国—东盟和平利用核技术论坛为共建国家开展核技术产业合作搭建了桥梁",
            [("event", "中国—东盟和平利用核技术论坛")],
        ),
        ("“汉语桥”夏令营项目累计邀请100余个共建国家近5万名青年来华访学", [("programme", "“汉语桥”夏令营项目")]),
        ("“中国青年全球伙伴行动”得到全球广泛响应", [("programme", "中国青年全球伙伴行动")]),
        ("“一带一路”国际科学组织联盟（ANSO）成员单位达58家", [("institution", "“一带一路”国际科学组织联盟（ANSO）")]),
        ("所实施的希瓦古城修复项目等文化遗产保护项目得到联合国教科文组织高度评价", [("programme", "希瓦古城修复项目")]),
        ("蒙巴萨石油码头改扩建工程顺利完工", [("programme", "蒙巴萨石油码头改扩建工程")]),
        ("“科伦坡港口城”项目建设稳步推进", [("programme", "“科伦坡港口城”项目")]),
    ],
)
def test_a_report_names_the_thing_that_is_its_subject(clause: str, expected: list[tuple[str, str]]) -> None:
    assert [(frame.kind, frame.label) for frame in report(clause).frames] == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("中非经贸博览会、中俄博览会等重点展会影响不断扩大", ["中非经贸博览会", "中俄博览会"]),
        ("“深系澜湄”“国际爱心包裹”等品牌项目产生广泛影响", ["深系澜湄", "国际爱心包裹"]),
        ("“中国—东盟信息港”、中阿网上丝绸之路等重点项目全面推进", ["中国—东盟信息港", "中阿网上丝绸之路"]),
        ("萨希瓦尔、卡西姆港、塔尔等电站保持安全稳定运营", ["萨希瓦尔电站", "卡西姆港电站", "塔尔电站"]),
        ("中俄黑河公路桥、同江铁路桥通车运营", ["中俄黑河公路桥", "同江铁路桥"]),
        (
            "喀喇昆仑公路二期（赫韦利扬—塔科特段）、拉合尔橙线项目竣工",
            ["喀喇昆仑公路二期（赫韦利扬—塔科特段）", "拉合尔橙线项目"],
        ),
        ("中缅原油和天然气管道建成投产", ["中缅原油管道", "中缅天然气管道"]),
        ("金边—西港高速公路、暹粒吴哥国际机场等标志性工程相继投入运营", ["金边—西港高速公路", "暹粒吴哥国际机场"]),
    ],
)
def test_each_member_of_a_list_is_a_thing(clause: str, expected: list[str]) -> None:
    assert [frame.label for frame in report(clause).frames] == expected


def test_a_thing_that_another_is_joined_to_is_the_only_subject() -> None:
    assert [f.label for f in report("哈萨克斯坦北哈州粮油专线与中欧班列并网运行").frames] == [
        "哈萨克斯坦北哈州粮油专线"
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "全球产业链供应链稳定畅通",
        "双方合作机制不断完善",
        "贸易投资平台作用更加凸显",
        "亚洲—太平洋广播联盟、阿拉伯国家广播联盟等国际组织活动有声有色",
        "中国借鉴国际货币基金组织和世界银行低收入国家债务可持续性分析框架",
        "共建国家还依托中非合作论坛、中拉论坛等重大多边合作机制平台",
        "世界银行规模不断扩大",
    ],
)
def test_what_names_nothing_particular_or_acts_itself_is_no_outcome(clause: str) -> None:
    assert report(clause).frames == ()


def test_the_attribute_tells_who_built_it() -> None:
    assert told("中国与巴基斯坦合作建设的卡拉奇核电站K2、K3机组建成投运。") == [
        ("programme", "concluded", "中国", "巴基斯坦", "卡拉奇核电站K2、K3机组")
    ]
    assert told("中国与乌兹别克斯坦合资的鹏盛工业园成功投产。") == [
        ("programme", "concluded", "中国", "乌兹别克斯坦", "鹏盛工业园")
    ]


def test_an_industrial_park_abbreviates_the_two_that_set_it_up() -> None:
    assert told("中马、中印尼“两国双园”及中白工业园等稳步推进。") == [
        ("programme", "concluded", "中国政府", "马来西亚政府", "中马“两国双园”"),
        ("programme", "concluded", "中国政府", "印度尼西亚政府", "中印尼“两国双园”"),
        ("programme", "concluded", "中国政府", "白俄罗斯政府", "中白工业园"),
    ]


def test_what_will_be_is_announced() -> None:
    (frame,) = report("中吉乌铁路吉国段将于2026年正式开工").frames
    assert (frame.label, frame.status) == ("中吉乌铁路吉国段", "announced")


def test_a_body_that_gives_money_is_left_to_the_verbs() -> None:
    assert not report("丝路基金为项目建设提供2亿美元贷款").is_certain


def test_a_report_that_is_cited_was_published() -> None:
    text = "世界银行《公路走廊经济学》研究报告显示"
    (frame,) = cited_publication(text, (0, len(text)), names())
    assert (frame.kind, frame.label, frame.initiators[0].name) == ("publication", "公路走廊经济学", "世界银行")


def test_a_member_with_a_name_keeps_it() -> None:
    clause = "老挝赛色塔综合开发区、柬埔寨西哈努克港经济特区等境外经贸合作区建设稳步推进"
    assert [f.label for f in report(clause).frames] == ["老挝赛色塔综合开发区", "柬埔寨西哈努克港经济特区"]


@pytest.mark.parametrize(
    "clause",
    [
        "中欧班列已累计开行超过9万列",
        "标志着项目建设进入新阶段",
        "中国已成为坦桑尼亚最大贸易伙伴",
        "亚洲基础设施投资银行已成为多边开发体系的重要成员",
        "大会期间举办了12场分论坛",
    ],
)
def test_figures_and_praise_are_no_outcomes(clause: str) -> None:
    assert told(clause + "。") == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("中老铁路是电气化铁路，全长1035公里，于2021年12月3日正式开通运营。", "中老铁路"),
        ("马普托大桥主桥长680米，2018年11月建成通车。", "马普托大桥"),
    ],
)
def test_what_the_sentence_began_with_is_the_subject_later_on(text: str, label: str) -> None:
    assert told(text) == [("programme", "concluded", "", "", label)]
