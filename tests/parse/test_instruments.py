"""Texts named with those who sign them, without a verb: (kind, status, initiators, partners, label)."""

from __future__ import annotations

import pytest
from prose import Row, told


def agreement(initiators: str, partners: str, label: str) -> Row:
    return ("agreement", "concluded", initiators, partners, label)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "中国海关总署与萨摩亚税务海关部关于渔船监管合作的谅解备忘录（3月3日，阿皮亚）",
            agreement("中国海关总署", "萨摩亚税务海关部", "关于渔船监管合作的谅解备忘录"),
        ),
        # the title has marks, those who sign stand before it
        (
            "云南农业大学与缅甸耶津农业大学《关于共建咖啡病害联合监测站的协议》",
            agreement("云南农业大学", "缅甸耶津农业大学", "关于共建咖啡病害联合监测站的协议"),
        ),
        (
            "新华通讯社与加纳《每日写真报》《新闻交换协议》",
            agreement("新华通讯社", "加纳《每日写真报》", "新闻交换协议"),
        ),
        (
            "中国政府向汤加政府提供1.2亿元人民币无偿援助的经济技术合作协定（1月21日，努库阿洛法）",
            agreement("中国政府", "汤加政府", "提供1.2亿元人民币无偿援助的经济技术合作协定"),
        ),
        (
            "中国水利部、老挝自然资源与环境部与湄公河委员会关于水文数据的三方协议（5月2日，万象）",
            agreement("中国水利部、老挝自然资源与环境部", "湄公河委员会", "关于水文数据的三方协议"),
        ),
        (
            "中国生态环境部与爱沙尼亚农业、环境和区域事务部2026—2028年环境合作议定书",
            agreement("中国生态环境部", "爱沙尼亚农业、环境和区域事务部", "2026—2028年环境合作议定书"),
        ),
        (
            "援汤加国家体育场维修项目立项换文（3月3日，努库阿洛法）",
            agreement("", "", "援汤加国家体育场维修项目立项换文"),
        ),
    ],
)
def test_a_line_that_names_a_text(line: str, expected: Row) -> None:
    assert told(line) == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "关于深化合作的谅解备忘录",
        "中国政府与汤加政府加强合作，商谈新的协定",
        "援汤加国家体育场维修项目换文",
    ],
)
def test_a_line_without_signers_or_day_names_nothing_that_came_out(line: str) -> None:
    assert told(line) == []


def test_a_list_behind_a_colon_goes_on_over_semicolons() -> None:
    text = (
        "会议期间，双方共签署4项合作文件，分别为：中国水利部与老挝能源和矿产部关于水电站安全的谅解备忘录、"
        "云南大学与老挝国立大学联合培养研究生协议；中国商务部同老挝工业和贸易部关于建立工作组的备忘录，"
        "以及同老挝投资促进局关于设立联合平台的意向书。"
    )
    assert told(text) == [
        agreement("中国水利部", "老挝能源和矿产部", "关于水电站安全的谅解备忘录"),
        agreement("云南大学", "老挝国立大学", "联合培养研究生协议"),
        agreement("中国商务部", "老挝工业和贸易部", "关于建立工作组的备忘录"),
        agreement("中国商务部", "老挝投资促进局", "关于设立联合平台的意向书"),
    ]


def test_titles_that_run_together_name_their_signers() -> None:
    text = (
        "访问期间，双方签署2份双边合作文件，分别是：《新华通讯社与汤加广播委员会新闻交换协议》"
        "《中华人民共和国水利部与汤加王国气象、能源和信息部关于防灾合作的谅解备忘录》。"
    )
    assert told(text) == [
        agreement("新华通讯社", "汤加广播委员会", "新华通讯社与汤加广播委员会新闻交换协议"),
        agreement(
            "中华人民共和国水利部",
            "汤加王国气象、能源和信息部",
            "中华人民共和国水利部与汤加王国气象、能源和信息部关于防灾合作的谅解备忘录",
        ),
    ]


@pytest.mark.parametrize("opening", ["其中包括：", "主要包括", "包括：", "分别为：", ""])
@pytest.mark.parametrize("closing", ["。", "等。", "等双边合作文件。"])
def test_a_sentence_that_is_nothing_but_titles(opening: str, closing: str) -> None:
    one = "中国商务部与斐济贸易部关于建立投资工作组的谅解备忘录"
    other = "中国海关总署与斐济农业部关于斐济鲜食木瓜输华要求的议定书"

    assert told(f"{opening}《{one}》《{other}》{closing}") == [
        agreement("中国商务部", "斐济贸易部", one),
        agreement("中国海关总署", "斐济农业部", other),
    ]


def test_titles_that_name_no_signers_are_not_said_to_be_signed() -> None:
    assert told("《可持续发展议程与区域合作》《数字时代的丝绸之路研究》。") == []
