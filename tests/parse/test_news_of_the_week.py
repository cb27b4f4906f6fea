"""News in brief: packages of measures, versions of platforms, flights raised, what is free, who speaks for whom."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "南宁海关当天还推出支持边境贸易企业十条措施。",
            ("programme", "concluded", "南宁海关", "", "支持边境贸易企业十条措施"),
        ),
        (
            "中国证监会发布资本市场对外开放五项新举措。",
            ("publication", "concluded", "中国证监会", "", "资本市场对外开放五项新举措"),
        ),
        (
            "国务院办公厅印发支持跨境电商发展若干措施。",
            ("publication", "concluded", "国务院办公厅", "", "支持跨境电商发展若干措施"),
        ),
        (
            "中国贸促会上线了自贸协定智能应用公共平台2.0版。",
            ("institution", "concluded", "中国贸促会", "", "自贸协定智能应用公共平台2.0版"),
        ),
        (
            "中国政府本年度向多哥提供奖学金名额40个，较去年增加6个。",
            ("programme", "concluded", "中国政府", "多哥", "奖学金名额40个"),
        ),
        (
            "海南国际经济发展局与新加坡工商联合总会就共建投资服务站签下合作协议。",
            ("agreement", "concluded", "海南国际经济发展局", "新加坡工商联合总会", "共建投资服务站合作协议"),
        ),
        (
            "合肥阳光新材料有限公司拿到阿曼电力公司8000万美元的逆变器订单。",
            ("agreement", "concluded", "合肥阳光新材料有限公司", "阿曼电力公司", "逆变器订单"),
        ),
        ("中非发展基金出资3000万美元参股。", ("funding", "concluded", "中非发展基金", "", "出资参股")),
        (
            "华中农业大学联合约旦、肯尼亚等国八所高校成立“旱作农业联盟”。",
            ("institution", "concluded", "华中农业大学", "约旦八所高校、肯尼亚八所高校", "旱作农业联盟"),
        ),
    ],
)
def test_what_bodies_put_out_and_give(text: str, row: Row) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "中国和塞尔维亚商定，自2026年夏秋航季起，中塞客运航班由每周7班增至14班。",
            ("programme", "announced", "中国", "塞尔维亚", "客运航班增至14班"),
        ),
        (
            "中国民航局与阿联酋民航总局达成一致，双方货运航班增至每周28班。",
            ("programme", "concluded", "中国民航局", "阿联酋民航总局", "货运航班增至每周28班"),
        ),
        (
            "中国与格鲁吉亚将互免签证停留期由30天延长至60天。",
            ("programme", "concluded", "中国", "格鲁吉亚", "互免签证停留期延长至60天"),
        ),
    ],
)
def test_numbers_that_are_raised_by_agreement(text: str, row: Row) -> None:
    assert told(text) == [row]


def test_a_number_that_has_grown_by_itself_is_a_figure() -> None:
    assert told("去年，该省国际货运航班增至每周56班。") == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "阿里云宣布为共建国家中小企业提供免费云服务。",
            ("programme", "announced", "阿里云", "共建国家中小企业", "免费云服务"),
        ),
        (
            "中国气象局宣布为非洲国家免费提供风云卫星数据服务。",
            ("programme", "announced", "中国气象局", "非洲国家", "免费风云卫星数据服务"),
        ),
        (
            "腾讯宣布面向发展中国家医疗机构免费开放人工智能辅助诊断系统。",
            ("programme", "announced", "腾讯", "发展中国家医疗机构", "免费人工智能辅助诊断系统"),
        ),
    ],
)
def test_what_is_promised_free_of_charge(text: str, row: Row) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize("text", ["该平台长期为用户提供免费服务。", "中方愿为非洲国家提供免费培训。"])
def test_free_help_in_general_is_no_outcome(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "人民网总裁叶某表示，将与塔斯社共建俄文内容中心。",
            ("institution", "announced", "人民网", "塔斯社", "俄文内容中心"),
        ),
        (
            "人民网总裁表示，将与乌兹别克斯坦国家通讯社合作推出乌文版频道。",
            ("institution", "announced", "人民网", "乌兹别克斯坦国家通讯社", "乌文版频道"),
        ),
        (
            "比亚迪董事长王某透露，公司将在匈牙利设立欧洲总部。",
            ("institution", "announced", "比亚迪", "匈牙利", "欧洲总部"),
        ),
    ],
)
def test_who_speaks_for_a_body_tells_what_it_does(text: str, row: Row) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize("text", ["重点项目签约一幕接着一幕。", "现场签约一个接一个，掌声一阵接一阵。"])
def test_how_signings_go_is_nothing_signed(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "吉布提多哈雷多功能港二期扩建工程3日开工，由招商局集团与吉布提港口和自贸区管理局共同投资，总投资约3.6亿美元。",
            ("programme", "concluded", "招商局集团", "吉布提港口和自贸区管理局", "吉布提多哈雷多功能港二期扩建工程"),
        ),
        (
            "塞尔维亚弗鲁什卡山走廊隧道贯通，项目由中国路桥承建。",
            ("programme", "concluded", "中国路桥", "", "塞尔维亚弗鲁什卡山走廊隧道"),
        ),
        (
            "坦桑尼亚中央线标准轨铁路第五标段开工，中国土木为总承包商。",
            ("programme", "concluded", "中国土木", "", "坦桑尼亚中央线标准轨铁路第五标段"),
        ),
        (
            "孟加拉国帕亚拉燃煤电站二期首台机组投产发电，移交孟加拉国电力发展局调度运行。",
            ("programme", "concluded", "", "孟加拉国电力发展局", "孟加拉国帕亚拉燃煤电站二期首台机组"),
        ),
        (
            "渣打银行肯尼亚分行获批成为人民币跨境支付系统直接参与者。",
            ("institution", "concluded", "", "渣打银行肯尼亚分行", "人民币跨境支付系统直接参与者"),
        ),
        (
            "工银澳门牵头为佛得角渔业项目筹组二千五百万欧元贷款。",
            ("funding", "concluded", "工银澳门", "", "佛得角渔业项目贷款"),
        ),
    ],
)
def test_who_built_it_who_gets_it_and_who_was_appointed(text: str, row: Row) -> None:
    assert told(text) == [row]


def test_whom_a_head_of_a_house_goes_to_see_signs_with_his_house() -> None:
    assert told("北京语言大学校长率团访问撒马尔罕国立大学，续签校际合作协议，就联合培养博士生签署意向书。") == [
        ("agreement", "concluded", "北京语言大学", "撒马尔罕国立大学", "校际合作协议"),
        ("agreement", "concluded", "北京语言大学", "撒马尔罕国立大学", "联合培养博士生意向书"),
    ]
    assert told(
        "校长率团访问塔什干国立大学，续签校际协议。期间还走访了撒马尔罕国立大学，就联合培养博士生签署意向书。"
    ) == [
        ("agreement", "concluded", "", "塔什干国立大学", "校际协议"),
        ("agreement", "concluded", "", "撒马尔罕国立大学", "联合培养博士生意向书"),
    ]


def test_what_happened_then_is_done_whatever_was_announced_before() -> None:
    rows = told("总台与巴西旗手传媒集团签约，将互设联合演播室。随后，又同阿根廷国家广播电视台签署节目互播协议。")
    assert rows[-1] == ("agreement", "concluded", "总台", "阿根廷国家广播电视台", "节目互播协议")


def test_so_many_of_what_is_not_named_are_no_outcome() -> None:
    assert told("下学期将再招收40名。") == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "云南白药与斯里兰卡国家药品公司联手开发传统草药饮片。",
            ("programme", "concluded", "云南白药", "斯里兰卡国家药品公司", "传统草药饮片"),
        ),
        (
            "山东能源集团与蒙古国额尔登斯塔旺陶勒盖公司敲定1500万吨焦煤长协。",
            ("agreement", "concluded", "山东能源集团", "蒙古国额尔登斯塔旺陶勒盖公司", "1500万吨焦煤长协"),
        ),
        (
            "阿根廷央行激活第二笔人民币互换额度，规模约50亿元。",
            ("funding", "concluded", "阿根廷央行", "", "第二笔人民币互换额度"),
        ),
        (
            "新开发银行批准接纳哥伦比亚为新成员。",
            ("institution", "concluded", "新开发银行", "哥伦比亚", "新开发银行新成员"),
        ),
        (
            "印尼央行与中国人民银行启动本币结算框架升级版。",
            ("programme", "concluded", "印尼央行", "中国人民银行", "本币结算框架升级版"),
        ),
    ],
)
def test_what_is_developed_bargained_for_drawn_on_and_begun(text: str, row: Row) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize("text", ["双方共同开发第三方市场。", "中国企业与非洲国家共同开发矿产资源。"])
def test_markets_and_resources_are_nothing_that_was_developed(text: str) -> None:
    assert told(text) == []
