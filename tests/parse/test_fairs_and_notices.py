"""Sentences as reports of fairs, notices of companies and the press of Hong Kong have them, each with what it tells."""

from __future__ import annotations

import pytest
from prose import Row, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # with whom: 协同, 偕, 联手
        (
            "敦煌研究院协同印度尼西亚国家档案馆上线“海上丝路图库”马来语版。",
            ("programme", "concluded", "敦煌研究院", "印度尼西亚国家档案馆", "“海上丝路图库”马来语版"),
        ),
        (
            "故宫博物院偕法国凡尔赛宫推出“紫禁城与凡尔赛宫”特展。",
            ("event", "concluded", "故宫博物院", "法国凡尔赛宫", "“紫禁城与凡尔赛宫”特展"),
        ),
        # who asked whom
        (
            "香港科技园获沙特投资部邀请，在利雅得合办创科训练营。",
            ("event", "concluded", "香港科技园", "沙特投资部", "创科训练营"),
        ),
        # whom 双方 means: those who met, those who talked, also where their names have 、 and 与
        (
            "海关总署副署长4日在京会见来访的巴拉圭农业、畜牧和渔业部副部长，会后双方签署《关于巴拉圭芝麻输华的议定书》。",
            ("agreement", "concluded", "海关总署", "巴拉圭农业、畜牧和渔业部", "关于巴拉圭芝麻输华的议定书"),
        ),
        (
            "阿曼文物部与福建博物院已就细节磋商数轮，两机构8日草签了苏哈尔沉船遗址联合调查实施方案。",
            ("agreement", "concluded", "阿曼文物部", "福建博物院", "苏哈尔沉船遗址联合调查实施方案"),
        ),
        (
            "亚美尼亚科学院考古、民族与艺术研究所所长感慨道。会上，该所与西北大学续签联合考古协议。",
            ("agreement", "concluded", "亚美尼亚科学院考古、民族与艺术研究所", "西北大学", "联合考古协议"),
        ),
        # how far a thing has come
        (
            "印尼莫罗瓦利镍冶炼项目完成168小时满负荷试运行，预计今年底投产。",
            ("programme", "concluded", "", "", "印尼莫罗瓦利镍冶炼项目"),
        ),
        (
            "同济大学与肯尼亚莫伊大学共建的“桥梁工匠学院”已获批复，将于9月开班。",
            ("institution", "announced", "同济大学", "肯尼亚莫伊大学", "桥梁工匠学院"),
        ),
        ("缅甸蒲甘佛塔的修复，已在去年5月通过竣工验收。", ("programme", "concluded", "", "", "缅甸蒲甘佛塔修复")),
        (
            "中国疾控中心支持塞拉利昂公共卫生署改造的生物安全实验室通过验收。",
            ("institution", "concluded", "中国疾控中心", "塞拉利昂公共卫生署", "生物安全实验室"),
        ),
        # teams, routes, services
        ("第28批援多哥医疗队12名队员将于8月底抵达洛美。", ("programme", "announced", "", "", "第28批援多哥医疗队")),
        (
            "国泰航空宣布明年8月开办香港至多哈每周四班直航客运服务。",
            ("programme", "announced", "国泰航空", "", "香港至多哈每周四班直航客运服务"),
        ),
        ("海口美兰至吉隆坡直航12日恢复通航。", ("programme", "concluded", "", "", "海口美兰至吉隆坡直航")),
        (
            "“中亚记者看新疆”联合采访团同日启程。",
            ("programme", "concluded", "", "", "“中亚记者看新疆”联合采访团"),
        ),
        (
            "湖南广播电视台与柬埔寨国家电视台联合拍摄纪录片《湄公河的春天》。",
            ("programme", "concluded", "湖南广播电视台", "柬埔寨国家电视台", "纪录片湄公河的春天"),
        ),
        (
            "广西广播电视台与土库曼斯坦国家电视台达成译制合作。",
            ("agreement", "concluded", "广西广播电视台", "土库曼斯坦国家电视台", "译制合作"),
        ),
        (
            "海关总署与格林纳达海关和消费税局换文确认电子原产地证书联网。",
            ("agreement", "concluded", "海关总署", "格林纳达海关和消费税局", "电子原产地证书联网"),
        ),
        (
            "中国驻贝宁大使向贝宁卫生部移交两辆救护车。",
            ("programme", "concluded", "中国驻贝宁大使", "贝宁卫生部", "两辆救护车"),
        ),
        ("我省与泰国春武里府续签友好合作备忘录。", ("agreement", "concluded", "", "泰国春武里府", "友好合作备忘录")),
        # where a name ends: before what the act is about, before 同 in 还同比绍
        (
            "新疆果业集团与乌兹别克斯坦费尔干纳州“石榴”农业集群就合建冷链中心达成协议。",
            ("agreement", "concluded", "新疆果业集团", "乌兹别克斯坦费尔干纳州“石榴”农业集群", "合建冷链中心协议"),
        ),
        (
            "温州医科大学附属医院还同比绍妇幼保健中心结为对口合作单位。",
            ("institution", "concluded", "温州医科大学附属医院", "比绍妇幼保健中心", "对口合作单位"),
        ),
        (
            "最受关注的是海南与泰国去年签订的《旅游合作协议》。",
            ("agreement", "concluded", "海南", "泰国", "旅游合作协议"),
        ),
        (
            "香港金融管理局副总裁透露，该局将于明年首季联同泰国中央银行试行跨境零售支付结算。",
            ("programme", "announced", "香港金融管理局", "泰国中央银行", "跨境零售支付结算"),
        ),
        (
            "国泰航空将于11月1日开办往返香港与马斯喀特的直航服务。",
            ("programme", "announced", "国泰航空", "", "往返香港与马斯喀特的直航服务"),
        ),
        ("中方追加800万美元。", ("funding", "concluded", "中方", "", "追加800万美元")),
        (
            "宁夏博物馆与阿曼国家博物馆签署交换展览协议。",
            ("agreement", "concluded", "宁夏博物馆", "阿曼国家博物馆", "交换展览协议"),
        ),
        # 研究 of a body is no aim, and who founds it may stand behind 由
        (
            "研究所与肯尼亚教育部签署合作谅解备忘录。",
            ("agreement", "concluded", "研究所", "肯尼亚教育部", "合作谅解备忘录"),
        ),
        (
            "联合国儿童基金会宣布，与中国计算机学会合作开发儿童人工智能课程。",
            ("programme", "concluded", "联合国儿童基金会", "中国计算机学会", "儿童人工智能课程"),
        ),
        (
            "丝路国际职业教育联盟由兰州石化职业技术大学、白俄罗斯国立技术大学共同设立。",
            (
                "institution",
                "concluded",
                "兰州石化职业技术大学、白俄罗斯国立技术大学",
                "",
                "丝路国际职业教育联盟",
            ),
        ),
        (
            "桂林星河文化传播有限公司和马来西亚槟城动画工作室签约，共同开发动画片《小犀鸟》。",
            ("agreement", "concluded", "桂林星河文化传播有限公司", "马来西亚槟城动画工作室", "动画片小犀鸟"),
        ),
        # fairs: where they go next, what they have brought
        (
            "第七届中国茶叶博览会定于2027年5月移师保山市举办。",
            ("event", "announced", "", "", "第七届中国茶叶博览会"),
        ),
        (
            "本届博览会吸引560家企业参展，线上线下累计签约项目97个，签约总额156亿元人民币。",
            ("agreement", "concluded", "", "", "签约项目97个"),
        ),
        # banks, papers and firms
        (
            "印尼实业银行成功获得中国国家开发银行2亿美元贷款，用于支持可再生能源项目。",
            ("funding", "concluded", "中国国家开发银行", "印尼实业银行", "2亿美元贷款"),
        ),
        (
            "中国进出口银行为吉尔吉斯斯坦奥什热电厂改造项目提供3.5亿美元优惠贷款。",
            ("funding", "concluded", "中国进出口银行", "", "吉尔吉斯斯坦奥什热电厂改造项目优惠贷款"),
        ),
        (
            "中国证监会与哈萨克斯坦金融市场监管和发展署交换监管合作谅解备忘录。",
            ("agreement", "concluded", "中国证监会", "哈萨克斯坦金融市场监管和发展署", "监管合作谅解备忘录"),
        ),
        (
            "泰国汇商银行与中国银联合作推出跨境二维码支付服务。",
            ("programme", "concluded", "泰国汇商银行", "中国银联", "跨境二维码支付服务"),
        ),
        (
            "中国银行万象分行获老挝银行授权，成为老挝人民币清算行。",
            ("institution", "concluded", "", "中国银行万象分行", "老挝人民币清算行"),
        ),
        (
            "蒙古国开发银行与中国国家开发银行就煤炭运输铁路融资达成一致。",
            ("agreement", "concluded", "蒙古国开发银行", "中国国家开发银行", "煤炭运输铁路融资"),
        ),
        (
            "长江日报报业集团与马来西亚星洲媒体集团结为友好媒体。",
            ("institution", "concluded", "长江日报报业集团", "马来西亚星洲媒体集团", "友好媒体"),
        ),
        (
            "中信建设与安哥拉住房部签订住房项目合同。",
            ("agreement", "concluded", "中信建设", "安哥拉住房部", "住房项目合同"),
        ),
        ("上汽正大在泰国春武里府的新能源产业园开园。", ("programme", "concluded", "上汽正大", "", "新能源产业园")),
        # what certificates say, and who hands over to whom
        (
            "中国电建承建的安哥拉罗安达输电线路项目已于2026年9月取得安哥拉国家电网公司签发的移交证书。",
            ("programme", "concluded", "中国电建", "安哥拉国家电网公司", "安哥拉罗安达输电线路项目"),
        ),
        (
            "由中国路桥承建、中国进出口银行提供融资的乌干达坎帕拉机场公路在恩德培移交给乌干达国家公路局。",
            ("programme", "concluded", "中国路桥", "乌干达国家公路局", "乌干达坎帕拉机场公路"),
        ),
        (
            "第九届中国—中亚博览会由商务部、新疆维吾尔自治区人民政府与哈萨克斯坦贸易和一体化部，吉尔吉斯斯坦经济和商务部共同主办。",
            (
                "event",
                "concluded",
                "商务部、新疆维吾尔自治区人民政府、哈萨克斯坦贸易和一体化部、吉尔吉斯斯坦经济和商务部",
                "",
                "第九届中国—中亚博览会",
            ),
        ),
        (
            "中国国家航天局向非洲国家开放“风云卫星数据服务平台”。",
            ("institution", "concluded", "中国国家航天局", "非洲国家", "风云卫星数据服务平台"),
        ),
        # into whose hands, where, by whom
        (
            "中国驻乌干达大使将一批防疫物资交到乌干达卫生部手中。",
            ("programme", "concluded", "中国驻乌干达大使", "乌干达卫生部", "防疫物资"),
        ),
        (
            "关于共建菌草中心的协议，由福建农林大学与斐济国立大学签署。",
            ("agreement", "concluded", "福建农林大学", "斐济国立大学", "关于共建菌草中心的协议"),
        ),
        (
            "关于电子证书互认的备忘录由新西兰初级产业部同海关总署签署。",
            ("agreement", "concluded", "新西兰初级产业部", "海关总署", "关于电子证书互认的备忘录"),
        ),
        (
            "万象——老挝财政部与中国进出口银行签署贷款协议。",
            ("agreement", "concluded", "老挝财政部", "中国进出口银行", "贷款协议"),
        ),
        ("中国气象局在尼日尔布设8个观测站。", ("institution", "concluded", "中国气象局", "", "8个观测站")),
        (
            "中国和蒙古国两国海关代表在二连浩特为联合查验中心揭牌。",
            ("institution", "concluded", "中国海关、蒙古国海关", "", "联合查验中心"),
        ),
        (
            "文化和旅游部宣布第五届丝绸之路艺术节将于明年9月在西安举行。",
            ("event", "announced", "", "", "第五届丝绸之路艺术节"),
        ),
        ("代表团此行共促成27份合作备忘录。", ("agreement", "concluded", "代表团", "", "27份合作备忘录")),
        (
            "国家卫星气象中心与埃及遥感局就沙尘监测达成合作。",
            ("agreement", "concluded", "国家卫星气象中心", "埃及遥感局", "沙尘监测合作"),
        ),
        ("菜鸟网络在墨西哥城设立的海外仓启用。", ("programme", "concluded", "菜鸟网络", "", "墨西哥城海外仓")),
        (
            "中国港湾中标的特马港三期项目签订施工合同。",
            ("agreement", "concluded", "中国港湾", "", "特马港三期项目施工合同"),
        ),
        ("中方宣布给予阿曼公民免签待遇延长至明年底。", ("programme", "concluded", "中方", "阿曼", "阿曼公民免签待遇")),
        (
            "埃菲社、安莎社与新华社签署新闻合作协议。",
            ("agreement", "concluded", "埃菲社、安莎社", "新华社", "新闻合作协议"),
        ),
        (
            "自治区农业科学院对外发布《干旱区节水农业发展报告》。",
            ("publication", "concluded", "自治区农业科学院", "", "干旱区节水农业发展报告"),
        ),
    ],
)
def test_a_sentence_tells(text: str, expected: Row) -> None:
    assert told(text) == [expected]


def test_those_who_become_partners_are_two_sides() -> None:
    text = "香港机场管理局昨与阿曼机场公司签署合作协议，双方将在货运方面合作，并结为姐妹机场。"
    assert [row[2:4] for row in told(text)] == [("香港机场管理局", "阿曼机场公司")] * 2


def test_what_an_agreement_raises_is_told_beside_it() -> None:
    text = "老挝银行与中国人民银行签署清算安排合作备忘录，并同意将双边本币互换规模扩大至80亿元人民币。"
    assert [row[-1] for row in told(text)] == ["清算安排合作备忘录", "双边本币互换规模扩大至80亿元人民币"]


def test_nobody_is_said_to_found_what_came_about_meanwhile() -> None:
    text = "突尼斯国家遗产局同甘肃简牍博物馆启动“简牍与莎草纸”联合研究。论坛期间成立了中阿博物馆联盟。"
    assert told(text)[-1] == ("institution", "concluded", "", "", "中阿博物馆联盟")


def test_a_series_is_what_its_events_are() -> None:
    text = "博览会期间还举办了丝路电商论坛、泰国主题日和国际茶文化周三场配套活动。"
    assert [row[-1] for row in told(text)] == ["丝路电商论坛", "泰国主题日", "国际茶文化周"]


def test_who_comes_to_talk_signs() -> None:
    text = (
        "中国人民银行行长与到访的巴基斯坦国家银行行长举行会谈，双方签署了支付合作备忘录，"
        "并商定于明年在卡拉奇举行第三次工作层会议。"
    )
    assert [row[2:4] for row in told(text)] == [("中国人民银行", "巴基斯坦国家银行")] * 2


def test_half_a_year_is_no_place() -> None:
    text = "中方与斐济卫生部签署备忘录，并于2027年上半年在苏瓦举行第二届医学论坛。"
    assert told(text)[-1][2:] == ("中方", "斐济卫生部", "第二届医学论坛")


def test_firms_of_a_list_sign_each_for_themselves() -> None:
    partners = [row[3] for row in told("哈萨克斯坦“金穗”面粉厂分别同中粮贸易、甘肃大禹粮油集团签订购销意向书。")]
    assert partners == ["中粮贸易", "甘肃大禹粮油集团"]


@pytest.mark.parametrize(
    "text",
    [
        "其中首笔5000万美元已于签约当日完成提款。",
        "历届展会累计签约项目2300个，金额1.2万亿元。",
        "双方负责人郑重签下自己的名字。",
        "本次签订合同属于公司日常经营行为。",
        "多家中资银行同东南亚国家签署贷款协议，涵盖电力和公路。",
        "双方同意支持更多中亚高校开设中文专业。",
        "中国路桥第三次同该公司开展同类合作。",
    ],
)
def test_what_tells_no_outcome(text: str) -> None:
    assert told(text) == []


def test_currencies_are_traded_directly() -> None:
    assert told("中国外汇交易中心推出人民币对格鲁吉亚拉里直接交易。") == [
        ("programme", "concluded", "中国外汇交易中心", "", "人民币对格鲁吉亚拉里直接交易")
    ]
