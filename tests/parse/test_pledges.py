"""Pledges and gifts: sentences in, outcomes out (kind, status, initiators, partners, label, amounts)."""

from __future__ import annotations

import pytest
from prose import Row, frames_of, told


def labels(text: str) -> list[str]:
    return [label for *_, label in told(text)]


def amounts(text: str) -> list[list[tuple[int, str]]]:
    return [[(int(a.value), a.currency) for a in frame.amounts] for frame in frames_of(text)]


def test_one_subject_and_one_tense_reach_over_a_chain_of_pledges() -> None:
    text = "中方将派遣120名渔业专家，新打300眼水井，培训50名气象预报员，向瓦努阿图赠送40套雨量计。"
    assert told(text) == [
        ("programme", "announced", "中方", "", "派遣120名渔业专家"),
        ("programme", "announced", "中方", "", "300眼水井"),
        ("programme", "announced", "中方", "", "培训50名气象预报员"),
        ("programme", "announced", "中方", "瓦努阿图", "40套雨量计"),
    ]


def test_a_list_is_cut_where_a_new_number_begins() -> None:
    text = "中方将提供5万个研修名额、1800个奖学金名额，邀请200名青年学者和记者访华。"
    assert labels(text) == ["5万个研修名额", "1800个奖学金名额", "200名青年学者和记者访华"]


def test_things_with_and_without_a_number_in_one_list() -> None:
    text = "中方将建立蓝色经济智库网络和12个海洋观测站。"
    assert sorted(told(text)) == [
        ("institution", "announced", "中方", "", "12个海洋观测站"),
        ("institution", "announced", "中方", "", "蓝色经济智库网络"),
    ]


def test_pledges_of_the_chairs_statement() -> None:
    text = (
        "中方将举办首届“一带一路”科技交流大会，未来5年把同各方共建的联合实验室扩大到100家，"
        "支持各国青年科学家来华短期工作。"
    )
    assert told(text)[1:] == [
        ("institution", "announced", "中方", "各方", "联合实验室扩大到100家"),
        ("programme", "announced", "中方", "", "各国青年科学家来华短期工作"),
    ]


def test_money_of_a_list_is_a_pledge_each() -> None:
    text = "中国政府愿提供700亿元人民币资金支持，包括提供450亿元人民币信贷资金和150亿元人民币各类援助。"
    assert labels(text) == ["资金支持", "信贷资金", "各类援助"]
    assert amounts(text) == [[(70000000000, "CNY")], [(45000000000, "CNY")], [(15000000000, "CNY")]]


def test_each_of_several_sets_up_its_own() -> None:
    text = "中国国家开发银行、中国进出口银行将各设立3500亿元人民币融资窗口。"
    assert told(text) == [
        ("funding", "announced", "中国国家开发银行", "", "融资窗口"),
        ("funding", "announced", "中国进出口银行", "", "融资窗口"),
    ]


def test_money_without_a_name_is_called_by_who_receives_it() -> None:
    text = "中方向加勒比开发基金捐款300万美元。"
    assert told(text) == [("funding", "concluded", "中方", "加勒比开发基金", "向加勒比开发基金捐款")]
    assert amounts(text) == [[(3000000, "USD")]]


def test_for_whom_something_is_done_is_a_partner_where_named() -> None:
    assert told("中方将为萨摩亚援建两座风暴观测塔。") == [
        ("programme", "announced", "中方", "萨摩亚", "两座风暴观测塔")
    ]
    assert told("中方将为岛国援建两座风暴观测塔。") == [("programme", "announced", "中方", "", "两座风暴观测塔")]


@pytest.mark.parametrize(
    "text",
    [
        "中方将继续提供力所能及的帮助。",
        "中方愿同各国深化减贫合作，支持各方能力建设。",
        "中方将为企业发展提供有力支持。",
        "中国累计培训2万名技术人员，派出医疗队员3万人次。",
        "中国已向70多个国家派出2000多名农业专家。",
        "双方援助规模不少于5亿元。",
    ],
)
def test_what_is_vague_or_sums_up_what_has_been_done_is_no_pledge(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("2027年至2029年，中方每年提供30个政府奖学金名额。", "announced"),
        ("三年内为岛国培训冷链技工500人次。", "announced"),
        ("中国红十字会向尼泊尔移交了两辆救护车。", "concluded"),
    ],
)
def test_a_time_ahead_makes_a_promise(text: str, status: str) -> None:
    assert [s for _, s, *_ in told(text)] == [status]


def test_the_side_before_towards_is_a_word() -> None:
    assert told("中方向库克群岛赠送20台净水设备。")[0][2:4] == ("中方", "库克群岛")


def test_sums_are_paired_with_those_who_give_them() -> None:
    text = "中国国家开发银行、中国进出口银行将分别提供2500亿元和1300亿元等值人民币专项贷款。"
    assert told(text) == [
        ("funding", "announced", "中国国家开发银行", "", "专项贷款"),
        ("funding", "announced", "中国进出口银行", "", "专项贷款"),
    ]
    assert amounts(text) == [[(250000000000, "CNY")], [(130000000000, "CNY")]]


def test_what_money_is_for_does_not_name_it() -> None:
    assert labels("中方将提供300亿元人民币信贷资金支持拉方发展。") == ["信贷资金"]


def test_a_number_that_is_doubled() -> None:
    text = "从明年起，中方将上海合作组织专项奖学金名额翻倍。"
    assert told(text) == [("programme", "announced", "中方", "", "上海合作组织专项奖学金名额翻倍")]


def test_those_who_are_prompted_do_not_become_the_subject() -> None:
    text = "中方将派遣30名农艺师，鼓励中国企业在当地投资，援助实施10个减贫项目。"
    assert [(who, label) for _, _, who, _, label in told(text)] == [
        ("中方", "派遣30名农艺师"),
        ("中方", "10个减贫项目"),
    ]


def test_what_is_declared_to_be_given_is_to_come() -> None:
    text = "甘肃租赁公司宣布为当地客户提供2000万元人民币设备租赁额度。"
    assert told(text) == [("funding", "announced", "甘肃租赁公司", "", "设备租赁额度")]


def test_we_are_those_whom_the_speaker_named_last() -> None:
    text = "中国将提供20亿元人民币无偿援助。我们将建设15所职业技术学校。"
    assert [(who, label) for _, _, who, _, label in told(text)] == [
        ("中国", "无偿援助"),
        ("中国", "15所职业技术学校"),
    ]


def test_what_is_approved_is_given() -> None:
    text = "亚洲开发银行批准向东帝汶提供4600万美元的贷款，用于供水改造。"
    assert told(text) == [("funding", "concluded", "亚洲开发银行", "东帝汶", "4600万美元贷款")]


def test_the_same_gift_to_each_of_several() -> None:
    text = "中国红十字会决定向汤加红十字会和斐济红十字会分别提供10万美元人道主义援助。"
    assert [partner for *_, partner, _ in told(text)] == ["汤加红十字会", "斐济红十字会"]


def test_trade_is_no_money_given() -> None:
    assert told("中方将从东盟进口800亿美元农产品。") == [("programme", "announced", "中方", "", "进口农产品")]


def test_what_others_are_moved_to_invest_is_a_pledge_of_its_own() -> None:
    text = "中国政府愿提供500亿元人民币各类援助、推动中国企业对非投资不少于60亿元人民币。"
    assert labels(text) == ["各类援助", "推动中国企业对非投资"]


def test_who_speaks_is_china_in_a_chinese_speech() -> None:
    assert told("中国将建设12所鲁班工坊。我宣布，我们将派遣80名农艺师。")[1][2:] == ("中国", "", "派遣80名农艺师")


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ("海南大学将开办热带农业研修班，资助40名学员来校学习。", ["热带农业研修班"]),
        ("海南大学将开办热带农业研修班，捐赠40台设备。", ["热带农业研修班", "40台设备"]),
    ],
)
def test_people_who_come_to_what_was_told_are_no_outcome_of_their_own(sentence: str, labels: list[str]) -> None:
    assert [row[4] for row in told(sentence)] == labels


def test_the_parts_of_a_sum_are_money_too() -> None:
    text = (
        "中国政府决定向太平洋岛国提供总额40亿元人民币的资金支持，其中包括25亿元人民币优惠贷款和15亿元人民币无偿援助。"
    )
    assert told(text) == [
        ("funding", "announced", "中国政府", "太平洋岛国", "资金支持"),
        ("funding", "announced", "中国政府", "太平洋岛国", "优惠贷款"),
        ("funding", "announced", "中国政府", "太平洋岛国", "无偿援助"),
    ]


def test_a_fund_that_is_raised_is_money() -> None:
    fund = "中国—世界银行集团伙伴基金"

    assert told(f"中方愿增资{fund}。") == [("funding", "announced", "中方", "", fund)]
    assert told(f"中方愿设立{fund}。") == [("institution", "announced", "中方", "", fund)]


def test_what_is_counted_carries_a_promise_on() -> None:
    text = "中方将派出12批医疗队，开展40个减贫示范项目，推进30亿元人民币的发展合作项目。"

    assert told(text) == [
        ("programme", "announced", "中方", "", "派出12批医疗队"),
        ("programme", "announced", "中方", "", "40个减贫示范项目"),
        ("funding", "announced", "中方", "", "发展合作项目"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("赞方宣布对中国游客免收签证费。", ("programme", "announced", "赞方", "中国", "免收签证费")),
        ("莫方承诺自2026年起免收过境货物的铅封费。", ("programme", "announced", "莫方", "", "免收过境货物的铅封费")),
    ],
)
def test_fees_that_are_no_longer_charged(text: str, expected: Row) -> None:
    assert told(text) == [expected]


def test_what_is_repaired_is_what_a_loan_is_for() -> None:
    text = "中国进出口银行将为甲至乙路段修复工程发放9亿元人民币优惠贷款。"
    assert told(text) == [("funding", "announced", "中国进出口银行", "", "甲至乙路段修复工程优惠贷款")]


@pytest.mark.parametrize("thing", ["农业技术示范站", "种质资源库", "联合教研室", "农产品加工厂", "示范田"])
def test_a_thing_that_two_bodies_build_together(thing: str) -> None:
    assert labels(f"甲省农业科学院与乙国家农业研究所共建{thing}，占地40公顷。") == [thing]
