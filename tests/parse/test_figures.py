"""Figures, read from sentences of the white paper and of the chair's statement."""

from __future__ import annotations

from decimal import Decimal

import pytest

from silkgraph.model import Item
from silkgraph.parse.figures import FigureMention, read_figures

Row = tuple[str, str, str, str, str, str | None]


def figures_in(*paragraphs: str) -> list[FigureMention]:
    """The figures of one item with these paragraphs."""
    text = "\n".join(paragraphs)
    spans, position = [], 0
    for paragraph in paragraphs:
        spans.append((position, position + len(paragraph)))
        position += len(paragraph) + 1
    return read_figures(text, [Item("1", 0, len(text), (), None, tuple(spans))])


def rows(*paragraphs: str) -> list[Row]:
    return [(f.subject, f.measure, str(f.value), f.unit, f.qualifier, f.as_of) for f in figures_in(*paragraphs)]


SENTENCES: list[tuple[str, list[Row]]] = [
    (
        "截至2023年6月底，中国与五大洲的150多个国家、30多个国际组织签署了200多份共建“一带一路”合作文件。",
        [
            ("中国", "签署共建“一带一路”合作文件的国家", "150", "个国家", "over", "2023-06"),
            ("中国", "签署共建“一带一路”合作文件的国际组织", "30", "个国际组织", "over", "2023-06"),
            ("中国", "签署共建“一带一路”合作文件", "200", "份", "over", "2023-06"),
        ],
    ),
    (
        "2022年，中国与共建国家进出口总额近2.9万亿美元，占同期中国外贸总值的45.4%，较2013年提高了6.2个百分点。",
        [
            ("中国与共建国家", "进出口总额", "2900000000000", "USD", "nearly", "2022"),
            ("中国与共建国家", "进出口总额占中国外贸总值比重", "45.4", "%", "exact", "2022"),
            ("中国与共建国家", "进出口总额较2013年提高", "6.2", "个百分点", "exact", "2022"),
        ],
    ),
    (
        "中国在44个国家设立46家海外中国文化中心，其中共建国家32家。",
        [
            ("中国", "设立海外中国文化中心的国家", "44", "个国家", "exact", None),
            ("中国", "设立海外中国文化中心", "46", "家", "exact", None),
            ("中国", "在共建国家设立海外中国文化中心", "32", "家", "exact", None),
        ],
    ),
    (
        "西部陆海新通道铁海联运班列覆盖中国中西部18个省（区、市），货物流向通达100多个国家的300多个港口。",
        [
            ("西部陆海新通道铁海联运班列", "覆盖中国中西部省（区、市）", "18", "个省（区、市）", "exact", None),
            ("西部陆海新通道铁海联运班列", "货物流向通达国家", "100", "个国家", "over", None),
            ("西部陆海新通道铁海联运班列", "货物流向通达港口", "300", "个港口", "over", None),
        ],
    ),
    (
        "中国在共建国家承包工程新签合同额、完成营业额累计分别达到2万亿美元、1.3万亿美元。",
        [
            ("中国", "在共建国家承包工程新签合同额", "2000000000000", "USD", "exact", None),
            ("中国", "完成营业额", "1300000000000", "USD", "exact", None),
        ],
    ),
    (
        "2017年的第一届“一带一路”国际合作高峰论坛，140多个国家和80多个国际组织的1600多名代表参会，"
        "形成了5大类、279项务实成果。",
        [
            ("第一届“一带一路”国际合作高峰论坛", "参会的国家", "140", "个国家", "over", "2017"),
            ("第一届“一带一路”国际合作高峰论坛", "参会的国际组织", "80", "个国际组织", "over", "2017"),
            ("第一届“一带一路”国际合作高峰论坛", "参会的代表", "1600", "名", "over", "2017"),
            ("第一届“一带一路”国际合作高峰论坛", "形成务实成果大类", "5", "大类", "exact", "2017"),
            ("第一届“一带一路”国际合作高峰论坛", "形成务实成果", "279", "项", "exact", "2017"),
        ],
    ),
    (
        "中央企业出台重点领域合规指南868件，制定岗位合规职责清单5000多项。",
        [
            ("中央企业", "出台重点领域合规指南", "868", "件", "exact", None),
            ("中央企业", "制定岗位合规职责清单", "5000", "项", "over", None),
        ],
    ),
    (
        "中国国家开发银行、中国进出口银行将各设立3500亿元人民币融资窗口，丝路基金新增资金800亿元人民币。",
        [
            ("中国国家开发银行", "设立融资窗口", "350000000000", "CNY", "exact", None),
            ("中国进出口银行", "设立融资窗口", "350000000000", "CNY", "exact", None),
            ("丝路基金", "新增资金", "80000000000", "CNY", "exact", None),
        ],
    ),
    (
        "16家中外智库共同发起成立“一带一路”国际智库合作委员会。",
        [("“一带一路”国际智库合作委员会", "发起成立的中外智库", "16", "家", "exact", None)],
    ),
    (
        "作为中印尼共建“一带一路”的旗舰项目，时速350公里的雅万高铁开通运行；中泰铁路一期（曼谷—呵叻）签署线上工程合同，"
        "土建工程已开工11个标段（其中1个标段已完工）。",
        [
            ("雅万高铁", "时速", "350", "公里", "exact", None),
            ("中泰铁路一期（曼谷—呵叻）", "土建工程开工标段", "11", "个标段", "exact", None),
            ("中泰铁路一期（曼谷—呵叻）", "完工的标段", "1", "个标段", "exact", None),
        ],
    ),
    (
        "世界银行《从内陆到陆联：释放中老铁路联通潜力》研究报告称，从长期看，中老铁路将使老挝总收入提升21%。",
        [("老挝", "总收入提升", "21", "%", "exact", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_states_its_figures(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_a_range_has_an_upper_end() -> None:
    (figure,) = figures_in("将使参与国贸易增长2.8%—9.7%。")
    assert (figure.subject, figure.measure, figure.value, figure.upper) == (
        "参与国",
        "贸易增长",
        Decimal("2.8"),
        Decimal("9.7"),
    )


def test_at_least_is_said_after_the_unit() -> None:
    assert rows("希腊比雷埃夫斯港年货物吞吐量增至500万标箱以上。") == [
        ("希腊比雷埃夫斯港", "年货物吞吐量", "5000000", "标箱", "at-least", None)
    ]


def test_the_subject_is_carried_to_the_clauses_that_leave_it_out() -> None:
    text = "亚洲基础设施投资银行已有106个成员，批准227个投资项目，共投资436亿美元。"
    assert {f.subject for f in figures_in(text)} == {"亚洲基础设施投资银行"}
    assert [(f.measure, f.unit) for f in figures_in(text)] == [
        ("成员", "个成员"),
        ("批准投资项目", "个项目"),
        ("投资", "USD"),
    ]


def test_a_bare_noun_takes_the_last_full_name() -> None:
    text = "第三届“一带一路”国际合作高峰论坛在北京举行。论坛期间举行三场高级别论坛。"
    assert rows(text) == [("第三届“一带一路”国际合作高峰论坛", "举行高级别论坛", "3", "场", "exact", None)]


def test_a_period_named_once_is_known_afterwards() -> None:
    first = "未来5年（2024—2028年），中国货物贸易、服务贸易进出口额有望累计超过32万亿美元、5万亿美元。"
    second = "中方将继续实施“一带一路”科技创新行动计划，未来5年把同各方共建的联合实验室扩大到100家。"
    assert rows(first, second) == [
        ("中国", "货物贸易进出口额", "32000000000000", "USD", "over", "2024/2028"),
        ("中国", "服务贸易进出口额", "5000000000000", "USD", "over", "2024/2028"),
        ("中国", "共建联合实验室", "100", "家", "exact", "2024/2028"),
    ]


def test_a_date_holds_until_the_sentence_ends() -> None:
    text = "截至2023年6月底，中欧班列累计开行7.4万列，运输近700万标箱。中国与14个国家签署第三方市场合作文件。"
    assert [f.as_of for f in figures_in(text)] == ["2023-06", "2023-06", None]


@pytest.mark.parametrize(
    "text",
    [
        "2016年11月，在第71届联合国大会上通过第2344号决议。",
        "共建“一带一路”以“六廊六路多国多港”为基本架构，基本形成“陆海天网”四位一体的互联互通格局。",
        "加速落实联合国2030年可持续发展议程。",
        "10年来，开辟了人类共同实现现代化的新路径，形成一大批标志性项目。",
        "发布《东盟互联互通总体规划2025》、非盟《2063年议程》。",
        "中国为共建国家培养数万名卫生管理人才。",
        "利用高分卫星16米数据共享服务平台，建设5G基站。",
        "在古丝绸之路中断半个多世纪后，500多年前，大航海时代来临。",
        "",
    ],
)
def test_ordinals_names_dates_and_vague_numbers_are_no_figures(text: str) -> None:
    assert figures_in(text) == []


def test_the_span_holds_the_number_and_lies_in_the_text() -> None:
    text = "中欧班列通达欧洲25个国家的200多个城市，86条时速120公里的运行线路穿越亚欧腹地主要区域。"
    assert [text[f.start : f.end] for f in figures_in(text)] == [
        "中欧班列通达欧洲25个国家",
        "200多个城市",
        "86条时速120公里的运行线路",
        "时速120公里的运行线路",
    ]
