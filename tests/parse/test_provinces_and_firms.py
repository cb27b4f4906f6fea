"""What reports of provinces, firms and associations tell: who heads what, what was built by whom, what was given."""

from __future__ import annotations

from pathlib import Path

import pytest
from prose import told

from silkgraph.extraction import read_file


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a ceremony is told for the work
        (
            "由中国电建承建的达舍尔甘地污水处理厂二期项目竣工仪式在达卡举行。",
            [("programme", "concluded", "中国电建", "", "达舍尔甘地污水处理厂二期项目")],
        ),
        # who built it stands in the next sentence
        (
            "德崇扶南运河项目开工。项目由中国路桥与柬埔寨金边自治港共同投资建设，总投资17亿美元。",
            [("programme", "concluded", "中国路桥", "柬埔寨金边自治港", "德崇扶南运河项目")],
        ),
        # associations by their short names
        (
            "根据协议，巴西足协每年选派10名教练来华执教。",
            [("programme", "announced", "巴西足协", "", "10名教练来华执教")],
        ),
        (
            "浙江省体育局与圣保罗州体育厅结为合作伙伴。",
            [("institution", "concluded", "浙江省体育局", "圣保罗州体育厅", "合作伙伴")],
        ),
        # so many before, nobody who acts
        (
            "中方将突尼斯奖学金名额由每年40个增至80个。",
            [("programme", "announced", "中方", "", "突尼斯奖学金名额增至80个")],
        ),
        (
            "中国教育国际交流协会向工坊捐赠智能制造实训设备一批。",
            [("programme", "concluded", "中国教育国际交流协会", "", "智能制造实训设备")],
        ),
        ("招商银行迪拜分行获批筹建。", [("institution", "concluded", "招商银行", "", "招商银行迪拜分行")]),
        # who looks on is no part of the name
        (
            "国家主席同来华出席论坛的坦桑尼亚总统、赞比亚总统共同见证《坦赞铁路激活项目谅解备忘录》签署。",
            [("agreement", "concluded", "", "", "坦赞铁路激活项目谅解备忘录")],
        ),
        # 等 within 高等 closes no list
        (
            "天津职业大学与斯法克斯高等技术学院共建的数控鲁班工坊揭牌。",
            [("institution", "concluded", "天津职业大学", "斯法克斯高等技术学院", "数控鲁班工坊")],
        ),
        ("双方宣布将尽早签署协定。", []),
    ],
)
def test_it_is_told(text: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    assert told(text) == expected


def _initiators(folder: Path, text: str) -> list[str]:
    path = folder / "report.txt"
    path.write_text(text, "utf-8")
    return [party.name for party in read_file(path).outcomes[-1].initiators]


def test_who_heads_a_province_acts_for_it(tmp_path: Path) -> None:
    text = (
        "吉林代表团访问俄罗斯\n\n吉林省省长率团访问俄罗斯。\n\n省长会见滨海边疆区行政长官，双方签署经贸合作行动计划。\n"
    )
    assert _initiators(tmp_path, text) == ["吉林省"]


def test_the_firm_is_the_one_whose_head_speaks(tmp_path: Path) -> None:
    text = (
        "中国出口信用保险公司承保的项目竣工\n\n"
        "中国电建董事长在致辞中宣布，公司将与孟加拉国工程技术大学合作设立水务人才培训中心。\n"
    )
    assert _initiators(tmp_path, text) == ["中国电建"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "中豫航空物流公司同比利时列日机场、匈牙利布达佩斯机场分别签署货运合作协议。",
            [
                ("中豫航空物流公司", "比利时列日机场", "货运合作协议"),
                ("中豫航空物流公司", "匈牙利布达佩斯机场", "货运合作协议"),
            ],
        ),
        (
            "中国科学院空天院、泰国地理信息与空间技术发展局、摩洛哥皇家遥感中心联合发布《遥感监测报告》。",
            [("中国科学院空天院、泰国地理信息与空间技术发展局、摩洛哥皇家遥感中心", "", "遥感监测报告")],
        ),
        (
            "国家中医药管理局与印尼卫生部签署合作实施安排，并批准在万隆设立中印尼中医药中心。",
            [
                ("国家中医药管理局", "印尼卫生部", "合作实施安排"),
                ("国家中医药管理局", "印尼卫生部", "中印尼中医药中心"),
            ],
        ),
    ],
)
def test_the_names_of_a_list_are_whole(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(initiators, partners, label) for _, _, initiators, partners, label in told(text)] == expected


def test_another_thing_in_a_new_sentence_is_not_to_come() -> None:
    rows = told("中方将为三国援建10所学校。中国—中亚贸易平台上线运行。")
    assert [(status, label) for _, status, _, _, label in rows] == [
        ("announced", "10所学校"),
        ("concluded", "中国—中亚贸易平台"),
    ]
