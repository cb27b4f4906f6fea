"""Set phrases: the phrase as a whole tells the outcome."""

from __future__ import annotations

import pytest
from prose import Row, frames_of, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "300多家国内外知名航运公司、港口企业、智库等加入“丝路海运”联盟。",
            ("institution", "concluded", "", "300多家国内外知名航运公司、港口企业、智库", "“丝路海运”联盟"),
        ),
        ("乌拉圭正式加入《数字经济伙伴关系协定》。", ("agreement", "concluded", "乌拉圭", "", "数字经济伙伴关系协定")),
        (
            "2017年，菌草技术项目被列为“中国—联合国和平与发展基金”重点项目。",
            ("programme", "concluded", "", "中国—联合国和平与发展基金", "菌草技术项目"),
        ),
        ("亚投行理事会批准所罗门群岛成为新成员。", ("institution", "concluded", "", "所罗门群岛", "亚投行")),
        (
            "金砖国家新开发银行理事会同意刚果（布）加入。",
            ("institution", "concluded", "", "刚果（布）", "金砖国家新开发银行"),
        ),
        ("中国推动完成《投资便利化协定》文本谈判。", ("agreement", "concluded", "中国", "", "投资便利化协定")),
        ("中国与厄瓜多尔完成自由贸易协定谈判。", ("agreement", "concluded", "中国", "厄瓜多尔", "自由贸易协定")),
        (
            "中国与厄瓜多尔自由贸易协定谈判圆满结束。",
            ("agreement", "concluded", "中国", "厄瓜多尔", "中国与厄瓜多尔自由贸易协定"),
        ),
        ("中方将向太平洋岛国派遣医疗队。", ("programme", "announced", "中方", "太平洋岛国", "医疗队")),
        (
            "中国和斐济同意自2026年10月1日起互免持外交、公务护照人员签证。",
            ("agreement", "concluded", "中国", "斐济", "互免持外交、公务护照人员签证"),
        ),
        ("自2016年在泰国共建第一个鲁班工坊以来，各方受益。", ("institution", "concluded", "", "泰国", "鲁班工坊")),
        (
            "中方将全面取消制造业领域外资准入限制措施。",
            ("programme", "announced", "中方", "", "全面取消制造业领域外资准入限制措施"),
        ),
        (
            "“丝路电商”是中国充分发挥市场规模等优势，与共建国家拓展经贸合作领域的重要举措。",
            ("programme", "concluded", "中国", "共建国家", "丝路电商"),
        ),
    ],
)
def test_a_phrase_tells_an_outcome(text: str, expected: Row) -> None:
    assert told(text) == [expected]
    assert frames_of(text)[0].rule == "set-phrase"


def test_help_to_named_countries_is_an_outcome_with_each() -> None:
    assert told("中国先后派出救援队赴尼泊尔、土耳其等国家开展人道主义救援行动，向汤加等国家提供紧急物资援助。") == [
        ("programme", "concluded", "中国", "尼泊尔", "人道主义救援行动"),
        ("programme", "concluded", "中国", "土耳其", "人道主义救援行动"),
        ("programme", "concluded", "中国", "汤加", "紧急物资援助"),
    ]
    assert told("中国企业帮助马拉维、多哥等国修建乡村水井。") == [
        ("programme", "concluded", "中国企业", "马拉维", "修建乡村水井"),
        ("programme", "concluded", "中国企业", "多哥", "修建乡村水井"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "各方欢迎更多国家加入“绿色发展国际联盟”。",
        "中国还积极推动加入《数字经济伙伴关系协定》。",
        "中国帮助发展中国家解决发展难题。",
        "各国应取消贸易壁垒。",
        "越来越多国家加入共建“一带一路”大家庭。",
    ],
)
def test_wishes_and_help_to_nobody_in_particular_are_none(text: str) -> None:
    assert told(text) == []


def test_one_in_each_framework_and_each_example_by_name() -> None:
    text = "中国在中国—中东欧国家、中国—中亚机制等框架下建立了电子商务合作机制。"
    assert told(text) == [
        ("institution", "concluded", "中国", "", "中国—中东欧国家电子商务合作机制"),
        ("institution", "concluded", "中国", "", "中国—中亚电子商务合作机制"),
    ]
    assert [label for *_, label in told("中欧班列提升联通水平，叠加“关铁通”、铁路快通等项目合作及通关模式创新。")] == [
        "关铁通",
        "铁路快通",
    ]


def test_cooperation_by_a_means_that_has_a_name() -> None:
    assert told("中方将通过“鲁班工坊”等推进中外职业教育合作。") == [
        ("programme", "announced", "中方", "", "中外职业教育合作")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("菌草技术作为官方援助项目首次在巴布亚新几内亚落地。", [("", "巴布亚新几内亚", "菌草技术")]),
        ("中国在柬埔寨、老挝等国典型区域开展农村供水示范工程。", [("中国", "柬埔寨、老挝", "农村供水示范工程")]),
        ("中方在塔什干开展青年创业示范工程。", [("中方", "", "青年创业示范工程")]),
    ],
)
def test_the_countries_where_it_was_done_are_partners(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(initiators, partners, label) for _, _, initiators, partners, label in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "193个会员国一致赞同将“一带一路”倡议写入联大决议。",
            ("declaration", "concluded", "193个会员国", "", "联大决议"),
        ),
        ("中国承诺不再新建境外煤电项目。", ("declaration", "announced", "中国", "", "不再新建境外煤电项目")),
        (
            "中国科学院与老挝科技部联合开展湄公河流域生态监测。",
            ("programme", "concluded", "中国科学院", "老挝科技部", "湄公河流域生态监测"),
        ),
    ],
)
def test_what_is_written_forsworn_or_done_together(text: str, expected: Row) -> None:
    assert told(text) == [expected]


def test_what_is_done_with_several_named_bodies_is_an_outcome_with_each() -> None:
    assert [(partner, label) for *_, partner, label in told("中国与国际金融公司、非洲开发银行等开展联合融资。")] == [
        ("国际金融公司", "联合融资"),
        ("非洲开发银行", "联合融资"),
    ]


@pytest.mark.parametrize(
    "text", ["中方愿同哈萨克斯坦开展能源合作。", "各国与中国开展务实合作。", "双方同意与联合国开展联合研究。"]
)
def test_what_is_meant_to_be_done_together_is_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("中国与洪都拉斯完成自贸协定实质性谈判。", "自贸协定"),
        ("中国与东盟全面完成自贸区3.0版谈判。", "自贸区3.0版"),
    ],
)
def test_talks_on_a_free_trade_area_are_over(sentence: str, label: str) -> None:
    assert [(row[0], row[4]) for row in told(sentence)] == [("agreement", label)]
