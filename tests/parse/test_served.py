"""Those for whom something is done, those who are named in what is done, and gifts without a name."""

from __future__ import annotations

import pytest
from prose import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "中国政府将为多哥培训200名渔业技术人员。",
            [("programme", "announced", "中国政府", "多哥", "培训200名渔业技术人员")],
        ),
        (
            "国家税务总局将为贝宁、多哥两国税务局举办电子发票研修班。",
            [("programme", "announced", "国家税务总局", "贝宁税务局、多哥税务局", "电子发票研修班")],
        ),
        # For whom it is done is not named: nobody has a part in it.
        ("中国将为发展中国家提供3000个培训名额。", [("programme", "announced", "中国", "", "3000个培训名额")]),
    ],
)
def test_for_whom_it_is_done(text: str, expected: list[tuple[str, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "广西银行向老挝联合发展银行授信3亿元。",
            ("funding", "广西银行", "老挝联合发展银行", "向老挝联合发展银行授信"),
        ),
        ("中国政府向多哥援助一批光伏设备。", ("programme", "中国政府", "多哥", "光伏设备")),
        # A sum by itself is called by the verb and the sum …
        ("中方从信托基金中划拨780万美元。", ("funding", "中方", "", "划拨780万美元")),
        # … and one with a bare noun by who gives it.
        ("丝路基金新增资金1000亿元人民币。", ("funding", "丝路基金", "", "丝路基金新增资金")),
    ],
)
def test_gifts_without_a_name_or_a_number(text: str, expected: tuple[str, ...]) -> None:
    ((kind, _status, initiators, partners, label),) = told(text)
    assert (kind, initiators, partners, label) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "会后，部长一行出席中国水电公司与多哥电力公司承建和运营的卡拉50兆瓦光伏电站二期开工仪式。",
            ("programme", "中国水电公司", "多哥电力公司", "卡拉50兆瓦光伏电站二期"),
        ),
        (
            "由中国银联会同多哥国家支付中心推进的二维码互通项目一期，已于11月15日上线试运行。",
            ("programme", "中国银联", "多哥国家支付中心", "二维码互通项目一期"),
        ),
        ("双方商定，明年由多哥在洛美承办第三届中非渔业部长会议。", ("event", "多哥", "", "第三届中非渔业部长会议")),
        ("援多哥农业技术合作第四期专家组9月进驻卡拉。", ("programme", "", "多哥", "援多哥农业技术合作第四期专家组")),
        ("中国第十批援多哥医疗队抵达洛美。", ("programme", "中国", "", "第十批援多哥医疗队")),
        (
            "双方签署了海关总署与多哥税务局关于经认证的经营者互认的安排。",
            ("agreement", "海关总署", "多哥税务局", "关于经认证的经营者互认的安排"),
        ),
    ],
)
def test_makers_in_what_was_done(text: str, expected: tuple[str, ...]) -> None:
    ((kind, _status, initiators, partners, label),) = told(text)
    assert (kind, initiators, partners, label) == expected


def test_the_central_banks_meant_by_two_of_them() -> None:
    rows = told(
        "中国人民银行近日与斐济储备银行续签双边本币互换协议。两家央行负责人随后还交换了在斐济建立人民币清算安排的合作备忘录文本。"
    )
    assert [row[2:4] for row in rows] == [("中国人民银行", "斐济储备银行")] * 2


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("中方将对圣多美和普林西比、多哥全部税目产品实施零关税待遇。", "圣多美和普林西比、多哥"),
        ("中国将对多哥持普通护照人员试行免签政策。", "多哥"),
    ],
)
def test_to_whom_a_policy_applies(text: str, partners: str) -> None:
    assert [row[3] for row in told(text)] == [partners]


def test_a_day_of_the_week_belongs_to_no_name() -> None:
    ((_kind, _status, _initiators, partners, _label),) = told("海关总署与多哥税务局周三在洛美签署海关行政互助协定。")
    assert partners == "多哥税务局"
