"""Things that are the subject themselves: (kind, status, initiators, partners, label)."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "中国与巴基斯坦合作建设的卡拉奇核电站K2、K3两台“华龙一号”核电机组建成投运。",
            [("programme", "concluded", "中国", "巴基斯坦", "卡拉奇核电站K2、K3两台“华龙一号”核电机组")],
        ),
        (
            "苏州大学与文莱大学合办的热带医学联合实验室也于当日挂牌。",
            [("institution", "concluded", "苏州大学", "文莱大学", "热带医学联合实验室")],
        ),
        (
            "《乌鲁木齐市与比什凯克市友好合作协议书》5月6日在比什凯克签署。",
            [("agreement", "concluded", "乌鲁木齐市", "比什凯克市", "乌鲁木齐市与比什凯克市友好合作协议书")],
        ),
    ],
)
def test_a_thing_before_its_verb_is_named_without_adverbials_and_with_its_makers(
    text: str, expected: list[Row]
) -> None:
    assert told(text) == expected


def test_an_attribute_over_commas_says_who_holds_it_and_is_no_clause() -> None:
    text = "由浙江省人民政府、突尼斯文化部共同主办，宁波市人民政府承办的第二届海上丝路港口论坛在宁波开幕。"
    assert told(text) == [
        ("event", "concluded", "浙江省人民政府、突尼斯文化部、宁波市人民政府", "", "第二届海上丝路港口论坛")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第五届论坛将于2028年由肯尼亚商会主办。", ("event", "announced", "肯尼亚商会", "", "第五届论坛")),
        (
            "第三届丝路茶业博览会定于5月8日至10日在黄山举行，由安徽省人民政府、斯里兰卡商会主办。",
            ("event", "announced", "安徽省人民政府、斯里兰卡商会", "", "第三届丝路茶业博览会"),
        ),
        (
            "中国同塞舌尔修订2003年航空协定的议定书于当日完成草签。",
            ("agreement", "concluded", "中国", "塞舌尔", "修订2003年航空协定的议定书"),
        ),
    ],
)
def test_hosts_after_由_and_dates_are_no_part_of_the_name(text: str, expected: Row) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("阿斯塔纳鲁班工坊揭牌仪式6日举行。", [("institution", "concluded", "", "", "阿斯塔纳鲁班工坊")]),
        ("《茶经》斯瓦希里文版首发式在内罗毕举行。", [("publication", "concluded", "", "", "茶经斯瓦希里文版")]),
        ("双方在雅加达举行签约仪式。", []),
    ],
)
def test_a_ceremony_tells_what_it_celebrates(text: str, expected: list[Row]) -> None:
    assert told(text) == expected


def test_what_is_opened_may_stand_behind_为() -> None:
    text = "贵州大学和老挝国立大学共同为中老山地农业联合研究中心揭牌。"
    assert told(text) == [("institution", "concluded", "贵州大学、老挝国立大学", "", "中老山地农业联合研究中心")]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("澜湄水资源合作中心正式启动运行。", "澜湄水资源合作中心"),
        ("中国电建承建的几内亚苏阿皮蒂水电站投产发电。", "几内亚苏阿皮蒂水电站"),
        ("首列“宁波—金边”冷链班列从宁波驶出。", "“宁波—金边”冷链班列"),
        ("中国—海合会自由贸易协定第十轮谈判在广州举行。", "中国—海合会自由贸易协定第十轮谈判"),
        ("中吉乌铁路建设启动。", "中吉乌铁路建设"),
        ("由老挝教育与体育部发起的“澜湄青年暑期学校”正式开放报名。", "澜湄青年暑期学校"),
        ("中塔卡拉苏口岸客运通道恢复双向通行。", "中塔卡拉苏口岸客运通道"),
        ("莱基深水港二期扩建正式启动。", "莱基深水港二期扩建"),
    ],
)
def test_what_follows_the_verb_is_no_object(text: str, label: str) -> None:
    assert [row[-1] for row in told(text)] == [label]


def test_the_clause_before_may_name_what_opens() -> None:
    text = "由体育总局与澳门体育局合办的第三届葡语国家青年龙舟赛，昨（九）日上午在南湾湖开幕。"
    assert told(text) == [("event", "concluded", "体育总局、澳门体育局", "", "第三届葡语国家青年龙舟赛")]


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        (
            "由海南大学主办、中国热带作物学会协办的第三届丝路橡胶论坛在海口开幕。",
            ("event", "concluded", "海南大学、中国热带作物学会", "", "第三届丝路橡胶论坛"),
        ),
        (
            "第三届丝路橡胶论坛以视频方式举行。",
            ("event", "concluded", "", "", "第三届丝路橡胶论坛"),
        ),
        ("论坛期间举办4场大会演讲和18场小组讨论。", None),
        ("中国—海合会自贸区谈判取得积极进展。", None),
    ],
)
def test_hosts_behind_one_another_and_manners(sentence: str, row: Row | None) -> None:
    assert told(sentence) == ([row] if row else [])


def test_a_company_may_have_a_verb_in_its_name() -> None:
    sentence = "西安陆港建设运营有限公司与哈萨克斯坦铁路公司合资成立“丝路物流”公司。"
    assert told(sentence)[0][2:4] == ("西安陆港建设运营有限公司", "哈萨克斯坦铁路公司")


def test_all_who_hold_it_together_are_hosts() -> None:
    sentence = "由海南省教育厅与体育局合办的第二届丝路龙舟周在海口开幕。"
    assert told(sentence)[0][2:4] == ("海南省教育厅、体育局", "")


@pytest.mark.parametrize(
    "sentence",
    [
        "校长、书记等共同为工坊揭牌。",
        "遵义与11个国家的17座城市缔结友好城市关系。",
        "随着中吉乌铁路建设启动，物流需求上升。",
        "计划春节前投产。",
    ],
)
def test_what_was_told_before_and_what_is_counted_are_none(sentence: str) -> None:
    assert told(sentence) == []


def test_a_plan_for_building_is_put_out() -> None:
    (row,) = told("中国—东盟产业融合发展合作区建设总体方案正式印发。")
    assert (row[0], row[4]) == ("publication", "中国—东盟产业融合发展合作区建设总体方案")


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "会上，《中阿数字经济蓝皮书》首发、“丝路医疗”平台上线、中泰联合实验室揭牌。",
            ["中阿数字经济蓝皮书", "“丝路医疗”平台", "中泰联合实验室"],
        ),
        (
            "吉布提自贸区二期封顶，达米埃塔港集装箱码头交付，阿布扎比光伏电站并网。",
            ["吉布提自贸区二期", "达米埃塔港集装箱码头", "阿布扎比光伏电站"],
        ),
    ],
)
def test_several_things_each_with_what_it_did(text: str, labels: list[str]) -> None:
    assert [row[-1] for row in told(text)] == labels


def test_a_book_is_published_and_issued_in_one_word() -> None:
    assert told("中国外文局在河内出版发行《中越友好故事集》。") == [
        ("publication", "concluded", "中国外文局", "", "中越友好故事集")
    ]
