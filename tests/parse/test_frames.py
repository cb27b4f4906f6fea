"""Sentences of the documents in, outcomes out: (kind, status, initiators, partners, label)."""

from __future__ import annotations

import pytest
from prose import read, told, told_in_list


def test_signing_with_a_list_is_an_outcome_with_each() -> None:
    assert told_in_list("中国政府与乌兹别克斯坦、土耳其、白俄罗斯政府签署国际运输及战略对接协定。") == [
        ("agreement", "concluded", "中国政府", f"{country}政府", "国际运输及战略对接协定")
        for country in ("乌兹别克斯坦", "土耳其", "白俄罗斯")
    ]


def test_members_after_including_replace_the_general_description() -> None:
    text = "中国政府与有关国家政府签署政府间“一带一路”合作谅解备忘录，包括蒙古国、巴基斯坦。"
    assert [partner for *_, partner, _ in told_in_list(text)] == ["蒙古国政府", "巴基斯坦政府"]


def test_chained_predicates_share_their_subject() -> None:
    text = (
        "中国商务部与尼泊尔工业部签署关于建设中尼跨境经济合作区的谅解备忘录，"
        "与缅甸商务部签署关于建设中缅边境经济合作区的谅解备忘录。"
    )
    assert told_in_list(text) == [
        ("agreement", "concluded", "中国商务部", "尼泊尔工业部", "关于建设中尼跨境经济合作区的谅解备忘录"),
        ("agreement", "concluded", "中国商务部", "缅甸商务部", "关于建设中缅边境经济合作区的谅解备忘录"),
    ]


def test_one_named_text_signed_by_all_is_one_outcome() -> None:
    text = "中国国家质量监督检验检疫总局与俄罗斯、白俄罗斯等国有关部门签署《关于加强标准合作联合倡议》。"
    assert told_in_list(text) == [
        (
            "agreement",
            "concluded",
            "中国国家质量监督检验检疫总局",
            "俄罗斯有关部门、白俄罗斯有关部门",
            "关于加强标准合作联合倡议",
        )
    ]


def test_jointly_issued_is_one_outcome_with_the_subject_as_initiator() -> None:
    assert told_in_list("中国商务部与60多个国家相关部门及国际组织共同发布推进“一带一路”贸易畅通合作倡议。") == [
        (
            "declaration",
            "concluded",
            "中国商务部",
            "60多个国家相关部门、国际组织",
            "推进“一带一路”贸易畅通合作倡议",
        )
    ]


def test_titles_in_a_list_are_an_outcome_each_of_the_kind_their_heads_tell() -> None:
    text = "中国政府有关部门发布《推动“一带一路”能源合作的愿景与行动》、《“一带一路”建设海上合作设想》等文件。"
    assert told_in_list(text) == [
        ("declaration", "concluded", "中国政府有关部门", "", "推动“一带一路”能源合作的愿景与行动"),
        ("publication", "concluded", "中国政府有关部门", "", "“一带一路”建设海上合作设想"),
    ]


def test_each_object_has_its_own_amount() -> None:
    text = (
        "中国国家开发银行设立“一带一路”基础设施专项贷款（1000亿元等值人民币）、"
        "“一带一路”金融合作专项贷款（500亿元等值人民币）。"
    )
    assert [
        (frame.label, str(frame.amounts[0].value), frame.amounts[0].currency)
        for frame in read(text, running=False).frames
    ] == [
        ("“一带一路”基础设施专项贷款", "100000000000", "CNY"),
        ("“一带一路”金融合作专项贷款", "50000000000", "CNY"),
    ]


def test_money_told_after_a_comma_belongs_to_the_fund() -> None:
    text = "中国国家发展和改革委员会将设立中俄地区合作发展投资基金，总规模1000亿元人民币，首期100亿元人民币。"
    (frame,) = read(text, running=False).frames
    assert (frame.kind, frame.status, frame.label) == ("institution", "announced", "中俄地区合作发展投资基金")
    assert [int(amount.value) for amount in frame.amounts] == [100_000_000_000, 10_000_000_000]


def test_aid_is_named_by_the_clause_before_its_sum() -> None:
    text = "中国政府将加大对沿线发展中国家的援助力度，未来3年总体援助规模不少于600亿元人民币。"
    assert told_in_list(text) == [("funding", "announced", "中国政府", "沿线发展中国家", "对沿线发展中国家的援助")]


def test_a_thing_that_is_set_up_without_a_founder_has_no_initiator() -> None:
    assert told_in_list("亚洲金融合作协会正式成立。") == [("institution", "concluded", "", "", "亚洲金融合作协会")]


@pytest.mark.parametrize("mark", "，、")
def test_hosts_and_cohosts_are_initiators_of_one_event(mark: str) -> None:
    text = f"贸易畅通分论坛由商务部主办{mark}海关总署、国家税务总局协办。"
    assert told_in_list(text) == [("event", "concluded", "商务部、海关总署、国家税务总局", "", "贸易畅通分论坛")]


def test_the_theme_between_event_and_host_is_skipped() -> None:
    text = "创新之路分论坛以“携手创新，共创未来”为主题，由科技部主办，中国科学院和中国工程院协办。"
    assert told_in_list(text) == [("event", "concluded", "科技部、中国科学院、中国工程院", "", "创新之路分论坛")]


def test_a_bare_forum_is_the_one_the_section_is_about() -> None:
    text = "论坛宣告“一带一路”绿色发展国际联盟正式成立。论坛还发布了绿色照明行动倡议。"
    assert told_in_list(text, event="绿色之路分论坛") == [
        ("institution", "concluded", "绿色之路分论坛", "", "“一带一路”绿色发展国际联盟"),
        ("declaration", "concluded", "绿色之路分论坛", "", "绿色照明行动倡议"),
    ]


def test_tense_and_subject_carry_over_to_later_clauses() -> None:
    text = "中方将举办首届“一带一路”科技交流大会，实施“丝路心相通”行动。成立丝绸之路旅游城市联盟。"
    assert [(status, who) for _, status, who, _, _ in told_in_list(text)] == [("announced", "中方")] * 3


def test_each_of_several_subjects_does_it_where_the_text_says_each() -> None:
    text = "中国国家开发银行、中国进出口银行将各设立3500亿元人民币融资窗口。"
    assert [who for _, _, who, _, _ in told_in_list(text)] == ["中国国家开发银行", "中国进出口银行"]


@pytest.mark.parametrize(
    "text",
    [
        "鼓励缔结引渡条约、刑事司法协助条约和反腐败合作协议。",
        "推动建立更加均衡、平等和可持续的贸易体系。",
        "各方支持加强基础设施建设，促进贸易便利化。",
        "共建“一带一路”为构建人类命运共同体提供了实践平台。",
    ],
)
def test_wishes_and_aims_are_no_outcomes(text: str) -> None:
    assert told(text) == []


def test_a_count_of_what_exists_is_no_outcome_in_running_text() -> None:
    assert told("中国已与14个国家签署第三方市场合作文件。") == []


def test_a_verb_within_a_name_is_no_verb() -> None:
    assert told_in_list("中国国家新闻出版广电总局与土耳其广播电视最高委员会签署合作文件。") == [
        ("agreement", "concluded", "中国国家新闻出版广电总局", "土耳其广播电视最高委员会", "合作文件")
    ]


def test_an_act_told_in_an_attribute_of_its_title_is_read() -> None:
    text = "80多个国家和国际组织参与中国发起的《“一带一路”贸易畅通合作倡议》。"
    assert told(text) == [("declaration", "concluded", "中国", "", "“一带一路”贸易畅通合作倡议")]


def test_an_object_that_is_no_known_thing_is_not_invented() -> None:
    assert told_in_list("中国政府与老挝政府签署某某。") == []


def test_those_who_witness_a_signing_are_no_parties() -> None:
    text = "两国元首共同见证了《中国商务部与白俄罗斯经济部关于电子商务合作的谅解备忘录》等双边合作文件的签署。"
    title = "中国商务部与白俄罗斯经济部关于电子商务合作的谅解备忘录"
    assert told(text) == [("agreement", "concluded", "中国商务部", "白俄罗斯经济部", title)]


def test_an_event_is_named_without_the_place_where_it_is_held() -> None:
    assert told_in_list("第三届中国国际进口博览会在上海举办。") == [
        ("event", "concluded", "", "", "第三届中国国际进口博览会")
    ]


def test_an_enumerated_pledge_keeps_its_subject() -> None:
    text = "一是中方将向非洲国家提供500亿元人民币援助。二是中方将设立中非绿色发展基金。"
    assert [(status, who) for _, status, who, _, _ in told(text)] == [("announced", "中方")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "共建“一带一路”坚持共建原则。",
        "各方共同打造开放型合作平台，构建全球互联互通伙伴关系。",
        "中国与共建国家、国际组织积极建立绿色低碳发展合作机制。",
        "按照平等参与、利益共享、风险共担的原则，各国携手前行。",
        "作为一个发展的倡议、合作的倡议、开放的倡议，共建“一带一路”追求的是发展。",
        "中国与160多个国家和国际组织签署卫生合作协议，在17个共建国家建立人民币清算安排。",
        "中国愿与各方一道，建设更加紧密的卫生合作伙伴关系、绿色发展伙伴关系。",
        "拉美各国共建更加紧密的命运共同体，搭建更多对话平台。",
    ],
)
def test_what_is_said_in_general_is_no_outcome(text: str) -> None:
    assert told(text) == []


def test_a_mechanism_between_named_countries_is_one() -> None:
    assert told("中国与蒙古国建立了口岸合作机制。") == [("institution", "concluded", "中国", "蒙古国", "口岸合作机制")]


def test_a_count_of_texts_signed_with_named_bodies_names_these() -> None:
    assert [partner for *_, partner, _ in told("中国已与老挝、埃及等65个国家标准化机构签署107份标准化合作文件。")] == [
        "老挝标准化机构",
        "埃及标准化机构",
    ]


def test_a_plan_is_a_noun_before_what_becomes_of_it() -> None:
    assert told_in_list("“一带一路”科技创新行动计划正式启动实施。") == [
        ("programme", "concluded", "", "", "“一带一路”科技创新行动计划")
    ]
    assert told_in_list("绿色丝路使者计划正式启动。") == [("programme", "concluded", "", "", "绿色丝路使者计划")]


def test_what_stands_before_the_name_that_begins_with_another_is_no_part_of_it() -> None:
    assert told_in_list("中国进出口银行联合国家开发银行发布《能源转型倡议》。") == [
        ("declaration", "concluded", "中国进出口银行", "国家开发银行", "能源转型倡议")
    ]
    assert told_in_list("中国农业发展银行联合国家农业信贷担保联盟公司发布《乡村投资指南》。") == [
        ("publication", "concluded", "中国农业发展银行", "国家农业信贷担保联盟公司", "乡村投资指南")
    ]


def test_with_each_its_own_text_in_order() -> None:
    text = "云南大学分别与仰光大学和金边皇家大学签署生物多样性联合研究协议及中文师资培养协议。"
    assert told_in_list(text) == [
        ("agreement", "concluded", "云南大学", "仰光大学", "生物多样性联合研究协议"),
        ("agreement", "concluded", "云南大学", "金边皇家大学", "中文师资培养协议"),
    ]


def test_a_topic_after_就_names_a_bare_agreement() -> None:
    text = "泰国农业部同中国云南省农业农村厅就榴莲冷链检测签署谅解备忘录。"
    assert told(text) == [("agreement", "concluded", "泰国农业部", "中国云南省农业农村厅", "榴莲冷链检测谅解备忘录")]


def test_acts_after_a_colon_are_read() -> None:
    text = "中远海运集团当天签下两份文件：与比雷埃夫斯港务局签署岸电合作协议，与希腊船级社签署技术认证协议。"
    assert [(partner, label) for *_, partner, label in told(text)] == [
        ("比雷埃夫斯港务局", "岸电合作协议"),
        ("希腊船级社", "技术认证协议"),
    ]


def test_who_wrote_a_publication_may_be_told_after_it() -> None:
    text = "发布《东南亚绿色港口指数》，由新加坡国立大学会同上海海事大学编制。"
    assert told(text) == [("publication", "concluded", "新加坡国立大学", "上海海事大学", "东南亚绿色港口指数")]


def test_each_founder_has_its_own_and_each_signer_in_turn_its_text() -> None:
    text = "中国香港特别行政区、中国澳门特别行政区也面向共建国家设立了奖学金。"
    assert [(initiators, label) for _, _, initiators, _, label in told_in_list(text)] == [
        ("中国香港特别行政区", "奖学金"),
        ("中国澳门特别行政区", "奖学金"),
    ]
    text = "联合国开发计划署、世界卫生组织等先后与中国签署“一带一路”合作协议。"
    assert [(initiators, partners) for _, _, initiators, partners, _ in told_in_list(text)] == [
        ("联合国开发计划署", "中国"),
        ("世界卫生组织", "中国"),
    ]


def test_what_a_country_shares_with_those_beside_it_is_nobody_in_particular() -> None:
    (frame,) = read("中国与共建国家媒体共同成立新闻合作联盟。", running=False).frames
    assert [(party.name, party.generic) for party in (*frame.initiators, *frame.partners)] == [
        ("中国媒体", True),
        ("共建国家媒体", True),
    ]


def test_a_programme_with_a_name_is_pushed_forward() -> None:
    assert told("中国扎实推进亚洲文化遗产保护行动，推进绿色发展。") == [
        ("programme", "concluded", "中国", "", "亚洲文化遗产保护行动")
    ]
    assert told("新华社积极推进“丝路之光”评选活动。") == [
        ("programme", "concluded", "新华社", "", "“丝路之光”评选活动")
    ]


def test_a_numbered_resolution_is_passed_and_a_bond_is_sold() -> None:
    assert told_in_list("联合国安理会通过第2344号决议，呼吁加强合作。") == [
        ("declaration", "concluded", "联合国安理会", "", "第2344号决议")
    ]
    assert told_in_list("中国工商银行发行同时符合国际准则和中国准则的首只绿色债券。") == [
        ("funding", "concluded", "中国工商银行", "", "绿色债券")
    ]
    assert told("交易所市场已累计发行“熊猫债”99只，累计发行规模1525.4亿元。") == []


def test_titles_share_what_is_said_of_them() -> None:
    assert [label for *_, label in told_in_list("双方发布加强知识产权合作的《共同倡议》和《联合声明》。")] == [
        "加强知识产权合作的共同倡议",
        "加强知识产权合作的联合声明",
    ]


def test_reports_without_a_title_are_told_in_an_attribute() -> None:
    assert told_in_list("学术界注意到世界银行、联合国经社部发布的“一带一路”研究报告。") == [
        ("publication", "concluded", "世界银行、联合国经社部", "", "“一带一路”研究报告")
    ]


def test_an_agreement_named_with_both_sides_in_an_attribute_is_told() -> None:
    text = "根据南宁海关与越南谅山海关去年5月签署的智慧口岸共建备忘录，两地开通绿色通道。"
    assert told(text)[0] == (
        "agreement",
        "concluded",
        "南宁海关",
        "越南谅山海关",
        "智慧口岸共建备忘录",
    )


def test_a_further_title_after_a_comma_belongs_to_the_list() -> None:
    text = "中国商务部与巴西农业部签署《电子商务合作备忘录》《农业投资合作备忘录》，以及《服务贸易合作备忘录》。"
    assert [label for *_, label in told(text)] == [
        "电子商务合作备忘录",
        "农业投资合作备忘录",
        "服务贸易合作备忘录",
    ]


def test_talks_to_be_started_announce_the_agreement() -> None:
    text = "中国政府与萨摩亚政府同意尽快启动双边税收协定商签工作。"
    assert told(text) == [("agreement", "announced", "中国政府", "萨摩亚政府", "双边税收协定")]
