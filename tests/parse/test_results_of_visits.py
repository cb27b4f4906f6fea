"""What visits bring: papers listed behind 包括, what leaders announce by name, policies for those who come."""

from __future__ import annotations

import pytest
from prose import BILATERAL, Row, read_under, told, who


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "在两国元首的共同见证下，双方签署了涵盖贸易、文化等领域的15项合作文件，其中包括《关于建立经济合作区的协定》。",
            ["关于建立经济合作区的协定"],
        ),
        (
            "双方签署多项合作文件，包括渔业合作协定和中医药合作谅解备忘录。",
            ["渔业合作协定", "中医药合作谅解备忘录"],
        ),
        ("双方签署文件包括《渔业合作协定》、海关互助协定等15份文件。", ["渔业合作协定", "海关互助协定"]),
    ],
)
def test_who_signs_papers_signs_those_listed(text: str, labels: list[str]) -> None:
    assert [frame.label for frame in read_under(BILATERAL, text)] == labels
    assert who(BILATERAL, text) == [("中国", "博茨瓦纳")] * len(labels)


def test_those_named_sign_those_listed() -> None:
    text = "中国商务部与肯尼亚贸易部签署两份文件，包括电子商务合作备忘录和绿色发展投资合作备忘录。"
    assert [row[2:] for row in told(text)] == [
        ("中国商务部", "肯尼亚贸易部", "电子商务合作备忘录"),
        ("中国商务部", "肯尼亚贸易部", "绿色发展投资合作备忘录"),
    ]


@pytest.mark.parametrize(
    ("text", "makers"),
    [
        ("国家主席习近平宣布对33个国家实施零关税。", "中国"),
        ("习近平主席宣布在肯尼亚设立中非农业创新中心。", "中国"),
        ("国务院总理李强与哈萨克斯坦总理共同签署《联合公报》。", "中国"),
        ("外交部长王毅同老挝外长签署外交部合作计划。", "外交部"),
    ],
)
def test_a_chinese_leader_acts_for_china_a_minister_for_his_ministry(text: str, makers: str) -> None:
    assert [row[2] for row in told(text)] == [makers]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("中方决定自即日起对斐济免签。", ("programme", "announced", "中方", "斐济", "斐济免签")),
        ("中国对斐济公民开始实施免签政策。", ("programme", "concluded", "中国", "斐济", "斐济公民免签政策")),
        ("斐济宣布对中国公民延长免签政策一年。", ("programme", "concluded", "斐济", "中国", "延长免签政策")),
        ("中国与斐济达成全面互免签证安排。", ("agreement", "concluded", "中国", "斐济", "全面互免签证安排")),
        ("斐济宣布免除中国游客签证费。", ("programme", "announced", "斐济", "中国", "免除中国游客签证费")),
    ],
)
def test_for_whom_a_policy_holds(text: str, row: Row) -> None:
    assert told(text) == [row]


def test_the_other_side_gives_half_of_a_fund() -> None:
    text = "丝路基金与肯尼亚公共投资基金共同出资2亿美元设立联合投资基金。"
    assert told(text) == [("institution", "concluded", "丝路基金", "肯尼亚公共投资基金", "联合投资基金")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "肯尼亚总统见证了中国路桥与肯尼亚公路局蒙巴萨大桥项目合同的签署。",
            [("中国路桥", "肯尼亚公路局", "蒙巴萨大桥项目合同")],
        ),
        (
            "两国领导人见证了中国国家电网与巴西能源公司特许权协议、中国商务部与巴西工贸部关于数字经济的备忘录的交换。",
            [
                ("中国国家电网", "巴西能源公司", "特许权协议"),
                ("中国商务部", "巴西工贸部", "关于数字经济的备忘录"),
            ],
        ),
        ("商务部部长与智利外长共同见证中智自贸协定升级议定书的换文。", [("中国", "智利", "中智自贸协定升级议定书")]),
    ],
)
def test_leaders_see_papers_signed(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert [row[2:] for row in told(text)] == rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "外长宣布中方将于2027年主办第三届减贫论坛高级别会议。",
            ("event", "announced", "中方", "", "第三届减贫论坛高级别会议"),
        ),
        (
            "中国和肯尼亚宣布将中肯关系提升为全天候命运共同体。",
            ("institution", "concluded", "中国", "肯尼亚", "全天候命运共同体"),
        ),
        (
            "中方决定将驻汤加代办处升格为大使馆。",
            ("institution", "announced", "中方", "汤加", "驻汤加代办处升格为大使馆"),
        ),
    ],
)
def test_what_is_proclaimed_or_raised(text: str, row: Row) -> None:
    assert told(text) == [row]


TALKS = "国家主席同塔吉克斯坦总统举行会谈"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("中国石油同塔能源部签署天然气管道建设协议。", [("中国石油", "塔能源部", "天然气管道建设协议")]),
        ("双方宣布恢复举行战略经济对话。", [("中国", "塔吉克斯坦", "战略经济对话")]),
        ("双方同意将《经贸合作五年规划》延长至2030年。", [("中国", "塔吉克斯坦", "经贸合作五年规划")]),
        (
            "双方同意共同举办庆祝活动，开展“百校结好”计划。",
            [("中国", "塔吉克斯坦", "庆祝活动"), ("中国", "塔吉克斯坦", "“百校结好”计划")],
        ),
        ("中方将向塔方援建一所农业技术学校。", [("中方", "塔吉克斯坦", "农业技术学校")]),
        ("两国总理见证了海关、文化等领域10项协议的签署。", [("中国", "塔吉克斯坦", "海关、文化等领域10项协议")]),
    ],
)
def test_what_talks_bring(text: str, rows: list[tuple[str, str, str]]) -> None:
    told_under = [
        ("、".join(p.name for p in f.initiators), "、".join(p.name for p in f.partners), f.label)
        for f in read_under(TALKS, text)
    ]
    assert told_under == rows


def test_a_debt_forgiven_has_a_sum() -> None:
    (frame,) = read_under(TALKS, "中方宣布向塔方免除2000万美元到期无息贷款债务。")
    assert [int(amount.value) for amount in frame.amounts] == [20_000_000]


def test_measures_behind_a_colon_are_to_come() -> None:
    text = "中方将采取以下措施：一是设立中非产能合作基金；二是在卢旺达建设2个数字技术合作中心；三是实施“绿色长城”计划。"
    assert [(row[1], row[2], row[4]) for row in told(text)] == [
        ("announced", "中方", "中非产能合作基金"),
        ("announced", "中方", "2个数字技术合作中心"),
        ("announced", "中方", "“绿色长城”计划"),
    ]


def test_what_a_statement_is_about_is_not_done_by_it() -> None:
    text = "中国与格鲁吉亚就建立战略伙伴关系发表联合声明。"
    assert [(row[0], *row[2:4]) for row in told(text)] == [("declaration", "中国", "格鲁吉亚")]
