"""Predicates by the construction that their verb asks for: (kind, status, initiators, partners, label)."""

from __future__ import annotations

from prose import told, told_in_list


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


def test_each_of_several_subjects_does_it_where_the_text_says_each() -> None:
    text = "中国国家开发银行、中国进出口银行将各设立3500亿元人民币融资窗口。"
    assert [who for _, _, who, _, _ in told_in_list(text)] == ["中国国家开发银行", "中国进出口银行"]


def test_an_act_told_in_an_attribute_of_its_title_is_read() -> None:
    text = "80多个国家和国际组织参与中国发起的《“一带一路”贸易畅通合作倡议》。"
    assert told(text) == [("declaration", "concluded", "中国", "", "“一带一路”贸易畅通合作倡议")]


def test_an_object_that_is_no_known_thing_is_not_invented() -> None:
    assert told_in_list("中国政府与老挝政府签署某某。") == []


def test_those_who_witness_a_signing_are_no_parties() -> None:
    text = "两国元首共同见证了《中国商务部与白俄罗斯经济部关于电子商务合作的谅解备忘录》等双边合作文件的签署。"
    title = "中国商务部与白俄罗斯经济部关于电子商务合作的谅解备忘录"
    assert told(text) == [("agreement", "concluded", "中国商务部", "白俄罗斯经济部", title)]


def test_with_each_its_own_text_in_order() -> None:
    text = "云南大学分别与仰光大学和金边皇家大学签署生物多样性联合研究协议及中文师资培养协议。"
    assert told_in_list(text) == [
        ("agreement", "concluded", "云南大学", "仰光大学", "生物多样性联合研究协议"),
        ("agreement", "concluded", "云南大学", "金边皇家大学", "中文师资培养协议"),
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
