"""What reports of visits, forums and deals tell in passing: who proclaims, takes in, proposes, wins with whom."""

from __future__ import annotations

from pathlib import Path

import pytest
from prose import told

from silkgraph.extraction import read_file


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # proclaimed
        (
            "哈方宣布中哈原油管道扩能改造工程竣工。",
            [("programme", "concluded", "哈方", "", "中哈原油管道扩能改造工程")],
        ),
        (
            "双方宣布中吉乌铁路三座控制性隧道开工建设。",
            [("programme", "concluded", "", "", "中吉乌铁路三座控制性隧道")],
        ),
        # proposed, so that it is to come
        (
            "中方倡议成立中非人工智能能力建设中心。",
            [("institution", "announced", "中方", "", "中非人工智能能力建设中心")],
        ),
        (
            "2019年，中国倡议成立“一带一路”税收征管合作机制。",
            [("institution", "concluded", "中国", "", "“一带一路”税收征管合作机制")],
        ),
        # taken in
        (
            "陶瓷高校联盟年会接纳土耳其哈塞特佩大学为新成员。",
            [("institution", "concluded", "陶瓷高校联盟年会", "土耳其哈塞特佩大学", "陶瓷高校联盟新成员")],
        ),
        # won together
        (
            "中国能建与法国电力集团组成联合体，中标乌兹别克斯坦纳沃伊储能项目。",
            [("programme", "concluded", "中国能建", "法国电力集团", "乌兹别克斯坦纳沃伊储能项目")],
        ),
        ("公司将负责项目设计、采购、施工、调试及试运行。", []),
        # let in, goods of one country together
        (
            "海关总署批准洪都拉斯白虾、甜瓜和厄瓜多尔蓝莓输华。",
            [
                ("programme", "concluded", "海关总署", "洪都拉斯", "批准洪都拉斯白虾、甜瓜输华"),
                ("programme", "concluded", "海关总署", "厄瓜多尔", "批准厄瓜多尔蓝莓输华"),
            ],
        ),
        ("与会媒体共同发出《讲好合作故事倡议》。", [("declaration", "concluded", "与会媒体", "", "讲好合作故事倡议")]),
        # for states that are named
        (
            "中方将为基里巴斯、汤加实施“阳光村”离网光伏示范项目。",
            [("programme", "announced", "中方", "基里巴斯、汤加", "“阳光村”离网光伏示范项目")],
        ),
        # a name with 投资 in it
        (
            "国家开发银行与吉尔吉斯投资信贷银行签署3000万美元授信协议。",
            [("agreement", "concluded", "国家开发银行", "吉尔吉斯投资信贷银行", "3000万美元授信协议")],
        ),
        # who signed before made it too
        (
            "景德镇陶瓷大学与韩国檀国大学签署协议，与葡萄牙阿威罗大学共建的先进陶瓷联合实验室揭牌。",
            [
                ("agreement", "concluded", "景德镇陶瓷大学", "韩国檀国大学", "协议"),
                ("institution", "concluded", "景德镇陶瓷大学", "葡萄牙阿威罗大学", "先进陶瓷联合实验室"),
            ],
        ),
        # the first meeting of what is set up
        (
            "双方将建立气候变化高官对话机制，首次会议于2026年下半年在苏瓦举行。",
            [
                ("institution", "announced", "", "", "气候变化高官对话机制"),
                ("event", "announced", "", "", "气候变化高官对话机制首次会议"),
            ],
        ),
    ],
)
def test_it_is_told(text: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "外交部长同马里外交与国际合作部长共同主持中马外交部第三轮政治磋商。",
            [("event", "concluded", "外交部", "马里外交与国际合作部", "中马外交部第三轮政治磋商")],
        ),
        (
            "中方将派遣第31批援马里医疗队，援建的巴马科大学城二期项目将于年底移交。",
            [
                ("programme", "announced", "中方", "马里", "第31批援马里医疗队"),
                ("programme", "announced", "中方", "", "巴马科大学城二期项目"),
            ],
        ),
        ("港口城已吸引15家企业入驻。", []),
        ("全省中欧班列年开行量稳定在5000列以上。", []),
        (
            "国家开发银行与尼日利亚第一银行、肯尼亚公平银行等组成的非洲银联体签署融资合作框架协议。",
            [("agreement", "concluded", "国家开发银行", "非洲银联体", "融资合作框架协议")],
        ),
        (
            "中方宣布，将出资1000万元人民币支持东盟秘书处实施能力建设项目。",
            [("funding", "announced", "中方", "东盟秘书处", "支持东盟秘书处实施能力建设项目")],
        ),
        (
            "中国农业农村部与布隆迪环境、农业和畜牧业部共建杂交水稻减贫示范村30个。",
            [("programme", "concluded", "中国农业农村部", "布隆迪环境、农业和畜牧业部", "杂交水稻减贫示范村30个")],
        ),
        (
            "双方签署合作备忘录，并将2027年确定为“青年友好年”。",
            [("agreement", "concluded", "", "", "合作备忘录"), ("event", "announced", "", "", "青年友好年")],
        ),
        (
            "陕汽集团与乌兹别克斯坦乌兹汽车集团合资组装厂在安集延奠基。",
            [
                (
                    "programme",
                    "concluded",
                    "陕汽集团",
                    "乌兹别克斯坦乌兹汽车集团",
                    "陕汽集团与乌兹别克斯坦乌兹汽车集团合资组装厂",
                )
            ],
        ),
    ],
)
def test_what_is_said_beside_it(text: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    assert told(text) == expected


def test_a_meeting_is_the_one_that_is_called_so(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        "第二十三届中国—东盟博览会在南宁举行\n\n博览会期间，中国—东盟自贸区联合委员会第一次会议举行。\n\n"
        "会议决定设立数字经济工作组。\n",
        "utf-8",
    )
    last = read_file(path).outcomes[-1]
    assert [party.name for party in last.initiators] == ["中国—东盟自贸区联合委员会第一次会议"]


def test_a_date_line_is_no_part_of_the_text_below(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text(
        "开发银行近期动态\n发布日期：2026-05-27\n5月26日，国家开发银行与非洲进出口银行签署8亿美元授信协议。\n", "utf-8"
    )
    assert [outcome.label for outcome in read_file(path).outcomes] == ["8亿美元授信协议"]


def _parties(folder: Path, text: str) -> dict[str, str | None]:
    path = folder / "report.txt"
    path.write_text(text, "utf-8")
    return {party.name: party.country for o in read_file(path).outcomes for party in o.initiators + o.partners}


def test_a_note_in_a_name_tells_the_country(tmp_path: Path) -> None:
    text = "中国人民银行授权中国银行（塞尔维亚）有限公司担任塞尔维亚人民币清算行。\n"
    assert _parties(tmp_path, text) == {"中国人民银行": "CN", "中国银行（塞尔维亚）有限公司": "RS"}


def test_where_further_countries_are_spoken_of_the_title_tells_none(tmp_path: Path) -> None:
    text = "中国能建签约沙特光伏项目\n\n公司在安哥拉承建的凯凯水电站并网发电。公司向电站所在地小学捐赠了电脑20台。\n"
    assert _parties(tmp_path, text)["电站所在地小学"] is None


def test_a_plan_tells_of_itself(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("中国—太平洋岛国应对气候变化合作行动计划\n\n中国同建交太平洋岛国制定本行动计划。\n", "utf-8")
    assert [(o.kind, o.label) for o in read_file(path).outcomes] == [
        ("publication", "中国—太平洋岛国应对气候变化合作行动计划")
    ]
