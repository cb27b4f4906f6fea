"""Results of visits and talks as news words them: (kind, status, initiators, partners, label)."""

from __future__ import annotations

from pathlib import Path

import pytest
from prose import Row, told, who

from silkgraph.extraction import read_file


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a title is what stands before its subtitle, if that is the name of a text
        (
            "会议通过《利雅得宣言：共建绿色、智慧的跨海通道》。",
            ("declaration", "concluded", "", "", "利雅得宣言：共建绿色、智慧的跨海通道"),
        ),
        (
            "会议发布《共建数字丝路倡议：进展与展望》。",
            ("publication", "concluded", "", "", "共建数字丝路倡议：进展与展望"),
        ),
        # notes are exchanged in a procedure
        (
            "两国代表就环岛公路南段修复项目办理了换文手续。",
            ("agreement", "concluded", "", "", "环岛公路南段修复项目换文"),
        ),
        # money that is settled on is money, not the agreement on it
        (
            "中国银行与东帝汶国家商业银行敲定3000万美元的贸易融资额度。",
            ("funding", "concluded", "中国银行", "东帝汶国家商业银行", "3000万美元的贸易融资额度"),
        ),
        # what is built by number
        (
            "普洱学院与老挝丰沙里省农林厅将在孟夸县建一处古茶树种质资源圃。",
            ("institution", "announced", "普洱学院", "老挝丰沙里省农林厅", "古茶树种质资源圃"),
        ),
        ("中国银行在万象和金边新设分行各一家。", ("institution", "concluded", "中国银行", "", "分行")),
        (
            "长沙海关与卢旺达标准局商定建立疫情信息直报渠道。",
            ("institution", "announced", "长沙海关", "卢旺达标准局", "疫情信息直报渠道"),
        ),
        # a plan is none where it says when
        ("二期工程计划明年3月动工。", ("programme", "announced", "", "", "二期工程")),
        ("国际合作行动计划明年3月启动。", ("programme", "announced", "", "", "国际合作行动计划")),
    ],
)
def test_what_a_visit_brought(sentence: str, expected: Row) -> None:
    assert told(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "被问到集团会否参与斐济的度假村项目，他说属商业决定。",
        "是否启动自贸协定谈判，双方将另行研究。",
        "公司能否设立分公司，要看市场需求。",
    ],
)
def test_what_is_asked_is_no_outcome(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "opening",
    [
        "历来重视青年交流",
        "深知责任重大",
        "没有停下脚步",
        "总部设在首都",
        "布局海外市场",
        "应对方请求",
        "表示慰问，将向灾区民众提供帮助",
    ],
)
def test_the_body_of_a_place_acts_on_whatever_is_said_of_it(opening: str) -> None:
    told_then = told(f"加纳卫生部{opening}，将与中国红十字会签署合作协议。")
    assert told_then == [("agreement", "announced", "加纳卫生部", "中国红十字会", "合作协议")]


def test_a_thing_of_a_body_acts_not() -> None:
    assert told("加纳卫生部大楼历时两年，将与中国红十字会签署合作协议。")[0][2] == ""


def test_who_gives_is_carried_on_to_those_whom_no_name_tells() -> None:
    assert told("中方表示慰问，将向灾区民众提供50辆救护车。") == [("programme", "announced", "中方", "", "50辆救护车")]


@pytest.mark.parametrize(
    ("meeting", "first", "second"),
    [
        ("宁波市市长5日会见德国亚琛市市长一行。", "宁波市", "德国亚琛市"),
        ("中国进出口银行董事长在卢萨卡与赞比亚财政部长会谈。", "中国进出口银行", "赞比亚财政部"),
        ("厦门大学校长与来访的马来亚大学校长座谈。", "厦门大学", "马来亚大学"),
        ("广东省省长与泰国曼谷市市长视频连线。", "广东省", "泰国曼谷市"),
    ],
)
def test_those_who_met_are_both_sides(meeting: str, first: str, second: str) -> None:
    assert told(f"{meeting}双方签署数字经济合作谅解备忘录。") == [
        ("agreement", "concluded", first, second, "数字经济合作谅解备忘录")
    ]


def test_in_a_statement_of_two_states_both_sides_are_the_states() -> None:
    assert who(
        "中华人民共和国和马耳他共和国联合声明",
        "四、中国船级社与马耳他运输局续签检验授权协议。双方商定设立海事仲裁培训中心。",
    ) == [("中国船级社", "马耳他运输局"), ("中国", "马耳他")]


def test_a_meeting_on_which_both_sides_agree_is_theirs() -> None:
    assert who(
        "国家主席同博茨瓦纳总统举行会谈",
        "双方同意建立外交部磋商机制，首轮磋商将于明年在哈博罗内举行。",
    ) == [("中国", "博茨瓦纳"), ("中国", "博茨瓦纳")]


def test_the_heading_of_a_section_says_who_does_what_stands_below(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(
        "第二届中国—安第斯国家合作论坛成果清单\n\n"
        "一、中方宣布的举措\n1.未来三年向安第斯国家提供600个政府奖学金名额。\n\n"
        "二、后续活动\n2.第三届中国—安第斯国家合作论坛（2028年，厄瓜多尔基多）\n",
        "utf-8",
    )
    promised, later = read_file(path).outcomes[-2:]
    assert ([body.name for body in promised.initiators], promised.status) == (["中方"], "announced")
    assert (later.label, later.initiators) == ("第三届中国—安第斯国家合作论坛", ())
