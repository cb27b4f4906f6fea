"""Entries of summit lists and pledges of speeches: what is handed over, studied, landed, granted and set up."""

from __future__ import annotations

import prose
import pytest

from silkgraph.parse.leads import NO_LEAD, Lead


@pytest.mark.parametrize(
    ("entry", "thing"),
    [
        ("莫埃利岛公路修复项目完工移交。", "莫埃利岛公路修复项目"),
        ("萨摩亚国家体育馆维修项目完成对外移交。", "萨摩亚国家体育馆维修项目"),
        ("瓦努阿图卢甘维尔码头二期工程通过验收并移交。", "瓦努阿图卢甘维尔码头二期工程"),
        ("科斯雷州渔港冷库项目建成移交。", "科斯雷州渔港冷库项目"),
    ],
)
def test_what_is_finished_is_handed_over_in_one_act(entry: str, thing: str) -> None:
    assert prose.told_in_list(entry) == [("programme", "concluded", "", "", thing)]


def test_works_have_a_power_plant_in_their_name() -> None:
    assert prose.told_in_list("中国援汤加风力发电项目竣工。") == [
        ("programme", "concluded", "中国", "汤加", "汤加风力发电项目")
    ]


def test_what_is_to_be_handed_over_may_be_talked_about() -> None:
    assert prose.told("公司与业主就项目移交展开磋商。") == []


def test_a_ministry_of_security_keeps_its_last_character() -> None:
    assert prose.told_in_list("中国海关总署与萨摩亚农业、渔业和生物安全部签署可可输华检疫议定书。") == [
        ("agreement", "concluded", "中国海关总署", "萨摩亚农业、渔业和生物安全部", "可可输华检疫议定书")
    ]


def test_islands_are_twinned_in_pairs() -> None:
    assert prose.told_in_list("中国山东省与基里巴斯塔拉瓦环礁、三亚市与库克群岛拉罗汤加岛缔结友好关系。") == [
        ("agreement", "concluded", "中国山东省", "基里巴斯塔拉瓦环礁", "友好关系"),
        ("agreement", "concluded", "三亚市", "库克群岛拉罗汤加岛", "友好关系"),
    ]


@pytest.mark.parametrize(
    ("sentence", "made"),
    [
        ("中国政府与加纳政府签署电子商务合作备忘录，设立联合工作组。", "联合工作组"),
        ("中国政府与加纳政府签署电子商务合作备忘录，建立经贸联络机制。", "经贸联络机制"),
        ("中国政府与加纳政府签署电子商务合作备忘录，启动青年创客交流计划。", "青年创客交流计划"),
    ],
)
def test_who_signs_with_each_other_sets_up_together(sentence: str, made: str) -> None:
    signed, founded = prose.told(sentence)
    assert signed[2:4] == founded[2:4] == ("中国政府", "加纳政府")
    assert founded[4] == made


def test_what_one_of_two_signers_opens_is_his() -> None:
    assert prose.told("腾讯与印尼电信签署合作协议，设立雅加达数据中心。")[1] == (
        "institution", "concluded", "腾讯", "", "雅加达数据中心",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "whom"),
    [
        ("中方将对同中国建交的所有最不发达国家实施100%税目产品零关税。", "同中国建交的所有最不发达国家"),
        ("中方明年起对原产于与中国建交的非洲国家的全部产品给予零关税待遇。", "与中国建交的非洲国家"),
        ("中方将给予已建交的加勒比国家100%税目产品零关税待遇。", "已建交的加勒比国家"),
        ("中方将对原产于马达加斯加的98%税目产品实施零关税待遇。", "马达加斯加"),
    ],
)
def test_a_country_that_describes_others_is_granted_nothing(sentence: str, whom: str) -> None:
    (row,) = prose.told(sentence)
    assert row[1:4] == ("announced", "中方", whom)


@pytest.mark.parametrize(
    ("sentence", "by", "beside", "label"),
    [
        ("中方将同有意愿的国家完成数字贸易可行性联合研究。", "中方", "有意愿的国家", "数字贸易可行性联合研究"),
        ("中科院将与斐济大学共同完成珊瑚礁联合考察。", "中科院", "斐济大学", "珊瑚礁联合考察"),
        ("中国气象局将发起小岛屿国家早期预警行动。", "中国气象局", "", "小岛屿国家早期预警行动"),
        ("未来3年，中方将在加勒比国家落地实施30个民生项目。", "中方", "", "30个民生项目"),
        ("中方还将在东帝汶开工建设5所小学。", "中方", "", "5所小学"),
    ],
)
def test_pledges_of_studies_and_of_what_is_to_land(sentence: str, by: str, beside: str, label: str) -> None:
    assert prose.told(sentence) == [("programme", "announced", by, beside, label)]


@pytest.mark.parametrize(
    "sentence", ["各方完成了研究。", "公司完成全年生产任务。", "今年以来，企业在塞尔维亚落地12个项目。"]
)
def test_what_is_done_in_general_is_no_outcome(sentence: str) -> None:
    assert prose.told(sentence) == []


def test_terms_of_the_school_year_are_times() -> None:
    assert prose.told("云南师范大学与加德满都大学约定，自2027年秋季学期起合办旅游管理本科班。") == [
        ("programme", "announced", "云南师范大学", "加德满都大学", "旅游管理本科班")
    ]


def test_a_thing_that_is_soon_there() -> None:
    assert prose.told("中国—格林纳达农业联合实验室年底就将建成。") == [
        ("institution", "announced", "", "", "中国—格林纳达农业联合实验室")
    ]


def test_results_that_all_agreed_upon_are_not_those_of_who_invited() -> None:
    assert prose.read("中方会同与会国家和国际组织，在峰会期间商定以下务实合作成果：").lead == Lead(listing=True)
    assert prose.read("中方愿采取以下举措：").lead != NO_LEAD


def test_an_agreement_with_another_state_is_in_force_too() -> None:
    assert prose.told("中国同阿曼签署了学历互认协议，同巴林互免签证协定也已换文生效。") == [
        ("agreement", "concluded", "中国", "阿曼", "学历互认协议"),
        ("agreement", "concluded", "中国", "巴林", "互免签证协定"),
    ]


def test_money_that_is_put_up_to_found_something_is_its_amount() -> None:
    (frame,) = prose.frames_of("丝路基金将同哈萨克斯坦投资公司共同出资2亿美元，设立里海物流投资平台。")

    assert (frame.kind, frame.status, frame.label) == ("institution", "announced", "里海物流投资平台")
    assert [party.name for party in (*frame.initiators, *frame.partners)] == ["丝路基金", "哈萨克斯坦投资公司"]
    assert [(amount.value, amount.currency) for amount in frame.amounts] == [(200000000, "USD")]


def test_money_given_to_one_fund_founds_no_other_thing() -> None:
    given, built = prose.frames_of("中方将向加勒比灾害基金捐款100万美元，援建两座气象站。")

    assert given.amounts and not built.amounts


@pytest.mark.parametrize(
    ("text", "by", "giver", "label"),
    [
        ("广西柳工现场斩获印尼矿业集团120台装载机订单。", "广西柳工", "印尼矿业集团", "120台装载机订单"),
        ("海南渔业公司获得斐济水产公司首批金枪鱼供货合同。", "海南渔业公司", "斐济水产公司", "首批金枪鱼供货合同"),
        ("中集集团拿到阿曼航运公司的冷藏箱采购订单。", "中集集团", "阿曼航运公司", "冷藏箱采购订单"),
    ],
)
def test_orders_that_somebody_gets_from_somebody(text: str, by: str, giver: str, label: str) -> None:
    assert prose.told(text) == [("agreement", "concluded", by, giver, label)]


def test_what_is_drafted_with_others_is_named_well_enough() -> None:
    assert prose.told("中方将同泰国、越南联合编制汽车产业链合作规划。") == [
        ("publication", "announced", "中方", "泰国、越南", "汽车产业链合作规划")
    ]
    assert prose.told("双方将编制合作规划。") == []


def test_whom_a_plan_does_good_is_no_part_of_its_name() -> None:
    assert prose.told("中方将实施“清洁炉灶”计划惠及10万户家庭，同湄公河委员会共建水文数据共享平台。") == [
        ("programme", "announced", "中方", "", "“清洁炉灶”计划"),
        ("institution", "announced", "中方", "湄公河委员会", "水文数据共享平台"),
    ]


def test_help_goes_to_a_stricken_land() -> None:
    assert prose.told("中方将向缅甸地震灾区提供5000万元人民币紧急援助。")[0][2:4] == ("中方", "缅甸地震灾区")


def test_lines_on_the_road_are_opened() -> None:
    assert prose.told_in_list("开通拉萨至加德满都国际道路客运线路。") == [
        ("programme", "concluded", "", "", "拉萨至加德满都国际道路客运线路")
    ]


def test_who_joins_a_body_is_told_in_a_list_too() -> None:
    (row,) = prose.told_in_list("斐济、汤加加入“国际竹藤组织”。")

    assert row == ("institution", "concluded", "", "斐济、汤加", "国际竹藤组织")


def test_who_only_looks_on_at_the_beginning_of_a_clause() -> None:
    assert prose.told("总统一行参观了港口，并见证东帝汶能源部与中国电建签署电站设备供货合同。") == [
        ("agreement", "concluded", "东帝汶能源部", "中国电建", "电站设备供货合同")
    ]


def test_satellites_are_counted_and_sent_up() -> None:
    assert prose.told("中方还将与巴西、南非共同发射两颗遥感卫星。") == [
        ("programme", "announced", "中方", "巴西、南非", "两颗遥感卫星")
    ]


def test_texts_that_are_exchanged_and_swaps() -> None:
    assert prose.told("海洋大学与斐济大学互换金枪鱼研究协议文本。")[0][2:] == (
        "海洋大学",
        "斐济大学",
        "金枪鱼研究协议",
    )
    assert prose.told("中国人民银行与老挝银行签署本币互换协议。")[0][4] == "本币互换协议"


def test_a_free_port_acts() -> None:
    assert prose.told("海南自贸港与新加坡企业发展局携手推出“绿色航运走廊”试点。")[0][2:4] == (
        "海南自贸港",
        "新加坡企业发展局",
    )


def test_what_a_fair_has_for_the_first_time() -> None:
    assert prose.told("展会首设数字农业馆。")[0][4] == "数字农业馆"
