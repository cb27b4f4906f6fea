"""Sums told after the thing they belong to: sentences in, labels with their amounts out."""

from __future__ import annotations

import pytest
from prose import frames_of

from silkgraph.parse.sums import sum_in


def amounts(text: str) -> list[tuple[str, list[tuple[int, str]]]]:
    return [(frame.label, [(int(a.value), a.currency) for a in frame.amounts]) for frame in frames_of(text)]


def test_the_sum_of_a_contract_is_told_in_the_next_clause() -> None:
    text = "中国路桥工程有限责任公司与加纳公路部签署公路修复项目商务合同，合同额约2.4亿美元，工期36个月。"
    assert amounts(text) == [("公路修复项目商务合同", [(240000000, "USD")])]


def test_both_currencies_of_a_swap_are_its_amounts() -> None:
    text = "中国人民银行与巴基斯坦国家银行续签双边本币互换协议，互换规模为300亿元人民币/1.2万亿巴基斯坦卢比。"
    assert amounts(text) == [("双边本币互换协议", [(30000000000, "CNY"), (1200000000000, "PKR")])]


def test_the_sum_may_stand_in_the_next_sentence() -> None:
    text = "中国进出口银行与老挝财政部签署输变电项目贷款协议。贷款金额为1.5亿美元。"
    assert amounts(text) == [("输变电项目贷款协议", [(150000000, "USD")])]


def test_a_sum_of_one_of_several_is_that_of_the_partner_named() -> None:
    text = "甲新材料公司与法国洛林电缆集团、波兰维斯瓦公司分别签署供货合同，其中对维斯瓦公司的合同金额达8000万欧元。"
    assert [found for _, found in amounts(text)] == [[], [(80000000, "EUR")]]


def test_a_clause_with_its_own_subject_tells_an_outcome_of_its_own() -> None:
    text = "中国国家开发银行将设立1000亿元人民币融资窗口，丝路基金新增资金800亿元人民币。"
    assert amounts(text) == [("融资窗口", [(100000000000, "CNY")]), ("丝路基金新增资金", [(80000000000, "CNY")])]


@pytest.mark.parametrize(
    ("clause", "values"),
    [
        ("法定资本由120亿美元增至180亿美元", [18000000000]),
        ("首年拨款3000万港元", [30000000]),
        ("首期规模3亿美元", [300000000]),
        ("中标价1.37亿美元", [137000000]),
        ("双边贸易额达286亿美元", None),
        ("同比增长的出口额为3亿元", None),
        ("货值逾50亿美元", None),
    ],
)
def test_statistics_are_no_sums_of_outcomes(clause: str, values: list[int] | None) -> None:
    told = sum_in(clause, (0, len(clause)))
    assert (told and [int(amount.value) for amount in told.amounts]) == values


def test_a_sum_after_what_others_are_encouraged_to_do_belongs_to_nothing_before() -> None:
    text = "中国将提供3亿元人民币无偿援助，鼓励企业扩大进口，规模约50亿元人民币。"
    assert amounts(text) == [("无偿援助", [(300000000, "CNY")])]


def test_a_sum_that_says_how_much_was_promised_before_it() -> None:
    text = "甘肃信用保险公司为该项目提供了海外投资保险，保险金额约6000万美元。"
    assert amounts(text) == [("海外投资保险", [(60000000, "USD")])]


def test_a_sum_whose_noun_stands_in_the_clause_before() -> None:
    text = "中国人民银行与泰国银行续签双边本币互换协议，互换规模保持不变，为700亿元人民币/3700亿泰铢。"
    assert amounts(text) == [("双边本币互换协议", [(70000000000, "CNY"), (370000000000, "THB")])]


def test_a_sum_of_several_deals_that_are_only_counted() -> None:
    text = "会期签署合作项目120个，总金额860亿元。"
    assert amounts(text) == [("合作项目120个", [(86000000000, "CNY")])]
    assert amounts("基金累计签署项目75个，总金额860亿元。") == []


def test_what_is_raised_by_decision() -> None:
    text = "理事会批准将区域流动性安排的规模由20亿美元扩大至50亿美元。"
    assert amounts(text) == [("区域流动性安排扩大至50亿美元", [(5000000000, "USD")])]


def test_a_sum_of_what_is_approved() -> None:
    assert amounts("理事会批准第三次增资方案，法定资本由90亿美元增至150亿美元。") == [
        ("第三次增资方案", [(15000000000, "USD")])
    ]


def test_a_sentence_may_go_on_about_what_the_one_before_told() -> None:
    text = "中方与东帝汶共建渔业培训中心。该中心由帝力大学运营，启动资金300万美元。"
    assert [found for _, found in amounts(text)] == [[(3000000, "USD")]]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("签约仪式上，共签约项目36个，总金额达58亿元人民币。", "签约项目36个"),
        ("展会期间，共有19个项目签约，总投资58亿元人民币。", "19个项目"),
        ("湖南省与非洲国家签约合作项目176个、金额58亿元人民币。", "合作项目176个"),
    ],
)
def test_deals_that_are_counted_have_their_sum(sentence: str, label: str) -> None:
    assert amounts(sentence) == [(label, [(5800000000, "CNY")])]


def test_deals_of_all_the_years_are_a_figure() -> None:
    assert amounts("截至目前，累计签约项目230个，总投资超过1000亿元人民币。") == []


def test_sums_in_turn_are_each_of_one() -> None:
    text = (
        "中国人民银行与瑞士国家银行、匈牙利中央银行续签双边本币互换协议，"
        "互换规模分别为1500亿元人民币/170亿瑞士法郎、400亿元人民币/1.9万亿匈牙利福林。"
    )
    assert [found for _, found in amounts(text)] == [
        [(150000000000, "CNY"), (17000000000, "CHF")],
        [(40000000000, "CNY"), (1900000000000, "HUF")],
    ]


def test_sums_of_several_are_told_one_after_the_other() -> None:
    text = (
        "国家开发银行与肯尼亚财政部、乌干达财政部分别签署贷款协议。"
        "其中肯尼亚项目贷款额3亿美元，乌干达项目贷款额1.2亿美元。"
    )
    assert [found for _, found in amounts(text)] == [[(300000000, "USD")], [(120000000, "USD")]]


@pytest.mark.parametrize(
    "told", ["承保额度不超过2亿美元", "保额在2亿美元以内", "合同总价为2亿美元", "出资额至多2亿美元"]
)
def test_a_sum_may_be_a_bound_and_its_noun_any_amount(told: str) -> None:
    assert amounts(f"中国出口信用保险公司与甲银行签署框架协议，{told}。") == [("框架协议", [(200000000, "USD")])]


def test_goods_given_have_what_they_are_worth() -> None:
    text = "云南省农业农村厅向柬埔寨农林渔业部捐赠了一批价值90万元人民币的检测设备。"
    assert amounts(text) == [("检测设备", [(900000, "CNY")])]


def test_sums_of_several_may_call_them_by_two_countries() -> None:
    text = (
        "中国人民银行与尼泊尔国家银行、约旦中央银行分别续签双边本币互换协议。其中，中尼互换规模保持100亿元人民币不变，协议有效期五年；"
        "中约互换规模由前次的10亿元调整为20亿元人民币，有效期三年。"
    )
    assert [found for _, found in amounts(text)] == [[(10000000000, "CNY")], [(2000000000, "CNY")]]


@pytest.mark.parametrize("before", ["由前次的10亿元", "从原来的8亿元", "由现有的15亿元"])
def test_of_a_sum_that_is_raised_the_later_one_is_agreed(before: str) -> None:
    text = f"中国人民银行与约旦中央银行续签双边本币互换协议，互换规模{before}增至20亿元人民币。"
    assert [found for _, found in amounts(text)] == [[(2000000000, "CNY")]]


def test_a_listed_sum_is_no_statistic_for_the_words_in_it() -> None:
    (frame,) = frames_of("会期签署合作项目168个，计划投资和贸易总额1042亿元。")
    assert [int(amount.value) for amount in frame.amounts] == [104_200_000_000]
