"""Who is meant by words that stand for bodies named elsewhere."""

from __future__ import annotations

import pytest
from prose import BILATERAL, read_under, who


def test_both_sides_named_in_the_paragraph_are_meant_before_those_of_the_title() -> None:
    text = "安徽省林业厅与莱索托环境部签署植树合作协议。双方同日签署育苗合作备忘录。"
    assert who(BILATERAL, text)[1] == ("安徽省林业厅", "莱索托环境部")


def test_a_meeting_is_the_one_that_the_document_is_about() -> None:
    title = "第四届中国—东盟湿地论坛在万象闭幕"
    assert (
        who(title, "论坛通过《万象宣言》。", "与会代表通过《湿地行动计划》。") == [("第四届中国—东盟湿地论坛", "")] * 2
    )


def test_short_names_stand_for_the_full_ones() -> None:
    text = (
        "临港海岳新材股份有限公司（以下简称“海岳新材”）与越南工贸部签署投资协议。海岳新材与老挝工贸部签署投资备忘录。"
    )
    assert who("新材企业出海", text) == [
        ("临港海岳新材股份有限公司", "越南工贸部"),
        ("临港海岳新材股份有限公司", "老挝工贸部"),
    ]


@pytest.mark.parametrize("word", ["该行", "赞比亚开发银行"])
def test_that_bank_is_the_one_named_last(word: str) -> None:
    text = f"中国出口信用保险公司与赞比亚开发银行签署再保险协议。马拉维财政部与{word}签署贷款协议。"
    assert who("金融合作", text)[1] == ("马拉维财政部", "赞比亚开发银行")


def test_what_is_mere_kind_of_body_means_the_one_named_before() -> None:
    text = "走进赞比亚中国商会的小楼，墙上挂满了照片。今年5月，商会同赞比亚烟草局签署质量互认备忘录。"
    assert who("一个商会的十年", text) == [("赞比亚中国商会", "赞比亚烟草局")]


def test_the_writer_is_named_at_the_head_of_the_document() -> None:
    assert who("皖江海事职业学院", "我校与几内亚海事学院签署联合培养协议。") == [("皖江海事职业学院", "几内亚海事学院")]


def test_those_three_are_the_ones_named_last() -> None:
    text = "甘肃铁运公司、蒙古草原公司、乌拉尔货运公司签署联运协议。兰州海关与上述三家企业签署监管备忘录。"
    assert [partner for _, partner in who("联运", text)[-3:]] == ["甘肃铁运公司", "蒙古草原公司", "乌拉尔货运公司"]


def test_a_subject_in_front_of_a_colon_acts_behind_it() -> None:
    text = "潍坊寿光种业集团当天办成两件事：与约旦农业部签署种子协议，与埃及农业部签署培训协议。"
    assert who("种业出海", text) == [("潍坊寿光种业集团", "约旦农业部"), ("潍坊寿光种业集团", "埃及农业部")]


def test_a_lead_in_says_who_acts_in_the_lines_below() -> None:
    text = ["中国、老挝、泰国三国铁路会晤", "三国决定：", "——启动“澜湄快线”冷链试点；", "——设立三国铁路联合调度中心。"]
    assert who(*text) == [("中国、老挝、泰国", "")] * 2


def test_both_sides_go_on_with_each_other() -> None:
    text = "双方签署《关于野生动物保护的谅解备忘录》，并建立林业合作机制。"
    assert who(BILATERAL, text) == [("中国", "博茨瓦纳")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "陕西省教育厅还将会同吉尔吉斯斯坦教育和科学部，于今年秋季在西安举办职业教育博览会。",
        "陕西省教育厅与吉尔吉斯斯坦教育和科学部商定，明年在西安举办职业教育博览会。",
    ],
)
def test_those_named_beside_the_subject_wait_for_the_act(text: str) -> None:
    assert who("教育合作", text) == [("陕西省教育厅", "吉尔吉斯斯坦教育和科学部")]


def test_a_list_over_a_comma_is_one_list() -> None:
    text = "体育总局另与巴拿马青年、体育和家庭部，哥斯达黎加体育局分别签署体育合作意向书。"
    assert who("体育合作", text) == [
        ("体育总局", "巴拿马青年、体育和家庭部"),
        ("体育总局", "哥斯达黎加体育局"),
    ]


def test_whom_a_clause_without_an_outcome_names_acts_in_the_next() -> None:
    text = "厄瓜多尔全国虾业商会目前有会员37家，今年4月同青岛海关签署检疫备忘录。"
    assert who("虾的故事", text) == [("厄瓜多尔全国虾业商会", "青岛海关")]


def test_a_university_has_a_short_name() -> None:
    text = "香港岭东大学昨日举行伙伴日。岭大同日宣布，联同汶莱理工大学成立智慧港口联盟。"
    assert who("大学联盟", text)[-1] == ("香港岭东大学", "汶莱理工大学")


def test_the_head_of_a_body_acts_for_it() -> None:
    text = "授权行长代表本行与加勒比开发银行签署联合融资框架协议。"
    assert who("南亚开发银行（以下简称“本行”）理事会决议", text) == [("南亚开发银行", "加勒比开发银行")]


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("第六届中国—南亚博览会开幕", "本届南博会由商务部主办。"),
        ("第六届中国—南亚博览会开幕", "本届博览会由商务部主办。"),
        ("第六届中国—南亚博览会开幕", "大会由商务部主办。"),
        ("第六届中国—南亚博览会开幕", "本届南博会以“新茶路”为主题，由商务部主办。"),
    ],
)
def test_an_event_is_called_by_a_short_name(title: str, sentence: str) -> None:
    ((label, hosts),) = [(frame.label, frame.initiators) for frame in read_under(title, sentence)]
    assert (label, [host.name for host in hosts]) == ("第六届中国—南亚博览会", ["商务部"])


@pytest.mark.parametrize("sentence", ["为期三天的第二届丝路香料大会在昆明落幕。", "第二届丝路香料大会在昆明落幕。"])
def test_an_event_may_have_lasted_for_days(sentence: str) -> None:
    assert [frame.label for frame in read_under("香料", sentence)] == ["第二届丝路香料大会"]


def test_a_second_event_is_not_the_one_of_the_title() -> None:
    title = "第六届中国—南亚博览会开幕"
    (frame,) = read_under(title, "会上，云南省商务厅举办跨境电商研讨会。")
    assert frame.label == "跨境电商研讨会"


HOUSE = ("【公司要闻】第三季度集中落子", "（中国出口信用保险公司《通讯》第9期）")


def test_a_newsletter_calls_the_house_by_its_kind_whoever_is_named_in_between() -> None:
    text = (*HOUSE, "由花旗银行牵头的银团与维斯瓦风能公司签署贷款协议。", "9月，公司与肯尼亚银行签署担保协议。")
    assert who(*text) == [("花旗银行", "维斯瓦风能公司"), ("中国出口信用保险公司", "肯尼亚银行")]


def test_a_bare_noun_means_who_acted_in_the_paragraph() -> None:
    text = (*HOUSE, "江海重工公司与越南工贸部签署船舶协议。公司还与泰国港务局签署维修协议。")
    assert who(*text)[1] == ("江海重工公司", "泰国港务局")


def test_the_title_says_whose_school_it_is() -> None:
    text = (
        "皖江海事学院国际交流简报",
        "几内亚大学代表团来访。",
        "我校与几内亚大学签署合作协议，学校设立几内亚研究中心。",
    )
    assert who(*text) == [("皖江海事学院", "几内亚大学"), ("皖江海事学院", "")]


def test_a_part_of_the_house() -> None:
    text = ("中国银行国际业务动态", "我行卢森堡分行与卢森堡财政部签署发债服务协议。")
    assert who(*text) == [("中国银行卢森堡分行", "卢森堡财政部")]


def test_in_a_joint_statement_we_are_all_of_them() -> None:
    title = "中国—东盟领导人联合声明"
    assert who(title, "中国商务部与老挝工贸部签署渔业协议。", "我们决定制定《合作行动计划》。")[1] == ("", "")


def test_both_agree_in_the_clause_before() -> None:
    text = "双方同意加快推进铁路可行性研究，尽早启动规划报告援助项目。"
    assert who(BILATERAL, text) == [("中国", "博茨瓦纳")]


@pytest.mark.parametrize(
    "title",
    [
        "国家林草局与蒙古国环境部签署合作协议",
        "国家林草局局长会见蒙古国环境部部长 签署多项合作文件",
    ],
)
def test_both_sides_are_the_bodies_of_the_headline_rather_than_their_countries(title: str) -> None:
    assert who(title, "会见后，双方签署《荒漠化防治备忘录》。") == [("国家林草局", "蒙古国环境部")]


def test_those_who_signed_decide_together_what_comes_next() -> None:
    text = "浙江省商务厅与肯尼亚贸易部签署茶叶贸易备忘录，决定建立茶叶贸易工作组。"
    assert who("茶叶", text) == [("浙江省商务厅", "肯尼亚贸易部")] * 2


def test_what_china_builds_as_aid_goes_to_the_other_state_of_the_title() -> None:
    assert who(BILATERAL, "中方将援建弗朗西斯敦医院二期项目。") == [("中方", "博茨瓦纳")]


def test_who_goes_to_see_whom_are_both_sides() -> None:
    text = "校长王明率团访问蒙古国科技大学，双方签署学生交换协议。"
    assert who("皖江海事学院简报", text) == [("皖江海事学院", "蒙古国科技大学")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "海关总署署长访问非洲期间，分别同赞比亚、马拉维海关签署互认安排。",
            [("海关总署", "赞比亚海关"), ("海关总署", "马拉维海关")],
        ),
        ("第八届进博会期间，上海市政府与西门子公司签署合作协议。", [("上海市政府", "西门子公司")]),
    ],
)
def test_whoever_travels_meanwhile_acts_for_his_house(text: str, expected: list[tuple[str, str]]) -> None:
    assert who("海关简讯", text) == expected


def test_our_school_is_one_of_a_list() -> None:
    text = "由我校、蒙古国科技大学、中铁公司三方共建的乌兰巴托鲁班工坊揭牌。"
    assert who("皖江海事学院简报", text) == [("皖江海事学院、蒙古国科技大学、中铁公司", "")]


def test_enterprises_of_both_states_are_nobody_in_particular() -> None:
    (frame,) = read_under(BILATERAL, "两国企业签署光伏组件采购协议。")
    assert [(party.name, party.generic) for party in (*frame.initiators, *frame.partners)] == [
        ("中国企业", True),
        ("博茨瓦纳企业", True),
    ]


def test_who_signs_on_behalf_of_his_government_signs_for_his_body() -> None:
    text = "国家国际发展合作署署长与博茨瓦纳财政部长分别代表本国政府签署经济技术合作协定。"
    assert who(BILATERAL, text) == [("国家国际发展合作署", "博茨瓦纳财政部")]


def test_the_central_banks_of_both_sides_act_with_each_other() -> None:
    assert who(BILATERAL, "双方央行续签双边本币互换协议。") == [("中国央行", "博茨瓦纳央行")]


def test_those_who_look_on_are_no_parties_but_the_states_of_the_headline_are() -> None:
    text = "会谈后，王明和莫西西共同见证签署农业、旅游等领域多项合作文件。"
    assert who(BILATERAL, text) == [("中国", "博茨瓦纳")]


def test_the_first_meeting_is_one_of_what_was_set_up() -> None:
    frames = read_under(BILATERAL, "双方同意成立外长对话机制，年内举行首次会议。")
    assert [frame.label for frame in frames] == ["外长对话机制", "外长对话机制首次会议"]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("双方宣布2027年和2028年互办文化旅游年。", "文化旅游年"),
        ("中方同意向博方赠送一对大熊猫。", "一对大熊猫"),
        ("中方宣布将对博茨瓦纳公民免签政策延长五年。", "对博茨瓦纳公民免签政策延长五年"),
        ("中博合作发展基金总部落户澳门。", "中博合作发展基金总部"),
    ],
)
def test_what_communiques_announce(sentence: str, label: str) -> None:
    assert [frame.label for frame in read_under(BILATERAL, sentence)] == [label]


def test_a_bank_by_its_short_name_is_the_bank_that_is_spoken_of() -> None:
    found = who("动态", "亚投行与伊斯兰开发银行签署融资协议。", "亚投行向斐济提供贷款。", "该行与世界银行签署备忘录。")
    assert found[-1] == ("亚投行", "世界银行")
