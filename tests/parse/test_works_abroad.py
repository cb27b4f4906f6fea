"""Networks joined, treatments given, programmes put on the air, vehicles made, first runs, works handed over."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中国银联与越南国家支付公司打通二维码支付。", ("中国银联", "越南国家支付公司", "二维码支付")),
        ("蚂蚁集团联合泰国开泰银行打通扫码支付。", ("蚂蚁集团", "泰国开泰银行", "扫码支付")),
        (
            "国家电网与老挝国家输电网公司接通500千伏联网线路。",
            ("国家电网", "老挝国家输电网公司", "500千伏联网线路"),
        ),
        (
            "网联公司与尼泊尔国家银行旗下的法恩系统打通跨境转账。",
            ("网联公司", "尼泊尔国家银行", "跨境转账"),
        ),
    ],
)
def test_a_network_is_joined_by_two_that_are_named(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [("programme", "concluded", *expected)]


def test_what_a_line_joins_for_everybody_is_no_act_of_two() -> None:
    assert told("平台打通了上下游产业链，降低了企业成本。") == []
    assert told("这条铁路打通了云南与东南亚的物流通道。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "第24批援乍得中国医疗队日前在恩贾梅纳开展义诊，接诊患者300余人次。",
            ("concluded", "第24批援乍得中国医疗队", "", "义诊"),
        ),
        (
            "中国“光明行”医疗队在马尔代夫为352名白内障患者实施复明手术。",
            ("concluded", "中国“光明行”医疗队", "马尔代夫", "复明手术"),
        ),
        (
            "“爱心行”医疗队将为120名先心病儿童免费实施手术。",
            ("announced", "“爱心行”医疗队", "", "免费手术"),
        ),
        (
            "中国第11批援南苏丹医疗队赴朱巴教学医院开展免费白内障筛查。",
            ("concluded", "中国第11批援南苏丹医疗队", "", "免费白内障筛查"),
        ),
    ],
)
def test_what_doctors_do_is_the_act_of_their_team(text: str, expected: tuple[str, str, str, str]) -> None:
    assert told(text) == [("programme", *expected)]


def test_a_bare_team_is_the_one_that_was_named_and_not_the_one_it_relieved() -> None:
    rows = told("第9批援多哥中国医疗队抵达洛美，同第8批医疗队完成交接。次日，医疗队在卡拉开展为期两天的义诊。")
    assert ("programme", "concluded", "第9批援多哥中国医疗队", "", "义诊") in rows


def test_operations_that_are_summed_up_are_a_figure() -> None:
    assert told("中国援科摩罗医疗队累计为1.2万名患者实施手术。") == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "马达加斯加国家电视台从6月1日起播出中国电视剧《山海情》。",
            ("programme", "concluded", "马达加斯加国家电视台", "", "山海情"),
        ),
        (
            "老挝国家电视台将于下月起播出中国故事栏目《东方丝路》。",
            ("programme", "announced", "老挝国家电视台", "", "东方丝路"),
        ),
        (
            "中车株机公司为墨西哥蒙特雷地铁研制的首列车日前下线，预计明年交付。",
            ("programme", "concluded", "中车株机公司", "", "墨西哥蒙特雷地铁首列车"),
        ),
        (
            "徐工集团为智利国家铜业公司定制的首批矿用卡车发运。",
            ("programme", "concluded", "徐工集团", "智利国家铜业公司", "首批矿用卡车"),
        ),
        (
            "12日，一列货车从义乌西站出发，这是义乌首趟中欧班列南通道专列。",
            ("programme", "concluded", "", "", "义乌首趟中欧班列南通道专列"),
        ),
        (
            "这是郑州机场开通的首条直飞内罗毕货运航线。",
            ("programme", "concluded", "郑州机场", "", "首条直飞内罗毕货运航线"),
        ),
        (
            "中国援建的巴马科大学城二期项目日前移交马里政府使用。",
            ("programme", "concluded", "中国", "马里政府", "巴马科大学城二期项目"),
        ),
        (
            "科威特南穆特拉住房项目整体移交科威特住房福利署。",
            ("programme", "concluded", "", "科威特住房福利署", "科威特南穆特拉住房项目"),
        ),
        (
            "由中国路桥承建的克里比矿石码头二期工程举行交工仪式。",
            ("programme", "concluded", "中国路桥", "", "克里比矿石码头二期工程"),
        ),
        (
            "中国电建承建的布桑加水电站举行首台机组发电仪式。",
            ("programme", "concluded", "中国电建", "", "布桑加水电站"),
        ),
        (
            "使馆和内罗毕大学孔子学院联合举办“汉语桥”比赛肯尼亚赛区决赛。",
            ("event", "concluded", "使馆、内罗毕大学孔子学院", "", "“汉语桥”比赛肯尼亚赛区决赛"),
        ),
    ],
)
def test_what_is_aired_made_run_and_handed_over(text: str, row: Row) -> None:
    assert told(text) == [row]


def test_a_work_that_was_told_before_is_not_told_again() -> None:
    assert told("该水电站已整体移交老挝国家电力公司。") == []
