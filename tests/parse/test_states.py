"""Countries that the sentence does not tell: from the two states of the title."""

from __future__ import annotations

from pathlib import Path

from prose import told

from silkgraph.extraction import read_file


def _countries(folder: Path, text: str) -> list[tuple[str, str | None]]:
    path = folder / "talks.txt"
    path.write_text(text, "utf-8")
    return [(body.name, body.country) for outcome in read_file(path).outcomes for body in outcome.partners]


def test_who_signs_with_a_chinese_body_is_of_the_other_state_of_the_title(tmp_path: Path) -> None:
    text = (
        "中国—阿曼经贸混合委员会第十次会议在马斯喀特举行\n\n"
        "会议期间，青岛港集团与杜库姆自由区管理局签署合作备忘录，与海湾国际银行签署贷款协议。\n"
    )
    assert _countries(tmp_path, text) == [("杜库姆自由区管理局", "OM"), ("海湾国际银行", None)]


def test_a_ministry_by_the_first_character_of_its_country(tmp_path: Path) -> None:
    text = "中国与科摩罗签署合作文件\n\n5月8日，中国海关总署同科财政、预算和银行业部签署海关合作备忘录。\n"
    assert _countries(tmp_path, text) == [("科财政、预算和银行业部", "KM")]


def test_governments_sign_through_their_envoys() -> None:
    text = "中国驻科摩罗大使与科摩罗外长分别代表两国政府签署经济技术合作协定。"
    assert told(text) == [("agreement", "concluded", "中国政府", "科摩罗政府", "经济技术合作协定")]


def test_who_has_no_country_in_a_chinese_text_acts_for_china() -> None:
    text = "国家主席同贝宁总统共同见证签署《关于共建联合实验室的协议》。"
    assert told(text) == [("agreement", "concluded", "中国", "贝宁", "关于共建联合实验室的协议")]


def test_things_of_one_list_share_what_the_first_is_called_by() -> None:
    text = "中方宣布设立中国—中亚减贫合作中心、教育交流合作中心，以及贸易畅通合作平台。"
    assert [label for *_, label in told(text)] == [
        "中国—中亚减贫合作中心",
        "教育交流合作中心",
        "贸易畅通合作平台",
    ]


def _of_visit(
    folder: Path, sentence: str
) -> list[tuple[str, list[tuple[str, str | None]], list[tuple[str, str | None]]]]:
    """What a report of a visit to four countries tells in one sentence: labels with both sides and their countries."""
    path = folder / "visit.txt"
    lead = "5月10日至16日，应贝宁、多哥、几内亚比绍、佛得角四国邀请，外交部长对上述国家进行正式访问。"
    path.write_text(f"外交部发言人主持例行记者会\n\n{lead}\n\n{sentence}\n", "utf-8")
    return [
        (o.label, [(b.name, b.country) for b in o.initiators], [(b.name, b.country) for b in o.partners])
        for o in read_file(path).outcomes
    ]


def test_a_country_by_two_characters_of_its_name(tmp_path: Path) -> None:
    assert _of_visit(tmp_path, "中方向几比方移交了援建的渔业码头。") == [
        ("渔业码头", [("中方", "CN")], [("几内亚比绍", "GW")])
    ]


def test_a_ministry_by_the_country_that_the_text_names(tmp_path: Path) -> None:
    assert _of_visit(tmp_path, "佛文化部同中国国家文物局签署水下考古合作谅解备忘录。") == [
        ("水下考古合作谅解备忘录", [("佛文化部", "CV")], [("中国国家文物局", "CN")])
    ]
    assert _of_visit(tmp_path, "几比渔业部与中国水产总公司签署捕捞协议。") == [
        ("捕捞协议", [("几比渔业部", "GW")], [("中国水产总公司", "CN")])
    ]


def test_a_gift_handed_over_is_of_those_who_get_it(tmp_path: Path) -> None:
    assert _of_visit(tmp_path, "中方将援助佛中部医院的30台呼吸机及配套设备交付佛方使用。") == [
        ("佛中部医院的30台呼吸机及配套设备", [("中方", "CN")], [("佛得角", "CV")])
    ]
    assert _of_visit(tmp_path, "中方将援贝宁体育场维修项目移交贝方。") == [
        ("贝宁体育场维修项目", [("中方", "CN")], [("贝宁", "BJ")])
    ]


def test_who_has_cooperated_in_the_clause_before_is_a_partner(tmp_path: Path) -> None:
    assert _of_visit(tmp_path, "中国水产科学研究院将同佛得角海洋研究所合作，在明德卢设立珊瑚礁观测站。") == [
        ("珊瑚礁观测站", [("中国水产科学研究院", "CN")], [("佛得角海洋研究所", "CV")])
    ]


def _of_title(folder: Path, title: str, sentence: str) -> list[tuple[str, str | None]]:
    path = folder / "page.txt"
    path.write_text(f"{title}\n\n{sentence}\n", "utf-8")
    return [(body.name, body.country) for outcome in read_file(path).outcomes for body in outcome.partners]


def test_the_side_of_a_region_is_no_country(tmp_path: Path) -> None:
    title = "在中国—加勒比国家峰会上的主旨讲话"
    assert _of_title(tmp_path, title, "中方将向加方派遣100名专家。") == [("加方", None)]


def test_a_region_tells_which_of_its_members_a_character_means(tmp_path: Path) -> None:
    sentence = "中方将同土方、乌方签署长期睦邻友好合作条约。"
    assert _of_title(tmp_path, "在中国—中亚峰会上的主旨讲话", sentence) == [
        ("土库曼斯坦", "TM"),
        ("乌兹别克斯坦", "UZ"),
    ]


def test_and_in_the_name_of_a_country(tmp_path: Path) -> None:
    title = "中国和安提瓜和巴布达签署联合声明"
    sentence = "中国土木与安巴政府签署港口二期合同，中国银联与安提瓜和巴布达商业银行签署受理协议。"
    assert _of_title(tmp_path, title, sentence) == [("安巴政府", "AG"), ("安提瓜和巴布达商业银行", "AG")]


def test_those_beside_are_not_meant() -> None:
    text = "中方同肯尼亚、坦桑尼亚以外的五个东非国家就延长签证互免期限达成谅解。"
    assert told(text) == [("agreement", "concluded", "中方", "五个东非国家", "延长签证互免期限")]


def test_our_ministry_is_that_of_china(tmp_path: Path) -> None:
    sentence = "卢旺达农业和动物资源部同我农业农村部签署种业合作备忘录。"
    assert _of_title(tmp_path, "中卢举行会谈", sentence) == [("农业农村部", "CN")]


def test_with_whom_an_embassy_deals_is_of_the_country_where_it_is(tmp_path: Path) -> None:
    text = "粮食援助\n\n中国驻马达加斯加大使馆日前向阿诺西大区政府捐赠100万元人民币。\n"
    assert _countries(tmp_path, text) == [("阿诺西大区政府", "MG")]
