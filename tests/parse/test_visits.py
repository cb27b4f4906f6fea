"""Sentences of reports on visits, summits and briefings that several constructions read together."""

from __future__ import annotations

from pathlib import Path

import pytest
from prose import Row, told

from silkgraph.extraction import read_file


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("双方对友谊大桥开工表示祝贺。", ("programme", "concluded", "", "", "友谊大桥")),
        ("中方已向古巴交付第二批5万吨大米援助。", ("programme", "concluded", "中方", "古巴", "第二批5万吨大米援助")),
        ("中方决定向汤加提供一批抗旱物资。", ("programme", "announced", "中方", "汤加", "抗旱物资")),
        ("中方宣布向汤加提供500吨紧急粮食援助。", ("programme", "announced", "中方", "汤加", "500吨紧急粮食援助")),
        ("布隆迪宣布对中国公民实施免签政策。", ("programme", "concluded", "布隆迪", "中国", "中国公民免签政策")),
        ("中方邀请500名中亚青年来华研学。", ("programme", "announced", "中方", "", "500名中亚青年来华研学")),
        ("坦桑尼亚宣布自3月1日起对中国公民免签。", ("programme", "concluded", "坦桑尼亚", "中国", "中国公民免签")),
        ("双方高度评价延布炼厂二期投产。", ("programme", "concluded", "", "", "延布炼厂二期")),
        (
            "双方欢迎中国海关总署与泰国农业部签署检疫议定书。",
            ("agreement", "concluded", "中国海关总署", "泰国农业部", "检疫议定书"),
        ),
        ("世界卫生大会已通过“大流行协定”。", ("agreement", "concluded", "世界卫生大会", "", "大流行协定")),
        (
            "东盟与中日韩领导人会议通过关于加强区域粮食安全的声明。",
            ("declaration", "concluded", "东盟与中日韩领导人会议", "", "关于加强区域粮食安全的声明"),
        ),
        (
            "中国和中东欧国家领导人会晤发表《贝尔格莱德纲要》。",
            ("publication", "concluded", "中国和中东欧国家领导人会晤", "", "贝尔格莱德纲要"),
        ),
    ],
)
def test_an_outcome_of_one_sentence(text: str, row: Row) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "南非将轮值主席国移交美国。",
        "这是中国同非洲国家签署的首个此类协定。",
        "中方愿积极参与共建“一带一路”。",
        "中方欢迎泰国同中国商签自贸协定。",
        "双方欢迎中国和泰国尽快签署检疫议定书。",
    ],
)
def test_what_is_no_outcome(text: str) -> None:
    assert told(text) == []


def test_a_text_beside_those_of_several_fields() -> None:
    text = "中国和布隆迪签署引渡条约以及农业、卫生等领域合作文件。"
    assert [row[4] for row in told(text)] == ["引渡条约", "农业、卫生等领域合作文件"]


def test_a_forum_that_is_set_up_and_its_first_meeting() -> None:
    text = "我们决定成立中国—中亚地方合作论坛，首届论坛将在乌鲁木齐举办。"
    assert [(row[0], row[4]) for row in told(text)] == [
        ("institution", "中国—中亚地方合作论坛"),
        ("event", "首届中国—中亚地方合作论坛"),
    ]


def _of_page(folder: Path, text: str) -> list[tuple[str, list[str], list[str]]]:
    path = folder / "page.txt"
    path.write_text(text, "utf-8")
    return [(o.label, [b.name for b in o.initiators], [b.name for b in o.partners]) for o in read_file(path).outcomes]


def test_both_sides_in_an_answer_are_those_of_the_question(tmp_path: Path) -> None:
    text = (
        "外交部发言人主持例行记者会\n\n新华社记者：厄立特里亚外长正在访华。能否介绍此访成果？\n\n"
        "发言人：双方签署了互免签证协定。\n"
    )
    assert _of_page(tmp_path, text) == [("互免签证协定", ["中国"], ["厄立特里亚"])]


def test_a_country_in_brackets(tmp_path: Path) -> None:
    text = "中马（拉）建交20周年\n\n马拉维外长9日访问中国。\n\n中马（拉）两国新闻部门签署合作谅解备忘录。\n"
    assert _of_page(tmp_path, text) == [("合作谅解备忘录", ["中国"], ["马拉维"])]


def test_a_joint_statement_speaks_of_itself(tmp_path: Path) -> None:
    text = "中国和密克罗尼西亚联邦联合声明\n\n双方签署了农业等领域合作文件，并发表本联合声明。\n"
    assert [row[0] for row in _of_page(tmp_path, text)] == ["农业等领域合作文件", "中国和密克罗尼西亚联邦联合声明"]


def test_a_tour_of_several_countries_is_no_pair(tmp_path: Path) -> None:
    text = "外交部长在莱索托、埃塞俄比亚等国访问\n\n中埃塞双方商定举办文化年。双方宣布建立联络机制。\n"
    assert _of_page(tmp_path, text)[0] == ("文化年", ["中国"], ["埃塞俄比亚"])
    assert "莱索托" not in str(_of_page(tmp_path, text))


def _with_countries(folder: Path, text: str) -> list[tuple[str, list[str | None]]]:
    path = folder / "page.txt"
    path.write_text(text, "utf-8")
    return [(o.label, [b.country for b in o.partners]) for o in read_file(path).outcomes]


def test_the_bodies_of_both_states_in_a_list_of_results(tmp_path: Path) -> None:
    text = "中国和圣卢西亚合作成果清单\n\n1.两国外交部关于开展外交官培训的换文\n"
    assert _of_page(tmp_path, text) == [("两国外交部关于开展外交官培训的换文", ["中国外交部"], ["圣卢西亚外交部"])]


def test_three_states_beside_china(tmp_path: Path) -> None:
    text = "中国同海地、多米尼克、巴巴多斯三国外长会晤\n\n中方与上述三国建立减灾合作联络机制。\n"
    assert _with_countries(tmp_path, text) == [
        ("减灾合作联络机制", ["HT"]),
        ("减灾合作联络机制", ["DM"]),
        ("减灾合作联络机制", ["BB"]),
    ]


def test_scholarships_added_to_what_there_is(tmp_path: Path) -> None:
    text = "中国和圣卢西亚合作成果清单\n\n（一）中国教育部向圣方增加10个来华留学奖学金名额。\n"
    assert _of_page(tmp_path, text) == [("10个来华留学奖学金名额", ["中国教育部"], ["圣卢西亚"])]


def test_what_is_paid_for_something_else_is_no_sum_of_what_was_told() -> None:
    text = "中方宣布未来三年向岛国提供200个民生项目，出资200万美元支持蓝色经济规划。"
    assert [row[0] for row in told(text)] == ["programme", "funding"]


def test_who_will_hold_the_next_meeting() -> None:
    text = "所罗门群岛宣布2027年主办第四次中国—太平洋岛国外长会。"
    assert [(row[0], row[2], row[4]) for row in told(text)] == [("event", "所罗门群岛", "第四次中国—太平洋岛国外长会")]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "我们欢迎签署《中国—东盟自贸区升级议定书》，期待其早日生效。",
            ("agreement", "concluded", "", "", "中国—东盟自贸区升级议定书"),
        ),
        (
            "我们注意到中国—东盟清洁能源合作中心在曼谷成立。",
            ("institution", "concluded", "", "", "中国—东盟清洁能源合作中心"),
        ),
        ("国家主席宣布设立金砖新工业研究中心。", ("institution", "concluded", "中国", "", "金砖新工业研究中心")),
        ("中方决定向汤加援建国家图书馆二期。", ("programme", "announced", "中方", "汤加", "国家图书馆二期")),
    ],
)
def test_what_a_statement_notes_and_who_decides(text: str, row: Row) -> None:
    assert told(text) == [row]


def test_to_whom_it_is_given_was_told_before() -> None:
    text = "中方决定免除毛里塔尼亚2025年到期的无息贷款债务，并向其提供5000万元无偿援助。"
    assert [row[3] for row in told(text)] == ["毛里塔尼亚", "毛里塔尼亚"]


def test_what_others_hold_with_ones_support_is_theirs() -> None:
    assert told("中方支持沙特办好2030年利雅得世博会。") == []


def test_the_side_of_the_region_that_the_title_speaks_of(tmp_path: Path) -> None:
    text = "中阿粮食安全论坛闭幕\n\n来自19个阿拉伯国家的代表出席，阿联酋也派员参加。中方将向阿方提供80个研修名额。\n"
    assert _with_countries(tmp_path, text) == [("80个研修名额", [None])]
    text = "中阿两国外长会谈\n\n阿联酋外长来访。中方将向阿方提供80个研修名额。\n"
    assert _with_countries(tmp_path, text) == [("80个研修名额", ["AE"])]
