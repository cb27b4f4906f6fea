"""Sentences of the documents in, outcomes out: (kind, status, initiators, partners, label)."""

from __future__ import annotations

from prose import read, told, told_in_list


def test_signing_with_a_list_is_an_outcome_with_each() -> None:
    assert told_in_list("中国政府与乌兹别克斯坦、土耳其、白俄罗斯政府签署国际运输及战略对接协定。") == [
        ("agreement", "concluded", "中国政府", f"{country}政府", "国际运输及战略对接协定")
        for country in ("乌兹别克斯坦", "土耳其", "白俄罗斯")
    ]


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


def test_a_thing_that_is_set_up_without_a_founder_has_no_initiator() -> None:
    assert told_in_list("亚洲金融合作协会正式成立。") == [("institution", "concluded", "", "", "亚洲金融合作协会")]


def test_a_count_of_what_exists_is_no_outcome_in_running_text() -> None:
    assert told("中国已与14个国家签署第三方市场合作文件。") == []


def test_a_verb_within_a_name_is_no_verb() -> None:
    assert told_in_list("中国国家新闻出版广电总局与土耳其广播电视最高委员会签署合作文件。") == [
        ("agreement", "concluded", "中国国家新闻出版广电总局", "土耳其广播电视最高委员会", "合作文件")
    ]


def test_an_event_is_named_without_the_place_where_it_is_held() -> None:
    assert told_in_list("第三届中国国际进口博览会在上海举办。") == [
        ("event", "concluded", "", "", "第三届中国国际进口博览会")
    ]


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


def test_a_topic_after_就_names_a_bare_agreement() -> None:
    text = "泰国农业部同中国云南省农业农村厅就榴莲冷链检测签署谅解备忘录。"
    assert told(text) == [("agreement", "concluded", "泰国农业部", "中国云南省农业农村厅", "榴莲冷链检测谅解备忘录")]


def test_acts_after_a_colon_are_read() -> None:
    text = "中远海运集团当天签下两份文件：与比雷埃夫斯港务局签署岸电合作协议，与希腊船级社签署技术认证协议。"
    assert [(partner, label) for *_, partner, label in told(text)] == [
        ("比雷埃夫斯港务局", "岸电合作协议"),
        ("希腊船级社", "技术认证协议"),
    ]


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


def test_titles_share_what_is_said_of_them() -> None:
    assert [label for *_, label in told_in_list("双方发布加强知识产权合作的《共同倡议》和《联合声明》。")] == [
        "加强知识产权合作的共同倡议",
        "加强知识产权合作的联合声明",
    ]


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
