"""Entries of lists that name a thing and whose it is: (kind, status, initiators, partners, label)."""

from __future__ import annotations

import pytest

from silkgraph.parse.acts import Context, Frame
from silkgraph.parse.clauses import HeadGrammar
from silkgraph.parse.leads import introduces_list, is_enumerated
from silkgraph.parse.list_entries import list_entry, names_list
from silkgraph.recognise.names import names
from silkgraph.recognise.setting import Setting
from silkgraph.recognise.words import words


def frames_of(entry: str, title: str = "汤加国王访华合作项目清单") -> list[Frame]:
    """What an entry of a list with that title names."""
    context = Context(entry, names(), HeadGrammar.of(names()), running=True, setting=Setting(title=title))
    return list_entry((0, len(entry)), dict(words(entry)), context)


def told(entry: str, title: str = "汤加国王访华合作项目清单") -> list[tuple[str, str, str, str, str]]:
    return [
        (f.kind, f.status, "、".join(p.name for p in f.initiators), "、".join(p.name for p in f.partners), f.label)
        for f in frames_of(entry, title)
    ]


@pytest.mark.parametrize(
    ("entry", "by", "beside", "text"),
    [
        (
            "汤加南瓜输华植物检疫议定书（海关总署／汤加农业、食品和林业部）",
            "海关总署",
            "汤加农业、食品和林业部",
            "汤加南瓜输华植物检疫议定书",
        ),
        (
            "中汤民航合作谅解备忘录（中国民用航空局与汤加基础设施部）",
            "中国民用航空局",
            "汤加基础设施部",
            "中汤民航合作谅解备忘录",
        ),
        (
            "商事调解合作协议（中国国际贸易促进委员会/斯里兰卡国家仲裁中心）",
            "中国国际贸易促进委员会",
            "斯里兰卡国家仲裁中心",
            "商事调解合作协议",
        ),
        (
            "港口疏浚工程立项换文：国家国际发展合作署、汤加财政部",
            "国家国际发展合作署、汤加财政部",
            "",
            "港口疏浚工程立项换文",
        ),
        (
            "老挝香蕉输华植物检疫议定书——海关总署／老挝农业与环境部",
            "海关总署",
            "老挝农业与环境部",
            "老挝香蕉输华植物检疫议定书",
        ),
        ("南太平洋大学与福建农林大学：菌草技术合作备忘录", "南太平洋大学", "福建农林大学", "菌草技术合作备忘录"),
        (
            "中国电信（汤加）有限公司—汤加海缆公司：国际带宽租用协议",
            "中国电信（汤加）有限公司",
            "汤加海缆公司",
            "国际带宽租用协议",
        ),
        (
            "高速公路勘察设计合同，云南省交通投资集团—老挝国家投资公司",
            "云南省交通投资集团",
            "老挝国家投资公司",
            "高速公路勘察设计合同",
        ),
        ("渔业合作协定（中方：农业农村部；汤方：渔业部）", "农业农村部", "渔业部", "渔业合作协定"),
    ],
)
def test_a_text_and_those_whose_it_is(entry: str, by: str, beside: str, text: str) -> None:
    assert told(entry) == [("agreement", "concluded", by, beside, text)]


@pytest.mark.parametrize(
    ("entry", "by", "thing"),
    [
        ("瓦瓦乌光伏电站二期工程，由湖南省援建", "湖南省", "瓦瓦乌光伏电站二期工程"),
        ("热带作物栽培培训班（三期，90个名额），中国热带农业科学院承办", "中国热带农业科学院", "热带作物栽培培训班"),
        ("渔业观察员培训项目（执行机构：上海海洋大学）", "上海海洋大学", "渔业观察员培训项目"),
        ("示范农场三期工程，由广东省援建，2026年一季度移交萨方", "广东省", "示范农场三期工程"),
        ("修缮汤加国家体育馆", "", "修缮汤加国家体育馆"),
        ("赴汤汉语教师6名，任期两年", "", "赴汤汉语教师"),
    ],
)
def test_what_is_agreed_to_be_done(entry: str, by: str, thing: str) -> None:
    assert told(entry) == [("programme", "announced", by, "", thing)]


def test_each_thing_of_an_entry_has_its_number() -> None:
    assert [row[4] for row in told("消防车4辆、救护车6辆")] == ["消防车", "救护车"]


@pytest.mark.parametrize(
    ("entry", "label", "value", "currency"),
    [
        ("紧急粮食援助500万元人民币", "紧急粮食援助", 5_000_000, "CNY"),
        ("更新埃瓦岛短波发射设备，使用中方赠款1800万潘加", "更新埃瓦岛短波发射设备", 18_000_000, "TOP"),
    ],
)
def test_an_entry_has_its_sum(entry: str, label: str, value: int, currency: str) -> None:
    (frame,) = frames_of(entry)
    assert frame.label == label
    assert [(int(amount.value), amount.currency) for amount in frame.amounts] == [(value, currency)]


def test_results_are_there() -> None:
    (row,) = told("水产品加工研修班（两期），上海海洋大学承办", "汤加国王访华成果清单")
    assert row[1] == "concluded"


@pytest.mark.parametrize(
    "entry",
    [
        "中方派遣农业专家12名",
        "中方出资4500万元人民币，设立农村饮水小型项目资金，哈特隆州列为首批受益地区。",
        "海关总署与汤加农业部签署南瓜输华议定书。",
        "双方一致同意：加强经贸合作",
        "加强协调：外交部、商务部",
    ],
)
def test_a_sentence_is_left_to_the_grammar(entry: str) -> None:
    assert told(entry) == []


@pytest.mark.parametrize(
    "title", ["汤加国王访华务实合作项目清单", "中国与老挝经贸合作项目表", "峰会成果一览（2026年）"]
)
def test_titles_of_lists(title: str) -> None:
    assert names_list(title)


@pytest.mark.parametrize(
    ("paragraph", "introduces"),
    [
        ("两国总理会谈后，双方共同确认以下合作项目：", True),
        ("访问期间，双方达成如下成果：", True),
        ("签署的文件包括：", True),
        ("重要内容提示：", False),
        ("双方就以下问题交换了意见。", False),
    ],
)
def test_what_introduces_a_list(paragraph: str, introduces: bool) -> None:
    assert introduces_list(paragraph, (0, len(paragraph))) is introduces


@pytest.mark.parametrize("bullet", ["● ", "■", "◆ ", "·", "- ", "✓ ", "➢"])
def test_a_bullet_enumerates(bullet: str) -> None:
    line = f"{bullet}南瓜输华议定书"
    assert is_enumerated(line, (len(bullet), len(line)))
